import { computed, signal } from '@preact/signals';

/** The views, in the order of the navigation. */
export const VIEWS = [
  { name: 'tag', title: 'Tag', path: '#/' },
  { name: 'vocabulary', title: 'Vocabulary', path: '#/vocabulary' },
  { name: 'run', title: 'Run', path: '#/run' },
  { name: 'card', title: 'Model card', path: '#/card' },
] as const;

export type ViewName = (typeof VIEWS)[number]['name'];

interface Route {
  readonly view: ViewName;
  /** The rest of the address, for example a hashtag of the vocabulary. */
  readonly detail: string | undefined;
}

/** Reads the part of the address after `#`. Views live there, so the page works as static files under any path. */
export function parseRoute(hash: string): Route {
  const [, name = '', detail] = /^#\/([^/]*)(?:\/(.+))?$/.exec(hash) ?? [];
  const view = VIEWS.find((each) => each.name === name)?.name ?? 'tag';
  return { view, detail: detail === undefined ? undefined : decoded(detail) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const hash = signal(location.hash);
addEventListener('hashchange', () => {
  hash.value = location.hash;
});

/** The view that is shown. */
export const route = computed(() => parseRoute(hash.value));

/** Address of a hashtag in the vocabulary. */
export const vocabularyPath = (hashtag: string) => `#/vocabulary/${encodeURIComponent(hashtag)}`;

/** Id of the element that gets the focus in the next view, if not its heading. */
let nextFocus: string | undefined;

/** Goes to a view, and there to the element with an id. */
export function goTo(path: string, focus?: string): void {
  nextFocus = focus;
  location.hash = path.slice(1);
}

/** Moves the focus into the view that has just been opened: a reader goes on from there. */
export function focusView(heading: HTMLElement | null): void {
  const element = nextFocus === undefined ? heading : document.getElementById(nextFocus);
  nextFocus = undefined;
  element?.focus({ preventScroll: true });
}
