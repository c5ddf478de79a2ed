import { existsSync } from 'node:fs';
import path from 'node:path';

/** A tensor of onnxruntime. */
interface OrtTensor {
  readonly data: Float32Array | Uint8Array;
  readonly dims: readonly number[];
}

/** A session of onnxruntime. */
interface OrtSession {
  run(feeds: Readonly<Record<string, OrtTensor>>): Promise<Readonly<Record<string, OrtTensor>>>;
  release(): Promise<void>;
}

/**
 * The part of onnxruntime's interface that is used here. The packages are optional, so the compiler does not see their
 * types.
 */
interface Ort {
  readonly env: {
    readonly versions: Readonly<Record<string, string>>;
    readonly wasm: { numThreads?: number };
  };
  readonly InferenceSession: {
    create(model: string | Uint8Array, options: Readonly<Record<string, unknown>>): Promise<OrtSession>;
  };
  readonly Tensor: new (type: string, data: Float32Array | Uint8Array, dims: readonly number[]) => OrtTensor;
}

/** An input of a model. */
export interface Feed {
  readonly data: Float32Array | Uint8Array;
  readonly shape: readonly number[];
}

/** A model that a runtime has loaded. */
export interface LoadedModel extends AsyncDisposable {
  /** Computes all outputs, each in row-major order. */
  run(feeds: Readonly<Record<string, Feed>>): Promise<Readonly<Record<string, Float32Array>>>;
}

/** An onnxruntime that is installed. */
export interface Runtime {
  /** For people: `onnxruntime-node 1.30.0`. */
  readonly title: string;
  readonly isWasm: boolean;
  load(file: string): Promise<LoadedModel>;
}

const PACKAGES = ['onnxruntime-node', 'onnxruntime-web'] as const;

/** The packages of onnxruntime that can be loaded here: the native one, and WebAssembly. */
export async function installedRuntimes(): Promise<Runtime[]> {
  const found: Runtime[] = [];
  for (const name of PACKAGES) {
    const ort = await loadPackage(name);
    if (ort !== undefined) found.push(runtimeOf(name, ort));
  }
  return found;
}

/** @returns undefined if it is not installed, or has no binary for this machine */
async function loadPackage(name: string): Promise<Ort | undefined> {
  try {
    const loaded = (await import(name)) as Ort & { readonly default?: Ort };
    return loaded.default?.InferenceSession === undefined ? loaded : loaded.default;
  } catch {
    return undefined;
  }
}

function runtimeOf(name: (typeof PACKAGES)[number], ort: Ort): Runtime {
  const isWasm = name === 'onnxruntime-web';
  const { versions } = ort.env;
  const version = versions[isWasm ? 'web' : 'node'] ?? versions.common ?? '';
  // Threads of WebAssembly would outlive the session.
  if (isWasm) ort.env.wasm.numThreads = 1;
  return {
    title: isWasm ? `onnxruntime-web ${version} (WebAssembly)` : `${name} ${version}`,
    isWasm,
    async load(file) {
      const session = await ort.InferenceSession.create(file, {
        executionProviders: [isWasm ? 'wasm' : 'cpu'],
        logSeverityLevel: 3,
        ...(isWasm && externalData(file)),
      });
      return {
        async run(feeds) {
          const inputs = Object.entries(feeds).map(([input, { data, shape }]) => {
            const type = data instanceof Uint8Array ? 'uint8' : 'float32';
            return [input, new ort.Tensor(type, data, shape)] as const;
          });
          const outputs = await session.run(Object.fromEntries(inputs));
          return Object.fromEntries(
            Object.entries(outputs).map(([output, { data }]) => [output, data as Float32Array]),
          );
        },
        [Symbol.asyncDispose]: () => session.release(),
      };
    },
  };
}

/** WebAssembly has no files: it is told where the data beside a model is. */
function externalData(file: string): { readonly externalData?: readonly object[] } {
  const data = `${file}.data`;
  return existsSync(data) ? { externalData: [{ path: path.basename(data), data }] } : {};
}
