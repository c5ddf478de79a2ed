import { type MemoryFormat, rand, tidy } from '@hashsight/torch';
import { createModel, type ModelName } from '../../models/index.js';
import { withAmp } from '../settings/amp.js';
import { MEMORY_FORMATS, type TrainingConfig, type TrainingSettings } from '../settings/config.js';

/** Pictures of a measured pass: enough to keep the cores busy, few enough for the largest models. */
const PICTURES = 8;
/** The first pass of each format also chooses kernels; it is not measured. */
const PASSES = 3;
const CLASSES = 10;

/**
 * The memory format in which a few forward and backward passes of a model take less time. `channels_last` helps narrow
 * groups and hurts wide ones, by how much depends on the machine.
 */
export function fasterMemoryFormat(
  settings: Pick<TrainingSettings, 'model' | 'input' | 'device' | 'amp'>,
): TrainingConfig['memoryFormat'] {
  const { device = 'cpu', amp = 'off', input } = settings;
  const times = MEMORY_FORMATS.map((memoryFormat) =>
    msOfPasses(settings.model, { memoryFormat, device, amp, side: input?.imageSize ?? 224 }),
  );
  return MEMORY_FORMATS[times.indexOf(Math.min(...times))] as TrainingConfig['memoryFormat'];
}

function msOfPasses(
  name: ModelName,
  {
    memoryFormat,
    device,
    amp,
    side,
  }: { memoryFormat: MemoryFormat; device: string; amp: TrainingConfig['amp']; side: number },
): number {
  using model = createModel(name, { numClasses: CLASSES });
  model.to({ device, memoryFormat });
  let begun = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    if (pass === 1) begun = performance.now();
    tidy(() => {
      const pictures = rand([PICTURES, 3, side, side], { device }).contiguous(memoryFormat);
      const loss = withAmp(amp, device, () => model.forward(pictures)).sum();
      loss.backward();
      loss.item(); // a GPU has to be waited for
    });
    model.zeroGrad();
  }
  return performance.now() - begun;
}
