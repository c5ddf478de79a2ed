import { parentPort, workerData } from 'node:worker_threads';
import { loadOrt } from './node-backends.js';
import { OrtSession } from './ort-session.js';
import type { ThreadAnswer, ThreadRequest, ThreadStart } from './thread-messages.js';

// A thread that runs sessions of onnxruntime, one call at a time: a call of onnxruntime occupies its thread until it is
// done. session-thread.ts starts it.

if (parentPort === null) throw new Error('session-worker: expected to be started as a thread');
const port = parentPort;
const start = workerData as ThreadStart;
const backend = loadOrt(start);
backend.catch(() => {}); // reported by the first request
const sessions = new Map<string, OrtSession>();
let last: Promise<void> = Promise.resolve();

port.on('message', (request: ThreadRequest) => {
  last = last.then(() => answer(request));
});

async function answer(request: ThreadRequest): Promise<void> {
  const { id } = request;
  try {
    await handle(request);
  } catch (error) {
    tell({ kind: 'failed', id, reason: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function handle(request: ThreadRequest): Promise<void> {
  const { id } = request;
  if (request.kind === 'open') {
    const loaded = await backend.catch((error: unknown) => reasonOf(error));
    if (typeof loaded === 'string') {
      tell({ kind: 'unavailable', id, reason: loaded });
      return;
    }
    const { ort, options } = loaded;
    const session = await OrtSession.open(ort, request.source, options);
    sessions.set(request.session, session);
    const { inputs, outputs } = session;
    tell({ kind: 'opened', id, opened: { inputs, outputs } });
  } else if (request.kind === 'run') {
    const session = sessions.get(request.session);
    if (session === undefined) throw new Error(`${request.session}: not opened`);
    const outputs = await session.run(request.feeds, request.fetches);
    // Without copies, the memory of onnxruntime or of the WebAssembly module would be sent.
    const copies = Object.entries(outputs).map(
      ([name, { dims, data }]) => [name, { dims, data: data.slice() }] as const,
    );
    const buffers = copies.map(([, { data }]) => data.buffer);
    tell({ kind: 'done', id, outputs: Object.fromEntries(copies) }, buffers);
  } else {
    for (const session of sessions.values()) await session.release();
    tell({ kind: 'ended', id });
    // Without its port the thread has nothing to wait for, and ends by itself, never in the middle of a native call.
    port.close();
    // The threads of the WebAssembly module would keep this one alive.
    if (start.backend === 'wasm') process.exit();
  }
}

function tell(message: ThreadAnswer, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}
