import path from 'node:path';
import { Command } from 'commander';
import { PREPARE_DEFAULTS, type PreparedTrainingSet, prepare } from '../dataset/index.js';
import { parseNumber } from './options.js';
import { progressLine } from './progress.js';

interface Flags {
  readonly posts: string;
  readonly images: string;
  readonly out: string;
  readonly minCount: number;
  readonly validationShare: number;
  readonly maxSetAside: number;
  readonly keep: readonly string[];
}

/** `hashsight prepare`: makes a training set from posts. */
export function prepareCommand(): Command {
  const { minCount, validationShare, maxSetAside } = PREPARE_DEFAULTS;
  return new Command('prepare')
    .description('make a training set from posts: vocabulary, labels, train and validation')
    .requiredOption('--posts <file>', 'posts, one JSON object {"id", "image", "hashtags"} a line')
    .requiredOption('--images <dir>', 'folder that the posts\' "image" is relative to')
    .requiredOption('--out <dir>', 'folder to write the training set to')
    .option('--min-count <posts>', 'fewest posts that must carry a hashtag', parseNumber, minCount)
    .option(
      '--validation-share <share>',
      'share of the posts kept for validation',
      parseNumber,
      validationShare,
    )
    .option('--max-set-aside <share>', 'share of the posts that may be unusable', parseNumber, maxSetAside)
    .option('--keep <hashtags...>', 'hashtags to keep although they are on the list of generic ones', [])
    .action(async (flags: Flags) => {
      const progress = progressLine();
      try {
        const prepared = await prepare({ ...flags, onProgress: progress.onProgress });
        progress.end();
        console.log(summaryText(prepared, flags.out));
      } finally {
        progress.end();
      }
    });
}

function summaryText(
  { preparation: { counts, settings }, vocabulary }: PreparedTrainingSet,
  out: string,
): string {
  const { malformed, duplicateId, missingImage } = counts.setAside;
  const generic = vocabulary.dropped.filter(({ reason }) => !reason.startsWith('rare')).length;
  const row = (label: string, count: number, note = '') =>
    `  ${label.padEnd(16)}${String(count).padStart(8)}  ${note}`.trimEnd();
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
    row(
      'dropped',
      counts.dropped,
      `${generic} generic, ${counts.dropped - generic} in fewer than ${settings.minCount} posts`,
    ),
    '',
    `read and check ${path.join(out, 'vocabulary.json')}`,
    `next: hashsight train --data ${out} --model resnext14_32x4d --epochs 12 --out ${out}-run`,
  ].join('\n');
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

function first(texts: readonly string[]): string {
  return texts.length > 5 ? `${texts.slice(0, 5).join(', ')}, …` : texts.join(', ');
}
