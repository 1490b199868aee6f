// Where the person is: a conversation, a tab of the app, a thread; kept in the address.

import { act, isDirect, me, state, tell } from './store.js';

/** Goes to a conversation; `thread` opens one beside it. */
export function go({ conversation = state.place.conversation, tab = 'messages', thread = '' }) {
  const before = state.place;
  const changed = arrive({ conversation, tab: isDirect(conversation) ? tab : 'messages', thread });
  if (changed) tell('place');
  if (changed || before.thread !== thread) tell('thread');
}

/** Sets the place without drawing it; says whether it is another conversation or tab. */
function arrive(place) {
  const before = state.place;
  state.place = place;
  history.replaceState(null, '', `#${place.conversation}/${place.tab}/${place.thread}`);
  showScreen(place.thread ? 'thread' : 'conversation');
  const changed = before.conversation !== place.conversation || before.tab !== place.tab;
  if (changed && isDirect(place.conversation) && place.tab !== 'about') act(place.tab).catch(() => {});
  return changed;
}

export const openThread = (conversation, thread) => go({ ...state.place, conversation, thread });
export const closeThread = () => go({ ...state.place, thread: '' });

export function showSidebar() {
  showScreen('sidebar');
  document.querySelector('#sidebar button')?.focus();
}

/** On a phone one of the three panels fills the screen, and is then what the page is about. */
export function showScreen(name) {
  document.getElementById('frame').dataset.screen = name;
  for (const side of ['sidebar', 'thread']) {
    const panel = document.getElementById(side);
    if (isPhone() && side === name) panel.setAttribute('role', 'main');
    else panel.removeAttribute('role');
  }
}

export const isPhone = () => window.matchMedia('(max-width: 720px)').matches;

/** Where the address leads, if that is there for this person; else the first channel. Drawn by whoever calls. */
export function restore() {
  const [conversation, tab, thread] = location.hash.slice(1).split('/');
  const known = state.channels.some((where) => where.id === conversation) || conversation === me().directMessage;
  const tabs = isDirect(conversation ?? '') ? ['messages', 'home', 'about'] : ['messages'];
  arrive(known
    ? { conversation, tab: tabs.includes(tab) ? tab : 'messages', thread: thread ?? '' }
    : { conversation: state.channels[0].id, tab: 'messages', thread: '' });
}
