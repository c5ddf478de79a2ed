import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { HttpError } from '../errors.js';
import type { Service } from '../service.js';

const statusSchema = z.object({ status: z.string() });

/** `/healthz`: the process answers. `/readyz`: the model is warm, and the server does not end. */
export function addHealthRoutes(app: FastifyInstance, { isReady }: Pick<Service, 'isReady'>): void {
  const schema = { tags: ['health'], response: { 200: statusSchema } };
  app.get(
    '/healthz',
    {
      config: { isPublic: true },
      logLevel: 'warn',
      schema: { summary: 'Whether the process answers', ...schema },
    },
    async () => ({ status: 'ok' }),
  );
  app.get(
    '/readyz',
    {
      config: { isPublic: true },
      logLevel: 'warn',
      schema: { summary: 'Whether requests should be sent here', ...schema },
    },
    async () => {
      if (isReady()) return { status: 'ready' };
      throw new HttpError(503, 'not-ready', 'the server ends');
    },
  );
}
