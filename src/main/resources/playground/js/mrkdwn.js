// Slack's mrkdwn, drawn as nodes: never as markup, so what people type cannot become any.

import { el } from './dom.js';
import { emoji, hasEmoji } from './emoji.js';
import { channel, nameOf, state } from './store.js';

const unescape = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A text object of Block Kit, or plain text with its emoji. */
export function textObject(text) {
  if (!text) return [];
  return text.type === 'mrkdwn' ? mrkdwn(text.text) : plain(text.text);
}

export function plain(text) {
  return lines(text, (line) => emojis(line));
}

/** Block level: code fences and quotes. */
export function mrkdwn(text) {
  const nodes = [];
  text.split(/```/).forEach((part, index, parts) => {
    if (index % 2 === 1 && index < parts.length - 1) {
      nodes.push(el('pre', { class: 'code' }, unescape(part.replace(/^\n|\n$/g, ''))));
    } else {
      nodes.push(...quotes(index % 2 === 1 ? '```' + part : part));
    }
  });
  return nodes;
}

function quotes(text) {
  const nodes = [];
  let quoted = null;
  let open = [];
  const flush = () => {
    if (open.length) nodes.push(...lines(open.join('\n'), inline));
    open = [];
  };
  for (const line of text.split('\n')) {
    const match = line.match(/^(?:&gt;|>)(?:&gt;&gt;|>>)? ?(.*)$/);
    if (match) {
      if (!quoted) {
        flush();
        quoted = [];
      }
      quoted.push(match[1]);
    } else {
      if (quoted) nodes.push(el('blockquote', {}, lines(quoted.join('\n'), inline)));
      quoted = null;
      open.push(line);
    }
  }
  if (quoted) nodes.push(el('blockquote', {}, lines(quoted.join('\n'), inline)));
  flush();
  return nodes;
}

function lines(text, draw) {
  return text.split('\n').flatMap((line, index) => (index ? [el('br'), ...draw(line)] : draw(line)));
}

const STYLES = { '*': 'b', _: 'i', '~': 's' };
const INLINE = /`([^`\n]+)`|<([^<>\n]+)>|:([a-z0-9_+'-]+(?:::skin-tone-\d)?):|([*_~])(?=\S)/g;

/** Inline level: code, links and mentions, emoji, bold, italic, strike. */
export function inline(text) {
  const nodes = [];
  let from = 0;
  INLINE.lastIndex = 0;
  for (let match = INLINE.exec(text); match; match = INLINE.exec(text)) {
    const [all, code, token, name, mark] = match;
    let node;
    let end = match.index + all.length;
    if (code !== undefined) node = el('code', {}, unescape(code));
    else if (token !== undefined) node = reference(token);
    else if (name !== undefined) node = hasEmoji(name) ? emoji(name) : undefined;
    else {
      const close = closing(text, match.index, mark);
      if (close > 0) {
        node = el(STYLES[mark], {}, inline(text.slice(match.index + 1, close)));
        end = close + 1;
      }
    }
    if (node !== undefined) {
      nodes.push(unescape(text.slice(from, match.index)), node);
      from = end;
    }
    INLINE.lastIndex = node === undefined ? match.index + 1 : end;
  }
  nodes.push(unescape(text.slice(from)));
  return nodes.filter((node) => node !== '');
}

/** Where a style ends, or -1: it begins after and ends before something that is no letter or digit. */
function closing(text, start, mark) {
  if (start > 0 && /[\p{L}\p{N}*_~]/u.test(text[start - 1])) return -1;
  for (let at = text.indexOf(mark, start + 2); at > 0; at = text.indexOf(mark, at + 1)) {
    const after = text[at + 1] ?? ' ';
    if (!/\s/.test(text[at - 1]) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}

function reference(token) {
  const [target, label] = token.split('|');
  if (target.startsWith('@')) return mention(target.slice(1));
  if (target.startsWith('#')) return channelLink(target.slice(1), label);
  if (target.startsWith('!date^')) return date(target.split('^'), label);
  if (target.startsWith('!')) return el('span', { class: 'mention loud' }, `@${label ?? target.slice(1).split('^')[0]}`);
  return link(unescape(target), label ? unescape(label) : undefined);
}

export function mention(user) {
  const mine = user === state.me ? ' mine' : '';
  return el('span', { class: `mention${mine}` }, `@${nameOf(user)}`);
}

export function channelLink(id, label) {
  return el('span', { class: 'mention' }, `#${channel(id)?.name ?? label ?? id}`);
}

/** A link, where it leads somewhere harmless; else its words. */
export function link(address, label) {
  if (!/^(https?:|mailto:)/i.test(address)) return label ?? address;
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, label ?? address);
}

/** `<!date^1392734382^{date_short}|fallback>` in the reader's own time. */
export function date([, seconds, format = '{date}'], fallback = '') {
  const when = new Date(Number(seconds) * 1000);
  if (Number.isNaN(when.getTime())) return fallback;
  const day = (options) => when.toLocaleDateString('en-GB', options);
  const time = when.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const long = day({ year: 'numeric', month: 'long', day: 'numeric' });
  const words = {
    date_num: day({ year: 'numeric', month: '2-digit', day: '2-digit' }), date: long, date_pretty: long,
    date_short: day({ year: 'numeric', month: 'short', day: 'numeric' }), date_short_pretty: day({ year: 'numeric', month: 'short', day: 'numeric' }),
    date_long: day({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }), date_long_pretty: long,
    time, time_secs: time,
  };
  return el('time', { datetime: when.toISOString(), title: fallback }, format.replace(/\{(\w+)\}/g, (all, key) => words[key] ?? all));
}

function emojis(text) {
  return [text.replace(/:([a-z0-9_+'-]+):/g, (all, name) => (hasEmoji(name) ? emoji(name) : all))];
}
