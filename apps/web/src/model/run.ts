import { MODEL_FILES, type RunFile, runFileSchema } from '@hashsight/formats';
import { signal } from '@preact/signals';
import { asFailure, Failure } from '../backend/failure.js';
import { fetchModelFile } from './fetch-file.js';
import { LOADING, type Loaded } from './loaded.js';

/** The run that the model comes from; undefined if its folder does not say. */
export const run = signal<Loaded<RunFile | undefined>>(LOADING);

/** Fetches the run, once. */
export async function readRun(): Promise<void> {
  if (run.value.state === 'ready') return;
  try {
    const response = await fetchModelFile(MODEL_FILES.run);
    const parsed = response === undefined ? undefined : runFileSchema.safeParse(await response.json());
    if (parsed?.success === false) {
      throw new Failure(
        'model-missing',
        'model/run.json is not written by this version of Hashsight.',
        'Export the model again with hashsight export.',
      );
    }
    run.value = { state: 'ready', value: parsed?.data };
  } catch (error) {
    run.value = { state: 'failed', failure: asFailure(error) };
  }
}
