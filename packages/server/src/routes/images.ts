import type { Explanation, Tag } from '@hashsight/tagger';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { explainOptions, noOptions, suggestOptions, tagOptions } from '../image-options.js';
import { imageRoute, timingSchema } from '../image-route.js';
import type { Service } from '../service.js';

const tagSchema = z
  .object({
    hashtag: z.string(),
    probability: z.number(),
    index: z.int().meta({ description: 'Number of the label in labels.json' }),
    threshold: z.number().optional().meta({
      description:
        'Probability above which the hashtag has its promised precision; absent if nothing is promised',
    }),
    synonyms: z.array(z.string()),
  })
  .meta({ id: 'Tag' });

const explanationSchema = z.object({
  hashtag: z.string(),
  probability: z.number(),
  map: z.array(z.array(z.number())).meta({
    description: 'Rows of the class activation map, 0 to 1: how much each part speaks for the hashtag',
  }),
  area: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .meta({ description: 'The part of the image under the map, in shares of its width and height' }),
  timing: timingSchema,
});

/** Routes that ask the model about an image. */
export function addImageRoutes(app: FastifyInstance, service: Service): void {
  imageRoute(app, service, {
    url: '/v1/tag',
    summary: 'The most probable hashtags of an image',
    options: tagOptions,
    answer: z.object({ tags: z.array(tagSchema), timing: timingSchema }),
    analysis: ({ topK, threshold }) => ({ tag: { topK, ...(threshold !== undefined && { threshold }) } }),
    respond: ({ tags = [], timing }) => ({ tags: tags.map(shownTag), timing }),
  });
  imageRoute(app, service, {
    url: '/v1/embed',
    summary: 'The embedding of an image: numbers that are close for images alike',
    options: noOptions,
    answer: z.object({
      embedding: z.array(z.number()).meta({ description: 'Of length 1: products are cosine similarities' }),
      timing: timingSchema,
    }),
    analysis: () => ({ embed: true }),
    respond: ({ embedding = new Float32Array(), timing }) => ({ embedding: Array.from(embedding), timing }),
  });
  imageRoute(app, service, {
    url: '/v1/explain',
    summary: 'Which parts of an image speak for a hashtag',
    options: explainOptions,
    answer: explanationSchema,
    analysis: ({ hashtag }) => ({ explain: hashtag }),
    respond: ({ explanations = [], timing }) => ({ ...shownExplanation(explanations), timing }),
  });
  imageRoute(app, service, {
    url: '/v1/alt-text',
    summary: 'A sentence for screen readers',
    options: noOptions,
    answer: z.object({
      altText: z.string().nullable().meta({ description: 'null if the model is sure of no hashtag' }),
      timing: timingSchema,
    }),
    analysis: () => ({ altText: true }),
    respond: ({ altText = null, timing }) => ({ altText, timing }),
  });
  imageRoute(app, service, {
    url: '/v1/suggest',
    summary: 'Further hashtags for an image that has some',
    options: suggestOptions,
    answer: z.object({ tags: z.array(tagSchema), timing: timingSchema }),
    analysis: (suggest) => ({ suggest }),
    respond: ({ suggestions = [], timing }) => ({ tags: suggestions.map(shownTag), timing }),
  });
}

function shownTag({ synonyms, ...tag }: Tag): z.input<typeof tagSchema> {
  return { ...tag, synonyms: [...synonyms] };
}

function shownExplanation([explanation]: readonly Explanation[]) {
  if (explanation === undefined) throw new TypeError('explain: expected an explanation, got none');
  const { hashtag, probability, map, width, height, area } = explanation;
  const rows = Array.from({ length: height }, (_, y) => Array.from(map.subarray(y * width, (y + 1) * width)));
  return { hashtag, probability, map: rows, area };
}
