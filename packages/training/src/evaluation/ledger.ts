import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { InputError, type Sample, type Vocabulary } from '@hashsight/formats';
import { makeFolder, readJsonLines, unusablePath } from '@hashsight/formats/node';
import { z } from 'zod';

/** Default name of the ledger. */
export const LEDGER_FILE = 'ledger.jsonl';

/** Schema of a line of the ledger: the test labels of a task were opened. */
export const ledgerLineSchema = z
  .object({
    version: z.literal(1),
    /** ISO 8601, UTC. */
    time: z.string(),
    /** Name of the task, for readers. */
    task: z.string(),
    /** Identifies the test set: SHA-256 over its images and labels. */
    testDigest: z.string(),
    /** Test images. */
    images: z.int().nonnegative(),
    /** What was scored: the networks, the methods, and their settings. */
    models: z.array(z.string()).readonly(),
    settings: z.record(z.string(), z.unknown()),
    /** Results that were scored together. */
    results: z.int().nonnegative(),
    /** Folder that they were written to. */
    out: z.string(),
  })
  .readonly();

/** A line of the ledger. */
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/** SHA-256 over the images of a test set and their labels; independent of the order of images and classes. */
export function testDigestOf(test: readonly Sample[], { classes }: Vocabulary): string {
  const lines = test.map(({ id, labels }) =>
    JSON.stringify([id, labels.map((label) => classes[label]?.name).sort()]),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/**
 * Number of times that a test set was opened, by the lines of the ledger.
 *
 * @throws InputError if the ledger exists and cannot be read
 */
export async function countOpenings(file: string, testDigest: string): Promise<number> {
  let count = 0;
  try {
    for await (const line of readJsonLines(file, {
      schema: ledgerLineSchema,
      what: 'a line of the ledger',
    })) {
      if (line.testDigest === testDigest) count++;
    }
  } catch (error) {
    if (error instanceof InputError && isMissing(error)) return 0;
    throw error;
  }
  return count;
}

function isMissing({ cause }: InputError): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

/**
 * Notes an opening, synced to disk before it returns.
 *
 * @returns the number of openings of this test set, including this one
 * @throws InputError if the ledger cannot be read or written
 */
export async function noteOpening(file: string, line: LedgerLine): Promise<number> {
  const before = await countOpenings(file, line.testDigest);
  try {
    await makeFolder(path.dirname(path.resolve(file)));
    const handle = await open(file, 'a');
    try {
      await handle.appendFile(`${JSON.stringify(line)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unusablePath(file, error);
  }
  return before + 1;
}

/** `opened once`, `opened 3 times`. */
export function openingsText(openings: number): string {
  return openings === 1 ? 'opened once' : `opened ${openings} times`;
}
