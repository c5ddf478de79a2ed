import type { Tagger } from '@hashsight/tagger';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Load } from './admission.js';

/** Upper bounds in seconds: from a page of HTML to a request that times out. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts and times requests, and serves the figures at `/metrics` in the text format of Prometheus. */
export function serveMetrics(app: FastifyInstance, tagger: Tagger, load: Load): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'hashsight_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const refused = new Counter({
    name: 'hashsight_http_requests_refused_total',
    help: 'Requests that were told to come back later',
    registers: [registry],
  });
  gauges(registry, tagger, load);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    if (reply.hasHeader('retry-after')) refused.inc();
  });
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
}

/** Figures that are read when somebody asks for them. */
function gauges(registry: Registry, tagger: Tagger, load: Load): void {
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('hashsight_requests_in_progress', 'Requests that wait for the model', () => load.requests);
  gauge('hashsight_request_bytes_in_progress', 'Bytes of their bodies', () => load.bytes);
  gauge(
    'hashsight_queued_images',
    'Images that are decoded or wait for a batch',
    () => tagger.stats().queued,
  );
  gauge('hashsight_queued_bytes', 'Memory of their pixels in bytes', () => tagger.stats().queuedBytes);
  gauge('hashsight_running_images', 'Images in the batch that runs', () => tagger.stats().running);
  const counter = (name: string, help: string, value: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(value());
      },
    });
  counter('hashsight_batches_total', 'Batches that went through the model', () => tagger.stats().batches);
  counter('hashsight_images_total', 'Images that went through the model', () => tagger.stats().images);
  counter('hashsight_unusable_images_total', 'Images that could not be used', () => tagger.stats().unusable);
  counter(
    'hashsight_aborted_images_total',
    'Images that nobody waited for any more',
    () => tagger.stats().aborted,
  );
}
