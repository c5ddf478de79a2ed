import { UsageError } from '@hashsight/formats';
import { ModelFolderError, OverloadedError, UnusableImageError } from '@hashsight/tagger';
import type { FastifyError } from 'fastify';
import { z } from 'zod';

/** The body of every answer that is an error, except those of the Open Inference Protocol. */
export const errorSchema = z
  .object({
    error: z.object({
      code: z
        .string()
        .meta({ description: 'Stable name of the kind of error', examples: ['unusable-image'] }),
      message: z.string().meta({ description: 'One line for people' }),
      requestId: z.string().meta({ description: 'The `x-request-id` of this answer, as in the log' }),
    }),
  })
  .meta({ id: 'Error' });

/** A request that gets an error as its answer. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;
  /** Stable name of the kind of error. */
  readonly code: string;
  /** Seconds after which the client may try again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, message: string, options: { readonly retryAfter?: number } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

/** Seconds after which a client that was turned away may try again. */
const RETRY_AFTER = 1;

/**
 * The server has as much work as it may take.
 *
 * @param status - 503 or 429
 * @param retryAfter - seconds
 */
export function overloaded(status: number, reason: string, retryAfter = RETRY_AFTER): HttpError {
  return new HttpError(status, 'overloaded', `${reason}; try again later`, { retryAfter });
}

/** Codes of fastify and its plugins that clients see under a name of ours. */
const CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_NOT_FOUND: 'not-found',
  FST_ERR_VALIDATION: 'invalid-request',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
};

/**
 * The answer to whatever a route, a plugin, or fastify itself threw. An error that is nobody's fault but ours becomes a 500
 * without its message.
 *
 * @param overloadStatus - 503 or 429
 */
export function httpErrorOf(error: unknown, overloadStatus: number): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof OverloadedError) {
    return overloaded(
      overloadStatus,
      'the queue is full',
      Math.max(1, Math.ceil(error.retryAfterMs / 1_000)),
    );
  }
  if (error instanceof UnusableImageError) return new HttpError(422, 'unusable-image', error.message);
  if (error instanceof UsageError && error.option === 'hashtag') {
    return new HttpError(404, 'unknown-hashtag', error.message);
  }
  if (error instanceof UsageError) return new HttpError(400, 'invalid-request', error.message);
  if (error instanceof ModelFolderError) return new HttpError(501, 'not-supported', error.message);
  const { statusCode = 500, code = '', message = '' } = (error ?? {}) as Partial<FastifyError>;
  if (statusCode >= 400 && statusCode < 500) {
    return new HttpError(statusCode, CODES[code] ?? 'invalid-request', message);
  }
  return new HttpError(500, 'internal', 'the server failed; its log has the reason under this request id');
}
