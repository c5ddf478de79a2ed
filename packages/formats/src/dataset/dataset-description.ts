import { z } from 'zod';

/** File name of the description that `hashsight dataset` writes beside the posts. */
export const DATASET_FILE = 'dataset.json';

/** Origin and license of a data set or of weights. It is carried from `dataset.json` to a training set and its runs. */
export const licenseSchema = z.object({
  /** Name of the data set or the weights: `openmoji`. */
  source: z.string(),
  /** Packages and versions, for citation: `openmoji 17.0.0`. */
  origin: z.string(),
  /** SPDX identifier if there is one, else in words. */
  license: z.string(),
  /** The credit that the license requires, or the publication to cite. */
  attribution: z.string().optional(),
});

/** Origin and license of a data set or of weights. */
export type License = Readonly<z.infer<typeof licenseSchema>>;

const count = z.int().nonnegative();

/** Schema of a complete `dataset.json`. */
export const datasetDescriptionSchema = licenseSchema.extend({
  /** Number of images in the source: the sum of `posts`, `setAside` and `excluded`. */
  images: count,
  posts: count,
  setAside: count,
  /** Images left out because they show what a task tests. */
  excluded: count.default(0),
  /** Names of these tasks. */
  excludedTasks: z.array(z.string()).default([]),
});

/** Description of a data set. */
export type DatasetDescription = Readonly<z.infer<typeof datasetDescriptionSchema>>;

/** The license part of a description. */
export function licenseOf({ source, origin, license, attribution }: License): License {
  return { source, origin, license, ...(attribution !== undefined && { attribution }) };
}
