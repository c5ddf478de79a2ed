import type { FastifyInstance } from 'fastify';
import type { ServerSettings } from '../server-options.js';

/**
 * What the page may load: only what this server serves. WebAssembly needs `wasm-unsafe-eval`; images that are dropped on
 * the page have `blob:` or `data:` addresses; onnxruntime-web starts its threads from `blob:`.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const METHODS = 'GET, HEAD, POST, OPTIONS';
const SENT = 'authorization, content-type, x-request-id, inference-header-content-length';
const READ = 'x-request-id, retry-after, server-timing, inference-header-content-length';
const DAY_SECONDS = 86_400;

/**
 * Headers that browsers need: isolation from other origins, without which WebAssembly has no threads, and a policy of what
 * the page may load. Other origins may use the server if they are named in `corsOrigins`.
 */
export function sendBrowserHeaders(
  app: FastifyInstance,
  { corsOrigins }: Pick<ServerSettings, 'corsOrigins'>,
): void {
  const isAllowed = (origin: string) => corsOrigins.includes('*') || corsOrigins.includes(origin);
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    const isShared = origin !== undefined && isAllowed(origin);
    reply.headers({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': isShared ? 'cross-origin' : 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    if (corsOrigins.length > 0) reply.header('vary', 'origin');
    if (!isShared) return;
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-expose-headers', READ);
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined)
      return;
    reply.header('access-control-allow-methods', METHODS);
    reply.header('access-control-allow-headers', SENT);
    reply.header('access-control-max-age', String(DAY_SECONDS));
    return reply.code(204).send();
  });
}
