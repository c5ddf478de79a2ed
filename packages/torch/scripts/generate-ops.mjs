// Writes src/ops.generated.ts from the schemas of the LibTorch that this package is built against.
//   node packages/torch/scripts/generate-ops.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateOps } from '../dist/src/generator/generate.js';

const path = fileURLToPath(new URL('../src/ops.generated.ts', import.meta.url));
const source = generateOps();
if (!process.argv.includes('--check')) {
  writeFileSync(path, source);
} else if (readFileSync(path, 'utf8') !== source) {
  console.error('ops.generated.ts: the file does not match the schemas; run npm run generate');
  process.exitCode = 1;
}
