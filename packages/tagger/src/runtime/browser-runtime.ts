import { UsageError } from '@hashsight/formats';
import type * as OrtWeb from 'onnxruntime-web';
import type { RuntimeInfo, TaggerOptions } from '../api.js';
import { ModelFolderError } from '../errors.js';
import { type ModelFolder, modelSource, preprocessSource } from '../model-folder.js';
import type { CheckedOptions } from '../options.js';
import { Slots } from '../slots.js';
import { findGpu } from './browser-gpu.js';
import { OrtSession } from './ort-session.js';
import { recall, remember } from './remembered.js';
import type { ModelSource, Runtime, Session } from './session.js';

/** Measured passes; the fastest counts. */
const PASSES = 3;

interface Sources {
  readonly model: ModelSource;
  readonly preprocess: ModelSource;
}

/**
 * The runtime in a browser: the faster one of WebGPU and WebAssembly, by a timed warm-up that is remembered for the model.
 * WebGPU is not tried on software adapters.
 *
 * @throws UsageError if the chosen runtime is not available
 * @throws ModelFolderError if a graph cannot be loaded
 */
export async function browserRuntime(
  folder: ModelFolder,
  options: CheckedOptions,
  given: TaggerOptions,
): Promise<Runtime> {
  const { runtime, precision } = options;
  if (runtime === 'node') {
    throw new UsageError('expected auto, wasm, or webgpu in a browser, got node', { option: 'runtime' });
  }
  const how = { byPath: false, onProgress: given.onProgress };
  const [model, preprocess] = await Promise.all([
    modelSource(folder, precision, how),
    preprocessSource(folder, how),
  ]);
  const open = (backend: 'wasm' | 'webgpu', reason: string) =>
    openBackend(folder, { model, preprocess }, { backend, reason, options, wasmPaths: given.wasmPaths });
  if (runtime === 'wasm') return open('wasm', 'chosen');
  const gpu = await findGpu();
  if (runtime === 'webgpu') {
    if (gpu.problem !== undefined) throw new UsageError(`${gpu.problem}; use wasm`, { option: 'runtime' });
    return open('webgpu', 'chosen');
  }
  if (gpu.problem !== undefined) return open('wasm', gpu.problem);
  const key = `${folder.reader.place}:${precision}:${sizeOf(model)}:${gpu.name}`;
  const known = recall(key);
  if (known !== undefined) return open(known.runtime, `${reasonOf(known)}, measured on an earlier visit`);
  return measured(folder.geometry.imageSize, { key, gpu: gpu.name, open });
}

function reasonOf({ gpu, wasmMs, webgpuMs }: { gpu: string; wasmMs: number; webgpuMs: number }): string {
  return `WebGPU takes ${webgpuMs.toFixed(0)} ms for an image on ${gpu}, WebAssembly ${wasmMs.toFixed(0)} ms`;
}

/** Opens both, and keeps the faster one. */
async function measured(
  side: number,
  {
    key,
    gpu,
    open,
  }: {
    readonly key: string;
    readonly gpu: string;
    readonly open: (backend: 'wasm' | 'webgpu', reason: string) => Promise<Runtime>;
  },
): Promise<Runtime> {
  const wasm = await open('wasm', '');
  const webgpu = await open('webgpu', '').catch(() => undefined);
  const webgpuMs = webgpu && (await passMs(webgpu.model, side).catch(() => undefined));
  if (webgpu === undefined || webgpuMs === undefined) {
    await webgpu?.dispose();
    return { ...wasm, info: { ...wasm.info, reason: `WebGPU cannot run the model on ${gpu}` } };
  }
  const wasmMs = await passMs(wasm.model, side);
  const [kept, dropped] = webgpuMs < wasmMs ? [webgpu, wasm] : [wasm, webgpu];
  await dropped.dispose();
  const name = kept === webgpu ? 'webgpu' : 'wasm';
  remember(key, { runtime: name, wasmMs, webgpuMs, gpu });
  return { ...kept, info: { ...kept.info, reason: reasonOf({ gpu, wasmMs, webgpuMs }) } };
}

/** Time of a forward pass of one image, after one that compiles. */
async function passMs(model: Session, side: number): Promise<number> {
  const pass = async () => {
    const start = performance.now();
    const parts = [new Float32Array(3 * side * side)];
    await model.run(
      [{ name: 'pixel_values', type: 'float32', dims: [1, 3, side, side], parts }],
      ['probabilities'],
    );
    return performance.now() - start;
  };
  await pass();
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < PASSES; i++) fastest = Math.min(fastest, await pass());
  return fastest;
}

interface Backend {
  readonly backend: 'wasm' | 'webgpu';
  readonly reason: string;
  readonly options: CheckedOptions;
  readonly wasmPaths: string | URL | undefined;
}

async function openBackend(
  folder: ModelFolder,
  { model, preprocess }: Sources,
  { backend, reason, options, wasmPaths }: Backend,
): Promise<Runtime> {
  const ort = await (backend === 'wasm' ? import('onnxruntime-web/wasm') : import('onnxruntime-web/webgpu'));
  const threads = setUp(ort.env.wasm, options.threads, wasmPaths);
  const sessions: OrtSession[] = [];
  // A module of onnxruntime runs one call at a time.
  const turn = new Slots(1);
  const open = async (file: string, source: ModelSource, provider: 'wasm' | 'webgpu'): Promise<Session> => {
    const session = await opened(folder, file, () =>
      OrtSession.open(ort, source, { executionProviders: [provider], logSeverityLevel: 3 }),
    );
    sessions.push(session);
    const { inputs, outputs } = session;
    return { inputs, outputs, run: (feeds, fetches) => turn.use(() => session.run(feeds, fetches)) };
  };
  const dispose = () =>
    turn.use(async () => {
      for (const session of sessions.splice(0)) await session.release();
    });
  try {
    const preprocessing = await open('preprocess', preprocess, 'wasm');
    const network = await open('model', model, backend);
    const { precision } = options;
    const info: Omit<RuntimeInfo, 'decoder'> = {
      name: backend,
      threads: backend === 'wasm' ? threads : 1,
      precision,
      reason,
    };
    return { info, preprocess: preprocessing, model: network, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** @returns the number of threads */
function setUp(
  wasm: OrtWeb.Env.WebAssemblyFlags,
  threads: number | undefined,
  wasmPaths: string | URL | undefined,
): number {
  // Threads load the module's own script, which has an address of its own only if its folder is given. They need
  // SharedArrayBuffer, which browsers give only to pages with the headers of cross-origin isolation.
  const canShare = wasmPaths !== undefined && globalThis.crossOriginIsolated === true;
  const wanted = threads ?? globalThis.navigator?.hardwareConcurrency ?? 1;
  wasm.numThreads = canShare ? wanted : 1;
  if (wasmPaths !== undefined) {
    const { href } = new URL(wasmPaths, globalThis.location?.href);
    wasm.wasmPaths = href.endsWith('/') ? href : `${href}/`;
  }
  return wasm.numThreads;
}

async function opened<T>({ reader }: ModelFolder, file: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0];
    throw new ModelFolderError(
      `${reader.place}: onnx/${file}*.onnx: expected an ONNX model, got one that onnxruntime cannot load: ${reason}`,
      { cause },
    );
  }
}

function sizeOf(source: ModelSource): number {
  return 'bytes' in source ? source.bytes.length : 0;
}
