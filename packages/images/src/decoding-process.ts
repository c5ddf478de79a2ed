import sharp from 'sharp';
import { decodeHere } from './decode-here.js';
import type { DecodingAnswer, DecodingOrder } from './decoding-messages.js';
import { UnusableImage } from './unusable-image.js';

// A process that decodes one image at a time; started by decode-apart.ts, which ends it when an image takes too long.

const send = process.send?.bind(process);
if (send === undefined) throw new Error('decoding-process: expected to be started by decode-apart');

sharp.concurrency(1);
sharp.cache(false); // no image is decoded twice
// A terminal signals all processes at once; this one ends with the one that started it, and after it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

/** How often the time is looked at. */
const TICK_MS = 100;

process.on('message', async ({ bytes, size, seconds }: DecodingOrder) => {
  // Processor time, so that it does not depend on what else the machine does. libuv's threads decode, and this one is free.
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
