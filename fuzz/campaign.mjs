// One process of a campaign: campaign.mjs NAME SECONDS SEED FOLDER. Tells what it did in lines of JSON: counts to be added up,
// and `failure` with a reason, whose input is kept.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Random } from '../bench/random.mjs';
import { keepFailure } from './failures.mjs';

const [name, seconds, seed, folder] = process.argv.slice(2);
const { start } = await import(`./campaigns/${name}.mjs`);
const input = path.join(folder, 'input');
const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const fail = (failure) => {
  keepFailure(name, seed, failure, input);
  tell({ failure });
};
const random = new Random(Number(seed));
const end = performance.now() + 1000 * Number(seconds);
const round = await start({ random, folder, seconds: Number(seconds), seed: Number(seed), tell, fail });
tell({});
// A round reads one input, or some, which it writes to the folder `input` before.
do {
  rmSync(input, { recursive: true, force: true });
  mkdirSync(input);
  const counts = await round(input);
  if (counts === undefined) break; // there is nothing more to do
  tell(counts);
} while (performance.now() < end);
process.exit(0);
