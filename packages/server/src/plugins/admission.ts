import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpError, overloaded } from '../errors.js';
import type { ServerSettings } from '../server-options.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether requests of a route have a body to hold and a model to wait for. */
    readonly isWork?: boolean;
  }
  interface FastifyRequest {
    /**
     * Aborted if the client is gone or the time is over; never for routes that do no work. (The `signal` of fastify 5.12 is
     * aborted as soon as the body was read.)
     */
    readonly workSignal: AbortSignal;
  }
}

/** What requests in progress hold. */
export interface Load {
  requests: number;
  /** Bytes of their bodies, as announced; for a body of unknown length, the largest that is taken. */
  bytes: number;
}

/**
 * Bounds what requests in progress hold, by number and by bytes, before their bodies are read: memory does not grow with
 * the number of clients. Work that takes too long, or that nobody waits for any more, is aborted by `request.workSignal`.
 */
export function admitRequests(
  app: FastifyInstance,
  settings: Pick<ServerSettings, 'maxQueue' | 'maxQueueBytes' | 'overloadStatus' | 'timeoutMs'>,
): Load {
  const { maxQueue, maxQueueBytes, overloadStatus, timeoutMs } = settings;
  const load: Load = { requests: 0, bytes: 0 };
  const never = new AbortController().signal;
  app.decorateRequest('workSignal', { getter: () => never });
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.isWork !== true) return;
    const bytes = announcedBytes(request);
    if (load.requests >= maxQueue)
      throw overloaded(overloadStatus, `${load.requests} requests are in progress`);
    // A request that is larger than the limit by itself is let in when it is alone.
    if (load.requests > 0 && load.bytes + bytes > maxQueueBytes) {
      throw overloaded(overloadStatus, `${load.bytes} bytes of requests are in progress`);
    }
    load.requests++;
    load.bytes += bytes;
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(timedOut(timeoutMs)), timeoutMs);
    Object.defineProperty(request, 'workSignal', { value: controller.signal });
    reply.raw.once('close', () => {
      clearTimeout(timer);
      load.requests--;
      load.bytes -= bytes;
      if (!reply.raw.writableFinished) controller.abort(clientGone());
    });
  });
  return load;
}

function announcedBytes(request: FastifyRequest): number {
  if (request.method === 'GET' || request.method === 'HEAD') return 0;
  const length = Number(request.headers['content-length']);
  return Number.isFinite(length) ? length : (request.routeOptions.bodyLimit ?? 0);
}

function timedOut(timeoutMs: number): HttpError {
  return new HttpError(503, 'timeout', `the answer took longer than ${timeoutMs} ms; try again later`, {
    retryAfter: 1,
  });
}

/** Nobody reads this answer; 499 is what proxies log for it. */
function clientGone(): HttpError {
  return new HttpError(499, 'client-gone', 'the client closed the connection');
}
