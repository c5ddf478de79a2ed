import type { AnalysisResult, Tag } from '@hashsight/tagger';
import { askHost } from '../model/host.js';
import {
  type Answer,
  type Backend,
  type CallOptions,
  type HeatMap,
  partsOf,
  type SimilarImage,
  TOP_K,
} from './backend.js';
import {
  asFailure,
  detailOf,
  Failure,
  noImage,
  notAllowed,
  overloaded,
  serverGone,
  tooLarge,
} from './failure.js';

interface FoundImage {
  readonly id: string | number;
  readonly path: string;
  readonly score: number;
  readonly url?: string;
}

/** What an error answer says, if it is one of the server's. */
async function errorOf(response: Response): Promise<{ code?: string; message?: string }> {
  try {
    const { error } = (await response.json()) as { error?: { code?: string; message?: string } };
    return error ?? {};
  } catch {
    return {};
  }
}

/** An answer that is no success, in words. */
async function failureOf(response: Response): Promise<Failure> {
  const { message } = await errorOf(response);
  // An absent header is no number either.
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  switch (response.status) {
    case 429:
    case 503:
      return overloaded(Number.isFinite(retryAfter) ? retryAfter : undefined);
    case 413:
      return tooLarge(detailOf(message));
    case 400:
    case 415:
    case 422:
      return /at most \S+ (pixels|bytes)/.test(message ?? '')
        ? tooLarge(detailOf(message))
        : noImage(detailOf(message));
    case 401:
    case 403:
      return notAllowed();
    default:
      return new Failure(
        'other',
        message ?? `The server answered with status ${response.status}.`,
        'Try again; the server’s log says more.',
      );
  }
}

/** The server that serves the page, through its `/v1` routes. */
export class ServerBackend implements Backend {
  readonly place = 'server';
  readonly runtime = undefined;
  readonly #base: URL;

  /** @param base folder of the page */
  constructor(base: URL) {
    this.#base = base;
  }

  async tag(image: Blob, { signal }: CallOptions): Promise<Answer> {
    const started = performance.now();
    const { tags, timing } = await this.#ask<{ tags: Tag[]; timing?: AnalysisResult['timing'] }>(
      `v1/tag?topK=${TOP_K}`,
      image,
      signal,
    );
    const totalMs = performance.now() - started;
    return { tags, timing: { totalMs, parts: timing === undefined ? [] : partsOf(timing) } };
  }

  async explain(image: Blob, hashtag: string, { signal }: CallOptions): Promise<HeatMap> {
    const { map, area } = await this.#ask<{ map: number[][]; area: HeatMap['area'] }>(
      `v1/explain?hashtag=${encodeURIComponent(hashtag)}`,
      image,
      signal,
    );
    return { values: Float32Array.from(map.flat()), width: map[0]?.length ?? 0, height: map.length, area };
  }

  async altText(image: Blob, { signal }: CallOptions): Promise<string | undefined> {
    const { altText } = await this.#ask<{ altText: string | null }>('v1/alt-text', image, signal);
    return altText ?? undefined;
  }

  /** Images of the index that look like this one. */
  async similar(image: Blob, top: number, { signal }: CallOptions): Promise<readonly SimilarImage[]> {
    const { images } = await this.#ask<{ images: FoundImage[] }>(`v1/similar?top=${top}`, image, signal);
    return images.map((each) => this.#shown(each));
  }

  /** Images of the index that fit a hashtag best. */
  async imagesOf(hashtag: string, top: number, { signal }: CallOptions): Promise<readonly SimilarImage[]> {
    const { images } = await this.#ask<{ images: FoundImage[] }>(
      `v1/similar?hashtag=${encodeURIComponent(hashtag)}&top=${top}`,
      undefined,
      signal,
    );
    return images.map((each) => this.#shown(each));
  }

  #shown({ id, path, score, url }: FoundImage): SimilarImage {
    const address = (url ?? `v1/images/${id}`).replace(/^\//, '');
    return { name: path, score, url: new URL(address, this.#base).href };
  }

  async #ask<T>(route: string, image: Blob | undefined, signal: AbortSignal): Promise<T> {
    let response: Response;
    try {
      response = await askHost(new URL(route, this.#base), {
        method: image === undefined ? 'GET' : 'POST',
        // The content decides what the image is; its name and type may be wrong.
        ...(image !== undefined && { body: image, headers: { 'content-type': 'application/octet-stream' } }),
        signal,
      });
    } catch (error) {
      if (signal.aborted) throw error;
      throw serverGone();
    }
    if (!response.ok) throw await failureOf(response);
    try {
      return (await response.json()) as T;
    } catch (error) {
      throw signal.aborted ? error : asFailure(error);
    }
  }
}
