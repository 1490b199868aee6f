// rich_text blocks: sections, lists, quotes, preformatted.

import { el } from './dom.js';
import { emoji } from './emoji.js';
import { channelLink, date, link, mention } from './mrkdwn.js';

export function richText(block) {
  return el('div', { class: 'rich' }, block.elements.map(part));
}

function part(element) {
  switch (element.type) {
    case 'rich_text_section': return el('div', {}, inlines(element.elements));
    case 'rich_text_quote': return el('blockquote', {}, inlines(element.elements));
    case 'rich_text_preformatted': return el('pre', { class: 'code' }, inlines(element.elements));
    case 'rich_text_list': return list(element);
    default: return el('div', { class: 'unknown' }, `A rich text part of the type ${element.type}`);
  }
}

function list(element) {
  const ordered = element.style === 'ordered';
  const node = el(ordered ? 'ol' : 'ul', { start: ordered && element.offset ? String(element.offset + 1) : undefined, class: `indent-${element.indent ?? 0}` },
    element.elements.map((item) => el('li', {}, inlines(item.elements))));
  return node;
}

function inlines(elements = []) {
  return elements.flatMap((element) => styled(inline(element), element.style));
}

function inline(element) {
  switch (element.type) {
    case 'text': return element.text.split('\n').flatMap((line, index) => (index ? [el('br'), line] : [line]));
    case 'link': return [link(element.url, element.text)];
    case 'user': return [mention(element.user_id)];
    case 'channel': return [channelLink(element.channel_id)];
    case 'usergroup': return [el('span', { class: 'mention' }, '@group')];
    case 'broadcast': return [el('span', { class: 'mention loud' }, `@${element.range}`)];
    case 'emoji': return [emoji(element.name)];
    case 'date': return [date(['', element.timestamp, element.format], element.fallback)];
    case 'color': return [el('code', {}, element.value)];
    default: return [el('span', { class: 'unknown' }, `[${element.type}]`)];
  }
}

function styled(nodes, style = {}) {
  const wrap = (tag, inner) => [el(tag, {}, inner)];
  let drawn = nodes;
  if (style.code) drawn = wrap('code', drawn);
  if (style.strike) drawn = wrap('s', drawn);
  if (style.italic) drawn = wrap('i', drawn);
  if (style.bold) drawn = wrap('b', drawn);
  return drawn;
}
