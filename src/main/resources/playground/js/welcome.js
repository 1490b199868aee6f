// The first minute: three things to try, ticked off as they are done.

import { el, icon, iconButton } from './dom.js';
import { go, isPhone, showScreen } from './place.js';
import { act, channel, me, on, state, tell } from './store.js';

const DONE = 'welcome-done';
const GONE = 'welcome-gone';

const done = () => new Set(JSON.parse(localStorage.getItem(DONE) ?? '[]'));

const STEPS = [
  {
    key: 'ask', title: 'Ask a question', words: () => `Mention ${state.app.name} in a channel. The answer comes in a thread, with its sources.`,
    label: 'Ask how AWS exam questions are built',
    run: () => say(`@${state.app.name} How are the questions on the AWS exam built?`),
    isDone: ({ text, where }) => text.toLowerCase().includes(`@${state.app.name.toLowerCase()}`) && Boolean(channel(where)),
  },
  {
    key: 'recommend', title: 'Get a recommendation', words: () => 'Say who you are after a slash command. Only you see the reply.',
    label: 'Say: data scientist on SageMaker',
    run: () => command('recommend I am a data scientist and we train our models on SageMaker'),
    isDone: ({ text }) => /^\/\S+\s+recommend/.test(text),
  },
  {
    key: 'interview', title: 'Be interviewed', words: () => 'A few questions, one at a time, in your direct messages. Go back and change your mind as you like.',
    label: 'Start the interview',
    run: () => {
      go({ conversation: me().directMessage });
      return act('say', { channel: me().directMessage, text: 'Interview me' });
    },
    isDone: ({ text }) => /interview/i.test(text),
  },
];

const channelHere = () => (channel(state.place.conversation)?.joined ? state.place.conversation : state.channels[0].id);

function say(text) {
  const where = channelHere();
  go({ conversation: where });
  return act('say', { channel: where, text });
}

function command(text) {
  const where = channelHere();
  go({ conversation: where });
  return act('command', { channel: where, command: state.commands[0]?.name ?? '/advisor', text });
}

const putAway = () => {
  localStorage.setItem(GONE, '1');
  tell('welcome');
};

function tryButton(step) {
  return el('button', { type: 'button', class: 'button', 'data-key': step.key, onclick: () => {
    mark(step.key);
    Promise.resolve(step.run()).catch(() => {});
  } }, step.label);
}

/** The card that greets; nothing once something was tried or it was put away. */
export function drawWelcome() {
  if (localStorage.getItem(GONE) || done().size) return null;
  return el('section', { class: 'welcome', 'aria-label': 'Things to try' },
    el('header', {}, el('div', {}, el('h2', {}, `Welcome to ${state.team}`),
      el('p', {}, `A workspace on your own machine, with the real ${state.app.name} in it. Nothing leaves this computer. Three things to try:`)),
    iconButton('close', 'Put this away', putAway)),
    el('ol', {}, STEPS.map((step, index) => el('li', {},
      el('span', { class: 'step-mark', 'aria-hidden': 'true' }, String(index + 1)),
      el('div', {}, el('h3', {}, step.title), el('p', {}, step.words())), tryButton(step)))));
}

/** After the first step: what comes next, above the message box. */
export function drawNextStep() {
  const finished = done();
  if (localStorage.getItem(GONE) || !finished.size) return null;
  const next = STEPS.find((step) => !finished.has(step.key));
  return el('section', { class: 'next-step', 'aria-label': 'Things to try' },
    el('span', { class: 'steps', role: 'img', 'aria-label': `${finished.size} of ${STEPS.length} done` }, STEPS.map((step, index) => el('span', { class: `step-mark${finished.has(step.key) ? ' done' : ''}` },
      finished.has(step.key) ? icon('check', 12) : String(index + 1)))),
    next ? [el('span', { class: 'next-words' }, el('b', {}, next.title), el('span', { class: 'quiet' }, next.words())), tryButton(next)]
      : [el('span', { class: 'next-words' }, el('b', {}, 'All three done.'), el('span', { class: 'quiet' }, 'See what went over the wire, or make Slack behave badly:')),
        el('button', { type: 'button', class: 'button', onclick: () => tell('tools') }, 'Behind the scenes')],
    iconButton('close', 'Put this away', putAway));
}

function mark(key) {
  if (done().has(key)) return;
  localStorage.setItem(DONE, JSON.stringify([...done().add(key)]));
  tell('welcome');
}

export function reopenWelcome() {
  localStorage.removeItem(GONE);
  localStorage.removeItem(DONE);
  if (isPhone()) showScreen('conversation');
  go({ conversation: state.channels[0].id });
  tell('welcome');
  document.querySelector('.welcome')?.scrollIntoView();
}

on('sent', (what) => {
  for (const step of STEPS) if (step.isDone(what)) mark(step.key);
});
