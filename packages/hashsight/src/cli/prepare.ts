import {
  checkSample,
  POST_FIELDS,
  type PostColumns,
  PREPARE_DEFAULTS,
  type PrepareOptions,
  type PrepareRecipe,
  prepare,
  prepareRecipeNames,
  readPrepareRecipe,
  writePreparationReport,
} from '@hashsight/dataset';
import { DUPLICATE_RULES, SAMPLING_RULES, SENSE_RULES, SPLIT_RULES, UsageError } from '@hashsight/formats';
import { type Command, Option } from 'commander';
import { parseNumber, parsePositiveInteger } from './options.js';
import { preparedText } from './prepared-text.js';
import { previewText } from './preview-text.js';
import { progressLine } from './progress.js';

interface Flags extends Partial<Omit<PrepareOptions, 'columns' | 'evaluationSets' | 'readImages' | 'posts'>> {
  readonly posts?: readonly string[];
  readonly recipe?: string;
  readonly columns?: readonly string[];
  readonly sample?: number;
  readonly evaluationSet?: readonly string[];
  readonly metadataOnly?: boolean;
  readonly filters: boolean;
}

/** `hashsight prepare`: makes a training set from posts. */
export function prepareCommand(command: Command): Command {
  command
    .option(
      '--posts <place...>',
      'posts: JSONL, CSV, TSV, Parquet or WebDataset tar files, globs of them, or a folder of them or of images with .txt/.json beside',
    )
    .option('--images <dir>', 'folder that the posts\' "image" is relative to (default: that of the posts)')
    .option(
      '--follow-symlinks',
      'follow links that lead out of the folders of posts, images and evaluation sets (default: they are passed over)',
    )
    .option('--out <dir>', 'folder to write the training set to')
    .option(
      '--recipe <file>',
      'options by their names: a .json file, or one of those below; flags override it',
    )
    .option('--columns <field=column...>', `which column holds what (${POST_FIELDS.join(', ')})`)
    .option(
      '--sample <posts>',
      'only show how the first posts would be read, check their images, and end as the run would for them',
      parsePositiveInteger,
    );
  addVocabularyOptions(command);
  addSplitOptions(command);
  addOutputOptions(command);
  // A function: the folder is read only when help is asked for.
  command.addHelpText('after', () => `\nRecipes: ${prepareRecipeNames().join(', ')}`);
  return command.action(runPrepare);
}

function addVocabularyOptions(command: Command): void {
  command
    .option(
      '--vocabulary <rule>',
      'hashtags that become classes: all, wordnet, imagenet, top:N, file:PATH (your own classes, or an edited vocabulary.json), match:PATH (those that fit a list or folder of classes) (default: all)',
    )
    .addOption(choice('--senses <rule>', 'which of several senses a hashtag follows', SENSE_RULES, 'best'))
    .option(
      '--min-count <images>',
      `fewest different images that must show a class, posts with --metadata-only (default: ${PREPARE_DEFAULTS.minCount}, with file: 1)`,
      parseNumber,
    )
    .option('--no-filters', 'keep all hashtags that seem to say nothing about an image, as the paper does')
    .option('--keep <hashtags...>', 'hashtags to keep although they seem to say nothing about an image');
}

function addSplitOptions(command: Command): void {
  command
    .addOption(
      choice('--split-by <what>', 'split posts one by one, or all of a user together', SPLIT_RULES, 'post'),
    )
    .option(
      '--validation-share <share>',
      'share kept for validation, of each class where it can be (default: 0.1)',
      parseNumber,
    )
    .option(
      '--test-share <share>',
      'share kept for test, of each class where it can be (default: 0.1)',
      parseNumber,
    )
    .option('--max-set-aside <share>', 'share of the posts that may be unusable (default: 0.1)', parseNumber)
    .addOption(
      choice(
        '--duplicates <rule>',
        'of posts with the same image, keep the first with the labels of all, the first as it is, all on one side, or do not look',
        DUPLICATE_RULES,
        'merge',
      ),
    )
    .option('--evaluation-set <dir...>', 'folders of images that must not be trained on')
    .addOption(
      choice('--sampling <rule>', 'show images of rare classes more often', SAMPLING_RULES, 'natural'),
    )
    .option(
      '--sampling-threshold <share>',
      'classes of a smaller share of the images are shown more often (default: an even share)',
      parseNumber,
    )
    .option('--label-noise <share>', 'replace this share of the training labels, for studies', parseNumber)
    .option('--seed <number>', 'of the label noise (default: 0)', parseNumber);
}

function addOutputOptions(command: Command): void {
  command
    .option(
      '--shorter-side <pixels>',
      'bring larger images to this shorter side, as JPEG (default: they stay as they were)',
      parsePositiveInteger,
    )
    .option('--max-shard-size <bytes>', 'bytes of a shard, about (default: 500000000)', parsePositiveInteger)
    .option('--metadata-only', 'vocabulary and labels only: look at no image, write no shards')
    .option('--workers <count>', 'threads (default: one for each core)', parsePositiveInteger)
    .option('--memory <size>', `memory for SQL, then it uses the disk (default: ${PREPARE_DEFAULTS.memory})`);
}

function choice(flags: string, text: string, choices: readonly string[], standard: string): Option {
  return new Option(flags, `${text} (default: ${standard})`).choices(choices);
}

async function runPrepare(flags: Flags): Promise<void> {
  const recipe: PrepareRecipe = flags.recipe === undefined ? {} : await readPrepareRecipe(flags.recipe);
  const posts = flags.posts ?? recipe.posts;
  if (posts === undefined)
    throw new UsageError('--posts: expected the posts, got none; name files, globs or a folder');
  const columns = { ...recipe.columns, ...parseColumns(flags.columns ?? []) };
  if (flags.sample !== undefined) {
    const options = { ...optionsOf(flags, recipe), posts, columns, out: flags.out ?? '' };
    const { previews, error } = await checkSample(options, flags.sample);
    for (const preview of previews) console.log(previewText(preview));
    if (error) throw error;
    return;
  }
  if (flags.out === undefined) throw new UsageError('--out: expected the folder to write to, got none');
  const progress = progressLine();
  try {
    const { onProgress, note: onNote } = progress;
    const options = { ...optionsOf(flags, recipe), posts, columns, out: flags.out };
    const prepared = await prepare({ ...options, onProgress, onNote });
    const { preparation, vocabulary, duplicatePairs } = prepared;
    const page = await writePreparationReport(flags.out, { preparation, vocabulary, duplicatePairs });
    progress.end();
    console.log(preparedText(prepared, flags.out, page));
  } finally {
    progress.end();
  }
}

/** A recipe, and before it what stands on the command line. */
function optionsOf(flags: Flags, recipe: PrepareRecipe): Partial<PrepareOptions> {
  const { recipe: file, sample, evaluationSet, metadataOnly, filters, ...rest } = flags;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...recipe,
    ...given,
    ...(evaluationSet && { evaluationSets: evaluationSet }),
    // Commander gives true where nothing is given.
    ...(metadataOnly === true && { readImages: false }),
    ...(!filters && { filters }),
  } as Partial<PrepareOptions>;
}

/** `["hashtags=tags"]` as a mapping. */
function parseColumns(pairs: readonly string[]): PostColumns {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, field = '', column] = /^(\w+)=(.+)$/s.exec(pair) ?? [];
      if (POST_FIELDS.some((known) => known === field) && column !== undefined) return [field, column];
      throw new UsageError(
        `--columns: expected FIELD=COLUMN with one of ${POST_FIELDS.join(', ')}, got "${pair}"`,
      );
    }),
  );
}
