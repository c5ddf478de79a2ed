import { checkSample, type PrepareOptions, prepare, writePreparationReport } from '@hashsight/dataset';
import { type PrepareRecipe, readPrepareRecipe } from '@hashsight/dataset/options';
import type { Command } from 'commander';
import { inFlags } from './flag-names.js';
import { givenOptions } from './library-flags.js';
import { preparedText } from './prepared-text.js';
import { previewSum, previewText } from './preview-text.js';
import { progressLine } from './progress.js';

/** Flags of `hashsight prepare` that do not set an option of the library. */
export interface PrepareFlags {
  readonly recipe?: string;
  readonly sample?: number;
}

/** Runs `prepare`, or shows a sample of its input. */
export async function runPrepare({ recipe: file, sample }: PrepareFlags, command: Command): Promise<void> {
  const recipe: PrepareRecipe = file === undefined ? {} : await readPrepareRecipe(file);
  const given = givenOptions(command) as Partial<PrepareOptions>;
  const columns = { ...recipe.columns, ...given.columns };
  // The library reports missing options.
  const options = { ...recipe, ...given, columns } as PrepareOptions;
  if (sample !== undefined) {
    const { previews, error } = await checkSample({ ...options, out: options.out ?? '' }, sample);
    for (const preview of previews) console.log(previewText(preview));
    console.log(previewSum(previews));
    if (error) throw error;
    return;
  }
  const progress = progressLine();
  try {
    const { onProgress, note } = progress;
    const onNote = (line: string) => note(inFlags(line, command));
    const prepared = await prepare({ ...options, onProgress, onNote });
    const { preparation, vocabulary, duplicatePairs } = prepared;
    const page = await writePreparationReport(options.out, { preparation, vocabulary, duplicatePairs });
    progress.end();
    console.log(preparedText(prepared, options.out, page));
  } finally {
    progress.end();
  }
}
