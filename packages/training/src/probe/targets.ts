import { InputError } from '@hashsight/formats';
import { cat, full, type Tensor, tensor, tidy, zeros } from '@hashsight/torch';
import { type LogisticLoss, sigmoidLoss, softmaxLoss } from './losses.js';

/** One class for each of N images, or any number of tags. */
export type ProbeLabels =
  | { readonly labels: ArrayLike<number>; readonly tags?: never; readonly numClasses: number }
  | { readonly tags: readonly (readonly number[])[]; readonly labels?: never; readonly numClasses: number };

/** Weights of a linear model of the features. */
export interface LinearWeights {
  /** `[K, D]`; `[1, D]` for two classes, for the log odds of the second one, as in scikit-learn. */
  readonly weight: Tensor;
  /** `[K]`, or `[1]`. */
  readonly bias: Tensor;
}

/**
 * How labels become logits of a solver. Classes without an image have no minimum (their intercept falls without end), nor
 * has a tag that all images have: they are not solved, and get a constant instead.
 */
export interface ProbeTargets {
  /** `softmax` over the classes; `binary`, one logit for two classes; `tags`, a logit for each tag. */
  readonly kind: 'softmax' | 'binary' | 'tags';
  readonly numClasses: number;
  /** The classes that the solver's logits are for; for `binary`, the two classes. */
  readonly solved: readonly number[];
  /** The loss of some of the images, in this order; the caller disposes of it. */
  lossOf(images: readonly number[]): LogisticLoss & Disposable;
  /** Log odds of the classes that are not solved, by class. */
  readonly constants: ReadonlyMap<number, number>;
}

/** Log odds of what never or always occurs: the probability is 0 or 1 in float32. */
const CERTAIN = 1000;

/**
 * @throws InputError unless at least two classes have images, or a tag is on some images but not on all
 */
export function targetsOf(given: ProbeLabels): ProbeTargets {
  return given.labels === undefined
    ? targetsOfTags(given.tags, given.numClasses)
    : targetsOfClasses(given.labels, given.numClasses);
}

function targetsOfClasses(labels: ArrayLike<number>, numClasses: number): ProbeTargets {
  const solved = [...new Set(Array.from(labels))].sort((a, b) => a - b);
  for (const label of solved) checkClass(label, numClasses);
  if (solved.length < 2) {
    throw new InputError(
      `linear probe: expected images of at least two classes, got ${labels.length} images of ${solved.length}; add labelled images of another class`,
    );
  }
  const indexOf = new Map(solved.map((label, i) => [label, i]));
  const index = (image: number) => indexOf.get(labels[image] as number) as number;
  const constants = new Map<number, number>();
  for (let label = 0; label < numClasses; label++) if (!indexOf.has(label)) constants.set(label, -CERTAIN);
  const shared = { numClasses, solved, constants };
  if (solved.length > 2) {
    return { ...shared, kind: 'softmax', lossOf: (images) => softmaxLoss(images.map(index), solved.length) };
  }
  const isSecond = (image: number) => (index(image) === 1 ? [0] : []);
  return { ...shared, kind: 'binary', lossOf: (images) => sigmoidLoss(images.map(isSecond), 1) };
}

function targetsOfTags(tags: readonly (readonly number[])[], numClasses: number): ProbeTargets {
  const counts = new Float64Array(numClasses);
  for (const own of tags) {
    for (const tag of new Set(own)) {
      checkClass(tag, numClasses);
      counts[tag] = (counts[tag] as number) + 1;
    }
  }
  const solved: number[] = [];
  const constants = new Map<number, number>();
  for (const [tag, count] of counts.entries()) {
    if (count === 0 || count === tags.length) constants.set(tag, count === 0 ? -CERTAIN : CERTAIN);
    else solved.push(tag);
  }
  if (solved.length === 0) {
    throw new InputError(
      `linear probe: expected a tag that is on some of the ${tags.length} images but not on all; add labelled images`,
    );
  }
  const indexOf = new Map(solved.map((tag, i) => [tag, i]));
  const columns = (image: number) =>
    (tags[image] as readonly number[]).flatMap((tag) => indexOf.get(tag) ?? []);
  return {
    kind: 'tags',
    numClasses,
    solved,
    constants,
    lossOf: (images) => sigmoidLoss(images.map(columns), solved.length),
  };
}

function checkClass(label: number, numClasses: number): void {
  if (Number.isInteger(label) && label >= 0 && label < numClasses) return;
  throw new InputError(`linear probe: expected classes from 0 to ${numClasses - 1}, got ${label}`);
}

/**
 * Turns solved weights into those of all classes: `[K, D]` and `[K]`, or `[1, D]` and `[1]` for two classes. Where only two of
 * more classes have images, the two share the one weight vector, half each.
 */
export function weightsOfAll(targets: ProbeTargets, { weight, bias }: LinearWeights): LinearWeights {
  const { kind, numClasses, solved, constants } = targets;
  if (kind === 'binary' && numClasses === 2) return { weight, bias };
  return tidy(() => {
    const own = kind === 'binary' ? halves({ weight, bias }) : { weight, bias };
    const dim = weight.shape[1] ?? 0;
    const rows = cat([own.weight, zeros([constants.size, dim], { dtype: 'float64' })]);
    const biases = cat([own.bias, constantsOf(constants)]);
    const order = new Array<bigint>(numClasses);
    for (const [i, label] of [...solved, ...constants.keys()].entries()) order[label] = BigInt(i);
    const index = tensor(order, { dtype: 'int64' });
    return { weight: rows.indexSelect(0, index), bias: biases.indexSelect(0, index) };
  });
}

function constantsOf(constants: ReadonlyMap<number, number>): Tensor {
  return constants.size === 0
    ? zeros([0], { dtype: 'float64' })
    : tensor([...constants.values()], { dtype: 'float64' });
}

/** The rows of a softmax over two classes that equals one logit. */
function halves({ weight, bias }: LinearWeights): LinearWeights {
  return { weight: cat([weight.mul(-0.5), weight.mul(0.5)]), bias: cat([bias.mul(-0.5), bias.mul(0.5)]) };
}

/** A softmax or sigmoid layer `[K, D]` with the probabilities of a probe: two rows instead of one for two classes. */
export function headOf(kind: ProbeTargets['kind'], weights: LinearWeights): LinearWeights {
  return kind === 'binary' && weights.weight.shape[0] === 1 ? tidy(() => halves(weights)) : weights;
}

/**
 * Probabilities `[K, N]` of all classes from the solver's logits.
 *
 * @param logits - `[K', N]`
 */
export function probabilitiesOfAll(
  { kind, numClasses, solved, constants }: ProbeTargets,
  logits: Tensor,
): Tensor {
  return tidy(() => {
    const second = kind === 'binary' ? logits.sigmoid() : undefined;
    const own =
      second !== undefined
        ? cat([logits.neg().sigmoid(), second])
        : kind === 'softmax'
          ? logits.softmax(0)
          : logits.sigmoid();
    if (constants.size === 0) return own;
    const all = full([numClasses, logits.shape[1] ?? 0], 0, { dtype: 'float64' });
    for (const [tag, odds] of constants) if (odds > 0) all.select(0, tag).fill_(1);
    for (const [i, label] of solved.entries()) all.select(0, label).copy_(own.select(0, i));
    return all;
  });
}
