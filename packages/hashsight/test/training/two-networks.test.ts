import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { train } from '@hashsight/training';
import { PAUSES_AT_STEPS, resume, untilPaused } from '@hashsight/training/test/paused-process';
import { TINY } from '@hashsight/training/test/tiny-training';
import {
  learnedIn,
  newestOf,
  pidOfRank,
  type Running,
  start,
  trainCommand,
  withoutTorchrun,
} from './hashsight-process.js';

/** From the network for documentation (RFC 5737); each of the two is seen by the other only. */
const ADDRESSES = ['192.0.2.1', '192.0.2.2'] as const;
/** Seconds: more than a rank needs to begin on a busy machine, and what the test waits while the link is down. */
const TIMEOUT = 15;
/** 15 steps; the link goes down after the tenth. */
const IMAGES_SHOWN = 120;
const LEARNING_RATE = 0.01;
const TORCHRUN_PORT = 29_400;

function ip(...words: string[]): void {
  const { status, stderr, error } = spawnSync('ip', words, { encoding: 'utf8' });
  assert.equal(status, 0, `ip ${words.join(' ')}: ${error?.message ?? stderr}`);
}

function whyNot(): string | false {
  if (process.getuid?.() !== 0) return 'only root makes network namespaces';
  const probe = `hashsight-probe-${process.pid}`;
  const { status, stderr, error } = spawnSync('ip', ['netns', 'add', probe], { encoding: 'utf8' });
  if (status !== 0) return `ip makes no network namespace here: ${error?.message ?? stderr}`;
  spawnSync('ip', ['netns', 'delete', probe]);
  return false;
}

/** Two machines as far as the network goes, joined by one cable; their names, removed when the test ends. */
function twoNetworks(t: TestContext): readonly [string, string] {
  const names = [`hashsight-${process.pid}-0`, `hashsight-${process.pid}-1`] as const;
  t.after(() => {
    // The cable goes with them.
    for (const name of names) spawnSync('ip', ['netns', 'delete', name]);
  });
  for (const name of names) ip('netns', 'add', name);
  ip('-n', names[0], 'link', 'add', 'cable', 'type', 'veth', 'peer', 'name', 'cable', 'netns', names[1]);
  for (const [i, name] of names.entries()) {
    ip('-n', name, 'address', 'add', `${ADDRESSES[i]}/30`, 'dev', 'cable');
    for (const device of ['lo', 'cable']) ip('-n', name, 'link', 'set', device, 'up');
  }
  return names;
}

test('a link that is down for seconds ends the ranks with a reason; they begin anew, to the same weights', {
  skip: withoutTorchrun() ?? whyNot(),
}, async (t) => {
  const { data, folder } = await tinySet(t, { train: 80, validation: 0 });
  const networks = twoNetworks(t);
  const command = (name: string, more: object) =>
    trainCommand({
      ...{
        data,
        out: path.join(folder, name),
        model: TINY.model,
        samples: IMAGES_SHOWN,
        'batch-size': 4,
        'image-size': 32,
      },
      ...{ amp: 'off', lr: LEARNING_RATE, threads: 1, workers: 1, 'checkpoint-steps': 3, ...more },
    });
  const cable = (to: 'down' | 'up') => ip('-n', networks[0], 'link', 'set', 'cable', to);
  const node = (rank: number): Running =>
    start(
      [
        ...['ip', 'netns', 'exec', networks[rank] as string],
        ...command('cut', {
          ...{ nproc: 1, nnodes: 2, 'node-rank': rank, 'max-restarts': 2, 'dist-timeout': TIMEOUT },
          ...{ 'master-addr': ADDRESSES[0], 'master-port': TORCHRUN_PORT },
        }),
      ],
      { env: { GLOO_SOCKET_IFNAME: 'cable', ...PAUSES_AT_STEPS } },
    );
  const nodes = [node(0), node(1)] as const;
  await nodes[0].untilText(/ steps /);
  const rank0 = pidOfRank(nodes[0].child.pid as number, 0);
  await untilPaused(rank0);
  cable('down');
  resume(rank0);
  await Promise.race(nodes.map(({ untilText }) => untilText(/^hashsight: .*a rank has ended or hangs/m)));
  cable('up');
  const ended = await Promise.all(nodes.map((each) => each.ended));
  const text = ended.map((each) => each.text).join('\n');
  assert.deepEqual(
    ended.map(({ code }) => code),
    [0, 0],
    text,
  );
  assert.match(
    text,
    /^hashsight: \w+: expected all (2 )?ranks to take part, .*: look for the first error among all/m,
  );
  assert.match(text, /: resuming after step (9|10|12), in epoch [12] of 2$/m);
  // Two passes of one rank are what two ranks do, bit for bit: see many-processes.test.ts.
  const passes = { batchSize: 4, gradAccumSteps: 2, samples: IMAGES_SHOWN, lr: LEARNING_RATE };
  const { epochs: _, ...tiny } = TINY;
  const out = path.join(folder, 'passes');
  const { checkpoint } = await train({ ...tiny, ...passes, data, out, workers: 1 });
  assert.deepEqual(learnedIn(newestOf(path.join(folder, 'cut'))), learnedIn(checkpoint));
});
