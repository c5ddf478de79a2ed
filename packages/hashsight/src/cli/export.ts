import type { Command } from 'commander';
import { CHECKPOINT_HELP } from './options.js';

interface Flags {
  readonly run: string;
  readonly out: string;
  readonly checkpoint?: string;
}

/** `hashsight export`: writes a run's model as ONNX. */
export function exportCommand(command: Command): Command {
  return command
    .requiredOption('--run <dir>', 'folder that hashsight train or transfer wrote')
    .requiredOption('--out <dir>', 'folder to create')
    .option('--checkpoint <which>', CHECKPOINT_HELP)
    .action(async (flags: Flags) => {
      const { exportModel } = await import('@hashsight/training');
      const onNote = (text: string) => console.error(`hashsight: ${text}`);
      const { out, architecture, checkpoint, parameters, numClasses } = await exportModel({
        ...flags,
        onNote,
      });
      const millions = (parameters / 1e6).toFixed(1);
      console.log(`${out}: ${architecture}, ${checkpoint}, ${millions} M parameters, ${numClasses} classes`);
    });
}
