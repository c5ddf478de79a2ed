import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileDigest, PassedOver } from '@hashsight/formats/node';
import { walkImages } from '@hashsight/images';
import { type ImageStore, type KeyedImage, openImageStore } from '../../images/image-store.js';
import { ASIDE } from '../../posts/collect-posts.js';
import { parquetOf } from '../../tables/file-relations.js';
import { query, Relation } from '../../tables/relation.js';
import { stringText } from '../../tables/sql-text.js';
import type { Job } from '../job.js';
import { SAMPLE_IMAGE } from '../samples.js';
import { type Ask, runStep, type Step } from '../step.js';
import type { LABELLED, Labelled } from './label-posts.js';

/**
 * Facts about an image. `row_id` is the row id of its post, negative for images of evaluation sets; `name` is the name of
 * the post or file. `problem` and `reason` are NULL for usable images. `source` and `source_start` are the file and
 * offset of the original; `file`, `start` and `bytes` are the byte range to write to a shard.
 */
export const IMAGES = {
  row_id: 'BIGINT',
  name: 'VARCHAR',
  problem: 'VARCHAR?',
  reason: 'VARCHAR?',
  source: 'VARCHAR',
  source_start: 'BIGINT?',
  ...SAMPLE_IMAGE,
  thumbnail: 'BLOB?',
} as const;

/** Facts about the images of labeled posts and of evaluation sets. */
export interface ImageFacts {
  readonly images: Relation<typeof IMAGES>;
  /** Identifies the facts; part of the key of results computed from them. */
  readonly key: string;
}

const EVALUATION = new Relation('evaluation', { row_id: 'BIGINT', name: 'VARCHAR', key: 'VARCHAR' } as const);

/**
 * Reads, decodes and hashes the images of labeled posts and of evaluation sets, and shrinks them if `shorterSide` is set.
 * An unchanged image that was processed before is not processed again.
 */
export async function lookAtImages(job: Job, labelled: Labelled): Promise<ImageFacts> {
  const { shorterSide } = job.options;
  const store = await openImageStore(job.work.folder('images'), {
    ...(shorterSide !== undefined && { shorterSide }),
  });
  const { file, images } = await runStep(job, factsStep(job, labelled.all, store));
  return { images, key: await fileDigest(file) };
}

function factsStep(
  { options, images: folders }: Job,
  labelled: Relation<typeof LABELLED>,
  store: ImageStore,
): Step<null, { readonly file: string; readonly images: Relation<typeof IMAGES> }> {
  const inImages = `coalesce(file, ${folders.sql()} || '/' || image)`;
  const source = { file: inImages, key: `${inImages} || coalesce('#' || start, '')` };
  const fileIn = (folder: string) => path.join(folder, 'images.parquet');
  return {
    name: 'image-facts',
    inputs: { labelled },
    async *tasks(folder, ask) {
      const evaluation = await evaluationImages(options);
      const rows = evaluation.map(({ name, key }, i) => [i - evaluation.length, name, key]);
      yield [
        { kind: 'rows', table: EVALUATION, rows },
        {
          kind: 'function',
          name: 'decode images',
          run: () => process(store, options, ask, { evaluation, labelled, source }),
        },
      ];
      yield [{ kind: 'file', file: fileIn(folder), query: factsQuery(labelled, store, source) }];
      return null;
    },
    outputs: ({ folder }) => ({ file: fileIn(folder), images: parquetOf(IMAGES, fileIn(folder)) }),
  };
}

/** SQL expressions for the file of a labeled post's image, and for its key in the store. */
interface SourceSql {
  readonly file: string;
  readonly key: string;
}

async function process(
  store: ImageStore,
  { workers = availableParallelism(), onProgress }: Job['options'],
  ask: Ask,
  given: {
    readonly evaluation: readonly EvaluationImage[];
    readonly labelled: Relation<typeof LABELLED>;
    readonly source: SourceSql;
  },
): Promise<void> {
  const { evaluation, labelled, source } = given;
  const [count] = await ask.rows(query({ n: 'BIGINT' }, `SELECT count(*) AS n FROM ${labelled}`));
  async function* all(): AsyncGenerator<KeyedImage> {
    for (const { key, file } of evaluation) yield { key, source: { file } };
    const sources = query(
      { key: 'VARCHAR', file: 'VARCHAR', start: 'BIGINT?', bytes: 'BIGINT?' },
      `SELECT ${source.key} AS key, ${source.file} AS file, start, bytes FROM ${labelled}`,
    );
    for await (const rows of ask.stream(sources)) {
      for (const { key, file, start: offset, bytes: size } of rows) {
        yield { key, source: offset === null || size === null ? { file } : { file, offset, size } };
      }
    }
  }
  await store.process(all(), { workers, onProgress, total: evaluation.length + (count?.n ?? 0) });
}

function factsQuery(labelled: Relation<typeof LABELLED>, store: ImageStore, source: SourceSql) {
  const blobs = `${stringText(`${store.folder}/`)} || blob`;
  return query(
    IMAGES,
    // The store's JSON gives the first byte of an image in a blob as "offset".
    `SELECT row_id, name, problem, reason, source, source_start, coalesce(${blobs}, source) AS file,
        CASE WHEN blob IS NULL THEN source_start ELSE "offset" END AS start, size AS bytes, extension, width, height,
        bytes_hash, pixels_hash, perceptual_hash, thumbnail
      FROM (SELECT row_id, name, key, key AS source, CAST(NULL AS BIGINT) AS source_start FROM ${EVALUATION}
        UNION ALL SELECT row_id, post AS name, ${source.key} AS key, ${source.file} AS source, start AS source_start
          FROM ${labelled})
      JOIN (${store.factsSql()}) USING (key) ORDER BY row_id`,
  );
}

/** The posts with an unusable image, as records to set aside. */
export function unusableOf(images: Relation<typeof IMAGES>): Relation<typeof ASIDE> {
  return query(
    ASIDE,
    `SELECT row_id, problem AS kind, name AS origin, reason FROM ${images} WHERE problem IS NOT NULL AND row_id >= 0`,
  ).relation;
}

interface EvaluationImage {
  /** Name of the folder, and path of the file in it. */
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
