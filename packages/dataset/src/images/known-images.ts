import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ImageSource } from '@hashsight/formats';
import { InputError } from '@hashsight/formats';
import { DigestTable } from './digest-table.js';
import type { Facts } from './facts-file.js';

/**
 * The state of a source in a few characters: a file that was changed has another size or another time, which is what
 * rsync goes by, too. A file that is not there has a state of its own, so that it is looked at again when it is there.
 */
export class SourceStamps {
  // Images of one tar file come one after the other.
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
    // The reason of it is told where the file is opened.
    return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
  }
}

/** Bits of a stamp's digest that are kept, one less than a {@link DigestTable} has for a value. */
const STAMP_BITS = 30;

/**
 * Which images a store has, and of which state of their source; 30 to 60 bytes an image. That a changed source is taken
 * for an unchanged one has a probability of 2^-30.
 */
export class KnownImages {
  readonly #states = new DigestTable();
  /** Whether some image has facts of more than one state. */
  hasReplaced = false;

  /** Takes over what a facts file has; files in the order of their numbers. */
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
          `${path.join(folder, name)}:${i + 1}: expected the facts of an image, got something else; remove ${folder} and start again`,
          { cause: error },
        );
      }
    }
  }

  /**
   * Takes over that an image comes, in the state `stamp`: only the first of a key counts.
   *
   * @returns whether there are facts of it already, or it came before
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
  // SHA-1 is the quickest here that is even; nobody gains by two keys that collide.
  const digest = hash('sha1', key, 'buffer');
  return Uint32Array.from({ length: 4 }, (_, i) => digest.readUInt32LE(i * 4));
}

function stampDigest(stamp: string): number {
  return hash('sha1', stamp, 'buffer').readUInt32LE(0) >>> (32 - STAMP_BITS);
}
