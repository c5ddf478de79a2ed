import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { ImageSource } from '@hashsight/formats';
import { HashsightError } from '@hashsight/formats';
import { jsonLines, syncFolder, unusablePath, writeFileAtomic } from '@hashsight/formats/node';
import { UnusableImage } from '@hashsight/images';
import sharp from 'sharp';
import { DecodingJournal } from './decoding-journal.js';
import { describeImage, type ImageDescription, type ImageSettings } from './describe-image.js';
import { chunkFiles, type Facts } from './facts-file.js';
import { readSource } from './read-source.js';

// Code of a worker thread, which processes one chunk at a time. image-store.ts starts the threads.

/** An image to process, and the state of its source. */
export interface ChunkImage {
  readonly key: string;
  readonly source: ImageSource;
  readonly stamp: string;
  /** Whether to decode it in a separate process, because an earlier process ended while decoding it. */
  readonly apart?: boolean;
}

/** A chunk to process. */
export interface ChunkTask {
  readonly folder: string;
  readonly chunk: number;
  readonly images: readonly ChunkImage[];
  readonly settings: ImageSettings;
}

/** Result of a chunk. Errors are passed as messages, because errors sent between threads lose their class. */
export type ChunkResult = { readonly unusable: number } | { readonly failure: string };

// Each worker decodes on a libuv thread of its own; more threads per image would only compete.
sharp.concurrency(1);
sharp.cache(false); // each image is read only once

/** Processes a chunk: describes its images, writes the encoded ones, and then the facts. */
export default async function runChunk({ folder, chunk, images, settings }: ChunkTask): Promise<ChunkResult> {
  const files = chunkFiles(chunk);
  const blob = new BlobFile(path.join(folder, files.blob));
  let journal: DecodingJournal | undefined;
  try {
    journal = new DecodingJournal(folder, chunk);
    const lines: Facts[] = [];
    for await (const [{ key, stamp }, outcome] of describeAll(images, settings, journal)) {
      const encoded = outcome instanceof UnusableImage ? undefined : outcome.encoded;
      const location = encoded === undefined ? NO_BLOB : { blob: files.blob, offset: blob.append(encoded) };
      lines.push({ key, stamp, chunk, ...factsOf(outcome), ...location });
    }
    // The bytes are synced before the facts appear: facts must never refer to bytes that are not on disk.
    if (blob.close()) await syncFolder(folder);
    await writeFileAtomic(path.join(folder, files.facts), jsonLines(lines));
    return { unusable: lines.filter(({ problem }) => problem !== null).length };
  } catch (error) {
    const known = unusablePath(folder, error);
    if (known instanceof HashsightError) return { failure: known.message };
    throw error;
  } finally {
    blob.close();
    journal?.close();
  }
}

type Outcome = ImageDescription | UnusableImage;

/** Describes images in order. Each is read and decoded while the previous one is hashed and written. */
async function* describeAll(
  images: readonly ChunkImage[],
  settings: ImageSettings,
  journal: DecodingJournal,
): AsyncGenerator<readonly [ChunkImage, Outcome]> {
  // An error is passed as a value until its turn: an unhandled rejection would end the process.
  const start = (image: ChunkImage | undefined) =>
    image && describe(image, settings, journal).catch((error: unknown) => new Failure(error));
  let next = start(images[0]);
  for (const [i, image] of images.entries()) {
    const current = next;
    next = start(images[i + 1]);
    const outcome = await current;
    if (outcome instanceof Failure) throw outcome.error;
    yield [image, outcome as Outcome];
  }
}

/** An error that is not caused by the image. */
class Failure {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

async function describe(
  { key, source, apart = false }: ChunkImage,
  settings: ImageSettings,
  journal: DecodingJournal,
): Promise<Outcome> {
  try {
    const bytes = readSource(source);
    journal.begin(key);
    return await describeImage(bytes, settings, { apart });
  } catch (error) {
    if (error instanceof UnusableImage) return error;
    throw error;
  }
}

const NO_BLOB = { blob: null, offset: null };

function factsOf(outcome: Outcome): Omit<Facts, 'key' | 'stamp' | 'chunk' | 'blob' | 'offset'> {
  if (outcome instanceof UnusableImage) {
    return {
      problem: outcome.problem,
      reason: outcome.message,
      extension: null,
      width: null,
      height: null,
      bytes_hash: null,
      pixels_hash: null,
      perceptual_hash: null,
      thumbnail: null,
      size: null,
    };
  }
  return {
    problem: null,
    reason: null,
    extension: outcome.extension,
    width: outcome.width,
    height: outcome.height,
    bytes_hash: outcome.bytesHash,
    pixels_hash: outcome.pixelsHash,
    perceptual_hash: outcome.perceptualHash,
    thumbnail: Buffer.from(outcome.thumbnail).toString('base64'),
    size: outcome.size,
  };
}

/** The file of a chunk's encoded images, created with the first image. It overwrites what an interrupted run left. */
class BlobFile {
  readonly #file: string;
  #handle: number | undefined;
  #size = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Appends bytes; returns their offset. */
  append(bytes: Uint8Array): number {
    this.#handle ??= openSync(this.#file, 'w');
    const offset = this.#size;
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(this.#handle, bytes, written, bytes.length - written);
    }
    this.#size += bytes.length;
    return offset;
  }

  /** Syncs and closes the file; returns whether it was ever opened. */
  close(): boolean {
    if (this.#handle === undefined) return false;
    const handle = this.#handle;
    this.#handle = undefined;
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return true;
  }
}
