import { fromBuffer, type Tensor, tidy, zeros } from '@hashsight/torch';
import { columnOf, type LogisticLoss, numbersOf } from './losses.js';
import type { PrincipalAxes } from './principal-axes.js';

/** A penalized logistic regression: C · Σ loss + ½ ‖W‖², the intercept without penalty, as in scikit-learn. */
export interface Problem {
  /** `values`: `[N, R + 1]`. */
  readonly axes: Pick<PrincipalAxes, 'values' | 'meanSquares' | 'penalized'>;
  readonly loss: LogisticLoss;
  readonly C: number;
}

/** Options of {@link minimize}. */
export interface MinimizeOptions {
  /** Starting point, `[K, R + 1]`; default zero. */
  readonly init?: Tensor | undefined;
  /** Stops where the objective is estimated to be within this share of its minimum; default 1e-12. */
  readonly tolerance?: number | undefined;
  /** Default 1,000. */
  readonly maxIterations?: number | undefined;
}

/** Result of {@link minimize}. */
export interface Minimum {
  /** `[K, R + 1]`, the caller's. */
  readonly theta: Tensor;
  /** The objective summed over the problems. */
  readonly objective: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Steps that the approximation of the Hessian is made of. */
const MEMORY = 10;
/** The line search stops where the slope fell to this share. */
const SLOPE_LEFT = 0.1;
const LINE_STEPS = 30;
/** Allowance for rounding in comparisons of objectives. */
const ROUNDING = 1e-14;
/** Keeps the initial Hessian away from zero for an intercept whose images are all certain. */
const LEAST_CURVATURE = 1e-10;

/**
 * Minimizes by L-BFGS (Nocedal & Wright, algorithm 7.4), all problems of the loss at once, each with its own steps.
 *
 * Two things make it need fewer passes over the features than a solver for any function. The logits are linear in the
 * parameters, so the line search moves the logits and never touches the features: an iteration is two matrix products,
 * one for the gradient and one for the direction. And the initial Hessian is the diagonal of the true one under the
 * assumption that p (1 - p) does not depend on the image: in principal axes the rest is small.
 */
export function minimize(problem: Problem, options: MinimizeOptions = {}): Minimum {
  return tidy(() => new Solver(problem, options).run());
}

/** A step of the parameters, the change of the gradient over it, and 1 / their product for each problem. */
interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly inverse: Float64Array;
}

/** Of each problem along a line: the slope at its start, and the penalty's ‖W‖², W·d and ‖d‖². */
interface Line {
  readonly slope: Float64Array;
  readonly constant: Float64Array;
  readonly linear: Float64Array;
  readonly square: Float64Array;
}

/**
 * The matrix products and the losses run on the engine. The recursion over the parameters is a few passes over plain
 * arrays, which takes a fraction of the time of a hundred small operators.
 */
class Solver {
  readonly #problem: Problem;
  readonly #options: MinimizeOptions;
  /** `[K, R + 1]`. */
  readonly #shape: readonly [number, number];
  /** Number of problems; the parameters of each are next to each other. */
  readonly #problems: number;
  readonly #size: number;
  readonly #theta: Float64Array;
  /** `[K, N]`, moved in place. */
  readonly #logits: Tensor;
  /** For each parameter: whether it is penalized, and the mean square of its feature times N times C. */
  readonly #penalized: Float64Array;
  readonly #weight: Float64Array;
  #gradient: Float64Array | undefined;
  #step: Float64Array | undefined;
  /** The most recent pairs, oldest first. */
  readonly #history: Pair[] = [];
  #objective: Float64Array;

  constructor(problem: Problem, options: MinimizeOptions) {
    this.#problem = problem;
    this.#options = options;
    const { axes, loss, C } = problem;
    const [images = 0, width = 0] = axes.values.shape;
    this.#shape = [loss.numLogits, width];
    this.#problems = loss.problems;
    this.#size = (loss.numLogits * width) / loss.problems;
    const start = options.init;
    this.#theta =
      start === undefined ? new Float64Array(loss.numLogits * width) : numbersOf(start.contiguous());
    this.#logits =
      start === undefined
        ? zeros([loss.numLogits, images], { dtype: 'float64' })
        : start.matmul(axes.values.t());
    this.#penalized = numbersOf(axes.penalized);
    this.#weight = numbersOf(axes.meanSquares).map((square) => square * images * C);
    this.#objective = new Float64Array(loss.problems);
  }

  run(): Minimum {
    const { maxIterations = 1000, tolerance = 1e-12 } = this.#options;
    let iterations = 0;
    let converged = false;
    for (; iterations < maxIterations && !converged; iterations++) {
      converged = tidy(() => this.#iterate(tolerance));
    }
    return {
      theta: fromBuffer(this.#theta, { shape: this.#shape }),
      objective: this.#objective.reduce((sum, value) => sum + value, 0),
      iterations,
      converged,
    };
  }

  /** @returns whether all problems are solved, as far as rounding allows */
  #iterate(tolerance: number): boolean {
    const { axes, loss } = this.#problem;
    const { residual, spread } = loss.derivatives(this.#logits);
    const gradient = this.#penalize(numbersOf(residual.matmul(axes.values)));
    this.#remember(gradient);
    const isFirst = this.#gradient === undefined;
    this.#gradient = gradient;
    const metric = this.#metric(numbersOf(spread));
    const direction = new Float64Array(gradient.length);
    let isDone = true;
    for (let b = 0; b < this.#problems; b++) {
      const [from, to] = [b * this.#size, (b + 1) * this.#size];
      const gap = weightedSquare(gradient, metric, from, to) / 2;
      if (!isFirst && gap <= tolerance * (this.#objective[b] as number)) continue;
      isDone = false;
      this.#direct(direction, gradient, metric, b);
    }
    return isDone || !this.#move(direction, gradient, isFirst);
  }

  /** Turns the gradient of the summed loss into that of the objective, in place. */
  #penalize(gradient: Float64Array): Float64Array {
    const [rows, width] = this.#shape;
    const { C } = this.#problem;
    for (let k = 0, i = 0; k < rows; k++) {
      for (let j = 0; j < width; j++, i++) {
        gradient[i] =
          C * (gradient[i] as number) + (this.#penalized[j] as number) * (this.#theta[i] as number);
      }
    }
    return gradient;
  }

  /** The inverse of the initial Hessian's diagonal. */
  #metric(spread: Float64Array): Float64Array {
    const [rows, width] = this.#shape;
    const inverse = new Float64Array(rows * width);
    for (let k = 0, i = 0; k < rows; k++) {
      for (let j = 0; j < width; j++, i++) {
        const curvature =
          (spread[k] as number) * (this.#weight[j] as number) + (this.#penalized[j] as number);
        inverse[i] = 1 / Math.max(LEAST_CURVATURE, curvature);
      }
    }
    return inverse;
  }

  /** Adds the last step and the change of the gradient over it to the history. */
  #remember(gradient: Float64Array): void {
    const [step, before] = [this.#step, this.#gradient];
    if (step === undefined || before === undefined) return;
    const change = gradient.map((value, i) => value - (before[i] as number));
    const inverse = Float64Array.from({ length: this.#problems }, (_, b) => {
      const product = dot(step, change, b * this.#size, (b + 1) * this.#size);
      return product > 0 ? 1 / product : 0;
    });
    if (this.#history.length === MEMORY) this.#history.shift();
    this.#history.push({ step, change, inverse });
  }

  /** Writes the direction of a problem: the two-loop recursion; where that does not point down, steepest descent. */
  #direct(direction: Float64Array, gradient: Float64Array, metric: Float64Array, b: number): void {
    const [from, to] = [b * this.#size, (b + 1) * this.#size];
    for (let i = from; i < to; i++) direction[i] = gradient[i] as number;
    const shares: number[] = [];
    for (const { step, change, inverse } of this.#history.toReversed()) {
      const share = (inverse[b] as number) * dot(step, direction, from, to);
      shares.push(share);
      addScaled(direction, change, -share, from, to);
    }
    const scale = this.#scaleOf(metric, b);
    for (let i = from; i < to; i++) direction[i] = (direction[i] as number) * scale * (metric[i] as number);
    for (const { step, change, inverse } of this.#history) {
      const share = (shares.pop() as number) - (inverse[b] as number) * dot(change, direction, from, to);
      addScaled(direction, step, share, from, to);
    }
    const isDown = dot(direction, gradient, from, to) > 0;
    for (let i = from; i < to; i++) {
      direction[i] = isDown ? -(direction[i] as number) : -(gradient[i] as number) * (metric[i] as number);
    }
  }

  /** The scale of the initial Hessian by the last pair (equation 7.20). */
  #scaleOf(metric: Float64Array, b: number): number {
    const last = this.#history.at(-1);
    const rho = last?.inverse[b] ?? 0;
    if (last === undefined || rho === 0) return 1;
    const length = weightedSquare(last.change, metric, b * this.#size, (b + 1) * this.#size);
    return length > 0 ? 1 / (rho * length) : 1;
  }

  /** Moves along the direction to about the minimum of each problem; returns whether any problem got better. */
  #move(direction: Float64Array, gradient: Float64Array, isFirst: boolean): boolean {
    const { axes } = this.#problem;
    const moved = fromBuffer(direction, { shape: this.#shape }).matmul(axes.values.t());
    const line = this.#lineOf(direction, gradient);
    const before = isFirst ? this.#objectiveAt(moved, line) : this.#objective;
    const { lengths, objective } = this.#search(moved, line, before);
    this.#logits.add_(moved.mul(columnOf(lengths)));
    const step = new Float64Array(direction.length);
    for (let b = 0; b < this.#problems; b++) {
      addScaled(step, direction, lengths[b] as number, b * this.#size, (b + 1) * this.#size);
    }
    addScaled(this.#theta, step, 1, 0, step.length);
    this.#step = step;
    this.#objective = objective;
    return objective.some((value, b) => value < (1 - ROUNDING) * (before[b] as number));
  }

  #lineOf(direction: Float64Array, gradient: Float64Array): Line {
    const [slope, constant, linear, square] = [0, 1, 2, 3].map(() => new Float64Array(this.#problems)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const [, width] = this.#shape;
    for (let b = 0; b < this.#problems; b++) {
      let [c, l, s] = [0, 0, 0];
      for (let i = b * this.#size; i < (b + 1) * this.#size; i++) {
        const [w, d] = [this.#theta[i] as number, direction[i] as number];
        const isPenalized = this.#penalized[i % width] as number;
        c += isPenalized * w * w;
        l += isPenalized * w * d;
        s += isPenalized * d * d;
      }
      [constant[b], linear[b], square[b]] = [c, l, s];
      slope[b] = dot(direction, gradient, b * this.#size, (b + 1) * this.#size);
    }
    return { slope, constant, linear, square };
  }

  #objectiveAt(moved: Tensor, { constant }: Line): Float64Array {
    const { loss, C } = this.#problem;
    return loss.along(this.#logits, moved).value.map((value, b) => C * value + (constant[b] as number) / 2);
  }

  /** Newton's method on the length of the step of each problem, kept inside a bracket of its minimum. */
  #search(
    moved: Tensor,
    { slope: start, constant, linear, square }: Line,
    before: Float64Array,
  ): { readonly lengths: Float64Array; readonly objective: Float64Array } {
    const { loss, C } = this.#problem;
    const lengths = start.map((slope) => (slope < 0 ? 1 : 0));
    const low = new Float64Array(start.length);
    const high = new Float64Array(start.length).fill(Number.POSITIVE_INFINITY);
    const objective = new Float64Array(start.length);
    for (let step = 0, isOpen = true; step < LINE_STEPS && isOpen; step++) {
      isOpen = false;
      const at = tidy(() => loss.along(this.#logits.add(moved.mul(columnOf(lengths))), moved));
      for (let b = 0; b < start.length; b++) {
        const [t, l, s] = [lengths[b] as number, linear[b] as number, square[b] as number];
        objective[b] = C * (at.value[b] as number) + (constant[b] as number) / 2 + t * l + (t * t * s) / 2;
        const [old, steepness] = [before[b] as number, -(start[b] as number)];
        if (steepness <= 0) continue;
        const slope = C * (at.slope[b] as number) + l + t * s;
        const isBetter = (objective[b] as number) <= old + ROUNDING * old;
        if (isBetter && Math.abs(slope) <= SLOPE_LEFT * steepness) continue;
        if (step + 1 === LINE_STEPS) continue; // the length stays the one that the objective is of
        if (slope < 0) low[b] = t;
        else high[b] = t;
        lengths[b] = nextLength(
          t - slope / (C * (at.curvature[b] as number) + s),
          low[b] as number,
          high[b] as number,
        );
        isOpen = true;
      }
    }
    return { lengths, objective };
  }
}

/** Newton's length if it is inside the bracket; else the middle, or twice the lower end if there is no upper one. */
function nextLength(newton: number, low: number, high: number): number {
  if (newton > low && newton < high) return newton;
  return Number.isFinite(high) ? (low + high) / 2 : 2 * low;
}

function dot(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Σ weights · values². */
function weightedSquare(values: Float64Array, weights: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (weights[i] as number) * (values[i] as number) ** 2;
  return sum;
}

function addScaled(sums: Float64Array, values: Float64Array, scale: number, from: number, to: number): void {
  for (let i = from; i < to; i++) sums[i] = (sums[i] as number) + scale * (values[i] as number);
}
