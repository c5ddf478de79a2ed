import { access } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { isFolder } from '@hashsight/formats/node';
import { isRunFolder } from '../runs/run-folder.js';

/** Weights in a folder that timm wrote, by the names that timm looks for, the preferred one first. */
const NAMES = ['model.safetensors', 'pytorch_model.bin'];

/**
 * The file of weights at a path: the file itself, or the one in a folder for timm.
 *
 * @throws InputError for a folder without weights
 */
export async function weightsPath(place: string): Promise<string> {
  if (!(await isFolder(place))) return place;
  for (const name of NAMES) {
    const file = path.join(place, name);
    const exists = await access(file).then(
      () => true,
      () => false,
    );
    if (exists) return file;
  }
  const isRun = await isRunFolder(place);
  throw new InputError(
    isRun
      ? `${place}: expected weights, got a run; give it as \`run\``
      : `${place}: expected a file of weights or a folder with ${NAMES[0]}, got a folder without it`,
  );
}
