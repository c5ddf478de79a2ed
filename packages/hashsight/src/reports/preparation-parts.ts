import type { Preparation } from '../dataset/index.js';
import type { Vocabulary } from '../hashtags/index.js';
import { COLOURS, lineChart } from './charts.js';
import { type Html, html } from './html.js';
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
  const { malformed, duplicateId, missingImage } = counts.setAside;
  const key = settings.splitBy === 'user' ? 'author' : 'id';
  return rankedTable(
    ['step', 'posts'],
    [
      ['read', thousands(counts.records)],
      ['set aside: not a post', thousands(malformed)],
      ['set aside: id was there already', thousands(duplicateId)],
      ['set aside: picture missing', thousands(missingImage)],
      ['without a hashtag that is a class', thousands(counts.withoutLabel)],
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

/** The commonest dropped hashtags, with their reasons; the rare ones, which are all alike, as one row. */
export function droppedTable({ dropped }: Vocabulary, most: number): Html {
  const isRare = ({ reason }: Vocabulary['dropped'][number]) => reason.startsWith('rare');
  const rare = dropped.filter(isRare);
  const others = dropped.filter((entry) => !isRare(entry));
  const shown = others.slice(0, most);
  const rest = others.length - shown.length;
  return html`<table><tr><th>hashtag<th>why<th class="number">posts</tr>
${shown.map(
  ({ hashtag, count, reason }) =>
    html`<tr><td>#${hashtag}<td class="soft">${reason}<td class="number">${thousands(count)}</tr>\n`,
)}${rest > 0 ? html`<tr><td>${thousands(rest)} more<td class="soft">each with its reason in vocabulary.json<td></tr>` : ''}
<tr><td>${thousands(rare.length)} more<td class="soft">in too few posts<td></tr></table>`;
}
