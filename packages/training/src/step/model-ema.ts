import { isFloatingPoint, type nn, noGrad, operator, type Tensor } from '@hashsight/torch';

const lerp_ = operator<(self: readonly Tensor[], end: readonly Tensor[], weight: number) => void>(
  'aten::_foreach_lerp_',
  'Scalar',
);

/**
 * Keeps an exponential moving average of a model's weights and batch statistics in another model of the same kind (timm's
 * `ModelEmaV3`): `average += (1 - decay) (model - average)`.
 */
export class ModelEma<Model extends nn.Module = nn.Module> {
  /** The model that has the averages; it belongs to the caller. */
  readonly model: Model;
  readonly #averages: readonly Tensor[];
  readonly #sources: readonly Tensor[];
  /** Counters: they are copied. */
  readonly #counters: readonly (readonly [average: Tensor, source: Tensor])[];
  readonly #decay: number;

  /** @param model - takes the source's present weights */
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
   * Takes the source's weights of now into the average. The first steps count more, so that the average forgets the
   * weights that the model began with: the decay is at most `(1 + step) / (10 + step)` (as TensorFlow's
   * `ExponentialMovingAverage` with `num_updates`).
   *
   * @param step - steps that were done before
   */
  update(step: number): void {
    const decay = Math.min(this.#decay, (1 + step) / (10 + step));
    noGrad(() => {
      lerp_(this.#averages, this.#sources, 1 - decay);
      for (const [average, source] of this.#counters) average.copy_(source);
    });
  }
}
