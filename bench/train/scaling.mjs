// Two processes with one thread each beside one process with one thread, and with two; in one run, taking turns. The
// batch is in memory, so reading pictures costs nothing. Prints JSON.
//   npm run bench:scaling [-- --rounds 7 --steps 1 --batch 64 --size 96 --model resnext26_32x4d]
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    steps: { type: 'string', default: '1' },
    batch: { type: 'string', default: '64' },
    size: { type: 'string', default: '96' },
    model: { type: 'string', default: 'resnext26_32x4d' },
  },
});
const [rounds, steps, batch, size] = ['rounds', 'steps', 'batch', 'size'].map((name) => Number(values[name]));

/** A process that waits without using a core until it is told to train. */
function startProcess(options) {
  const file = fileURLToPath(new URL('scaling-process.mjs', import.meta.url));
  const words = JSON.stringify({ batch, size, model: values.model, rank: 0, worldSize: 1, ...options });
  const child = spawn(process.execPath, [file, words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async answer() {
      const { done } = await answers.next();
      if (done) throw new Error('bench: expected an answer, the process ended');
    },
    tell: (line) => child.stdin.write(`${line}\n`),
    end: () => child.stdin.end(),
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Images per second that processes train together. */
async function speed(processes, kind) {
  const begun = performance.now();
  for (const each of processes) each.tell(`${steps} ${kind}`);
  await Promise.all(processes.map((each) => each.answer()));
  return (1000 * processes.length * steps * batch) / (performance.now() - begun);
}

const port = await freePort();
const one = [startProcess({ threads: 1 })];
const threads = [startProcess({ threads: 2 })];
const two = [0, 1].map((rank) => startProcess({ threads: 1, rank, worldSize: 2, port }));
const all = [...one, ...threads, ...two];
await Promise.all(all.map((each) => each.answer()));

/** Name, who trains, how. */
const SIDES = [
  ['oneProcessOneThread', one, 'together'],
  ['twoProcesses', two, 'together'],
  ['oneProcessTwoThreads', threads, 'together'],
  ['twoProcessesApart', two, 'apart'],
  ['twoProcessesReducedAfterwards', two, 'after'],
];
for (const [, processes, kind] of SIDES) await speed(processes, kind);
const measured = Object.fromEntries(SIDES.map(([name]) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, processes, kind] of SIDES) measured[name].push(await speed(processes, kind));
}
for (const each of all) each.end();

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const rounded = (number) => Number(number.toFixed(2));

const base = measured.oneProcessOneThread;
const result = {
  cores: availableParallelism(),
  ...{ model: values.model, batchSize: batch, imageSize: size, rounds, stepsPerRound: steps },
};
for (const [name, speeds] of Object.entries(measured)) {
  const ratios = sorted(speeds.map((speed, round) => speed / base[round]));
  result[name] = {
    imagesPerSecond: rounded(median(speeds)),
    ratio: rounded(median(ratios)),
    lowest: rounded(ratios[0]),
    highest: rounded(ratios[ratios.length - 1]),
    // What else runs on a machine only slows things down: the fastest of each side are the least disturbed.
    ofFastest: rounded(Math.max(...speeds) / Math.max(...base)),
  };
}
console.log(JSON.stringify(result, null, 2));
