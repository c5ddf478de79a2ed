import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type LabelsFile, MODEL_FILES, type RunFile } from '@hashsight/formats';
import { writeTinyModel } from '@hashsight/tagger/test/tiny-model';

const metrics = { hitAt1: 0.75, hitAt5: 1, meanAveragePrecision: 0.8 };

const interval = { estimate: 0.75, low: 0.6, high: 0.87, kind: 'clopper-pearson' } as const;
const point = {
  shots: 10,
  labelsPerClass: 10,
  mean: 0.75,
  overSeeds: null,
  oneRun: interval,
  lowerBound: null,
};
const entry = { method: 'probe', architecture: 'tiny', isPretrained: true, points: [point] };

/** A run of ten steps. */
const RUN: RunFile = {
  version: 1,
  architecture: 'tiny',
  parameters: 1_200_000,
  imageSize: 32,
  checkpoint: 'epoch-002',
  epochs: 2,
  globalBatchSize: 8,
  images: { train: 30, validation: 6, test: 6 },
  posts: {
    ...{ records: 60, posts: 58, labelled: 50, duplicates: 8 },
    ...{ hashtags: 40, inClasses: 6, dropped: 34 },
  },
  curves: {
    train: Array.from({ length: 10 }, (_, i) => ({
      step: i + 1,
      loss: 2 / (i + 1),
      hitAt1: i / 10,
      learningRate: 0.1,
      imagesPerSecond: i === 0 ? null : 100,
    })),
    validation: [5, 10].map((step, i) => ({
      ...{ epoch: i + 1, step, images: 6, loss: 1 / step, hitAt1: 0.5 + i / 4, hitAt5: 1 },
    })),
  },
  evaluations: [
    {
      ...{ version: 1, checkpoint: 'epoch-002', checkpointRole: 'last', device: 'cpu', split: 'test' },
      ...{ images: 6, unreadable: 0, classes: 3, unmeasured: [], metrics, baseline: metrics },
      ...{ testOpenings: 1, duplicates: null },
    },
  ],
  testOpenings: 1,
  classifier: null,
  transfer: {
    tasks: [
      {
        ...{ name: 'shapes', kind: 'single', metric: 'accuracy', openings: 1, classes: 3, exported: null },
        images: { train: 30, validation: 0, test: 12 },
        sentences: ['The probe is better than scratch.'],
        entries: [
          { ...entry, title: 'linear probe' },
          { ...entry, title: 'scratch', isPretrained: false },
        ],
      },
    ],
  },
  licenses: [],
};

const CARD = `# Colors

A model for **three** classes. <script>document.title = 'broken'</script>

| split | hit@1 |
|---|---:|
| test | 0.750 |

[a link](javascript:alert(1)) and [another](https://example.org/), \`a < b\`
`;

/** Writes a model folder that tells red, green, and blue, with everything that the page shows. */
export async function writeModelWithRun(folder: string): Promise<void> {
  await writeTinyModel(folder);
  const file = path.join(folder, MODEL_FILES.labels);
  const labels = JSON.parse(await readFile(file, 'utf8')) as LabelsFile;
  for (const [i, label] of labels.labels.entries()) {
    label.synsets = [`n0496${i}`];
    label.count = 30 >> i;
    label.averagePrecision = { value: 0.9 - i / 4, low: 0.2, high: 0.95, positives: 6, split: 'test' };
  }
  await writeFile(file, JSON.stringify(labels));
  await writeFile(path.join(folder, MODEL_FILES.run), JSON.stringify(RUN));
  await writeFile(path.join(folder, MODEL_FILES.card), CARD);
}
