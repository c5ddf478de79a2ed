import type { Sample } from '@hashsight/formats';
import { nn, type Tensor, tidy, zeros } from '@hashsight/torch';
import type { Batch } from '../data/loader.js';
import { normalize } from '../data/normalize.js';
import { withAmp } from '../settings/amp.js';
import type { TrainingConfig } from '../settings/config.js';
import { checkpointedBackward } from './activation-checkpointing.js';
import { hashtagLoss, type LossConfig } from './loss.js';
import type { TrainState } from './train-state.js';

/** What {@link TrainingStep} finds of the images of one rank. */
export interface StepFigures {
  /** Sum over the images. */
  readonly loss: number;
  /** Images whose likeliest answer is one of their hashtags. */
  readonly hits: number;
  readonly images: number;
}

/** How the gradients of several ranks become one: with c10d's `Reducer`, while the backward pass goes on. */
export interface GradientSync {
  /** To be called before the backward pass whose gradients are reduced. */
  prepareForBackward(): void;
  /** Runs a pass whose gradients are only added up. */
  noSync<T>(work: () => T): T;
}

/** One update of the weights, in passes over one batch each: forward, loss, backward; then the optimizer's step. */
export class TrainingStep implements Disposable {
  readonly #state: TrainState;
  readonly #config: TrainingConfig;
  readonly #loss: LossConfig;
  readonly #samples: readonly Sample[];
  readonly #sync: GradientSync | null;
  readonly #lossSum: Tensor;
  /** The likeliest class of each image, pass by pass: read once at the end, for a GPU would have to be waited for. */
  #answers: { readonly classes: Tensor; readonly labels: readonly (readonly number[])[] }[] = [];

  /**
   * @param options.loss - its tensor is freed with the step
   * @param options.samples - the training images; a batch names them by their index
   */
  constructor(
    state: TrainState,
    config: TrainingConfig,
    options: {
      readonly loss: LossConfig;
      readonly samples: readonly Sample[];
      readonly sync: GradientSync | null;
    },
  ) {
    this.#state = state;
    this.#config = config;
    this.#loss = options.loss;
    this.#samples = options.samples;
    this.#sync = options.sync;
    this.#lossSum = zeros([], { device: config.device }).keep();
  }

  /**
   * Adds the gradients of a batch to those there are.
   *
   * @param isLast - of the passes of this step: the ranks' gradients are put together in it
   */
  accumulate(batch: Batch, isLast: boolean): void {
    const pass = () => tidy(() => this.#pass(batch));
    if (!isLast && this.#sync !== null) {
      this.#sync.noSync(pass);
      return;
    }
    this.#sync?.prepareForBackward();
    pass();
  }

  #pass(batch: Batch): void {
    const { model } = this.#state;
    const { gradCheckpointing, amp: dtype, device } = this.#config;
    const lossOf = (logits: Tensor) => this.#lossOf(logits.to({ dtype: 'float32' }), batch);
    const inAmp = (work: (input: Tensor) => Tensor) => (input: Tensor) =>
      withAmp(dtype, device, () => work(input));
    const images = () => normalize(batch.pixels, batch.imageSize, model.preprocessing, this.#config);
    if (gradCheckpointing) {
      checkpointedBackward(
        model,
        model.segments().map(({ forward }) => inAmp(forward)),
        images(),
        lossOf,
      );
      return;
    }
    // A scope of its own: what only the forward pass held is freed before the backward pass asks for memory.
    tidy(() => lossOf(inAmp((input) => model.forward(input))(images()))).backward();
  }

  /**
   * The share of the loss of a step that a pass has. It is divided by the images that a rank was to see, not by those
   * it could read: so a step is the same however the images are dealt out to passes and ranks.
   */
  #lossOf(logits: Tensor, { samples }: Batch): Tensor {
    const { batchSize, gradAccumSteps } = this.#config;
    const labels = samples.map((sample) => (this.#samples[sample] as Sample).labels);
    const loss = hashtagLoss(logits, labels, this.#loss);
    this.#lossSum.add_(loss.detach());
    this.#answers.push({ classes: logits.detach().argmax({ dim: 1 }).keep(), labels });
    return this.#state.scaler.scale(loss.div(batchSize * gradAccumSteps));
  }

  /** What the passes since the last call found; waits for the device. */
  read(): StepFigures {
    const loss = this.#lossSum.item();
    this.#lossSum.zero_();
    let hits = 0;
    let images = 0;
    for (const { classes, labels } of this.#answers) {
      const answers = classes.toTypedArray();
      hits += labels.filter((own, i) => own.includes(Number(answers[i]))).length;
      images += labels.length;
      classes.dispose();
    }
    this.#answers = [];
    return { loss, hits, images };
  }

  /**
   * Updates the weights by the gradients there are, and forgets those.
   *
   * @param step - steps that were done before
   * @returns whether the weights were updated (not with gradients that are not finite), and the gradient's norm where it
   *   is held to a limit
   */
  update(
    step: number,
    learningRate: number,
  ): { readonly isUpdated: boolean; readonly gradNorm: number | null } {
    const { optimizer, scaler, ema, model } = this.#state;
    for (const group of optimizer.groups) group.lr = learningRate;
    const gradNorm = this.#clip(model);
    // With a scaler a gradient that is not finite is nothing special: the scaler leaves the step out and lowers its scale.
    const isUsable = scaler.enabled || gradNorm === null || Number.isFinite(gradNorm);
    const isUpdated = isUsable && scaler.step(optimizer);
    if (isUsable) scaler.update();
    if (isUpdated) ema?.update(step);
    this.forget();
    return { isUpdated: isUpdated || scaler.enabled, gradNorm };
  }

  #clip(model: nn.Module): number | null {
    const { clipGrad } = this.#config;
    if (clipGrad === null) return null;
    const { scaler, optimizer } = this.#state;
    scaler.unscale_(optimizer);
    return tidy(() => nn.utils.clipGradNorm_(model.parameters(), clipGrad).item());
  }

  /** Forgets the gradients. */
  forget(): void {
    this.#state.optimizer.zeroGrad();
  }

  [Symbol.dispose](): void {
    this.read();
    this.#lossSum.dispose();
    this.#loss.positiveWeight?.dispose();
  }
}
