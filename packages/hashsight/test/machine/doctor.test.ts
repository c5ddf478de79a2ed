import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../src/machine/check.js';
import { hashsight } from '../cli/run-hashsight.js';
import { withoutPackages } from './without-packages.js';

const findingsOf = (out: string) =>
  new Map((JSON.parse(out) as Finding[]).map((finding) => [finding.name, finding]));

test('doctor finds everything that these tests run on, each with what was found', () => {
  const { code, out, error } = hashsight(['doctor', '--json']);
  assert.equal(code, 0, error);
  const findings = findingsOf(out);
  for (const name of ['Node.js', 'libjpeg-turbo', 'sharp', 'DuckDB', 'LibTorch', 'memory', 'threads']) {
    assert.equal(findings.get(name)?.status, 'ok', `${name}: ${findings.get(name)?.found}`);
    assert.notEqual(findings.get(name)?.found, '');
  }
  assert.match(findings.get('LibTorch')?.found ?? '', /^2\.\d+\.\d+/);
  assert(findings.has('CUDA') && findings.has('bfloat16') && findings.has('torchrun'));
});

test('without LibTorch doctor says what to do, checks the rest, and exits with 1', () => {
  const { code, out, error } = hashsight(['doctor'], withoutPackages('@hashsight/torch'));
  assert.equal(code, 1);
  assert.match(
    out,
    /^MISSING LibTorch {7}Cannot find package '@hashsight\/torch'\n {23}train, evaluate and predict need it; run: npx hashsight setup$/m,
  );
  assert.match(out, /^ok {6}DuckDB {9}v\d/m);
  assert.doesNotMatch(out, /CUDA/);
  assert.equal(error, 'hashsight: doctor: missing LibTorch; see the advice above');
});

test('without DuckDB and sharp doctor names both, and the advice is in the JSON too', () => {
  const { code, out } = hashsight(['doctor', '--json'], withoutPackages('@duckdb/node-api', 'sharp'));
  assert.equal(code, 1);
  const findings = findingsOf(out);
  assert.equal(findings.get('LibTorch')?.status, 'ok');
  for (const name of ['DuckDB', 'sharp']) {
    assert.equal(findings.get(name)?.status, 'missing');
    assert.match(findings.get(name)?.advice ?? '', /npm install/);
  }
});
