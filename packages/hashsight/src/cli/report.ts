import type { Command } from 'commander';

interface Flags {
  readonly run: string;
  readonly out?: string;
  readonly title?: string;
  readonly checkpoint?: string;
}

/** `hashsight report`: writes the report page of a run. */
export function reportCommand(command: Command): Command {
  return command
    .requiredOption('--run <dir>', 'folder of an evaluated run')
    .option('--out <file>', 'file for the page (default: report.html in the run folder)')
    .option('--title <text>', 'heading of the page')
    .option(
      '--checkpoint <which>',
      'evaluated checkpoint to report: best, last, or its name (default: the one evaluated last)',
    )
    .action(async (flags: Flags) => {
      const { writeRunReport } = await import('@hashsight/training');
      console.log(await writeRunReport(flags));
    });
}
