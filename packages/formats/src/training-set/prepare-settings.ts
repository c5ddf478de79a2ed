import { z } from 'zod';
import { SAMPLING_RULES } from './sampling.js';

/** Units of the split: single posts, or all posts of a user. */
export const SPLIT_RULES = ['post', 'user'] as const;

/** Rules for posts with the same image. */
export const DUPLICATE_RULES = ['merge', 'first', 'keep', 'off'] as const;

/** Rules for hashtags with several senses. */
export const SENSE_RULES = ['first', 'best', 'all'] as const;

/** One of {@link SENSE_RULES}. */
export type SenseRule = (typeof SENSE_RULES)[number];

/** The options of `prepare` that determine the training set, with defaults; `prepare.json` stores their values. */
export const prepareSettings = {
  vocabulary: z
    .string()
    .meta({
      description: 'which hashtags become classes',
      valueTexts: {
        all: 'every hashtag',
        wordnet: 'nouns of WordNet',
        imagenet: 'names of the 1,000 classes of ImageNet-1k',
        'top:N': 'the N most frequent nouns of WordNet',
        'file:PATH': 'classes listed in a file, or in an edited vocabulary.json',
        'match:PATH': 'hashtags that fit a list of classes, or the subfolders of a folder',
      },
    })
    .default('all'),
  senses: z
    .enum(SENSE_RULES)
    .meta({
      description: 'which meaning a hashtag with several meanings gets',
      valueTexts: {
        first: 'the first in WordNet, the most frequent one in its texts',
        best: 'the most likely one, given the hashtags it is used with',
        all: 'each of them',
      },
    })
    .default('best'),
  minCount: z
    .int()
    .min(1)
    .meta({
      description: 'fewest distinct images of a class; with `readImages: false`, fewest posts',
      defaultText: '15; 1 with a vocabulary from a file',
    })
    .default(15),
  filters: z
    .boolean()
    .meta({
      description:
        'drop hashtags that show nothing, by a reviewed list and by the data (the paper drops none)',
    })
    .default(true),
  keep: z
    .array(z.string())
    .readonly()
    .meta({ description: 'hashtags to keep although `filters` would drop them' })
    .default([]),
  splitBy: z
    .enum(SPLIT_RULES)
    .meta({
      description: 'unit kept together in one split',
      valueTexts: {
        post: 'each post by itself',
        user: 'all posts of an author; a post without an author by itself',
      },
    })
    .default('post'),
  validationShare: z
    .number()
    .min(0)
    .lt(1)
    .meta({ description: 'share of each class held out to choose settings by' })
    .default(0.1),
  testShare: z
    .number()
    .min(0)
    .lt(1)
    .meta({ description: 'share of each class held out to report figures of' })
    .default(0.1),
  duplicates: z
    .enum(DUPLICATE_RULES)
    .meta({
      description: 'what happens to posts with the same image',
      valueTexts: {
        merge: 'keep the first, with the labels of all',
        first: 'keep the first as it is',
        keep: 'keep all, in the same split',
        off: 'do not look for them',
      },
    })
    .default('merge'),
  evaluationSets: z
    .array(z.string())
    .readonly()
    .meta({ description: 'folders of evaluation images; posts with one of these images are left out' })
    .default([]),
  sampling: z
    .enum(SAMPLING_RULES)
    .meta({
      description: 'how often an epoch shows the images of rare classes',
      valueTexts: {
        natural: 'once',
        sqrt: 'images of a class with frequency f are repeated sqrt(t / f) times, where t is `samplingThreshold`',
        uniform: 'repeated t / f times',
      },
    })
    .default('natural'),
  samplingThreshold: z
    .number()
    .gt(0)
    .max(1)
    .meta({
      description: 'share of the images below which a class counts as rare',
      defaultText: 'the mean share of a class',
    })
    .optional(),
  labelNoise: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'share of the training labels replaced by wrong ones, for studies' })
    .default(0),
  seed: z.int().min(0).meta({ description: 'random seed of the label noise' }).default(0),
  shorterSide: z
    .int()
    .min(32)
    .meta({
      description: 'resize larger images to this shorter side in pixels, as JPEG',
      defaultText: 'keep images as they are',
    })
    .optional(),
  readImages: z
    .boolean()
    .meta({ description: 'read the images and write shards; without them only vocabulary and labels' })
    .default(true),
} as const;
