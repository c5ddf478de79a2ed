import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { InputError, parseOptions, UsageError } from '@hashsight/formats';
import { EmbeddingIndex, modelDigest } from '@hashsight/search';
import { Tagger } from '@hashsight/tagger';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.js';
import { pageFolder } from './page-folder.js';
import { type ServerOptions, type ServerSettings, serverOptionsSchema } from './server-options.js';
import type { Service } from './service.js';

/** A server that listens. */
export interface RunningServer extends AsyncDisposable {
  /** Its address: `http://127.0.0.1:8000`. */
  readonly url: string;
  /** Whether the server has the page. */
  readonly hasPage: boolean;
  readonly tagger: Tagger;
  /**
   * Ends the server: takes no more requests, finishes those in progress, and frees the model. Requests that take longer than
   * `shutdownMs` are cut off.
   */
  close(): Promise<void>;
}

/**
 * Loads a model, warms it up, and serves it over HTTP. When the promise is fulfilled, the server answers.
 *
 * @throws UsageError if an option is out of range
 * @throws InputError if the model or the index cannot be used, or the address cannot be listened on
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const settings = parseOptions(serverOptionsSchema, options);
  const [tagger, page] = await Promise.all([loadTagger(settings), pageFolder()]);
  const state = { isReady: false };
  let app: FastifyInstance | undefined;
  try {
    const index = await openIndex(settings, tagger);
    const service: Service = { settings, tagger, index, page, isReady: () => state.isReady };
    [app] = await Promise.all([buildApp(service), tagger.warmUp()]);
    const url = await listen(app, settings);
    state.isReady = true;
    return running({ app, tagger, url, settings, hasPage: page !== undefined, state });
  } catch (error) {
    await app?.close();
    await tagger.dispose();
    throw error;
  }
}

function loadTagger(settings: ServerSettings): Promise<Tagger> {
  const { model, runtime, precision, threads, maxBatch, latencyBudgetMs } = settings;
  const { maxQueue, maxQueueBytes, maxPixels, maxBodyBytes } = settings;
  return Tagger.load(path.resolve(model), {
    ...{ runtime, precision, ...(threads !== undefined && { threads }) },
    batch: { maxSize: maxBatch, latencyBudgetMs, maxQueue, maxQueueBytes },
    limits: { maxPixels, maxBytes: maxBodyBytes },
  });
}

async function openIndex(
  { index: folder, model }: ServerSettings,
  { embeddingSize }: Tagger,
): Promise<EmbeddingIndex | undefined> {
  if (folder === undefined) return undefined;
  const digest = await modelDigest(model);
  const index = await EmbeddingIndex.open(folder, { model: { digest, folder: path.resolve(model) } });
  if (index.embeddingSize !== embeddingSize) {
    throw new InputError(
      `${folder}: expected embeddings of ${embeddingSize} values, got ${index.embeddingSize}; make a new index`,
    );
  }
  return index;
}

async function listen(app: FastifyInstance, { host, port }: ServerSettings): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      EADDRINUSE: `expected a free port, got ${port}, which another process uses; choose another one, or 0 for any`,
      EACCES: `expected a port that this user may use, got ${port}; choose one above 1023`,
    };
    const reason = reasons[code ?? ''];
    if (reason !== undefined) throw new InputError(`port: ${reason}`, { cause: error });
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new UsageError(`expected an address of this machine, got ${host}`, {
        option: 'host',
        cause: error,
      });
    }
    throw error;
  }
  const { address, port: bound, family } = app.server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`;
}

function running(server: {
  readonly app: FastifyInstance;
  readonly tagger: Tagger;
  readonly url: string;
  readonly settings: ServerSettings;
  readonly hasPage: boolean;
  readonly state: { isReady: boolean };
}): RunningServer {
  const { app, tagger, url, hasPage, settings, state } = server;
  let closed: Promise<void> | undefined;
  closeConnectionsAtTheEnd(app, () => closed !== undefined);
  const close = async () => {
    state.isReady = false;
    const timer = setTimeout(() => app.server.closeAllConnections(), settings.shutdownMs);
    try {
      await app.close();
    } finally {
      clearTimeout(timer);
      await tagger.dispose();
    }
  };
  const closeOnce = () => {
    closed ??= close();
    return closed;
  };
  return { url, hasPage, tagger, close: closeOnce, [Symbol.asyncDispose]: closeOnce };
}

/** Node closes the connections that are idle when a server ends, but not those that become idle afterwards. */
function closeConnectionsAtTheEnd({ server }: FastifyInstance, isEnding: () => boolean): void {
  server.on('request', (_, response) => {
    response.once('close', () => {
      if (isEnding()) setImmediate(() => server.closeIdleConnections());
    });
  });
}
