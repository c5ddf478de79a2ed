import { packageVersion } from '@hashsight/formats/version';
import { Command, CommanderError } from 'commander';
import { inFlags } from './flag-names.js';
import { Interrupted } from './interrupted.js';
import { VERBS, verbCommand, verbStub } from './verbs.js';

/**
 * Builds the `hashsight` command. Only the verb in `argv` gets its options, because loading all verbs would load DuckDB
 * and LibTorch.
 */
export async function program(argv: readonly string[]): Promise<Command> {
  const root = new Command('hashsight')
    .description('Train image recognition from images and the hashtags people gave them')
    .version(packageVersion(), '--version', 'print the version')
    .option('--debug', 'print the stack of an error')
    .exitOverride()
    .showSuggestionAfterError();
  // `hashsight help train` shows the help of train.
  const [first, second] = argv.filter((word) => !word.startsWith('-'));
  const called = first === 'help' ? second : first;
  for (const verb of VERBS) {
    const command = verb.name === called ? await verbCommand(verb.name) : verbStub(verb);
    // A command created separately does not inherit `exitOverride` by itself.
    root.addCommand(command.copyInheritedSettings(root));
  }
  return root;
}

/**
 * Runs the command line.
 *
 * @returns the exit code: 0 success, 1 failure, 2 usage error or training that cannot start, 130 or 75 ended by Ctrl-C or SIGTERM with the work saved
 */
export async function main(argv: readonly string[]): Promise<number> {
  let called: Command | undefined;
  try {
    const root = await program(argv);
    root.hook('preAction', (_, command) => {
      called = command;
    });
    await root.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (thrown) {
    // commander has already printed its message. `--help` and `--version` also arrive here, with exit code 0.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    if (thrown instanceof Interrupted) return thrown.exitCode;
    const { StartError, UsageError } = await import('@hashsight/formats');
    const error = await withPlace(thrown);
    const debug = argv.includes('--debug');
    if (error instanceof Error)
      console.error(debug ? error.stack : `hashsight: ${await lineOf(error, called)}`);
    else console.error(error);
    return error instanceof UsageError || error instanceof StartError ? 2 : 1;
  }
}

/**
 * Formats an error as one line, with options as flags. LibTorch's errors can have dozens of lines; `--debug` prints
 * them all.
 */
async function lineOf(error: Error, called: Command | undefined): Promise<string> {
  const [first = '', ...rest] = error.message.split('\n').filter((line) => line.trim() !== '');
  if (rest.length > 0) return `${first.trimEnd()} (${rest.length} more lines with --debug)`;
  const { HashsightError, UsageError } = await import('@hashsight/formats');
  if (called === undefined || !(error instanceof HashsightError)) return first;
  return inFlags(first, called, error instanceof UsageError ? error.option : undefined);
}

/** Turns a system error without a path, such as a full disk, into a one-line error. */
async function withPlace(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  const { unusablePath } = await import('@hashsight/formats/node');
  return unusablePath('path' in error ? String(error.path) : String(error.syscall), error);
}
