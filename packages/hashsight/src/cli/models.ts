import type { Command } from 'commander';
import { parsePositiveInteger } from './options.js';

/** `hashsight models`: lists all models with their size and cost per image, computed from their definitions. */
export function modelsCommand(command: Command): Command {
  return command
    .option(
      '--classes <count>',
      'number of classes, which sets the size of the last layer',
      parsePositiveInteger,
      1000,
    )
    .option('--json', 'print JSON')
    .action(async (options: { classes: number; json?: true }) => {
      const { modelSummaries } = await import('@hashsight/training');
      const summaries = modelSummaries({ numClasses: options.classes });
      if (options.json === true) {
        console.log(JSON.stringify(summaries, null, 2));
        return;
      }
      for (const { name, parameters, multiplyAdds } of summaries) {
        const size = `${(parameters / 1e6).toFixed(2)} M parameters`;
        console.log(
          `${name.padEnd(20)}${size.padStart(24)}${(multiplyAdds / 1e9).toFixed(2).padStart(10)} G multiply-adds`,
        );
      }
    });
}
