import { droppedKinds, type Preparation, type Vocabulary } from '@hashsight/formats';
import { COLOURS, lineChart, shortNumber } from './charts.js';
import { Html, html } from './html.js';
import { logSpaced } from './log-spaced.js';
import { percent, thousands } from './numbers.js';

/** There can be hundreds of thousands of hashtags; more points than this look the same. */
const POINTS = 240;

/** Images of each class, and posts of each dropped hashtag, the commonest first, both axes logarithmic. */
export function longTail({ classes, dropped }: Vocabulary, { settings }: Preparation): Html {
  const points = (ranked: readonly { readonly count: number }[]) => {
    const counts = ranked.map(({ count }) => count).filter((count) => count > 0);
    counts.sort((a, b) => b - a);
    return logSpaced(counts.length, POINTS).map((place) => [place + 1, counts[place] ?? 0] as const);
  };
  return lineChart({
    x: { name: 'rank, the commonest first', type: 'log', format: shortNumber },
    y: { name: settings.readImages ? 'images, or posts' : 'posts', type: 'log', format: shortNumber },
    series: [
      { name: 'classes', points: points(classes), colour: COLOURS.blue },
      { name: 'dropped hashtags', points: points(dropped), colour: COLOURS.orange },
    ],
    reference: {
      y: settings.minCount,
      label: `fewest for a class: ${thousands(settings.minCount)}`,
      labelAt: 'insideStartBottom', // at its end the two lines cross it
    },
  });
}

/** A line of a {@link countsTable}. */
interface Step {
  readonly name: string;
  readonly count: number;
  /** What stays so far, what is taken off it, or a part of what stayed at the end. */
  readonly kind: 'stays' | 'goes' | 'part';
  /** Where the bar begins, in records. */
  readonly from: number;
}

/** What became of each record: a bill that adds up, with what is taken off where it is. */
export function countsTable({ counts, settings }: Preparation): Html {
  const { malformed, duplicateId, missingImage, unusableImage } = counts.setAside;
  const key = settings.splitBy === 'user' ? 'author' : 'id';
  const images = counts.train + counts.validation + counts.test;
  const heldOut = (split: string, share: number) =>
    `for ${split}: ${percent(share)} by a hash of the ${key}, and of each class where it can be`;
  const steps: Step[] = [
    stays('records read', counts.records),
    ...goes(counts.records, [
      ['not a post', malformed],
      ['id was there already', duplicateId],
      ['image missing', missingImage],
    ]),
    stays('posts', counts.posts),
    ...goes(counts.posts, [['no hashtag is a class', counts.withoutLabel]]),
    stays('posts with a label', counts.labelled),
    ...goes(counts.labelled, [
      ['image cannot be used', unusableImage],
      ['image is in an evaluation set', counts.inEvaluationSets],
      ['same image as another post', counts.duplicates],
    ]),
    stays('images in the set', images),
    { name: 'to train on', count: counts.train, kind: 'part', from: 0 },
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

/** What is taken off, one after the other; without what nothing was taken off for. */
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

/** A table of names and what they come to. */
export function rankedTable(
  [left, right]: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): Html {
  return html`<table><tr><th>${left}<th class="number">${right}</tr>
${rows.map(([name, value]) => html`<tr><td>${name}<td class="number">${value}</tr>\n`)}</table>`;
}

/** Why hashtags were dropped, with some of the commonest of each kind of reason. */
export function droppedTable(vocabulary: Vocabulary, ofAKind: number): Html {
  return html`<table class="reasons"><tr><th>why<th>the commonest<th class="number">hashtags</tr>
${droppedKinds(vocabulary).map(
  ({ kind, hashtags }) =>
    html`<tr><td>${kind}<td class="soft">${hashtags.slice(0, ofAKind).map(({ hashtag }) => html`<span class="tag">#${hashtag}</span> `)}<td class="number">${thousands(hashtags.length)}</tr>\n`,
)}</table>`;
}
