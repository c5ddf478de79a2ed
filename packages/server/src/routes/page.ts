import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { HttpError } from '../errors.js';
import type { Service } from '../service.js';

/** Serves the page, and makes `reply.sendFile` available to other routes. */
export async function addPage(app: FastifyInstance, { page }: Pick<Service, 'page'>): Promise<void> {
  await app.register(fastifyStatic, { root: page ?? process.cwd(), serve: false });
  if (page === undefined) {
    app.get('/', { config: { isPublic: true }, schema: { hide: true } }, async () => {
      throw new HttpError(
        404,
        'no-page',
        'the page is not installed here; the routes are described at /docs',
      );
    });
    return;
  }
  await app.register(async (scope) => {
    // Static files are public: with a token, the page asks for it.
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, isPublic: true };
    });
    // Without a wildcard only the files that are there have routes, and every other address is answered as the rest is.
    const options = { wildcard: false, decorateReply: false, schemaHide: true } as const;
    await scope.register(fastifyStatic, { root: page, ...options });
  });
}
