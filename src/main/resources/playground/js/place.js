// Where the person is: a conversation, a tab of the app, a thread; kept in the address.

import { act, isDirect, me, state, tell } from './store.js';

/** Goes to a conversation; `thread` opens one beside it. */
export function go({ conversation = state.place.conversation, tab = 'messages', thread = '' }) {
  const before = state.place;
  state.place = { conversation, tab: isDirect(conversation) ? tab : 'messages', thread };
  const changed = before.conversation !== state.place.conversation || before.tab !== state.place.tab;
  history.replaceState(null, '', `#${conversation}/${state.place.tab}/${thread}`);
  document.getElementById('frame').dataset.screen = thread ? 'thread' : 'conversation';
  if (changed && isDirect(conversation) && state.me) {
    if (state.place.tab === 'home') act('home').catch(() => {});
    if (state.place.tab === 'messages') act('messages').catch(() => {});
  }
  if (changed) tell('place');
  if (changed || before.thread !== thread) tell('thread');
}

export const openThread = (conversation, thread) => go({ ...state.place, conversation, thread });
export const closeThread = () => go({ ...state.place, thread: '' });

export function showSidebar() {
  document.getElementById('frame').dataset.screen = 'sidebar';
  document.querySelector('#sidebar button')?.focus();
}

export const isPhone = () => window.matchMedia('(max-width: 720px)').matches;

/** Where the address or the last visit leads; else the first channel. */
export function restore() {
  const [conversation, tab, thread] = location.hash.slice(1).split('/');
  const known = state.channels.some((where) => where.id === conversation) || conversation === me().directMessage;
  state.place = { conversation: '', tab: 'messages', thread: '' };
  go(known ? { conversation, tab: ['messages', 'home', 'about'].includes(tab) ? tab : 'messages', thread: thread ?? '' } : { conversation: state.channels[0].id });
}
