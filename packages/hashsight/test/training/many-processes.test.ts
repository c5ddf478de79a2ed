import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { spoilImage, type TinySet, tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { checkTraining, readMetrics, type TrainOptions, train } from '@hashsight/training';
import {
  PAUSES_AT_STEPS,
  resume,
  resumeSignalled,
  untilPaused,
} from '@hashsight/training/test/paused-process';
import { TINY } from '@hashsight/training/test/tiny-training';
import {
  distance,
  type Ended,
  HASHSIGHT,
  learnedIn,
  newestOf,
  pidOfRank,
  type Running,
  start,
  trainCommand,
  withoutTorchrun,
} from './hashsight-process.js';

/**
 * After one step, the largest difference of a running statistic, whose values are about 1. These come from the forward
 * pass alone, which rounding changes by 1e-6; a wrong count of the images by 1e-2.
 */
const STATISTICS = 2e-5;

/**
 * Weights have no such limit: rounding turns an activation on or off here and there, and the way goes on from there. But
 * with other batch statistics it goes elsewhere altogether: by 0.5 of its length and more, beside 0.03 for another processor's
 * rounding. The learning rate is low, or the ways would part from each other in any case.
 */
const NEARER = 5;

const IMAGES = 101;
/** 19 steps of 8; the 13th has images of the first epoch and of the second. */
const SHOWN = 150;
/** Leaves a step with 4 images on one rank and 3 on the other. */
const BROKEN = 'train-7';

type Flags = Readonly<Record<string, string | number | true>>;

const FLAGS: Flags = {
  ...{ model: TINY.model, 'image-size': 32, amp: 'off', threads: 1, workers: 1 },
  ...{ samples: SHOWN, schedule: 'constant', lr: 1e-6, 'batch-size': 4, nproc: 2, 'checkpoint-steps': 3 },
};

async function brokenSet(t: TestContext): Promise<TinySet> {
  const set = await tinySet(t, { train: IMAGES, validation: 5 });
  await spoilImage(set.data, BROKEN);
  return set;
}

const runOf = ({ folder }: TinySet, name: string) => path.join(folder, name);

/** One process, here: it computes what one with `--threads 1` does, and is quicker started. */
async function alone(set: TinySet, name: string, options: Partial<TrainOptions>): Promise<string> {
  const { epochs: _, ...tiny } = TINY;
  const own = { samples: SHOWN, schedule: 'constant', lr: 1e-6, workers: 1 } as const;
  const settings = { ...tiny, ...own, ...options };
  await train({ ...settings, data: set.data, out: runOf(set, name), resume: false } as TrainOptions);
  return runOf(set, name);
}

function startRanks(set: TinySet, name: string, flags: Flags = {}, env: NodeJS.ProcessEnv = {}): Running {
  return start(trainCommand({ ...FLAGS, data: set.data, out: runOf(set, name), ...flags }), { env });
}

async function ranks(set: TinySet, name: string, flags: Flags = {}): Promise<string> {
  const { code, text } = await startRanks(set, name, flags).ended;
  assert.equal(code, 0, text);
  return runOf(set, name);
}

/**
 * Two ranks to whom `work` is done while rank 0 is paused at its first line about steps, and rank 1 waits for it.
 */
async function disturbed(
  set: TinySet,
  name: string,
  flags: Flags,
  work: (launcher: number, rank0: number) => void | Promise<void>,
): Promise<Ended> {
  const running = startRanks(set, name, flags, PAUSES_AT_STEPS);
  const launcher = running.child.pid as number;
  await running.untilText(/ steps /);
  const rank0 = pidOfRank(launcher, 0);
  await untilPaused(rank0);
  await work(launcher, rank0);
  return running.ended;
}

async function linesOf(run: string) {
  return (await readMetrics(run)).map(({ kind, epoch, step, loss }) => [kind, epoch, step, loss] as const);
}

async function assertSameRun(run: string, expected: string): Promise<void> {
  for (const file of ['model.safetensors', 'optimizer.safetensors']) {
    const [ours, theirs] = [run, expected].map((each) => readFileSync(path.join(newestOf(each), file)));
    assert(ours?.equals(theirs as Buffer), `${run}: ${file}`);
  }
  assert.deepEqual(await linesOf(run), await linesOf(expected));
}

/** What torchrun, Python and LibTorch say for their own developers. */
const FOREIGN = /^(Traceback | {2}File |\[?[IWE]\d{4} |.*Warning\b).*$/m;

function assertNearer(distance: number, other: number): void {
  assert(NEARER * distance < other, `${distance} and ${other}`);
}

test('two ranks', { skip: withoutTorchrun() ?? false }, async (t) => {
  const set = await brokenSet(t);
  const undisturbed = runOf(set, 'undisturbed');
  const { code: done, text: told } = await startRanks(set, 'undisturbed').ended;
  assert.equal(done, 0, told);

  await t.test('say nothing of what torchrun and LibTorch tell their developers', () => {
    assert.doesNotMatch(told, FOREIGN);
  });

  await t.test('name what another than rank 0 cannot decode, and count it', async () => {
    assert.match(told, /^rank 1 left out: .*train-000000\.tar: train-7\.png of post train-7: /m);
    const counted = (await readMetrics(undisturbed)).flatMap((line) =>
      line.kind === 'train' ? [line.unreadable] : [],
    );
    assert.deepEqual(counted, [1]);
  });

  await t.test('with --sync-bn are one with batches twice as large', async () => {
    const origin = newestOf(await alone(set, 'origin', { batchSize: 8, samples: 8, lr: 1e-12 }));
    const step = { samples: 8, lr: 0.02 };
    const one = newestOf(await alone(set, 'one-step', { batchSize: 8, ...step }));
    const two = newestOf(await ranks(set, 'sync-step', { 'sync-bn': true, ...step }));
    // What two ranks do without, as the next test says.
    const apart = newestOf(await alone(set, 'apart-step', { batchSize: 4, gradAccumSteps: 2, ...step }));
    const same = distance(one, two, origin);
    assert(same.statistics < STATISTICS, `${same.statistics}`);
    assertNearer(same.path, distance(one, apart, origin).path);

    const long = await alone(set, 'one', { batchSize: 8 });
    const both = await ranks(set, 'sync', { 'sync-bn': true });
    assertNearer(
      distance(newestOf(long), newestOf(both), origin).path,
      distance(newestOf(long), newestOf(undisturbed), origin).path,
    );
    const places = async (run: string) => (await linesOf(run)).map((line) => line.slice(0, 3));
    assert.deepEqual(await places(both), await places(long));
  });

  await t.test('each with its own batch statistics are one with two passes a step, bit for bit', async () => {
    const passes = await alone(set, 'passes', { batchSize: 4, gradAccumSteps: 2 });
    assert.deepEqual(learnedIn(newestOf(undisturbed)), learnedIn(newestOf(passes)));
  });

  for (const rank of [1, 0]) {
    await t.test(
      `go on from the last checkpoint when rank ${rank} is killed, to the same weights`,
      async () => {
        const name = `killed-${rank}`;
        const { code, text } = await disturbed(set, name, {}, (launcher, rank0) => {
          process.kill(pidOfRank(launcher, rank), 'SIGKILL');
          if (rank !== 0) resume(rank0);
        });
        assert.equal(code, 0, text);
        assert.match(text, /: resuming after step \d+, in epoch [12] of/);
        await assertSameRun(runOf(set, name), undisturbed);
      },
    );
  }

  await t.test('save once at SIGTERM, exit with 75, and go on to the same weights', async () => {
    const { code, text } = await disturbed(set, 'stopped', {}, async (launcher, rank0) => {
      process.kill(launcher, 'SIGTERM');
      await resumeSignalled(rank0);
    });
    assert.equal(code, 75, text);
    const stopped = text.match(/^stopped after step \d+; saved as .*$/gm) ?? [];
    assert.equal(stopped.length, 1, text);
    assert(existsSync(path.join(stopped[0]?.split(' saved as ')[1] as string, 'state.json')), text);
    const [, resumed = ''] = /^resume with: hashsight (train --resume .*)$/m.exec(text) ?? [];
    assert.equal(resumed, `train --resume --out ${runOf(set, 'stopped')} --threads 1 --nproc 2`);
    const again = await start([process.execPath, HASHSIGHT, ...resumed.split(' ')]).ended;
    assert.equal(again.code, 0, again.text);
    await assertSameRun(runOf(set, 'stopped'), undisturbed);
  });

  const signals = [
    [
      'Ctrl-C, which a terminal sends to all of its processes',
      130,
      (parent: number) => process.kill(-parent, 'SIGINT'),
    ],
    [
      'SIGHUP, which a terminal sends when it is closed',
      129,
      (parent: number) => process.kill(-parent, 'SIGHUP'),
    ],
  ] as const;
  for (const [signal, exitCode, send] of signals) {
    await t.test(`save at ${signal}, and exit with ${exitCode}`, async () => {
      const { code, text } = await disturbed(set, `ended-${exitCode}`, {}, async (launcher, rank0) => {
        send(launcher);
        await resumeSignalled(rank0);
      });
      assert.equal(code, exitCode, text);
      assert.match(text, /^stopped after step \d+; saved as /m);
      assert.doesNotMatch(text, FOREIGN);
    });
  }

  await t.test('say which of them failed for good, and how', async () => {
    const { code, text } = await disturbed(set, 'failed', { 'max-restarts': 0 }, (launcher, rank0) => {
      process.kill(pidOfRank(launcher, 1), 'SIGKILL');
      resume(rank0);
    });
    assert.equal(code, 1, text);
    assert.match(text, /^torchrun: rank 1 was the first to fail, with signal 9$/m);
    assert.match(text, /^hashsight: torchrun: training with 2 processes failed with exit code 1; /m);
    assert.doesNotMatch(text, /^Traceback/m);
  });

  await t.test('are refused in one line, before any is started, where they would not train', async () => {
    const { code, text } = await start(trainCommand({ out: undisturbed, resume: true, nproc: 3 })).ended;
    assert.equal(code, 2, text);
    assert.match(text, /^hashsight: .*: the run began with 2 processes, got 3; .*\n$/);

    const old = { out: undisturbed, resume: true } as const;
    await assert.rejects(checkTraining({ ...old, lr: 1 }, 2), /: the run has lr /);
    const there = { ...TINY, data: set.data, out: undisturbed };
    await assert.rejects(checkTraining(there, 2), /: the folder already contains a run; /);
    await assert.rejects(checkTraining({ ...there, lr: -1 }, 2), /^UsageError: lr: /);
    const elsewhere = { ...there, out: runOf(set, 'new') };
    await checkTraining(elsewhere, 2);
    assert(!existsSync(elsewhere.out));
  });
});
