import { droppedKinds, type Preparation, type Vocabulary } from '@hashsight/formats';
import { COLOURS, lineChart, type Series, shortNumber } from './charts.js';
import { Html, html } from './html.js';
import { logSpaced } from './log-spaced.js';
import { percent, thousands } from './numbers.js';

/**
 * Maximum number of points in the chart; more would look the same, and there can be hundreds of thousands of hashtags.
 */
const POINTS = 240;

/** A chart of images per class and posts per dropped hashtag, the most frequent first, with logarithmic axes. */
export function longTail({ classes, dropped }: Vocabulary, { settings }: Preparation): Html {
  const { minCount } = settings;
  const tail = (name: string, ranked: readonly { readonly count: number }[], colour: string): Series => {
    const counts = ranked.map(({ count }) => count).filter((count) => count > 0);
    counts.sort((a, b) => b - a);
    const points = logSpaced(counts.length, POINTS).map((index) => [index + 1, counts[index] ?? 0] as const);
    return { name, points, colour, hasSymbols: points.length < 12 };
  };
  const chart = lineChart({
    x: { name: 'rank, most frequent first', type: 'log', format: shortNumber },
    y: { name: settings.readImages ? 'images or posts' : 'posts', type: 'log', format: shortNumber },
    series: [tail('classes', classes, COLOURS.blue), tail('dropped hashtags', dropped, COLOURS.orange)],
    // A minimum of 1 would lie on the axis.
    ...(minCount > 1 && { reference: { y: minCount, name: `minimum per class: ${thousands(minCount)}` } }),
  });
  return chart ?? html`<p class="soft">No class has images.</p>`;
}

/** A row of {@link countsTable}. */
interface Step {
  readonly name: string;
  readonly count: number;
  /** A count that remains, a count that is subtracted, or a part of the final count. */
  readonly kind: 'stays' | 'goes' | 'part';
  /** Start of the bar, in records. */
  readonly from: number;
}

/**
 * A table of the counts from records to images. Subtracted counts are shown where they are subtracted, so that it adds
 * up.
 */
export function countsTable({ counts, settings }: Preparation): Html {
  const { malformed, duplicateId, missingImage, unusableImage } = counts.setAside;
  const key = settings.splitBy === 'user' ? 'author' : 'id';
  const images = counts.train + counts.validation + counts.test;
  const heldOut = (split: string, share: number) =>
    `${split}: ${percent(share)} of the images, and of each class where possible, by a hash of the ${key}`;
  const steps: Step[] = [
    stays('records read', counts.records),
    ...goes(counts.records, [
      ['invalid record', malformed],
      ['repeated id', duplicateId],
      ['missing image', missingImage],
    ]),
    stays('posts', counts.posts),
    ...goes(counts.posts, [['without a label', counts.withoutLabel]]),
    stays('posts with a label', counts.labelled),
    ...goes(counts.labelled, [
      ['unusable image', unusableImage],
      ['image in an evaluation set', counts.inEvaluationSets],
      ['duplicate image', counts.duplicates],
    ]),
    stays('images in the training set', images),
    { name: 'training', count: counts.train, kind: 'part', from: 0 },
    {
      name: heldOut('validation', settings.validationShare),
      count: counts.validation,
      kind: 'part',
      from: counts.train,
    },
    {
      name: heldOut('test', settings.testShare),
      count: counts.test,
      kind: 'part',
      from: counts.train + counts.validation,
    },
  ];
  return html`<table class="steps">${steps.map((step) => stepRow(step, counts.records))}</table>`;
}

function stays(name: string, count: number): Step {
  return { name, count, kind: 'stays', from: 0 };
}

/** Rows for subtracted counts, one after another; rows with a count of zero are omitted. */
function goes(whole: number, parts: readonly (readonly [name: string, count: number])[]): Step[] {
  let left = whole;
  return parts.flatMap(([name, count]) => {
    left -= count;
    return count === 0 ? [] : [{ name, count, kind: 'goes', from: left } as const];
  });
}

function stepRow({ name, count, kind, from }: Step, records: number): Html {
  const share = (value: number) => new Html(`${((100 * value) / Math.max(records, 1)).toFixed(2)}%`);
  return html`<tr class="${kind}"><td><span>${name}</span><i style="--from: ${share(from)}; --share: ${share(count)}"></i><td class="number">${kind === 'goes' ? '− ' : ''}${thousands(count)}</tr>\n`;
}

/** A table of names and values. */
export function rankedTable(
  [left, right]: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): Html {
  return html`<table><tr><th>${left}<th class="number">${right}</tr>
${rows.map(([name, value]) => html`<tr><td>${name}<td class="number">${value}</tr>\n`)}</table>`;
}

/** A table of dropped hashtags: the most frequent ones for each kind of reason. */
export function droppedTable(vocabulary: Vocabulary, ofAKind: number): Html {
  return html`<table class="reasons"><tr><th>reason<th>most frequent<th class="number">hashtags</tr>
${droppedKinds(vocabulary).map(
  ({ kind, hashtags }) =>
    html`<tr><td>${kind}<td class="soft">${hashtags.slice(0, ofAKind).map(({ hashtag }) => html`<span class="tag">#${hashtag}</span> `)}<td class="number">${thousands(hashtags.length)}</tr>\n`,
)}</table>`;
}
