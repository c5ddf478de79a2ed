import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { program } from '../../src/cli/main.js';

/** The clone, where the documents' commands are to be typed. */
const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const BINARY = 'node_modules/.bin/hashsight';

interface DocumentedCommand {
  readonly place: string;
  /** What starts the program, and what the program is given. */
  readonly start: string;
  readonly words: readonly string[];
}

const documents = [
  'README.md',
  ...readdirSync(path.join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Commands of the blocks that a shell is meant for, one line each, without comments. */
function shellCommands(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```bash\n(.*?)^```/gms)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .replaceAll(/\\\n\s*/g, ' ')
      .split('\n')
      .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
      .filter((line) => /\bhashsight /.test(line)),
  );
}

/** Those that a pod begins with: `command` and `args` of its YAML. */
function podCommands(markdown: string): string[] {
  const pods = [...markdown.matchAll(/^ +command: \[(.*)\]\n +args:\n((?: +- --.*\n)+)/gm)];
  return pods.map(([, command = '', args = '']) => {
    const flags = [...args.matchAll(/- (--.*)/g)].map(([, flag]) => flag);
    return [...command.split(', '), ...flags].join(' ');
  });
}

const commands: DocumentedCommand[] = documents.flatMap((place) => {
  const markdown = readFileSync(path.join(ROOT, place), 'utf8');
  return [...shellCommands(markdown), ...podCommands(markdown)].map((line) => {
    const [, start = '', rest = ''] = /^(.*?\bhashsight) (.*)$/.exec(line) ?? [];
    return { place, start, words: rest.split(/\s+/).map((word) => word.replaceAll('"', '')) };
  });
});

test('every documented command is one that the command line takes', async () => {
  assert(commands.length > 15, `${commands.length}`);
  for (const { place, words } of commands) {
    if (words.join(' ') === '--help') continue; // commander prints the help and ends
    const root = await program(words);
    let isTaken = false;
    for (const verb of root.commands) {
      verb.action(() => {
        isTaken = true;
      });
    }
    await root.parseAsync(words, { from: 'user' }).catch((error: Error) => {
      assert.fail(`${place}: hashsight ${words.join(' ')}: ${error.message}`);
    });
    assert(isTaken, `${place}: hashsight ${words.join(' ')}`);
  }
});

test('what starts a documented command is there after the set-up, and starts it', () => {
  const starts = new Set(commands.map(({ start }) => start));
  for (const start of starts) {
    const [launcher = ''] = start.split(' ');
    if (launcher === 'srun') {
      // The program is what srun is given last; Slurm itself is not part of the set-up.
      assert(start.endsWith(` ${BINARY}`), start);
      continue;
    }
    // Where LibTorch is not in the .venv, its torchrun is on PATH instead.
    if (launcher.startsWith('.venv/') && !existsSync(path.join(ROOT, launcher))) continue;
    const single = start.replace(/--nproc-per-node=\d+/, '--nproc-per-node=1').split(/\s+/);
    const { status, stdout, stderr } = spawnSync(single[0] as string, [...single.slice(1), '--version'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${start}: ${stderr}`);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/, start);
  }
});
