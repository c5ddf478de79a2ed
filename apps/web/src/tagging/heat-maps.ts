import { batch, computed, effect, signal } from '@preact/signals';
import type { HeatMap } from '../backend/backend.js';
import { backend, image, outcome, place } from './tagging.js';

/** The hashtag under the pointer or the focus. */
const pointed = signal<string | undefined>(undefined);
/** The hashtag whose map stays; by a click or a tap. */
const pinned = signal<string | undefined>(undefined);

/** The hashtag whose map is wanted. */
export const explained = computed(() => pointed.value ?? pinned.value);

/** The hashtag whose map stays when the pointer leaves. */
export const pinnedHashtag = computed(() => pinned.value);

/** Maps of this image that have been computed, by hashtag. */
const maps = signal<ReadonlyMap<string, HeatMap>>(new Map());

/** The map of {@link explained}; undefined while it is being computed, or if none is wanted. */
export const heatMap = computed(() => {
  const hashtag = explained.value;
  return hashtag === undefined ? undefined : maps.value.get(hashtag);
});

/** Shows the map of a hashtag while the pointer or the focus is on it. */
export function pointAt(hashtag: string | undefined): void {
  pointed.value = hashtag;
}

/** Keeps the map of a hashtag, or lets go of it. */
export function togglePin(hashtag: string): void {
  pinned.value = pinned.value === hashtag ? undefined : hashtag;
}

let stop = new AbortController();

/** Forgets all maps. */
function clear(): void {
  stop.abort();
  stop = new AbortController();
  batch(() => {
    pointed.value = undefined;
    pinned.value = undefined;
    maps.value = new Map();
  });
}

// Another image has other maps, and another place computes them itself.
effect(() => {
  image.value;
  place.value;
  clear();
});

/** Pause before a map is asked for, in milliseconds: a pointer that crosses the list asks for one map, not for all. */
const PAUSE_MS = 60;

async function compute(hashtag: string): Promise<void> {
  const shown = image.peek();
  if (shown === undefined) return;
  const { signal: stopped } = stop;
  try {
    const map = await backend.peek().explain(shown.blob, hashtag, { signal: stopped });
    if (!stopped.aborted) maps.value = new Map(maps.peek()).set(hashtag, map);
  } catch {
    // The tags stay readable without a map; the next look at the hashtag asks again.
  }
}

effect(() => {
  const hashtag = explained.value;
  if (hashtag === undefined || outcome.value?.state !== 'done' || maps.peek().has(hashtag)) return undefined;
  const timer = setTimeout(() => void compute(hashtag), PAUSE_MS);
  return () => clearTimeout(timer);
});
