// What this person sees, kept true by the server's changes. Views subscribe to the kinds of change they draw.

import { toast } from './dom.js';

export const state = {
  me: '', team: '', app: {}, people: [], channels: [], commands: [], shortcuts: [], prompts: [],
  messages: new Map(), // by conversation: Map of ts → message, in order
  threads: new Map(), // replies by conversation + thread: Map of ts → message
  busy: new Map(), // by conversation + thread: what the app says it is doing
  home: null, modals: [], temper: {}, exchanges: new Map(), online: false,
  place: { conversation: '', tab: 'messages', thread: '' },
};

const listeners = new Map();

export function on(kinds, listener) {
  for (const kind of kinds.split(' ')) listeners.set(kind, [...(listeners.get(kind) ?? []), listener]);
}

export function tell(kind, detail) {
  for (const listener of listeners.get(kind) ?? []) listener(detail);
}

export const person = (id) => state.people.find((who) => who.id === id);
export const me = () => person(state.me);
export const isDirect = (conversation) => conversation.startsWith('D');
export const channel = (id) => state.channels.find((where) => where.id === id);

export function nameOf(user) {
  if (user === state.app.user) return state.app.name;
  if (user === 'USLACKBOT') return 'Slackbot';
  return person(user)?.name ?? user;
}

export const messagesOf = (conversation) => [...(state.messages.get(conversation)?.values() ?? [])];
export const messageAt = (conversation, ts) => state.messages.get(conversation)?.get(ts);
export const isReply = (message) => Boolean(message.thread) && message.thread !== message.ts;
export const topLevel = (conversation) => messagesOf(conversation).filter((each) => !isReply(each) || each.broadcast);
export const repliesTo = (conversation, ts) => [...(state.threads.get(conversation + ts)?.values() ?? [])];

const changes = {
  everything(all) {
    Object.assign(state, {
      me: all.me, team: all.team, app: all.app, people: all.people, channels: all.channels, commands: all.commands,
      shortcuts: all.shortcuts, prompts: all.prompts, home: all.home ?? null, modals: all.modals, temper: all.temper, canRestart: all.canRestart,
    });
    state.messages = new Map();
    state.threads = new Map();
    for (const message of all.messages) put(message);
    state.busy = new Map(all.busy.map((each) => [each.channel + each.thread, each]));
    state.exchanges = new Map(all.exchanges.map((each) => [each.number, each]));
    tell('ready');
    tell('everything');
  },
  put({ message }) {
    const before = messageAt(message.channel, message.ts);
    put(message);
    tell('message', { message, before });
  },
  gone({ message }) {
    state.messages.get(message.channel)?.delete(message.ts);
    state.threads.get(message.channel + message.thread)?.delete(message.ts);
    tell('gone', message);
  },
  busy(change) {
    const key = change.channel + change.thread;
    if (change.status) state.busy.set(key, change);
    else state.busy.delete(key);
    tell('busy', change);
  },
  suggested({ prompts }) {
    state.prompts = prompts;
    tell('prompts');
  },
  home({ view }) {
    state.home = view;
    tell('home');
  },
  modals({ open }) {
    state.modals = open;
    tell('modals');
  },
  failed({ words }) {
    toast(words, 'warning');
  },
  joined({ channel: id }) {
    const joined = channel(id);
    if (joined) joined.joined = true;
    tell('channels');
  },
  opened({ channel: fresh }) {
    state.channels.push(fresh);
    tell('channels');
  },
  recorded({ exchange }) {
    state.exchanges.set(exchange.number, exchange);
    tell('exchange', exchange);
  },
  tempered({ temper }) {
    state.temper = temper;
    tell('temper');
  },
};

function put(message) {
  file(state.messages, message.channel, message);
  if (isReply(message)) file(state.threads, message.channel + message.thread, message);
}

function file(shelf, key, message) {
  if (!shelf.has(key)) shelf.set(key, new Map());
  shelf.get(key).set(message.ts, message);
}

let source;

/** Follows the workspace as someone sees it; comes back by itself when the line is cut. */
export function follow(personId) {
  source?.close();
  source = new EventSource(`workspace/live?person=${encodeURIComponent(personId)}`);
  source.onmessage = (event) => {
    const change = JSON.parse(event.data);
    changes[change.type]?.(change);
  };
  source.onopen = () => online(true);
  source.onerror = () => online(false);
}

function online(now) {
  if (state.online === now) return;
  state.online = now;
  tell('online');
}

/** Does something on this person's behalf; a refusal is shown and thrown. */
export async function act(deed, detail = {}) {
  let answer;
  try {
    answer = await fetch(`workspace/${deed}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ me: state.me, ...detail }),
    });
  } catch {
    toast('The workspace cannot be reached. Is it still running?', 'warning');
    throw new Error('unreachable');
  }
  if (!answer.ok) {
    const why = await answer.text();
    toast(why, 'warning');
    throw new Error(why);
  }
  return answer.json();
}

/** What was last read, by conversation and thread, for this person in this browser. */
export const reading = {
  key: (place) => `read:${state.me}:${place}`,
  last: (place) => localStorage.getItem(reading.key(place)) ?? '0',
  mark(place, ts) {
    if (ts > reading.last(place)) {
      localStorage.setItem(reading.key(place), ts);
      tell('read', place);
    }
  },
  unread(conversation) {
    const last = reading.last(conversation);
    return messagesOf(conversation).filter((message) => message.user !== state.me && message.ts > last
      && !(isReply(message) && message.ts <= reading.last(message.thread)));
  },
};
