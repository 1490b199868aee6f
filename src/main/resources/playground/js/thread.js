// The thread beside a conversation.

import { compose } from './composer.js';
import { logKeys } from './conversation.js';
import { el, iconButton, redraw, swap } from './dom.js';
import { drawMessage, follows, showFromTop, working } from './message.js';
import { closeThread, isPhone } from './place.js';
import { channel, isDirect, messageAt, on, reading, repliesTo, state } from './store.js';

const panel = document.getElementById('thread');
let log;

function draw() {
  const { conversation, thread } = state.place;
  const root = thread && messageAt(conversation, thread);
  panel.hidden = !root;
  document.getElementById('frame').classList.toggle('has-thread', Boolean(root));
  log = undefined;
  if (!root) {
    panel.replaceChildren();
    return;
  }
  const replies = repliesTo(conversation, thread);
  log = el('div', { class: 'log', tabindex: '0', role: 'region', 'aria-label': 'Replies', onkeydown: logKeys },
    drawMessage(root, { inThread: true }),
    el('div', { class: 'reply-count' }, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
    replies.map((message, index) => drawMessage(message, { grouped: follows(message, replies[index - 1]), inThread: true })));
  const where = isDirect(conversation) ? state.app.name : `#${channel(conversation)?.name}`;
  redraw(panel, [
    el('header', { class: 'bar' }, iconButton('back', 'Back to the conversation', closeThread, { class: 'icon-button back' }),
      el('div', { class: 'bar-titles' }, isPhone() && el('h1', { class: 'unseen' }, where), el('h2', {}, 'Thread'), el('p', { class: 'topic' }, where)),
      iconButton('close', 'Close thread', closeThread, { class: 'icon-button close' })),
    log,
    el('div', { class: 'status-line', id: 'thread-status' }),
  ], compose({ id: 'thread-composer', label: 'Reply…', place: () => ({ channel: conversation, thread }), sent: toEnd }));
  status();
  showFromTop(log, log.lastElementChild);
  reading.mark(thread, replies.at(-1)?.ts ?? thread);
}

const toEnd = () => {
  if (log) log.scrollTop = log.scrollHeight;
};

function arrived({ message }) {
  const { conversation, thread } = state.place;
  if (!log || message.channel !== conversation || (message.thread ?? message.ts) !== thread) return;
  const row = log.querySelector(`.message[data-ts="${message.ts}"]`);
  if (row) {
    swap(row, drawMessage(message, { inThread: true, grouped: row.classList.contains('grouped') }));
  } else {
    const replies = repliesTo(conversation, thread);
    const at = replies.findIndex((each) => each.ts === message.ts);
    if (at < replies.length - 1) return draw();
    log.append(drawMessage(message, { inThread: true, grouped: follows(message, replies[at - 1]) }));
    log.querySelector('.reply-count').textContent = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
    showFromTop(log, log.lastElementChild);
  }
  if (!document.hidden) reading.mark(thread, message.ts);
}

function status() {
  const busy = state.busy.get(state.place.conversation + state.place.thread);
  document.getElementById('thread-status')?.replaceChildren(...(busy ? [working(busy)] : []));
}

on('everything thread', draw);
on('message', arrived);
on('gone', (message) => {
  if (message.ts === state.place.thread) closeThread();
  else log?.querySelector(`.message[data-ts="${message.ts}"]`)?.remove();
});
on('busy', status);
