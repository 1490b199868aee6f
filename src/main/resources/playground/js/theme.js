// Light, dark, or as the system has it.
const NAMES = ['system', 'light', 'dark'];

export const themeName = () => localStorage.getItem('theme') ?? 'system';

export function nextTheme() {
  localStorage.setItem('theme', NAMES[(NAMES.indexOf(themeName()) + 1) % NAMES.length]);
  applyTheme();
}

export function applyTheme() {
  document.documentElement.dataset.theme = themeName();
}
