import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { packageFile } from './python.js';

/** What GNU's OpenMP says that it took from the environment, and what of that is left for other processes. */
function waitingIn(variables: NodeJS.ProcessEnv, before = '') {
  const { GOMP_SPINCOUNT: _, OMP_WAIT_POLICY: __, ...others } = process.env;
  const index = JSON.stringify(pathToFileURL(packageFile('dist/src/index.js')).href);
  const program = `${before}; await import(${index}); console.log(JSON.stringify(process.env.GOMP_SPINCOUNT ?? null));`;
  const env = { ...others, ...variables, OMP_DISPLAY_ENV: 'verbose' };
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env,
  });
  const [, spins] = /GOMP_SPINCOUNT = '(\w+)'/.exec(child.stderr) ?? [];
  return { spins, left: JSON.parse(child.stdout) as string | null };
}

const unset = waitingIn({});
const skip = unset.spins === undefined ? 'LibTorch uses another OpenMP than GNU here' : false;

test('threads that wait for each other sleep soon, and the environment is left as it was', { skip }, () => {
  assert.deepEqual(unset, { spins: '3000', left: null });
});

test('whoever sets how threads wait has decided', { skip }, () => {
  assert.deepEqual(waitingIn({ GOMP_SPINCOUNT: '12345' }), { spins: '12345', left: '12345' });
  assert.deepEqual(waitingIn({ OMP_WAIT_POLICY: 'passive' }), { spins: '0', left: null });
  assert.deepEqual(waitingIn({}, "process.env.GOMP_SPINCOUNT = '777'"), { spins: '777', left: '777' });
});
