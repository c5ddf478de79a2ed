import { transferOptionsSchema } from '@hashsight/training/settings';
import type { Command } from 'commander';
import { addLibraryFlags, nameFlagsInHelp } from './library-flags.js';
import { parseNumber } from './options.js';

/** A flag that may be given several times. */
const repeated = (text: string, previous: unknown): string[] => [
  ...(Array.isArray(previous) ? (previous as string[]) : []),
  text,
];

/** `probe,knn` */
const names = (text: string): string[] => text.split(',').map((name) => name.trim());

/** `1,2,5,all` */
const shots = (text: string): (number | 'all')[] =>
  names(text).map((one) => (one === 'all' ? one : parseNumber(one)));

/** `hashsight transfer`: what pretrained networks are worth on labelled tasks, with few and with all labels. */
export function transferCommand(command: Command): Command {
  addLibraryFlags(command, 'Tasks and networks:', transferOptionsSchema, {
    task: {
      value: '<data>',
      parse: repeated,
      help: 'task: a folder with one folder of images per class, a .csv file of images and labels, or a training set of hashsight prepare (may be repeated)',
    },
    run: {
      value: '<dir>',
      parse: repeated,
      help: 'run whose network is tried, with its best checkpoint (may be repeated)',
    },
    weights: {
      value: '<file>',
      parse: repeated,
      help: 'file of weights whose network is tried (may be repeated)',
    },
    out: '<dir>',
  });
  addLibraryFlags(command, 'Methods:', transferOptionsSchema, {
    how: { value: '<methods>', parse: names },
    shots: { value: '<counts>', parse: shots },
    seeds: '<count>',
    normalize: '<kind>',
    k: '<count>',
    temperature: '<number>',
    target: '<share>',
    finetuneSteps: '<count>',
    scratchSteps: '<count>',
    layerDecay: '<number>',
  });
  addLibraryFlags(command, 'Options:', transferOptionsSchema, {
    models: { name: 'no-models', help: 'write no run folders of the classifiers' },
    ledger: '<file>',
    cacheFolder: '<dir>',
    device: '<name>',
    workers: '<count>',
  });
  command.option('--json', 'print JSON');
  return nameFlagsInHelp(command).action(async (flags: { readonly json?: true }, called: Command) => {
    const { runTransfer } = await import('./run-transfer.js');
    await runTransfer(flags, called);
  });
}
