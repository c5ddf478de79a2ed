import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startAsked } from './asked-process.mjs';

const PILLOW = 'pillow>=12.3,<13';
const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const root = here('../..');

/** The Python whose PyTorch ours is built against, so that both sides run the same kernels. */
export function pythonPath() {
  return readFileSync(path.join(root, 'packages/torch/build/python.txt'), 'utf8').trim();
}

const pillowFolder = path.join(root, 'build/cache/python/pillow-12');

/** With it Python finds the files of this folder, the models they build, and Pillow where it was installed for them. */
const environment = {
  ...process.env,
  PYTHONPATH: [pillowFolder, here('.'), path.join(root, 'packages/hashsight/test/parity')].join(
    path.delimiter,
  ),
};

/** An environment in which Python has Pillow: installed into a folder of its own when it is not there. */
export function pythonEnvironment() {
  const isThere = () =>
    spawnSync(pythonPath(), ['-c', 'import PIL.Image'], { env: environment }).status === 0;
  if (isThere()) return environment;
  const install = ['-m', 'pip', 'install', '-qq', '--disable-pip-version-check', '--target', pillowFolder];
  spawnSync(pythonPath(), [...install, PILLOW], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (isThere()) return environment;
  throw new Error(`bench: expected pip to install ${PILLOW} in ${pillowFolder}; install it there yourself`);
}

/** Starts a script that answers one command at a time, by `serve` of commands.py. */
export function startScript(script, env = environment) {
  return startAsked(pythonPath(), [script], { env });
}

/** Starts Python's half of the training benchmarks. */
export function startPython(threads) {
  const python = startScript(here('python-side.py'), pythonEnvironment());
  return { ...python, versions: () => python.ask('versions', { threads }) };
}

/** The settings of a `FixedBatch` as Python's takes them. */
export const snakeCase = ({ model, batchSize, imageSize, classes, amp, memoryFormat }) => ({
  model,
  batch_size: batchSize,
  image_size: imageSize,
  classes,
  amp,
  memory_format: memoryFormat,
});
