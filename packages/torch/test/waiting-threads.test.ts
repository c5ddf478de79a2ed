import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { packageFile } from './python.js';

/**
 * Multiplies matrices with two threads beside busy loops, and prints whether waits became short,
 * and the number of different products.
 */
const PROGRAM = `
  import { spawn } from 'node:child_process';
  import { createHash } from 'node:crypto';
  import { cpus } from 'node:os';
  const { manualSeed, randn, setNumThreads } = await import(process.argv[1]);
  const { native } = await import(process.argv[2]);
  setNumThreads(2);
  manualSeed(1);
  const matrix = randn([384, 384]);
  const products = new Set();
  const multiply = () => {
    const product = matrix.matmul(matrix);
    products.add(createHash('sha256').update(product.toTypedArray()).digest('hex'));
    product.dispose();
  };
  const multiplyUntil = (isDone) => {
    for (let i = 0; i < Number(process.argv[3]); i++) {
      multiply();
      if (isDone()) return true;
    }
    return false;
  };
  multiply();
  const loops = Array.from({ length: 2 * cpus().length }, () => spawn(process.execPath, ['-e', 'for (;;);']));
  const becameShort = multiplyUntil(() => native.isWaitShort());
  for (const loop of loops) loop.kill('SIGKILL');
  console.log(JSON.stringify({ becameShort, products: products.size }));
`;

function waiting(
  variables: NodeJS.ProcessEnv,
  products: number,
): { readonly becameShort: boolean; readonly products: number } {
  const { GOMP_SPINCOUNT: _, OMP_WAIT_POLICY: __, ...others } = process.env;
  const [index, native] = ['index.js', 'native.js'].map(
    (file) => pathToFileURL(packageFile(`dist/src/${file}`)).href,
  );
  const child = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', PROGRAM, index as string, native as string, String(products)],
    {
      encoding: 'utf8',
      env: { ...others, ...variables },
    },
  );
  assert.equal(child.status, 0, child.stderr);
  return JSON.parse(child.stdout);
}

const skip = process.platform === 'linux' ? false : 'the kernel reports no waiting times here';

test('beside other work waits become short, and the results stay the same', { skip }, () => {
  assert.deepEqual(waiting({}, 5_000), { becameShort: true, products: 1 });
});

test('environment variables that set how threads wait are left in charge', { skip }, () => {
  assert.deepEqual(waiting({ GOMP_SPINCOUNT: '12345' }, 50), { becameShort: false, products: 1 });
});
