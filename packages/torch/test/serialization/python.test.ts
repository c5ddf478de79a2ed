import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { safetensors } from '../../src/index.js';
import { DTYPES_BY_CODE } from '../../src/serialization/format.js';
import { runPython, skipWithoutPython, temporaryFolder } from '../python.js';
import { randomTensors } from './random-tensors.js';

const options = { skip: skipWithoutPython };

test('what Python wrote, in every dtype, is written back byte for byte', options, () => {
  const folder = temporaryFolder();
  const [theirs, ours] = [join(folder, 'theirs'), join(folder, 'ours')];
  runPython('test/serialization/reference.py', ['write', theirs]);
  using file = safetensors.safeOpen(theirs);
  const dtypes = new Set(file.keys().map((name) => file.info(name).dtype));
  assert.deepEqual([...dtypes].sort(), [...DTYPES_BY_CODE.values()].sort());
  safetensors.saveFile(safetensors.loadFile(theirs), ours, { metadata: file.metadata });
  assert.deepEqual(readFileSync(ours), readFileSync(theirs));
});

test('what this package wrote, in every dtype, Python reads and writes back byte for byte', options, () => {
  const folder = temporaryFolder();
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
  safetensors.saveFile(randomTensors(), ours, { metadata: { format: 'pt' } });
  runPython('test/serialization/reference.py', ['rewrite', ours, theirs]);
  assert.deepEqual(readFileSync(theirs), readFileSync(ours));
});
