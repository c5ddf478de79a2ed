import { z } from 'zod';

/** Schema of a line of a file of corrections: hashtags to remove from a post, and to add to it. */
export const correctionSchema = z
  .object({
    /** Id of the post. */
    id: z.string(),
    /** Hashtags in any spelling. */
    remove: z.array(z.string()).readonly().default([]),
    /** Hashtags in any spelling. */
    add: z.array(z.string()).readonly().default([]),
  })
  .readonly();

/** Corrections of one post: `hashsight clean` writes them, and `prepare` applies them. */
export type Correction = z.infer<typeof correctionSchema>;

/** Schema of a line of `suggestions.jsonl`: a tag that is probably wrong or missing. */
export const suggestionSchema = z
  .object({
    /** Id of the post. */
    id: z.string(),
    /** Path of the image in the post. */
    image: z.string(),
    /** The classes of the post. */
    labels: z.array(z.string()).readonly(),
    kind: z.enum(['wrong', 'missing']),
    /** Name of the class in question. */
    hashtag: z.string(),
    /** All hashtags of the class: a post has one or several of them. */
    hashtags: z.array(z.string()).readonly(),
    /** Probability of the class by a probe that was fitted on other posts. */
    probability: z.number().min(0).max(1),
    /** Probability that the tag is wrong, or missing. */
    posterior: z.number().min(0).max(1),
  })
  .readonly();

/** A line of `suggestions.jsonl`. */
export type Suggestion = z.infer<typeof suggestionSchema>;
