import type * as OrtWeb from 'onnxruntime-web';
import type { Ort } from './ort-session.js';
import type { ThreadStart } from './thread-messages.js';

/** onnxruntime, and the options of its sessions. */
export interface LoadedOrt {
  readonly ort: Ort;
  readonly options: OrtWeb.InferenceSession.SessionOptions;
}

/** Loads a build of onnxruntime into this thread. */
export async function loadOrt({ backend, threads }: ThreadStart): Promise<LoadedOrt> {
  const shared = { graphOptimizationLevel: 'all', logSeverityLevel: 3 } as const;
  if (backend === 'node') {
    // Not written as a literal, because the package is optional: types and bundlers do without it.
    const name: string = 'onnxruntime-node';
    const { default: ort } = (await import(name)) as { readonly default: Ort };
    // Idle threads that spin would take the processor from the threads that decode the next images.
    const extra = { session: { intra_op: { allow_spinning: '0' } } };
    return { ort, options: { ...shared, executionProviders: ['cpu'], intraOpNumThreads: threads, extra } };
  }
  const ort = await import('onnxruntime-web');
  ort.env.wasm.numThreads = threads;
  return { ort, options: { ...shared, executionProviders: ['wasm'] } };
}
