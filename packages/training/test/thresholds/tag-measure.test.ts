import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Vocabulary } from '@hashsight/formats';
import { tagReportCsv } from '../../src/thresholds/tag-files.js';
import { TagMeasure } from '../../src/thresholds/tag-measure.js';

const NAMES = ['cat', 'dog', 'a,"b"'];
const VOCABULARY = { classes: NAMES.map((name) => ({ name })) } as unknown as Vocabulary;

/** Six images over three tags; the first column is the probability of cat. */
const ROWS = [
  [0.7, 0.2, 0.1],
  [0.2, 0.7, 0.1],
  [0.3, 0.6, 0.1],
  [0.1, 0.8, 0.1],
  [0.1, 0.7, 0.2],
  [0.6, 0.3, 0.1],
];
const LABELS = [[0], [0], [0, 2], [1], [1, 0], [2]];

test('confusions count the top prediction for each label of a wrong image, and nothing for a right one', () => {
  const measure = new TagMeasure({ vocabulary: VOCABULARY, trainLabels: [] });
  measure.addImages({ values: Float32Array.from(ROWS.flat()), numClasses: 3, labels: LABELS });
  for (let label = 0; label < 3; label++) {
    measure.addClass(
      Float32Array.from(ROWS, (row) => row[label] as number),
      LABELS.flatMap((own, i) => (own.includes(label) ? [i] : [])),
    );
  }
  const { report, thresholds } = measure.finish({ checkpoint: 'last', split: 'validation' });
  assert.equal(thresholds, undefined);
  assert.deepEqual(
    report.tags.map(({ support, confusedWith }) => [support, confusedWith]),
    [
      [4, [{ name: 'dog', images: 2 }]],
      [2, []],
      [
        2,
        [
          { name: 'cat', images: 1 },
          { name: 'dog', images: 1 },
        ],
      ],
    ],
  );
  const csv = tagReportCsv(report);
  assert.match(csv, /^"a,""b""",2,0\.\d+,/m);
  assert.match(csv, /,cat 1; dog 1,,,,,,,\n$/);
});
