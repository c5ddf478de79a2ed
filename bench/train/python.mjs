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

/**
 * With it Python finds the files of this folder, the models they build, and Pillow where it was installed for them. The
 * profiler sees the kernels of `torch.compile`; while nothing is profiled, that costs a check for each kernel.
 */
const environment = {
  ...process.env,
  TORCHINDUCTOR_CPP_ENABLE_KERNEL_PROFILE: '1',
  PYTHONPATH: [pillowFolder, here('.'), path.join(root, 'packages/training/test/parity')].join(
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

/**
 * Starts Python's half with the model of `settings` compiled by `torch.compile` and warmed up.
 *
 * @returns undefined where this machine cannot compile, for want of a C++ compiler for instance; a line says why
 */
export async function startCompiledPython(threads, settings) {
  const python = startPython(threads);
  try {
    await python.versions();
    const { notAvailable } = await python.ask('compiled_batch', settings);
    if (notAvailable === undefined) return python;
    console.error(`bench: torch.compile is not available here: ${notAvailable}`);
  } catch (error) {
    console.error(`bench: torch.compile is not available here: ${error.message}`);
  }
  python.end();
  return undefined;
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
