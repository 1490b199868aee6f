// The message box: Enter sends, `/` completes commands, `@` people, `#` channels.

import { el, icon } from './dom.js';
import { avatar } from './message.js';
import { act, channel, isDirect, state, tell } from './store.js';

const drafts = new Map();
const MOST = 8;

/**
 * A message box.
 * @param place gives {channel, thread}
 * @param sent called after something was sent
 */
export function compose({ id, label, place, sent }) {
  const where = place();
  const name = isDirect(where.channel) ? state.app.name : `#${channel(where.channel)?.name}`;
  const key = `${state.me}/${where.channel}/${where.thread ?? ''}`;
  const list = el('div', { class: 'completions', id: `${id}-list`, role: 'listbox', 'aria-label': 'Suggestions', hidden: true });
  const box = el('textarea', {
    id, rows: '1', placeholder: label ?? `Message ${name}`, 'aria-label': label ?? `Message ${name}`, autocomplete: 'off', 'aria-autocomplete': 'list',
    'aria-controls': list.id, enterkeyhint: 'send',
  });
  const send = el('button', { type: 'submit', class: 'send', 'aria-label': 'Send', title: 'Send', disabled: true }, icon('send'));
  const form = el('form', { class: 'composer', novalidate: true, 'data-key': key }, list, el('div', { class: 'composer-box' }, box, send));
  box.value = drafts.get(key) ?? '';
  let offers = [];
  let at = -1;

  const fit = () => {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 180)}px`;
    send.disabled = !box.value.trim();
  };

  function offer() {
    offers = completions(box.value, box.selectionStart, place());
    at = offers.length ? 0 : -1;
    list.hidden = !offers.length;
    list.replaceChildren(...offers.map((each, index) => el('div', {
      id: `${id}-option-${index}`, role: 'option', 'aria-selected': String(index === at), class: 'completion',
      onpointerdown: (event) => {
        event.preventDefault();
        take(each);
      },
    }, each.mark, el('b', {}, each.label), el('span', { class: 'quiet' }, each.hint))));
    mark();
  }

  function mark() {
    [...list.children].forEach((each, index) => each.setAttribute('aria-selected', String(index === at)));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    if (at >= 0) box.setAttribute('aria-activedescendant', `${id}-option-${at}`);
    else box.removeAttribute('aria-activedescendant');
  }

  function take({ from, insert, run }) {
    if (run) {
      box.value = '';
      drafts.delete(key);
      fit();
      offer();
      run();
      return;
    }
    const after = box.value.slice(box.selectionStart);
    box.value = `${box.value.slice(0, from)}${insert} ${after}`;
    box.selectionStart = box.selectionEnd = from + insert.length + 1;
    drafts.set(key, box.value);
    fit();
    offer();
    box.focus();
  }

  function submit() {
    const text = box.value.trim();
    if (!text) return;
    box.value = '';
    drafts.delete(key);
    fit();
    offer();
    deliver(text, place()).then(sent, () => {
      box.value = text;
      fit();
    });
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener('input', () => {
    drafts.set(key, box.value);
    fit();
    offer();
  });
  box.addEventListener('blur', () => {
    list.hidden = true;
  });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const open = !list.hidden && offers.length > 0;
    const exact = open && offers[at]?.insert === box.value.slice(offers[at].from).trimEnd();
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      at = (at + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length;
      mark();
    } else if (open && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !exact))) take(offers[at]);
    else if (open && event.key === 'Escape') {
      list.hidden = true;
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey) submit();
    else return;
    event.preventDefault();
  });
  setTimeout(fit);
  return form;
}

/** Says something, or calls a command; a command in a thread is refused, as at Slack. */
async function deliver(text, { channel: where, thread }) {
  const command = text.match(/^(\/[\w-]+)(?:\s+([\s\S]*))?$/);
  if (command && thread) {
    await act('refuse', { channel: where, command: command[1] });
  } else if (command) {
    await act('command', { channel: where, command: command[1], text: command[2] ?? '' });
  } else {
    await act('say', { channel: where, thread, text });
  }
  tell('sent', { text, where, thread });
}

/** What could stand at the cursor: {from, insert, label, hint, mark}, or {run} where it is done at once. */
function completions(text, cursor, place) {
  const before = text.slice(0, cursor);
  const command = before.match(/^\/([\w-]*)$/);
  if (command && !place.thread) return commands(command[1]);
  const word = before.match(/^(\/[\w-]+) +(\S*)$/);
  if (word && !place.thread) return subcommands(word[1], word[2], cursor);
  const name = before.match(/(^|\s)([@#])([\p{L}\p{N}._ -]{0,20})$/u);
  return name ? names(name[2], name[3], cursor - name[3].length - 1) : [];
}

function commands(typed) {
  const own = state.commands.map((each) => ({ from: 0, insert: each.name, label: each.name, hint: `${each.usageHint}  ${each.description}`, mark: avatar(state.app.user, 'tiny') }));
  const slacks = [{ from: 0, insert: `/invite @${state.app.name}`, label: '/invite', hint: `add ${state.app.name} to this channel` }];
  const shortcuts = state.shortcuts.filter((each) => !each.onMessage).map((each) => ({
    from: 0, label: `/${each.name}`, hint: 'Shortcut', mark: avatar(state.app.user, 'tiny'), run: () => act('shortcut', { callback: each.callbackId }).catch(() => {}),
  }));
  return [...own, ...shortcuts, ...slacks].filter((each) => each.label.slice(1).toLowerCase().startsWith(typed.toLowerCase())).slice(0, MOST);
}

/** A usage hint such as `[ask …|recommend …]` tells the words that may come first. */
function subcommands(name, typed, cursor) {
  const hint = state.commands.find((each) => each.name === name)?.usageHint ?? '';
  if (!hint.includes('|')) return [];
  return hint.replace(/^[[(]|[\])]$/g, '').split('|').map((each) => each.trim()).filter(Boolean)
    .map((each) => ({ words: each.replace(/[<[(…].*$/u, '').trim(), whole: each }))
    .filter(({ words }) => words && words.startsWith(typed.toLowerCase()) && words !== typed)
    .map(({ words, whole }) => ({ from: cursor - typed.length, insert: words, label: words, hint: whole === words ? '' : whole.slice(words.length) }));
}

function names(sigil, typed, from) {
  const wanted = typed.toLowerCase();
  const people = [{ label: state.app.name, hint: 'App', mark: avatar(state.app.user, 'tiny') },
    ...state.people.map((who) => ({ label: who.handle, hint: `${who.name}, ${who.title}`, mark: avatar(who.id, 'tiny') }))];
  const channels = state.channels.map((where) => ({ label: where.name, hint: where.topic }));
  return (sigil === '@' ? people : channels)
    .filter(({ label, hint }) => label.toLowerCase().startsWith(wanted) || hint.toLowerCase().startsWith(wanted))
    .filter(({ label }) => label.toLowerCase() !== wanted.trim() || !typed.endsWith(' '))
    .slice(0, MOST).map((each) => ({ ...each, from, insert: sigil + each.label }));
}
