// The app's Home and About tabs.

import { drawBlocks } from './blocks.js';
import { el } from './dom.js';
import { avatar } from './message.js';
import { act, state } from './store.js';

export function drawHome() {
  const view = state.home;
  if (!view) {
    return el('div', { class: 'home empty' }, avatar(state.app.user, 'large'),
      el('p', {}, `${state.app.name} has not drawn its Home yet.`));
  }
  const container = { key: view.id, address: { view: view.id }, heading: 'h2' };
  return el('div', { class: 'home', tabindex: '0', role: 'region', 'aria-label': `${state.app.name} Home` },
    el('div', { class: 'home-blocks' }, drawBlocks(view.blocks, container)));
}

export function drawAbout() {
  const globals = state.shortcuts.filter((each) => !each.onMessage);
  return el('div', { class: 'home about' },
    el('div', { class: 'about-head' }, avatar(state.app.user, 'large'), el('div', {}, el('h2', {}, state.app.name), el('p', {}, state.app.description))),
    state.commands.length > 0 && [el('h3', {}, 'Commands'), el('dl', { class: 'about-list' }, state.commands.map((each) => [
      el('dt', {}, el('code', {}, each.name), ' ', el('span', { class: 'quiet' }, each.usageHint)), el('dd', {}, each.description)]))],
    globals.length > 0 && [el('h3', {}, 'Shortcuts'), el('div', { class: 'actions' }, globals.map((each) => el('button', {
      type: 'button', class: 'button', onclick: () => act('shortcut', { callback: each.callbackId }).catch(() => {}),
    }, each.name)))]);
}
