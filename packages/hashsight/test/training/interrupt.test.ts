import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { PAUSES_AT_STEPS, resumeSignalled, untilPaused } from '@hashsight/training/test/paused-process';
import { TINY } from '@hashsight/training/test/tiny-training';
import { start, trainCommand } from './hashsight-process.js';

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 75],
] as const) {
  test(`${signal} saves a checkpoint, says how to go on, and exits with ${exitCode}`, async (t) => {
    const { data, folder } = await tinySet(t, { train: 64, validation: 0 });
    const out = path.join(folder, 'run');
    const flags = { data, out, model: TINY.model, epochs: 500, threads: 1, workers: 1 };
    const size = { 'image-size': 32, 'batch-size': 4 };
    const { child, ended, untilText } = start(trainCommand({ ...flags, ...size }), { env: PAUSES_AT_STEPS });
    await untilText(/ steps /);
    const pid = child.pid as number;
    await untilPaused(pid);
    child.kill(signal);
    await resumeSignalled(pid);
    const { code, text: error } = await ended;
    assert.equal(code, exitCode, error);
    const [, checkpoint] = /^stopped after step \d+; saved as (.*)$/m.exec(error) ?? [];
    assert(existsSync(path.join(checkpoint as string, 'state.json')), error);
    assert.match(error, new RegExp(`^resume with: hashsight train --resume --out ${out} --threads 1$`, 'm'));
  });
}
