// The workspace: puts the parts together and follows what happens.

import './conversation.js';
import './modal.js';
import './sidebar.js';
import './thread.js';
import { el } from './dom.js';
import { listenToKeys } from './keys.js';
import { restore } from './place.js';
import { follow, on, state } from './store.js';
import { applyTheme } from './theme.js';

applyTheme();
listenToKeys();

const banner = el('div', { class: 'offline', role: 'alert', hidden: true }, 'The connection to the workspace is gone. Trying again …');
document.body.prepend(banner);
on('online', () => {
  banner.hidden = state.online;
});

on('ready', restore);

follow(localStorage.getItem('me') ?? '');
