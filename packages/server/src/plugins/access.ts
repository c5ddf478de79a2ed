import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { HttpError } from '../errors.js';
import type { ServerSettings } from '../server-options.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a route answers without the token: the page and the health checks. */
    readonly isPublic?: boolean;
  }
}

/** Checks where requests are addressed to, and their bearer token if the server has one. */
export function checkAccess(
  app: FastifyInstance,
  { token, host, allowedHosts }: Pick<ServerSettings, 'token' | 'host' | 'allowedHosts'>,
): void {
  const hosts = allowedHosts ?? (isLoopback(host) ? LOOPBACK_NAMES : undefined);
  const digest = token === undefined ? undefined : digestOf(token);
  app.addHook('onRequest', async (request, reply) => {
    if (hosts !== undefined && !isAllowed(request.hostname, hosts)) {
      throw new HttpError(
        421,
        'wrong-host',
        `this server does not answer for the host in the request; start it with --allowed-hosts to let it`,
      );
    }
    if (digest === undefined || request.routeOptions.config.isPublic === true) return;
    const given = /^bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    // Digests have one length, so that the comparison takes the same time for every token.
    if (given !== undefined && timingSafeEqual(digestOf(given), digest)) return;
    reply.header('www-authenticate', 'Bearer');
    throw new HttpError(
      401,
      'unauthorized',
      "expected the header authorization: Bearer TOKEN with this server's token",
    );
  });
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Whether only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function isAllowed(hostname: string, hosts: readonly string[]): boolean {
  return hosts.includes(hostname.toLowerCase()) || hosts.includes(`[${hostname.toLowerCase()}]`);
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
