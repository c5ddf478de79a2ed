import { replicationFactorOf, replicationFactors, type TrainingSet } from '@hashsight/formats';
import type { TrainingSettings } from './config.js';

/**
 * Replication factors of the training images: by the setting `sampling`, with the rule that `prepare` uses for its
 * option of the same name; otherwise those of the training set.
 */
export function factorsOf(
  { train, vocabulary }: TrainingSet,
  { sampling, samplingThreshold }: Pick<TrainingSettings, 'sampling' | 'samplingThreshold'>,
): Float64Array {
  if (sampling === null || sampling === undefined) {
    return Float64Array.from(train, ({ replicationFactor }) => replicationFactor);
  }
  const counts = new Float64Array(vocabulary.classes.length);
  for (const { labels } of train) for (const label of labels) counts[label] = (counts[label] as number) + 1;
  const rule = { rule: sampling, ...(samplingThreshold != null && { threshold: samplingThreshold }) };
  const ofClass = replicationFactors(counts, train.length, rule);
  return Float64Array.from(train, ({ labels }) => replicationFactorOf(labels, ofClass));
}
