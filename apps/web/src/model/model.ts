import { type LabelsFile, labelsFileSchema, MODEL_FILES } from '@hashsight/formats';
import { computed, signal } from '@preact/signals';
import { asFailure, Failure } from '../backend/failure.js';
import { BASE, fetchModelFile, fetchModelJson } from './fetch-file.js';
import { askHost } from './host.js';
import { LOADING, type Loaded } from './loaded.js';

/** The hashtags of the model and what is known of each. */
export const labels = signal<Loaded<LabelsFile>>(LOADING);

/** A hashtag of the model. */
export type Label = LabelsFile['labels'][number];

/** What the server says of itself. */
export interface ServerInfo {
  /** Number of images in its index; undefined if it has none. */
  readonly indexedImages: number | undefined;
}

/** The server of the page; undefined if the page is hosted as static files. */
export const server = signal<Loaded<ServerInfo | undefined>>(LOADING);

/** Whether the server can show images of its index. */
export const hasIndex = computed(
  () => server.value.state === 'ready' && (server.value.value?.indexedImages ?? 0) > 0,
);

/** The precision that thresholds promise, from 0 to 1; undefined if the model has none. */
export const promisedPrecision = computed(() => {
  const file = labels.value;
  if (file.state !== 'ready') return undefined;
  return file.value.labels.find((label) => label.threshold !== undefined)?.threshold?.precision;
});

async function readLabels(): Promise<void> {
  try {
    const parsed = labelsFileSchema.safeParse(await fetchModelJson(MODEL_FILES.labels));
    if (!parsed.success) {
      throw new Failure(
        'model-missing',
        'model/labels.json is not written by this version of Hashsight.',
        'Export the model again with hashsight export.',
      );
    }
    labels.value = { state: 'ready', value: parsed.data };
  } catch (error) {
    labels.value = { state: 'failed', failure: asFailure(error) };
  }
}

/** Asks the page's host whether it is `hashsight serve`. A static host answers with an error or with a page. */
async function lookForServer(): Promise<void> {
  try {
    const response = await askHost(new URL('v1/model', BASE), { cache: 'no-store' });
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    if (!response.ok || !isJson) throw new Error('no server');
    const { index } = (await response.json()) as { readonly index: { readonly size: number } | null };
    server.value = { state: 'ready', value: { indexedImages: index?.size } };
  } catch {
    server.value = { state: 'ready', value: undefined };
  }
}

/** Settles once the page knows whether there is a server. */
export const connected: Promise<unknown> = Promise.all([readLabels(), lookForServer()]);

/** The model card's Markdown. */
export const card = signal<Loaded<string | undefined>>(LOADING);

/** Fetches the model card, once. */
export async function readCard(): Promise<void> {
  if (card.value.state === 'ready') return;
  try {
    card.value = { state: 'ready', value: await (await fetchModelFile(MODEL_FILES.card))?.text() };
  } catch (error) {
    card.value = { state: 'failed', failure: asFailure(error) };
  }
}
