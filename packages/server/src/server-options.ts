import { runtimeFields } from '@hashsight/tagger/options';
import { z } from 'zod';

const MIB = 2 ** 20;

/** Log levels of pino. */
const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** Options of {@link startServer} and, as flags, of `hashsight serve`. */
export const serverOptionsSchema = z.strictObject({
  model: z.string().min(1).meta({ description: 'folder that hashsight export wrote' }),
  index: z.string().min(1).optional().meta({
    description: 'index of images to search, as hashsight embed --out writes it',
    defaultText: 'none',
  }),
  host: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .meta({ description: 'address to listen on; 0.0.0.0 lets other machines in', defaultText: '127.0.0.1' }),
  port: z
    .int()
    .min(0)
    .max(65_535)
    .default(8_000)
    .meta({ description: 'TCP port; 0 takes a free one', defaultText: '8000' }),
  token: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'expected at least 16 characters, without spaces')
    .optional()
    .meta({
      description: 'bearer token that requests must have, except for the page and the health checks',
      defaultText: 'none',
    }),
  allowedHosts: z.array(z.string().min(1)).optional().meta({
    description:
      'host names that requests may be addressed to, which keeps web pages from reaching a local server by a name of their own',
    defaultText: 'localhost if `host` is a loopback address, else any',
  }),
  corsOrigins: z.array(z.string().min(1)).default([]).meta({
    description: 'origins of other web pages that may use the server; * for any',
    defaultText: 'none',
  }),
  modelName: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'expected letters, digits, and . _ - only')
    .default('hashsight')
    .meta({ description: 'name of the model in the Open Inference Protocol' }),
  ...runtimeFields,
  maxBatch: z.int().min(1).max(1_024).default(16).meta({ description: 'most images in a batch' }),
  latencyBudgetMs: z
    .number()
    .min(0)
    .default(50)
    .meta({ description: 'milliseconds that an image may wait until its batch is done; 0 never waits' }),
  maxQueue: z
    .int()
    .min(1)
    .default(256)
    .meta({ description: 'most requests in progress; one more is told to come back later' }),
  maxQueueBytes: z
    .int()
    .min(1)
    .default(256 * MIB)
    .meta({ description: 'most bytes of their bodies', defaultText: '256 MiB' }),
  maxBodyBytes: z
    .int()
    .min(1_024)
    .max(1_000_000_000)
    .default(32 * MIB)
    .meta({ description: 'largest image file in bytes', defaultText: '32 MiB' }),
  maxPixels: z
    .int()
    .min(1)
    .max(100_000_000)
    .default(50_000_000)
    .meta({ description: 'largest image in pixels' }),
  timeoutMs: z
    .int()
    .min(1)
    .default(30_000)
    .meta({ description: 'milliseconds that a request may take, and as many to send it' }),
  shutdownMs: z
    .int()
    .min(0)
    .default(30_000)
    .meta({ description: 'milliseconds that requests in progress get to finish when the server ends' }),
  overloadStatus: z
    .union([z.literal(503), z.literal(429)])
    .default(503)
    .meta({ description: 'HTTP status when the queue is full: 503 or 429' }),
  logLevel: z
    .enum(LOG_LEVELS)
    .default('info')
    .meta({ description: 'least level of log lines, which are JSON' }),
});

/** Options of a server, as callers give them. */
export type ServerOptions = z.input<typeof serverOptionsSchema>;

/** Options of a server with their defaults. */
export type ServerSettings = z.output<typeof serverOptionsSchema>;
