import { batch, computed, signal } from '@preact/signals';
import type { Answer, Backend, Place, SimilarImage } from '../backend/backend.js';
import { BrowserBackend } from '../backend/browser-backend.js';
import { asFailure, type Failure } from '../backend/failure.js';
import { ServerBackend } from '../backend/server-backend.js';
import { BASE, MODEL, RUNTIME_FILES } from '../model/fetch-file.js';
import { connected, hasIndex, server } from '../model/model.js';
import { announce } from '../parts/live-region.js';
import { counted, percent } from '../parts/numbers.js';
import { readStored, store } from '../parts/stored.js';

/** The image that is being looked at. */
export interface StageImage {
  readonly blob: Blob;
  readonly name: string;
  /** Address for an `img`. */
  readonly url: string;
}

/** How far one place is with the image. */
export type Outcome =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly answer: Answer }
  | { readonly state: 'failed'; readonly failure: Failure };

/** The server and the browser, as far as each is there. */
export const backends = {
  server: new ServerBackend(BASE),
  browser: new BrowserBackend(MODEL, RUNTIME_FILES),
} as const;

/** The image; undefined until the reader gives one. */
export const image = signal<StageImage | undefined>(undefined);

/** What each place made of the image. */
export const outcomes = signal<Partial<Record<Place, Outcome>>>({});

/** The alt text of the image: undefined while unknown, null if no hashtag is certain enough. */
export const altText = signal<string | null | undefined>(undefined);

/** Images of the index that look like this one; undefined while unknown. */
export const similarImages = signal<readonly SimilarImage[] | undefined>(undefined);

const stored = readStored('place');
const chosen = signal<Place | undefined>(stored === 'server' || stored === 'browser' ? stored : undefined);

/** Whether there is a choice of places. */
export const hasServer = computed(() => server.value.state === 'ready' && server.value.value !== undefined);

/** Where images are tagged. */
export const place = computed<Place>(() => (hasServer.value ? (chosen.value ?? 'server') : 'browser'));

/** The backend in use. */
export const backend = computed<Backend>(() => backends[place.value]);

/** What the place in use made of the image. */
export const outcome = computed(() => outcomes.value[place.value]);

let stop = new AbortController();

function settle(at: Place, next: Outcome): void {
  outcomes.value = { ...outcomes.value, [at]: next };
}

/** Shows an image and asks for its tags. */
export async function showImage(blob: Blob, name: string): Promise<void> {
  stop.abort();
  stop = new AbortController();
  const { signal: stopped } = stop;
  batch(() => {
    if (image.value !== undefined) URL.revokeObjectURL(image.value.url);
    image.value = { blob, name, url: URL.createObjectURL(blob) };
    outcomes.value = {};
    altText.value = undefined;
    similarImages.value = undefined;
  });
  await connected;
  if (!stopped.aborted) await ask(place.value);
}

/** Asks again after a failure. */
export async function tryAgain(): Promise<void> {
  await ask(place.value);
}

/** Chooses where images are tagged, and asks that place about the image if it has not answered yet. */
export async function choosePlace(next: Place): Promise<void> {
  chosen.value = next;
  store('place', next);
  const state = outcomes.value[next]?.state;
  if (image.value !== undefined && state !== 'done' && state !== 'running') await ask(next);
}

/** The first hashtags in words. */
function summary({ tags }: Answer): string {
  const first = tags.slice(0, 3).map(({ hashtag, probability }) => `#${hashtag} ${percent(probability)}`);
  return `${counted(tags.length, 'hashtag')}. ${first.join(', ')}.`;
}

async function ask(at: Place): Promise<void> {
  const shown = image.value;
  if (shown === undefined) return;
  const { signal: stopped } = stop;
  settle(at, { state: 'running' });
  try {
    const answer = await backends[at].tag(shown.blob, { signal: stopped });
    if (stopped.aborted) return;
    settle(at, { state: 'done', answer });
    announce(summary(answer));
    await Promise.all([askAltText(at, shown, stopped), askSimilar(at, shown, stopped)]);
  } catch (error) {
    if (stopped.aborted) return;
    settle(at, { state: 'failed', failure: asFailure(error) });
  }
}

async function askAltText(at: Place, { blob }: StageImage, stopped: AbortSignal): Promise<void> {
  const text = await backends[at].altText(blob, { signal: stopped }).catch(() => undefined);
  if (!stopped.aborted) altText.value = text ?? null;
}

/** Number of similar images that are shown. */
export const SIMILAR = 12;

/** Asks the index only where the reader sends images to the server anyway. */
async function askSimilar(at: Place, { blob }: StageImage, stopped: AbortSignal): Promise<void> {
  if (at !== 'server' || !hasIndex.value) return;
  const found = await backends.server.similar(blob, SIMILAR, { signal: stopped }).catch(() => []);
  if (!stopped.aborted) similarImages.value = found;
}
