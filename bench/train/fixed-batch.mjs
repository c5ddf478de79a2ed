import * as torch from '@hashsight/torch';
import { createModel } from 'hashsight';

const { crossEntropy } = torch.nn.functional;

/** Training steps on one batch that stays in memory: what a step costs when the data is there already. */
export class FixedBatch {
  /** Milliseconds of the last step. */
  #parts = {};

  /** @param {{ model: string, batchSize: number, imageSize: number, classes: number, amp: 'off' | 'bfloat16', memoryFormat: string, convAlgorithm?: 'direct' | 'rewritten', device?: string }} settings */
  constructor({
    model,
    batchSize,
    imageSize,
    classes,
    amp,
    memoryFormat,
    convAlgorithm = 'direct',
    device = 'cpu',
  }) {
    Object.assign(this, { amp, device, batchSize });
    torch.manualSeed(0);
    this.model = createModel(model, { numClasses: classes }).to({ device, memoryFormat });
    torch.nn.Conv2d.setAlgorithm(this.model, convAlgorithm);
    const isWeight = ({ ndim }) => ndim > 1;
    const parameters = this.model.parameters();
    this.optimizer = new torch.optim.SGD(
      [
        { parameters: parameters.filter(isWeight), weightDecay: 1e-4 },
        { parameters: parameters.filter((parameter) => !isWeight(parameter)) },
      ],
      { lr: 1e-4, momentum: 0.9, nesterov: true },
    );
    const shape = [batchSize, 3, imageSize, imageSize];
    this.images = torch.tidy(() => torch.randn(shape, { device }).contiguous({ memoryFormat })).keep();
    this.targets = torch.tidy(() => torch.rand([batchSize, classes], { device }).softmax(1)).keep();
    this.lossSum = torch.zeros([], { device }).keep();
  }

  #loss() {
    const forward = () => this.model.forward(this.images);
    const logits = this.amp === 'off' ? forward() : torch.autocast(this.device, forward, { dtype: this.amp });
    return crossEntropy(logits.to({ dtype: 'float32' }), this.targets);
  }

  step() {
    const begun = performance.now();
    let forwardDone = 0;
    torch.tidy(() => {
      // Its own scope: what only the forward pass held is freed before the backward pass wants memory.
      const loss = torch.tidy(() => this.#loss());
      forwardDone = performance.now();
      loss.backward();
      this.lossSum.add_(loss.detach());
    });
    const backwardDone = performance.now();
    this.optimizer.step();
    this.optimizer.zeroGrad();
    this.#parts = {
      forward: forwardDone - begun,
      backward: backwardDone - forwardDone,
      optimizer: performance.now() - backwardDone,
    };
  }

  /** Images a second, and milliseconds of the processors' time for an image. */
  measure(steps) {
    this.lossSum.item(); // what the device was given before is done
    const images = this.batchSize * steps;
    const usage = process.cpuUsage();
    const start = performance.now();
    for (let i = 0; i < steps; i++) this.step();
    this.lossSum.item();
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(usage);
    return { imagesPerSecond: images / seconds, cpuMs: (user + system) / 1000 / images };
  }

  /** Images a second of the forward pass alone, in eval() and without gradients. */
  measureForward(count) {
    this.model.eval();
    const begun = performance.now();
    for (let i = 0; i < count; i++) torch.tidy(() => torch.noGrad(() => this.model.forward(this.images)));
    const seconds = (performance.now() - begun) / 1000;
    this.model.train();
    return { imagesPerSecond: (this.batchSize * count) / seconds };
  }

  /** Milliseconds of a step in each of its parts, of the fastest of some; only on a device that works at once, the cpu. */
  parts(steps) {
    const least = { forward: Infinity, backward: Infinity, optimizer: Infinity };
    for (let i = 0; i < steps; i++) {
      this.step();
      for (const [part, spent] of Object.entries(this.#parts)) least[part] = Math.min(least[part], spent);
    }
    return least;
  }

  /** Milliseconds of a step in each operator itself, without those it calls; the longest first. */
  operators(steps) {
    const times = torch.profile(() => {
      for (let i = 0; i < steps; i++) this.step();
      this.lossSum.item();
    });
    return times.map(({ name, calls, selfMs }) => ({
      operator: name,
      milliseconds: selfMs / steps,
      calls: calls / steps,
    }));
  }

  dispose() {
    for (const owned of [this.model, this.optimizer, this.images, this.targets, this.lossSum])
      owned.dispose();
  }
}
