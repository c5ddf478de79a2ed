// @hashsight/torch beside Python's PyTorch of the same version, in one run, taking turns. Prints JSON.
//   npm run bench:torch [-- --rounds 7 --steps 4 --memory-steps 200]
import { parseArgs } from 'node:util';
import * as torch from '@hashsight/torch';
import { FixedBatch } from '../train/fixed-batch.mjs';
import { median, ratioOf, round, takeTurns } from '../train/in-turns.mjs';
import { startPython } from '../train/python.mjs';
import { stepBeside } from '../train/step-beside.mjs';

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

/** A call of `add` on four numbers with its result freed, ours and Python's in turns. */
async function addOfFourNumbers(python) {
  const turns = await takeTurns(rounds, {
    ours: nanosecondsACall,
    python: () => python.ask('nanoseconds_a_call', { calls: CALLS }),
  });
  const [own, other] = ['ours', 'python'].map((side) => turns.map((turn) => turn[side]));
  return {
    oursNanoseconds: round(median(own), 1),
    pythonNanoseconds: round(median(other), 1),
    ...ratioOf(own, other),
  };
}

const residentMiB = () => Math.round(process.memoryUsage().rss / 2 ** 20);

/** Live tensors and resident memory of a training a quarter of its way and at its end. */
function memoryOver(count) {
  const fixed = new FixedBatch({ ...CASE, memoryFormat: 'channels_last' });
  const quarter = Math.ceil(count / 4);
  fixed.measure(quarter);
  const before = { ...torch.memory(), residentMiB: residentMiB() };
  fixed.measure(count - quarter);
  const end = { ...torch.memory(), residentMiB: residentMiB() };
  fixed.dispose();
  return { steps: count, [`afterStep${quarter}`]: before, end };
}

const threads = Number(values.threads);
torch.setNumThreads(threads);
const python = startPython(threads);
const result = { ...(await python.versions()), libtorch: torch.version(), threads, rounds };
result.addOfFourNumbers = await addOfFourNumbers(python);
python.end();
for (const memoryFormat of ['contiguous_format', 'channels_last']) {
  result[`resnext50_32x4d_128px_batch8_${memoryFormat}`] = await stepBeside(
    { ...CASE, memoryFormat },
    { warmupSteps: 1, rounds, steps },
  );
}
result.memory = memoryOver(Number(values['memory-steps']));
console.log(JSON.stringify(result, null, 2));
