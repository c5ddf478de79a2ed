import { isFloatingPoint, type nn, noGrad, operator, type Tensor } from '@hashsight/torch';

const lerp_ = operator<(self: readonly Tensor[], end: readonly Tensor[], weight: number) => void>(
  'aten::_foreach_lerp_',
  'Scalar',
);

/**
 * Keeps an exponential moving average of a model's weights and buffers in a second model (timm's `ModelEmaV3`):
 * `average += (1 - decay) (model - average)`.
 */
export class ModelEma<Model extends nn.Module = nn.Module> {
  /** The model with the averaged weights; owned by the caller. */
  readonly model: Model;
  readonly #averages: readonly Tensor[];
  readonly #sources: readonly Tensor[];
  /** Integer buffers, which are copied. */
  readonly #counters: readonly (readonly [average: Tensor, source: Tensor])[];
  readonly #decay: number;

  /** @param model - is initialized with the weights of `source` */
  constructor(source: Model, model: Model, decay: number) {
    this.model = model;
    this.#decay = decay;
    model.loadStateDict(source.stateDict());
    const own = model.stateDict();
    const pairs = [...source.stateDict()].map(([name, tensor]) => [own.get(name) as Tensor, tensor] as const);
    const averaged = pairs.filter(([average]) => isFloatingPoint(average.dtype));
    this.#averages = averaged.map(([average]) => average);
    this.#sources = averaged.map(([, tensor]) => tensor);
    this.#counters = pairs.filter(([average]) => !isFloatingPoint(average.dtype));
  }

  /**
   * Updates the average with the current weights. Early steps have a larger weight, so that the average forgets the
   * initial weights: the decay is at most `(1 + step) / (10 + step)` (as in TensorFlow's `ExponentialMovingAverage`
   * with `num_updates`).
   *
   * @param step - number of steps completed before this one
   */
  update(step: number): void {
    const decay = Math.min(this.#decay, (1 + step) / (10 + step));
    noGrad(() => {
      lerp_(this.#averages, this.#sources, 1 - decay);
      for (const [average, source] of this.#counters) average.copy_(source);
    });
  }
}
