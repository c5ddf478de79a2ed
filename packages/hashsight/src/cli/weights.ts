import { UsageError } from '@hashsight/formats';
import { exportOptionsSchema } from '@hashsight/training/settings';
import type { Command } from 'commander';
import { addLibraryFlags, givenOptions } from './library-flags.js';
import { CHECKPOINT_HELP } from './options.js';
import { exportText, tensorsText, weightsText } from './weights-text.js';

interface Flags {
  readonly run?: string;
  readonly checkpoint?: string;
  readonly tensors?: true;
  readonly out?: string;
  readonly layout?: 'timm' | 'torchvision';
  readonly json?: true;
}

/** `hashsight weights`: shows what a file of weights holds, or writes weights for timm and torchvision. */
export function weightsCommand(command: Command): Command {
  command
    .argument('[file]', 'weights: safetensors, or a PyTorch checkpoint (.pth, .pt); in any known layout')
    .option('--run <dir>', 'run whose weights are shown or written, instead of a file')
    .option('--checkpoint <which>', CHECKPOINT_HELP)
    .option('--tensors', 'list every tensor with its dtype and shape')
    .option(
      '--out <dir>',
      'write the weights to a new folder that timm loads: model.safetensors and config.json',
    );
  addLibraryFlags(command, 'Options:', exportOptionsSchema, { layout: '<library>' });
  return command.option('--json', 'print JSON').action(async (file: string | undefined, flags: Flags) => {
    const weights = await fileOf(file, flags);
    const { describeWeights, exportWeights } = await import('@hashsight/training');
    const { out, tensors, json } = flags;
    if (out !== undefined) {
      const exported = await exportWeights(weights, { ...givenOptions(command), out });
      console.log(json === true ? JSON.stringify(exported, null, 2) : exportText(exported));
      return;
    }
    const { tensors: list, ...description } = await describeWeights(weights);
    if (json === true) {
      const value = tensors === true ? { ...description, tensors: list } : description;
      console.log(JSON.stringify(value, null, 2));
      return;
    }
    console.log(weightsText({ ...description, tensors: list }));
    if (tensors === true) console.log(tensorsText(list));
  });
}

async function fileOf(file: string | undefined, { run, checkpoint, ...flags }: Flags): Promise<string> {
  if ((file === undefined) === (run === undefined)) {
    throw new UsageError(
      `expected a file of weights or \`run\`, got ${file === undefined ? 'none' : 'both'}`,
    );
  }
  if (run === undefined && checkpoint !== undefined) {
    throw new UsageError('expected a `run` whose checkpoint it is, got none', { option: 'checkpoint' });
  }
  if (flags.out === undefined && flags.layout !== undefined && flags.layout !== 'timm') {
    throw new UsageError('expected `out` for the exported weights, got none', { option: 'layout' });
  }
  if (run === undefined) return file as string;
  const { weightsOfRun } = await import('@hashsight/training');
  return weightsOfRun(run, checkpoint, (text) => console.error(text));
}
