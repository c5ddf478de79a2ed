import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TINY, tinySet } from './tiny-set.js';

const BIN = fileURLToPath(new URL('../../../bin/hashsight.js', import.meta.url));

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 75],
] as const) {
  test(`${signal} saves a checkpoint, says how to go on, and exits with ${exitCode}`, async (t) => {
    const { data, folder } = await tinySet(t, { train: 64, validation: 0 });
    const out = path.join(folder, 'run');
    const size = '--epochs 500 --image-size 32 --batch-size 4 --threads 1 --workers 1';
    const flags = ['--data', data, '--model', TINY.model, ...size.split(' ')];
    const child = spawn(process.execPath, [BIN, 'train', ...flags, '--out', out]);
    let error = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      error += text;
      if (/ steps /.test(text)) child.kill(signal);
    });
    const [code] = await once(child, 'exit');
    assert.equal(code, exitCode, error);
    const [, checkpoint] = /^stopped after step \d+; saved as (.*)$/m.exec(error) ?? [];
    assert(existsSync(path.join(checkpoint as string, 'state.json')), error);
    assert.match(error, new RegExp(`^go on with: hashsight train --resume --out ${out} --threads 1$`, 'm'));
  });
}
