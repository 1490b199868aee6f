// Block Kit as Slack draws it. What is not known here is shown as such, never dropped.

import { el } from './dom.js';
import { element, field } from './elements.js';
import { markdown } from './markdown.js';
import { plain, textObject } from './mrkdwn.js';
import { richText } from './richtext.js';

const LONG = 700;

/** Blocks of a message or a view; `container` says where a press or a choice belongs. */
export function drawBlocks(blocks, container) {
  return blocks.map((block) => {
    const node = drawBlock(block, container);
    node.classList.add('block');
    node.dataset.block = block.block_id ?? '';
    return node;
  });
}

function drawBlock(block, container) {
  switch (block.type) {
    case 'header': return el(container.heading ?? 'h3', { class: 'header-block' }, plain(block.text.text));
    case 'section': return section(block, container);
    case 'context': return context(block);
    case 'divider': return el('hr', { class: 'divider' });
    case 'actions': return actions(block, container, 'actions');
    case 'context_actions': return actions(block, container, 'context-actions');
    case 'input': return field(block, container);
    case 'image': return image(block);
    case 'rich_text': return richText(block);
    case 'markdown': return el('div', { class: 'markdown' }, markdown(block.text));
    case 'table': return table(block);
    case 'alert': return el('div', { class: `alert ${block.level ?? 'info'}`, role: 'note' }, textObject(block.text));
    default: return unknown(block);
  }
}

function section(block, container) {
  const accessory = block.accessory && el('div', { class: `accessory accessory-${block.accessory.type}` }, element(block.accessory, block, container));
  const words = block.text && el('div', { class: 'words' }, textObject(block.text));
  return el('div', { class: 'section' },
    el('div', { class: 'section-words' },
      words && (block.text.text.length > LONG && !block.expand ? folded(words) : words),
      block.fields && el('div', { class: 'fields' }, block.fields.map((each) => el('div', {}, textObject(each))))),
    accessory);
}

/** Slack folds long sections away unless they say `expand: true`. */
function folded(words) {
  words.classList.add('folded');
  const more = el('button', {
    type: 'button', class: 'link-button', 'aria-expanded': 'false',
    onclick: () => {
      const folds = words.classList.toggle('folded');
      more.textContent = folds ? 'See more' : 'See less';
      more.setAttribute('aria-expanded', String(!folds));
    },
  }, 'See more');
  return [words, more];
}

function context(block) {
  return el('div', { class: 'context' }, block.elements.map((each) => (each.type === 'image'
    ? el('img', { src: each.image_url, alt: each.alt_text, referrerpolicy: 'no-referrer' })
    : el('span', {}, textObject(each)))));
}

function actions(block, container, kind) {
  return el('div', { class: kind }, block.elements.map((each) => element(each, block, container)));
}

function image(block) {
  return el('figure', { class: 'image' },
    block.title && el('figcaption', {}, plain(block.title.text)),
    el('img', { src: block.image_url, alt: block.alt_text, loading: 'lazy', referrerpolicy: 'no-referrer' }));
}

function table(block) {
  const [head, ...rows] = block.rows;
  const align = (index) => `align-${block.column_settings?.[index]?.align ?? 'left'}`;
  const cell = (tag, scope) => (each, index) => el(tag, { scope, class: align(index) }, cellContent(each));
  return el('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': 'Table' },
    el('table', { class: 'table' },
      el('thead', {}, el('tr', {}, head.map(cell('th', 'col')))),
      el('tbody', {}, rows.map((row) => el('tr', {}, row.map(cell('td')))))));
}

function cellContent(cell) {
  return cell.type === 'rich_text' ? richText(cell) : plain(String(cell.text ?? cell.value ?? ''));
}

function unknown(block) {
  return el('details', { class: 'unknown' },
    el('summary', {}, `A block of the type “${block.type}”, which this workspace cannot draw`),
    el('pre', {}, JSON.stringify(block, null, 2)));
}
