import { availableParallelism } from 'node:os';
import { UsageError } from '@hashsight/formats';
import type { RuntimeInfo } from '../api.js';
import { ModelFolderError } from '../errors.js';
import { type ModelFolder, modelSource, preprocessSource } from '../model-folder.js';
import type { CheckedOptions } from '../options.js';
import type { ModelSource, Runtime, Session } from './session.js';
import { SessionThread, UnavailableRuntime } from './session-thread.js';

const INSTALL = 'install it with: ONNXRUNTIME_NODE_INSTALL=skip npm install onnxruntime-node';

/**
 * The runtime in Node: onnxruntime-node where it is installed, else WebAssembly.
 *
 * @throws UsageError if the chosen runtime is not available
 * @throws ModelFolderError if a graph cannot be loaded
 */
export async function nodeRuntime(
  folder: ModelFolder,
  options: CheckedOptions,
  { onProgress }: { readonly onProgress?: Parameters<typeof modelSource>[2]['onProgress'] },
): Promise<Runtime> {
  const { runtime } = options;
  if (runtime === 'webgpu') {
    throw new UsageError('expected auto, node, or wasm in Node, got webgpu', { option: 'runtime' });
  }
  const open = (backend: 'node' | 'wasm', reason: string) =>
    openThreads(folder, options, { backend, reason, onProgress });
  if (runtime === 'wasm') return open('wasm', 'chosen');
  try {
    return await open('node', runtime === 'node' ? 'chosen' : 'onnxruntime-node is installed');
  } catch (error) {
    if (!(error instanceof UnavailableRuntime)) throw error;
    const reason = isMissing()
      ? 'onnxruntime-node is not installed'
      : `onnxruntime-node cannot be loaded: ${error.message}`;
    if (runtime === 'node')
      throw new UsageError(`${reason}; ${INSTALL}`, { option: 'runtime', cause: error });
    return open('wasm', reason);
  }
}

function isMissing(): boolean {
  try {
    import.meta.resolve('onnxruntime-node');
    return false;
  } catch {
    return true;
  }
}

interface Start {
  readonly backend: 'node' | 'wasm';
  readonly reason: string;
  readonly onProgress: Parameters<typeof modelSource>[2]['onProgress'];
}

async function openThreads(folder: ModelFolder, options: CheckedOptions, start: Start): Promise<Runtime> {
  const { backend, reason, onProgress } = start;
  const { precision } = options;
  const threads = options.threads ?? availableParallelism();
  const modelThread = new SessionThread({ backend, threads });
  // Preprocessing overlaps with the model. A second WebAssembly module would take longer to start than it saves.
  const preprocessThread = backend === 'node' ? new SessionThread({ backend, threads: 1 }) : modelThread;
  const all = [...new Set([modelThread, preprocessThread])];
  const dispose = async () => void (await Promise.all(all.map((thread) => thread.end())));
  try {
    const how = { byPath: backend === 'node', onProgress };
    const [model, preprocess] = await Promise.all([
      modelSource(folder, precision, how).then((source) => opened(folder, modelThread, 'model', source)),
      preprocessSource(folder, how).then((source) => opened(folder, preprocessThread, 'preprocess', source)),
    ]);
    const name = backend === 'node' ? 'onnxruntime-node' : 'wasm';
    const info: Omit<RuntimeInfo, 'decoder'> = { name, threads, precision, reason };
    return { info, model, preprocess, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function opened(
  folder: ModelFolder,
  thread: SessionThread,
  name: string,
  source: ModelSource,
): Promise<Session> {
  try {
    return await thread.open(name, source);
  } catch (cause) {
    if (cause instanceof UnavailableRuntime) throw cause;
    const reason = (cause as Error).message.split('\n')[0];
    throw new ModelFolderError(
      `${folder.reader.place}: onnx/${name}*.onnx: expected an ONNX model, got one that onnxruntime cannot load: ${reason}`,
      { cause },
    );
  }
}
