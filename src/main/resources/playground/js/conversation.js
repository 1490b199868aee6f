// The middle: a channel, or the app with its tabs.

import { compose } from './composer.js';
import { append, el, iconButton, redraw, say, swap } from './dom.js';
import { drawHome, drawAbout } from './home.js';
import { avatar, dayOf, drawMessage, follows, sameDay, showFromTop, working } from './message.js';
import { go, isPhone, openThread, showSidebar } from './place.js';
import { act, channel, isDirect, isReply, messageAt, nameOf, on, reading, state, topLevel } from './store.js';
import { drawNextStep, drawWelcome } from './welcome.js';

const main = document.getElementById('conversation');
let log;

function draw() {
  const { conversation, tab } = state.place;
  const direct = isDirect(conversation);
  main.dataset.tab = tab;
  log = undefined;
  if (tab === 'home') main.replaceChildren(header(direct, tab), drawHome());
  else if (tab === 'about') main.replaceChildren(header(direct, tab), drawAbout());
  else drawTalk(conversation, direct);
  document.title = `${direct ? state.app.name : `#${channel(conversation)?.name}`} · ${state.team}`;
}

function header(direct, tab) {
  const where = channel(state.place.conversation);
  const back = iconButton('back', 'Conversations', showSidebar, { class: 'icon-button back' });
  if (!direct) {
    return el('header', { class: 'bar' }, back,
      el('div', { class: 'bar-titles' }, el('h1', {}, el('span', { class: 'sigil' }, '#'), where.name), el('p', { class: 'topic' }, where.topic)),
      !where.joined && el('button', { type: 'button', class: 'button', onclick: invite }, `Add ${state.app.name}`));
  }
  const tabs = state.app.agent || state.home !== undefined ? ['home', 'messages', 'about'] : ['messages', 'about'];
  return el('header', { class: 'bar with-tabs' },
    el('div', { class: 'bar-line' }, back, avatar(state.app.user, 'small'),
      el('div', { class: 'bar-titles' }, el('h1', {}, state.app.name, el('span', { class: 'badge' }, 'APP')))),
    el('div', { class: 'tabs', role: 'tablist', 'aria-label': state.app.name, onkeydown: tabKeys }, tabs.map((each) => el('button', {
      type: 'button', role: 'tab', 'aria-selected': String(each === tab), tabindex: each === tab ? '0' : '-1', 'data-tab': each,
      onclick: () => go({ conversation: state.place.conversation, tab: each }),
    }, each[0].toUpperCase() + each.slice(1)))));
}

function tabKeys(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = [...event.currentTarget.children];
  const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
  go({ conversation: state.place.conversation, tab: next.dataset.tab });
  main.querySelector('[role=tab][aria-selected=true]').focus();
}

const invite = () => act('command', { channel: state.place.conversation, command: '/invite', text: `@${state.app.name}` }).catch(() => {});

function drawTalk(conversation, direct) {
  log = el('div', { class: 'log', id: 'log', tabindex: '0', role: 'region', 'aria-label': 'Messages', onkeydown: logKeys });
  const intro = direct ? directIntro() : channelIntro(channel(conversation));
  append(log, [intro, rows(topLevel(conversation))]);
  const box = compose({ id: 'composer', place: () => ({ channel: conversation }), sent });
  redraw(main, [header(direct, 'messages'), log, el('div', { class: 'status-line', id: 'status-line' }), el('div', { id: 'next-step' }, drawNextStep())], box);
  status();
  log.scrollTop = log.scrollHeight;
  read();
  if (!isPhone() && (box.isConnected || document.activeElement === document.body)) main.querySelector('textarea').focus({ preventScroll: true });
}

function rows(messages) {
  const nodes = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    if (!before || !sameDay(before, message)) nodes.push(...dayLine(message));
    nodes.push(drawMessage(message, { grouped: follows(message, before) }));
  });
  return nodes;
}

/** A day's name stays in sight while one scrolls, its line does not. */
const dayLine = (message) => [el('div', { class: 'day-line', 'aria-hidden': 'true' }), el('div', { class: 'day', role: 'separator' }, el('span', {}, dayOf(message.ts)))];

function channelIntro({ name, topic }) {
  return el('div', { class: 'intro' }, drawWelcome() ?? [el('h2', {}, `#${name}`), el('p', {}, `${topic}. This is the very beginning of the channel.`)]);
}

function directIntro() {
  return el('div', { class: 'intro app' }, avatar(state.app.user, 'large'), el('h2', {}, state.app.name), el('p', {}, state.app.description),
    state.prompts.length > 0 && el('div', { class: 'prompts', role: 'group', 'aria-label': 'Suggestions' }, state.prompts.map(({ title, message }) => el('button', {
      type: 'button', class: 'prompt', onclick: () => act('say', { channel: state.place.conversation, text: message }).catch(() => {}),
    }, title))));
}

function sent() {
  if (log) log.scrollTop = log.scrollHeight;
}

function arrived({ message, before }) {
  if (message.channel !== state.place.conversation || !log) return;
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  if (isReply(message) && !message.broadcast) refreshRoot(message);
  else if (before) refresh(message);
  else addRow(message);
  if (atEnd || message.user === state.me) showFromTop(log, rowOf(message.thread ?? message.ts) ?? rowOf(message.ts));
  if (!before && message.user !== state.me) {
    say(`${nameOf(message.user)}: ${message.text}`);
    offerThread(message);
  }
  read();
}

/** The app's first word in a thread that this person has just begun is what they wait for: show it. */
function offerThread(message) {
  const root = messageAt(message.channel, message.thread);
  const fresh = root && root.user === state.me && Number(message.ts) - Number(root.ts) < 30;
  if (isReply(message) && fresh && message.user === state.app.user && !isPhone() && state.place.thread !== message.thread) {
    const box = main.querySelector('#composer');
    const waits = box === document.activeElement && !box.value;
    openThread(message.channel, message.thread);
    // What comes next is said to the answer: in the box left behind it would begin another thread.
    if (waits) document.getElementById('thread-composer')?.focus({ preventScroll: true });
  }
}

function addRow(message) {
  const shown = topLevel(message.channel);
  const at = shown.findIndex((each) => each.ts === message.ts);
  if (at < shown.length - 1) {
    draw();
    return;
  }
  const before = shown[at - 1];
  if (!before || !sameDay(before, message)) log.append(...dayLine(message));
  log.append(drawMessage(message, { grouped: follows(message, before) }));
}

const rowOf = (ts) => log?.querySelector(`.message[data-ts="${ts}"]`);

function refresh(message) {
  const row = rowOf(message.ts);
  if (row) swap(row, drawMessage(message, { grouped: row.classList.contains('grouped') }));
}

function refreshRoot(message) {
  const root = messageAt(message.channel, message.thread);
  if (root) refresh(root);
}

function read() {
  if (document.hidden) return;
  const last = topLevel(state.place.conversation).at(-1);
  if (last) reading.mark(state.place.conversation, last.ts);
}

function status() {
  const line = document.getElementById('status-line');
  const busy = state.busy.get(state.place.conversation) ?? (isDirect(state.place.conversation)
    ? [...state.busy.values()].find((each) => each.channel === state.place.conversation) : undefined);
  line?.replaceChildren(...(busy ? [working(busy)] : []));
}

/** Up and down move between messages. */
export function logKeys(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches('.message, .log')) return;
  const all = [...event.currentTarget.querySelectorAll('.message')];
  const at = all.indexOf(event.target);
  const next = at < 0 ? all.at(-1) : all[Math.max(0, Math.min(all.length - 1, at + step))];
  next?.focus();
  event.preventDefault();
}

on('everything place prompts channels', draw);
on('message', arrived);
on('gone', (message) => {
  if (isReply(message)) refreshRoot(message);
  else rowOf(message.ts)?.remove();
});
on('busy', (change) => {
  if (change.channel !== state.place.conversation || !log) return;
  const root = messageAt(change.channel, change.thread);
  if (root) refresh(root);
  status();
});
on('home', () => {
  if (state.place.tab === 'home') draw();
});
on('read', (place) => {
  if (messageAt(state.place.conversation, place)) refresh(messageAt(state.place.conversation, place));
});
on('welcome', () => {
  const here = log && !isDirect(state.place.conversation);
  if (here && Boolean(main.querySelector('.welcome')) !== Boolean(drawWelcome())) draw();
  document.getElementById('next-step')?.replaceChildren(...[drawNextStep() ?? []].flat());
});
document.addEventListener('visibilitychange', () => log && read());

