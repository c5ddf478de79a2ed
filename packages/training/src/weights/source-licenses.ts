import path from 'node:path';
import type { License } from '@hashsight/formats';
import { openRunFolder } from '../runs/run-folder.js';
import type { ModelSource } from './model-source.js';
import { openWeights } from './open-weights.js';

/**
 * Origins and licenses that come with a network: those that a run recorded of its data and its initial weights, or the
 * license of a file of weights, if it is known.
 *
 * @throws InputError if the run or the file cannot be used
 */
export async function licensesOfSource(source: ModelSource): Promise<readonly License[]> {
  if ('run' in source) return (await openRunFolder(source.run)).config.licenses ?? [];
  if (!('weights' in source)) return [];
  const name = path.basename(source.weights);
  using weights = await openWeights(source.weights);
  const { license } = weights;
  if (license === undefined) return [];
  return [{ source: name, origin: `weights, SHA-256 ${await weights.sha256()}`, license }];
}
