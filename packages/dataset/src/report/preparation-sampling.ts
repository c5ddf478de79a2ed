import type { Preparation } from '@hashsight/formats';
import {
  COLOURS,
  type Html,
  html,
  lineChart,
  logSpaced,
  percent,
  shortNumber,
  thousands,
} from '@hashsight/pages';
import type { Draws, ManifestFigures } from './manifest-figures.js';

/** The classes from head to tail, as shares of all classes. */
const BANDS = [
  ['the commonest 1 %', 0.01],
  ['the next 9 %', 0.1],
  ['the next 40 %', 0.5],
  ['the rarest half', 1],
] as const;

const POINTS = 20;

/** What sampling does to head and tail: as it is, or where nothing is shown more often as the other rules would do it. */
export function samplingSection({ natural, sampled }: ManifestFigures, { settings }: Preparation): Html {
  const order = rankedClasses(natural);
  const isNatural = settings.sampling === 'natural';
  const columns = [{ rule: 'natural' as const, ...natural }, ...sampled];
  const text = isNatural
    ? html`Each image is shown once an epoch (sampling: <code>natural</code>). What the other rules would make of these
images, with an even share as the threshold:`
    : html`Images of classes with fewer than ${thousands(Math.round((settings.samplingThreshold ?? 0) * natural.total))} of
them are shown more often (sampling: <code>${settings.sampling}</code>). Beside it each image once an epoch, as it would be without:`;
  return html`<p>${text}</p>
<div class="columns even"><div class="card"><h3>Images of a class in an epoch</h3>${drawsChart(columns, order)}</div>
<div class="card"><h3>Share of an epoch's labels</h3>${bandsTable(columns, order)}</div></div>`;
}

interface Column extends Draws {
  readonly rule: string;
}

/** The classes that training images carry, the commonest first. */
function rankedClasses({ ofClass }: Draws): readonly number[] {
  const count = (label: number) => ofClass[label] as number;
  return [...ofClass.keys()].filter((label) => count(label) > 0).sort((a, b) => count(b) - count(a) || a - b);
}

function drawsChart(columns: readonly Column[], order: readonly number[]): Html {
  const colours = [COLOURS.blue, COLOURS.orange, COLOURS.green];
  return lineChart({
    x: { name: 'classes, the commonest first', type: 'log', format: shortNumber },
    y: { name: 'images', type: 'log', format: shortNumber },
    series: columns.map(({ rule, ofClass }, i) => ({
      name: rule,
      points: means(order.map((label) => ofClass[label] as number)),
      colour: colours[i] ?? COLOURS.blue,
    })),
  });
}

/** The mean of each stretch of classes: single ones go up and down with the company they keep. */
function means(values: readonly number[]): (readonly [number, number])[] {
  let start = 0;
  return logSpaced(values.length, POINTS).map((place) => {
    const stretch = values.slice(start, place + 1);
    start = place + 1;
    return [place + 1, total(stretch) / stretch.length] as const;
  });
}

function bandsTable(columns: readonly Column[], order: readonly number[]): Html {
  let start = 0;
  const bands = BANDS.flatMap(([name, upTo]) => {
    const end = Math.max(start, Math.round(upTo * order.length));
    const labels = order.slice(start, end);
    start = end;
    return labels.length === 0 ? [] : [{ name, labels }];
  });
  const rarest = order.at(-1) ?? 0;
  const share = ({ ofClass }: Draws, labels: readonly number[]) =>
    total(labels.map((label) => ofClass[label] as number)) / Math.max(total(ofClass), 1);
  return html`<table><tr><th>classes${columns.map(({ rule }) => html`<th class="number">${rule}`)}</tr>
${bands.map(
  ({ name, labels }) =>
    html`<tr><td>${name} <span class="soft small">${thousands(labels.length)}</span>${columns.map(
      (column) => html`<td class="number">${percent(share(column, labels))}`,
    )}</tr>\n`,
)}<tr><td>images of the rarest class${columns.map(({ ofClass }) => html`<td class="number">${thousands(Math.round(ofClass[rarest] ?? 0))}`)}</tr>
<tr><td>images an epoch${columns.map(({ total: all }) => html`<td class="number">${thousands(Math.round(all))}`)}</tr></table>`;
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Which labels are wrong on purpose. */
export function noiseText({ counts, settings }: Preparation): Html {
  return html`<p><b>${thousands(counts.noisyLabels)}</b> of the ${thousands(counts.labels)} labels to learn from
(${percent(counts.noisyLabels / Math.max(counts.labels, 1))}) are wrong on purpose: label noise of <code>${settings.labelNoise}</code>
drew that share anew from all labels, as often as each occurs, and some draws hit what was there. So some of the
images of classes above show something else. Those for validation and test keep their labels.</p>`;
}
