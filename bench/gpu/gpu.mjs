// The training step on a GPU: ours beside PyTorch's, eager, compiled, and compiled with CUDA graphs; the batch is in the
// device's memory already. Each pair in one run, in turns. Prints a table in Markdown.
//   node bench/gpu/gpu.mjs [--model resnext101_32x8d,resnext50_32x4d] [--batch-size 64] [--image-size 224] [--amp bfloat16]
import { parseArgs } from 'node:util';
import * as torch from '@hashsight/torch';
import { stepBeside } from '../train/step-beside.mjs';

const { values } = parseArgs({
  options: {
    device: { type: 'string', default: 'cuda' },
    model: { type: 'string', default: 'resnext101_32x8d' },
    'batch-size': { type: 'string', default: '64' },
    'image-size': { type: 'string', default: '224' },
    classes: { type: 'string', default: '1500' },
    amp: { type: 'string', default: 'bfloat16' },
    'memory-format': { type: 'string', default: 'channels_last' },
    modes: { type: 'string', default: 'eager,default,reduce-overhead' },
    rounds: { type: 'string', default: '7' },
    steps: { type: 'string', default: '20' },
  },
});
const { device, amp, rounds, steps } = values;
const memoryFormat = values['memory-format'];
const [batchSize, imageSize, classes] = [values['batch-size'], values['image-size'], values.classes].map(
  Number,
);
/** Steps before the first that counts: kernels are chosen and compiled, CUDA graphs recorded. */
const WARMUP_STEPS = 5;
/** By the `mode` of `torch.compile`. */
const MODES = {
  eager: 'eager',
  default: 'torch.compile',
  'reduce-overhead': 'torch.compile, CUDA graphs',
};

function checkDevice() {
  if (device === 'cpu' || torch.cudaDeviceCount() > 0) return;
  throw new Error(
    '--device: expected a CUDA GPU that LibTorch sees, got none; build against a PyTorch for CUDA, or try how the script goes with --device cpu',
  );
}

checkDevice();
const modes = values.modes.split(',');
const rows = [];
for (const model of values.model.split(',')) {
  for (const mode of modes) {
    console.error(`bench: ${model} beside ${MODES[mode]} …`);
    const settings = { model, batchSize, imageSize, classes, amp, memoryFormat, device };
    const { ours, python } = await stepBeside(settings, {
      compileMode: mode === 'eager' ? null : mode,
      warmupSteps: WARMUP_STEPS,
      rounds: Number(rounds),
      steps: Number(steps),
    });
    const ratio = `${python.ratio} (${python.ratioMin} to ${python.ratioMax})`;
    const speeds = `${ours.imagesPerSecond} | ${python.imagesPerSecond}`;
    rows.push(`| ${model} | ${MODES[mode]} | ${speeds} | ${ratio} |`);
  }
}
console.log(
  `\n${device}, LibTorch ${torch.version()}, ${imageSize} px, batch ${batchSize}, ${amp}, ${memoryFormat}\n`,
);
console.log("| model | PyTorch's mode | ours, images/s | PyTorch's | ratio |\n|---|---|---|---|---|");
console.log(rows.join('\n'));
