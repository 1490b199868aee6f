// Interactive elements: what one can press, choose and fill in.

import { el, icon } from './dom.js';
import { confirmFirst, menuAt } from './popover.js';
import { plain, textObject } from './mrkdwn.js';
import { act, state } from './store.js';

const remembered = new Map();

/** What is chosen and typed at present in a message or view: by block, then by action. */
export function choicesOf(container) {
  if (!remembered.has(container.key)) remembered.set(container.key, {});
  return remembered.get(container.key);
}

export const forget = (container) => remembered.delete(container.key);

function chosen(block, item, container, preset) {
  return choicesOf(container)[block.block_id]?.[item.action_id] ?? preset;
}

function choose(block, item, container, value) {
  const choices = choicesOf(container);
  (choices[block.block_id] ??= {})[item.action_id] = value;
}

/** What the app preset for an element; undefined where it preset nothing, or what its menu does not offer. */
export function presetOf(item) {
  const value = preset(item);
  return ['channels_select', 'conversations_select'].includes(item.type) && !channels().some((each) => each.value === value) ? undefined : value;
}

const preset = (item) => item.initial_value ?? item.initial_option?.value ?? item.initial_options?.map((each) => each.value) ?? item.initial_date
  ?? item.initial_time ?? item.initial_user ?? item.initial_channel ?? item.initial_conversation;

/** Tells the app; in an input block only where it asked to be told. */
async function dispatch(block, item, container, choice) {
  if (block.type === 'input' && !block.dispatch_action) return;
  if (item.confirm && !(await confirmFirst(item.confirm))) return;
  act('act', { ...container.address, action: item.action_id, choice, choices: choicesOf(container) }).catch(() => {});
}

export function element(item, block, container) {
  const node = draw(item, block, container);
  (node.matches('button, select, input, textarea, a') ? node : node.querySelector('button, select, input, textarea'))
    ?.setAttribute('data-key', `${block.block_id}/${item.action_id ?? ''}`);
  return node;
}

function draw(item, block, container) {
  switch (item.type) {
    case 'button':
    case 'workflow_button': return button(item, block, container);
    case 'icon_button': return iconOnly(item, block, container);
    case 'feedback_buttons': return feedback(item, block, container);
    case 'image': return el('img', { src: item.image_url, alt: item.alt_text, referrerpolicy: 'no-referrer' });
    case 'overflow': return overflow(item, block, container);
    case 'static_select': return select(item, block, container, item.options ?? [], item.option_groups);
    case 'users_select': return select(item, block, container, people());
    case 'channels_select':
    case 'conversations_select': return select(item, block, container, channels());
    case 'multi_static_select':
    case 'checkboxes': return boxes(item, block, container, true);
    case 'radio_buttons': return boxes(item, block, container, false);
    case 'datepicker': return typed(item, block, container, 'date');
    case 'timepicker': return typed(item, block, container, 'time');
    case 'number_input': return typed(item, block, container, 'number');
    case 'email_text_input': return typed(item, block, container, 'email');
    case 'url_text_input': return typed(item, block, container, 'url');
    case 'plain_text_input': return typed(item, block, container, item.multiline ? 'long' : 'text');
    default: return el('span', { class: 'unknown' }, `an element of the type “${item.type}”`);
  }
}

const option = (text, value) => ({ text: { type: 'plain_text', text }, value });
const people = () => state.people.map((who) => option(who.name, who.id));
const channels = () => state.channels.map((where) => option(`#${where.name}`, where.id));

function button(item, block, container) {
  const onclick = () => dispatch(block, item, container, '');
  const label = item.accessibility_label;
  if (item.url && /^https?:/i.test(item.url)) {
    return el('a', { class: `button ${item.style ?? ''}`, href: item.url, target: '_blank', rel: 'noopener noreferrer', 'aria-label': label, onclick },
      plain(item.text.text));
  }
  return el('button', { type: 'button', class: `button ${item.style ?? ''}`, 'aria-label': label, onclick }, plain(item.text.text));
}

function iconOnly(item, block, container) {
  const label = item.accessibility_label ?? item.text.text;
  return el('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: item.text.text, onclick: () => dispatch(block, item, container, item.value ?? '') },
    icon(item.icon === 'trash' ? 'trash' : 'bolt', 16));
}

function feedback(item, block, container) {
  const side = (which, picture) => {
    const { text, value, accessibility_label: label } = item[which];
    const pressed = chosen(block, item, container) === value;
    const node = el('button', {
      type: 'button', class: 'icon-button', 'aria-pressed': String(pressed), 'aria-label': label ?? text.text, title: text.text,
      onclick: () => {
        choose(block, item, container, value);
        for (const each of node.parentNode.children) each.setAttribute('aria-pressed', String(each === node));
        dispatch(block, item, container, value);
      },
    }, icon(picture, 16));
    return node;
  };
  return el('span', { class: 'feedback' }, side('positive_button', 'up'), side('negative_button', 'thumbdown'));
}

function overflow(item, block, container) {
  return el('button', {
    type: 'button', class: 'button overflow-button', 'aria-label': 'More actions', 'aria-haspopup': 'menu',
    onclick: (event) => menuAt(event.currentTarget, item.options.map((each) => ({
      label: each.text.text,
      run: () => {
        if (each.url && /^https?:/i.test(each.url)) window.open(each.url, '_blank', 'noopener');
        dispatch(block, item, container, each.value);
      },
    }))),
  }, icon('more'));
}

function select(item, block, container, options, groups) {
  const now = chosen(block, item, container, presetOf(item) ?? '');
  const choice = (each) => el('option', { value: each.value, selected: each.value === now }, each.text.text);
  const hint = item.placeholder?.text ?? 'Choose';
  return el('span', { class: 'select' }, el('select', {
    'aria-label': block.type === 'input' ? undefined : hint, id: block.type === 'input' ? fieldId(block, container) : undefined,
    onchange: (event) => {
      choose(block, item, container, event.target.value);
      dispatch(block, item, container, event.target.value);
    },
  }, el('option', { value: '', selected: now === '', disabled: block.type !== 'input' || !block.optional, hidden: block.type !== 'input' }, hint),
  groups ? groups.map((group) => el('optgroup', { label: group.label.text }, group.options.map(choice))) : options.map(choice)), icon('down', 14));
}

let groups = 0;

function boxes(item, block, container, several) {
  const now = [chosen(block, item, container, presetOf(item) ?? [])].flat();
  const name = `group-${(groups += 1)}`; // a message may be drawn twice: in its channel and in its thread
  const group = el('div', { class: 'boxes', role: several ? 'group' : 'radiogroup', 'aria-label': block.label?.text ?? item.placeholder?.text ?? 'Choices' });
  for (const each of item.options) {
    const input = el('input', {
      type: several ? 'checkbox' : 'radio', name, value: each.value, checked: now.includes(each.value),
      onchange: () => {
        const checked = [...group.querySelectorAll('input:checked')].map((box) => box.value);
        const value = several ? checked : checked[0];
        choose(block, item, container, value);
        dispatch(block, item, container, value);
      },
    });
    group.append(el('label', {}, input, el('span', {}, textObject(each.text),
      each.description && el('span', { class: 'description' }, textObject(each.description)))));
  }
  return group;
}

function typed(item, block, container, kind) {
  const long = kind === 'long';
  const node = el(long ? 'textarea' : 'input', {
    type: long ? undefined : kind, class: 'input', rows: long ? '4' : undefined, placeholder: item.placeholder?.text, maxlength: item.max_length && String(item.max_length),
    minlength: item.min_length && String(item.min_length), id: fieldId(block, container), 'aria-label': block.type === 'input' ? undefined : item.placeholder?.text ?? kind,
    step: kind === 'number' && item.is_decimal_allowed ? 'any' : undefined, min: item.min_value, max: item.max_value,
    oninput: (event) => choose(block, item, container, event.target.value),
    onchange: (event) => dispatch(block, item, container, event.target.value),
  });
  node.value = chosen(block, item, container, presetOf(item) ?? '');
  return node;
}

const fieldId = (block, container) => `field-${container.key}-${block.block_id}`;

/** An input block: label, element, hint, and the app's word where it refused the value. */
export function field(block, container) {
  const id = fieldId(block, container);
  const wrong = container.errors?.[block.block_id];
  const inner = element(block.element, block, container);
  const control = inner.matches('input, textarea, select') ? inner : inner.querySelector('select') ?? inner;
  const grouped = control.matches('[role]');
  if (wrong) {
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', `${id}-wrong`);
  }
  if (!block.optional && !grouped) control.required = true;
  return el('div', { class: `field${wrong ? ' wrong' : ''}` },
    el(grouped ? 'div' : 'label', { class: 'label', for: grouped ? undefined : id }, plain(block.label.text),
      block.optional && el('span', { class: 'quiet' }, ' (optional)')),
    inner,
    wrong && el('div', { class: 'error', id: `${id}-wrong` }, wrong),
    block.hint && el('div', { class: 'hint' }, plain(block.hint.text)));
}
