// @hashsight/torch beside Python's PyTorch of the same version, in one run, taking turns. Prints JSON.
//   npm run bench:torch [-- --rounds 7 --steps 4 --memory-steps 200]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as torch from '@hashsight/torch';
import { FixedBatch } from '../train/fixed-batch.mjs';
import { median, round } from '../train/in-turns.mjs';
import { snakeCase, startScript } from '../train/python.mjs';

const CASE = { model: 'resnext50_32x4d', batchSize: 8, imageSize: 128, classes: 1000, amp: 'off' };
const CALLS = 200_000;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    steps: { type: 'string', default: '4' },
    'memory-steps': { type: 'string', default: '200' },
    threads: { type: 'string', default: String(torch.getNumThreads()) },
  },
});
const rounds = Number(values.rounds);
const steps = Number(values.steps);

function nanosecondsACall() {
  const a = torch.tensor([1, 2, 3, 4]);
  const b = torch.tensor([1, 2, 3, 4]);
  const start = process.hrtime.bigint();
  for (let i = 0; i < CALLS; i++) a.add(b).dispose();
  const spent = process.hrtime.bigint() - start;
  a.dispose();
  b.dispose();
  return Number(spent) / CALLS;
}

/** Runs both sides in turn, A B A B …, and gives the ratio ours/Python's of each pair. */
async function inTurns(ours, pythons, unit) {
  await ours();
  await pythons();
  const pairs = [];
  for (let i = 0; i < rounds; i++) pairs.push({ ours: await ours(), python: await pythons() });
  const ratios = pairs.map((pair) => pair.ours / pair.python);
  return {
    [`ours_${unit}`]: round(median(pairs.map((pair) => pair.ours)), 1),
    [`python_${unit}`]: round(median(pairs.map((pair) => pair.python)), 1),
    ratio: round(median(ratios)),
    ratioMin: round(Math.min(...ratios)),
    ratioMax: round(Math.max(...ratios)),
  };
}

const residentMiB = () => Math.round(process.memoryUsage().rss / 2 ** 20);

function memoryOver(fixed, count) {
  const quarter = Math.ceil(count / 4);
  fixed.measure(quarter);
  const before = { ...torch.memory(), residentMiB: residentMiB() };
  fixed.measure(count - quarter);
  return {
    steps: count,
    [`afterStep${quarter}`]: before,
    end: { ...torch.memory(), residentMiB: residentMiB() },
  };
}

const threads = Number(values.threads);
torch.setNumThreads(threads);
const python = startScript(fileURLToPath(new URL('python-side.py', import.meta.url)));
const result = {
  libtorch: torch.version(),
  python: await python.ask('version', { threads }),
  threads,
  rounds,
};
result.addOfFourNumbers = await inTurns(
  nanosecondsACall,
  () => python.ask('nanoseconds_a_call', { calls: CALLS }),
  'nsPerCall',
);
for (const memoryFormat of ['contiguous_format', 'channels_last']) {
  const settings = { ...CASE, memoryFormat };
  const fixed = new FixedBatch(settings);
  await python.ask('fixed_batch', snakeCase(settings));
  result[`resnext50_32x4d_128px_batch8_${memoryFormat}`] = await inTurns(
    () => fixed.measure(steps).imagesPerSecond,
    () => python.ask('images_per_second', { steps }),
    'imagesPerSecond',
  );
  if (memoryFormat === 'channels_last') result.memory = memoryOver(fixed, Number(values['memory-steps']));
  fixed.dispose();
}
python.end();
console.log(JSON.stringify(result, null, 2));
