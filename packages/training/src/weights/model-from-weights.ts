import { InputError, UsageError } from '@hashsight/formats';
import { empty, nn, noGrad, type Tensor, tidy, withDevice, zeros } from '@hashsight/torch';
import type { ModelName } from '../models/architectures.js';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { createModel } from '../models/registry.js';
import type { OpenedWeights } from './open-weights.js';

/** Options of {@link modelFromWeights}. */
export interface FromWeightsOptions {
  /** The expected model; default: the one recognized. */
  readonly model?: ModelName;
  /**
   * Number of classes; default: that of the file. The last layer of the file is kept if it has this number, and
   * initialized at random otherwise.
   */
  readonly numClasses?: number;
  /** Initializes the last layer at random even if the file has one of the right size. */
  readonly freshHead?: boolean;
  /** Default: that of the weights. */
  readonly preprocessing?: Preprocessing;
  /** Default `cpu`. */
  readonly device?: string;
}

/** What happened to each tensor. */
export interface LoadReport {
  /** Our names of the tensors that the file provided. */
  readonly loaded: readonly string[];
  /** Our names of the tensors that the file lacks; they count batches and have no influence on the output. */
  readonly missing: readonly string[];
  /** The file's names of tensors that the model does not have, such as those of another head. */
  readonly unexpected: readonly string[];
  /** Our names of the tensors that were initialized at random. */
  readonly fresh: readonly string[];
  /** The report in one line. */
  readonly text: string;
}

/**
 * Builds a model from the weights of a file, in evaluation mode. Each tensor is read and copied by itself, so memory
 * holds one model and one tensor. Dispose of the model.
 *
 * @throws InputError if the model is not known, or a tensor is missing or has another shape
 * @throws UsageError if it is another model than `options.model`
 */
export function modelFromWeights(
  weights: OpenedWeights,
  options: FromWeightsOptions = {},
): { readonly model: ImageModel; readonly name: ModelName; readonly report: LoadReport } {
  const name = modelNameFor(weights, options.model);
  const numClasses = options.numClasses ?? weights.head?.numClasses ?? 1;
  const keepsHead = options.freshHead !== true && weights.head?.numClasses === numClasses;
  const { preprocessing = weights.preprocessing, device = 'cpu' } = options;
  // On the meta device, tensors have no memory until the weights are read, and nothing is initialized in vain.
  const model = withDevice('meta', () => createModel(name, { numClasses, preprocessing }));
  try {
    const isHead = (tensor: string) => tensor.startsWith(`${model.headName}.`);
    const isFresh = (tensor: string) => isHead(tensor) && !keepsHead;
    const report = reportOf(weights, model, isFresh);
    const targets = model.stateDict();
    const give = (tensor: string, read?: () => Tensor) =>
      materialize(targets.get(tensor) as nn.Parameter | nn.Buffer, device, read);
    noGrad(() => {
      for (const tensor of report.loaded) give(tensor, () => weights.get(tensor));
      for (const tensor of report.missing) give(tensor);
    });
    if (!keepsHead) replaceHead(model, device);
    return { model: model.eval(), name, report };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

/**
 * The name of the model whose weights a file holds.
 *
 * @throws InputError if it is none of ours
 * @throws UsageError if it is another one than `wanted`
 */
export function modelNameFor(
  { file, architecture, architectureText }: OpenedWeights,
  wanted?: ModelName,
): ModelName {
  if (architecture === undefined) {
    throw new InputError(
      `${file}: expected one of our models, got ${architectureText}; hashsight models lists them`,
    );
  }
  if (wanted !== undefined && wanted !== architecture) {
    throw new UsageError(
      `the weights ${file} are those of ${architecture}, but \`model\` is ${wanted}; use \`model: ${architecture}\`, or leave it out`,
      { option: 'weights' },
    );
  }
  return architecture;
}

/** Files from before PyTorch 0.4.1 lack this counter, which plays no role with a fixed momentum. */
function isCounter(tensor: string): boolean {
  return tensor.endsWith('.num_batches_tracked');
}

/** Checks that every tensor is there and has the right shape; reads none. */
function reportOf(
  weights: OpenedWeights,
  model: ImageModel,
  isFresh: (tensor: string) => boolean,
): LoadReport {
  const lists = { loaded: [] as string[], missing: [] as string[], fresh: [] as string[] };
  for (const [tensor, { shape }] of model.stateDict()) {
    const theirs = weights.shapeOf(tensor);
    if (isFresh(tensor)) {
      lists.fresh.push(tensor);
    } else if (theirs === undefined) {
      if (!isCounter(tensor)) {
        throw new InputError(
          `${weights.file}: ${weights.architecture} needs ${tensor}, which is not in the file; get the file again`,
        );
      }
      lists.missing.push(tensor);
    } else if (String(theirs) !== String(shape)) {
      throw new InputError(
        `${weights.file}: expected ${tensor} of shape [${shape.join(', ')}] for ${weights.architecture}, got [${theirs.join(', ')}]`,
      );
    } else {
      lists.loaded.push(tensor);
    }
  }
  const own = model.stateDict();
  const unexpected = [...weights.unexpected, ...weights.names.filter((tensor) => !own.has(tensor))];
  return { ...lists, unexpected, text: textOf({ ...lists, unexpected }, weights) };
}

/** Maximum number of names to list; longer lists end with the count. */
const LISTED = 5;

function textOf(
  { loaded, missing, unexpected, fresh }: Omit<LoadReport, 'text'>,
  { architecture, layout }: OpenedWeights,
): string {
  const counters = missing.length === 0 ? '' : `; ${missing.length} batch counters missing, set to 0`;
  const other =
    unexpected.length === 0 ? '' : `; ${unexpected.length} in the file unused: ${listed(unexpected)}`;
  const random = fresh.length === 0 ? '' : `; fresh: ${listed(fresh)}`;
  return `${architecture} in the layout of ${layout}: ${loaded.length} tensors loaded${counters}${random}${other}`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).join(', ');
  return names.length > LISTED ? `${shown}, … (${names.length})` : shown;
}

/** Gives a tensor on `meta` memory on the device, with the values that `read` returns, or zeros. */
function materialize(target: nn.Parameter | nn.Buffer, device: string, read?: () => Tensor): void {
  tidy(() => {
    const { shape, dtype } = target;
    const options = { dtype, device };
    target.replace(read === undefined ? zeros(shape, options) : empty(shape, options).copy_(read()));
  });
}

/** Replaces the last layer by a new one, initialized at random from the default generator. */
function replaceHead({ head }: ImageModel, device: string): void {
  const fresh = withDevice(device, () => new nn.Linear(head.inFeatures, head.outFeatures));
  head.weight.replace(fresh.weight);
  if (fresh.bias !== null) head.bias?.replace(fresh.bias);
}
