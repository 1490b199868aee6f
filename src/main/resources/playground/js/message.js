// One message: who, when, what, and what can be done with it.

import { drawBlocks } from './blocks.js';
import { el, icon, iconButton } from './dom.js';
import { emoji, QUICK } from './emoji.js';
import { inspectMessage } from './inspector.js';
import { mrkdwn } from './mrkdwn.js';
import { openThread } from './place.js';
import { menuAt } from './popover.js';
import { act, isReply, nameOf, reading, repliesTo, state } from './store.js';

const MINUTES = 5 * 60;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

export const timeOf = (ts) => clock.format(Number(ts) * 1000);

const midnight = (time) => new Date(time).setHours(0, 0, 0, 0);

export const sameDay = (one, other) => midnight(one.ts * 1000) === midnight(other.ts * 1000);

export function dayOf(ts) {
  const day = new Date(Number(ts) * 1000);
  const ago = Math.round((midnight(Date.now()) - midnight(day)) / 86_400_000);
  return ['Today', 'Yesterday'][ago] ?? day.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
}

/** A small picture: initials for people, the app's mark for the app. */
export function avatar(user, size = '') {
  if (user === state.app.user) return el('img', { class: `avatar ${size}`, src: 'workspace/advisor.svg', alt: '' });
  const name = nameOf(user);
  const hue = (state.people.findIndex((who) => who.id === user) + 1);
  const initials = name.split(' ').slice(0, 2).map((word) => word[0]).join('');
  return el('span', { class: `avatar tint-${hue} ${size}`, 'data-initials': initials, 'aria-hidden': 'true' });
}

/** Whether a message goes under the one before without a name of its own. */
export function follows(message, before) {
  return Boolean(before) && before.user === message.user && !before.ephemeral && !message.ephemeral && !before.broadcast && !message.broadcast
    && Number(message.ts) - Number(before.ts) < MINUTES && sameDay(message, before);
}

/** @param inThread whether it is drawn in the thread panel, where no summary of the thread belongs */
export function drawMessage(message, { grouped = false, inThread = false } = {}) {
  const name = nameOf(message.user);
  const fromApp = message.user === state.app.user;
  const time = el('time', { class: 'time' }, timeOf(message.ts));
  const row = el('article', {
    class: `message${grouped ? ' grouped' : ''}${message.ephemeral ? ' ephemeral' : ''}`, 'data-ts': message.ts, tabindex: '-1',
    'aria-label': `${name}, ${timeOf(message.ts)}${message.ephemeral ? ', only visible to you' : ''}`,
  },
  message.ephemeral && el('div', { class: 'only-you' }, icon('eye', 14), 'Only visible to you'),
  message.broadcast && !inThread && el('div', { class: 'only-you' }, icon('reply', 14), 'replied to a thread'),
  el('div', { class: 'message-row' },
    el('div', { class: 'gutter' }, grouped ? time : avatar(message.user)),
    el('div', { class: 'message-body' },
      !grouped && el('div', { class: 'byline' }, el('b', { class: 'name' }, name), fromApp && el('span', { class: 'badge' }, 'APP'), time),
      content(message),
      reactions(message),
      !inThread && !isReply(message) && summary(message))));
  const equip = () => row.querySelector('.message-tools') ?? row.append(tools(message, inThread));
  row.addEventListener('pointerenter', equip);
  row.addEventListener('focusin', equip);
  return row;
}

function content(message) {
  const container = {
    key: message.ts, address: { channel: message.channel, ts: message.ts },
  };
  return el('div', { class: 'content' },
    message.blocks.length ? drawBlocks(message.blocks, container) : el('div', { class: 'words' }, mrkdwn(message.text)),
    message.edited && el('span', { class: 'quiet edited' }, '(edited)'));
}

function reactions(message) {
  if (!message.reactions.length) return null;
  return el('div', { class: 'reactions' }, message.reactions.map(({ name, users }) => {
    const mine = users.includes(state.me);
    return el('button', {
      type: 'button', class: 'reaction', 'aria-pressed': String(mine), title: users.map(nameOf).join(', '),
      'aria-label': `${name}, ${users.length}`, onclick: () => react(message, name, !mine),
    }, emoji(name), ` ${users.length}`);
  }));
}

const react = (message, name, add) => act('react', { channel: message.channel, ts: message.ts, name, add }).catch(() => {});

function summary(message) {
  const replies = repliesTo(message.channel, message.ts);
  const busy = state.busy.get(message.channel + message.ts);
  if (!replies.length && !busy) return null;
  const open = () => openThread(message.channel, message.ts);
  if (!replies.length) return el('button', { type: 'button', class: 'summary', onclick: open }, working(busy));
  const users = [...new Set(replies.map((each) => each.user))];
  const unread = replies.some((each) => each.user !== state.me && each.ts > reading.last(message.ts));
  return el('button', { type: 'button', class: `summary${unread ? ' unread' : ''}`, onclick: open, 'data-key': 'summary' },
    users.slice(0, 4).map((user) => avatar(user, 'tiny')),
    el('b', {}, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
    busy ? working(busy) : el('span', { class: 'quiet' }, `Last reply ${dayOf(replies.at(-1).ts).toLowerCase()} at ${timeOf(replies.at(-1).ts)}`));
}

/** What the app says it is doing. */
export function working(busy) {
  return el('span', { class: 'working' }, avatar(state.app.user, 'tiny'),
    el('span', {}, `${state.app.name} ${busy.status}`), el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')));
}

function tools(message, inThread) {
  const quick = message.ephemeral ? [] : QUICK.slice(0, 3).map((name) => el('button', {
    type: 'button', class: 'icon-button', 'aria-label': `React with ${name}`, title: `React with :${name}:`, onclick: () => react(message, name, true),
  }, emoji(name)));
  return el('div', { class: 'message-tools', role: 'group', 'aria-label': 'Message actions' },
    quick,
    !inThread && !message.ephemeral && iconButton('reply', 'Reply in thread', () => openThread(message.channel, message.thread ?? message.ts)),
    iconButton('more', 'More actions', (event) => menuAt(event.currentTarget, more(message)), { 'aria-haspopup': 'menu' }));
}

function more(message) {
  const shortcuts = message.ephemeral ? [] : state.shortcuts.filter((each) => each.onMessage).map((each) => ({
    label: each.name, hint: state.app.name,
    run: () => act('shortcut', { callback: each.callbackId, channel: message.channel, ts: message.ts }).catch(() => {}),
  }));
  const reactionItems = message.ephemeral ? [] : QUICK.slice(3).map((name) => ({
    label: `React with ${emoji(name)}`, run: () => react(message, name, true),
  }));
  return [...shortcuts, ...reactionItems,
    { label: 'Copy text', run: () => navigator.clipboard?.writeText(message.text) },
    { label: message.user === state.app.user ? 'Why this reply?' : 'Look behind it', hint: 'Behind the scenes', run: () => inspectMessage(message) }];
}

/** Scrolls to the end, but a long message is read from its beginning, so that is what comes into sight. */
export function showFromTop(log, row) {
  const tall = row?.matches('.message') && row === log.lastElementChild && row.offsetHeight > log.clientHeight - 80;
  log.scrollTop = tall ? row.offsetTop - log.offsetTop - 40 : log.scrollHeight;
}
