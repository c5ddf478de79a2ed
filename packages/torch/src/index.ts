import './methods/index.js';

export * as amp from './amp/index.js';
export {
  autocast,
  type BackwardOptions,
  backward,
  enableGrad,
  grad,
  inferenceMode,
  noGrad,
} from './autograd.js';
export {
  configuration,
  cudaDeviceCount,
  getNumThreads,
  keepFreedMemory,
  setNumThreads,
  useDeterministicAlgorithms,
  version,
} from './context.js';
export {
  arange,
  cat,
  empty,
  emptyLike,
  eye,
  fromBuffer,
  full,
  linspace,
  ones,
  onesLike,
  rand,
  randint,
  randn,
  randperm,
  stack,
  type TensorOptions,
  tensor,
  withDevice,
  zeros,
  zerosLike,
} from './creation.js';
export * as distributed from './distributed/index.js';
export {
  type Complex,
  type Device,
  type Dtype,
  isFloatingPoint,
  itemSize,
  type Layout,
  type MemoryFormat,
  type Scalar,
  type TypedArray,
} from './dtype.js';
export { DisposedError, DistributedError, NativeLoadError, TorchError, WeightsError } from './errors.js';
export { memory, NativeValue, tidy } from './memory.js';
export type { Dims, NestedNumbers } from './methods/index.js';
export * as nn from './nn/index.js';
export { loadLibrary, type Operator, operator } from './operator.js';
export type { AtenOps } from './ops.generated.js';
export { type Namespace, ops } from './ops.js';
export * as optim from './optim/index.js';
export { type OperatorTime, profile } from './profiler.js';
export { Generator, getRngState, manualSeed, setRngState } from './random.js';
export {
  type OpenOptions,
  openTensorFile,
  type StoredTensor,
  safetensors,
  type TensorFile,
  type TensorFileFormat,
} from './serialization/index.js';
export { Tensor } from './tensor.js';
