// hashsight serve under load: requests per second, latency, and memory at 1 to 256 clients; then killed and restarted while
// clients go on asking, and ended by SIGTERM in the middle of requests. Prints JSON.
//   node bench/serve/load.mjs [--model DIR] [--clients 1,8,64,256] [--seconds 15]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { round } from '../train/in-turns.mjs';
import { jpegs, load } from './client.mjs';
import { startServe } from './processes.mjs';
import { writeRandomModel } from './random-model.mjs';

const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    clients: { type: 'string', default: '1,8,64,256' },
    seconds: { type: 'string', default: '15' },
  },
});
const seconds = Number(values.seconds);
const headers = { 'content-type': 'image/jpeg' };
const folder = await mkdtemp(path.join(tmpdir(), 'hashsight-load-'));
const model = values.model ?? path.join(folder, 'model');
if (values.model === undefined)
  await writeRandomModel(model, { architecture: 'resnext14_32x4d', imageSize: 64, classes: 1000 });
const files = await jpegs(16);
const report = {};
let server = await startServe(model);
try {
  report.memoryAtStart = await server.memory();
  for (const clients of values.clients.split(',').map(Number)) {
    const result = await load(`${server.url}/v1/tag`, files, { clients, seconds, headers });
    const figures = Object.entries(result).map(([name, value]) => [name, round(value, 1)]);
    report[`clients${clients}`] = { ...Object.fromEntries(figures), memory: await server.memory() };
  }
  console.error(JSON.stringify(report));
  report.killed = await killedUnderLoad();
  console.error(JSON.stringify(report.killed));
  report.ended = await endedUnderLoad();
} finally {
  await server.end();
  await rm(folder, { recursive: true });
}
console.log(JSON.stringify(report, null, 2));

/** Kills the server while clients ask, and starts another one on its port: they go on by themselves. */
async function killedUnderLoad() {
  const { port } = new URL(server.url);
  const asking = load(`${server.url}/v1/tag`, files, { clients: 8, seconds: 12, headers });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await server.end('SIGKILL');
  const start = performance.now();
  server = await startServe(model, { port });
  const secondsDown = round((performance.now() - start) / 1000);
  return { ...(await asking), secondsDown };
}

/** Ends the server by SIGTERM while requests are in progress: each is answered. */
async function endedUnderLoad() {
  const ask = async () => {
    const answer = await fetch(`${server.url}/v1/tag`, { method: 'POST', body: files[0], headers });
    await answer.arrayBuffer();
    return answer.status;
  };
  const begun = Array.from({ length: 64 }, ask);
  await Promise.race(begun); // all have arrived by now
  const exitCode = await server.end('SIGTERM');
  const statuses = (await Promise.allSettled(begun)).map(({ value }) => value ?? 'broken');
  return { exitCode, answered: statuses.filter((status) => status === 200).length, of: statuses.length };
}
