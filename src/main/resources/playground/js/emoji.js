// The emoji that bots and people use most, by Slack's names; others are shown by name.
const NAMES = {
  smile: '😄', slightly_smiling_face: '🙂', smiley: '😃', grinning: '😀', wink: '😉', thinking_face: '🤔', sweat_smile: '😅',
  tada: '🎉', wave: '👋', '+1': '👍', thumbsup: '👍', '-1': '👎', thumbsdown: '👎', eyes: '👀', pray: '🙏', clap: '👏', muscle: '💪',
  heart: '❤️', fire: '🔥', rocket: '🚀', star: '⭐', sparkles: '✨', bulb: '💡', books: '📚', book: '📖', open_book: '📖', memo: '📝',
  pencil2: '✏️', scroll: '📜', bookmark: '🔖', link: '🔗', mag: '🔍', calendar: '📆', date: '📅', hourglass_flowing_sand: '⏳',
  hourglass: '⌛', alarm_clock: '⏰', stopwatch: '⏱️', moneybag: '💰', dollar: '💵', chart_with_upwards_trend: '📈', bar_chart: '📊',
  scales: '⚖️', compass: '🧭', dart: '🎯', mortar_board: '🎓', trophy: '🏆', medal: '🏅', cloud: '☁️', partly_sunny: '⛅', sunny: '☀️',
  white_check_mark: '✅', heavy_check_mark: '✔️', ballot_box_with_check: '☑️', x: '❌', warning: '⚠️', no_entry: '⛔',
  exclamation: '❗', question: '❓', information_source: 'ℹ️', bell: '🔔', lock: '🔒', key: '🔑', gear: '⚙️', wrench: '🔧', hammer: '🔨',
  robot_face: '🤖', brain: '🧠', computer: '💻', speech_balloon: '💬', thought_balloon: '💭', point_right: '👉', point_left: '👈',
  point_up: '☝️', point_down: '👇', arrow_right: '➡️', arrow_left: '⬅️', arrow_up: '⬆️', arrow_down: '⬇️', leftwards_arrow_with_hook: '↩️',
  arrows_counterclockwise: '🔄', back: '🔙', fast_forward: '⏩', black_square_for_stop: '⏹️', one: '1️⃣', two: '2️⃣', three: '3️⃣', four: '4️⃣',
  five: '5️⃣', six: '6️⃣', large_blue_circle: '🔵', large_orange_circle: '🟠', large_green_circle: '🟢', red_circle: '🔴',
  large_blue_square: '🟦', large_orange_square: '🟧', white_large_square: '⬜', black_large_square: '⬛', wastebasket: '🗑️', house: '🏠',
  busts_in_silhouette: '👥', bust_in_silhouette: '👤', raising_hand: '🙋', shrug: '🤷', coffee: '☕', seedling: '🌱', pushpin: '📌',
};

/** The emoji of a Slack name, or its name between colons. */
export function emoji(name) {
  return NAMES[name.split('::')[0]] ?? `:${name}:`;
}

export const hasEmoji = (name) => name.split('::')[0] in NAMES;

/** What the picker under a message offers. */
export const QUICK = ['+1', 'eyes', 'white_check_mark', 'tada', 'heart', 'thinking_face'];
