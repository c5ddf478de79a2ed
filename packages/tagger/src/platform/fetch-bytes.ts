import type { LoadProgress } from '../api.js';

/** Options of {@link fetchBytes}. */
export interface FetchBytesOptions {
  readonly signal?: AbortSignal | undefined;
  /** Maximum size in bytes; default: none. */
  readonly maxBytes?: number;
  /** Name of the file for `onProgress`. */
  readonly file?: string;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

/** The body of a response is larger than allowed. */
export class TooManyBytes extends Error {}

/** A response without the file: its status and text. */
export class BadStatus extends Error {
  readonly status: number;

  constructor({ status, statusText }: Response) {
    super(`${status} ${statusText}`.trim());
    this.status = status;
  }
}

/**
 * Fetches a file.
 *
 * @throws TooManyBytes, BadStatus, or the error of `fetch`
 */
export async function fetchBytes(
  url: URL,
  options: FetchBytesOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { signal, maxBytes = Number.POSITIVE_INFINITY, file = '', onProgress } = options;
  const response = await fetch(url, { ...(signal && { signal }) });
  if (!response.ok) {
    await response.body?.cancel();
    throw new BadStatus(response);
  }
  const declared = Number(response.headers.get('content-length') ?? Number.NaN);
  // With compression, the header counts other bytes than the ones that arrive.
  const isPlain = response.headers.get('content-encoding') === null;
  const totalBytes = isPlain && Number.isFinite(declared) ? declared : undefined;
  const parts: Uint8Array[] = [];
  let loadedBytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    if (Math.max(loadedBytes, totalBytes ?? 0) > maxBytes) {
      await reader?.cancel();
      throw new TooManyBytes(
        `expected at most ${maxBytes} bytes, got ${Math.max(loadedBytes, totalBytes ?? 0)}`,
      );
    }
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    parts.push(value);
    loadedBytes += value.length;
    onProgress?.({ file, loadedBytes, totalBytes });
  }
  const all = new Uint8Array(loadedBytes);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
