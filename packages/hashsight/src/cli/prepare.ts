import path from 'node:path';
import { Command, Option } from 'commander';
import { PREPARE_DEFAULTS, type PreparedTrainingSet, prepare } from '../dataset/index.js';
import { SENSE_RULES, type SenseRule, type Vocabulary } from '../hashtags/index.js';
import { writePreparationReport } from '../reports/index.js';
import { parseNumber } from './options.js';
import { progressLine } from './progress.js';

interface Flags {
  readonly posts: string;
  readonly images: string;
  readonly out: string;
  readonly vocabulary: string;
  readonly senses: SenseRule;
  readonly minCount?: number;
  readonly splitBy: 'post' | 'user';
  readonly validationShare: number;
  readonly maxSetAside: number;
  readonly keep: readonly string[];
}

/** `hashsight prepare`: makes a training set from posts. */
export function prepareCommand(): Command {
  const { minCount, validationShare, maxSetAside } = PREPARE_DEFAULTS;
  return new Command('prepare')
    .description('make a training set from posts: vocabulary, labels, train and validation')
    .requiredOption(
      '--posts <file>',
      'posts: JSONL, one {"id", "image", "hashtags" or "caption"} a line, or a CSV, TSV or Parquet table of these columns',
    )
    .requiredOption('--images <dir>', 'folder that the posts\' "image" is relative to')
    .requiredOption('--out <dir>', 'folder to write the training set to')
    .option(
      '--vocabulary <rule>',
      'hashtags that become classes: all, wordnet, imagenet, top:N, file:PATH (your own classes, or an edited vocabulary.json), match:PATH (those that fit a list or folder of classes)',
      PREPARE_DEFAULTS.vocabulary,
    )
    .addOption(
      new Option('--senses <rule>', 'which of several senses a hashtag follows')
        .choices(SENSE_RULES)
        .default(PREPARE_DEFAULTS.senses),
    )
    .option(
      '--min-count <posts>',
      `fewest posts that must carry a class (default: ${minCount}, with file: 1)`,
      parseNumber,
    )
    .addOption(
      new Option('--split-by <what>', 'split posts one by one, or all of a user together')
        .choices(['post', 'user'])
        .default(PREPARE_DEFAULTS.splitBy),
    )
    .option(
      '--validation-share <share>',
      'share of the posts kept for validation',
      parseNumber,
      validationShare,
    )
    .option('--max-set-aside <share>', 'share of the posts that may be unusable', parseNumber, maxSetAside)
    .option('--keep <hashtags...>', 'hashtags to keep although they seem to say nothing about a picture', [])
    .action(async (flags: Flags) => {
      const progress = progressLine();
      try {
        const prepared = await prepare({ ...flags, onProgress: progress.onProgress });
        const page = await writePreparationReport(flags.out);
        progress.end();
        console.log(summaryText(prepared, flags.out, page));
      } finally {
        progress.end();
      }
    });
}

function summaryText(
  { preparation: { counts }, vocabulary, targets }: PreparedTrainingSet,
  out: string,
  page: string,
): string {
  const { malformed, duplicateId, missingImage } = counts.setAside;
  const row = (label: string, count: number, note = '') =>
    `  ${label.padEnd(16)}${String(count).padStart(8)}  ${note}`.trimEnd();
  const merges = vocabulary.classes.filter(({ hashtags }) => hashtags.length > 1);
  return [
    `${out}: ${counts.classes} classes`,
    row('posts read', counts.records),
    row(
      'set aside',
      malformed + duplicateId + missingImage,
      reasons({ malformed, duplicateId, missingImage }),
    ),
    row('without a label', counts.withoutLabel, 'none of their hashtags is a class'),
    row('train', counts.train),
    row('validation', counts.validation),
    row('hashtags', counts.hashtags),
    row('classes', counts.classes, first(vocabulary.classes.map(({ name, count }) => `${name} ${count}`))),
    row('merged', merges.length, first(merges.map(({ hashtags }) => hashtags.join(' = ')))),
    row('dropped', counts.dropped, first(kindsOfReasons(vocabulary.dropped))),
    ...(targets === undefined ? [] : ['', ...targetLines(targets)]),
    '',
    `look at ${page}, and check ${path.join(out, 'vocabulary.json')}`,
    `next: hashsight train --data ${out} --model resnext14_32x4d --epochs 12 --out ${out}-run`,
  ].join('\n');
}

/** How many hashtags each kind of reason dropped: `610 rare`, `120 generic`. */
function kindsOfReasons(dropped: Vocabulary['dropped']): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of dropped) {
    const kind = reason.replace(/ \(.*$/s, '');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${count} ${kind}`);
}

/** The classes of the task, with the hashtags that fit them. */
function targetLines(targets: NonNullable<PreparedTrainingSet['targets']>): string[] {
  const without = targets.filter(({ hashtags }) => hashtags.length === 0);
  return [
    `${targets.length - without.length} of the task's ${targets.length} classes have hashtags:`,
    ...targets
      .filter(({ hashtags }) => hashtags.length > 0)
      .map(({ name, hashtags }) => `  ${name}: ${first(hashtags)}`),
    ...(without.length > 0 ? [`none for: ${without.map(({ name }) => name).join(', ')}`] : []),
  ];
}

function reasons(counts: Readonly<Record<string, number>>): string {
  const words: Readonly<Record<string, string>> = {
    malformed: 'malformed',
    duplicateId: 'with an id that was there',
    missingImage: 'without their picture',
  };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${words[kind]}`)
    .join(', ');
}

/** The first five, and that there are more. */
function first(texts: readonly string[]): string {
  return texts.length > 5 ? `${texts.slice(0, 5).join(', ')}, …` : texts.join(', ');
}
