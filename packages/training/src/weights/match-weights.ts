import { InputError, UsageError } from '@hashsight/formats';
import { withDevice } from '@hashsight/torch';
import type { ModelName } from '../models/architectures.js';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { createModel } from '../models/registry.js';
import type { OpenedWeights } from './open-weights.js';

/** What is wanted of weights. */
export interface MatchOptions {
  /** The expected model; default: the one recognized. */
  readonly model?: ModelName;
  /**
   * Number of classes; default: that of the file. The last layer of the file is kept if it has this number, and
   * initialized at random otherwise.
   */
  readonly numClasses?: number;
  /** Initializes the last layer at random even if the file has one of the right size. */
  readonly freshHead?: boolean;
}

/** What happens to each tensor. */
export interface LoadReport {
  /** Our names of the tensors that the file provides. */
  readonly loaded: readonly string[];
  /** Our names of the tensors that the file lacks: counters of batches, which do not influence the output. */
  readonly missing: readonly string[];
  /** The file's names of tensors that the model does not have, such as those of another head. */
  readonly unexpected: readonly string[];
  /** Our names of the tensors that are initialized at random. */
  readonly fresh: readonly string[];
  /** The report in one line. */
  readonly text: string;
}

/**
 * Checks that weights fit a model, tensor by tensor, without reading any.
 *
 * @throws InputError if the model is not known, a tensor is missing or has another shape, or the file is of a model with
 *   more in its trunk
 * @throws UsageError if it is another model than `options.model`
 */
export function matchWeights(weights: OpenedWeights, options: MatchOptions = {}): LoadReport {
  const { model, report } = matchedModel(weights, options, weights.preprocessing);
  model.dispose();
  return report;
}

/** A model on the `meta` device, where tensors have no memory, that the weights fit. Throws as {@link matchWeights}. */
export function matchedModel(
  weights: OpenedWeights,
  options: MatchOptions,
  preprocessing: Preprocessing,
): { readonly name: ModelName; readonly model: ImageModel; readonly report: LoadReport } {
  const name = modelNameFor(weights, options.model);
  const numClasses = options.numClasses ?? weights.head?.numClasses ?? 1;
  const keepsHead = options.freshHead !== true && weights.head?.numClasses === numClasses;
  const model = withDevice('meta', () => createModel(name, { numClasses, preprocessing }));
  try {
    return { name, model, report: reportOf(weights, model, keepsHead) };
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

function reportOf(weights: OpenedWeights, model: ImageModel, keepsHead: boolean): LoadReport {
  const { file, architecture } = weights;
  const lists = { loaded: [] as string[], missing: [] as string[], fresh: [] as string[] };
  for (const [tensor, { shape }] of model.stateDict()) {
    const theirs = weights.shapeOf(tensor);
    if (tensor.startsWith(`${model.headName}.`) && !keepsHead) {
      lists.fresh.push(tensor);
    } else if (theirs === undefined) {
      if (!isCounter(tensor)) {
        throw new InputError(
          `${file}: ${architecture} needs ${tensor}, which is not in the file; get the file again`,
        );
      }
      lists.missing.push(tensor);
    } else if (String(theirs) !== String(shape)) {
      throw new InputError(
        `${file}: expected ${tensor} of shape [${shape.join(', ')}] for ${architecture}, got [${theirs.join(', ')}]`,
      );
    } else {
      lists.loaded.push(tensor);
    }
  }
  const own = model.stateDict();
  const others = weights.names.flatMap((name) => (own.has(name) ? [] : [weights.nameOf(name) ?? name]));
  const unexpected = [...weights.unexpected, ...others];
  checkTrunk(weights, lists.loaded, model.headName, unexpected);
  return { ...lists, unexpected, text: textOf({ ...lists, unexpected }, weights) };
}

/** Files from before PyTorch 0.4.1 lack this counter, which plays no role with a fixed momentum. */
function isCounter(tensor: string): boolean {
  return tensor.endsWith('.num_batches_tracked');
}

/** A ResNet with squeeze-and-excitation has every tensor of a ResNet and more; without those, its output is another. */
function checkTrunk(
  weights: OpenedWeights,
  loaded: readonly string[],
  headName: string,
  unexpected: readonly string[],
): void {
  const rootOf = (full: string) => full.slice(weights.prefix.length).split('.')[0];
  const trunk = loaded.filter((tensor) => !tensor.startsWith(`${headName}.`));
  const roots = new Set(trunk.map((tensor) => rootOf(weights.nameOf(tensor) ?? tensor)));
  const inTrunk = unexpected.filter((full) => full.startsWith(weights.prefix) && roots.has(rootOf(full)));
  if (inTrunk.length === 0) return;
  throw new InputError(
    `${weights.file}: expected the tensors of ${weights.architecture}, got ${inTrunk.length} more in its layers: ${listed(inTrunk)}; the file is of another model`,
  );
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
