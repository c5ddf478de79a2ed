import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * Starts a process that trains on one batch in memory when it is told to; until then it uses no core.
 *
 * @param options - of scaling-process.mjs
 */
export function startProcess(options, env = process.env) {
  const file = fileURLToPath(new URL('scaling-process.mjs', import.meta.url));
  const words = JSON.stringify({ rank: 0, worldSize: 1, ...options });
  const child = spawn(process.execPath, [file, words], { env, stdio: ['pipe', 'pipe', 'inherit'] });
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

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Images per second that processes of so many images a batch train together. */
export async function speedOf(processes, { steps, batch, kind }) {
  const begun = performance.now();
  for (const each of processes) each.tell(`${steps} ${kind}`);
  await Promise.all(processes.map((each) => each.answer()));
  return (1000 * processes.length * steps * batch) / (performance.now() - begun);
}
