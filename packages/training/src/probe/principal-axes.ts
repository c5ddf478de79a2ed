import {
  cat,
  getNumThreads,
  ones,
  operator,
  setNumThreads,
  type Tensor,
  tensor,
  tidy,
} from '@hashsight/torch';

type Factors = (matrix: Tensor) => [Tensor, Tensor];
const eigh =
  operator<(matrix: Tensor, uplo: string) => [values: Tensor, vectors: Tensor]>('aten::linalg_eigh');
const qr = operator<(matrix: Tensor, mode: string) => ReturnType<Factors>>('aten::linalg_qr');

/** With more images than this share of the features, finding their span costs more than the smaller problem saves. */
const SPAN_SHARE = 0.75;

/**
 * Features in coordinates in which logistic regression is easy to solve: centered, and along the principal axes of the
 * images. The problem stays exactly the same. The intercept is not penalized, so it takes up the mean; the axes are
 * orthonormal, so norms of weights are what they were. With far fewer images than features, the weights of the solution lie
 * in the span of the images, which the axes then cover, so the problem has as many dimensions as images. The caller
 * disposes of it.
 */
export class PrincipalAxes implements Disposable {
  /** `[N, R + 1]`, float64: the images along R axes, and a column of ones for the intercept. */
  readonly values: Tensor;
  /** `[R + 1]`: the mean square of each column of `values`. */
  readonly meanSquares: Tensor;
  /** `[R + 1]`: 1 for weights, 0 for the intercept. */
  readonly penalized: Tensor;
  /** `[D]`. */
  readonly #mean: Tensor;
  /** `[D, R]`. */
  readonly #axes: Tensor;

  /** @param features - `[N, D]`, float64 */
  constructor(features: Tensor) {
    const [images = 0, dim = 0] = features.shape;
    const made = tidy(() => {
      const mean = features.mean(0);
      const centered = features.sub(mean);
      const isSmall = images < SPAN_SHARE * dim;
      const [span, inSpan] = isSmall ? spanOf(centered) : [undefined, centered];
      const vectors = withOneThread(() => eigh(inSpan.t().matmul(inSpan), 'L')[1]);
      const along = inSpan.matmul(vectors);
      const values = cat([along, ones([images, 1], { dtype: 'float64' })], { dim: 1 });
      return {
        values,
        mean,
        axes: span === undefined ? vectors : span.matmul(vectors),
        meanSquares: values.square().mean(0),
        penalized: tensor([...new Array<number>(along.shape[1] ?? 0).fill(1), 0], { dtype: 'float64' }),
      };
    });
    this.values = made.values.keep();
    this.meanSquares = made.meanSquares.keep();
    this.penalized = made.penalized.keep();
    this.#mean = made.mean.keep();
    this.#axes = made.axes.keep();
  }

  /** Turns weights `[K, R + 1]` along the axes into those of the features, `[K, D]`, and the intercepts, `[K]`. */
  toFeatures(theta: Tensor): { weight: Tensor; bias: Tensor } {
    return tidy(() => {
      const last = (theta.shape[1] ?? 1) - 1;
      const weight = theta.narrow(1, 0, last).matmul(this.#axes.t());
      return { weight, bias: theta.select(1, last).sub(weight.matmul(this.#mean)) };
    });
  }

  /** The inverse of {@link toFeatures}, for weights in the span of the images; of others, their part in it. */
  fromFeatures({ weight, bias }: { readonly weight: Tensor; readonly bias: Tensor }): Tensor {
    return tidy(() =>
      cat([weight.matmul(this.#axes), bias.add(weight.matmul(this.#mean)).unsqueeze(1)], { dim: 1 }),
    );
  }

  [Symbol.dispose](): void {
    for (const each of [this.values, this.meanSquares, this.penalized, this.#mean, this.#axes])
      each.dispose();
  }
}

/** The images `[N, D]` as products of coordinates `[N, N]` and orthonormal rows: `[D, N]` and the coordinates. */
function spanOf(centered: Tensor): [span: Tensor, coordinates: Tensor] {
  const [q, r] = qr(centered.t(), 'reduced');
  return [q, r.t()];
}

/** LAPACK's eigensolver gains little from threads and waits for them long beside other busy processes. */
function withOneThread<Result>(work: () => Result): Result {
  const threads = getNumThreads();
  setNumThreads(1);
  try {
    return work();
  } finally {
    setNumThreads(threads);
  }
}
