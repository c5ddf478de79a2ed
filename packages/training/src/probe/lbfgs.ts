import { empty, type Tensor, tidy, zeros } from '@hashsight/torch';
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

const MEMORY = 10;
/** The line search stops where the slope fell to this share. */
const SLOPE_LEFT = 0.1;
const LINE_STEPS = 30;
/** Allowance for rounding in comparisons of objectives. */
const ROUNDING = 1e-14;

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

/** A step and the change of the gradient over it, `[B, P]`, and 1 / their product for each problem, `[B, 1]`. */
interface Pair {
  readonly step: Tensor;
  readonly change: Tensor;
  readonly inverse: Tensor;
}

function disposePair({ step, change, inverse }: Pair): void {
  for (const each of [step, change, inverse]) each.dispose();
}

class Solver {
  readonly #problem: Problem;
  readonly #options: MinimizeOptions;
  /** Parameters of each problem: the views `[B, P]` of `[K, R + 1]`. */
  readonly #flat: readonly [number, number];
  readonly #theta: Tensor;
  readonly #logits: Tensor;
  readonly #gradient: Tensor;
  /** The most recent pairs, oldest first. */
  readonly #history: Pair[] = [];
  #pending: Tensor | undefined;
  #objective: Float64Array;

  constructor(problem: Problem, options: MinimizeOptions) {
    this.#problem = problem;
    this.#options = options;
    const { axes, loss } = problem;
    const [images = 0, width = 0] = axes.values.shape;
    this.#flat = [loss.problems, (loss.numLogits * width) / loss.problems];
    const start = options.init;
    this.#theta = start === undefined ? zeros([loss.numLogits, width], { dtype: 'float64' }) : start.clone();
    this.#logits =
      start === undefined
        ? zeros([loss.numLogits, images], { dtype: 'float64' })
        : start.matmul(axes.values.t());
    this.#gradient = empty([loss.numLogits, width], { dtype: 'float64' });
    this.#objective = new Float64Array(loss.problems);
  }

  run(): Minimum {
    const { maxIterations = 1000, tolerance = 1e-12 } = this.#options;
    let iterations = 0;
    let converged = false;
    try {
      for (; iterations < maxIterations && !converged; iterations++) {
        converged = tidy(() => this.#iterate(tolerance));
      }
    } finally {
      this.#pending?.dispose();
      for (const pair of this.#history) disposePair(pair);
    }
    return {
      theta: this.#theta,
      objective: this.#objective.reduce((sum, value) => sum + value, 0),
      iterations,
      converged,
    };
  }

  /** @returns whether all problems are solved; then nothing was changed */
  #iterate(tolerance: number): boolean {
    const { axes, loss, C } = this.#problem;
    const { residual, spread } = loss.derivatives(this.#logits);
    const gradient = residual.matmul(axes.values).mul(C).add(this.#theta.mul(axes.penalized));
    this.#remember(gradient);
    this.#gradient.copy_(gradient);
    const curvature = spread
      .mul(C * (axes.values.shape[0] ?? 0))
      .unsqueeze(1)
      .mul(axes.meanSquares)
      .add(axes.penalized)
      .clamp({ min: 1e-10 });
    const inverse = curvature.reciprocal().view(this.#flat);
    const flat = gradient.view(this.#flat);
    const gap = numbersOf(dot(flat, flat.mul(inverse))).map((value) => value / 2);
    const open = gap.map((value, b) =>
      value > tolerance * (this.#objective[b] as number) || this.#isFirst() ? 1 : 0,
    );
    if (!open.includes(1)) return true;
    const direction = this.#direction(flat, inverse).mul(columnOf(open));
    return !this.#step(direction, flat);
  }

  #isFirst(): boolean {
    return this.#pending === undefined;
  }

  /** Adds the last step and the change of the gradient over it to the history. */
  #remember(gradient: Tensor): void {
    const step = this.#pending;
    if (step === undefined) return;
    const change = gradient.sub(this.#gradient).view(this.#flat).keep();
    const products = numbersOf(dot(step, change));
    const inverse = columnOf(products.map((value) => (value > 0 ? 1 / value : 0))).keep();
    if (this.#history.length === MEMORY) {
      disposePair(this.#history.shift() as Pair);
    }
    this.#history.push({ step, change, inverse });
  }

  /** The two-loop recursion; where it does not point down, steepest descent in the initial metric. */
  #direction(gradient: Tensor, inverse: Tensor): Tensor {
    const steepest = gradient.mul(inverse).neg();
    if (this.#history.length === 0) return steepest;
    let q = gradient;
    const shares: Tensor[] = [];
    for (const { step, change, inverse: rho } of this.#history.toReversed()) {
      const share = dot(step, q).mul(rho);
      shares.push(share);
      q = q.sub(change.mul(share));
    }
    const last = this.#history.at(-1) as Pair;
    const products = numbersOf(last.inverse);
    const lengths = numbersOf(dot(last.change, last.change.mul(inverse)));
    const scale = columnOf(
      products.map((rho, b) =>
        rho > 0 && (lengths[b] as number) > 0 ? 1 / (rho * (lengths[b] as number)) : 1,
      ),
    );
    let r = q.mul(inverse).mul(scale);
    for (const [i, { step, change, inverse: rho }] of this.#history.entries()) {
      const share = shares[this.#history.length - 1 - i] as Tensor;
      r = r.add(step.mul(share.sub(dot(change, r).mul(rho))));
    }
    const direction = r.neg();
    const isDown = numbersOf(dot(direction, gradient)).map((slope) => (slope < 0 ? 1 : 0));
    if (!isDown.includes(0)) return direction;
    const keep = columnOf(isDown);
    return direction.mul(keep).add(steepest.mul(keep.neg().add(1)));
  }

  /** Moves along the direction to about the minimum of each problem; returns whether any problem got better. */
  #step(direction: Tensor, gradient: Tensor): boolean {
    const { axes } = this.#problem;
    const moved = direction.view(this.#theta.shape).matmul(axes.values.t());
    const mask = axes.penalized.expand(this.#theta.shape).reshape(this.#flat);
    const penalized = direction.mul(mask);
    const flat = this.#theta.view(this.#flat);
    const line = {
      slope: numbersOf(dot(direction, gradient)),
      constant: numbersOf(dot(flat.mul(mask), flat)),
      linear: numbersOf(dot(penalized, flat)),
      square: numbersOf(dot(penalized, direction)),
    };
    const { lengths, objective, improved } = this.#search(moved, line);
    const scaled = direction.mul(columnOf(lengths)).keep();
    this.#theta.add_(scaled.view(this.#theta.shape));
    this.#logits.add_(moved.mul(columnOf(lengths)));
    this.#pending = scaled;
    this.#objective = objective;
    return improved;
  }

  #search(moved: Tensor, line: Line): { lengths: Float64Array; objective: Float64Array; improved: boolean } {
    const { loss, C } = this.#problem;
    const problems = line.slope.length;
    const lengths = line.slope.map((slope) => (slope < 0 ? 1 : 0));
    const [low, high] = [
      new Float64Array(problems),
      new Float64Array(problems).fill(Number.POSITIVE_INFINITY),
    ];
    const objective = new Float64Array(problems);
    const start = this.#isFirst() ? loss.along(this.#logits, moved).value : undefined;
    const before =
      start === undefined
        ? this.#objective
        : start.map((value, b) => C * value + (line.constant[b] as number) / 2);
    let open = true;
    for (let step = 0; step < LINE_STEPS && open; step++) {
      open = false;
      const at = tidy(() => loss.along(this.#logits.add(moved.mul(columnOf(lengths))), moved));
      for (let b = 0; b < problems; b++) {
        const [t, slope0] = [lengths[b] as number, line.slope[b] as number];
        const [constant, linear, square] = [
          line.constant[b] as number,
          line.linear[b] as number,
          line.square[b] as number,
        ];
        objective[b] = C * (at.value[b] as number) + constant / 2 + t * linear + (t * t * square) / 2;
        if (slope0 >= 0) continue;
        const slope = C * (at.slope[b] as number) + linear + t * square;
        const old = before[b] as number;
        if (Math.abs(slope) <= SLOPE_LEFT * -slope0 && (objective[b] as number) <= old + ROUNDING * old)
          continue;
        if (slope < 0) low[b] = t;
        else high[b] = t;
        const next = t - slope / (C * (at.curvature[b] as number) + square);
        const [from, to] = [low[b] as number, high[b] as number];
        const inside = next > from && next < to;
        lengths[b] = inside ? next : Number.isFinite(to) ? (from + to) / 2 : 2 * t;
        open = true;
      }
    }
    const improved = objective.some((value, b) => value < (1 - ROUNDING) * (before[b] as number));
    return { lengths, objective, improved };
  }
}

/** Of a problem along a line: slope at its start, and the penalty's ‖W‖², W·d and ‖d‖². */
interface Line {
  readonly slope: Float64Array;
  readonly constant: Float64Array;
  readonly linear: Float64Array;
  readonly square: Float64Array;
}

/** Products of the rows of two `[B, P]`, `[B, 1]`. */
function dot(a: Tensor, b: Tensor): Tensor {
  return a.mul(b).sum(1, { keepdim: true });
}
