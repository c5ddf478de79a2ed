import { type MemoryFormat, nn, rand, tidy } from '@hashsight/torch';
import type { Preprocessing } from '../models/preprocessing.js';
import { createModel } from '../models/registry.js';
import { withAmp } from '../settings/amp.js';
import type { TrainingConfig } from '../settings/config.js';
import { MEMORY_FORMATS } from '../settings/fields.js';

/** Batch size of a measured pass: keeps the cores busy and still fits the largest models. */
const IMAGES = 8;
/** Passes per format. The first one also chooses kernels and is not measured. */
const PASSES = 3;
const CLASSES = 10;

/** Settings that affect the time of a pass. */
type MeasuredConfig = Pick<TrainingConfig, 'model' | 'device' | 'amp' | 'convAlgorithm'> & {
  readonly preprocessing: Pick<Preprocessing, 'imageSize'>;
};

/**
 * Measures which memory format is faster for forward and backward passes of a model. `channels_last` is faster for
 * narrow groups and slower for wide ones; how much depends on the machine.
 */
export function fasterMemoryFormat(config: MeasuredConfig): TrainingConfig['memoryFormat'] {
  const times = MEMORY_FORMATS.map((memoryFormat) => msOfPasses(config, memoryFormat));
  return MEMORY_FORMATS[times.indexOf(Math.min(...times))] as TrainingConfig['memoryFormat'];
}

function msOfPasses(
  { model: name, device, amp, convAlgorithm, preprocessing: { imageSize } }: MeasuredConfig,
  memoryFormat: MemoryFormat,
): number {
  using model = createModel(name, { numClasses: CLASSES });
  nn.Conv2d.setAlgorithm(model, convAlgorithm);
  model.to({ device, memoryFormat });
  let begun = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    if (pass === 1) begun = performance.now();
    tidy(() => {
      const images = rand([IMAGES, 3, imageSize, imageSize], { device }).contiguous({ memoryFormat });
      const loss = withAmp(amp, device, () => model.forward(images)).sum();
      loss.backward();
      loss.item(); // waits for the GPU
    });
    model.zeroGrad();
  }
  return performance.now() - begun;
}
