import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileDigest, PassedOver } from '@hashsight/formats/node';
import { walkImages } from '@hashsight/images';
import { type KeyedImage, openImageStore } from '../images/image-store.js';
import { parquetSql } from '../tables/file-relations.js';
import { stringText } from '../tables/sql-text.js';
import type { Job } from './job.js';
import type { Labelled } from './post-labels.js';

/** What is known of the images of labelled posts and of evaluation sets. */
export interface ImageFacts {
  /**
   * A relation, a row an image: `place` of its post (below 0: of an evaluation set), `name` of its post or file, `problem`
   * and `reason` (NULL where it is good), `source`, `source_start` (where it is), `file`, `start`, `bytes` (where what goes
   * into a shard is), `extension`, `width`, `height`, `bytes_hash`, `pixels_hash`, `perceptual_hash`, `thumbnail`.
   */
  readonly images: string;
  /** Names what is known; part of the key of what is made of it. */
  readonly key: string;
}

/**
 * Looks at the images of labelled posts, and of the evaluation sets: reads, decodes and hashes them, and makes them smaller
 * where that is asked for. An image that was looked at before and did not change is not looked at again.
 */
export async function lookAtImages(job: Job, labelled: Labelled): Promise<ImageFacts> {
  const { options, tables, work, images } = job;
  const { shorterSide, onProgress, workers = availableParallelism() } = options;
  const store = await openImageStore(work.folder('images'), {
    ...(shorterSide !== undefined && { shorterSide }),
  });
  const evaluation = await evaluationImages(options);
  await tables.fill(
    'evaluation',
    { place: 'BIGINT', name: 'VARCHAR', key: 'VARCHAR' },
    evaluation.map(({ name, key }, i) => [i - evaluation.length, name, key]),
  );
  const [count] = await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM ${labelled.all}`);
  const total = evaluation.length + (count?.n ?? 0);
  const inImages = `coalesce(file, ${stringText(images)} || '/' || image)`;
  const key = `${inImages} || coalesce('#' || "offset", '')`;
  async function* all(): AsyncGenerator<KeyedImage> {
    for (const { key: name, file } of evaluation) yield { key: name, source: { file } };
    const query = `SELECT ${key} AS key, ${inImages} AS file, "offset", size FROM ${labelled.all}`;
    for await (const rows of tables.stream<{
      key: string;
      file: string;
      offset: number | null;
      size: number | null;
    }>(query)) {
      for (const { key: name, file, offset, size } of rows) {
        yield { key: name, source: offset === null || size === null ? { file } : { file, offset, size } };
      }
    }
  }
  await store.process(all(), { workers, onProgress, total });
  const folder = work.folder('image-facts');
  const file = path.join(folder, 'images.parquet');
  const blobs = `${stringText(`${store.folder}/`)} || blob`;
  await tables.writeParquet(
    file,
    `SELECT place, name, problem, reason, source, source_start, coalesce(${blobs}, source) AS file,
        CASE WHEN blob IS NULL THEN source_start ELSE "offset" END AS start, size AS bytes, extension, width, height,
        bytes_hash, pixels_hash, perceptual_hash, thumbnail
      FROM (SELECT place, name, key, key AS source, NULL::BIGINT AS source_start FROM evaluation
        UNION ALL SELECT place, post AS name, ${key} AS key, ${inImages} AS source, "offset" AS source_start
          FROM ${labelled.all})
      JOIN (${store.factsSql()}) USING (key) ORDER BY place`,
  );
  await tables.run('DROP TABLE evaluation');
  return { images: parquetSql(file), key: await fileDigest(file) };
}

interface EvaluationImage {
  /** The folder's name, and the file in it. */
  readonly name: string;
  readonly key: string;
  readonly file: string;
}

async function evaluationImages({
  evaluationSets,
  followSymlinks,
  onNote,
}: Job['options']): Promise<readonly EvaluationImage[]> {
  const found: EvaluationImage[] = [];
  for (const folder of evaluationSets) {
    const root = path.resolve(folder);
    const name = path.basename(root);
    const passedOver = new PassedOver();
    for await (const { within, images, others } of walkImages(root, {
      followSymlinks,
      name,
      passedOver,
    })) {
      for (const other of others) passedOver.addFile(path.posix.join(name, within, other));
      for (const image of images) {
        const file = path.join(root, within, image);
        found.push({ name: path.posix.join(name, within, image), key: file, file });
      }
    }
    for (const line of passedOver.lines()) onNote?.(`evaluation set ${folder}: ${line}`);
  }
  return found;
}
