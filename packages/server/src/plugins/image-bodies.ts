import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { ServerSettings } from '../server-options.js';

/** Room in a JSON or multipart body for all that is not the image. */
const OTHER_BYTES = 65_536;

/** Size of the largest body: an image in base64, which has four characters for three bytes. */
export function largestBody({ maxBodyBytes }: Pick<ServerSettings, 'maxBodyBytes'>): number {
  return Math.ceil((4 * maxBodyBytes) / 3) + OTHER_BYTES;
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
}
