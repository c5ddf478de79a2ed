import { packageVersion } from '@hashsight/formats/version';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HttpError } from '../errors.js';
import { issueText } from '../image-route.js';
import { answerErrors } from '../plugins/error-answers.js';
import { largestBody } from '../plugins/image-bodies.js';
import type { Service } from '../service.js';
import { INPUTS, type Inferred, infer, MODEL_VERSION, outputsOf } from './infer.js';
import {
  type InferRequest,
  inferErrorSchema,
  inferRequestSchema,
  inferResponseSchema,
  modelMetadataSchema,
  serverMetadataSchema,
} from './messages.js';

/** Length of the JSON in a body that has the bytes of tensors behind it. */
const JSON_LENGTH = 'inference-header-content-length';

const TAGS = ['inference protocol'];
const ERRORS = {
  400: inferErrorSchema.meta({ description: 'The request is not as the model takes it' }),
  401: inferErrorSchema.meta({ description: 'The token is missing or wrong' }),
  404: inferErrorSchema.meta({ description: 'There is no such model' }),
  413: inferErrorSchema.meta({ description: 'The body is larger than the server takes' }),
  415: inferErrorSchema.meta({ description: 'The body is encoded' }),
  422: inferErrorSchema.meta({ description: 'An image cannot be used' }),
  503: inferErrorSchema.meta({
    description: 'The server is full or too slow; try again after Retry-After seconds',
  }),
} as const;

/** A request for inference: its JSON, checked, and what follows it. */
interface Parsed {
  readonly json: InferRequest;
  readonly bytes: Buffer;
}

/** Routes of the Open Inference Protocol, version 2, under `/v2`, with Triton's extension for binary tensors. */
export async function addInferenceProtocol(app: FastifyInstance, service: Service): Promise<void> {
  await app.register(async (scope) => {
    answerErrors(scope, service.settings, ({ message }) => ({ error: message }));
    takeInferBodies(scope, service);
    addMetadata(scope, service);
    addInfer(scope, service);
  });
}

/** Clients send any content type, or none. */
function takeInferBodies(scope: FastifyInstance, { settings }: Service): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    ['*'],
    { parseAs: 'buffer', bodyLimit: largestBody(settings) },
    async (request: FastifyRequest, body: Buffer): Promise<Parsed> => {
      if (request.headers['content-encoding'] !== undefined) {
        throw new HttpError(415, 'unsupported-media-type', 'expected a body without content-encoding');
      }
      const length = jsonLength(request, body);
      return { json: inferRequestOf(body.toString('utf8', 0, length)), bytes: body.subarray(length) };
    },
  );
}

function jsonLength({ headers }: FastifyRequest, body: Buffer): number {
  const given = headers[JSON_LENGTH];
  if (given === undefined) return body.length;
  const length = Number(given);
  if (Number.isInteger(length) && length >= 0 && length <= body.length) return length;
  throw new HttpError(
    400,
    'invalid-request',
    `expected ${JSON_LENGTH} up to ${body.length}, the length of the body`,
  );
}

function inferRequestOf(text: string): InferRequest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError(400, 'invalid-request', 'expected JSON');
  }
  const { success, data, error } = inferRequestSchema.safeParse(value);
  if (success) return data;
  throw new HttpError(400, 'invalid-request', issueText(error.issues[0]));
}

function addMetadata(scope: FastifyInstance, { settings, tagger, isReady }: Service): void {
  const isPublic = { isPublic: true } as const;
  scope.get(
    '/v2',
    { schema: { summary: 'The server', tags: TAGS, response: { 200: serverMetadataSchema } } },
    async () => ({ name: 'hashsight', version: packageVersion(), extensions: ['binary_tensor_data'] }),
  );
  const alive = z.object({ live: z.boolean() });
  scope.get(
    '/v2/health/live',
    { config: isPublic, logLevel: 'warn', schema: { tags: TAGS, response: { 200: alive } } },
    async () => ({ live: true }),
  );
  const ready = { 200: z.object({ ready: z.boolean() }), 503: z.object({ ready: z.boolean() }) };
  const tellReady = async (_: FastifyRequest, reply: FastifyReply) =>
    reply.code(isReady() ? 200 : 503).send({ ready: isReady() });
  scope.get(
    '/v2/health/ready',
    { config: isPublic, logLevel: 'warn', schema: { tags: TAGS, response: ready } },
    tellReady,
  );
  const metadata = {
    name: settings.modelName,
    versions: [MODEL_VERSION],
    platform: 'onnxruntime_onnx',
    inputs: INPUTS.map(({ shape, ...input }) => ({ ...input, shape: [...shape] })),
    outputs: outputsOf(tagger).map(({ shape, ...output }) => ({ ...output, shape: [...shape] })),
  };
  for (const { url, params } of modelUrls()) {
    scope.get(
      url,
      {
        preHandler: checkModel(settings.modelName),
        schema: {
          summary: 'The model',
          tags: TAGS,
          params,
          response: { 200: modelMetadataSchema, 404: ERRORS[404] },
        },
      },
      async () => metadata,
    );
    scope.get(
      `${url}/ready`,
      {
        preHandler: checkModel(settings.modelName),
        schema: {
          summary: 'Whether the model is warm',
          tags: TAGS,
          params,
          response: { ...ready, 404: ERRORS[404] },
        },
      },
      tellReady,
    );
  }
}

function addInfer(scope: FastifyInstance, { settings, tagger }: Service): void {
  for (const { url, params } of modelUrls()) {
    scope.post(
      `${url}/infer`,
      {
        config: { isWork: true },
        preHandler: checkModel(settings.modelName),
        attachValidation: true,
        schema: {
          summary: 'Probabilities and embeddings of images',
          tags: TAGS,
          params,
          body: { content: { 'application/json': { schema: inferRequestSchema } } },
          response: { 200: inferResponseSchema, ...ERRORS },
        },
        // The parser has checked the body already.
        validatorCompiler: () => () => true,
      },
      async (request, reply) => {
        const { json, bytes } = request.body as Parsed;
        const { workSignal: signal } = request;
        return sendInferred(reply, await infer(tagger, settings.modelName, json, { bytes, signal }));
      },
    );
  }
}

function sendInferred(reply: FastifyReply, { response, binary }: Inferred): FastifyReply {
  if (binary.length === 0) return reply.send(response);
  const json = Buffer.from(JSON.stringify(response));
  return reply
    .header(JSON_LENGTH, String(json.length))
    .type('application/octet-stream')
    .serializer((body: unknown) => body as string)
    .send(Buffer.concat([json, ...binary]));
}

/** With and without the version. */
function modelUrls() {
  const model = z.object({ model: z.string() });
  return [
    { url: '/v2/models/:model', params: model },
    { url: '/v2/models/:model/versions/:version', params: model.extend({ version: z.string() }) },
  ];
}

function checkModel(name: string) {
  return async ({ params }: FastifyRequest): Promise<void> => {
    const { model, version = MODEL_VERSION } = params as {
      readonly model: string;
      readonly version?: string;
    };
    if (model === name && version === MODEL_VERSION) return;
    throw new HttpError(404, 'not-found', `expected the model ${name}, version ${MODEL_VERSION}`);
  };
}
