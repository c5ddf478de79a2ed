import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { distributed, safetensors, type Tensor, tidy } from '@hashsight/torch';

/** The program's file, for Node. */
export const HASHSIGHT = fileURLToPath(new URL('../../../bin/hashsight.js', import.meta.url));

/** What starts the ranks must not take these tests for one of them. */
const LAUNCHERS = /^(RANK|WORLD_SIZE|LOCAL_|MASTER_|TORCHELASTIC_|SLURM_)/;

/** Loopback alone: the name of the machine need not lead anywhere. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !LAUNCHERS.test(name))),
  GLOO_SOCKET_IFNAME: 'lo',
};

/** A program that runs, and what it has printed so far. */
export interface Running {
  readonly child: ChildProcess;
  /** Standard output and error, in the order they came. */
  readonly text: () => string;
  readonly ended: Promise<Ended>;
  /**
   * Waits until what has been printed matches.
   *
   * @throws Error with all that was printed when the program ends before
   */
  readonly untilText: (pattern: RegExp) => Promise<void>;
}

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly text: string;
}

/** Starts a program. */
export function start(
  command: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv } = {},
): Running {
  const [program = '', ...words] = command;
  const child = spawn(program, words, {
    env: { ...ENVIRONMENT, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a shell gives it: so a test can press Ctrl-C.
    detached: true,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      child.emit('text');
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, text }));
  });
  const untilText = async (pattern: RegExp) => {
    while (!pattern.test(text)) {
      const end = await Promise.race([once(child, 'text'), ended]);
      if (!Array.isArray(end)) throw new Error(`expected ${pattern}, got to the end: ${text}`);
    }
  };
  return { child, text: () => text, ended, untilText };
}

/** Why nothing can be started by torchrun here, for a test's `skip`. */
export function withoutTorchrun(): string | undefined {
  const [program = ''] = distributed.torchrunCommand();
  return spawnSync('which', [program]).status === 0 ? undefined : `${program}: not found`;
}

/** A command that trains with these flags. */
export function trainCommand(flags: Readonly<Record<string, string | number | true>>): string[] {
  const words = Object.entries(flags).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : [`--${name}`, `${value}`],
  );
  return [process.execPath, HASHSIGHT, 'train', ...words];
}

/** A process among those that another one started, or they did. */
interface Descendant {
  readonly pid: number;
  readonly environment: ReadonlyMap<string, string>;
}

/** The processes that one started, and those that they did, as `/proc` has them. */
function descendantsOf(pid: number): Descendant[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number);
  return children.flatMap((child) => [
    { pid: child, environment: environmentOf(child) },
    ...descendantsOf(child),
  ]);
}

function environmentOf(pid: number): ReadonlyMap<string, string> {
  const entries = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  return new Map(
    entries.map((entry) => {
      const at = entry.indexOf('=');
      return [entry.slice(0, at), entry.slice(at + 1)] as const;
    }),
  );
}

/** The process of a rank, among those that a launcher started. */
export function pidOfRank(launcher: number, rank: number): number {
  const found = descendantsOf(launcher).find(({ environment }) => environment.get('RANK') === `${rank}`);
  if (found === undefined) throw new Error(`expected rank ${rank} under process ${launcher}, found none`);
  return found.pid;
}

/** The folder of a run's newest checkpoint. */
export function newestOf(run: string): string {
  const folder = path.join(run, 'checkpoints');
  const [newest] = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .reverse();
  return path.join(folder, newest as string);
}

/** How far the weights of two checkpoints are from each other. */
export interface Distance {
  /** L2 norm of the difference of all parameters, over that of the way they went to the first one. */
  readonly path: number;
  /** The largest difference of a running statistic. */
  readonly statistics: number;
}

/** @param origin - a checkpoint of where both began */
export function distance(one: string, other: string, origin: string): Distance {
  return tidy(() => {
    const [ours, theirs, first] = [weightsOf(one), weightsOf(other), weightsOf(origin)];
    let [apart, way, statistics] = [0, 0, 0];
    for (const [name, tensor] of ours) {
      const exact = tensor.to({ dtype: 'float64' });
      const difference = exact.sub(theirs.get(name) as Tensor);
      if (isBuffer(name)) {
        statistics = Math.max(statistics, difference.abs().max().item());
        continue;
      }
      apart += difference.square().sum().item();
      way += exact
        .sub(first.get(name) as Tensor)
        .square()
        .sum()
        .item();
    }
    return { path: Math.sqrt(apart / way), statistics };
  });
}

/** What learns, byte for byte: the parameters of a checkpoint, and their momentum. */
export function learnedIn(checkpoint: string): Map<string, Buffer> {
  return tidy(() => {
    const parameters = [...weightsOf(checkpoint)].filter(([name]) => !isBuffer(name));
    const bytes = parameters.map(
      ([name, tensor]) => [name, Buffer.from(tensor.toTypedArray().buffer)] as const,
    );
    return new Map([...bytes, ['momentum', readFileSync(path.join(checkpoint, 'optimizer.safetensors'))]]);
  });
}

function weightsOf(checkpoint: string): Map<string, Tensor> {
  return safetensors.loadFile(path.join(checkpoint, 'model.safetensors'));
}

function isBuffer(name: string): boolean {
  return /running_|num_batches/.test(name);
}
