import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Answers, type Batch, OUTPUTS } from './answers.js';

/** Answers of Python's onnxruntime. */
export interface PythonAnswers {
  /** `onnxruntime 1.31.1 (Python)`. */
  readonly title: string;
  readonly answers: readonly Answers[];
}

/** Reads the batches one after the other, and writes each output of all of them to a file. Exits with 3 without onnxruntime. */
const SCRIPT = `
import sys
try:
    import numpy, onnxruntime
except ImportError:
    sys.exit(3)
model, folder, side, *sizes = sys.argv[1:]
session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
names = ${JSON.stringify(OUTPUTS)}
files = [open(f"{folder}/{name}", "wb") for name in names]
with open(f"{folder}/pixel_values", "rb") as pixels:
    for size in map(int, sizes):
        values = numpy.fromfile(pixels, "float32", size * 3 * int(side) ** 2).reshape(size, 3, int(side), int(side))
        for file, value in zip(files, session.run(names, {"pixel_values": values})):
            file.write(value.astype("float32").tobytes())
print(onnxruntime.__version__)
`;

/**
 * Answers of Python's onnxruntime, if there is a Python that has it: that of `HASHSIGHT_PYTHON`, that of the environment
 * `HASHSIGHT_VENV`, or `python3`.
 *
 * @param lengths - number of values of each output for one image
 * @returns undefined without such a Python
 * @throws Error with Python's message if it fails
 */
export async function pythonAnswers(
  file: string,
  batches: readonly Batch[],
  { imageSize, lengths }: { readonly imageSize: number; readonly lengths: Readonly<Record<string, number>> },
): Promise<PythonAnswers | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hashsight-check-'));
  try {
    for (const { values } of batches) {
      await writeFile(path.join(folder, 'pixel_values'), values, { flag: 'a' });
    }
    const words = [file, folder, String(imageSize), ...batches.map(({ images }) => String(images))];
    const version = await firstVersion(words);
    if (version === undefined) return undefined;
    const outputs = await Promise.all(OUTPUTS.map((name) => readFile(path.join(folder, name))));
    const all = outputs.map((bytes) => new Float32Array(new Uint8Array(bytes).buffer));
    let done = 0;
    const answers = batches.map(({ images }) => {
      const from = done;
      done += images;
      return Object.fromEntries(
        OUTPUTS.map((name, i) => {
          const length = lengths[name] ?? 0;
          return [name, (all[i] as Float32Array).subarray(from * length, done * length)];
        }),
      ) as unknown as Answers;
    });
    return { title: `onnxruntime ${version} (Python)`, answers };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the script prints in the first Python that has onnxruntime. */
async function firstVersion(words: readonly string[]): Promise<string | undefined> {
  const { HASHSIGHT_PYTHON: python, HASHSIGHT_VENV: venv } = process.env;
  for (const program of [python, venv && path.join(venv, 'bin', 'python3'), 'python3']) {
    if (!program) continue;
    const { code, out, error } = await runScript(program, words);
    if (code === 0) return out.trim();
    if (code !== null && code !== NO_ONNXRUNTIME)
      throw new Error(`${program}: ${error.trim().split('\n').at(-1)}`);
  }
  return undefined;
}

const NO_ONNXRUNTIME = 3;

/** The exit code is null if the program cannot be run. */
function runScript(
  program: string,
  words: readonly string[],
): Promise<{ readonly code: number | null; readonly out: string; readonly error: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, ['-c', SCRIPT, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let error = '';
    child.stdout.on('data', (bytes) => {
      out += bytes;
    });
    child.stderr.on('data', (bytes) => {
      error += bytes;
    });
    child.on('error', () => resolve({ code: null, out, error }));
    child.on('close', (code) => resolve({ code, out, error }));
  });
}
