// @hashsight/torch beside Python's PyTorch of the same version, in one run, taking turns. Prints JSON.
//   npm run bench:torch [-- --rounds 7 --steps 4 --memory-steps 200]
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as torch from '@hashsight/torch';
import { createModel } from 'hashsight';

const BATCH = 8;
const SIZE = 128;
const CLASSES = 1000;
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

/** Python's half, answering one command at a time. */
function startPython() {
  const here = (path) => fileURLToPath(new URL(path, import.meta.url));
  const python = readFileSync(here('../../packages/torch/build/python.txt'), 'utf8').trim();
  const child = spawn(python, [here('python-side.py'), values.threads], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONPATH: here('../../packages/hashsight/test/parity') },
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(command) {
      child.stdin.write(`${command}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`bench: expected an answer to "${command}", Python ended`);
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}

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

class Trainer {
  constructor(memoryFormat) {
    torch.manualSeed(0);
    this.model = createModel('resnext50_32x4d', { numClasses: CLASSES }).to({ memoryFormat });
    this.optimizer = new torch.optim.SGD(this.model.parameters(), {
      lr: 1e-4,
      momentum: 0.9,
      weightDecay: 1e-4,
      nesterov: true,
    });
    this.images = torch.tidy(() => torch.randn([BATCH, 3, SIZE, SIZE]).contiguous(memoryFormat));
    this.target = torch.randint(0, CLASSES, [BATCH]);
  }

  step() {
    return torch.tidy(() => {
      // Its own scope: what only the forward pass held is freed before the backward pass wants memory.
      const loss = torch.tidy(() =>
        torch.nn.functional.crossEntropy(this.model.forward(this.images), this.target),
      );
      this.optimizer.zeroGrad();
      loss.backward();
      this.optimizer.step();
      return loss.item();
    });
  }

  imagesPerSecond(count) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) this.step();
    return (BATCH * count) / (Number(process.hrtime.bigint() - start) / 1e9);
  }

  dispose() {
    this.model.dispose();
    this.optimizer.dispose();
    this.images.dispose();
    this.target.dispose();
  }
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const round = (value, digits = 3) => Number(value.toFixed(digits));

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

function memoryOver(trainer, count) {
  const quarter = Math.ceil(count / 4);
  trainer.imagesPerSecond(quarter);
  const before = { ...torch.memory(), residentMiB: residentMiB() };
  trainer.imagesPerSecond(count - quarter);
  return {
    steps: count,
    [`afterStep${quarter}`]: before,
    end: { ...torch.memory(), residentMiB: residentMiB() },
  };
}

torch.setNumThreads(Number(values.threads));
const python = startPython();
const result = { libtorch: torch.version(), threads: Number(values.threads), rounds };
result.addOfFourNumbers = await inTurns(nanosecondsACall, () => python.ask(`call ${CALLS}`), 'nsPerCall');
for (const memoryFormat of ['contiguous_format', 'channels_last']) {
  const trainer = new Trainer(memoryFormat);
  result.python = await python.ask(`model ${memoryFormat}`);
  result[`resnext50_32x4d_128px_batch8_${memoryFormat}`] = await inTurns(
    () => trainer.imagesPerSecond(steps),
    () => python.ask(`step ${steps}`),
    'imagesPerSecond',
  );
  if (memoryFormat === 'channels_last') result.memory = memoryOver(trainer, Number(values['memory-steps']));
  trainer.dispose();
}
python.end();
console.log(JSON.stringify(result, null, 2));
