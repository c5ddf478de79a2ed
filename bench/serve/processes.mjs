import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pythonPackages } from '../../packages/formats/dist/test/python-packages.js';

const HASHSIGHT = fileURLToPath(new URL('../../packages/hashsight/bin/hashsight.js', import.meta.url));

/** Starts `hashsight serve` on a free port and waits until it is ready. */
export async function startServe(model, { threads, flags = [], port = 0 } = {}) {
  const words = ['serve', '--model', model, '--port', port, '--log-level', 'error', ...flags];
  if (threads !== undefined) words.push('--threads', threads);
  const child = spawn(process.execPath, [HASHSIGHT, ...words.map(String)], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const lines = createInterface({ input: child.stderr });
  const url = await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const [address] = /http:\/\/\S+?:\d+/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`hashsight serve ended with exit code ${code}`)));
  });
  return { ...running(child, 'SIGTERM'), url };
}

/** Starts LitServe on a free port and waits until it answers. */
export async function startLitServe(model, { side, threads }) {
  const python = await pythonPackages(
    'litserve==0.2.19',
    'onnxruntime==1.31.1',
    'pillow==13.0.0',
    'numpy==2.4.6',
  );
  if (python.skip) throw new Error(python.skip);
  const port = await freePort();
  const script = fileURLToPath(new URL('litserve_side.py', import.meta.url));
  const env = { ...process.env, PYTHONPATH: python.folder };
  const child = spawn('python3', [script, model, side, 0.95, threads, port].map(String), {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true, // its processes are a group
  });
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 300; i++) {
    const isUp = await fetch(`${url}/health`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isUp) return { ...running(child, 'SIGKILL', -child.pid), url };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('LitServe did not start in a minute');
}

function running(child, signal, pid = child.pid) {
  return {
    pid: child.pid,
    /** Resident memory in MB. */
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000);
    },
    /** Processor time of it and of its children so far, in milliseconds. */
    cpuMs: () => processorTime(child.pid),
    async end(by = signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      process.kill(pid, by);
      const [code] = await ended;
      return code;
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Fields 14 and 15 of /proc/PID/stat, in hundredths of a second, of a process and its children. */
async function processorTime(pid) {
  const all = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined)),
  );
  const processes = all.flatMap((text) => {
    if (text === undefined) return [];
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [own, parent] = [Number.parseInt(text, 10), Number(fields[1])];
    return [{ own, parent, ms: 10 * (Number(fields[11]) + Number(fields[12])) }];
  });
  const timeOf = (id) =>
    processes.reduce(
      (sum, { own, parent, ms }) => sum + (own === id ? ms : parent === id ? timeOf(own) : 0),
      0,
    );
  return timeOf(pid);
}
