import type { OnProgress } from '@hashsight/formats';
import { parseOptions, prepareSettings } from '@hashsight/formats';
import { z } from 'zod';
import { normaliseHashtag } from '../hashtags/normalise.js';
import { parseVocabularyRule, type VocabularyRule } from '../hashtags/vocabularies/vocabulary-rule.js';
import { POST_FIELDS } from '../posts/post-columns.js';

const NO_POSTS = 'expected at least one file, glob or folder';

/** The options of {@link prepare}: schemas with checks, defaults and descriptions. */
export const prepareFields = {
  posts: z
    .union([z.string().transform((path) => [path]), z.array(z.string()).min(1, NO_POSTS).readonly()], {
      error: NO_POSTS,
    })
    .meta({
      description:
        'posts to read: JSONL, CSV, TSV, Parquet or WebDataset tar files, globs of them, folders of them, or folders of images with .txt or .json sidecar files',
    }),
  images: z
    .string()
    .meta({
      description: 'folder that the image paths in posts are relative to',
      defaultText: 'the folder of each file of posts',
    })
    .optional(),
  followSymlinks: z
    .boolean()
    .meta({
      description: 'follow links that lead out of the folders of posts, images and evaluation sets',
      defaultText: 'skip them',
    })
    .default(false),
  out: z
    .string({ error: 'expected the folder to write to' })
    .meta({ description: 'folder for the training set: new, empty, or an earlier training set to replace' }),
  columns: z
    .partialRecord(z.enum(POST_FIELDS), z.string())
    .meta({
      description: `which column or key holds which field (${POST_FIELDS.join(', ')})`,
      defaultText: 'found by their usual names',
    })
    .optional(),
  corrections: z
    .string()
    .meta({
      description: 'file of hashtags to remove from posts and to add to them, as hashsight clean writes it',
      defaultText: 'none',
    })
    .optional(),
  ...prepareSettings,
  maxSetAside: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'largest share of the records that may be set aside as unusable; more is an error' })
    .default(0.1),
  maxShardSize: z.int().min(1).meta({ description: 'approximate bytes of a shard' }).default(500_000_000),
  workers: z.int().min(1).meta({ description: 'worker threads', defaultText: 'one per core' }).optional(),
  memory: z
    .string()
    .meta({ description: 'memory limit of SQL, such as 700MB or 4GB; beyond it SQL uses the disk' })
    .default('700MB'),
} as const;

/** Schema of the options of {@link prepare}, without the callbacks. */
export const prepareOptionsSchema = z
  .strictObject(prepareFields)
  .refine(({ validationShare, testShare }) => validationShare + testShare < 1, {
    path: ['testShare'],
    error: 'expected less than 1 - `validationShare`',
  })
  .refine(({ samplingThreshold, sampling }) => samplingThreshold === undefined || sampling !== 'natural', {
    path: ['samplingThreshold'],
    error: 'expected none without `sampling: sqrt` or `sampling: uniform`',
  })
  .refine(
    ({ evaluationSets, readImages, duplicates }) =>
      evaluationSets.length === 0 || (readImages && duplicates !== 'off'),
    {
      path: ['evaluationSets'],
      error:
        'expected none with `readImages: false` or `duplicates: off`, which do not search for duplicates',
    },
  );

/** Options of {@link prepare}. */
export interface PrepareOptions extends Readonly<z.input<typeof prepareOptionsSchema>> {
  readonly onProgress?: OnProgress | undefined;
  /** Called with one line for each detected setting and each warning. */
  readonly onNote?: ((line: string) => void) | undefined;
}

/** The options with all defaults filled in. */
export interface ResolvedOptions
  extends Readonly<z.output<typeof prepareOptionsSchema>>,
    Pick<PrepareOptions, 'onProgress' | 'onNote'> {
  readonly rule: VocabularyRule;
  /** The hashtags of `keep`, normalized. */
  readonly kept: ReadonlySet<string>;
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws UsageError with the name of the first invalid option
 */
export function resolveOptions({ onProgress, onNote, ...given }: PrepareOptions): ResolvedOptions {
  const options = parseOptions(prepareOptionsSchema, given);
  const rule = parseVocabularyRule(options.vocabulary);
  // A class that the user listed is kept however rare it is.
  const minCount = rule.kind === 'file' && given.minCount === undefined ? 1 : options.minCount;
  const kept = new Set(options.keep.map(normaliseHashtag));
  return { ...options, minCount, rule, kept, onProgress, onNote };
}
