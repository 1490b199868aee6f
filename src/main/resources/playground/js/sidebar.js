// The left side: conversations, the app, who one is.

import { el, icon, iconButton } from './dom.js';
import { avatar } from './message.js';
import { go, isPhone } from './place.js';
import { menuAt } from './popover.js';
import { follow, me, on, reading, state, tell } from './store.js';
import { toggleTools } from './inspector.js';
import { reopenWelcome } from './welcome.js';
import { showKeys } from './keys.js';
import { nextTheme, themeName } from './theme.js';

const sidebar = document.getElementById('sidebar');

function draw() {
  if (!state.me) return;
  const focused = sidebar.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const direct = me().directMessage;
  sidebar.replaceChildren(
    el('div', { class: 'team' }, el(isPhone() ? 'h1' : 'b', {}, state.team), el('span', { class: `presence ${state.online ? 'on' : ''}`, role: 'status' },
      state.online ? 'local workspace' : 'reconnecting…')),
    el('div', { class: 'sidebar-scroll' },
      group('Channels', state.channels.map((where) => entry(where.id, el('span', { class: 'sigil' }, '#'), where.name))),
      group('Apps', [entry(direct, avatar(state.app.user, 'tiny'), state.app.name)]),
      group('People', state.people.map((who) => el('li', {}, el('button', {
        type: 'button', class: `entry person${who.id === state.me ? ' self' : ''}`, 'data-key': who.id, title: who.id === state.me ? who.title : `Be ${who.name}, ${who.title}`,
        onclick: () => become(who.id), 'aria-current': who.id === state.me ? 'true' : undefined,
      }, avatar(who.id, 'tiny'), el('span', { class: 'entry-name' }, who.name), who.id === state.me && el('span', { class: 'quiet' }, 'you')))))),
    el('button', { type: 'button', class: 'entry behind', 'data-key': 'pulse', 'aria-controls': 'tools', onclick: toggleTools }, icon('pulse'), el('span', { class: 'entry-name' }, 'Behind the scenes')),
    el('div', { class: 'sidebar-foot' },
      footButton('compass', 'Things to try', reopenWelcome),
      footButton('keyboard', 'Keyboard shortcuts', showKeys),
      footButton(themeName() === 'dark' ? 'moon' : 'sun', `Colours: ${themeName()}`, () => {
        nextTheme();
        draw();
      })),
    el('button', { type: 'button', class: 'self-card', 'data-key': 'self', 'aria-haspopup': 'menu', title: 'Be someone else', onclick: (event) => menuAt(event.currentTarget, peopleMenu(), 'Be someone else') },
      avatar(state.me, 'small'), el('span', {}, el('b', {}, me().name), el('span', { class: 'quiet' }, me().title)), icon('down', 14)));
  if (focused) sidebar.querySelector(`[data-key="${focused}"]`)?.focus();
}

const footButton = (picture, label, run) => iconButton(picture, label, run, { 'data-key': picture === 'moon' ? 'sun' : picture });

function group(name, entries) {
  return el('section', {}, el('h2', {}, name), el('ul', {}, entries));
}

function entry(conversation, mark, name) {
  const here = state.place.conversation === conversation;
  const unread = here ? [] : reading.unread(conversation);
  const loud = conversation.startsWith('D') || unread.some((message) => message.text.includes(`<@${state.me}>`));
  return el('li', {}, el('button', {
    type: 'button', class: `entry${here ? ' here' : ''}${unread.length ? ' unread' : ''}`, 'aria-current': here ? 'page' : undefined,
    'data-key': conversation, onclick: () => go({ conversation }),
  }, mark, el('span', { class: 'entry-name' }, name), unread.length > 0 && el('span', { class: loud ? 'count' : 'unseen' }, String(unread.length), el('span', { class: 'unseen' }, ' unread'))));
}

const peopleMenu = () => state.people.map((who) => ({
  label: who.name, hint: who.title, mark: avatar(who.id, 'tiny'), run: () => become(who.id),
}));

/** Looks at the workspace as someone else. */
export function become(id) {
  if (id === state.me) return;
  localStorage.setItem('me', id);
  const wasDirect = state.place.conversation.startsWith('D');
  const target = state.people.find((who) => who.id === id).directMessage;
  if (wasDirect) history.replaceState(null, '', `#${target}/${state.place.tab}/`);
  state.me = '';
  tell('leaving');
  follow(id);
}

let pending;

on('everything place online channels', draw);
on('message gone read', soon);

/** Not at once for each of many messages, and not under a finger that is pressing something here. */
function soon() {
  pending ??= setTimeout(() => {
    pending = undefined;
    if (sidebar.matches(':active')) soon();
    else draw();
  }, 30);
}
