import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../src/index.js';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** A file of this package by its path in it, from the emitted tests; an absolute path stays as it is. */
export function packageFile(path: string): string {
  return resolve(packageFolder, path);
}

/** A new empty folder for one test's files, gone when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hashsight-torch-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The Python with torch that the tests compare with. */
export function findPython(): string | undefined {
  const noted = packageFile('build/python.txt');
  const path = process.env.HASHSIGHT_PYTHON ?? (existsSync(noted) ? readFileSync(noted, 'utf8').trim() : '');
  return path === '' ? undefined : path;
}

const LIST_VERSIONS = `
import importlib.metadata as metadata
for name in ("torch", "safetensors", "numpy"):
    try: print(metadata.version(name))
    except metadata.PackageNotFoundError: print("")
`;

function reasonToSkip(): string | false {
  const python = findPython();
  if (python === undefined)
    return 'no Python with torch is known: neither HASHSIGHT_PYTHON nor build/python.txt';
  const { status, stdout } = spawnSync(python, ['-c', LIST_VERSIONS], { encoding: 'utf8' });
  if (status !== 0) return `${python} does not run`;
  const [torch = '', safetensors = '', numpy = ''] = stdout.split('\n');
  if (torch.split('+')[0] !== version())
    return `${python} has ${torch ? `torch ${torch}` : 'no torch'}, LibTorch is ${version()}`;
  if (safetensors === '') return `${python} has no safetensors; pip install safetensors`;
  if (numpy === '') return `${python} has no numpy; pip install numpy`;
  return false;
}

/** Why tests against Python's PyTorch cannot run here; false when they can. */
export const skipWithoutPython: string | false = reasonToSkip();

/** Runs a Python file (as {@link packageFile} finds it) and returns what it printed. */
export function runPython(file: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(findPython() ?? 'python3', [packageFile(file), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${file}: expected exit code 0, got ${status}: ${stderr}`);
  return stdout;
}
