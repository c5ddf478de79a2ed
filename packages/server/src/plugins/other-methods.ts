import type { FastifyInstance, HTTPMethods } from 'fastify';
import { HttpError } from '../errors.js';

/**
 * Watches the routes that are added from here on.
 *
 * @returns a function, to be called after the last route, that answers the methods that an address does not have by 405
 */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const known = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    known.set(url, methods);
  });
  return () => {
    for (const [url, methods] of [...known]) {
      if (url === '/*' || url === '*') continue; // any address: what is not there is 404
      const allowed = [...methods].join(', ');
      const others = app.supportedMethods.filter((method) => !methods.has(method)) as HTTPMethods[];
      app.route({
        method: others,
        url,
        schema: { hide: true },
        // Before the body is looked at.
        async onRequest(_, reply) {
          reply.header('allow', allowed);
          throw new HttpError(405, 'method-not-allowed', `expected ${allowed} at this address`);
        },
        handler: async () => undefined,
      });
    }
  };
}
