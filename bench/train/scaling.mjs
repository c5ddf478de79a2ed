// Two processes with one thread each beside one process with one thread, and with two; in one run, taking turns. The
// batch is in memory, so reading images costs nothing. Prints JSON.
//   npm run bench:scaling [-- --rounds 7 --steps 1 --batch 64 --size 96 --model resnext26_32x4d]
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { freePort, speedOf, startProcess } from './scaling-processes.mjs';

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

const shape = { batch, size, model: values.model };

const port = await freePort();
const one = [startProcess({ ...shape, threads: 1 })];
const threads = [startProcess({ ...shape, threads: 2 })];
const two = [0, 1].map((rank) => startProcess({ ...shape, threads: 1, rank, worldSize: 2, port }));
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
for (const [, processes, kind] of SIDES) await speedOf(processes, { steps, batch, kind });
const measured = Object.fromEntries(SIDES.map(([name]) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, processes, kind] of SIDES)
    measured[name].push(await speedOf(processes, { steps, batch, kind }));
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
