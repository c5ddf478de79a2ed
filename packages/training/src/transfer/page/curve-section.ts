import type {
  TaskResults,
  TransferDifference,
  TransferEntry,
  TransferInterval,
  TransferPoint,
} from '@hashsight/formats';
import { type Html, html, LINE_COLOURS, lineChart, percent } from '@hashsight/pages';
import { METRIC_TITLES, type MetricName } from '../scores.js';

/** Factor between the labels of neighboring lines, so that their intervals do not cover each other. */
const DODGE = 1.025;
/** Factor of the space left of the first and right of the last point. */
const AROUND = 1.2;

/** Score against labels: a chart with an interval at each point, and the figures as tables. */
export function curveSection(task: TaskResults): Html {
  const metric = METRIC_TITLES[task.metric as MetricName];
  const seeds = Math.max(
    ...task.entries.flatMap(({ points }) => points.map(({ results }) => results.length)),
  );
  const about =
    seeds > 1
      ? `Each point is the mean of ${seeds} seeds, which draw the labelled images and the first weights anew; its bar is the interval over the seeds (Student t). Where all labels are used and nothing is drawn, it is the interval over test images.`
      : 'The bars are intervals over test images (Clopper–Pearson for accuracy, else bootstrap).';
  return html`<h2>Score against labels</h2>
<p>${about} Settings are chosen inside the training part; with few labels, inside those.</p>
<div class="columns">
${chartCard(task, metric)}
<div class="card scroll"><h3>${metric}, in %</h3>${scoreTable(task)}</div>
</div>
${differenceCard(task)}`;
}

function chartCard(task: TaskResults, metric: string): Html {
  const { entries } = task;
  if ((entries[0]?.points.length ?? 0) < 2) return html``;
  const { points: first } = entries[0] as TransferEntry;
  const ticks = first.map(({ labelsPerClass }) => labelsPerClass);
  const tickText = (value: number) => {
    const nearest = first.reduce((a, b) =>
      Math.abs(b.labelsPerClass - value) < Math.abs(a.labelsPerClass - value) ? b : a,
    );
    return nearest.shots === 'all' ? `all (${shortCount(nearest.labelsPerClass)})` : String(nearest.shots);
  };
  const middle = (entries.length - 1) / 2;
  const series = entries.map(({ title, points, isPretrained }, i) => {
    const at = ({ labelsPerClass }: TransferPoint) => labelsPerClass * DODGE ** (i - middle);
    return {
      name: title,
      points: points.map((point) => [at(point), point.mean] as const),
      intervals: points.map((point) => {
        const { low, high } = shownInterval(point);
        return [at(point), Math.max(0, low), Math.min(1, high)] as const;
      }),
      colour: LINE_COLOURS[i % LINE_COLOURS.length] as string,
      hasSymbols: true,
      isDashed: !isPretrained,
    };
  });
  const range = { min: Math.min(...ticks) / AROUND, max: Math.max(...ticks) * AROUND };
  const x = { name: 'labels a class', type: 'log', ...range, ticks, format: tickText } as const;
  const y = { name: metric, min: 0, max: 1, format: (value: number) => `${Math.round(100 * value)} %` };
  return html`<div class="card"><h3>${metric} by labels a class</h3>${lineChart({ x, y, series }) ?? ''}</div>`;
}

function shortCount(value: number): string {
  return value < 10 ? String(Number(value.toFixed(1))) : value.toFixed(0);
}

function shownInterval({ overSeeds, oneRun }: TransferPoint): TransferInterval {
  return overSeeds ?? oneRun;
}

function scoreTable({ entries }: TaskResults): Html {
  const points = entries[0]?.points ?? [];
  const cell = (point: TransferPoint | undefined) => {
    if (point === undefined) return html`<td class="number">–`;
    const { low, high } = shownInterval(point);
    const range = `${(100 * Math.max(0, low)).toFixed(0)}–${(100 * Math.min(1, high)).toFixed(0)}`;
    return html`<td class="number">${(100 * point.mean).toFixed(1)}<span class="range">${range}</span>`;
  };
  return html`<table><tr><th>labels a class${points.map(({ shots, labelsPerClass }) => html`<th class="number">${shots === 'all' ? `all (${shortCount(labelsPerClass)})` : shots}`)}</tr>
${entries.map(
  (entry) =>
    html`<tr><td>${entry.title}${points.map(({ shots }) => cell(entry.points.find((point) => point.shots === shots)))}</tr>\n`,
)}</table>`;
}

/** What pretraining gains with the same labels, and how many labels the baseline needs instead. */
function differenceCard({ entries, differences }: TaskResults): Html {
  const [first] = differences;
  if (first === undefined) return html``;
  const baseline = entries[first.against]?.title ?? '';
  const own = [...new Set(differences.map(({ entry }) => entry))];
  const of = (entry: number) => differences.filter((one) => one.entry === entry);
  return html`<div class="card below scroll"><h3>Beside ${baseline}, with the same labels</h3>
<table><tr><th>labels a class${of(first.entry).map(({ shots }) => html`<th class="number">${shots}`)}</tr>
${own.map(
  (
    entry,
  ) => html`<tr><td>${entries[entry]?.title ?? ''}, difference in points${of(entry).map(({ difference }) => differenceCell(difference))}</tr>
<tr class="soft"><td>labels ${baseline} needs for the same score${of(entry).map((one) => neededCell(entries, one))}</tr>\n`,
)}</table>
<p class="soft small">Differences in bold are apart from zero: paired bootstrap over seeds and test images. Labels are interpolated on the curve of ${baseline}, in the logarithm of their number.</p></div>`;
}

function differenceCell({ estimate, low, high }: TransferInterval): Html {
  const isApart = low > 0 || high < 0;
  return html`<td class="number">${isApart ? html`<b>${points(estimate)}</b>` : points(estimate)}<span class="range">${points(low)} to ${points(high)}</span>`;
}

function neededCell(entries: readonly TransferEntry[], { against, sameAs }: TransferDifference): Html {
  const theirs = entries[against]?.points.map(({ labelsPerClass }) => labelsPerClass) ?? [];
  if (sameAs === null) return html`<td class="number">over ${shortCount(Math.max(...theirs))}`;
  return html`<td class="number">${sameAs <= Math.min(...theirs) ? '≤ ' : ''}${shortCount(sameAs)}`;
}

function points(share: number): string {
  return percent(share)
    .replace(' %', '')
    .replace('-', '−')
    .replace(/^(?=\d)/, '+');
}
