import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerSettings } from '../server-options.js';

/** Room in a JSON or multipart body for all that is not the image. */
const OTHER_BYTES = 65_536;

/** Size of the largest body: an image in base64, which has four characters for three bytes. */
export function largestBody({ maxBodyBytes }: Pick<ServerSettings, 'maxBodyBytes'>): number {
  return Math.ceil((4 * maxBodyBytes) / 3) + OTHER_BYTES;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the body was read and checked. */
    isBodyRead: boolean;
  }
}

/** Takes images as the body itself, in JSON, and as the field `image` of a form. */
export async function takeImageBodies(
  app: FastifyInstance,
  { maxBodyBytes }: Pick<ServerSettings, 'maxBodyBytes'>,
): Promise<void> {
  const raw = { parseAs: 'buffer', bodyLimit: maxBodyBytes } as const;
  const asIs = (_request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) =>
    done(null, body);
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/octet-stream', raw, asIs);
  app.addContentTypeParser(/^image\/[\w.+-]+$/, raw, asIs);
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    throwFileSizeLimit: true,
    limits: {
      fileSize: maxBodyBytes,
      files: 1,
      fields: 32,
      parts: 33,
      fieldSize: OTHER_BYTES,
      fieldNameSize: 100,
      headerPairs: 32,
    },
  });
  app.decorateRequest('isBodyRead', false);
  app.addHook('preHandler', async (request) => {
    request.isBodyRead = true;
  });
}

/** Whether a request failed because its form is broken: the parser's own errors say neither so nor whose fault it is. */
export function isBrokenForm(request: FastifyRequest, error: unknown): boolean {
  return request.isMultipart() && !request.isBodyRead && !(error instanceof Error && 'statusCode' in error);
}
