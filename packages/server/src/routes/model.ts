import path from 'node:path';
import { MODEL_FILES } from '@hashsight/formats';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { HttpError } from '../errors.js';
import { QUERY_ERRORS } from '../image-route.js';
import type { Service } from '../service.js';

const labelSchema = z.looseObject({
  name: z.string(),
  hashtags: z.array(z.string()),
  count: z.int(),
});

const modelSchema = z
  .object({
    name: z.string(),
    architecture: z.string().nullable(),
    activation: z.string(),
    imageSize: z.int(),
    embeddingSize: z.int(),
    runtime: z.looseObject({ name: z.string(), threads: z.int() }),
    index: z
      .object({ size: z.int() })
      .nullable()
      .meta({ description: 'The images that /v1/similar searches; null if there are none' }),
    limits: z.object({ maxBodyBytes: z.int(), maxPixels: z.int() }),
    labels: z.array(labelSchema).meta({ description: 'As in labels.json' }),
  })
  .meta({ id: 'Model' });

/** Files of a model folder that clients may read; others, such as a forgotten backup, stay private. */
const PUBLIC_FILES: ReadonlySet<string> = new Set(
  Object.values(MODEL_FILES).flatMap((file) => (file.endsWith('.onnx') ? [file, `${file}.data`] : [file])),
);

/** What the server says about its model, and the model's files for taggers that run in a browser. */
export function addModelRoutes(app: FastifyInstance, { settings, tagger, index }: Service): void {
  app.get(
    '/v1/model',
    {
      schema: {
        summary: 'The model and its hashtags',
        tags: ['model'],
        response: { 200: modelSchema, 401: QUERY_ERRORS[401] },
      },
    },
    async () => ({
      ...tagger.info,
      architecture: tagger.info.architecture ?? null,
      imageSize: tagger.imageSize,
      embeddingSize: tagger.embeddingSize,
      runtime: { ...tagger.runtime },
      index: index === undefined ? null : { size: index.size },
      limits: { maxBodyBytes: settings.maxBodyBytes, maxPixels: settings.maxPixels },
      labels: tagger.labels.map((label) => ({ ...label })),
    }),
  );
  const root = path.resolve(settings.model);
  app.get(
    '/model/*',
    {
      schema: {
        summary: "A file of the model's folder",
        tags: ['model'],
        params: z.object({ '*': z.string() }),
        response: QUERY_ERRORS,
      },
    },
    async ({ params }, reply) => {
      const { '*': file } = params as { readonly '*': string };
      if (!PUBLIC_FILES.has(file)) {
        throw new HttpError(404, 'not-found', 'expected a file of an exported model, such as labels.json');
      }
      return reply.sendFile(file, root, { cacheControl: false });
    },
  );
}
