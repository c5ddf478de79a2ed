import { fromBuffer, type Tensor, tensor, tidy } from '@hashsight/torch';
import { chooseC, fitLogisticRegression, predictProbabilities, stratifiedFolds } from '../probe/index.js';
import { AnswerCollector, type SparseAnswers } from './tag-counts.js';

/** Options of {@link outOfFoldAnswers}. */
export interface OutOfFoldOptions {
  /** `[N, D]` in row-major order. */
  readonly features: Float32Array;
  readonly dim: number;
  /** The tags of each of the N posts. */
  readonly tags: readonly (readonly number[])[];
  readonly numClasses: number;
  /** Default 5. */
  readonly folds?: number | undefined;
  /** Likeliest tags to keep of each post; default 10. */
  readonly m?: number | undefined;
  /** Default: chosen on some of the posts. */
  readonly C?: number | undefined;
  /** Called with the fraction of the work done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

const FOLDS = 5;
const LIKELIEST = 10;
/** C is chosen on this many posts: more would hardly change it. */
const CHOSEN_ON = 1500;
/** One value per decade: the order of the probabilities hardly depends on C within one. */
const VALUES = [1e-4, 1e-3, 1e-2, 1e-1, 1];
/** Posts whose probabilities are computed at once. */
const BLOCK = 1024;
const TOLERANCE = 1e-6;

/** The answers for all posts, each from a probe that was fitted on other posts, and the C of these probes. */
export interface OutOfFoldAnswers extends SparseAnswers {
  readonly C: number;
}

/**
 * Predicts the tags of each post by linear probes (one-vs-rest logistic regression) fitted on the other folds. Nothing is
 * trained anew, and there is no N × K matrix: of each post the probabilities of its own tags and the likeliest others stay.
 *
 * @throws InputError if there is nothing to learn from: no tag is on some posts but not on all
 */
export function outOfFoldAnswers(options: OutOfFoldOptions): OutOfFoldAnswers {
  const { features, dim, tags, numClasses, folds = FOLDS, m = LIKELIEST, onProgress } = options;
  const collector = new AnswerCollector(tags, numClasses, m);
  const C = options.C ?? chosenC(options);
  const foldOf = stratifiedFolds({ tags, numClasses }, folds, 0);
  for (let fold = 0; fold < folds; fold++) {
    const [heldOut, fitted] = [rowsWhere(foldOf, fold, true), rowsWhere(foldOf, fold, false)];
    if (heldOut.length === 0) continue;
    tidy(() => {
      const own = fitted.map((row) => tags[row] as readonly number[]);
      const input = rowsOf(features, dim, fitted);
      using probe = fitLogisticRegression({
        features: input,
        tags: own,
        numClasses,
        C,
        tolerance: TOLERANCE,
      });
      for (let from = 0; from < heldOut.length; from += BLOCK) {
        const rows = heldOut.slice(from, from + BLOCK);
        const answers = tidy(() => predictProbabilities(probe, rowsOf(features, dim, rows)));
        for (const [i, row] of rows.entries()) {
          collector.add(row, answers.subarray(i * numClasses, (i + 1) * numClasses));
        }
      }
    });
    onProgress?.((fold + 1) / folds);
  }
  return { ...collector.answers(), C };
}

function chosenC({ features, dim, tags, numClasses }: OutOfFoldOptions): number {
  const every = Math.max(1, Math.ceil(tags.length / CHOSEN_ON));
  const rows = tags.flatMap((_, i) => (i % every === 0 ? [i] : []));
  const own = rows.map((row) => tags[row] as readonly number[]);
  return tidy(() => {
    const input = rowsOf(features, dim, rows);
    return chooseByLogLoss(chooseC({ features: input, tags: own, numClasses, values: VALUES }));
  });
}

/** Probabilities are compared with thresholds, so they have to be right, not only their order. */
function chooseByLogLoss({ C, scores }: ReturnType<typeof chooseC>): number {
  return scores.toSorted((a, b) => a.logLoss - b.logLoss)[0]?.C ?? C;
}

function rowsWhere(foldOf: Uint8Array, fold: number, isIn: boolean): number[] {
  return Array.from(foldOf.keys()).filter((row) => (foldOf[row] === fold) === isIn);
}

/** Rows as a float64 tensor, `[rows, D]`. */
function rowsOf(features: Float32Array, dim: number, rows: readonly number[]): Tensor {
  const all = fromBuffer(features, { shape: [features.length / dim, dim] });
  const index = tensor(rows.map(BigInt), { dtype: 'int64' });
  return all.indexSelect(0, index).to({ dtype: 'float64' });
}
