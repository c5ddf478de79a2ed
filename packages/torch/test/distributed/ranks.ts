import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import { packageFile } from '../python.js';

/** How a rank ended, and what it printed. */
export interface RankResult {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * A module's source that finds this package's exports as `torch`, and `report(value)`, which prints one value for
 * {@link reportOf}.
 */
export function rankScript(source: string): string {
  const index = JSON.stringify(pathToFileURL(packageFile('dist/src/index.js')).href);
  return `import * as torch from ${index};
    const { distributed, nn, optim, tensor, tidy } = torch;
    torch.setNumThreads(1);
    const report = (value) => console.log('report ' + JSON.stringify(value));
    ${source}`;
}

/** Runs a command to its end. */
export function runCommand(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RankResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}

/** Runs {@link rankScript} as every rank of a group over loopback, and waits for all to end. */
export async function runRanks(worldSize: number, source: string): Promise<RankResult[]> {
  const port = await freePort();
  return Promise.all(
    Array.from({ length: worldSize }, (_, rank) =>
      runCommand(process.execPath, ['--input-type=module', '-e', rankScript(source)], {
        RANK: String(rank),
        LOCAL_RANK: String(rank),
        WORLD_SIZE: String(worldSize),
        MASTER_ADDR: '127.0.0.1',
        MASTER_PORT: String(port),
        GLOO_SOCKET_IFNAME: process.platform === 'darwin' ? 'lo0' : 'lo',
      }),
    ),
  );
}

/** What a rank reported. */
export function reportOf(result: RankResult | undefined): unknown {
  const line = result?.stdout.split('\n').find((one) => one.startsWith('report '));
  if (line === undefined) throw new Error(`expected a report, got ${JSON.stringify(result)}`);
  return JSON.parse(line.slice('report '.length));
}

/** What each of several ranks reported; every one must have ended well. */
export async function reportsOf(worldSize: number, source: string): Promise<unknown[]> {
  const results = await runRanks(worldSize, source);
  for (const result of results) {
    if (result.status !== 0) throw new Error(`expected exit code 0, got ${JSON.stringify(result)}`);
  }
  return results.map(reportOf);
}
