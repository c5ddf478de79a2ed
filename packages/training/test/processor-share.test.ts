import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { lostToOthers, processorTimes } from '../src/processor-share.js';

const BEFORE = { run: 5e9, wait: 7e9, busy: 90e9 };

/** Seconds that went by, in nanoseconds. */
const after = (run: number, wait: number, busy: number) => ({
  run: BEFORE.run + 1e9 * run,
  wait: BEFORE.wait + 1e9 * wait,
  busy: BEFORE.busy + 1e9 * busy,
});

test('what other programs had of the processor time that was wanted', () => {
  assert.equal(lostToOthers(BEFORE, after(2, 1, 4)), 1 / 3);
  assert.equal(lostToOthers(BEFORE, after(2, 0, 4)), 0, 'others work, on cores that are not wanted');
  assert.equal(lostToOthers(BEFORE, after(2, 3, 2)), 0, 'its own threads wait for each other');
  assert.equal(
    lostToOthers(BEFORE, after(2, 3, 2.5)),
    0.2,
    'its own threads wait, and half a second for others',
  );
  assert.equal(lostToOthers(BEFORE, after(0, 0, 0)), 0, 'nothing went by');
  assert.equal(
    lostToOthers(BEFORE, after(-1, -1, 1)),
    0,
    'threads ended, and took what they had counted with them',
  );
});

const skip = processorTimes() === undefined ? 'the system counts no time of threads' : false;

test('beside busy programs a share of the processor time is lost', { skip }, (t) => {
  const programs = Array.from({ length: 3 * availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  t.after(() => programs.forEach((program) => void program.kill('SIGKILL')));
  const before = processorTimes() ?? BEFORE;
  const now = () => processorTimes() ?? BEFORE;
  // Enough that the others, which take a while to start, are at work for most of it.
  while (now().run - before.run < 1e9);
  const lost = lostToOthers(before, now());
  assert(lost > 0.1 && lost < 1, `${lost}`);
});
