import { fromBuffer, noGrad, type Tensor, tidy } from '@hashsight/torch';
import type { ModelName } from '../../models/architectures.js';
import type { ImageModel } from '../../models/image-model.js';
import { createModel } from '../../models/registry.js';
import { headOf, type LinearWeights, type Probe } from '../../probe/index.js';

/** Features of N images. */
export interface FeatureTable {
  /** `[N, D]` in row-major order. */
  readonly values: Float32Array;
  readonly dim: number;
}

/** Rows of a table as float64, `[images, D]`. */
export function rowsOf({ values, dim }: FeatureTable, images: Iterable<number>): Tensor {
  const order = [...images];
  const rows = new Float64Array(order.length * dim);
  for (const [i, image] of order.entries())
    rows.set(values.subarray(image * dim, (image + 1) * dim), i * dim);
  return fromBuffer(rows, { shape: [order.length, dim] });
}

/** Logits `[N, K]` of features `[N, D]`: two for two classes, whose softmax is the probe's probability. */
export function probeLogits(probe: Probe, features: Tensor): Float32Array {
  return tidy(() => {
    const { weight, bias } = headOf(probe.kind, probe);
    const norms = features.norm({ dim: 1, keepdim: true });
    const seen = probe.normalize === 'l2' ? features.div(norms.maskedFill(norms.eq(0), 1)) : features;
    const logits = seen.matmul(weight.t()).add(bias).to({ dtype: 'float32' });
    return logits.contiguous().toTypedArray() as Float32Array;
  });
}

/** A copy of a network with a probe as its last layer. The caller disposes of it. */
export function withProbe(trunk: ImageModel, architecture: ModelName, probe: Probe): ImageModel {
  const { numClasses } = probe;
  const model = createModel(architecture, { numClasses, preprocessing: trunk.preprocessing });
  const own = [...trunk.stateDict()].filter(([name]) => !name.startsWith(`${trunk.headName}.`));
  model.loadStateDict(new Map(own), { strict: false });
  tidy(() =>
    noGrad(() => {
      const { weight, bias }: LinearWeights = headOf(probe.kind, probe);
      model.head.weight.copy_(weight.to({ dtype: 'float32' }));
      model.head.bias?.copy_(bias.to({ dtype: 'float32' }));
    }),
  );
  return model.eval();
}
