import path from 'node:path';
import { InputError } from '@hashsight/formats';
import { type Command, Option } from 'commander';
import { COLUMN_NAMES, differencesTable, type NamedRun, runsTable, sortRuns } from './runs-table.js';

interface Flags {
  readonly sort: string;
  readonly diff?: true;
  readonly json?: true;
}

/** `hashsight runs`: compares runs in a table. */
export function runsCommand(command: Command): Command {
  return command
    .argument('<dir...>', 'run folders, or folders that contain runs, up to two levels down')
    .addOption(new Option('--sort <column>', 'column to sort by').choices(COLUMN_NAMES).default('name'))
    .option('--diff', 'show only the settings in which the runs differ')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nhit@1 and hit@5 are those of the epoch with the highest hit@1; loss is the last of training.\nA resumable run (train --resume --out DIR) may also be training now.',
    )
    .action(async (folders: readonly string[], { sort, diff, json }: Flags) => {
      const { differingSettings } = await import('@hashsight/training');
      const runs = sortRuns(await readRuns(folders), sort);
      const keys = diff === true ? differingSettings(runs) : undefined;
      if (json === true) console.log(JSON.stringify(keys ? withSettings(runs, keys) : runs, null, 2));
      else console.log(keys ? differencesTable(runs, keys) : runsTable(runs));
    });
}

/** Reads all runs; prints one line for each run that cannot be read. */
async function readRuns(folders: readonly string[]): Promise<NamedRun[]> {
  const { findRuns, summarizeRun } = await import('@hashsight/training');
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await findRuns(folder)).map((run) => ({ run, name: nameOf(run, folder, folders.length === 1) })),
    ),
  );
  const names = new Map(found.flat().map(({ run, name }) => [path.resolve(run), { run, name }]));
  const runs: NamedRun[] = [];
  let firstError: InputError | undefined;
  for (const { run, name } of names.values()) {
    try {
      runs.push({ name, ...(await summarizeRun(run)) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (firstError !== undefined || names.size > 1) console.error(`hashsight: ${error.message}`);
      firstError ??= error;
    }
  }
  if (runs.length === 0 && firstError !== undefined) throw firstError;
  return runs;
}

/** Name of a run relative to the given folder; its path if several folders were given. */
function nameOf(run: string, folder: string, isOnlyFolder: boolean): string {
  if (!isOnlyFolder) return path.normalize(run);
  return path.relative(folder, run) || path.basename(path.resolve(run));
}

/** Runs reduced to some of their settings. */
function withSettings(runs: readonly NamedRun[], keys: readonly string[]): NamedRun[] {
  return runs.map((run) => ({
    ...run,
    settings: Object.fromEntries(keys.map((key) => [key, run.settings[key] ?? null])),
  }));
}
