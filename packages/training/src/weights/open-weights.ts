import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { fileDigest } from '@hashsight/formats/node';
import { openTensorFile, type Tensor, type TensorFile, WeightsError } from '@hashsight/torch';
import type { ModelName } from '../models/architectures.js';
import { LAYOUTS, type Layout, type LayoutName } from './layouts.js';
import { type Recognized, recognize } from './recognize.js';
import { unwrapNames } from './unwrap.js';
import { factsOf, type WeightsFacts } from './weights-facts.js';
import { weightsPath } from './weights-path.js';

/** An open file of weights, described without reading a tensor. Dispose of it, best with `using`. */
export interface OpenedWeights extends WeightsFacts, Disposable {
  /** Absolute path. */
  readonly file: string;
  /** File format: `safetensors`, `pytorch-zip`, or `pytorch-legacy`. */
  readonly format: TensorFile['format'];
  /** Whose names the tensors have: `torchvision`. */
  readonly layout: string;
  /** What is in front of every name: `state_dict.module.`; often empty. */
  readonly prefix: string;
  /** The model, recognized by names and shapes; undefined if it is none of ours. */
  readonly architecture: ModelName | undefined;
  /** The architecture in words, for messages. */
  readonly architectureText: string;
  /** Our names (torchvision's) of the tensors. */
  readonly names: readonly string[];
  /** The file's names of its other tensors. */
  readonly unexpected: readonly string[];
  /** The last layer; undefined in a file that holds only the trunk. */
  readonly head: { readonly numClasses: number } | undefined;
  /** Shape of a tensor by our name; undefined if the file lacks it. */
  shapeOf(name: string): readonly number[] | undefined;
  /** The file's name of a tensor by our name; undefined if the file lacks it. */
  nameOf(name: string): string | undefined;
  /** Reads a tensor by our name. */
  get(name: string): Tensor;
  /** SHA-256 of the file in hexadecimal digits. */
  sha256(): Promise<string>;
}

/**
 * Opens a file of weights in any layout that we know, and recognizes the model. Reads names and shapes only.
 *
 * @param place - `.safetensors`, `.pth`, or `.pt`, detected by content; or a folder for timm
 * @throws InputError if the file cannot be read, or its tensors are those of no known family of models
 */
export async function openWeights(place: string): Promise<OpenedWeights> {
  const file = await weightsPath(place);
  const tensors = opened(file);
  try {
    return await described(path.resolve(file), tensors);
  } catch (error) {
    tensors.close();
    throw error;
  }
}

function opened(file: string): TensorFile {
  try {
    return openTensorFile(file);
  } catch (error) {
    if (error instanceof WeightsError) throw new InputError(error.message, { cause: error });
    throw error;
  }
}

async function described(file: string, tensors: TensorFile): Promise<OpenedWeights> {
  const { prefix, names, outside } = unwrapNames(tensors.keys());
  const { layout, ours, unexpected } = layoutOf(names);
  const shapeOf = (name: string) => {
    const full = ours.get(name);
    return full === undefined ? undefined : tensors.info(full).shape;
  };
  const { model, text } = recognizedIn(file, shapeOf, tensors.keys());
  const numClasses = shapeOf('fc.weight')?.[0];
  const head = numClasses === undefined ? undefined : { numClasses };
  return {
    ...(await factsOf({ file, layout, model, numClasses })),
    file,
    format: tensors.format,
    layout: LAYOUTS[layout].name,
    prefix,
    architecture: model,
    architectureText: text,
    names: [...ours.keys()],
    unexpected: [...unexpected, ...outside],
    head,
    shapeOf,
    nameOf: (name) => ours.get(name),
    get: (name) => tensors.get(ours.get(name) ?? name),
    sha256: () => fileDigest(file),
    [Symbol.dispose]: () => tensors.close(),
  };
}

/** The layout that knows most of the names, with the full names by our names. */
function layoutOf(names: ReadonlyMap<string, string>): {
  readonly layout: LayoutName;
  readonly ours: ReadonlyMap<string, string>;
  readonly unexpected: readonly string[];
} {
  const candidates = (Object.entries(LAYOUTS) as [LayoutName, Layout][]).map(([layout, { renaming }]) => {
    const ours = new Map<string, string>();
    const unexpected: string[] = [];
    for (const [name, full] of names) {
      const own = renaming.toOurs(name);
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
  const got =
    keys.length === 0 ? 'no tensors' : `${keys.length} tensors (${examples}${keys.length > 3 ? ', …' : ''})`;
  throw new InputError(
    `${file}: expected the weights of a ResNet, a ResNeXt, or a RegNetY, got ${got}; give a file of one of these models`,
  );
}
