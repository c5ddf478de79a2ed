import { evenShare, replicationFactors } from '@hashsight/formats';
import type { Tables } from '../tables/tables.js';
import type { Job } from './job.js';
import { noisyLabels } from './label-noise.js';
import { mapSamples, type SampleTables, sampleFiles, samplesFile } from './sample-tables.js';

/** Samples as they go into the manifest: with their last labels, and how often an epoch shows them. */
export interface FinalSamples {
  /** With one more column, `replication_factor`. */
  readonly samples: SampleTables;
  /** Labels of training images that were replaced by others. */
  readonly noisyLabels: number;
  /** Null with natural sampling. */
  readonly samplingThreshold: number | null;
}

/**
 * Replaces labels of training images by wrong ones, where that is asked for, and works out the replication factors from
 * what is left.
 *
 * @param classes how many there are
 */
export async function finishLabels(job: Job, selected: SampleTables, classes: number): Promise<FinalSamples> {
  const { sampling, samplingThreshold = null, labelNoise, seed } = job.options;
  const once = mapSamples(selected, (each) => `(SELECT *, 1.0::DOUBLE AS replication_factor FROM ${each})`);
  const isPlain = sampling === 'natural' && labelNoise === 0;
  if (isPlain && selected.isOrdered) return { samples: once, noisyLabels: 0, samplingThreshold: null };
  const dependsOn = [selected.key, sampling, samplingThreshold, labelNoise, seed, classes];
  const { folder, key, result } = await job.work.stage('final', dependsOn, (into) =>
    isPlain ? writeOrdered(job, once, into) : writeFinal(job, selected, classes, into),
  );
  return { samples: sampleFiles(folder, selected.ofRange.length, key), ...result };
}

async function writeOrdered(
  { tables }: Job,
  samples: SampleTables,
  into: string,
): Promise<Omit<FinalSamples, 'samples'>> {
  for (const [range, own] of samples.ofRange.entries()) {
    await tables.writeParquet(samplesFile(into, range), `SELECT * FROM ${own} ORDER BY place`);
  }
  return { noisyLabels: 0, samplingThreshold: null };
}

async function writeFinal(
  { tables, options: { sampling, samplingThreshold, labelNoise }, options }: Job,
  selected: SampleTables,
  classes: number,
  into: string,
): Promise<Omit<FinalSamples, 'samples'>> {
  const replaced = await fillNoisy(tables, selected.all, {
    share: labelNoise,
    seed: options.seed,
    classes,
  });
  const withNoise = (
    samples: string,
  ) => `(SELECT samples.* REPLACE (coalesce(noisy.labels, samples.labels) AS labels)
    FROM ${samples} AS samples LEFT JOIN noisy USING (place))`;
  const { counts, images } = await classCounts(tables, withNoise(selected.all), classes);
  const threshold = sampling === 'natural' ? null : (samplingThreshold ?? evenShare(counts, images));
  const factors = replicationFactors(counts, images, {
    rule: sampling,
    ...(threshold !== null && { threshold }),
  });
  const rows = [...factors].map((factor, label) => [label, factor] as const);
  await tables.fill('factors', { label: 'INTEGER', factor: 'DOUBLE' }, rows);
  for (const [range, samples] of selected.ofRange.entries()) {
    // An image is shown as often as the rarest of its labels asks for.
    await tables.writeParquet(
      samplesFile(into, range),
      `WITH own AS ${withNoise(samples)}
      SELECT own.*, CASE WHEN split = 'train' THEN factor ELSE 1 END AS replication_factor
      FROM own JOIN (SELECT place, max(factor) AS factor
        FROM (SELECT place, unnest(labels) AS label FROM own) JOIN factors USING (label) GROUP BY place) USING (place)
      ORDER BY place`,
    );
  }
  await tables.run('DROP TABLE noisy; DROP TABLE factors');
  return { noisyLabels: replaced, samplingThreshold: threshold };
}

/**
 * Makes the table `noisy` of the training images' labels with noise.
 *
 * @returns how many labels were replaced by others
 */
async function fillNoisy(
  tables: Tables,
  samples: string,
  { share, seed, classes }: { readonly share: number; readonly seed: number; readonly classes: number },
): Promise<number> {
  let replaced = 0;
  async function* rows() {
    if (share === 0) return;
    const { counts } = await classCounts(tables, samples, classes);
    const noisy = noisyLabels({ share, seed, counts });
    const training = `SELECT place, post, labels FROM ${samples} WHERE split = 'train'`;
    for await (const some of tables.stream<{ place: number; post: string; labels: number[] }>(training)) {
      for (const { place, post, labels } of some) {
        const changed = noisy(post, labels);
        replaced += labels.filter((label) => !changed.includes(label)).length;
        yield [place, changed] as const;
      }
    }
  }
  await tables.fill('noisy', { place: 'BIGINT', labels: 'INTEGER[]' }, rows());
  return replaced;
}

/** Training images, and how many of them carry each class. */
async function classCounts(
  tables: Tables,
  samples: string,
  classes: number,
): Promise<{ readonly images: number; readonly counts: Float64Array }> {
  const training = `(SELECT place, labels FROM ${samples} WHERE split = 'train')`;
  const counts = new Float64Array(classes);
  const rows = await tables.rows<{ label: number; n: number }>(
    `SELECT label, count(*) AS n FROM (SELECT unnest(labels) AS label FROM ${training}) GROUP BY label`,
  );
  for (const { label, n } of rows) counts[label] = n;
  const [total] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${training}`);
  return { images: total?.n ?? 0, counts };
}
