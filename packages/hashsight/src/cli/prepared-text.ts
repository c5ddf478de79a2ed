import path from 'node:path';
import type { PreparedTrainingSet } from '@hashsight/dataset';
import { droppedKinds, SET_ASIDE_FILE, unmeasuredText, type Vocabulary } from '@hashsight/formats';
import { commandName } from './command-name.js';

/** Summary of a preparation: input, output, and the next command. */
export function preparedText(
  { preparation: { counts, settings, shards }, vocabulary, targets, unmeasured }: PreparedTrainingSet,
  out: string,
  page: string,
): string {
  const { malformed, duplicateId, missingImage, unusableImage } = counts.setAside;
  const aside = { malformed, duplicateId, missingImage, unusableImage };
  const setAside = malformed + duplicateId + missingImage + unusableImage;
  const row = (label: string, count: number, note = '') =>
    `  ${label.padEnd(16)}${String(count).padStart(8)}  ${note}`.trimEnd();
  const merges = vocabulary.classes.filter(({ hashtags }) => hashtags.length > 1);
  const inShards = (split: string) => {
    const own = shards.filter(({ name }) => name.startsWith(split));
    return own.length === 0 ? '' : `in ${own.length} ${own.length === 1 ? 'shard' : 'shards'}`;
  };
  const notMeasured = (['validation', 'test'] as const).flatMap((split) => {
    const text = counts[split] === 0 ? undefined : unmeasuredText(unmeasured[split], counts.classes, split);
    return text === undefined ? [] : [`${text}; evaluate cannot measure them`];
  });
  return [
    `${out}: ${counts.classes} classes`,
    row('posts read', counts.records),
    row(
      'set aside',
      setAside,
      setAside === 0 ? '' : `${reasons(aside)}; see ${path.join(out, SET_ASIDE_FILE)}`,
    ),
    row('without a label', counts.withoutLabel, 'none of their hashtags is a class'),
    ...(counts.inEvaluationSets > 0
      ? [row('evaluation', counts.inEvaluationSets, 'left out; their image is in an evaluation set')]
      : []),
    ...(settings.duplicates === 'off'
      ? []
      : [row('duplicates', counts.duplicates, DUPLICATES[settings.duplicates])]),
    row('train', counts.train, inShards('train')),
    row('validation', counts.validation, inShards('validation')),
    row('test', counts.test, inShards('test')),
    row('hashtags', counts.hashtags),
    row('classes', counts.classes, first(vocabulary.classes.map(({ name, count }) => `${name} ${count}`))),
    row('merged', merges.length, first(merges.map(({ hashtags }) => hashtags.join(' = ')))),
    row('dropped', counts.dropped, first(countedKinds(vocabulary))),
    ...(counts.noisyLabels > 0
      ? [row('label noise', counts.noisyLabels, `of ${counts.labels} labels replaced, as requested`)]
      : []),
    ...(targets === undefined ? [] : ['', ...targetLines(targets)]),
    ...(notMeasured.length === 0 ? [] : ['', ...notMeasured]),
    '',
    `see ${page}, and review ${path.join(out, 'vocabulary.json')}`,
    settings.readImages
      ? `next: ${commandName()} train --data ${out} --recipe laptop --out ${path.join(path.dirname(out), 'run')}`
      : 'next: run it again without --metadata-only; finished steps are not repeated',
  ].join('\n');
}

const DUPLICATES = {
  merge: 'left out; their labels were added to the first copy',
  first: 'left out; only the first copy is kept',
  keep: 'left out; their first copy is in another split',
} as const;

/** Counts of dropped hashtags by kind of reason: `610 rare`, `120 generic`. */
function countedKinds(vocabulary: Vocabulary): string[] {
  return droppedKinds(vocabulary)
    .map(({ kind, hashtags }) => [hashtags.length, kind] as const)
    .sort(([a], [b]) => b - a)
    .map(([count, kind]) => `${count} ${kind}`);
}

/** The classes of the task with their matching hashtags. */
function targetLines(targets: NonNullable<PreparedTrainingSet['targets']>): string[] {
  const without = targets.filter(({ hashtags }) => hashtags.length === 0);
  return [
    `${targets.length - without.length} of the task's ${targets.length} classes have matching hashtags:`,
    ...targets
      .filter(({ hashtags }) => hashtags.length > 0)
      .map(({ name, hashtags }) => `  ${name}: ${first(hashtags)}`),
    ...(without.length > 0 ? [`no matching hashtags: ${without.map(({ name }) => name).join(', ')}`] : []),
  ];
}

function reasons(counts: Readonly<Record<string, number>>): string {
  const words: Readonly<Record<string, string>> = {
    malformed: 'malformed',
    duplicateId: 'with a repeated id',
    missingImage: 'without their image',
    unusableImage: 'with an image that cannot be used',
  };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${words[kind]}`)
    .join(', ');
}

/** The first five items, with an ellipsis if there are more. */
function first(texts: readonly string[]): string {
  return texts.length > 5 ? `${texts.slice(0, 5).join(', ')}, …` : texts.join(', ');
}
