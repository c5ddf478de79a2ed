import { Command } from 'commander';
import { writeRunReport } from '../reports/index.js';

interface Flags {
  readonly run: string;
  readonly out?: string;
  readonly title?: string;
}

/** `hashsight report`: writes the page of a run. */
export function reportCommand(): Command {
  return new Command('report')
    .description(
      'write one self-contained page of a run: what went in, the curves, the metrics, the pictures',
    )
    .requiredOption('--run <dir>', 'folder of a run that was evaluated')
    .option('--out <file>', 'the page (default: report.html in the folder of the run)')
    .option('--title <text>', 'heading of the page')
    .action(async (flags: Flags) => {
      console.log(await writeRunReport(flags));
    });
}
