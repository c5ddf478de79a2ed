import path from 'node:path';
import { InputError } from '@hashsight/formats';
import type { ModelName } from '../models/architectures.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { loadModelSource, type ModelSource, type SourcedModel } from '../weights/model-source.js';
import type { TransferSettings } from './transfer-options.js';

/** A pretrained network that is tried on the tasks. */
export interface Network {
  /** Short and unique, for tables and file names. */
  readonly name: string;
  /** Run and checkpoint, or file. */
  readonly description: string;
  readonly source: ModelSource;
  readonly architecture: ModelName;
  readonly preprocessing: Preprocessing;
  /** Equal keys mean equal weights. */
  readonly key: string;
}

/**
 * Describes the networks that the options name; none stays open.
 *
 * @throws InputError if a run or a file cannot be used
 */
export async function listNetworks(
  { run, weights }: Pick<TransferSettings, 'run' | 'weights'>,
  onNote?: (text: string) => void,
): Promise<Network[]> {
  const sources: readonly (readonly [string, ModelSource])[] = [
    ...run.map((folder) => [path.basename(path.resolve(folder)), { run: folder }] as const),
    ...weights.map((file) => [path.basename(file).replace(/\.[^.]+$/, ''), { weights: file }] as const),
  ];
  const networks: Network[] = [];
  for (const [own, source] of sources) {
    using opened = await loadModelSource(source, onNote === undefined ? {} : { onNote });
    const { name: architecture, preprocessing, key } = opened;
    const same = networks.find((network) => network.key === key);
    if (same !== undefined) {
      throw new InputError(`${opened.describe()}: has the same weights as ${same.description}; name it once`);
    }
    const description = opened.describe();
    const name = uniqueName(own, new Set(networks.map((network) => network.name)));
    networks.push({ name, description, source, architecture, preprocessing, key });
  }
  return networks;
}

/** Adds a number to a name that is taken. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  for (let i = 1; ; i++) {
    const own = i === 1 ? name : `${name}-${i}`;
    if (!taken.has(own)) return own;
  }
}

/** Opens a network on a device; the caller disposes of it. */
export function openNetwork({ source }: Network, device: string): Promise<SourcedModel> {
  return loadModelSource(source, { device });
}

/** The same network with the random weights of a seed; the caller disposes of it. */
export function openRandom(
  { architecture: model, preprocessing }: Pick<Network, 'architecture' | 'preprocessing'>,
  seed: number,
  device: string,
): Promise<SourcedModel> {
  return loadModelSource({ random: { model, preprocessing, seed } }, { device });
}
