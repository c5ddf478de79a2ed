// The time from the start of a process to the tags of its first image, with a model of 25 million parameters. Prints JSON.
//   npm run bench:first-answer [-- --architecture resnext50_32x4d --side 224 --times 5]
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { photograph } from '../images/photograph.mjs';
import { median, round } from '../train/in-turns.mjs';
import { writeRandomModel } from './random-model.mjs';

const { values } = parseArgs({
  options: {
    architecture: { type: 'string', default: 'resnext50_32x4d' },
    side: { type: 'string', default: '224' },
    times: { type: 'string', default: '5' },
  },
});
const folder = await mkdtemp(path.join(tmpdir(), 'hashsight-bench-'));
const model = path.join(folder, 'model');
const photo = path.join(folder, 'photo.jpg');
const { architecture } = values;
await writeRandomModel(model, { architecture, imageSize: Number(values.side), classes: 1000 });
await writeFile(photo, await photograph(1));

const program = (runtime) => `
  const { Tagger } = await import(${JSON.stringify(import.meta.resolve('@hashsight/tagger'))});
  const tagger = await Tagger.load(${JSON.stringify(model)}, { runtime: ${JSON.stringify(runtime)} });
  await tagger.tag(${JSON.stringify(photo)});
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ ms: performance.now(), cpuMs: (user + system) / 1000 }));
  process.exit();`;

/** `performance.now()` counts from the start of the process. */
function firstAnswer(runtime) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program(runtime)],
    {
      encoding: 'utf8',
    },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const results = {};
for (const runtime of ['node', 'wasm']) {
  firstAnswer(runtime); // reads the files
  const taken = Array.from({ length: Number(values.times) }, () => firstAnswer(runtime));
  const of = (name) => taken.map((one) => one[name]);
  results[runtime] = {
    medianMs: round(median(of('ms')), 0),
    fastestMs: round(Math.min(...of('ms')), 0),
    cpuMs: round(median(of('cpuMs')), 0),
  };
}
await rm(folder, { recursive: true });
console.log(JSON.stringify({ architecture, side: Number(values.side), ...results }, null, 2));
