import { computed, effect, signal } from '@preact/signals';
import { readStored, store } from './stored.js';

type Theme = 'light' | 'dark';

const isTheme = (text: string | undefined): text is Theme => text === 'light' || text === 'dark';

const stored = readStored('theme');
const chosen = signal<Theme | undefined>(isTheme(stored) ? stored : undefined);
const preference = matchMedia('(prefers-color-scheme: dark)');
const preferred = signal<Theme>(preference.matches ? 'dark' : 'light');
preference.addEventListener('change', () => {
  preferred.value = preference.matches ? 'dark' : 'light';
});

/** The theme that is shown: the chosen one, else the system's. */
export const theme = computed<Theme>(() => chosen.value ?? preferred.value);

/** Switches between light and dark. A choice equal to the system's is not kept, so that the page follows the system. */
export function toggleTheme(): void {
  const next: Theme = theme.value === 'dark' ? 'light' : 'dark';
  chosen.value = next === preferred.value ? undefined : next;
  store('theme', chosen.value);
}

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
