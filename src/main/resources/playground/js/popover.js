// Menus and small dialogs that float above the page.

import { el } from './dom.js';
import { textObject } from './mrkdwn.js';

/** A menu below a button: arrow keys move, Escape closes, focus returns. `items`: {label, run, hint}. */
export function menuAt(anchor, items, label = 'Actions') {
  document.querySelector('.menu')?.remove();
  const buttons = items.map(({ label: words, hint, run, mark }) => el('button', {
    type: 'button', role: 'menuitem', tabindex: '-1',
    onclick: () => {
      close();
      run();
    },
  }, mark, el('span', {}, words), hint && el('span', { class: 'quiet' }, hint)));
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': label, onkeydown: keys }, buttons);
  document.body.append(menu);
  place(menu, anchor);
  buttons[0]?.focus();
  const outside = (event) => {
    if (!menu.contains(event.target)) close(false);
  };
  setTimeout(() => document.addEventListener('pointerdown', outside));

  function close(refocus = true) {
    document.removeEventListener('pointerdown', outside);
    menu.remove();
    if (refocus) anchor.focus();
  }

  function keys(event) {
    const at = buttons.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
    else if (event.key === 'Home') buttons[0].focus();
    else if (event.key === 'End') buttons.at(-1).focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function place(menu, anchor) {
  const box = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = box.bottom + 4 + height <= window.innerHeight;
  menu.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, below ? box.bottom + 4 : box.top - height - 4)}px`;
}

/** A small dialog; resolves to whether it was confirmed. */
export function confirmFirst({ title, text, confirm, deny, style }) {
  return new Promise((resolve) => {
    const answer = (yes) => {
      dialog.close();
      dialog.remove();
      resolve(yes);
    };
    const dialog = el('dialog', { class: 'dialog small', 'aria-label': title?.text ?? 'Are you sure?', oncancel: () => answer(false) },
      el('h2', {}, title?.text ?? 'Are you sure?'),
      el('div', { class: 'dialog-body' }, textObject(text)),
      el('footer', {},
        el('button', { type: 'button', class: 'button', onclick: () => answer(false) }, deny?.text ?? 'Cancel'),
        el('button', { type: 'button', class: `button ${style ?? 'primary'}`, onclick: () => answer(true) }, confirm?.text ?? 'Confirm')));
    document.body.append(dialog);
    dialog.showModal();
  });
}
