import type { Preparation, Vocabulary } from '@hashsight/formats';
import type { SetAsideKind } from '../posts/set-aside.js';
import { query } from '../tables/relation.js';
import type { Job } from './job.js';
import type { UsablePosts } from './known-hashtags.js';
import type { SelectedImages } from './steps/select-samples.js';
import type { WrittenManifest } from './steps/write-manifest.js';

/** Counts of samples, and of posts that did not become samples. */
export interface SampleCounts extends Pick<SelectedImages, 'unusableImages' | 'inEvaluationSets'> {
  /** Posts whose image is a duplicate of another post's image. */
  readonly duplicates: number;
  readonly noisyLabels: number;
  readonly manifest: WrittenManifest['counts'];
}

/** Collects the input and output counts of each step for `prepare.json`. */
export async function preparationCounts(
  { executor }: Job,
  { collected, setAside }: UsablePosts,
  { classes, dropped }: Vocabulary,
  { unusableImages, inEvaluationSets, duplicates, noisyLabels, manifest }: SampleCounts,
): Promise<Preparation['counts']> {
  const { train, validation, test, labels } = manifest;
  const kinds = await executor.rows(
    query({ kind: 'VARCHAR', n: 'BIGINT' }, `SELECT kind, count(*) AS n FROM ${setAside} GROUP BY kind`),
  );
  const ofKind = (kind: SetAsideKind) => kinds.find((row) => row.kind === kind)?.n ?? 0;
  const set = {
    malformed: ofKind('malformed'),
    duplicateId: ofKind('duplicate-id'),
    missingImage: ofKind('missing-image'),
  };
  const posts = collected.records - set.malformed - set.duplicateId - set.missingImage;
  const labelled = unusableImages + inEvaluationSets + duplicates + train + validation + test;
  const inClasses = new Set(classes.flatMap(({ hashtags }) => hashtags)).size;
  return {
    records: collected.records,
    setAside: { ...set, unusableImage: unusableImages },
    posts,
    withoutLabel: posts - labelled,
    labelled,
    inEvaluationSets,
    duplicates,
    train,
    validation,
    test,
    hashtags: inClasses + dropped.length,
    inClasses,
    classes: classes.length,
    dropped: dropped.length,
    labels,
    noisyLabels,
  };
}
