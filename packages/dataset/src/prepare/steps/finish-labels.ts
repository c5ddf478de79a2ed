import { evenShare, replicationFactors } from '@hashsight/formats';
import { namesOf, query, Relation } from '../../tables/relation.js';
import { noisyLabels } from '../label-noise.js';
import type { ResolvedOptions } from '../prepare-options.js';
import {
  FINAL_SAMPLES,
  mapSamples,
  type SampleTables,
  type SPLIT_SAMPLES,
  sampleFiles,
  samplesFile,
} from '../samples.js';
import type { Ask, Step } from '../step.js';
import type { Task } from '../task.js';

/** Figures of {@link finishLabels}. */
interface FinishedLabels {
  /** Number of labels of training images that were replaced. */
  readonly noisyLabels: number;
  /** Threshold of the replication factors; null with natural sampling. */
  readonly samplingThreshold: number | null;
}

/** The samples as written to the manifest, with final labels and replication factors. */
export interface FinalSamples extends FinishedLabels {
  readonly samples: SampleTables<typeof FINAL_SAMPLES>;
}

type SplitSamples = SampleTables<typeof SPLIT_SAMPLES>;

/** The labels of training images with noise. */
const NOISY = new Relation('noisy', { row_id: 'BIGINT', labels: 'INTEGER[]' } as const);
/** The replication factor of each class. */
const FACTORS = new Relation('factors', { label: 'INTEGER', factor: 'DOUBLE' } as const);

/**
 * Adds label noise to the training images if `labelNoise` is set, and computes the replication factors from the resulting
 * labels.
 *
 * @param classes number of classes
 * @returns undefined if the samples need no change; see {@link shownOnce}
 */
export function finishLabels(
  selected: SplitSamples,
  classes: number,
  { sampling, samplingThreshold, labelNoise, seed }: ResolvedOptions,
): Step<FinishedLabels, FinalSamples> | undefined {
  const isPlain = sampling === 'natural' && labelNoise === 0;
  if (isPlain && selected.isOrdered) return undefined;
  return {
    name: 'final',
    inputs: { samples: selected.all },
    dependsOn: [selected.key, sampling, samplingThreshold ?? null, labelNoise, seed, classes],
    async *tasks(folder, ask) {
      const files = (queryOf: (own: SplitSamples['all']) => ReturnType<typeof inOrder>) =>
        selected.ofRange.map(
          (own, range): Task => ({ kind: 'file', file: samplesFile(folder, range), query: queryOf(own) }),
        );
      if (isPlain) {
        yield files(inOrder);
        return { noisyLabels: 0, samplingThreshold: null };
      }
      const noise = new Noise(ask, selected.all, { share: labelNoise, seed, classes });
      yield [{ kind: 'rows', table: NOISY, rows: noise.rows() }];
      const { counts, images } = await classCounts(ask, withNoise(selected.all).relation, classes);
      const threshold = sampling === 'natural' ? null : (samplingThreshold ?? evenShare(counts, images));
      const factors = replicationFactors(counts, images, {
        rule: sampling,
        ...(threshold !== null && { threshold }),
      });
      yield [{ kind: 'rows', table: FACTORS, rows: [...factors].map((factor, label) => [label, factor]) }];
      yield files(factorsQuery);
      return { noisyLabels: noise.replaced, samplingThreshold: threshold };
    },
    outputs: ({ folder, key, result }) => ({
      ...result,
      samples: sampleFiles(FINAL_SAMPLES, folder, selected.ofRange.length, key),
    }),
  };
}

/** Samples with a replication factor of 1. */
export function shownOnce(selected: SplitSamples): FinalSamples {
  const samples = mapSamples(selected, (own) => query(FINAL_SAMPLES, onceSql(own)));
  return { samples, noisyLabels: 0, samplingThreshold: null };
}

function onceSql(samples: SplitSamples['all']): string {
  return `SELECT ${namesOf(samples.columns)}, CAST(1.0 AS DOUBLE) AS replication_factor FROM ${samples}`;
}

function inOrder(samples: SplitSamples['all']) {
  return query(FINAL_SAMPLES, `${onceSql(samples)} ORDER BY row_id`);
}

function withNoise(samples: SplitSamples['all']) {
  const columns = Object.keys(samples.columns).map((name) =>
    name === 'labels' ? 'coalesce(noisy.labels, samples.labels) AS labels' : name,
  );
  return query(
    samples.columns,
    `SELECT ${columns.join(', ')} FROM ${samples} AS samples LEFT JOIN ${NOISY} USING (row_id)`,
  );
}

/** Gives each training image the largest replication factor of its classes. */
function factorsQuery(samples: SplitSamples['all']) {
  return query(
    FINAL_SAMPLES,
    `WITH own AS ${withNoise(samples)}
      SELECT own.*, CASE WHEN split = 'train' THEN factor ELSE 1 END AS replication_factor
      FROM own JOIN (SELECT row_id, max(factor) AS factor
        FROM (SELECT row_id, explode(labels) AS label FROM own) JOIN ${FACTORS} USING (label) GROUP BY row_id) USING (row_id)
      ORDER BY row_id`,
  );
}

/** Computes the noisy labels and counts the replaced ones. */
class Noise {
  /** Number of labels replaced so far. */
  replaced = 0;
  readonly #ask: Ask;
  readonly #samples: SplitSamples['all'];
  readonly #options: { readonly share: number; readonly seed: number; readonly classes: number };

  constructor(
    ask: Ask,
    samples: SplitSamples['all'],
    options: { readonly share: number; readonly seed: number; readonly classes: number },
  ) {
    this.#ask = ask;
    this.#samples = samples;
    this.#options = options;
  }

  /** Rows of {@link NOISY}. */
  async *rows(): AsyncGenerator<readonly [rowId: number, labels: readonly number[]]> {
    const { share, seed, classes } = this.#options;
    if (share === 0) return;
    const { counts } = await classCounts(this.#ask, this.#samples, classes);
    const noisy = noisyLabels({ share, seed, counts });
    const training = query(
      { row_id: 'BIGINT', post: 'VARCHAR', labels: 'INTEGER[]' },
      `SELECT row_id, post, labels FROM ${this.#samples} WHERE split = 'train'`,
    );
    for await (const rows of this.#ask.stream(training)) {
      for (const { row_id: rowId, post, labels } of rows) {
        const changed = noisy(post, labels);
        this.replaced += labels.filter((label) => !changed.includes(label)).length;
        yield [rowId, changed];
      }
    }
  }
}

/** Counts the training images, in total and per class. */
async function classCounts(
  ask: Ask,
  samples: Relation<Pick<typeof SPLIT_SAMPLES, 'row_id' | 'labels' | 'split'>>,
  classes: number,
): Promise<{ readonly images: number; readonly counts: Float64Array }> {
  const training = `(SELECT row_id, labels FROM ${samples} WHERE split = 'train')`;
  const counts = new Float64Array(classes);
  const rows = await ask.rows(
    query(
      { label: 'INTEGER', n: 'BIGINT' },
      `SELECT label, count(*) AS n FROM (SELECT explode(labels) AS label FROM ${training}) GROUP BY label`,
    ),
  );
  for (const { label, n } of rows) counts[label] = n;
  const [total] = await ask.rows(query({ n: 'BIGINT' }, `SELECT count(*) AS n FROM ${training}`));
  return { images: total?.n ?? 0, counts };
}
