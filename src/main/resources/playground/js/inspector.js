// Behind the scenes: every request and call in order, the payloads, and the temper.

import { append, el, icon, iconButton } from './dom.js';
import { drawTemper } from './temper.js';
import { drawWhy } from './why.js';
import { on, state } from './store.js';

const tools = document.getElementById('tools');
let open = false;
let tab = 'requests';
let selected = 0;
let inspected;
let filter = '';

export function toggleTools() {
  open = !open;
  draw();
}

/** Shows a message as the app sent it. */
export function inspectMessage(message) {
  inspected = message;
  open = true;
  tab = 'message';
  draw();
}

function draw() {
  tools.hidden = !open;
  document.body.classList.toggle('with-tools', open);
  if (!open) return;
  const tabs = [['requests', 'Requests'], ['temper', 'Temper and transcript'], ...(inspected ? [['message', 'Message']] : [])];
  tools.replaceChildren(
    el('header', { class: 'tools-bar' }, el('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Behind the scenes' }, tabs.map(([key, label]) => el('button', {
      type: 'button', role: 'tab', 'aria-selected': String(key === tab), onclick: () => {
        tab = key;
        draw();
      },
    }, label))), iconButton('close', 'Close', toggleTools)),
    el('div', { class: 'tools-body', id: 'tools-body' }));
  const body = tools.querySelector('.tools-body');
  if (tab === 'temper') append(body, drawTemper());
  else if (tab === 'message') append(body, el('div', { class: 'detail only' }, messageDetail(inspected)));
  else requests(body);
}

function requests(body) {
  const shown = [...state.exchanges.values()].filter((each) => `${each.name} ${each.outcome}`.toLowerCase().includes(filter));
  const rows = el('div', { class: 'exchanges', role: 'listbox', tabindex: '0', 'aria-label': 'Requests and calls, oldest first', onkeydown: keys }, shown.map(row));
  append(body, [
    el('div', { class: 'exchange-list' },
      el('input', { class: 'input filter', type: 'search', placeholder: 'Filter: app_mention, chat.postMessage, invalid_blocks …', 'aria-label': 'Filter requests', value: filter, oninput: (event) => {
        filter = event.target.value.toLowerCase();
        const kept = [...state.exchanges.values()].filter((each) => `${each.name} ${each.outcome}`.toLowerCase().includes(filter));
        rows.replaceChildren(...kept.map(row));
      } }),
      shown.length ? rows : [rows, el('p', { class: 'quiet empty' }, 'Nothing has been sent yet. Say something in a channel, and watch it go by.')]),
    el('div', { class: 'detail', tabindex: '0', role: 'region', 'aria-label': 'Payload' }, detail(state.exchanges.get(selected)))]);
  rows.scrollTop = rows.scrollHeight;
}

function row(exchange) {
  const out = exchange.direction === 'TO_APP';
  return el('div', {
    class: `exchange ${out ? 'out' : 'in'}`, role: 'option', 'aria-selected': String(exchange.number === selected), 'data-number': String(exchange.number),
    onclick: () => select(exchange.number),
  },
  el('span', { class: 'way', title: out ? 'Slack to the app' : 'The app to Slack' }, out ? '→ app' : '← app'),
  el('span', { class: 'exchange-name' }, exchange.name),
  exchange.headers['X-Slack-Retry-Num'] && el('span', { class: 'tag warn' }, `retry ${exchange.headers['X-Slack-Retry-Num']}`),
  el('span', { class: `tag ${good(exchange) ? 'good' : exchange.millis < 0 ? '' : 'bad'}` }, exchange.outcome),
  el('span', { class: `took${exchange.millis > 1000 ? ' slow' : ''}` }, exchange.millis < 0 ? '…' : `${exchange.millis} ms`));
}

const good = (exchange) => exchange.outcome === 'ok';

function keys(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...event.currentTarget.children];
  const at = all.findIndex((each) => Number(each.dataset.number) === selected);
  const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
  if (next) select(Number(next.dataset.number));
  next?.scrollIntoView({ block: 'nearest' });
  event.preventDefault();
}

function select(number) {
  selected = number;
  for (const each of tools.querySelectorAll('.exchange')) each.setAttribute('aria-selected', String(Number(each.dataset.number) === number));
  const place = tools.querySelector('.detail');
  place.replaceChildren();
  append(place, [detail(state.exchanges.get(number))]);
}

function detail(exchange) {
  if (!exchange) return el('p', { class: 'quiet empty' }, 'Choose a request to see its payload.');
  const at = new Date(exchange.at);
  return [
    el('h3', {}, exchange.name),
    el('dl', { class: 'facts' },
      fact('Direction', exchange.direction === 'TO_APP' ? 'Slack to the app, signed' : 'the app to Slack'),
      fact('At', `${at.toLocaleTimeString('en-GB')}.${String(at.getMilliseconds()).padStart(3, '0')}`),
      fact(exchange.direction === 'TO_APP' ? 'Acknowledged after' : 'Answered after', exchange.millis < 0 ? 'still waiting' : `${exchange.millis} ms`),
      fact('Outcome', `${exchange.status || ''} ${exchange.outcome}`),
      Object.entries(exchange.headers).map(([name, value]) => fact(name, value))),
    payload('Request', exchange.request), payload('Answer', exchange.response)];
}

const fact = (name, value) => [el('dt', {}, name), el('dd', {}, value)];

function payload(title, text) {
  if (!text) return [el('h4', {}, title), el('p', { class: 'quiet' }, 'empty')];
  let pretty = text;
  try {
    pretty = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Shown as the text it is.
  }
  return [el('h4', {}, title), el('pre', { class: 'json' }, coloured(pretty))];
}

function coloured(json) {
  return json.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?|\b(?:true|false|null|-?\d+(?:\.\d+)?)\b)/).map((part, index) => {
    if (index % 2 === 0) return part;
    const kind = part.endsWith(':') ? 'key' : part.startsWith('"') ? 'string' : 'number';
    return el('span', { class: kind }, part);
  });
}

function messageDetail(message) {
  const isApp = message.user === state.app.user;
  return [isApp && [el('h3', {}, 'Why this reply'), drawWhy(message)],
    el('h3', {}, 'The message, as it was sent'),
    payload('Message', JSON.stringify(message)),
    el('p', {}, el('a', { class: 'button', href: builder(message.blocks), target: '_blank', rel: 'noopener noreferrer' }, icon('eye', 16), ' Open in Slack’s Block Kit Builder'))];
}

/** Slack's own preview, for comparing; needs a network and an account. */
const builder = (blocks) => `https://app.slack.com/block-kit-builder#${encodeURIComponent(JSON.stringify({ blocks }))}`;

on('exchange', (exchange) => {
  if (!open || tab !== 'requests') return;
  const rows = tools.querySelector('.exchanges');
  const known = rows.querySelector(`[data-number="${exchange.number}"]`);
  tools.querySelector('.exchange-list .empty')?.remove();
  if (known) known.replaceWith(row(exchange));
  else if (`${exchange.name} ${exchange.outcome}`.toLowerCase().includes(filter)) {
    rows.append(row(exchange));
    rows.scrollTop = rows.scrollHeight;
  }
  if (exchange.number === selected) select(selected);
});
on('everything', () => open && draw());
on('temper', () => open && tab === 'temper' && !tools.contains(document.activeElement) && draw());
on('tools', toggleTools);
