import type { Metrics, MetricsLine, TrainLine, ValidationLine } from '@hashsight/formats';
import {
  type Axis,
  COLOURS,
  type Html,
  html,
  lineChart,
  percent,
  type Series,
  shortNumber,
} from '@hashsight/pages';

/** Maximum points per curve, about one per pixel; longer runs show means over several lines. */
const POINTS = 200;
const STEPS: Axis = { name: 'step', min: 0, format: shortNumber };

/** The metrics that curves are drawn from. */
interface Lines {
  readonly steps: readonly TrainLine[];
  readonly epochs: readonly ValidationLine[];
}

/** Whether hit@5 says something: with five classes or fewer, it is always 100 %. */
export function tellsHitAt5(classes: number): boolean {
  return classes > 5;
}

/**
 * Training curves: loss, hit@1, learning rate, and speed by step. Curves without points are left out, and so are charts
 * without curves.
 *
 * @param baseline - metrics of always predicting the most frequent classes
 * @param classes - number of classes
 */
export function runCurves(metrics: readonly MetricsLine[], baseline: Metrics, classes: number): Html {
  const lines = {
    steps: metrics.filter((line) => line.kind === 'train'),
    epochs: metrics.filter((line) => line.kind === 'validation'),
  };
  const withHitAt5 = tellsHitAt5(classes);
  const charts = [
    ['Loss', lossChart(lines)],
    [withHitAt5 ? 'hit@1, and hit@5 in validation' : 'hit@1', hitsChart(lines, baseline, withHitAt5)],
    ['Learning rate', learningRateChart(lines)],
    ['Speed', speedChart(lines)],
  ] as const;
  return html`<div class="columns">
${charts.map(([title, chart]) => (chart === undefined ? '' : html`<div class="card"><h3>${title}</h3>${chart}</div>\n`))}</div>`;
}

/**
 * Key figures in addition to the curves: `213 images per second (median), 3.1 % of the time spent waiting for data, …`.
 */
export function runFigures(metrics: readonly MetricsLine[]): string {
  const steps = metrics.filter((line) => line.kind === 'train');
  if (steps.length === 0) return 'too few steps to measure the speed.';
  const rates = steps.map(({ imagesPerSecond }) => imagesPerSecond).sort((a, b) => a - b);
  const wait = steps.reduce((sum, { dataWait }) => sum + dataWait, 0) / steps.length;
  const memory = steps.reduce((most, { memoryBytes }) => Math.max(most, memoryBytes), 0);
  const skipped = steps.at(-1)?.skippedSteps ?? 0;
  const figures = [
    `${Math.round(rates[Math.floor(rates.length / 2)] ?? 0)} images per second (median)`,
    `${percent(wait)} of the time spent waiting for data`,
    `${(memory / 1e9).toPrecision(2)} GB peak memory`,
  ].join(', ');
  if (skipped === 0) return `${figures}.`;
  const were = skipped === 1 ? '1 step was' : `${skipped} steps were`;
  return `${figures}. ${were} skipped because the loss or the gradient was not finite.`;
}

function lossChart({ steps, epochs }: Lines): Html | undefined {
  return lineChart({
    x: STEPS,
    y: { name: 'loss' },
    series: [
      training('training', steps, ({ loss }) => loss),
      validation('validation', epochs, ({ loss }) => loss, COLOURS.orange),
    ],
  });
}

function hitsChart({ steps, epochs }: Lines, baseline: Metrics, withHitAt5: boolean): Html | undefined {
  return lineChart({
    x: STEPS,
    y: { name: 'share of images', min: 0, max: 1, format: (value) => `${Math.round(100 * value)} %` },
    series: [
      training('training', steps, ({ hitAt1 }) => hitAt1),
      validation('validation', epochs, ({ hitAt1 }) => hitAt1, COLOURS.orange),
      ...(withHitAt5 ? [validation('validation hit@5', epochs, ({ hitAt5 }) => hitAt5, COLOURS.green)] : []),
    ],
    reference: { y: baseline.hitAt1, name: 'baseline: most frequent class' },
  });
}

function learningRateChart({ steps }: Lines): Html | undefined {
  return lineChart({
    x: STEPS,
    y: { name: 'learning rate', min: 0, format: shortRate },
    series: [training('learning rate', steps, ({ learningRate }) => learningRate)],
  });
}

/** Plots both lines in images per second; the difference is the cost of waiting for data. */
function speedChart({ steps }: Lines): Html | undefined {
  const unhindered = training('without waiting', steps, ({ imagesPerSecond, dataWait }) =>
    dataWait >= 1 ? undefined : imagesPerSecond / (1 - dataWait),
  );
  return lineChart({
    x: STEPS,
    y: { name: 'images per second', min: 0, format: shortNumber },
    series: [
      training('measured', steps, ({ imagesPerSecond }) => imagesPerSecond),
      { ...unhindered, colour: COLOURS.green },
    ],
  });
}

/** Reduces thousands of lines to a few means; unknown values are skipped. */
function training(
  name: string,
  lines: readonly TrainLine[],
  value: (line: TrainLine) => number | undefined,
): Series {
  const all = lines.flatMap((line) => {
    const y = value(line);
    return isNumber(y) ? [[line.step, y] as const] : [];
  });
  const size = Math.ceil(all.length / POINTS);
  const points = Array.from({ length: Math.ceil(all.length / size) || 0 }, (_, i) => {
    const some = all.slice(i * size, (i + 1) * size);
    const sum = some.reduce((total, [, y]) => total + y, 0);
    return [some.at(-1)?.[0] ?? 0, sum / some.length] as const;
  });
  return { name, points, colour: COLOURS.blue, hasSymbols: points.length < 3 };
}

function validation(
  name: string,
  lines: readonly ValidationLine[],
  value: (line: ValidationLine) => number,
  colour: string,
): Series {
  const points = lines.map((line) => [line.step, value(line)] as const).filter(([, y]) => isNumber(y));
  return { name, points, colour, hasSymbols: points.length < 60 };
}

/** JSON stores a non-finite loss as null. */
function isNumber(value: number | null | undefined): value is number {
  return Number.isFinite(value);
}

function shortRate(rate: number): string {
  return rate === 0 || rate >= 0.001 ? String(Number(rate.toPrecision(3))) : rate.toExponential();
}
