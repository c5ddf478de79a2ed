import { signal } from '@preact/signals';
import { token } from '../model/host.js';
import { readStored, store } from '../parts/stored.js';
import { type Answer, type Backend, type CallOptions, type HeatMap, partsOf, TOP_K } from './backend.js';
import { asFailure, detailOf, type Failure, noImage, tooLarge, unusableModel } from './failure.js';
import type { Message, Problem, Question, Replies, Request } from './worker-messages.js';

/** How much of the model has been fetched; undefined unless one is being loaded. */
export const loading = signal<
  { readonly bytes: number; readonly totalBytes: number | undefined } | undefined
>(undefined);

interface Waiting {
  resolve(reply: unknown): void;
  reject(error: unknown): void;
}

function failureOf({ code, reason, message }: Problem): Failure {
  switch (code) {
    case 'unusable-image':
      return reason === 'too-large' ? tooLarge(detailOf(message)) : noImage(detailOf(message));
    case 'model-folder':
      return unusableModel(message);
    default:
      return asFailure(new Error(message));
  }
}

/** What the tagger remembered last: which runtime is faster for which model. */
function remembered(): Readonly<Record<string, string>> {
  try {
    const { key, value } = JSON.parse(readStored('runtime') ?? '{}') as Record<string, string>;
    return key === undefined || value === undefined ? {} : { [key]: value };
  } catch {
    return {};
  }
}

const ids = new WeakMap<Blob, number>();
let imageCount = 0;

/** The number of an image. */
function idOf(image: Blob): number {
  const id = ids.get(image) ?? imageCount++;
  ids.set(image, id);
  return id;
}

/** The model in this browser, in a worker so that the page stays responsive. Nothing leaves the computer. */
export class BrowserBackend implements Backend {
  readonly place = 'browser';
  readonly #model: URL;
  readonly #runtimeFiles: URL;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #loaded: Promise<unknown> | undefined;
  #runtime: string | undefined;
  #count = 0;

  /** @param runtimeFiles folder of onnxruntime's files */
  constructor(model: URL, runtimeFiles: URL) {
    this.#model = model;
    this.#runtimeFiles = runtimeFiles;
  }

  get runtime(): string | undefined {
    return this.#runtime;
  }

  async tag(image: Blob, { signal: stop }: CallOptions): Promise<Answer> {
    await this.#load(stop);
    const started = performance.now();
    const question = { kind: 'tag', image, imageId: idOf(image), topK: TOP_K } as const;
    const { tags, timing } = await this.#ask<'tag'>(question, stop);
    return { tags, timing: { totalMs: performance.now() - started, parts: partsOf(timing) } };
  }

  async explain(image: Blob, hashtag: string, { signal: stop }: CallOptions): Promise<HeatMap> {
    await this.#load(stop);
    return this.#ask<'explain'>({ kind: 'explain', image, imageId: idOf(image), hashtag }, stop);
  }

  async altText(image: Blob, { signal: stop }: CallOptions): Promise<string | undefined> {
    await this.#load(stop);
    return this.#ask<'alt-text'>({ kind: 'alt-text', image, imageId: idOf(image) }, stop);
  }

  /** Loads the model once; a failed try is forgotten, so the next call tries again. */
  #load(stop: AbortSignal): Promise<unknown> {
    this.#loaded ??= this.#start().catch((error: unknown) => {
      this.#loaded = undefined;
      this.#worker?.terminate();
      this.#worker = undefined;
      throw error;
    });
    return raceWithStop(this.#loaded, stop);
  }

  async #start(): Promise<void> {
    await pageIsCached();
    loading.value = { bytes: 0, totalBytes: undefined };
    try {
      this.#worker = new Worker(new URL('./tagger-worker.ts', import.meta.url), { type: 'module' });
      this.#worker.onmessage = ({ data }: MessageEvent<Message>) => this.#receive(data);
      this.#worker.onerror = (event) => this.#fail(event.message || 'the worker could not be started');
      const { runtime } = await this.#ask<'load'>(
        {
          kind: 'load',
          model: this.#model.href,
          runtimeFiles: this.#runtimeFiles.href,
          token,
          remembered: remembered(),
        },
        new AbortController().signal,
      );
      this.#runtime = runtime;
    } finally {
      loading.value = undefined;
    }
  }

  #ask<K extends Question['kind']>(question: Question & { kind: K }, stop: AbortSignal): Promise<Replies[K]> {
    const id = this.#count++;
    const reply = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.postMessage({ id, question } satisfies Request);
    });
    return raceWithStop(reply, stop) as Promise<Replies[K]>;
  }

  #receive(message: Message): void {
    if ('remember' in message) {
      store('runtime', JSON.stringify(message.remember));
      return;
    }
    if ('progress' in message) {
      if (loading.value !== undefined) loading.value = message.progress;
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('error' in message) {
      waiting?.reject(failureOf(message.error));
    } else {
      waiting?.resolve(message.reply);
    }
  }

  #fail(message: string): void {
    for (const { reject } of this.#waiting.values()) reject(asFailure(new Error(message)));
    this.#waiting.clear();
  }
}

/** A promise that also ends when it is stopped; what it waits for goes on, since others may wait for it too. */
function raceWithStop<T>(promise: Promise<T>, stop: AbortSignal): Promise<T> {
  if (stop.aborted) return Promise.reject(stop.reason);
  return new Promise((resolve, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason), { once: true });
    promise.then(resolve, reject);
  });
}

/** Longest wait for the service worker, in milliseconds; without it the page works, but not offline. */
const SERVICE_WORKER_WAIT_MS = 3000;

/** Waits until the service worker is there, so that it sees the model being fetched and keeps it. */
async function pageIsCached(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (workers === undefined || workers.controller !== null || import.meta.env.DEV) return;
  await new Promise<void>((resolve) => {
    workers.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, SERVICE_WORKER_WAIT_MS);
  });
}
