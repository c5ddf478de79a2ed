import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { fileDigest } from '@hashsight/formats/node';
import { safetensors, type Tensor } from '@hashsight/torch';
import type { ModelName } from '../models/architectures.js';
import { DEFAULT_PREPROCESSING, type Preprocessing } from '../models/preprocessing.js';
import { LAYOUTS, type Layout } from './layouts.js';
import { type Recognized, recognize } from './recognize.js';
import { unwrapNames } from './unwrap.js';

/** An open file of weights, described without reading a tensor. Dispose of it, best with `using`. */
export interface OpenedWeights extends Disposable {
  readonly file: string;
  /** File format: `safetensors`. */
  readonly format: string;
  /** Whose names the tensors have: `torchvision`. */
  readonly layout: string;
  /** The model, recognized by names and shapes; undefined if it is none of ours. */
  readonly architecture: ModelName | undefined;
  /** The architecture in words, for messages. */
  readonly architectureText: string;
  /** Our names (torchvision's) of the tensors. */
  readonly names: readonly string[];
  /** Names of the file's other tensors. */
  readonly unexpected: readonly string[];
  /** The last layer; undefined in a file that holds only the trunk. */
  readonly head: { readonly numClasses: number } | undefined;
  /** How the model wants its images. */
  readonly preprocessing: Preprocessing;
  /** Shape of a tensor by our name; undefined if the file lacks it. */
  shapeOf(name: string): readonly number[] | undefined;
  /** Reads a tensor by our name. */
  get(name: string): Tensor;
  /** SHA-256 of the file in hexadecimal digits. */
  sha256(): Promise<string>;
}

/**
 * Opens a file of weights in any layout that we know, and recognizes the model.
 *
 * @throws WeightsError if the file cannot be read
 * @throws InputError if its tensors are those of no known family of models
 */
export async function openWeights(file: string): Promise<OpenedWeights> {
  const tensors = safetensors.safeOpen(file);
  try {
    const unwrapped = unwrapNames(tensors.keys());
    const { layout, ours, unexpected } = layoutOf(unwrapped);
    const shapeOf = (name: string) => {
      const full = ours.get(name);
      return full === undefined ? undefined : tensors.info(full).shape;
    };
    const recognized = recognizedIn(file, shapeOf, tensors.keys());
    const numClasses = shapeOf('fc.weight')?.[0];
    return {
      file: path.resolve(file),
      format: 'safetensors',
      layout: layout.name,
      architecture: recognized.model,
      architectureText: recognized.text,
      names: [...ours.keys()],
      unexpected,
      head: numClasses === undefined ? undefined : { numClasses },
      preprocessing: DEFAULT_PREPROCESSING,
      shapeOf,
      get: (name) => tensors.get(ours.get(name) ?? name),
      sha256: () => fileDigest(file),
      [Symbol.dispose]: () => tensors.close(),
    };
  } catch (error) {
    tensors.close();
    throw error;
  }
}

/** The layout that knows most of the names, with the full names by our names. */
function layoutOf(names: ReadonlyMap<string, string>): {
  readonly layout: Layout;
  readonly ours: ReadonlyMap<string, string>;
  readonly unexpected: readonly string[];
} {
  const candidates = LAYOUTS.map((layout) => {
    const ours = new Map<string, string>();
    const unexpected: string[] = [];
    for (const [name, full] of names) {
      const own = layout.renaming.toOurs(name);
      if (own === undefined) unexpected.push(full);
      else ours.set(own, full);
    }
    return { layout, ours, unexpected };
  });
  return candidates.reduce((best, each) => (each.ours.size > best.ours.size ? each : best));
}

function recognizedIn(file: string, shapeOf: OpenedWeights['shapeOf'], keys: readonly string[]): Recognized {
  const recognized = recognize(shapeOf);
  if (recognized !== undefined) return recognized;
  const examples = keys.slice(0, 3).join(', ');
  throw new InputError(
    `${file}: expected the weights of a ResNet, a ResNeXt, or a RegNetY, got ${keys.length} tensors (${examples}${keys.length > 3 ? ', …' : ''}); give a file of one of these models`,
  );
}
