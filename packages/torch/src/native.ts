import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFolder } from '@hashsight/native-build';
import { DisposedError, DistributedError, NativeLoadError, TorchError } from './errors.js';
import { isWaitingSet } from './waiting-threads.js';

/** Integer that identifies a native value; 0 is no value. */
export type Handle = number;

/** One argument in an operator's schema. */
export interface SchemaArgument {
  readonly name: string;
  /** Type in schema syntax: `Tensor?`, `int[2]`, `Scalar`. */
  readonly type: string;
  readonly keywordOnly: boolean;
  readonly hasDefault: boolean;
  readonly isOut: boolean;
}

/** One return value. `alias` is the index of the argument that is returned (`add_` returns `self`), or -1. */
export interface SchemaReturn {
  readonly type: string;
  readonly alias: number;
}

/** An operator's schema. */
export interface Schema {
  readonly name: string;
  readonly overload: string;
  readonly text: string;
  readonly arguments: readonly SchemaArgument[];
  readonly returns: readonly SchemaReturn[];
}

/** Measured time of an operator. */
export interface OperatorTime {
  /** For example `aten::mm`; a backward operator has the name of its autograd node, such as `MmBackward0`. */
  readonly name: string;
  readonly calls: number;
  /** Total time of all calls in milliseconds, excluding the operators called inside. */
  readonly selfMs: number;
}

/** The exports of `native/*.cc`. Each C++ function repeats its signature. */
export interface Native {
  initialise(classes: {
    TorchError: typeof TorchError;
    DisposedError: typeof DisposedError;
    DistributedError: typeof DistributedError;
  }): void;

  operator(name: string, overload: string): { schema: Schema; call: (...args: unknown[]) => unknown };
  overloads(name: string): string[];
  packetNames(namespace: string): string[];
  schemas(): Schema[];
  loadLibrary(path: string): void;

  shape(handle: Handle): number[];
  strides(handle: Handle): number[];
  dtype(handle: Handle): string;
  device(handle: Handle): string;
  layout(handle: Handle): string;
  requiresGrad(handle: Handle): boolean;
  isContiguous(handle: Handle, memoryFormat: string): boolean;
  haveSameLayout(handles: readonly Handle[]): boolean;
  dataAddress(handle: Handle): bigint;
  release(handle: Handle): void;
  watch(handle: Handle): void;
  memory(): { tensors: number; bytes: number };
  fromBuffer(bytes: Uint8Array, shape: readonly number[], dtype: string): Handle;
  copyToBuffer(handle: Handle, bytes: Uint8Array): void;
  shareBuffer(handle: Handle): ArrayBuffer;

  backward(
    roots: readonly Handle[],
    gradients: readonly (Handle | null)[],
    retainGraph: boolean | undefined,
    createGraph: boolean,
    inputs: readonly Handle[],
  ): void;
  grad(
    outputs: readonly Handle[],
    inputs: readonly Handle[],
    gradOutputs: readonly (Handle | null)[],
    retainGraph: boolean | undefined,
    createGraph: boolean,
    allowUnused: boolean,
  ): (Handle | null)[];
  gradient(handle: Handle): Handle | null;
  setGradient(handle: Handle, gradient: Handle | null): void;
  setGradEnabled(enabled: boolean): boolean;
  enterInferenceMode(): void;
  exitInferenceMode(): void;
  enterAutocast(device: string, dtype: string, enabled: boolean): { enabled: boolean; dtype: string };
  exitAutocast(device: string, dtype: string, enabled: boolean): void;

  manualSeed(seed: bigint): void;
  createGenerator(device: string): Handle;
  shareDefaultGenerator(device: string): Handle;
  seedGenerator(handle: Handle, seed: bigint): void;
  generatorState(handle: Handle): Handle;
  setGeneratorState(handle: Handle, state: Handle): void;
  numThreads(): number;
  setNumThreads(count: number): void;
  cudaDeviceCount(): number;
  version(): string;
  configuration(): string;
  setDeterministic(enabled: boolean): void;
  keepFreedMemory(): boolean;
  adaptWaiting(): void;
  isWaitShort(): boolean;

  startProfiler(): boolean;
  stopProfiler(): OperatorTime[];

  initProcessGroup(options: {
    readonly backend: string;
    readonly rank: number;
    readonly worldSize: number;
    readonly address: string;
    readonly port: number;
    readonly hostsStore: boolean;
    readonly prefix: string;
    readonly timeoutMs: number;
  }): Handle;
  allReduce(group: Handle, tensor: Handle, operation: string): void;
  broadcast(group: Handle, tensors: readonly Handle[], root: number): void;
  allGather(group: Handle, tensor: Handle): Handle[];
  barrier(group: Handle): void;
  createReducer(
    group: Handle,
    parameters: readonly Handle[],
    bucketBytes: number,
    firstBucketBytes: number,
    findUnusedParameters: boolean,
    gradientAsBucketView: boolean,
  ): Handle;
  prepareForBackward(reducer: Handle, outputs: readonly Handle[]): void;
  syncBatchNorm(
    input: Handle,
    weight: Handle,
    bias: Handle,
    runningMean: Handle,
    runningVar: Handle,
    group: Handle,
    momentum: number,
    eps: number,
  ): Handle;
}

/** The folder of the native part and of the files that its build wrote. */
export const NATIVE_FOLDER = buildFolder(fileURLToPath(new URL('../../', import.meta.url)));

function load(): Native {
  const file = path.join(NATIVE_FOLDER, 'hashsight_torch.node');
  if (!existsSync(file)) {
    throw new NativeLoadError(
      'libtorch: the native part is not built; run npm run setup in the repository, or setup() of @hashsight/torch/setup',
    );
  }
  try {
    const native = createRequire(import.meta.url)(file) as Native;
    native.initialise({ TorchError, DisposedError, DistributedError });
    if (!isWaitingSet()) native.adaptWaiting();
    return native;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NativeLoadError(
      `libtorch: the native part cannot be loaded ("${reason}"); build it again with npm run setup or setup() of @hashsight/torch/setup`,
    );
  }
}

/** The native half of this package, loaded once per environment. */
export const native: Native = load();
