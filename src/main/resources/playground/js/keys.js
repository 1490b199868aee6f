// Keyboard: what works anywhere, and the list of it.

import { el } from './dom.js';
import { closeThread, go } from './place.js';
import { toggleTools } from './inspector.js';
import { me, state } from './store.js';

const KEYS = [
  ['Alt + ↑ / ↓', 'Previous or next conversation'], ['Ctrl + /', 'This list'], ['Ctrl + .', 'Behind the scenes'],
  ['Esc', 'Close the thread'], ['↑ / ↓ in messages', 'Move from message to message'], ['Enter', 'Send'], ['Shift + Enter', 'New line'],
  ['/', 'Slash commands'], ['@', 'Mention someone'],
];

export function showKeys() {
  const dialog = el('dialog', { class: 'dialog small', 'aria-label': 'Keyboard shortcuts', onclose: () => dialog.remove() },
    el('h2', {}, 'Keyboard shortcuts'),
    el('dl', { class: 'dialog-body keys' }, KEYS.map(([keys, what]) => [el('dt', {}, el('kbd', {}, keys)), el('dd', {}, what)])),
    el('footer', {}, el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Close')));
  document.body.append(dialog);
  dialog.showModal();
}

export function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]')) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.altKey && step) move(step);
    else if (event.ctrlKey && event.key === '/') showKeys();
    else if (event.ctrlKey && event.key === '.') toggleTools();
    else if (event.key === 'Escape' && state.place.thread) closeThread();
    else return;
    event.preventDefault();
  });
}

function move(step) {
  const all = [...state.channels.map((where) => where.id), me().directMessage];
  const at = all.indexOf(state.place.conversation);
  go({ conversation: all[(at + step + all.length) % all.length] });
}
