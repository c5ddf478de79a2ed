import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { writeFileAtomic } from '@hashsight/formats/node';

// Which images a worker is at, in a file that is there as long as its chunk is not done. An image that ends the process
// (its decoder crashes, or takes all memory) stands at the end of it; so the next process decodes it in one of its own.
// One that was only there when somebody ended the process gets the same facts there as anywhere.

/** Images that a worker decodes at one time. */
const AT_ONCE = 2;

const ENDING = '.decoding';

/** The keys that {@link takeSuspects} found, until all images are done. */
const SUSPECTS = 'suspects.json';

/** Notes of one chunk. */
export class DecodingJournal {
  readonly #file: string;
  readonly #handle: number;

  constructor(folder: string, chunk: number) {
    this.#file = path.join(folder, `${chunk}${ENDING}`);
    this.#handle = openSync(this.#file, 'w');
  }

  /** Notes that an image is begun. A note outlives the process, not the machine: it is not synced. */
  begin(key: string): void {
    writeSync(this.#handle, `${JSON.stringify(key)}\n`);
  }

  /** Ends the notes of a chunk that this process came to the end of. */
  close(): void {
    closeSync(this.#handle);
    rmSync(this.#file);
  }
}

/** The keys of the images that processes before this one were at when they ended, in any order. */
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

/** Forgets the suspects, as all images are done. */
export function dropSuspects(folder: string): void {
  rmSync(path.join(folder, SUSPECTS), { force: true });
}

function lastKeys(journal: string): string[] {
  // Behind the last line break is nothing, or a note that was not written to its end.
  const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1);
  return lines.slice(-AT_ONCE).map((line) => JSON.parse(line) as string);
}
