import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const PACKAGES = fileURLToPath(new URL('../../../../', import.meta.url));

/** Names that a file imports, of packages alone: `@hashsight/formats` for `@hashsight/formats/node`. */
function imported(source: string): string[] {
  const specifiers = [...source.matchAll(/(?:\bfrom |^import |\bimport\()'([^'.][^']*)'/gm)].map(
    ([, specifier = '']) => specifier,
  );
  return specifiers
    .filter((specifier) => !/^(node:|#)/.test(specifier)) // `#`: the package's own files
    .map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
}

for (const name of readdirSync(PACKAGES)) {
  test(`packages/${name} declares every package that its source imports, and none of its tests' alone`, () => {
    const folder = path.join(PACKAGES, name);
    const {
      dependencies = {},
      optionalDependencies = {},
      name: own,
    } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
      optionalDependencies?: Record<string, string>;
      name: string;
    };
    const declared = { ...dependencies, ...optionalDependencies };
    const files = readdirSync(path.join(folder, 'src'), { recursive: true, encoding: 'utf8' });
    const used = new Set(
      files
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => imported(readFileSync(path.join(folder, 'src', file), 'utf8'))),
    );
    assert.deepEqual([...used].filter((each) => each !== own && !(each in declared)).sort(), []);
  });
}
