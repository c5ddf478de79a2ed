import autocannon from 'autocannon';
import { photograph } from '../images/photograph.mjs';

/** JPEGs of 500 x 375 pixels, as photographs on the web are. */
export function jpegs(count) {
  return Promise.all(Array.from({ length: count }, (_, i) => photograph(i)));
}

/** Sends bodies in turns from a number of clients, each one request at a time. */
export async function load(url, bodies, { clients, seconds, headers }) {
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    timeout: 60,
    requests: bodies.map((body) => ({ method: 'POST', body, headers })),
  });
  const { latency } = result;
  return {
    requestsPerSecond: result['2xx'] / result.duration,
    answered: result['2xx'],
    p50: latency.p50,
    p99: latency.p99,
    /** Answers other than 2xx, and connections that broke or timed out. */
    failed: result.non2xx + result.errors + result.timeouts,
    non2xx: result.non2xx,
    errors: result.errors,
  };
}
