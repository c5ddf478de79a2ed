import { backward, nn, noGrad, type Tensor, tidy } from '@hashsight/torch';

/** A part of a network as a function; parts follow one another. */
type Part = (input: Tensor) => Tensor;

/**
 * Forward and backward through a network that keeps only what goes from one segment to the next (Chen et al. 2016): each
 * segment is computed a second time when its gradient is due. The gradients are those of the plain way, to the last bit
 * where the operators are deterministic, and batch normalisation's running statistics move once.
 *
 * @param model - what the segments are made of
 * @param segments - in their order, at least one
 * @param input - `[N, …]`, needs no gradient
 * @param lossOf - of the last segment's output; its result is what `backward` begins with
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

/** Runs `work` with batch normalisation that uses the batch's statistics and leaves the running ones as they are. */
function withoutStatistics(model: nn.Module, work: () => void): void {
  const norms = [...model.modules()].filter((module) => module instanceof nn.BatchNorm2d);
  for (const norm of norms) norm.trackRunningStats = false;
  try {
    work();
  } finally {
    for (const norm of norms) norm.trackRunningStats = true;
  }
}
