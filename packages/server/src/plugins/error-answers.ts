import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpError, httpErrorOf } from '../errors.js';
import type { ServerSettings } from '../server-options.js';
import { isBrokenForm } from './image-bodies.js';

/** What an error looks like to clients. */
export type ErrorBody = (error: HttpError, requestId: string) => unknown;

/** The body of `errorSchema`. */
export const standardBody: ErrorBody = ({ code, message }, requestId) => ({
  error: { code, message, requestId },
});

/**
 * Answers errors within a scope: their status, `Retry-After` if there is a point in trying again, and one line of log for
 * those that are ours.
 *
 * @param bodyOf - default: the body of `errorSchema`
 */
export function answerErrors(
  app: FastifyInstance,
  { overloadStatus }: Pick<ServerSettings, 'overloadStatus'>,
  bodyOf: ErrorBody = standardBody,
): void {
  app.setErrorHandler((thrown: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const error = isBrokenForm(request, thrown) ? brokenForm() : httpErrorOf(thrown, overloadStatus);
    if (error.status >= 500 && error.code === 'internal')
      request.log.error({ err: thrown }, 'request failed');
    else request.log.debug({ code: error.code }, error.message);
    if (error.retryAfter !== undefined) reply.header('retry-after', String(error.retryAfter));
    return reply
      .code(error.status)
      .type('application/json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(bodyOf(error, request.id));
  });
}

function brokenForm(): HttpError {
  return new HttpError(
    400,
    'invalid-request',
    'expected a whole form (multipart/form-data), got one that is cut off or broken',
  );
}
