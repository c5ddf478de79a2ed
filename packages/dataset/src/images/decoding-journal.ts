import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { writeFileAtomic } from '@hashsight/formats/node';

// A journal of the images that a worker is decoding, which exists until its chunk is done. An image that ends the
// process (its decoder crashes or exhausts memory) is among the last entries, so the next process decodes it in a
// separate process. An image that was listed only because somebody stopped the process gets the same facts there as
// anywhere else.

/** Number of images that a worker decodes at the same time. */
const AT_ONCE = 2;

const ENDING = '.decoding';

/** File of the keys found by {@link takeSuspects}, kept until all images are done. */
const SUSPECTS = 'suspects.json';

/** The journal of one chunk. */
export class DecodingJournal {
  readonly #file: string;
  readonly #handle: number;

  constructor(folder: string, chunk: number) {
    this.#file = path.join(folder, `${chunk}${ENDING}`);
    this.#handle = openSync(this.#file, 'w');
  }

  /** Records that decoding of an image begins. Entries survive the process but not the machine: they are not synced. */
  begin(key: string): void {
    writeSync(this.#handle, `${JSON.stringify(key)}\n`);
  }

  /** Removes the journal after its chunk is done. */
  close(): void {
    closeSync(this.#handle);
    rmSync(this.#file);
  }
}

/** Keys of the images that earlier processes were decoding when they ended, in any order. */
export async function takeSuspects(folder: string, names: readonly string[]): Promise<Set<string>> {
  const known = names.includes(SUSPECTS)
    ? (JSON.parse(readFileSync(path.join(folder, SUSPECTS), 'utf8')) as string[])
    : [];
  const journals = names.filter((name) => name.endsWith(ENDING));
  const suspects = new Set([...known, ...journals.flatMap((name) => lastKeys(path.join(folder, name)))]);
  if (journals.length === 0) return suspects;
  await writeFileAtomic(path.join(folder, SUSPECTS), JSON.stringify([...suspects]));
  for (const name of journals) rmSync(path.join(folder, name));
  return suspects;
}

/** Removes the list of suspects after all images are done. */
export function dropSuspects(folder: string): void {
  rmSync(path.join(folder, SUSPECTS), { force: true });
}

function lastKeys(journal: string): string[] {
  // The text after the last line break is empty or an incomplete entry.
  const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1);
  return lines.slice(-AT_ONCE).map((line) => JSON.parse(line) as string);
}
