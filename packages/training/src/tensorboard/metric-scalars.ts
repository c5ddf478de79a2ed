import type { MetricsLine } from '@hashsight/formats';

/** Converts a line of `metrics.jsonl` to TensorBoard tags, with one section for training and one for validation. */
export function metricScalars(line: MetricsLine): Readonly<Record<string, number>> {
  if (line.kind === 'validation') {
    return {
      'validation/loss': line.loss,
      'validation/hit@1': line.hitAt1,
      'validation/hit@5': line.hitAt5,
    };
  }
  return {
    'train/loss': line.loss,
    'train/hit@1': line.hitAt1,
    'train/learning_rate': line.learningRate,
    'train/images_per_second': line.imagesPerSecond,
    'train/data_wait': line.dataWait,
    ...(line.cpuShared !== undefined && { 'train/cpu_shared': line.cpuShared }),
  };
}
