// Why a message is as it is, from what the app attached to it for itself.

import { el } from './dom.js';

const words = (id) => id.replaceAll('_', ' ').replaceAll('-', ' ');
const percent = (share) => `${Math.round(share * 100)} %`;

/** A bar with its value in words beside it, so that the length is never the only sign. */
function bar(label, share, value, strong) {
  return el('li', { class: `why-bar${strong ? ' strong' : ''}` }, el('span', { class: 'why-label' }, label),
    el('span', { class: 'why-track', 'aria-hidden': 'true' }, track(share)), el('span', { class: 'why-value' }, value));
}

function track(share) {
  const fill = el('i');
  fill.style.width = `${Math.max(2, Math.min(100, share * 100))}%`;
  return fill;
}

const part = (title, hint, bars) => [el('h4', {}, title), el('p', { class: 'quiet' }, hint), el('ul', { class: 'why-bars' }, bars)];

function understood({ intent, runners_up: others = [] }) {
  if (!intent) return part('Understood as', 'A button was pressed: there were no words to read.', []);
  return part('Understood as', 'How likely each reading of the words is.',
    [intent, ...others.filter((each) => each.score >= 0.005)].map((each, index) => bar(words(each.intent), each.score, percent(each.score), index === 0)));
}

function found({ sections = [] }) {
  if (!sections.length) return [];
  return part('Found in the guide', 'How much of the question the best passage of each section covers.',
    sections.map((each, index) => bar(each.section, each.score, percent(each.score), index === 0)));
}

function interview({ interview: stand }) {
  if (!stand) return [];
  const most = Math.max(0.001, ...stand.would_tell.map((each) => each.bits));
  const why = stand.question ? `It waits for an answer to “${words(stand.question)}”.` : `It is ${words(stand.position)}.`;
  const hint = stand.would_tell.length ? `${why} Of what is still open, the question that would tell the most about the direction comes next:` : why;
  return part('Where the interview stands', hint,
    stand.would_tell.map((each) => bar(words(each.question), each.bits / most, `${each.bits.toFixed(3)} bit`, each.question === stand.question)));
}

/** The account; a sentence where the message has none. */
export function drawWhy(message) {
  const why = message.metadata?.event_payload?.why;
  if (!why) {
    return el('p', { class: 'quiet' }, message.ephemeral
      ? 'Slack takes no metadata with ephemeral messages, so the app could not say why.'
      : 'The app said nothing about why.');
  }
  return el('section', { class: 'why', 'aria-label': 'Why this reply' },
    el('p', {}, 'A reply of the kind ', el('b', {}, words(why.reply)), ', ', el('b', {}, percent(why.confidence)), ' sure.'),
    understood(why), found(why), interview(why));
}
