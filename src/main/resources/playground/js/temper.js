// How Slack behaves today, and what was said: saved, played again, thrown away.

import { el, toast } from './dom.js';
import { confirmFirst } from './popover.js';
import { act, state } from './store.js';

const SHARES = [
  ['duplicated', 'Send events twice', 'The same event id comes again at once.'],
  ['unacknowledged', 'Lose acknowledgements', 'The app did answer, but Slack did not hear it and retries.'],
  ['reordered', 'Reorder events', 'An event waits until the next one has overtaken it.'],
  ['rateLimited', 'Rate limit (429)', 'Web API calls are refused with Retry-After.'],
  ['failing', 'Server errors (503)', 'Web API calls fail without being carried out.'],
  ['hanging', 'Hang', 'Web API calls are answered late.'],
  ['cut', 'Cut the connection', 'Web API calls are carried out, but the answer is lost.'],
];

const DAYS = {
  'A good day': {},
  'A slow day': { delay: 1500, hanging: 20, hang: 3000 },
  'A busy day': { rateLimited: 30, duplicated: 20 },
  'A bad day': { duplicated: 30, unacknowledged: 30, reordered: 30, rateLimited: 20, failing: 20, cut: 10, delay: 500 },
};

export function drawTemper() {
  const form = el('form', { class: 'temper', onsubmit: (event) => event.preventDefault() });
  const redraw = () => form.replaceChildren(...content());
  const set = (change) => {
    state.temper = { ...state.temper, ...change };
    act('temper', { temper: state.temper }).catch(() => {});
  };

  function content() {
    return [
      el('fieldset', {}, el('legend', {}, 'Slack’s temper'),
        el('div', { class: 'days' }, Object.entries(DAYS).map(([name, day]) => el('button', {
          type: 'button', class: 'button', onclick: () => {
            set({ ...Object.fromEntries(SHARES.map(([key]) => [key, 0])), delay: 0, hang: 15000, ...day });
            redraw();
          },
        }, name))),
        el('div', { class: 'sliders' }, SHARES.map(([key, label, hint]) => slider(key, label, hint, 100, 5, '%')),
        slider('delay', 'Delay events', 'Each event waits before it is sent.', 10000, 250, ' ms'),
        slider('hang', 'Length of a hang', 'How late a hanging answer comes.', 30000, 500, ' ms'))),
      state.canRestart && el('fieldset', {}, el('legend', {}, 'The app'),
        el('p', { class: 'quiet' }, 'Stop it in the middle of whatever it does, and start it again as an upgrade would: it takes up where it was, and answers what is still open.'),
        el('div', { class: 'days' }, el('button', { type: 'button', class: 'button', onclick: () => act('restart').then(() => toast('The app is being restarted.'), () => {}) }, 'Restart the app'))),
      el('fieldset', {}, el('legend', {}, 'Transcript'),
        el('p', { class: 'quiet' }, 'Save what was said, commanded and pressed, play the people’s part again to see whether the app still says the same, or begin with an empty workspace.'),
        el('div', { class: 'days' },
          el('a', { class: 'button', href: 'workspace/transcript', download: 'transcript.json' }, 'Save transcript'),
          el('label', { class: 'button' }, 'Play a transcript …', el('input', { type: 'file', class: 'unseen', accept: 'application/json', onchange: replay })),
          el('button', { type: 'button', class: 'button danger', onclick: clear }, 'Empty the workspace')))];
  }

  function slider(key, label, hint, most, step, unit) {
    const value = String(state.temper[key] ?? 0);
    const shown = el('output', {}, value + unit);
    return el('label', { class: 'slider' }, el('span', {}, el('b', {}, label), el('span', { class: 'quiet' }, hint)),
      el('input', { type: 'range', min: '0', max: String(most), step: String(step), value, 'aria-label': label, oninput: (event) => {
        shown.textContent = event.target.value + unit;
      }, onchange: (event) => set({ [key]: Number(event.target.value) }) }), shown);
  }

  redraw();
  return form;
}

async function replay(event) {
  const [file] = event.target.files;
  event.target.value = '';
  try {
    const { transcript } = JSON.parse(await file.text());
    const { differences } = await act('replay', { transcript });
    if (differences.length) showDifferences(differences);
    else toast('The transcript was played to its end, and the app said the same.');
  } catch (problem) {
    if (problem instanceof SyntaxError) toast('That file is no transcript.', 'warning');
  }
}

function showDifferences(differences) {
  const dialog = el('dialog', { class: 'dialog', 'aria-label': 'What came out otherwise', onclose: () => dialog.remove() },
    el('h2', {}, 'What came out otherwise'),
    el('div', { class: 'dialog-body', tabindex: '0' }, differences.map(({ line, then, now }) => [
      el('h3', {}, `Line ${line}`), el('dl', {}, el('dt', {}, el('b', {}, 'Then')), el('dd', {}, then), el('dt', {}, el('b', {}, 'Now')), el('dd', {}, now || 'nothing'))])),
    el('footer', {}, el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Close')));
  document.body.append(dialog);
  dialog.showModal();
}

async function clear() {
  const sure = await confirmFirst({
    title: { text: 'Empty the workspace?' }, confirm: { text: 'Empty it' }, style: 'danger',
    text: { type: 'plain_text', text: 'All messages go. What the app remembers of people stays with the app.' },
  });
  if (sure) act('reset').catch(() => {});
}
