// The only way markup comes about here: elements from code, text as text.

/** An element with properties (`class`, `data-x`, `onclick`, `aria-…`) and children (nodes, text, lists; empty ones skipped). */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value !== 'string' && !name.includes('-')) node[name] = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  append(node, children);
  return node;
}

export function append(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === undefined || child === null || child === false || child === '') continue;
    node.append(child);
  }
  return node;
}

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  hash: 'M7 3 5.5 17M14.5 3 13 17M3 7.5h14M2.5 12.5h14',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0 0v1.5a2 2 0 0 0 4 0V10a7 7 0 1 0-3 5.7',
  reply: 'M4 5.5A2.5 2.5 0 0 1 6.5 3h7A2.5 2.5 0 0 1 16 5.5v5a2.5 2.5 0 0 1-2.5 2.5H9l-4 4v-4.2A2.5 2.5 0 0 1 4 10.5z',
  more: 'M10 4.5v.1M10 10v.1M10 15.5v.1',
  smile: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM7.3 8v.1M12.7 8v.1M6.5 11.5c.8 1.6 2 2.4 3.5 2.4s2.700-.8 3.500-2.400',
  close: 'M5 5l10 10M15 5 5 15',
  send: 'M3 4l14.500 6L3 16l1.800-6zM4.800 10H11',
  eye: 'M2 10s3-5.500 8-5.500 8 5.500 8 5.500-3 5.500-8 5.500S2 10 2 10zm10.400 0a2.400 2.400 0 1 1-4.800 0 2.400 2.400 0 0 1 4.800 0z',
  back: 'M12.500 4 6.500 10l6 6',
  down: 'M5 7.500l5 5 5-5',
  up: 'M7 17V9l3.600-6.200a1.500 1.500 0 0 1 2.600 1.400L12.200 8H16a1.500 1.500 0 0 1 1.500 1.800l-1.100 5.700A1.800 1.800 0 0 1 14.600 17zM3 9h4v8H3z',
  thumbdown: 'M13 3v8l-3.600 6.200a1.500 1.500 0 0 1-2.600-1.400L7.800 12H4a1.500 1.500 0 0 1-1.500-1.800l1.100-5.700A1.800 1.800 0 0 1 5.400 3zM17 11h-4V3h4z',
  trash: 'M4 6h12M8 6V4h4v2M5.500 6l.700 10.500h7.600L14.500 6M8.500 9v5M11.500 9v5',
  bolt: 'M11 2.500 4.500 11H10l-1 6.500L15.500 9H10z',
  pulse: 'M2 10.500h3.500L8 4l4 12.500 2.300-6H18',
  sun: 'M10 6.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600 16 16M4 16l1.400-1.400M14.600 5.400 16 4',
  moon: 'M16.500 12.300A7 7 0 0 1 7.700 3.500a7 7 0 1 0 8.800 8.800z',
  check: 'M4 10.500l4 4 8-9',
  compass: 'M17.500 10a7.500 7.500 0 1 1-15 0 7.500 7.500 0 0 1 15 0zM13.200 6.800 11 11l-4.200 2.200L9 9z',
  plus: 'M10 4v12M4 10h12',
  keyboard: 'M2.500 5h15v10h-15zM5.500 8v.1M8.500 8v.1M11.500 8v.1M14.500 8v.1M6 12h8',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
};

/** A line icon, hidden from screen readers: its button has the words. */
export function icon(name, size = 18) {
  const svg = document.createElementNS(SVG, 'svg');
  const shape = document.createElementNS(SVG, 'path');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 20 20', width: size, height: size, fill: 'none', stroke: 'currentColor',
    'stroke-width': name === 'more' ? 2.6 : 1.6, 'stroke-linecap': 'round', 'stroke-linejoin': 'round',
    'aria-hidden': 'true', class: 'icon',
  })) svg.setAttribute(key, value);
  shape.setAttribute('d', PATHS[name] ?? PATHS.hash);
  svg.append(shape);
  return svg;
}

/** A button with only an icon to see; its label is for hovering and for screen readers. */
export function iconButton(name, label, onclick, properties = {}) {
  return el('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...properties },
    icon(name));
}

/** Replaces a node and keeps the focus on the element with the same `data-key`, where there is one. */
export function swap(old, fresh) {
  const key = old.contains(document.activeElement) ? document.activeElement.closest('[data-key]')?.dataset.key : undefined;
  old.replaceWith(fresh);
  if (key) fresh.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  return fresh;
}

/** Draws a panel anew; what stands at its foot stays, if it has the same `data-key`, so that nobody who types there is cut off. */
export function redraw(panel, nodes, foot) {
  const old = panel.lastElementChild;
  const above = append(document.createDocumentFragment(), nodes);
  if (old?.dataset.key !== foot.dataset.key) {
    panel.replaceChildren(above, foot);
    return;
  }
  while (panel.firstChild !== old) panel.firstChild.remove();
  panel.prepend(above);
}

export function say(text) {
  document.getElementById('announcer').textContent = text;
}

/** A passing note at the foot of the page. */
export function toast(text, kind = '') {
  const note = el('div', { class: `toast ${kind}` }, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), 6000);
}
