import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { parseJsonFile, writeFileAtomic } from '@hashsight/formats/node';
import { z } from 'zod';
import { METHODS } from './transfer-options.js';

/** Changes when a method would give other results for the same key. */
const CELL_VERSION = 1;
const CELLS_FOLDER = 'cells';

/** Schema of a cell: what one method answered on the test images, before their labels were opened. */
const cellSchema = z
  .object({
    version: z.literal(CELL_VERSION),
    task: z.string(),
    /** Null for a method that depends on the architecture only. */
    model: z.string().nullable(),
    architecture: z.string(),
    method: z.enum(METHODS),
    shots: z.union([z.int(), z.literal('all')]),
    seed: z.int(),
    /** Labelled images that were used. */
    labelled: z.int(),
    chosen: z.record(z.string(), z.union([z.string(), z.number()])),
    /** Temperature fitted on labelled images outside of the fit; null if there were none. */
    temperature: z.number().nullable(),
    seconds: z.number(),
    /** `[M, K]` float32, little-endian, in base64. */
    logits: z.string(),
  })
  .readonly();

type StoredCell = z.infer<typeof cellSchema>;

/** What one method answered on the test images, before their labels were opened. */
export type Cell = Omit<StoredCell, 'version' | 'logits'> & {
  /** `[M, K]` */
  readonly logits: Float32Array;
};

/** The file of a cell: readable, and unique by everything that the result depends on. */
export function cellFile(
  out: string,
  { task, model, method, shots, seed }: Pick<Cell, 'task' | 'model' | 'method' | 'shots' | 'seed'>,
  dependsOn: unknown,
): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([CELL_VERSION, dependsOn]))
    .digest('hex');
  const name = [task, model ?? 'untrained', method, shots, `seed${seed}`]
    .join('-')
    .replaceAll(/[^\w.-]+/g, '_');
  return path.join(out, CELLS_FOLDER, `${name.slice(0, 100)}-${digest.slice(0, 16)}.json`);
}

/** Reads a cell; undefined if it does not exist, is damaged, or has another number of values. */
export async function readCell(file: string, values: number): Promise<Cell | undefined> {
  try {
    const stored = parseJsonFile(file, await readFile(file, 'utf8'), cellSchema, 'a result of transfer');
    const { version: _, logits: text, ...known } = stored;
    const bytes = Buffer.from(text, 'base64');
    const logits = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    return logits.length === values ? { ...known, logits } : undefined;
  } catch (error) {
    if (error instanceof InputError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

/** Writes a cell atomically. */
export async function writeCell(file: string, { logits, ...known }: Cell): Promise<void> {
  const bytes = Buffer.from(logits.buffer, logits.byteOffset, logits.byteLength);
  const stored: StoredCell = { version: CELL_VERSION, ...known, logits: bytes.toString('base64') };
  await writeFileAtomic(file, `${JSON.stringify(stored)}\n`);
}
