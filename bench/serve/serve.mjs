// Requests per second of hashsight serve beside LitServe: the same model, JPEGs, and number of threads, taking turns in one run.
// A request is an image in base64 in JSON, which both take; ours takes the file itself, too. Then the time from the start of
// the process to its first answer. Prints JSON.
//   npm run bench:serve [-- --architecture resnet50 --side 224 --clients 1,8,64 --seconds 5 --rounds 3 --threads 2]
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { median, ratioOf, round, takeTurns } from '../train/in-turns.mjs';
import { jpegs, load } from './client.mjs';
import { startLitServe, startServe } from './processes.mjs';
import { writeRandomModel } from './random-model.mjs';

const { values } = parseArgs({
  options: {
    architecture: { type: 'string', default: 'resnext14_32x4d' },
    side: { type: 'string', default: '64' },
    clients: { type: 'string', default: '1,8,64' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string', default: `${availableParallelism()}` },
    starts: { type: 'string', default: '5' },
    'start-architecture': { type: 'string', default: 'resnext50_32x4d' },
  },
});
const [side, seconds, rounds, threads, starts] = ['side', 'seconds', 'rounds', 'threads', 'starts'].map(
  (name) => Number(values[name]),
);
const { architecture } = values;
const folder = await mkdtemp(path.join(tmpdir(), 'hashsight-bench-'));
const report = { architecture, side, threads };
try {
  const model = path.join(folder, 'model');
  await writeRandomModel(model, { architecture, imageSize: side, classes: 1000 });
  const files = await jpegs(16);
  const bodies = files.map((bytes) => JSON.stringify({ image: bytes.toString('base64') }));
  const json = { 'content-type': 'application/json' };
  const [ours, litServe] = await Promise.all([
    startServe(model, { threads }),
    startLitServe(model, { side, threads }),
  ]);
  try {
    for (const clients of values.clients.split(',').map(Number)) {
      const ask = (server, sent, headers) => async () => {
        const before = await server.cpuMs();
        const result = await load(`${server.url}/v1/tag`, sent, { clients, seconds, headers });
        const cpuMs = ((await server.cpuMs()) - before) / result.answered;
        return { ...result, cpuMs };
      };
      const turns = await takeTurns(rounds, {
        ours: ask(ours, bodies, json),
        oursRaw: ask(ours, files, { 'content-type': 'image/jpeg' }),
        litServe: ask(litServe, bodies, json),
      });
      report[`clients${clients}`] = compared(turns);
      console.error(JSON.stringify(report));
    }
  } finally {
    await Promise.all([ours.end(), litServe.end()]);
  }
  report.firstAnswer = await firstAnswers(files[0]);
} finally {
  await rm(folder, { recursive: true });
}
console.log(JSON.stringify(report, null, 2));

function compared(turns) {
  const of = (side, figure) => turns.map((turn) => turn[side][figure]);
  const shown = Object.fromEntries(
    Object.keys(turns[0]).map((side) => [
      side,
      Object.fromEntries(
        ['requestsPerSecond', 'cpuMs', 'p50', 'p99', 'failed'].map((figure) => [
          figure,
          round(median(of(side, figure)), 1),
        ]),
      ),
    ]),
  );
  return {
    ...shown,
    ours_to_litServe: ratioOf(of('ours', 'requestsPerSecond'), of('litServe', 'requestsPerSecond')),
    // Other work on the machine disturbs this least; above 1, ours takes less.
    litServe_to_ours_cpu: ratioOf(of('litServe', 'cpuMs'), of('ours', 'cpuMs')),
  };
}

/** Seconds from the start of the process to its first answer. */
async function firstAnswers(image) {
  const model = path.join(folder, 'start-model');
  await writeRandomModel(model, {
    architecture: values['start-architecture'],
    imageSize: 224,
    classes: 1000,
  });
  const seconds = [];
  for (let i = 0; i < starts; i++) {
    const start = performance.now();
    const server = await startServe(model, { threads });
    const answer = await fetch(`${server.url}/v1/tag`, {
      method: 'POST',
      body: image,
      headers: { 'content-type': 'image/jpeg' },
    });
    if (answer.status !== 200) throw new Error(`expected an answer, got ${await answer.text()}`);
    seconds.push((performance.now() - start) / 1000);
    await server.end();
  }
  return {
    architecture: values['start-architecture'],
    seconds: seconds.map((value) => round(value)),
    median: round(median(seconds)),
  };
}
