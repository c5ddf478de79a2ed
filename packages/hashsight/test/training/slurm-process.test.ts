import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, hostname } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { TINY } from '@hashsight/training/test/tiny-training';
import { newestOf, start, trainCommand, withoutTorchrun } from './hashsight-process.js';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'srun', 'sinfo'];
/** Daemons say by nothing that they are ready. */
const ATTEMPTS = 100;
const BETWEEN_MS = 100;
const PACKAGES = ['munge', 'slurmctld', 'slurmd', 'slurm-client'];

function hasPrograms(): boolean {
  return PROGRAMS.every((name) => spawnSync('which', [name]).status === 0);
}

/** Why there can be no Slurm here; installs it where `HASHSIGHT_TEST_SLURM=1` asks for it. */
function whyNot(): string | false {
  if (process.getuid?.() !== 0) return 'Slurm starts tasks as root only';
  if (hasPrograms()) return false;
  if (process.env.HASHSIGHT_TEST_SLURM !== '1') {
    return `there is no Slurm; HASHSIGHT_TEST_SLURM=1 installs ${PACKAGES.join(', ')} by apt-get`;
  }
  const words = ['install', '-y', '--no-install-recommends', ...PACKAGES];
  const { stderr, status } = spawnSync('apt-get', words, { encoding: 'utf8' });
  return status === 0 && hasPrograms() ? false : `apt-get cannot install Slurm: ${stderr.split('\n')[0]}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Slurm's settings for this machine alone, all of its files in `folder`. */
async function settingsIn(folder: string): Promise<string> {
  const name = hostname().split('.')[0];
  const lines = [
    'ClusterName=test',
    `SlurmctldHost=${name}(127.0.0.1)`,
    'AuthType=auth/munge',
    `AuthInfo=socket=${folder}/munge.socket`,
    `SlurmctldPort=${await freePort()}`,
    `SlurmdPort=${await freePort()}`,
    'SlurmUser=root',
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool`,
    `SlurmctldPidFile=${folder}/slurmctld.pid`,
    `SlurmdPidFile=${folder}/slurmd.pid`,
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_Core',
    `NodeName=${name} NodeAddr=127.0.0.1 CPUs=${availableParallelism()}`,
    'PartitionName=all Nodes=ALL Default=YES State=UP',
  ];
  const file = path.join(folder, 'slurm.conf');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** Starts a one-node Slurm that ends with the test; returns its settings' file, or why it does not start. */
async function startSlurm(
  t: TestContext,
  folder: string,
): Promise<{ readonly conf?: string; readonly reason?: string }> {
  for (const name of ['state', 'spool']) mkdirSync(path.join(folder, name), { recursive: true });
  const conf = await settingsIn(folder);
  const key = path.join(folder, 'munge.key');
  writeFileSync(key, 'a key of tests alone, which guards nothing', { mode: 0o600 });
  const daemons: ChildProcess[] = [];
  t.after(async () => {
    for (const daemon of daemons.reverse()) daemon.kill('SIGTERM');
    await Promise.all(daemons.map((each) => each.exitCode ?? new Promise((done) => each.once('exit', done))));
  });
  const run = (program: string, words: string[]) => {
    const daemon = spawn(program, words, { stdio: 'ignore', env: { ...process.env, SLURM_CONF: conf } });
    daemon.once('error', () => {});
    daemons.push(daemon);
  };
  const files = ['socket', 'pid-file', 'log-file', 'seed-file'].map(
    (name) => `--${name}=${folder}/munge.${name}`,
  );
  run('munged', ['--foreground', '--force', `--key-file=${key}`, ...files]);
  run('slurmctld', ['-D', '-L', path.join(folder, 'slurmctld.log')]);
  run('slurmd', ['-D', '-L', path.join(folder, 'slurmd.log')]);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const state = spawnSync('sinfo', ['-h', '-o', '%T'], {
      env: { ...process.env, SLURM_CONF: conf },
      encoding: 'utf8',
    });
    if (state.stdout.trim() === 'idle') return { conf };
    await setTimeout(BETWEEN_MS);
  }
  return { reason: `Slurm does not start here: ${lastLines(folder)}` };
}

function lastLines(folder: string): string {
  const logs = ['munge.log-file', 'slurmctld.log', 'slurmd.log'].map((name) => path.join(folder, name));
  const lines = logs
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8').trim().split('\n').at(-1));
  return lines.join('; ');
}

test('srun -n 2 ends with the weights of --nproc 2', { skip: withoutTorchrun() ?? whyNot() }, async (t) => {
  const { data, folder } = await tinySet(t, { train: 20, validation: 4 });
  const { conf, reason } = await startSlurm(t, path.join(folder, 'slurm'));
  if (conf === undefined) return t.skip(reason);
  const command = (out: string, more: object) =>
    trainCommand({
      ...{ data, out, model: TINY.model, epochs: 2, 'batch-size': 4, 'image-size': 32, amp: 'off' },
      ...{ threads: 1, workers: 1, ...more },
    });
  const [ours, theirs] = ['srun', 'torchrun'].map((name) => path.join(folder, name)) as [string, string];
  const slurm = await start(['srun', '--ntasks=2', '--overcommit', ...command(ours, {})], {
    env: { SLURM_CONF: conf },
  }).ended;
  assert.equal(slurm.code, 0, slurm.text);
  const torchrun = await start(command(theirs, { nproc: 2 })).ended;
  assert.equal(torchrun.code, 0, torchrun.text);
  for (const file of ['model.safetensors', 'optimizer.safetensors']) {
    const [one, other] = [ours, theirs].map((run) => readFileSync(path.join(newestOf(run), file)));
    assert(one?.equals(other as Buffer), file);
  }
});
