import path from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { type TinyModelOptions, writeTinyModel } from '@hashsight/tagger/test/tiny-model';
import sharp from 'sharp';
import { type RunningServer, type ServerOptions, startServer } from '../src/index.js';

/** A model that takes about 50 ms per image, for requests that have to wait. */
export const SLOW: TinyModelOptions = { depth: 400 };

/** A server with the model of three colors on a free port, which ends with the test. */
export async function serve(
  t: TestContext,
  options: Partial<ServerOptions> = {},
  model: TinyModelOptions = {},
): Promise<RunningServer> {
  const folder = path.join(temporaryFolder(t), 'model');
  await writeTinyModel(folder, model);
  const server = await startServer({ model: folder, port: 0, logLevel: 'silent', threads: 1, ...options });
  t.after(() => server.close());
  return server;
}

/** A square of one color. */
export function square(color: string, format: 'png' | 'jpeg' | 'webp' | 'gif' = 'png'): Promise<Buffer> {
  const background = { width: 48, height: 48, channels: 3, background: color } as const;
  return sharp({ create: background }).toFormat(format).toBuffer();
}

/** An answer: its status, and its JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  readonly json: any;
}

/** Posts a body. */
export async function post(
  url: string,
  body: Buffer | string | FormData,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Answer> {
  const type =
    body instanceof FormData
      ? {}
      : { 'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream' };
  const answer = await fetch(url, {
    method: 'POST',
    body: body as NonNullable<RequestInit['body']>,
    headers: { ...type, ...headers },
    ...(signal && { signal }),
  });
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
}

/** Gets JSON. */
export async function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(url, { headers });
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
}

/** Waits until a condition holds, at the latest until the work is done. */
export async function until(condition: () => boolean, work: readonly Promise<unknown>[]): Promise<void> {
  let isDone = false;
  void Promise.allSettled(work).then(() => {
    isDone = true;
  });
  while (!condition() && !isDone) await new Promise(setImmediate);
}
