import fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import { HttpError } from './errors.js';
import { addInferenceProtocol } from './inference-protocol/routes.js';
import { checkAccess } from './plugins/access.js';
import { admitRequests } from './plugins/admission.js';
import { sendBrowserHeaders } from './plugins/browser-headers.js';
import { addDocumentation } from './plugins/documentation.js';
import { answerErrors, standardBody } from './plugins/error-answers.js';
import { largestBody, takeImageBodies } from './plugins/image-bodies.js';
import { logRequests } from './plugins/log-requests.js';
import { serveMetrics } from './plugins/metrics.js';
import { refuseOtherMethods } from './plugins/other-methods.js';
import { requestId, sendRequestIds } from './plugins/request-ids.js';
import { addHealthRoutes } from './routes/health.js';
import { addImageRoutes } from './routes/images.js';
import { addModelRoutes } from './routes/model.js';
import { addPage } from './routes/page.js';
import { addSimilarRoutes } from './routes/similar.js';
import type { ServerSettings } from './server-options.js';
import type { Service } from './service.js';

/** Time that an idle connection is kept; longer than proxies keep theirs, so that none sends into a closed one. */
const KEEP_ALIVE_MS = 72_000;

/** What fastify tells about a part of a request that does not fit its schema. */
interface ValidationIssue {
  readonly instancePath: string;
  readonly message?: string;
}

/** The server without its socket: plugins by concern, then routes. Hooks run in the order of this list. */
export async function buildApp(service: Service): Promise<FastifyInstance> {
  const { settings, tagger } = service;
  const app = newFastify(settings);
  answerErrors(app, settings);
  app.setNotFoundHandler(() => {
    throw new HttpError(404, 'not-found', 'there is nothing at this address; /docs has the list');
  });
  sendRequestIds(app);
  logRequests(app);
  sendBrowserHeaders(app, settings);
  checkAccess(app, settings);
  const load = admitRequests(app, settings);
  await takeImageBodies(app, settings);
  await addDocumentation(app, settings);
  const refuse = refuseOtherMethods(app);
  serveMetrics(app, tagger, load);
  addHealthRoutes(app, service);
  addImageRoutes(app, service);
  addSimilarRoutes(app, service);
  await addPage(app, service);
  addModelRoutes(app, service);
  await addInferenceProtocol(app, service);
  refuse();
  await app.ready();
  return app;
}

function newFastify(settings: ServerSettings): FastifyInstance {
  const { logLevel, timeoutMs } = settings;
  return fastify({
    logger: logLevel === 'silent' ? false : { level: logLevel },
    // plugins/log-requests.ts writes one line in place of two.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestId,
    requestIdHeader: false,
    schemaErrorFormatter: (errors, part) => new Error(issuePlace(errors, part)),
    bodyLimit: largestBody(settings),
    requestTimeout: timeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: false },
    frameworkErrors(error, request, reply) {
      const body = standardBody(new HttpError(400, 'invalid-request', error.message), request.id);
      void (reply as FastifyReply).code(400).send(body);
    },
    clientErrorHandler(_, socket) {
      if (!socket.writable) return;
      const body = JSON.stringify(
        standardBody(new HttpError(400, 'invalid-request', 'expected an HTTP request'), ''),
      );
      socket.end(
        `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
      );
    },
  });
}

/** `body, topK: …` */
function issuePlace([issue]: readonly ValidationIssue[], part: string): string {
  const place = issue?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  return `${part}${place === '' ? '' : `, ${place}`}: ${issue?.message ?? 'invalid'}`;
}
