import type { Preparation } from '../dataset/index.js';
import type { Vocabulary } from '../hashtags/index.js';
import { COLOURS, lineChart } from './charts.js';
import { type Html, html } from './html.js';
import type { ManifestFigures } from './manifest-figures.js';
import { percent, thousands } from './numbers.js';

/** Posts of each hashtag, the commonest first, both axes logarithmic. */
export function longTail({ classes, dropped }: Vocabulary, { settings }: Preparation): Html {
  const points = [...classes, ...dropped]
    .map(({ count }) => count)
    .filter((count) => count > 0)
    .sort((a, b) => b - a)
    .map((count, i) => [i + 1, count] as const);
  return lineChart({
    x: { name: 'classes and dropped hashtags, the commonest first', type: 'log' },
    y: { name: 'posts', type: 'log' },
    series: [{ name: 'posts that carry it', points, colour: COLOURS.blue }],
    reference: { y: settings.minCount, label: `fewest posts for a class: ${settings.minCount}` },
  });
}

/** What became of each record; the counts add up. */
export function countsTable({ counts, settings }: Preparation): Html {
  const { malformed, duplicateId, missingImage, unusableImage } = counts.setAside;
  const key = settings.splitBy === 'user' ? 'author' : 'id';
  return rankedTable(
    ['step', 'posts'],
    [
      ['read', thousands(counts.records)],
      ['set aside: not a post', thousands(malformed)],
      ['set aside: id was there already', thousands(duplicateId)],
      ['set aside: picture missing', thousands(missingImage)],
      ['without a hashtag that is a class', thousands(counts.withoutLabel)],
      ...(settings.pictures
        ? [['set aside: picture cannot be used', thousands(unusableImage)] as const]
        : []),
      ...(settings.evaluationSets.length > 0
        ? [['picture is in an evaluation set', thousands(counts.inEvaluationSets)] as const]
        : []),
      ...(settings.duplicates === 'off'
        ? []
        : [['same picture as an earlier post', thousands(counts.duplicates)] as const]),
      ['train', thousands(counts.train)],
      [
        `validation (${percent(settings.validationShare)} by a hash of the ${key})`,
        thousands(counts.validation),
      ],
    ],
  );
}

/** A table of names and what they come to. */
export function rankedTable(
  [left, right]: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): Html {
  return html`<table><tr><th>${left}<th class="number">${right}</tr>
${rows.map(([name, value]) => html`<tr><td>${name}<td class="number">${value}</tr>\n`)}</table>`;
}

/** Some of the commonest dropped hashtags of each kind of reason; the rare ones, which are all alike, as one row. */
export function droppedTable({ dropped }: Vocabulary, ofAKind: number): Html {
  const kinds = new Map<string, Vocabulary['dropped']>();
  for (const entry of dropped) {
    const kind = entry.reason.replace(/ \(.*$/s, '');
    const own = kinds.get(kind);
    if (own === undefined) kinds.set(kind, [entry]);
    else own.push(entry);
  }
  const rows = [...kinds].flatMap(([kind, own]) => {
    if (kind === 'rare') return [];
    const shown = own
      .slice(0, ofAKind)
      .map(
        ({ hashtag, count, reason }) =>
          html`<tr><td>#${hashtag}<td class="soft">${reason}<td class="number">${thousands(count)}</tr>\n`,
      );
    const rest = own.length - shown.length;
    return rest > 0
      ? [...shown, html`<tr><td>${thousands(rest)} more<td class="soft">${kind}<td></tr>\n`]
      : shown;
  });
  const rare = kinds.get('rare')?.length ?? 0;
  return html`<table><tr><th>hashtag<th>why<th class="number">posts</tr>
${rows}<tr><td>${thousands(rare)} more<td class="soft">in too few posts<td></tr></table>`;
}

/** Pictures of each class in an epoch, the commonest class first, both axes logarithmic: as they are, and as sampled. */
export function samplingChart({ ofClass, draws }: ManifestFigures): Html {
  const order = [...ofClass.keys()].filter((label) => (ofClass[label] ?? 0) > 0);
  order.sort((a, b) => (ofClass[b] ?? 0) - (ofClass[a] ?? 0) || a - b);
  const points = (counts: Float64Array) => order.map((label, i) => [i + 1, counts[label] ?? 0] as const);
  const colours = [COLOURS.green, COLOURS.orange];
  return lineChart({
    x: { name: 'classes, the commonest first', type: 'log' },
    y: { name: 'pictures an epoch', type: 'log' },
    series: [
      { name: 'as they are', points: points(ofClass), colour: COLOURS.blue },
      ...draws.map(({ rule, ofClass: shown }, i) => ({
        name: rule,
        points: points(shown),
        colour: colours[i] ?? COLOURS.green,
      })),
    ],
  });
}

/** The settings, each with its value. */
export function settingsTable({ settings }: Preparation): Html {
  const value = (each: unknown) =>
    each === null ? '–' : Array.isArray(each) ? shortList(each.map(String)) : String(each);
  return html`<table><tr><th>setting<th>value</tr>
${Object.entries(settings).map(([name, each]) => html`<tr><td>${name}<td>${value(each)}</tr>\n`)}</table>`;
}

function shortList(values: readonly string[]): string {
  if (values.length === 0) return '–';
  return values.length > 8
    ? `${values.slice(0, 8).join(', ')} and ${values.length - 8} more`
    : values.join(', ');
}
