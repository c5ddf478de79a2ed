import { backward, nn, noGrad, type Tensor, tidy } from '@hashsight/torch';

/** A segment of a network as a function. */
type Part = (input: Tensor) => Tensor;

/**
 * Forward and backward pass with activation checkpointing (Chen et al. 2016): stores only the activations between
 * segments and recomputes each segment during its backward pass. The gradients equal those of the plain passes, bit for
 * bit with deterministic operators. The running statistics of batch normalization are updated once.
 *
 * @param model - the model that the segments belong to
 * @param segments - in order, at least one
 * @param input - `[N, …]`, requires no gradient
 * @param lossOf - computes the loss, from which `backward` starts, from the output of the last segment
 */
export function checkpointedBackward(
  model: nn.Module,
  segments: readonly Part[],
  input: Tensor,
  lossOf: (output: Tensor) => Tensor,
): void {
  const inputs = [input];
  withoutStatistics(model, () => {
    for (const segment of segments.slice(0, -1)) {
      const from = inputs.at(-1) as Tensor;
      inputs.push(noGrad(() => tidy(() => segment(from))));
    }
  });
  let gradient: Tensor | undefined;
  for (let i = segments.length - 1; i >= 0; i--) {
    const segment = segments[i] as Part;
    const from = inputs.pop() as Tensor;
    const due = gradient;
    gradient = tidy(() => {
      const leaf = i === 0 ? from : from.detach().requiresGrad_();
      const root = tidy(() => (due === undefined ? lossOf(segment(leaf)) : segment(leaf)));
      backward([root], { gradTensors: [due ?? null] });
      return i === 0 ? undefined : (leaf.grad as Tensor);
    });
    due?.dispose();
    if (i > 0) from.dispose();
  }
}

/** Runs `work` with batch statistics in batch normalization, without updating the running statistics. */
function withoutStatistics(model: nn.Module, work: () => void): void {
  const norms = [...model.modules()].filter((module) => module instanceof nn.BatchNorm2d);
  for (const norm of norms) norm.trackRunningStats = false;
  try {
    work();
  } finally {
    for (const norm of norms) norm.trackRunningStats = true;
  }
}
