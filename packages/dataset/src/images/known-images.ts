import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ImageSource } from '@hashsight/formats';
import { InputError } from '@hashsight/formats';
import { DigestTable } from './digest-table.js';
import type { Facts } from './facts-file.js';

/**
 * Describes the state of a source in a few characters: size and modification time of its file, which rsync uses, too. A
 * missing file has its own state, so that it is read again once it exists.
 */
export class SourceStamps {
  // Caches the last file, because images of one tar follow each other.
  #file = '';
  #state = '';

  of({ file, offset, size }: ImageSource): string {
    if (file !== this.#file) {
      this.#state = fileState(file);
      this.#file = file;
    }
    return offset === undefined && size === undefined
      ? this.#state
      : `${this.#state}@${offset ?? 0}+${size ?? ''}`;
  }
}

function fileState(file: string): string {
  try {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? 'missing' : `${found.size}-${found.mtimeNs}`;
  } catch (error) {
    // The error is reported when the file is opened.
    return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
  }
}

/** Number of digest bits kept of a stamp, so that a value with one more bit fits into a {@link DigestTable}. */
const STAMP_BITS = 30;

/**
 * The set of images in a store, with the state of their sources; 30 to 60 bytes per image. A changed source is mistaken
 * for an unchanged one with a probability of 2^-30.
 */
export class KnownImages {
  readonly #states = new DigestTable();
  /** Whether any image has facts of more than one state. */
  hasReplaced = false;

  /** Reads the keys of a facts file. Files must be read in the order of their numbers. */
  read(folder: string, name: string): void {
    const lines = readFileSync(path.join(folder, name), 'utf8').split('\n');
    for (const [i, line] of lines.entries()) {
      if (line === '') continue;
      try {
        const { key, stamp } = JSON.parse(line) as Facts;
        const digest = keyDigest(key);
        if (this.#states.get(digest) !== undefined) this.hasReplaced = true;
        this.#states.set(digest, stampDigest(stamp) * 2);
      } catch (error) {
        throw new InputError(
          `${path.join(folder, name)}:${i + 1}: expected the facts about an image, got something else; remove ${folder} and start again`,
          { cause: error },
        );
      }
    }
  }

  /**
   * Registers an image with the state `stamp`. Only the first image of a key counts.
   *
   * @returns whether it already has facts, or its key was registered before
   */
  take(key: string, stamp: string): boolean {
    const digest = keyDigest(key);
    const known = this.#states.get(digest);
    if (known !== undefined && known % 2 === 1) return true;
    const state = stampDigest(stamp) * 2;
    this.#states.set(digest, state + 1);
    if (known === state) return true;
    if (known !== undefined) this.hasReplaced = true;
    return false;
  }
}

function keyDigest(key: string): Uint32Array {
  // SHA-1 is the fastest uniform hash here; collisions need not be secure against attacks.
  const digest = hash('sha1', key, 'buffer');
  return Uint32Array.from({ length: 4 }, (_, i) => digest.readUInt32LE(i * 4));
}

function stampDigest(stamp: string): number {
  return hash('sha1', stamp, 'buffer').readUInt32LE(0) >>> (32 - STAMP_BITS);
}
