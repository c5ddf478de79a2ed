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
    .requiredOption('--run <dir>', 'folder of a run that was evaluated')
    .option('--out <file>', 'the page (default: report.html in the folder of the run)')
    .option('--title <text>', 'heading of the page')
    .option(
      '--checkpoint <which>',
      'best, last or the name of the checkpoint that was evaluated (default: the one evaluated last)',
    )
    .action(async (flags: Flags) => {
      const { writeRunReport } = await import('@hashsight/training');
      console.log(await writeRunReport(flags));
    });
}
