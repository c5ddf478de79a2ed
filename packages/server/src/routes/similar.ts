import { type EmbeddingIndex, hashtagVector, type Match } from '@hashsight/search';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { HttpError } from '../errors.js';
import { similarOptions } from '../image-options.js';
import { imageRoute, QUERY_ERRORS, timingSchema } from '../image-route.js';
import type { Service } from '../service.js';
import { Thumbnails } from '../thumbnails.js';

const matchesSchema = z
  .array(
    z.object({
      id: z.int().meta({ description: 'Number of the image in the index' }),
      path: z.string(),
      score: z.number().meta({ description: 'Cosine similarity, -1 to 1' }),
      url: z.string().meta({ description: 'Its thumbnail on this server' }),
    }),
  )
  .meta({ id: 'Matches' });

/** Routes that search the index of images. */
export function addSimilarRoutes(app: FastifyInstance, service: Service): void {
  imageRoute(app, service, {
    url: '/v1/similar',
    summary: 'The images of the index that are most similar to an image',
    options: similarOptions,
    answer: z.object({ images: matchesSchema, timing: timingSchema }),
    analysis: () => {
      indexOf(service);
      return { embed: true };
    },
    respond: async ({ embedding = new Float32Array(), timing }, { top }, { workSignal: signal }) => ({
      images: shown(await indexOf(service).search(embedding, top, { signal })),
      timing,
    }),
  });
  app.get(
    '/v1/similar',
    {
      config: { isWork: true },
      schema: {
        summary: 'The images of the index that show a hashtag most clearly',
        tags: ['images'],
        querystring: similarOptions('text').extend({ hashtag: z.string().min(1).max(200) }),
        response: { 200: z.object({ images: matchesSchema }), ...QUERY_ERRORS },
      },
    },
    async ({ query, workSignal: signal }) => {
      const { hashtag, top } = query as { readonly hashtag: string; readonly top: number };
      const index = indexOf(service);
      const vector = await vectorOf(service, hashtag);
      return { images: shown(await index.search(vector, top, { signal })) };
    },
  );
  const thumbnails = new Thumbnails(service.settings);
  app.get(
    '/v1/images/:id',
    {
      config: { isWork: true },
      schema: {
        summary: 'The thumbnail of an image of the index, as WebP',
        tags: ['images'],
        params: z.object({ id: z.coerce.number<string>().int().nonnegative() }),
        response: QUERY_ERRORS,
      },
    },
    async ({ params, workSignal: signal }, reply) => {
      const { id } = params as { readonly id: number };
      const image = indexOf(service).image(id);
      if (image === undefined)
        throw new HttpError(404, 'not-found', `expected an image of the index, got ${id}`);
      const bytes = await thumbnails.of(image.path);
      signal.throwIfAborted();
      return reply.type('image/webp').header('cache-control', 'private, max-age=3600').send(bytes);
    },
  );
}

function indexOf({ index }: Service): EmbeddingIndex {
  if (index !== undefined) return index;
  throw new HttpError(404, 'no-index', 'this server has no index of images; start it with --index');
}

async function vectorOf({ settings }: Service, hashtag: string): Promise<Float32Array> {
  const found = await hashtagVector(settings.model, hashtag);
  if (found !== undefined) return found.vector;
  throw new HttpError(
    404,
    'unknown-hashtag',
    'the model does not know this hashtag; /v1/model has all of them',
  );
}

function shown(matches: readonly Match[]) {
  return matches.map(({ id, path, score }) => ({ id, path, score, url: `/v1/images/${id}` }));
}
