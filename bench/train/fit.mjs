// Which models fit: the most memory that a step of training takes, without and with activation checkpointing, each in a process
// of its own. From two small batches follows what a picture takes, and so what a larger batch will; `--batch` is then run
// where that fits into this machine. Prints a table, then JSON. Linux.
//   npm run bench:fit [-- --models resnext101_32x8d,resnext101_32x48d --batch 24 --size 224]
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { round } from './in-turns.mjs';
import { table } from './tables.mjs';

const { values } = parseArgs({
  options: {
    models: {
      type: 'string',
      default: 'resnext101_32x8d,resnext101_32x16d,resnext101_32x32d,resnext101_32x48d',
    },
    batch: { type: 'string', default: '24' }, // pictures a GPU in Mahajan et al. 2018
    size: { type: 'string', default: '224' },
    classes: { type: 'string', default: '1000' },
  },
});
const [batch, imageSize, classes] = [values.batch, values.size, values.classes].map(Number);
const SMALL = [4, 8];
const GIB = 2 ** 30;
/** Of the memory that is free, what a step may be predicted to take: the machine is not to be run out. */
const USABLE = 0.95;
/** Float32 weights, their gradients, and the momentum. */
const BYTES_A_PARAMETER = 12;

const freeBytes = () =>
  1024 * Number(/^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))[1]);

/** What a step of so many pictures takes; undefined where the process was ended for want of memory. */
async function measured(settings) {
  const file = fileURLToPath(new URL('fit-process.mjs', import.meta.url));
  const words = JSON.stringify({ imageSize, classes, ...settings });
  const child = spawn(process.execPath, [file, words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...ended) => resolve(ended));
  });
  if (signal === 'SIGKILL') return undefined;
  if (code !== 0) throw new Error(`bench: ${words}: expected it to end with 0, got ${code ?? signal}`);
  return JSON.parse(said);
}

async function ofModel(model, gradCheckpointing) {
  const run = (batchSize) => measured({ model, gradCheckpointing, batchSize });
  console.error(`bench: ${model}, checkpointing ${gradCheckpointing ? 'on' : 'off'} …`);
  const [small, larger] = [await run(SMALL[0]), await run(SMALL[1])];
  if (small === undefined || larger === undefined) return { model, gradCheckpointing };
  const bytesAPicture = (larger.peakBytes - small.peakBytes) / (SMALL[1] - SMALL[0]);
  const bytesOfNone = small.peakBytes - SMALL[0] * bytesAPicture;
  const predicted = bytesOfNone + batch * bytesAPicture;
  const whole = predicted <= USABLE * freeBytes() ? await run(batch) : undefined;
  const mostFor = (gib) => Math.max(0, Math.floor((gib * GIB - bytesOfNone) / bytesAPicture));
  return {
    ...{ model, gradCheckpointing, amp: small.amp },
    modelGiB: round((small.parameters * BYTES_A_PARAMETER) / GIB, 2),
    mibAPicture: round(bytesAPicture / 2 ** 20, 1),
    secondsAPicture: round(larger.seconds / SMALL[1], 2),
    predictedGiB: round(predicted / GIB, 2),
    ...(whole && { peakGiB: round(whole.peakBytes / GIB, 2), seconds: round(whole.seconds, 1) }),
    computedBatch: Object.fromEntries([16, 24, 32].map((gib) => [`${gib}GiB`, mostFor(gib)])),
  };
}

const results = [];
for (const model of values.models.split(',')) {
  for (const gradCheckpointing of [false, true]) results.push(await ofModel(model, gradCheckpointing));
}
const head = [
  `${imageSize} px`,
  'checkpointing',
  'model, GiB',
  'MiB a picture',
  's a picture',
  `GiB for ${batch}, computed`,
  'measured',
  'largest batch, computed, in 16 / 24 / 32 GiB',
];
const rows = results.map((one) => [
  one.model,
  one.gradCheckpointing ? 'on' : 'off',
  ...(one.modelGiB === undefined
    ? ['no room for two pictures', '–', '–', '–', '–', '–']
    : [
        one.modelGiB,
        one.mibAPicture,
        one.secondsAPicture,
        one.predictedGiB,
        one.peakGiB ?? 'not run',
        Object.values(one.computedBatch).join(' / '),
      ]),
]);
console.error(table([head, ...rows]));
console.log(JSON.stringify({ imageSize, batch, results }, null, 2));
