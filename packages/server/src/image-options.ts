import { z } from 'zod';

/** Where options come from: JSON has numbers, a query or a form has only text. */
export type OptionForm = 'json' | 'text';

const number = (form: OptionForm) => (form === 'json' ? z.number() : z.coerce.number<string>());
const MOST = 10_000;

const count = (form: OptionForm, description: string, standard: number) =>
  number(form)
    .int()
    .min(1)
    .max(MOST)
    .meta({ description: `${description} (default ${standard})` })
    .default(standard);

/** Options of `/v1/tag`. */
export const tagOptions = (form: OptionForm) =>
  z.strictObject({
    topK: count(form, 'Most hashtags in the answer', 5),
    threshold: z
      .union([z.literal('promised'), number(form).min(0).max(1)])
      .optional()
      .meta({
        description:
          "Least probability of a hashtag; `promised` for each hashtag's own threshold, from which on the model keeps its promise of precision",
      }),
  });

/** Options of routes that have none. */
export const noOptions = (_: OptionForm) => z.strictObject({});

/** Options of `/v1/explain`. */
export const explainOptions = (_: OptionForm) =>
  z.strictObject({
    hashtag: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'Hashtag to explain, or a synonym', examples: ['cat'] }),
  });

/** Options of `/v1/suggest`. */
export const suggestOptions = (form: OptionForm) =>
  z.strictObject({
    hashtags: hashtagList(form).meta({ description: 'Hashtags that the image has already' }),
    topK: count(form, 'Most hashtags in the answer', 5),
  });

/** Options of `/v1/similar` with an image. */
export const similarOptions = (form: OptionForm) =>
  z.strictObject({ top: count(form, 'Most images in the answer', 10) });

/** In a query or a form: repeated, or one text with commas. */
function hashtagList(form: OptionForm) {
  const list = z.array(z.string().min(1).max(200)).max(100);
  if (form === 'json') return list;
  const text = z.string().transform((words) => words.split(',').map((word) => word.trim()));
  return z.union([list, text.pipe(list)]);
}
