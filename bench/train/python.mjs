import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PILLOW = 'pillow>=12.3,<13';
const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const root = here('../..');

/** The Python whose PyTorch ours is built against, so that both sides run the same kernels. */
export function pythonPath() {
  return readFileSync(path.join(root, 'packages/torch/build/python.txt'), 'utf8').trim();
}

/** Where Python finds Pillow (installed into a folder of its own when it is not there), and the files of this folder. */
export function pythonEnvironment() {
  const target = path.join(root, 'build/cache/python/pillow-12');
  const PYTHONPATH = [target, here('.'), path.join(root, 'packages/hashsight/test/parity')].join(
    path.delimiter,
  );
  const env = { ...process.env, PYTHONPATH };
  const isThere = () => spawnSync(pythonPath(), ['-c', 'import PIL.Image'], { env }).status === 0;
  if (isThere()) return env;
  const install = ['-m', 'pip', 'install', '-qq', '--disable-pip-version-check', '--target', target];
  spawnSync(pythonPath(), [...install, PILLOW], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (isThere()) return env;
  throw new Error(`bench: expected pip to install ${PILLOW} in ${target}; install it there yourself`);
}

/** Starts Python's half, which answers one command at a time. */
export function startPython(threads) {
  const stdio = ['pipe', 'pipe', 'inherit'];
  const child = spawn(pythonPath(), [here('python-side.py')], { stdio, env: pythonEnvironment() });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (name, settings = {}) => {
    child.stdin.write(`${JSON.stringify([name, settings])}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`bench: expected an answer to ${name}, Python ended`);
    return JSON.parse(value);
  };
  return { ask, versions: () => ask('versions', { threads }), end: () => child.stdin.end() };
}
