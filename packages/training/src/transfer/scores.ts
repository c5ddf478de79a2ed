import { averagePrecision, topClasses } from '../evaluation/metrics.js';

/** Logits of M test images over K classes, with the labels. */
export interface Answers {
  readonly kind: 'single' | 'multi';
  /** `[M, K]` */
  readonly logits: Float32Array;
  readonly numClasses: number;
  readonly labels: readonly (readonly number[])[];
}

/** Metrics of a task, with the first one as the headline. */
export const METRICS = {
  single: ['accuracy', 'meanPerClassAccuracy'],
  multi: ['meanAveragePrecision'],
} as const;

/** Name of a metric. */
export type MetricName = (typeof METRICS)[keyof typeof METRICS][number];

/** Names of the metrics for readers. */
export const METRIC_TITLES: Readonly<Record<MetricName, string>> = {
  accuracy: 'accuracy',
  meanPerClassAccuracy: 'mean per-class accuracy',
  meanAveragePrecision: 'mean average precision',
};

/** The score of a class on its test images. */
export interface ClassScore {
  /** Test images of the class. */
  readonly support: number;
  /** Share of them that are predicted right; with several labels an image, the average precision. Null without images. */
  readonly score: number | null;
}

/** Scores of one result. */
export interface Scored {
  readonly metrics: Readonly<Partial<Record<MetricName, number>>>;
  /** By class. */
  readonly classes: readonly ClassScore[];
  /** The predicted class of each image. */
  readonly predictions: readonly number[];
}

/** Scores logits: accuracy and mean per-class accuracy, or mean average precision with several labels an image. */
export function score(answers: Answers): Scored {
  const { kind, logits, numClasses, labels } = answers;
  const predictions = labels.map((_, i) => predictionAt(logits, numClasses, i));
  if (kind === 'multi') {
    const classes = averagePrecisions(answers);
    return { metrics: { meanAveragePrecision: meanOf(classes) }, classes, predictions };
  }
  const hits = labels.filter((own, i) => own.includes(predictions[i] as number)).length;
  const classes = Array.from({ length: numClasses }, (_, label): ClassScore => {
    const own = labels.flatMap((labelsOf, i) => (labelsOf.includes(label) ? [i] : []));
    const right = own.filter((i) => predictions[i] === label).length;
    return { support: own.length, score: own.length === 0 ? null : right / own.length };
  });
  const metrics = { accuracy: hits / labels.length, meanPerClassAccuracy: meanOf(classes) };
  return { metrics, classes, predictions };
}

/** The class with the highest logit of an image; the lower class if several have it. */
function predictionAt(logits: Float32Array, numClasses: number, image: number): number {
  return topClasses(logits.subarray(image * numClasses, (image + 1) * numClasses), 1)[0] as number;
}

function averagePrecisions({ logits, numClasses, labels }: Answers): ClassScore[] {
  return Array.from({ length: numClasses }, (_, label) => {
    const positives = labels.flatMap((own, i) => (own.includes(label) ? [i] : []));
    const scores = Float32Array.from(labels, (_own, i) => logits[i * numClasses + label] as number);
    const support = positives.length;
    return { support, score: support === 0 ? null : averagePrecision(scores, positives) };
  });
}

/** Mean over the classes with test images. */
function meanOf(classes: readonly ClassScore[]): number {
  const measured = classes.flatMap(({ score: one }) => (one === null ? [] : [one]));
  return measured.reduce((sum, one) => sum + one, 0) / Math.max(1, measured.length);
}

/** Probabilities `[M, K]` of logits: softmax over the classes, or one sigmoid each. */
export function probabilities(
  kind: Answers['kind'],
  logits: Float32Array,
  numClasses: number,
  temperature = 1,
): Float64Array {
  const values = new Float64Array(logits.length);
  for (let row = 0; row < logits.length; row += numClasses) {
    if (kind === 'multi') {
      for (let i = row; i < row + numClasses; i++)
        values[i] = 1 / (1 + Math.exp(-(logits[i] as number) / temperature));
      continue;
    }
    const own = logits.subarray(row, row + numClasses);
    const most = own.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    let total = 0;
    for (const [i, logit] of own.entries()) total += values[row + i] = Math.exp((logit - most) / temperature);
    for (let i = row; i < row + numClasses; i++) values[i] = (values[i] as number) / total;
  }
  return values;
}
