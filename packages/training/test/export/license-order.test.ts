import assert from 'node:assert/strict';
import { test } from 'node:test';
import { licenseTerms, strictestFirst } from '../../src/export/license-order.js';

/** The strictest first. */
const ORDER = [
  'CC-BY-NC-ND-4.0',
  'CC-BY-ND-4.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-NC-4.0',
  'as told by the photographer',
  'AGPL-3.0-only',
  'GPL-3.0-or-later',
  'CC-BY-SA-4.0',
  'LGPL-2.1-only',
  'CC-BY-4.0',
  'Apache-2.0',
  'MIT',
  'CC0-1.0',
];

test('licenses are listed with the strictest first; one in no list may forbid anything', () => {
  const licenses = [...ORDER].sort().map((license) => ({ source: 'a', origin: 'b', license }));
  assert.deepEqual(
    strictestFirst(licenses).map(({ license }) => license),
    ORDER,
  );
  assert.equal(licenseTerms('as told by the photographer'), 'unknown terms');
});

test('a license of several parts counts by its strictest part', () => {
  assert.equal(licenseTerms('MIT (images), CC-BY-SA-4.0 (tags)'), licenseTerms('CC-BY-SA-4.0'));
  assert.equal(licenseTerms('public domain'), 'no conditions');
});
