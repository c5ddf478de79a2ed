import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pythonPackages } from '@hashsight/formats/test/python-packages';

/** Python's onnxruntime and the checker of the format. */
export const python = await pythonPackages('onnxruntime==1.31.1', 'onnx==1.23.2');

/** An input of a model. */
export interface Feed {
  readonly type: 'float32' | 'uint8';
  readonly shape: readonly number[];
  readonly values: Float32Array | Uint8Array;
}

/** An output of a model. */
export interface Answer {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Checks models and runs each with its inputs, in one Python process. */
export async function runModels(
  folder: string,
  jobs: readonly { readonly model: string; readonly inputs: Readonly<Record<string, Feed>> }[],
): Promise<Record<string, Answer>[]> {
  const lines: string[] = [];
  for (const [i, { model, inputs }] of jobs.entries()) {
    const files: Record<string, unknown> = {};
    for (const [name, { type, shape, values }] of Object.entries(inputs)) {
      const file = path.join(folder, `input-${i}-${name}`);
      await writeFile(file, values);
      files[name] = [file, type, shape];
    }
    lines.push(JSON.stringify({ model, inputs: files }));
  }
  const script = path.join(import.meta.dirname, '../../../test/export/onnx_side.py');
  const { status, stdout, stderr } = spawnSync('python3', [script], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONPATH: python.folder },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, Answer>);
}
