import type { Sample } from '@hashsight/formats';
import { nn, type Tensor, tidy, zeros } from '@hashsight/torch';
import type { Batch } from '../data/loader.js';
import { normalize } from '../data/normalize.js';
import { withAmp } from '../settings/amp.js';
import type { TrainingConfig } from '../settings/config.js';
import { checkpointedBackward } from './activation-checkpointing.js';
import { hashtagLoss, type LossConfig } from './loss.js';
import { type Mixup, mixupShare } from './mixup.js';
import type { TrainState } from './train-state.js';

/** Training results of a step on one rank. */
export interface StepFigures {
  /** Sum over the images. */
  readonly loss: number;
  /** Images whose top-1 class is one of their labels. */
  readonly hits: number;
  readonly images: number;
}

/** Synchronizes gradients between ranks during the backward pass, with c10d's `Reducer`. */
export interface GradientSync {
  /** Call it before the backward pass whose gradients are synchronized. */
  prepareForBackward(): void;
  /** Runs a pass whose gradients only accumulate locally. */
  noSync<T>(work: () => T): T;
}

/** One update of the weights: forward and backward passes over one or more batches, then the optimizer's step. */
export class TrainingStep implements Disposable {
  readonly #state: TrainState;
  readonly #config: TrainingConfig;
  readonly #loss: LossConfig;
  readonly #samples: readonly Sample[];
  readonly #sync: GradientSync | null;
  readonly #mixup: Mixup | null;
  #passes = 0;
  readonly #lossSum: Tensor;
  /** Top-1 classes of each pass. They are read once at the end to avoid waiting for the GPU. */
  #answers: { readonly classes: Tensor; readonly labels: readonly (readonly number[])[] }[] = [];

  /**
   * @param options.loss - its tensor is freed with this object
   * @param options.samples - the training images; batches refer to them by index
   * @param options.mixup - default: none
   */
  constructor(
    state: TrainState,
    config: TrainingConfig,
    options: {
      readonly loss: LossConfig;
      readonly samples: readonly Sample[];
      readonly sync: GradientSync | null;
      readonly mixup?: Mixup | null;
    },
  ) {
    this.#state = state;
    this.#config = config;
    this.#loss = options.loss;
    this.#samples = options.samples;
    this.#sync = options.sync;
    this.#mixup = options.mixup ?? null;
    this.#lossSum = zeros([], { device: config.device }).keep();
  }

  /**
   * Accumulates the gradients of a batch.
   *
   * @param isLast - whether this is the last pass of the step, in which the ranks synchronize their gradients
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
    const share = this.#mixup === null ? 1 : mixupShare(this.#mixup, this.#passes);
    this.#passes++;
    const lossOf = (logits: Tensor) => this.#lossOf(logits.to({ dtype: 'float32' }), batch, share);
    const inAmp = (work: (input: Tensor) => Tensor) => (input: Tensor) =>
      withAmp(dtype, device, () => work(input));
    const images = () => {
      const own = normalize(batch.pixels, batch.imageSize, model.preprocessing, this.#config);
      return share === 1 ? own : tidy(() => own.mul(share).add(own.flip([0]).mul(1 - share)));
    };
    if (gradCheckpointing) {
      checkpointedBackward(
        model,
        model.segments().map(({ forward }) => inAmp(forward)),
        images(),
        lossOf,
      );
      return;
    }
    // A separate scope frees memory used only by the forward pass before the backward pass allocates.
    tidy(() => lossOf(inAmp((input) => model.forward(input))(images()))).backward();
  }

  /**
   * A pass's share of the step's loss. Divides by the planned number of images per rank, not by the number that could
   * be read, so that the step does not depend on how images are distributed over passes and ranks.
   *
   * @param share - share of the images themselves in mixup; the rest is that of the batch in reverse order
   */
  #lossOf(logits: Tensor, { samples }: Batch, share: number): Tensor {
    const { batchSize, gradAccumSteps } = this.#config;
    const labels = samples.map((sample) => (this.#samples[sample] as Sample).labels);
    const own = hashtagLoss(logits, labels, this.#loss);
    const loss =
      share === 1
        ? own
        : own.mul(share).add(hashtagLoss(logits, labels.toReversed(), this.#loss).mul(1 - share));
    this.#lossSum.add_(loss.detach());
    this.#answers.push({ classes: logits.detach().argmax({ dim: 1 }).keep(), labels });
    return this.#state.scaler.scale(loss.div(batchSize * gradAccumSteps));
  }

  /** Results of the passes since the last call. Waits for the device. */
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
   * Updates the weights with the accumulated gradients and clears the gradients.
   *
   * @param step - number of steps completed before this one
   * @returns whether the weights were updated (false if a gradient was not finite), and the gradient norm if it is
   * clipped
   */
  update(
    step: number,
    learningRate: number,
  ): { readonly isUpdated: boolean; readonly gradNorm: number | null } {
    const { optimizer, scaler, ema, model, lrScales } = this.#state;
    for (const [i, group] of optimizer.groups.entries()) group.lr = learningRate * (lrScales?.[i] ?? 1);
    const gradNorm = this.#clip(model);
    // With loss scaling, non-finite gradients are expected: the scaler skips the step and lowers its scale.
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

  /** Clears the gradients. */
  forget(): void {
    this.#state.optimizer.zeroGrad();
  }

  [Symbol.dispose](): void {
    this.read();
    this.#lossSum.dispose();
    this.#loss.positiveWeight?.dispose();
  }
}
