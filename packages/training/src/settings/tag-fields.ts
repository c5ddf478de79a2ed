import { z } from 'zod';

const share = z
  .number({ error: 'expected a number between 0 and 1' })
  .gt(0, 'expected above 0')
  .lt(1, 'expected below 1');

/** Options of `evaluate` for each tag by itself. */
export const tagFields = {
  perTag: z
    .boolean()
    .meta({
      description: 'measure each tag, too: average precision with its interval, and what it is confused with',
    })
    .default(false),
  precision: share
    .meta({
      description:
        'promise this precision for each tag: choose on validation the lowest threshold that keeps it, measure the thresholds on test',
      defaultText: 'none',
    })
    .optional(),
  confidence: share
    .meta({ description: 'probability that the promise of `precision` holds for a tag' })
    .default(0.95),
} as const;

/** Checks the {@link tagFields}; ignores other options. */
export const tagOptionsSchema = z.object(tagFields);
