import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generateOps } from '../src/generator/generate.js';
import { version } from '../src/index.js';
import { packageFile } from './python.js';

const checkedIn = readFileSync(packageFile('src/ops.generated.ts'), 'utf8');
const madeFor = /schemas of LibTorch (\S+) by/.exec(checkedIn)?.[1];
const skip =
  madeFor === version() ? false : `ops.generated.ts is for LibTorch ${madeFor}, this is ${version()}`;

test('ops.generated.ts is what the schemas of this LibTorch give; else run npm run generate', {
  skip,
}, () => {
  // Not assert.equal: the difference of two texts of 6,000 lines takes minutes.
  assert.ok(generateOps() === checkedIn);
});
