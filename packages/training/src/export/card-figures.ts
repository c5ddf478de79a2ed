import type { Evaluation, TagReport } from '@hashsight/formats';
import { counted } from '@hashsight/pages';
import { openingsText } from '../evaluation/ledger.js';
import { clopperPearson } from '../statistics/index.js';
import type { ModelCard } from './card-contents.js';

/** The section with the figures of the evaluations, the thresholds, and the transfer. */
export function figuresSection(card: ModelCard): string[] {
  return [...evaluationLines(card), ...thresholdLines(card), ...transferLines(card)];
}

function evaluationLines({ facts, run }: ModelCard): string[] {
  const { evaluations, reports } = facts;
  if (evaluations.length === 0) return ['This model was not evaluated before the export.'];
  const lines = evaluations.map((evaluation) =>
    figureLine(
      evaluation,
      reports.find(({ split }) => split === evaluation.split),
    ),
  );
  return [
    '| split | images | hit@1 | hit@5 | mean average precision |',
    '|---|---|---|---|---|',
    ...lines,
    '',
    'With 95 % intervals over images. A hit is any of the labels of an image. In parentheses: always predicting the most frequent classes.',
    ...(evaluations.some(({ split }) => split === 'validation')
      ? ['The checkpoint was chosen on validation, so its figures there are a little too good.']
      : []),
    ...(run.testOpenings === null
      ? []
      : [`The labels of the test split were ${openingsText(run.testOpenings)}, by the ledger.`]),
    ...evaluations.flatMap(duplicateLines),
  ];
}

function figureLine({ split, images, metrics, baseline }: Evaluation, report: TagReport | undefined): string {
  const hits = (key: 'hitAt1' | 'hitAt5') => {
    const { low, high } = clopperPearson(Math.round(metrics[key] * images), images);
    return `${metrics[key].toFixed(3)}, ${low.toFixed(3)} to ${high.toFixed(3)} (${baseline[key].toFixed(3)})`;
  };
  const interval = report?.meanAveragePrecision;
  const bounds = interval ? `, ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}` : '';
  const precision = `${metrics.meanAveragePrecision.toFixed(3)}${bounds} (${baseline.meanAveragePrecision.toFixed(3)})`;
  return `| ${split} | ${images} | ${hits('hitAt1')} | ${hits('hitAt5')} | ${precision} |`;
}

function duplicateLines({ split, duplicates }: Evaluation): string[] {
  if (duplicates === null || duplicates.images === 0) return [];
  const { images, lowerBound } = duplicates;
  return [
    `${counted(images, `${split} image`)} may have a duplicate in the training set; if all of them count as wrong, hit@1 is ${lowerBound.hitAt1.toFixed(3)}.`,
  ];
}

function thresholdLines({ facts, labels }: ModelCard): string[] {
  const { thresholds, reports } = facts;
  if (thresholds === undefined) return [];
  const own = labels.labels.filter(({ threshold }) => threshold !== undefined).length;
  const { precision, confidence, images } = thresholds;
  const test = reports.find(({ split }) => split === 'test')?.promise;
  const kept =
    test == null || test.selected === 0
      ? ''
      : ` On test, ${test.correct} of ${test.selected} tags above their thresholds are right.`;
  return [
    '',
    `${own} of ${counted(labels.labels.length, 'hashtag')} have a threshold above which ${precision} of their predictions are right, each with a confidence of ${confidence}; the others abstain. The thresholds were chosen on ${counted(images, 'validation image')}.${kept}`,
  ];
}

function transferLines({ run }: ModelCard): string[] {
  return (run.transfer?.tasks ?? []).flatMap(({ name, metric, images, openings, entries, exported }) => [
    '',
    `### Transfer to ${name}`,
    '',
    `${metric} on ${counted(images.test, 'test image')}, whose labels were ${openingsText(openings)}.`,
    '',
    '| method | labels a class | mean | 95 % interval |',
    '|---|---|---|---|',
    ...entries.flatMap(({ title, points }, i) =>
      points.map(({ labelsPerClass, mean, overSeeds, oneRun }) => {
        const { low, high } = overSeeds ?? oneRun;
        const mark = i === exported ? ' (this model)' : '';
        return `| ${title}${mark} | ${Number(labelsPerClass.toFixed(1))} | ${mean.toFixed(3)} | ${low.toFixed(3)} to ${high.toFixed(3)} |`;
      }),
    ),
  ]);
}
