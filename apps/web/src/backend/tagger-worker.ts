import { type AnalysisResult, type Explanation, type RuntimeInfo, Tagger } from '@hashsight/tagger';
import type { HeatMap } from './backend.js';
import type { Message, Question, Replies, Request } from './worker-messages.js';

// The model in a thread of its own: a call of the runtime occupies its thread until it is done.

let loaded: Promise<Tagger> | undefined;

/** What is known of the last image: a later question about it is answered without another forward pass. */
interface Known {
  readonly imageId: number;
  readonly analysis: AnalysisResult;
  explanations: ReadonlyMap<string, Explanation>;
}

let known: Known | undefined;

const tell = (message: Message) => self.postMessage(message);

/** Workers have no `localStorage`, where the tagger remembers which runtime is faster: the page keeps it for this one. */
function keepOnPage(remembered: Readonly<Record<string, string>>): void {
  const kept = new Map(Object.entries(remembered));
  const value = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => tell({ remember: { key, value } }),
  };
  Object.defineProperty(globalThis, 'localStorage', { value, configurable: true });
}

/** Sends a token along with requests for the files of a model. */
function fetchWith(token: string, model: string): void {
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    if (request.url.startsWith(model)) request.headers.set('authorization', `Bearer ${token}`);
    return plainFetch(request);
  };
}

/** The runtime in words: `WASM, 4 threads`. */
function inWords({ name, threads }: RuntimeInfo): string {
  if (name === 'webgpu') return 'WebGPU';
  return `WASM, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
}

async function load({
  model,
  runtimeFiles,
  token,
  remembered,
}: Question & { kind: 'load' }): Promise<Replies['load']> {
  keepOnPage(remembered);
  if (token !== undefined) fetchWith(token, model);
  const files = new Map<string, { readonly bytes: number; readonly totalBytes: number | undefined }>();
  loaded = Tagger.load(model, {
    wasmPaths: runtimeFiles,
    onProgress: ({ file, loadedBytes, totalBytes }) => {
      files.set(file, { bytes: loadedBytes, totalBytes });
      const all = [...files.values()];
      const total = all.reduce<number | undefined>(
        (sum, each) =>
          sum === undefined || each.totalBytes === undefined ? undefined : sum + each.totalBytes,
        0,
      );
      tell({ progress: { bytes: all.reduce((sum, { bytes }) => sum + bytes, 0), totalBytes: total } });
    },
  });
  const tagger = await loaded;
  await tagger.warmUp();
  return { runtime: inWords(tagger.runtime), reason: tagger.runtime.reason };
}

async function tag(
  tagger: Tagger,
  { image, imageId, topK }: Question & { kind: 'tag' },
): Promise<Replies['tag']> {
  const analysis = await tagger.analyze(image, { tag: { topK }, altText: true });
  known = { imageId, analysis, explanations: new Map() };
  const { tags = [], timing } = analysis;
  return { tags, timing };
}

/** One more pass explains all hashtags that are shown, so that the pointer need not wait at each. */
async function explain(
  tagger: Tagger,
  { image, imageId, hashtag }: Question & { kind: 'explain' },
): Promise<HeatMap> {
  const last = known?.imageId === imageId ? known : undefined;
  let found = last?.explanations.get(hashtag);
  if (found === undefined) {
    const shown = last?.analysis.tags?.map((each) => each.hashtag) ?? [];
    const asked = [...new Set([hashtag, ...shown])];
    const { explanations = [] } = await tagger.analyze(image, { explain: asked });
    const byHashtag = new Map(explanations.map((each) => [each.hashtag, each]));
    if (last !== undefined) last.explanations = byHashtag;
    found = byHashtag.get(hashtag);
  }
  if (found === undefined) throw new Error(`#${hashtag} was not explained`);
  const { map, width, height, area } = found;
  return { values: map, width, height, area };
}

async function altText(
  tagger: Tagger,
  { image, imageId }: Question & { kind: 'alt-text' },
): Promise<string | undefined> {
  return known?.imageId === imageId ? known.analysis.altText : tagger.altText(image);
}

async function answer(question: Question): Promise<Replies[Question['kind']]> {
  if (question.kind === 'load') return load(question);
  if (loaded === undefined) throw new Error('expected the model to be loaded first');
  const tagger = await loaded;
  switch (question.kind) {
    case 'tag':
      return tag(tagger, question);
    case 'explain':
      return explain(tagger, question);
    case 'alt-text':
      return altText(tagger, question);
  }
}

function problemOf(error: unknown): {
  readonly code: string;
  readonly reason: string;
  readonly message: string;
} {
  const { code = 'other', reason = '' } = error as { readonly code?: string; readonly reason?: string };
  return { code, reason, message: error instanceof Error ? error.message : String(error) };
}

self.addEventListener('message', async ({ data: { id, question } }: MessageEvent<Request>) => {
  try {
    tell({ id, reply: await answer(question) });
  } catch (error) {
    tell({ id, error: problemOf(error) });
  }
});
