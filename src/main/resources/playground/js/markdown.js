// The markdown block: standard Markdown as far as Slack draws it, as nodes.

import { el } from './dom.js';
import { link } from './mrkdwn.js';
import { emoji, hasEmoji } from './emoji.js';

export function markdown(text) {
  return blocks(text.replaceAll('\r', '').split('\n'));
}

const RULES = [
  [/^```(\w*)\s*$/, fence],
  [/^(#{1,6})\s+(.*)$/, (lines, [, marks, words]) => [el(`h${Math.min(6, marks.length + 2)}`, { class: 'md' }, spans(words)), 1]],
  [/^\s*([-*_])(\s*\1){2,}\s*$/, () => [el('hr'), 1]],
  [/^>\s?/, quote],
  [/^(\s*)([-*+]|\d+[.)])\s+/, list],
  [/^\|?.+\|.+/, table],
];

function blocks(lines) {
  const nodes = [];
  let at = 0;
  while (at < lines.length) {
    if (!lines[at].trim()) {
      at += 1;
      continue;
    }
    let taken = 0;
    for (const [pattern, draw] of RULES) {
      const match = lines[at].match(pattern);
      const [node, count] = (match && draw(lines.slice(at), match)) || [];
      if (count) {
        nodes.push(node);
        taken = count;
        break;
      }
    }
    if (!taken) {
      const rest = lines.slice(at);
      const end = rest.findIndex((line, index) => index > 0 && (!line.trim() || RULES.slice(0, 5).some(([pattern]) => pattern.test(line))));
      taken = end < 0 ? rest.length : end;
      nodes.push(el('p', {}, rest.slice(0, taken).flatMap((line, index) => (index ? [el('br'), ...spans(line)] : spans(line)))));
    }
    at += taken;
  }
  return nodes;
}

function fence(lines) {
  const end = lines.findIndex((line, index) => index > 0 && /^```\s*$/.test(line));
  const last = end < 0 ? lines.length : end;
  return [el('pre', { class: 'code' }, lines.slice(1, last).join('\n')), last + 1];
}

function quote(lines) {
  const end = lines.findIndex((line) => !/^>/.test(line));
  const count = end < 0 ? lines.length : end;
  return [el('blockquote', {}, blocks(lines.slice(0, count).map((line) => line.replace(/^>\s?/, '')))), count];
}

function list(lines, [, indent, mark]) {
  const item = new RegExp(`^ {${indent.length}}([-*+]|\\d+[.)])\\s+(.*)$`);
  const items = [];
  let at = 0;
  while (at < lines.length) {
    const match = lines[at].match(item);
    const deeper = lines[at].match(/^(\s*)\S/)?.[1].length > indent.length;
    if (match) items.push({ words: match[2], below: [] });
    else if (deeper && items.length) items.at(-1).below.push(lines[at]);
    else break;
    at += 1;
  }
  const ordered = /\d/.test(mark);
  return [el(ordered ? 'ol' : 'ul', { start: ordered ? String(parseInt(mark, 10)) : undefined },
    items.map(({ words, below }) => {
      const task = words.match(/^\[([ xX])]\s+(.*)$/);
      const box = task && el('input', { type: 'checkbox', disabled: true, checked: task[1] !== ' ', 'aria-label': task[2] });
      return el('li', { class: task && 'task' }, box, spans(task ? task[2] : words), blocks(dedent(below)));
    })), at];
}

function dedent(lines) {
  const indent = Math.min(...lines.map((line) => line.match(/^\s*/)[0].length));
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0));
}

function table(lines) {
  if (!/^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[1] ?? '') || !lines[1].includes('|')) return [null, 0];
  const end = lines.findIndex((line) => !line.includes('|'));
  const count = end < 0 ? lines.length : end;
  const cells = (line) => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());
  const [head, , ...rows] = lines.slice(0, count).map(cells);
  return [el('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': 'Table' }, el('table', { class: 'table' },
    el('thead', {}, el('tr', {}, head.map((cell) => el('th', { scope: 'col' }, spans(cell))))),
    el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell) => el('td', {}, spans(cell)))))))), count];
}

const SPAN = /(`+)(.+?)\1|\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__|~~(.+?)~~|(?<![\w*])\*(?=\S)(.+?)(?<=\S)\*|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)|\[([^\]]+)]\(([^)\s]+)\)|<?(https?:\/\/[^\s<>)]+)>?|:([a-z0-9_+'-]+):|\\([\\`*_{}[\]()#+\-.!|>~])/g;

function spans(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(SPAN)) {
    const [all, , code, bold, bold2, strike, italic, italic2, label, address, bare, name, escaped] = match;
    if (match.index < from || (name && !hasEmoji(name))) continue;
    nodes.push(text.slice(from, match.index));
    if (code !== undefined) nodes.push(el('code', {}, code));
    else if (bold ?? bold2) nodes.push(el('b', {}, spans(bold ?? bold2)));
    else if (strike) nodes.push(el('s', {}, spans(strike)));
    else if (italic ?? italic2) nodes.push(el('i', {}, spans(italic ?? italic2)));
    else if (label) nodes.push(link(address, label));
    else if (bare) nodes.push(link(bare));
    else if (name) nodes.push(emoji(name));
    else nodes.push(escaped);
    from = match.index + all.length;
  }
  nodes.push(text.slice(from));
  return nodes.filter((node) => node !== '');
}
