import type { FastifyInstance } from 'fastify';

/** One line of log for each request, when its answer is sent or its client is gone. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, url, ip } = request;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method, url, status: reply.statusCode, ms, client: ip }, 'answered');
  });
  app.addHook('onRequestAbort', async ({ log, method, url, ip }) => {
    log.info({ method, url, client: ip }, 'client gone');
  });
}
