import sharp from 'sharp';
import { decodeHere } from './decode-here.js';
import type { DecodingAnswer, DecodingOrder } from './decoding-messages.js';
import { UnusableImage } from './unusable-image.js';

// A process that decodes one image at a time. decode-apart.ts starts it, and ends it if an image takes too long.

const send = process.send?.bind(process);
if (send === undefined) throw new Error('decoding-process: expected to be started by decode-apart');

sharp.concurrency(1);
sharp.cache(false); // each image is decoded only once
// A terminal sends signals to all processes. This one ignores them and exits after its parent, when the channel closes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

/** Interval of the time checks. */
const TICK_MS = 100;

process.on('message', async ({ bytes, size, seconds }: DecodingOrder) => {
  // Processor time, unlike wall time, does not depend on other programs. Decoding runs on libuv's threads, so this
  // timer runs.
  const start = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(start);
    if (user + system > seconds * 1e6) send({ isLate: true } satisfies DecodingAnswer);
  }, TICK_MS);
  try {
    send({ pixels: await decodeHere(bytes, size) } satisfies DecodingAnswer);
  } catch (error) {
    if (!(error instanceof UnusableImage)) throw error;
    send({ problem: error.message } satisfies DecodingAnswer);
  } finally {
    clearInterval(watch);
  }
});
send({ problem: 'ready' } satisfies DecodingAnswer);
