import { withoutDefaults } from '@hashsight/formats';
import type { Analysis, AnalysisResult } from '@hashsight/tagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { decodeBase64 } from './base64.js';
import { errorSchema, HttpError } from './errors.js';
import type { OptionForm } from './image-options.js';
import type { Service } from './service.js';

/** A route that takes an image, and options in the query, in a form, or in JSON. */
export interface ImageRoute<Options extends z.ZodObject, Answer extends z.ZodType> {
  readonly url: string;
  readonly summary: string;
  readonly options: (form: OptionForm) => Options;
  readonly answer: Answer;
  /** What the model has to compute. */
  readonly analysis: (options: z.output<Options>) => Analysis;
  /** The answer from the model's. */
  readonly respond: (
    result: AnalysisResult,
    options: z.output<Options>,
    request: FastifyRequest,
  ) => z.input<Answer> | Promise<z.input<Answer>>;
}

/** The time that the parts of an answer took. */
export const timingSchema = z
  .object({
    queueMs: z.number(),
    decodeMs: z.number(),
    modelMs: z.number(),
    totalMs: z.number(),
    batchSize: z.int().meta({ description: 'Images that went through the model together' }),
  })
  .meta({ id: 'Timing' });

const binary = () =>
  z.custom<Buffer>((value) => Buffer.isBuffer(value)).meta({ type: 'string', format: 'binary' });

/** In JSON an image is base64. */
const base64Image = z
  .string()
  .min(1)
  .meta({ description: 'The image file in base64, or as a data: URL', contentEncoding: 'base64' });

/** Errors that every route with an image may answer. */
export const IMAGE_ERRORS = {
  400: errorSchema.meta({ description: 'The request is not as described here' }),
  401: errorSchema.meta({ description: 'The token is missing or wrong' }),
  404: errorSchema.meta({ description: 'The model does not know the hashtag, or the server has no index' }),
  413: errorSchema.meta({ description: 'The body is larger than the server takes' }),
  415: errorSchema.meta({ description: 'The content type is none of those described here' }),
  422: errorSchema.meta({ description: 'The image cannot be used: its format, its size, or damage' }),
  503: errorSchema.meta({
    description: 'The server is full or too slow; try again after Retry-After seconds',
  }),
} as const;

/** Errors of routes without a body. */
export const QUERY_ERRORS = {
  400: IMAGE_ERRORS[400],
  401: IMAGE_ERRORS[401],
  404: errorSchema.meta({ description: 'There is no such thing here' }),
  503: IMAGE_ERRORS[503],
} as const;

/** Adds a route that sends an image through the model once. */
export function imageRoute<Options extends z.ZodObject, Answer extends z.ZodType>(
  app: FastifyInstance,
  service: Service,
  route: ImageRoute<Options, Answer>,
): void {
  const { url, summary, options, answer, analysis, respond } = route;
  const json = options('json');
  const text = options('text');
  const complete = { json, text };
  // Without defaults: an option that is missing in the body may be in the query.
  const [givenJson, givenText] = [
    z.strictObject(withoutDefaults(json.shape)).partial(),
    z.strictObject(withoutDefaults(text.shape)).partial(),
  ];
  app.post(
    url,
    {
      config: { isWork: true },
      schema: {
        summary,
        tags: ['images'],
        querystring: givenText,
        body: {
          content: {
            'application/json': { schema: givenJson.extend({ image: base64Image }) },
            'multipart/form-data': { schema: givenText.extend({ image: binary() }) },
            'application/octet-stream': { schema: binary() },
            'image/*': { schema: binary() },
          },
        },
        response: { 200: answer, ...IMAGE_ERRORS },
      },
    },
    async (request, reply) => {
      const { image, given, form } = imageOf(request);
      const chosen = optionsOf(complete[form], { ...(request.query as object), ...given });
      const result = await service.tagger.analyze(image, analysis(chosen), { signal: request.workSignal });
      reply.header('server-timing', serverTiming(result));
      return respond(result, chosen, request);
    },
  );
}

/** The image of a request, and the options beside it. */
function imageOf({ body }: FastifyRequest): {
  readonly image: Uint8Array;
  readonly given: object;
  readonly form: OptionForm;
} {
  if (Buffer.isBuffer(body)) return { image: body, given: {}, form: 'text' };
  if (typeof body !== 'object' || body === null) {
    throw new HttpError(400, 'invalid-request', 'expected an image as the body, got an empty one');
  }
  const { image, ...given } = body as { readonly image: unknown };
  if (Buffer.isBuffer(image)) return { image, given, form: 'text' };
  return { image: base64Of(String(image)), given, form: 'json' };
}

function base64Of(text: string): Buffer {
  if (/^(https?|file|ftp):/i.test(text)) {
    throw new HttpError(
      400,
      'invalid-request',
      'image: expected base64, got an address; this server fetches nothing',
    );
  }
  const bytes = decodeBase64(text);
  if (bytes !== undefined) return bytes;
  throw new HttpError(400, 'invalid-request', 'image: expected base64, got other characters');
}

function optionsOf<Options extends z.ZodObject>(schema: Options, given: object): z.output<Options> {
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  throw new HttpError(400, 'invalid-request', issueText(error.issues[0]));
}

/** An issue of zod in one line. */
export function issueText(issue: z.core.$ZodIssue | undefined): string {
  const place = issue?.path.map(String).join('.') ?? '';
  return place === '' ? (issue?.message ?? 'invalid') : `${place}: ${issue?.message}`;
}

/** For the network panel of browsers. */
function serverTiming({ timing }: AnalysisResult): string {
  const { queueMs, decodeMs, modelMs } = timing;
  return Object.entries({ queue: queueMs, decode: decodeMs, model: modelMs })
    .map(([name, ms]) => `${name};dur=${ms.toFixed(1)}`)
    .join(', ');
}
