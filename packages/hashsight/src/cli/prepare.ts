import { POST_FIELDS, prepareOptionsSchema, prepareRecipeNames } from '@hashsight/dataset/options';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { addLibraryFlags, nameFlagsInHelp } from './library-flags.js';
import { parsePositiveInteger } from './options.js';
import type { PrepareFlags } from './run-prepare.js';

/** `hashsight prepare`: builds a training set from posts. */
export function prepareCommand(command: Command): Command {
  const add = addLibraryFlags.bind(undefined, command);
  add('Posts and output:', prepareOptionsSchema, {
    posts: '<path...>',
    images: '<dir>',
    out: '<dir>',
    columns: { value: '<field=column...>', parse: withColumn },
    corrections: '<file>',
    followSymlinks: '',
    maxSetAside: '<share>',
  });
  command
    .option('--recipe <file>', 'options from a .json file, or one of the recipes below; flags override them')
    .option(
      '--sample <posts>',
      'read only this many posts, show them, and check their images; write nothing',
      parsePositiveInteger,
    );
  add('Vocabulary:', prepareOptionsSchema, {
    vocabulary: '<rule>',
    senses: '<rule>',
    minCount: '<images>',
    filters: {
      help: 'keep hashtags that do not describe the image, as the paper does (default: drop those on a reviewed list and those that the data shows to be uninformative)',
    },
    keep: '<hashtags...>',
  });
  add('Duplicates and splits:', prepareOptionsSchema, {
    duplicates: '<rule>',
    evaluationSets: { value: '<dir...>', name: 'evaluation-set' },
    splitBy: '<unit>',
    validationShare: '<share>',
    testShare: '<share>',
  });
  add('Sampling and noise:', prepareOptionsSchema, {
    sampling: '<rule>',
    samplingThreshold: '<share>',
    labelNoise: '<share>',
    seed: '<number>',
  });
  add('Images and shards:', prepareOptionsSchema, {
    shorterSide: '<pixels>',
    maxShardSize: '<bytes>',
    readImages: {
      name: 'metadata-only',
      help: 'write only the vocabulary and the labels; read no images and write no shards',
    },
  });
  add('Machine:', prepareOptionsSchema, { workers: '<count>', memory: '<size>' });
  // A function, so that the folder is read only for help.
  command.addHelpText('after', () => `\nRecipes: ${prepareRecipeNames().join(', ')}`);
  return nameFlagsInHelp(command).action(async (flags: PrepareFlags, called: Command) => {
    const { runPrepare } = await import('./run-prepare.js');
    await runPrepare(flags, called);
  });
}

/** Adds `hashtags=tags` to the mapping of the previous pairs. */
function withColumn(pair: string, previous: unknown): Record<string, string> {
  const [, field = '', column] = /^(\w+)=(.+)$/s.exec(pair) ?? [];
  if (POST_FIELDS.some((known) => known === field) && column !== undefined)
    return { ...(previous as object | undefined), [field]: column };
  throw new InvalidArgumentError(
    `expected FIELD=COLUMN with one of ${POST_FIELDS.join(', ')}, got "${pair}"`,
  );
}
