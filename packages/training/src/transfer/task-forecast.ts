import type { Sample, TransferEntry, TransferForecast } from '@hashsight/formats';
import { type ClassCurve, forecastLabels, forecastText } from './forecast.js';
import type { TaskJob } from './run-cells.js';
import { classCounts } from './shots.js';
import type { ScoredCell } from './summary.js';

/** Different numbers of labels without which a forecast has nothing to continue. */
const FEWEST_NUMBERS = 3;

/**
 * Forecasts how many labels each class still needs, from the results of the first pretrained entry.
 *
 * @returns null with several labels an image, whose average precision is no share of images, or with fewer than three
 * numbers of labels
 */
export function taskForecast(
  { task, survey, plan, settings }: Pick<TaskJob, 'task' | 'survey' | 'plan' | 'settings'>,
  scored: readonly ScoredCell[],
  entries: readonly TransferEntry[],
): TransferForecast | null {
  const entry = entries.findIndex(({ isPretrained }) => isPretrained);
  if (task.kind === 'multi' || (entries[entry]?.points.length ?? 0) < FEWEST_NUMBERS) return null;
  const curves = task.classNames.map((name): ClassCurve & { points: ClassCurve['points'][number][] } => {
    return { name, points: [] };
  });
  for (const [i, planned] of plan.cells.entries()) {
    if (planned.entry !== entry) continue;
    const labels = planned.fit.map((image) => (survey.pool[image] as Sample).labels);
    const counts = classCounts(labels, task.numClasses);
    for (const [label, { support, score }] of (scored[i] as ScoredCell).scored.classes.entries()) {
      const own = counts[label] as number;
      if (score !== null && own > 0) curves[label]?.points.push({ labels: own, score, images: support });
    }
  }
  const measured = curves.filter(({ points }) => points.length > 0);
  const forecast = forecastLabels(measured, { target: settings.target });
  const finite = (count: number) => (Number.isFinite(count) ? count : null);
  return {
    ...{ entry, target: forecast.target, level: forecast.level, refusal: forecast.refusal },
    classes: forecast.classes.map((one) => ({
      ...{ name: one.name, labels: one.labels, score: one.score, refusal: one.refusal },
      needed: one.needed && {
        estimate: finite(one.needed.estimate),
        low: finite(one.needed.low),
        high: finite(one.needed.high),
      },
      text: forecastText(one, forecast),
    })),
  };
}
