import { stat } from 'node:fs/promises';
import { InputError } from '@hashsight/formats';
import { type Dtype, openTensorFile, type TensorFileFormat, WeightsError } from '@hashsight/torch';
import type { ModelName } from '../models/architectures.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { openWeights } from './open-weights.js';
import { weightsPath } from './weights-path.js';

/** A tensor of a file. */
export interface DescribedTensor {
  /** Name in the file. */
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
}

/** The model that a file of weights is for. Unknown values are null. */
export interface DescribedModel {
  /** Null if it is none of ours. */
  readonly name: ModelName | null;
  /** The architecture in words. */
  readonly architecture: string;
  /** Number of trainable parameters in the file. */
  readonly parameters: number;
  /** Number of classes of the last layer; null in a file that holds only the trunk. */
  readonly numClasses: number | null;
  /** Names of the classes. */
  readonly classNames: readonly string[] | null;
  /** Whose names the tensors have: `torchvision`. */
  readonly layout: string;
  /** What is in front of every name: `state_dict.module.`. */
  readonly prefix: string;
  /** Names of tensors that do not belong to the model, such as those of an optimizer. */
  readonly otherTensors: readonly string[];
  readonly preprocessing: Preprocessing;
  /** Where the preprocessing is known from. */
  readonly preprocessingSource: string;
  /** SPDX identifier. */
  readonly license: string | null;
}

/** What a file of weights holds. */
export interface WeightsDescription {
  readonly file: string;
  readonly format: TensorFileFormat;
  readonly bytes: number;
  readonly tensors: readonly DescribedTensor[];
  /** Texts and numbers in the file, by name. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Null if the tensors are those of no known family of models. */
  readonly model: DescribedModel | null;
}

/**
 * Describes a file of weights from its names and shapes; the weights themselves are not read.
 *
 * @param place - safetensors, a PyTorch checkpoint (`.pth`, `.pt`), or a folder for timm
 * @throws InputError if the file cannot be read
 */
export async function describeWeights(place: string): Promise<WeightsDescription> {
  const file = await weightsPath(place);
  try {
    using tensors = openTensorFile(file);
    return {
      file,
      format: tensors.format,
      bytes: (await stat(file)).size,
      tensors: tensors.keys().map((name) => {
        const { dtype, shape } = tensors.info(name);
        return { name, dtype, shape };
      }),
      metadata: Object.fromEntries(tensors.metadata),
      model: await describeModel(file),
    };
  } catch (error) {
    if (error instanceof WeightsError) throw new InputError(error.message, { cause: error });
    throw error;
  }
}

async function describeModel(file: string): Promise<DescribedModel | null> {
  const weights = await openWeights(file).catch((error: unknown) => {
    if (error instanceof InputError) return undefined;
    throw error;
  });
  if (weights === undefined) return null;
  using _ = weights;
  const { architecture, architectureText, names, head, classNames, layout, prefix, unexpected } = weights;
  const { preprocessing, preprocessingSource, license } = weights;
  return {
    name: architecture ?? null,
    architecture: architecture ?? architectureText,
    parameters: names
      .filter((name) => /\.(?:weight|bias)$/.test(name))
      .reduce((sum, name) => sum + elements(weights.shapeOf(name) ?? []), 0),
    numClasses: head?.numClasses ?? null,
    classNames: classNames ?? null,
    layout,
    prefix,
    otherTensors: unexpected,
    preprocessing,
    preprocessingSource,
    license: license ?? null,
  };
}

function elements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
