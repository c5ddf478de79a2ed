import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { readMetrics, type TrainEvent, type TrainOptions, train } from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';

const BIN = fileURLToPath(new URL('../../../bin/hashsight.js', import.meta.url));

/** All that a run has learned, byte for byte. */
function learnedBy(checkpoint: string): string[] {
  return readdirSync(checkpoint)
    .sort()
    .map((file) => `${file}: ${readFileSync(path.join(checkpoint, file)).toString('base64')}`);
}

/** What the metrics say of each step, without what the clock says. */
async function lossesOf(run: string) {
  return (await readMetrics(run)).map(({ kind, step, loss, hitAt1 }) => [kind, step, loss, hitAt1]);
}

/** Puts a run back to one of its checkpoints, as if it had been killed after it. */
function backTo(run: string, name: string): void {
  const checkpoints = path.join(run, 'checkpoints');
  for (const other of readdirSync(checkpoints)) {
    if (other !== name) rmSync(path.join(checkpoints, other), { recursive: true });
  }
}

test('from the checkpoint after any step a run ends with the same bytes: with averages, growing images, clipping, passes, and shards in sequence', async (t) => {
  const { data, folder } = await tinySet(t, { train: 27, validation: 4, shards: 4 });
  const settings: TrainOptions = {
    ...TINY,
    data,
    out: path.join(folder, 'whole'),
    batchSize: 3,
    gradAccumSteps: 2,
    modelEmaDecay: 0.9,
    clipGrad: 1,
    labelSmoothing: 0.1,
    loss: 'sigmoid',
    bcePosWeight: 'balanced',
    priorBias: true,
    zeroInitLast: true,
    imageSizeStart: 32,
    shuffleBuffer: 8,
    preprocessing: { imageSize: 64 },
    checkpointSteps: 1,
    checkpointHist: 100,
  };
  const whole = await train(settings);
  assert.equal(whole.position.step, 9, '27 images twice, six in a step');
  const names = readdirSync(path.join(folder, 'whole', 'checkpoints'));
  assert.equal(names.length, 9);
  for (const name of [names[0], names[4], names[7]] as string[]) {
    const out = path.join(folder, name);
    cpSync(path.join(folder, 'whole'), out, { recursive: true });
    backTo(out, name);
    const { checkpointSteps, checkpointHist } = settings;
    const rest = await train({
      out,
      resume: true,
      threads: 1,
      checkpointSteps,
      checkpointHist,
    } as TrainOptions);
    assert.deepEqual(learnedBy(rest.checkpoint), learnedBy(whole.checkpoint), name);
    assert.deepEqual(await lossesOf(out), await lossesOf(path.join(folder, 'whole')), name);
  }
});

test('the newest checkpoints and the best are kept, as many as asked for', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 4 });
  const out = path.join(folder, 'run');
  const { position } = await train({ ...TINY, data, out, epochs: 6, checkpointHist: 1 });
  const best = position.best?.name as string;
  assert.deepEqual(readdirSync(path.join(out, 'checkpoints')), [...new Set([best, 'epoch-006'])].sort());
});

const FLAGS = '--epochs 3 --image-size 32 --batch-size 4 --amp off --lr 0.02 --threads 1 --workers 1';

test('killed at any moment and started again by the same command, a run ends with the same bytes', async (t) => {
  const { data, folder } = await tinySet(t, { train: 40, validation: 4 });
  const words = (out: string) => [
    ...[BIN, 'train', '--data', data, '--model', TINY.model, '--out', out, '--auto-resume'],
    ...['--checkpoint-steps', '2', ...FLAGS.split(' ')],
  ];
  const undisturbed = path.join(folder, 'undisturbed');
  assert.equal(spawnSync(process.execPath, words(undisturbed)).status, 0);
  const out = path.join(folder, 'killed');
  // Each time when it has told of a step or of an epoch: while it trains, or while the next checkpoint is written.
  for (let kill = 0; kill < 4; kill++) {
    const child = spawn(process.execPath, words(out), { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (/ steps |: validation /.test(text)) child.kill('SIGKILL');
    });
    await once(child, 'exit');
  }
  const { status, stderr } = spawnSync(process.execPath, words(out), { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const last = ['checkpoints', 'epoch-003'];
  assert.deepEqual(learnedBy(path.join(out, ...last)), learnedBy(path.join(undisturbed, ...last)));
  assert.deepEqual(await lossesOf(out), await lossesOf(undisturbed));
});

/** A file system of a few megabytes; null where the process may not make one. */
function smallDisk(t: TestContext, megabytes: number): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-test-'));
  t.after(() => {
    spawnSync('umount', ['-R', folder]);
    rmSync(folder, { recursive: true });
  });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  return mounted.status === 0 ? folder : null;
}

const mount = (...words: string[]) => assert.equal(spawnSync('mount', words).status, 0, words.join(' '));

// A checkpoint of the smallest model takes about 60 MB.
const BROKEN_DISKS = [
  {
    what: 'a full disk',
    megabytes: 100,
    spoil: () => {},
    mend: (disk: string) => mount('-o', 'remount,size=400m', disk),
    message: /epoch-002.*the file could not be written \(ENOSPC\); an existing file is unchanged$/,
  },
  {
    what: 'a folder that became read-only',
    megabytes: 400,
    spoil: (_: string, checkpoints: string) => {
      mount('--bind', checkpoints, checkpoints);
      mount('-o', 'remount,bind,ro', checkpoints);
    },
    mend: (_: string, checkpoints: string) => spawnSync('umount', [checkpoints]),
    message: /epoch-002.*read-only/,
  },
] as const;

for (const { what, megabytes, spoil, mend, message } of BROKEN_DISKS) {
  test(`${what} ends the run with one line, and the checkpoint before is good`, async (t) => {
    const disk = smallDisk(t, megabytes);
    if (disk === null) return t.skip('mounting a small file system needs root');
    const { data } = await tinySet(t, { train: 16, validation: 4 });
    const out = path.join(disk, 'run');
    const checkpoints = path.join(out, 'checkpoints');
    let isSpoilt = false;
    const onEvent = ({ kind }: TrainEvent) => {
      if (kind !== 'epoch' || isSpoilt || !existsSync(path.join(checkpoints, 'epoch-001'))) return;
      spoil(disk, checkpoints);
      isSpoilt = true;
    };
    await assert.rejects(train({ ...TINY, data, out, epochs: 3, onEvent }), (error: Error) => {
      assert.match(error.message, message);
      assert.equal(error.message.split('\n').length, 1);
      return true;
    });
    mend(disk, checkpoints);
    const notes: string[] = [];
    const rest = await train({
      ...{ out, resume: true, threads: 1 },
      onEvent: (event) => event.kind === 'note' && notes.push(event.text),
    });
    assert.equal(rest.status, 'done');
    assert.match(notes.join('\n'), /run: resuming after step 2, in epoch 2 of 3$/);
  });
}

test('a run that was killed while its folder was made is begun anew; a folder with anything else in it is left alone', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 0 });
  const out = path.join(folder, 'run');
  await train({ ...TINY, data, out, epochs: 1 });
  rmSync(path.join(out, 'config.json'));
  rmSync(path.join(out, 'checkpoints', 'epoch-001'), { recursive: true });
  for (const name of readdirSync(out)) if (name.startsWith('events.')) rmSync(path.join(out, name));
  const again = await train({ ...TINY, data, out, epochs: 1, resume: 'auto' });
  assert.equal(again.status, 'done');
  rmSync(path.join(out, 'config.json'));
  writeFileSync(path.join(out, 'letter.txt'), 'dear');
  await assert.rejects(
    train({ ...TINY, data, out, epochs: 1, resume: 'auto' }),
    /expected a new or empty folder, got one that contains letter\.txt/,
  );
});
