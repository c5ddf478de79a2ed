import type { Preparation } from '@hashsight/formats';
import {
  COLOURS,
  counted,
  type Html,
  html,
  lineChart,
  logSpaced,
  percent,
  shortNumber,
  thousands,
} from '@hashsight/pages';
import type { Draws, ManifestFigures } from './manifest-figures.js';

/** Bands of classes from head to tail: names, and upper ends as shares of all classes. */
type Bands = readonly (readonly [name: string, upTo: number])[];

/** Bands such that none of them is empty. */
function bandsOf(classes: number): Bands {
  if (classes < 2) return [['all', 1]];
  if (classes < 10) {
    return [
      ['more frequent half', 0.5],
      ['rarer half', 1],
    ];
  }
  const head: Bands =
    classes < 100
      ? [['most frequent 10 %', 0.1]]
      : [
          ['most frequent 1 %', 0.01],
          ['next 9 %', 0.1],
        ];
  return [...head, ['next 40 %', 0.5], ['rarest half', 1]];
}

const POINTS = 20;

/**
 * The section about sampling: the effect of the set's rule on head and tail, or, if it is `natural`, of the other
 * rules.
 */
export function samplingSection({ natural, sampled }: ManifestFigures, { settings }: Preparation): Html {
  const order = rankedClasses(natural);
  const isNatural = settings.sampling === 'natural';
  const columns = [{ rule: 'natural' as const, ...natural }, ...sampled];
  const text = isNatural
    ? html`Each image is shown once per epoch (sampling: <code>natural</code>). For comparison, the other rules with an even
share as the threshold:`
    : html`Classes with fewer than ${thousands(Math.round((settings.samplingThreshold ?? 0) * natural.total))} images are
shown more often (sampling: <code>${settings.sampling}</code>). For comparison, each image once per epoch (<code>natural</code>):`;
  return html`<p>${text}</p>
<div class="columns even"><div class="card"><h3>Images per class in an epoch</h3>${drawsChart(columns, order)}</div>
<div class="card"><h3>Share of an epoch's labels</h3>${bandsTable(columns, order)}</div></div>`;
}

interface Column extends Draws {
  readonly rule: string;
}

/** The classes with training images, the most frequent first. */
function rankedClasses({ ofClass }: Draws): readonly number[] {
  const count = (label: number) => ofClass[label] as number;
  return [...ofClass.keys()].filter((label) => count(label) > 0).sort((a, b) => count(b) - count(a) || a - b);
}

function drawsChart(columns: readonly Column[], order: readonly number[]): Html {
  const colours = [COLOURS.blue, COLOURS.orange, COLOURS.green];
  const chart = lineChart({
    x: { name: 'classes, most frequent first', type: 'log', format: shortNumber },
    y: { name: 'images', type: 'log', format: shortNumber },
    series: columns.map(({ rule, ofClass }, i) => ({
      name: rule,
      points: means(order.map((label) => ofClass[label] as number)),
      colour: colours[i] ?? COLOURS.blue,
    })),
  });
  return chart ?? html`<p class="soft">There are no training images.</p>`;
}

/** Means over ranges of classes. Single classes vary too much, because images have several labels. */
function means(values: readonly number[]): (readonly [number, number])[] {
  let start = 0;
  return logSpaced(values.length, POINTS).map((rank) => {
    const range = values.slice(start, rank + 1);
    start = rank + 1;
    return [rank + 1, total(range) / range.length] as const;
  });
}

function bandsTable(columns: readonly Column[], order: readonly number[]): Html {
  let start = 0;
  const bands = bandsOf(order.length).map(([name, upTo]) => {
    const end = Math.round(upTo * order.length);
    const labels = order.slice(start, end);
    start = end;
    return { name, labels };
  });
  const rarest = order.at(-1) ?? 0;
  const share = ({ ofClass }: Draws, labels: readonly number[]) =>
    total(labels.map((label) => ofClass[label] as number)) / Math.max(total(ofClass), 1);
  return html`<table><tr><th>classes${columns.map(({ rule }) => html`<th class="number">${rule}`)}</tr>
${bands.map(
  ({ name, labels }) =>
    html`<tr><td>${name} <span class="soft small">(${counted(labels.length, 'class', 'classes')})</span>${columns.map(
      (column) => html`<td class="number">${percent(share(column, labels))}`,
    )}</tr>\n`,
)}<tr><td>images of the rarest class${columns.map(({ ofClass }) => html`<td class="number">${thousands(Math.round(ofClass[rarest] ?? 0))}`)}</tr>
<tr><td>images per epoch${columns.map(({ total: all }) => html`<td class="number">${thousands(Math.round(all))}`)}</tr></table>`;
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** The number of labels that are wrong on purpose. */
export function noiseText({ counts, settings }: Preparation): Html {
  return html`<p><b>${thousands(counts.noisyLabels)}</b> of the ${thousands(counts.labels)} training labels
(${percent(counts.noisyLabels / Math.max(counts.labels, 1))}) are wrong on purpose: with the label noise <code>${settings.labelNoise}</code>, this share
of labels was replaced by labels drawn by frequency, some of which were right by chance. Therefore some of the sample images
above do not show their class. Labels for validation and test are unchanged.</p>`;
}
