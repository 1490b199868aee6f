// Modals: the topmost of a person's stack, submitted or closed as Slack does it.

import { drawBlocks } from './blocks.js';
import { el, iconButton } from './dom.js';
import { choicesOf, forget, presetOf } from './elements.js';
import { plain } from './mrkdwn.js';
import { avatar } from './message.js';
import { act, on, state } from './store.js';

const place = document.getElementById('modals');
let dialog;
let errors = {};

function draw() {
  const view = state.modals.at(-1);
  const focus = dialog?.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const returnTo = dialog ? undefined : document.activeElement;
  if (!view) {
    dialog?.close();
    dialog?.remove();
    dialog = undefined;
    errors = {};
    return;
  }
  const container = { key: view.id, address: { view: view.id }, errors };
  const fresh = el('dialog', { class: 'dialog', 'data-view': view.id, 'aria-labelledby': 'modal-title', oncancel: (event) => {
    event.preventDefault();
    close();
  } },
  el('form', { novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    submit(view, container, event.target);
  } },
  el('header', {}, avatar(state.app.user, 'small'), el('h2', { id: 'modal-title' }, plain(view.title.text)), iconButton('close', 'Close', () => close())),
  el('div', { class: 'dialog-body', tabindex: '-1' }, drawBlocks(view.blocks, container)),
  el('footer', {},
    el('button', { type: 'button', class: 'button', onclick: () => close() }, view.close?.text ?? 'Close'),
    view.submit && el('button', { type: 'submit', class: 'button primary' }, view.submit.text))));
  const body = fresh.querySelector('.dialog-body');
  const top = dialog?.dataset.view === view.id ? dialog.querySelector('.dialog-body').scrollTop : 0;
  dialog?.remove();
  place.append(fresh);
  fresh.showModal();
  fresh.addEventListener('close', () => returnTo?.focus?.());
  body.scrollTop = top;
  const wrong = fresh.querySelector('[aria-invalid]');
  (wrong ?? (focus && fresh.querySelector(`[data-key="${CSS.escape(focus)}"]`)) ?? first(body)).focus();
  dialog = fresh;
}

/** What to begin with: the first field, or what stands before it where that fills the sight, since it is to be read first. */
function first(body) {
  const control = body.querySelector('input, textarea, select');
  return control && control.getBoundingClientRect().bottom <= body.getBoundingClientRect().bottom ? control : body;
}

const close = () => act('close', { all: false }).catch(() => {});

async function submit(view, container, form) {
  errors = missing(view, container);
  if (Object.keys(errors).length) {
    draw();
    return;
  }
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  button.classList.add('waiting');
  const answer = await act('submit', { view: view.id, choices: choicesOf(container) }).catch(() => ({ ok: false }));
  if (answer.ok) {
    errors = {};
    forget(container);
  } else {
    errors = answer.errors ?? {};
    if (!answer.errors) form.querySelector('footer').prepend(el('p', { class: 'error', role: 'alert' }, 'We had some trouble connecting. Try again?'));
    else draw();
    button.disabled = false;
    button.classList.remove('waiting');
  }
}

/** Slack itself asks for what is not optional. */
function missing(view, container) {
  const wrong = {};
  for (const block of view.blocks.filter((each) => each.type === 'input' && !each.optional)) {
    const item = block.element;
    const value = choicesOf(container)[block.block_id]?.[item.action_id] ?? presetOf(item);
    if (value === undefined || value === '' || value.length === 0) wrong[block.block_id] = 'Please complete this required field.';
  }
  return wrong;
}

on('modals everything', draw);
