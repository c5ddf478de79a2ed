import type { LabelsFile, ModelLabel, TagReport, Thresholds, Vocabulary } from '@hashsight/formats';
import type { TrainingConfig } from '../settings/config.js';
import type { RelatedLabels } from './related-labels.js';

/** What a run knows about its classes; all for the exported checkpoint. */
export interface LabelFacts {
  readonly thresholds: Thresholds | undefined;
  /** The per-tag report to quote. */
  readonly report: TagReport | undefined;
  /** For each class; undefined without the training set. */
  readonly related: readonly RelatedLabels[] | undefined;
}

/** `labels.json`. */
export function labelsFile(
  { classes }: Vocabulary,
  loss: TrainingConfig['loss'],
  { thresholds, report, related }: LabelFacts,
): LabelsFile {
  const thresholdOf = thresholdsByName(thresholds);
  const precisionOf = averagePrecisionsByName(report);
  return {
    version: 1,
    activation: loss,
    labels: classes.map(({ name, hashtags, synsets, count }, i): ModelLabel => {
      const threshold = thresholdOf.get(name);
      const averagePrecision = precisionOf.get(name);
      return {
        ...{ name, hashtags },
        ...(synsets !== undefined && { synsets }),
        count,
        ...(threshold !== undefined && { threshold }),
        ...(averagePrecision !== undefined && { averagePrecision }),
        ...(related !== undefined && { related: (related[i] ?? []).map(([index, score]) => [index, score]) }),
      };
    }),
  };
}

/** The thresholds of the tags that do not abstain. */
function thresholdsByName(
  thresholds: Thresholds | undefined,
): ReadonlyMap<string, NonNullable<ModelLabel['threshold']>> {
  if (thresholds === undefined) return new Map();
  const { precision, confidence, tags } = thresholds;
  return new Map(
    tags.flatMap(({ name, threshold: value, selected: support }) =>
      value === null ? [] : [[name, { value, precision, confidence, support }]],
    ),
  );
}

function averagePrecisionsByName(
  report: TagReport | undefined,
): ReadonlyMap<string, NonNullable<ModelLabel['averagePrecision']>> {
  if (report === undefined) return new Map();
  const { split, tags } = report;
  return new Map(
    tags.flatMap(({ name, averagePrecision, support: positives }) => {
      if (averagePrecision === null) return [];
      const { estimate: value, low, high } = averagePrecision;
      return [[name, { value, low, high, positives, split }]];
    }),
  );
}
