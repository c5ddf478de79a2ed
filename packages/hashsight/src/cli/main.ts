import { Command, CommanderError } from 'commander';
import { UsageError } from '../errors.js';
import { unusablePath } from '../files/index.js';
import { packageVersion } from '../version.js';
import { datasetCommand } from './dataset.js';
import { evaluateCommand } from './evaluate.js';
import { Interrupted } from './interrupted.js';
import { modelsCommand } from './models.js';
import { predictCommand } from './predict.js';
import { prepareCommand } from './prepare.js';
import { reportCommand } from './report.js';
import { runsCommand } from './runs.js';
import { trainCommand } from './train.js';

/** The `hashsight` command with every verb. */
export function program(): Command {
  const root = new Command('hashsight')
    .description('Train image recognition from pictures and the hashtags people gave them')
    .version(packageVersion(), '--version', 'print the version')
    .option('--debug', 'print the stack of an error')
    .exitOverride()
    .showSuggestionAfterError();
  // A command made apart does not take over `exitOverride` by itself.
  const verbs = [
    datasetCommand(),
    prepareCommand(),
    trainCommand(),
    evaluateCommand(),
    predictCommand(),
    reportCommand(),
    runsCommand(),
    modelsCommand(),
  ];
  for (const verb of verbs) root.addCommand(verb.copyInheritedSettings(root));
  return root;
}

/**
 * Runs the command line.
 *
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage, 130 or 75 ended by Ctrl-C or SIGTERM with its work saved
 */
export async function main(argv: readonly string[]): Promise<number> {
  const root = program();
  try {
    await root.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (thrown) {
    const error = told(thrown);
    // commander has printed its own message already; `--help` and `--version` come this way with exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Interrupted) return error.exitCode;
    const debug = argv.includes('--debug');
    console.error(error instanceof Error ? (debug ? error.stack : `hashsight: ${lineOf(error)}`) : error);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Errors of ours are one line; LibTorch's can have dozens, and `--debug` prints them all. */
function lineOf({ message }: Error): string {
  const [first = '', ...rest] = message.split('\n').filter((line) => line.trim() !== '');
  return rest.length === 0 ? first : `${first.trimEnd()} (${rest.length} more lines with --debug)`;
}

/** An error of the system that no step has given its place: a disk that is full, say, as one line. */
function told(error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return unusablePath('path' in error ? String(error.path) : String(error.syscall), error);
}
