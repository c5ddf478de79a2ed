// Generated from the schemas of LibTorch 2.13.0 by scripts/generate-ops.mjs: do not edit, run npm run generate.
//
// Overloads without a type here; call them through ops or operator():
//   aten::get_gradients: returns a TorchScript dictionary
//   aten::quantized_gru.data: takes a TorchScript object
//   aten::quantized_gru.input: takes a TorchScript object
//   aten::quantized_lstm.data: takes a TorchScript object
//   aten::quantized_lstm.input: takes a TorchScript object
//   aten::record_stream: takes a device stream
//   aten::set.source_Storage: takes a bare storage, which has no TypeScript type
//   aten::set.source_Storage_out: takes a bare storage, which has no TypeScript type
//   aten::set.source_Storage_storage_offset: takes a bare storage, which has no TypeScript type
//   aten::set.source_Storage_storage_offset_out: takes a bare storage, which has no TypeScript type
//   aten::set_.source_Storage: takes a bare storage, which has no TypeScript type
//   aten::set_.source_Storage_storage_offset: takes a bare storage, which has no TypeScript type
//
// Namespaces without types:
//   _c10d_functional: collectives as traced by Python compilers
//   _c10d_functional_autograd: collectives as traced by Python compilers
//   _dtensor: internals of distributed tensors in Python
//   _quantized: internals of quantization
//   _test: PyTorch's own tests
//   c10d: collectives; use a process group
//   inductor: internals of the Python compiler
//   inductor_prims: internals of the Python compiler
//   mkl: packed weights, an internal of graph optimisation
//   mkldnn: fused operators, internals of graph optimization
//   mkldnn_prepacked: packed weights, internals of graph optimization
//   onednn: fused quantized operators, internals of graph optimization
//   profiler: marks for the profiler
//   quantization: internals of quantization
//   quantized: take packed parameters, which have no TypeScript type
//   sparse: take packed parameters, which have no TypeScript type
//   static_runtime: internals of a graph runtime
//   symm_mem: symmetric memory of several GPUs

import type { Device, Dtype, Layout, MemoryFormat, Scalar } from './dtype.js';
import type { Generator } from './random.js';
import type { Tensor } from './tensor.js';

/** Every `aten::` operator, with one call signature per overload. Arguments with defaults are options. */
export interface AtenOps {
  /** `aten::__and__.Scalar(Tensor self, Scalar other) -> Tensor` */
  __and__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__and__.Tensor(Tensor self, Tensor other) -> Tensor` */
  __and__(self: Tensor, other: Tensor): Tensor;
  /** `aten::__iand__.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  __iand__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__iand__.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  __iand__(self: Tensor, other: Tensor): Tensor;
  /** `aten::__ilshift__.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  __ilshift__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__ilshift__.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  __ilshift__(self: Tensor, other: Tensor): Tensor;
  /** `aten::__ior__.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  __ior__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__ior__.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  __ior__(self: Tensor, other: Tensor): Tensor;
  /** `aten::__irshift__.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  __irshift__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__irshift__.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  __irshift__(self: Tensor, other: Tensor): Tensor;
  /** `aten::__ixor__.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  __ixor__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__ixor__.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  __ixor__(self: Tensor, other: Tensor): Tensor;
  /** `aten::__lshift__.Scalar(Tensor self, Scalar other) -> Tensor` */
  __lshift__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__lshift__.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  __lshift__(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::__lshift__.Tensor(Tensor self, Tensor other) -> Tensor` */
  __lshift__(self: Tensor, other: Tensor): Tensor;
  /** `aten::__lshift__.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  __lshift__(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::__or__.Scalar(Tensor self, Scalar other) -> Tensor` */
  __or__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__or__.Tensor(Tensor self, Tensor other) -> Tensor` */
  __or__(self: Tensor, other: Tensor): Tensor;
  /** `aten::__rshift__.Scalar(Tensor self, Scalar other) -> Tensor` */
  __rshift__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__rshift__.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  __rshift__(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::__rshift__.Tensor(Tensor self, Tensor other) -> Tensor` */
  __rshift__(self: Tensor, other: Tensor): Tensor;
  /** `aten::__rshift__.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  __rshift__(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::__xor__.Scalar(Tensor self, Scalar other) -> Tensor` */
  __xor__(self: Tensor, other: Scalar): Tensor;
  /** `aten::__xor__.Tensor(Tensor self, Tensor other) -> Tensor` */
  __xor__(self: Tensor, other: Tensor): Tensor;
  /** `aten::_adaptive_avg_pool2d(Tensor self, SymInt[2] output_size) -> Tensor` */
  _adaptiveAvgPool2d(self: Tensor, outputSize: number | readonly number[]): Tensor;
  /** `aten::_adaptive_avg_pool2d.out(Tensor self, SymInt[2] output_size, *, Tensor(a!) out) -> Tensor(a!)` */
  _adaptiveAvgPool2d(self: Tensor, outputSize: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_adaptive_avg_pool2d_backward(Tensor grad_output, Tensor self) -> Tensor` */
  _adaptiveAvgPool2dBackward(gradOutput: Tensor, self: Tensor): Tensor;
  /** `aten::_adaptive_avg_pool2d_backward.out(Tensor grad_output, Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _adaptiveAvgPool2dBackward(gradOutput: Tensor, self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_adaptive_avg_pool3d(Tensor self, SymInt[3] output_size) -> Tensor` */
  _adaptiveAvgPool3d(self: Tensor, outputSize: number | readonly number[]): Tensor;
  /** `aten::_adaptive_avg_pool3d.out(Tensor self, SymInt[3] output_size, *, Tensor(a!) out) -> Tensor(a!)` */
  _adaptiveAvgPool3d(self: Tensor, outputSize: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_adaptive_avg_pool3d_backward(Tensor grad_output, Tensor self) -> Tensor` */
  _adaptiveAvgPool3dBackward(gradOutput: Tensor, self: Tensor): Tensor;
  /** `aten::_adaptive_avg_pool3d_backward.out(Tensor grad_output, Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _adaptiveAvgPool3dBackward(gradOutput: Tensor, self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_add_batch_dim(Tensor self, int batch_dim, int level) -> Tensor` */
  _addBatchDim(self: Tensor, batchDim: number, level: number): Tensor;
  /** `aten::_add_relu.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  _addRelu(self: Tensor, other: Scalar, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::_add_relu.Scalar_out(Tensor self, Scalar other, Scalar alpha=1, *, Tensor(a!) out) -> Tensor(a!)` */
  _addRelu(self: Tensor, other: Scalar, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::_add_relu.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  _addRelu(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::_add_relu.out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  _addRelu(self: Tensor, other: Tensor, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::_add_relu_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  _addRelu_(self: Tensor, other: Scalar, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::_add_relu_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  _addRelu_(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::_addmm_activation(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, bool use_gelu=False) -> Tensor` */
  _addmmActivation(self: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined; useGelu?: boolean | undefined }): Tensor;
  /** `aten::_addmm_activation.out(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, bool use_gelu=False, Tensor(a!) out) -> Tensor(a!)` */
  _addmmActivation(self: Tensor, mat1: Tensor, mat2: Tensor, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; useGelu?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_aminmax(Tensor self) -> (Tensor, Tensor)` */
  _aminmax(self: Tensor): [Tensor, Tensor];
  /** `aten::_aminmax.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor, Tensor)` */
  _aminmax(self: Tensor, dim: number, options?: { keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::_aminmax.dim_out(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _aminmax(self: Tensor, dim: number, options: { keepdim?: boolean | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_aminmax.out(Tensor self, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _aminmax(self: Tensor, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_amp_foreach_non_finite_check_and_unscale(Tensor[] self, Tensor found_inf, Tensor inv_scale) -> (Tensor[] self_out, Tensor found_inf_out)` */
  _ampForeachNonFiniteCheckAndUnscale(self: readonly Tensor[], foundInf: Tensor, invScale: Tensor): [Tensor[], Tensor];
  /** `aten::_amp_foreach_non_finite_check_and_unscale.out(Tensor[] self, Tensor(b!) found_inf, Tensor inv_scale, *, Tensor(a!)[] out) -> ()` */
  _ampForeachNonFiniteCheckAndUnscale(self: readonly Tensor[], foundInf: Tensor, invScale: Tensor, options: { out: readonly Tensor[] }): void;
  /** `aten::_amp_foreach_non_finite_check_and_unscale_(Tensor(a!)[] self, Tensor(b!) found_inf, Tensor inv_scale) -> ()` */
  _ampForeachNonFiniteCheckAndUnscale_(self: readonly Tensor[], foundInf: Tensor, invScale: Tensor): void;
  /** `aten::_amp_update_scale(Tensor self, Tensor growth_tracker, Tensor found_inf, float scale_growth_factor, float scale_backoff_factor, int growth_interval) -> (Tensor, Tensor growth_tracker_out)` */
  _ampUpdateScale(self: Tensor, growthTracker: Tensor, foundInf: Tensor, scaleGrowthFactor: number, scaleBackoffFactor: number, growthInterval: number): [Tensor, Tensor];
  /** `aten::_amp_update_scale.out(Tensor self, Tensor(b!) growth_tracker, Tensor found_inf, float scale_growth_factor, float scale_backoff_factor, int growth_interval, *, Tensor(a!) out) -> Tensor(a!)` */
  _ampUpdateScale(self: Tensor, growthTracker: Tensor, foundInf: Tensor, scaleGrowthFactor: number, scaleBackoffFactor: number, growthInterval: number, options: { out: Tensor }): Tensor;
  /** `aten::_amp_update_scale_(Tensor(a!) self, Tensor(b!) growth_tracker, Tensor found_inf, float scale_growth_factor, float scale_backoff_factor, int growth_interval) -> Tensor(a!)` */
  _ampUpdateScale_(self: Tensor, growthTracker: Tensor, foundInf: Tensor, scaleGrowthFactor: number, scaleBackoffFactor: number, growthInterval: number): Tensor;
  /** `aten::_assert_async(Tensor self) -> ()` */
  _assertAsync(self: Tensor): void;
  /** `aten::_assert_async.msg(Tensor self, str assert_msg) -> ()` */
  _assertAsync(self: Tensor, assertMsg: string): void;
  /** `aten::_assert_scalar(Scalar self, str assert_msg) -> ()` */
  _assertScalar(self: Scalar, assertMsg: string): void;
  /** `aten::_assert_tensor_metadata(Tensor a, SymInt[]? size=None, SymInt[]? stride=None, ScalarType? dtype=None, *, Device? device=None, Layout? layout=None) -> ()` */
  _assertTensorMetadata(a: Tensor, options?: { size?: readonly number[] | null | undefined; stride?: readonly number[] | null | undefined; dtype?: Dtype | null | undefined; device?: Device | null | undefined; layout?: Layout | null | undefined }): void;
  /** `aten::_autocast_to_full_precision(Tensor(a) self, bool cuda_enabled, bool cpu_enabled) -> Tensor(a)` */
  _autocastToFullPrecision(self: Tensor, cudaEnabled: boolean, cpuEnabled: boolean): Tensor;
  /** `aten::_autocast_to_reduced_precision(Tensor(a) self, bool cuda_enabled, bool cpu_enabled, ScalarType cuda_dtype, ScalarType cpu_dtype) -> Tensor(a)` */
  _autocastToReducedPrecision(self: Tensor, cudaEnabled: boolean, cpuEnabled: boolean, cudaDtype: Dtype, cpuDtype: Dtype): Tensor;
  /** `aten::_backward(Tensor self, Tensor[] inputs, Tensor? gradient=None, bool? retain_graph=None, bool create_graph=False) -> ()` */
  _backward(self: Tensor, inputs: readonly Tensor[], options?: { gradient?: Tensor | null | undefined; retainGraph?: boolean | null | undefined; createGraph?: boolean | undefined }): void;
  /** `aten::_batch_norm_impl_index(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, bool cudnn_enabled) -> (Tensor, Tensor, Tensor, Tensor, int)` */
  _batchNormImplIndex(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number, cudnnEnabled: boolean): [Tensor, Tensor, Tensor, Tensor, number];
  /** `aten::_batch_norm_impl_index_backward(int impl_index, Tensor input, Tensor grad_output, Tensor? weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_var_transform, bool train, float eps, bool[3] output_mask, Tensor reservedSpace) -> (Tensor, Tensor, Tensor)` */
  _batchNormImplIndexBackward(implIndex: number, input: Tensor, gradOutput: Tensor, weight: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, saveMean: Tensor | null, saveVarTransform: Tensor | null, train: boolean, eps: number, outputMask: boolean | readonly boolean[], reservedSpace: Tensor): [Tensor, Tensor, Tensor];
  /** `aten::_batch_norm_no_update(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, float momentum, float eps) -> (Tensor, Tensor, Tensor, Tensor)` */
  _batchNormNoUpdate(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_batch_norm_no_update.out(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, float momentum, float eps, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!))` */
  _batchNormNoUpdate(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_batch_norm_with_update(Tensor input, Tensor? weight, Tensor? bias, Tensor(a!) running_mean, Tensor(b!) running_var, float momentum, float eps) -> (Tensor, Tensor, Tensor, Tensor)` */
  _batchNormWithUpdate(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor, runningVar: Tensor, momentum: number, eps: number): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_batch_norm_with_update.out(Tensor input, Tensor? weight, Tensor? bias, Tensor(a!) running_mean, Tensor(b!) running_var, float momentum, float eps, *, Tensor(d!) out, Tensor(e!) save_mean, Tensor(f!) save_invstd, Tensor(g!) reserve) -> (Tensor(d!), Tensor(e!), Tensor(f!), Tensor(g!))` */
  _batchNormWithUpdate(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor, runningVar: Tensor, momentum: number, eps: number, options: { out: Tensor; saveMean: Tensor; saveInvstd: Tensor; reserve: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_batch_norm_with_update_functional(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, Tensor running_var, float momentum, float eps) -> (Tensor, Tensor, Tensor, Tensor, Tensor running_mean_out, Tensor running_var_out)` */
  _batchNormWithUpdateFunctional(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor, runningVar: Tensor, momentum: number, eps: number): [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_cast_Byte(Tensor self, bool non_blocking=False) -> Tensor` */
  _castByte(self: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::_cast_Char(Tensor self, bool non_blocking=False) -> Tensor` */
  _castChar(self: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::_cast_Double(Tensor self, bool non_blocking=False) -> Tensor` */
  _castDouble(self: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::_cast_Float(Tensor self, bool non_blocking=False) -> Tensor` */
  _castFloat(self: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::_cast_Half(Tensor self, bool non_blocking=False) -> Tensor` */
  _castHalf(self: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::_cast_Int(Tensor self, bool non_blocking=False) -> Tensor` */
  _castInt(self: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::_cast_Long(Tensor self, bool non_blocking=False) -> Tensor` */
  _castLong(self: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::_cast_Short(Tensor self, bool non_blocking=False) -> Tensor` */
  _castShort(self: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::_cdist_backward(Tensor grad, Tensor x1, Tensor x2, float p, Tensor cdist) -> Tensor` */
  _cdistBackward(grad: Tensor, x1: Tensor, x2: Tensor, p: number, cdist: Tensor): Tensor;
  /** `aten::_cdist_backward.out(Tensor grad, Tensor x1, Tensor x2, float p, Tensor cdist, *, Tensor(a!) out) -> Tensor(a!)` */
  _cdistBackward(grad: Tensor, x1: Tensor, x2: Tensor, p: number, cdist: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_cdist_forward(Tensor x1, Tensor x2, float p, int? compute_mode) -> Tensor` */
  _cdistForward(x1: Tensor, x2: Tensor, p: number, computeMode: number | null): Tensor;
  /** `aten::_cdist_forward.out(Tensor x1, Tensor x2, float p, int? compute_mode, *, Tensor(a!) out) -> Tensor(a!)` */
  _cdistForward(x1: Tensor, x2: Tensor, p: number, computeMode: number | null, options: { out: Tensor }): Tensor;
  /** `aten::_cholesky_solve_helper(Tensor self, Tensor A, bool upper) -> Tensor` */
  _choleskySolveHelper(self: Tensor, A: Tensor, upper: boolean): Tensor;
  /** `aten::_cholesky_solve_helper.out(Tensor self, Tensor A, bool upper, *, Tensor(a!) out) -> Tensor(a!)` */
  _choleskySolveHelper(self: Tensor, A: Tensor, upper: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_choose_qparams_per_tensor(Tensor self, bool reduce_range=False) -> (float, int)` */
  _chooseQparamsPerTensor(self: Tensor, options?: { reduceRange?: boolean | undefined }): [number, number];
  /** `aten::_chunk_cat(Tensor[] tensors, int dim, int num_chunks) -> Tensor` */
  _chunkCat(tensors: readonly Tensor[], dim: number, numChunks: number): Tensor;
  /** `aten::_chunk_cat.out(Tensor[] tensors, int dim, int num_chunks, *, Tensor(a!) out) -> Tensor(a!)` */
  _chunkCat(tensors: readonly Tensor[], dim: number, numChunks: number, options: { out: Tensor }): Tensor;
  /** `aten::_coalesce(Tensor self) -> Tensor` */
  _coalesce(self: Tensor): Tensor;
  /** `aten::_coalesce.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _coalesce(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_coalesced(Tensor self, bool coalesced) -> Tensor` */
  _coalesced(self: Tensor, coalesced: boolean): Tensor;
  /** `aten::_coalesced.out(Tensor self, bool coalesced, *, Tensor(a!) out) -> Tensor(a!)` */
  _coalesced(self: Tensor, coalesced: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_coalesced_(Tensor(a!) self, bool coalesced) -> Tensor(a!)` */
  _coalesced_(self: Tensor, coalesced: boolean): Tensor;
  /** `aten::_compute_linear_combination(Tensor input, Tensor coefficients) -> Tensor` */
  _computeLinearCombination(input: Tensor, coefficients: Tensor): Tensor;
  /** `aten::_compute_linear_combination.out(Tensor input, Tensor coefficients, *, Tensor(a!) out) -> Tensor(a!)` */
  _computeLinearCombination(input: Tensor, coefficients: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_conj(Tensor(a) self) -> Tensor(a)` */
  _conj(self: Tensor): Tensor;
  /** `aten::_conj_copy(Tensor self) -> Tensor` */
  _conjCopy(self: Tensor): Tensor;
  /** `aten::_conj_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _conjCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_conj_physical(Tensor self) -> Tensor` */
  _conjPhysical(self: Tensor): Tensor;
  /** `aten::_conj_physical.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _conjPhysical(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_conv_depthwise2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias, SymInt[2] stride, SymInt[2] padding, SymInt[2] dilation) -> Tensor` */
  _convDepthwise2d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[]): Tensor;
  /** `aten::_conv_depthwise2d.out(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias, SymInt[2] stride, SymInt[2] padding, SymInt[2] dilation, *, Tensor(a!) out) -> Tensor(a!)` */
  _convDepthwise2d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_convert_indices_from_coo_to_csr(Tensor self, int size, *, bool out_int32=False) -> Tensor` */
  _convertIndicesFromCooToCsr(self: Tensor, size: number, options?: { outInt32?: boolean | undefined }): Tensor;
  /** `aten::_convert_indices_from_coo_to_csr.out(Tensor self, int size, *, bool out_int32=False, Tensor(a!) out) -> Tensor(a!)` */
  _convertIndicesFromCooToCsr(self: Tensor, size: number, options: { outInt32?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_convert_indices_from_csr_to_coo(Tensor crow_indices, Tensor col_indices, *, bool out_int32=False, bool transpose=False) -> Tensor` */
  _convertIndicesFromCsrToCoo(crowIndices: Tensor, colIndices: Tensor, options?: { outInt32?: boolean | undefined; transpose?: boolean | undefined }): Tensor;
  /** `aten::_convert_indices_from_csr_to_coo.out(Tensor crow_indices, Tensor col_indices, *, bool out_int32=False, bool transpose=False, Tensor(a!) out) -> Tensor(a!)` */
  _convertIndicesFromCsrToCoo(crowIndices: Tensor, colIndices: Tensor, options: { outInt32?: boolean | undefined; transpose?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_convert_weight_to_int4pack(Tensor self, int innerKTiles) -> Tensor` */
  _convertWeightToInt4pack(self: Tensor, innerKTiles: number): Tensor;
  /** `aten::_convert_weight_to_int4pack_for_cpu(Tensor self, int innerKTiles) -> Tensor` */
  _convertWeightToInt4packForCpu(self: Tensor, innerKTiles: number): Tensor;
  /** `aten::_convolution(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, bool benchmark, bool deterministic, bool cudnn_enabled, bool allow_tf32) -> Tensor` */
  _convolution(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, cudnnEnabled: boolean, allowTf32: boolean): Tensor;
  /** `aten::_convolution.deprecated(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, int[] output_padding, SymInt groups, bool benchmark, bool deterministic, bool cudnn_enabled) -> Tensor` */
  _convolution(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, cudnnEnabled: boolean): Tensor;
  /** `aten::_convolution.out(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, bool benchmark, bool deterministic, bool cudnn_enabled, bool allow_tf32, *, Tensor(a!) out) -> Tensor(a!)` */
  _convolution(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, cudnnEnabled: boolean, allowTf32: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_convolution_double_backward(Tensor? ggI, Tensor? ggW, Tensor? ggb, Tensor gO, Tensor weight, Tensor self, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  _convolutionDoubleBackward(ggI: Tensor | null, ggW: Tensor | null, ggb: Tensor | null, gO: Tensor, weight: Tensor, self: Tensor, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::_convolution_mode(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, str padding, SymInt[] dilation, SymInt groups) -> Tensor` */
  _convolutionMode(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: string, dilation: readonly number[], groups: number): Tensor;
  /** `aten::_copy_from(Tensor self, Tensor dst, bool non_blocking=False) -> Tensor` */
  _copyFrom(self: Tensor, dst: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::_copy_from.out(Tensor self, Tensor dst, bool non_blocking=False, *, Tensor(a!) out) -> Tensor(a!)` */
  _copyFrom(self: Tensor, dst: Tensor, options: { nonBlocking?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_copy_from_and_resize(Tensor self, Tensor dst) -> Tensor` */
  _copyFromAndResize(self: Tensor, dst: Tensor): Tensor;
  /** `aten::_copy_from_and_resize.out(Tensor self, Tensor dst, *, Tensor(a!) out) -> Tensor(a!)` */
  _copyFromAndResize(self: Tensor, dst: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_cslt_compress(Tensor input) -> Tensor` */
  _csltCompress(input: Tensor): Tensor;
  /** `aten::_cslt_sparse_mm(Tensor compressed_A, Tensor dense_B, Tensor? bias=None, Tensor? alpha=None, ScalarType? out_dtype=None, bool transpose_result=False, int alg_id=0, int split_k=1, int split_k_mode=-1) -> Tensor` */
  _csltSparseMm(compressedA: Tensor, denseB: Tensor, options?: { bias?: Tensor | null | undefined; alpha?: Tensor | null | undefined; outDtype?: Dtype | null | undefined; transposeResult?: boolean | undefined; algId?: number | undefined; splitK?: number | undefined; splitKMode?: number | undefined }): Tensor;
  /** `aten::_cslt_sparse_mm_search(Tensor compressed_A, Tensor dense_B, Tensor? bias=None, Tensor? alpha=None, ScalarType? out_dtype=None, bool transpose_result=False) -> int` */
  _csltSparseMmSearch(compressedA: Tensor, denseB: Tensor, options?: { bias?: Tensor | null | undefined; alpha?: Tensor | null | undefined; outDtype?: Dtype | null | undefined; transposeResult?: boolean | undefined }): number;
  /** `aten::_ctc_loss(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank=0, bool zero_infinity=False) -> (Tensor, Tensor)` */
  _ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], options?: { blank?: number | undefined; zeroInfinity?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::_ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank=0, bool zero_infinity=False) -> (Tensor, Tensor)` */
  _ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, options?: { blank?: number | undefined; zeroInfinity?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::_ctc_loss.Tensor_out(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank=0, bool zero_infinity=False, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, options: { blank?: number | undefined; zeroInfinity?: boolean | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_ctc_loss.out(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank=0, bool zero_infinity=False, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], options: { blank?: number | undefined; zeroInfinity?: boolean | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_ctc_loss_backward(Tensor grad, Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, Tensor neg_log_likelihood, Tensor log_alpha, int blank, bool zero_infinity=False) -> Tensor` */
  _ctcLossBackward(grad: Tensor, logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], negLogLikelihood: Tensor, logAlpha: Tensor, blank: number, options?: { zeroInfinity?: boolean | undefined }): Tensor;
  /** `aten::_ctc_loss_backward.Tensor(Tensor grad, Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, Tensor neg_log_likelihood, Tensor log_alpha, int blank, bool zero_infinity=False) -> Tensor` */
  _ctcLossBackward(grad: Tensor, logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, negLogLikelihood: Tensor, logAlpha: Tensor, blank: number, options?: { zeroInfinity?: boolean | undefined }): Tensor;
  /** `aten::_ctc_loss_backward.out(Tensor grad, Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, Tensor neg_log_likelihood, Tensor log_alpha, int blank, bool zero_infinity=False, *, Tensor(a!) out) -> Tensor(a!)` */
  _ctcLossBackward(grad: Tensor, logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], negLogLikelihood: Tensor, logAlpha: Tensor, blank: number, options: { zeroInfinity?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_cudnn_attention_backward(Tensor grad_out, Tensor query, Tensor key, Tensor value, Tensor out, Tensor logsumexp, Tensor philox_seed, Tensor philox_offset, Tensor attn_bias, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, float dropout_p, bool is_causal, *, float? scale=None) -> (Tensor, Tensor, Tensor)` */
  _cudnnAttentionBackward(gradOut: Tensor, query: Tensor, key: Tensor, value: Tensor, out: Tensor, logsumexp: Tensor, philoxSeed: Tensor, philoxOffset: Tensor, attnBias: Tensor, cumSeqQ: Tensor, cumSeqK: Tensor, maxQ: number, maxK: number, dropoutP: number, isCausal: boolean, options?: { scale?: number | null | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_cudnn_attention_forward(Tensor query, Tensor key, Tensor value, Tensor? attn_bias, Tensor? cum_seq_q, Tensor? cum_seq_k, SymInt max_q, SymInt max_k, bool compute_log_sumexp, float dropout_p=0., bool is_causal=False, bool return_debug_mask=False, *, float? scale=None) -> (Tensor output, Tensor logsumexp, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, Tensor philox_seed, Tensor philox_offset, Tensor debug_attn_mask)` */
  _cudnnAttentionForward(query: Tensor, key: Tensor, value: Tensor, attnBias: Tensor | null, cumSeqQ: Tensor | null, cumSeqK: Tensor | null, maxQ: number, maxK: number, computeLogSumexp: boolean, options?: { dropoutP?: number | undefined; isCausal?: boolean | undefined; returnDebugMask?: boolean | undefined; scale?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor, number, number, Tensor, Tensor, Tensor];
  /** `aten::_cudnn_ctc_loss(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)` */
  _cudnnCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], blank: number, deterministic: boolean, zeroInfinity: boolean): [Tensor, Tensor];
  /** `aten::_cudnn_ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)` */
  _cudnnCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: number, deterministic: boolean, zeroInfinity: boolean): [Tensor, Tensor];
  /** `aten::_cudnn_ctc_loss.out(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool deterministic, bool zero_infinity, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _cudnnCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], blank: number, deterministic: boolean, zeroInfinity: boolean, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_cudnn_init_dropout_state(float dropout, bool train, int dropout_seed, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  _cudnnInitDropoutState(dropout: number, train: boolean, dropoutSeed: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_cudnn_init_dropout_state.out(float dropout, bool train, int dropout_seed, *, Tensor(a!) out) -> Tensor(a!)` */
  _cudnnInitDropoutState(dropout: number, train: boolean, dropoutSeed: number, options: { out: Tensor }): Tensor;
  /** `aten::_cudnn_rnn(Tensor input, Tensor[] weight, int weight_stride0, Tensor? weight_buf, Tensor hx, Tensor? cx, int mode, SymInt hidden_size, SymInt proj_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, SymInt[] batch_sizes, Tensor? dropout_state) -> (Tensor, Tensor, Tensor, Tensor, Tensor)` */
  _cudnnRnn(input: Tensor, weight: readonly Tensor[], weightStride0: number, weightBuf: Tensor | null, hx: Tensor, cx: Tensor | null, mode: number, hiddenSize: number, projSize: number, numLayers: number, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState: Tensor | null): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_cudnn_rnn.out(Tensor input, Tensor[] weight, int weight_stride0, Tensor? weight_buf, Tensor hx, Tensor? cx, int mode, SymInt hidden_size, SymInt proj_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, SymInt[] batch_sizes, Tensor? dropout_state, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3, Tensor(e!) out4) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!), Tensor(e!))` */
  _cudnnRnn(input: Tensor, weight: readonly Tensor[], weightStride0: number, weightBuf: Tensor | null, hx: Tensor, cx: Tensor | null, mode: number, hiddenSize: number, projSize: number, numLayers: number, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState: Tensor | null, options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor; out4: Tensor }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_cudnn_rnn_backward(Tensor input, Tensor[] weight, int weight_stride0, Tensor weight_buf, Tensor hx, Tensor? cx, Tensor output, Tensor? grad_output, Tensor? grad_hy, Tensor? grad_cy, int mode, SymInt hidden_size, SymInt proj_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, SymInt[] batch_sizes, Tensor? dropout_state, Tensor reserve, bool[4] output_mask) -> (Tensor, Tensor, Tensor, Tensor[])` */
  _cudnnRnnBackward(input: Tensor, weight: readonly Tensor[], weightStride0: number, weightBuf: Tensor, hx: Tensor, cx: Tensor | null, output: Tensor, gradOutput: Tensor | null, gradHy: Tensor | null, gradCy: Tensor | null, mode: number, hiddenSize: number, projSize: number, numLayers: number, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState: Tensor | null, reserve: Tensor, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor, Tensor[]];
  /** `aten::_cudnn_rnn_backward.out(Tensor input, Tensor[] weight, int weight_stride0, Tensor weight_buf, Tensor hx, Tensor? cx, Tensor output, Tensor? grad_output, Tensor? grad_hy, Tensor? grad_cy, int mode, SymInt hidden_size, SymInt proj_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, SymInt[] batch_sizes, Tensor? dropout_state, Tensor reserve, bool[4] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!)[] out3) -> ()` */
  _cudnnRnnBackward(input: Tensor, weight: readonly Tensor[], weightStride0: number, weightBuf: Tensor, hx: Tensor, cx: Tensor | null, output: Tensor, gradOutput: Tensor | null, gradHy: Tensor | null, gradCy: Tensor | null, mode: number, hiddenSize: number, projSize: number, numLayers: number, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState: Tensor | null, reserve: Tensor, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: readonly Tensor[] }): void;
  /** `aten::_cudnn_rnn_flatten_weight(Tensor[] weight_arr, int weight_stride0, SymInt input_size, int mode, SymInt hidden_size, SymInt proj_size, int num_layers, bool batch_first, bool bidirectional) -> Tensor` */
  _cudnnRnnFlattenWeight(weightArr: readonly Tensor[], weightStride0: number, inputSize: number, mode: number, hiddenSize: number, projSize: number, numLayers: number, batchFirst: boolean, bidirectional: boolean): Tensor;
  /** `aten::_cudnn_rnn_flatten_weight.out(Tensor[] weight_arr, int weight_stride0, SymInt input_size, int mode, SymInt hidden_size, SymInt proj_size, int num_layers, bool batch_first, bool bidirectional, *, Tensor(a!) out) -> Tensor(a!)` */
  _cudnnRnnFlattenWeight(weightArr: readonly Tensor[], weightStride0: number, inputSize: number, mode: number, hiddenSize: number, projSize: number, numLayers: number, batchFirst: boolean, bidirectional: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_cufft_clear_plan_cache(int device_index) -> ()` */
  _cufftClearPlanCache(deviceIndex: number): void;
  /** `aten::_cufft_get_plan_cache_max_size(int device_index) -> int` */
  _cufftGetPlanCacheMaxSize(deviceIndex: number): number;
  /** `aten::_cufft_get_plan_cache_size(int device_index) -> int` */
  _cufftGetPlanCacheSize(deviceIndex: number): number;
  /** `aten::_cufft_set_plan_cache_max_size(int device_index, int max_size) -> ()` */
  _cufftSetPlanCacheMaxSize(deviceIndex: number, maxSize: number): void;
  /** `aten::_cummax_helper(Tensor self, Tensor(a!) values, Tensor(b!) indices, int dim) -> ()` */
  _cummaxHelper(self: Tensor, values: Tensor, indices: Tensor, dim: number): void;
  /** `aten::_cummin_helper(Tensor self, Tensor(a!) values, Tensor(b!) indices, int dim) -> ()` */
  _cumminHelper(self: Tensor, values: Tensor, indices: Tensor, dim: number): void;
  /** `aten::_debug_has_internal_overlap(Tensor self) -> int` */
  _debugHasInternalOverlap(self: Tensor): number;
  /** `aten::_dimI(Tensor self) -> int` */
  _dimI(self: Tensor): number;
  /** `aten::_dimV(Tensor self) -> int` */
  _dimV(self: Tensor): number;
  /** `aten::_dim_arange(Tensor like, int dim) -> Tensor` */
  _dimArange(like: Tensor, dim: number): Tensor;
  /** `aten::_dirichlet_grad(Tensor x, Tensor alpha, Tensor total) -> Tensor` */
  _dirichletGrad(x: Tensor, alpha: Tensor, total: Tensor): Tensor;
  /** `aten::_dirichlet_grad.out(Tensor x, Tensor alpha, Tensor total, *, Tensor(a!) out) -> Tensor(a!)` */
  _dirichletGrad(x: Tensor, alpha: Tensor, total: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_dyn_quant_matmul_4bit(Tensor inp, Tensor packed_weights, int block_size, int in_features, int out_features) -> Tensor` */
  _dynQuantMatmul4bit(inp: Tensor, packedWeights: Tensor, blockSize: number, inFeatures: number, outFeatures: number): Tensor;
  /** `aten::_dyn_quant_pack_4bit_weight(Tensor weights, Tensor scales_zeros, Tensor? bias, int block_size, int in_features, int out_features) -> Tensor` */
  _dynQuantPack4bitWeight(weights: Tensor, scalesZeros: Tensor, bias: Tensor | null, blockSize: number, inFeatures: number, outFeatures: number): Tensor;
  /** `aten::_efficient_attention_backward(Tensor grad_out_, Tensor query, Tensor key, Tensor value, Tensor? bias, Tensor out, Tensor? cu_seqlens_q, Tensor? cu_seqlens_k, SymInt max_seqlen_q, SymInt max_seqlen_k, Tensor logsumexp, float dropout_p, Tensor philox_seed, Tensor philox_offset, int custom_mask_type, bool bias_requires_grad, *, float? scale=None, int? num_splits_key=None, int? window_size=None, bool shared_storage_dqdkdv=False) -> (Tensor, Tensor, Tensor, Tensor)` */
  _efficientAttentionBackward(gradOut_: Tensor, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | null, out: Tensor, cuSeqlensQ: Tensor | null, cuSeqlensK: Tensor | null, maxSeqlenQ: number, maxSeqlenK: number, logsumexp: Tensor, dropoutP: number, philoxSeed: Tensor, philoxOffset: Tensor, customMaskType: number, biasRequiresGrad: boolean, options?: { scale?: number | null | undefined; numSplitsKey?: number | null | undefined; windowSize?: number | null | undefined; sharedStorageDqdkdv?: boolean | undefined }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_efficient_attention_forward(Tensor query, Tensor key, Tensor value, Tensor? bias, Tensor? cu_seqlens_q, Tensor? cu_seqlens_k, SymInt? max_seqlen_q, SymInt? max_seqlen_k, float dropout_p, int custom_mask_type, bool compute_log_sumexp=False, *, float? scale=None, Tensor? seqlen_k=None, int? window_size=None) -> (Tensor output, Tensor logsumexp, Tensor philox_seed, Tensor philox_offset, SymInt max_seqlen_batch_q, SymInt max_seqlen_batch_k)` */
  _efficientAttentionForward(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | null, cuSeqlensQ: Tensor | null, cuSeqlensK: Tensor | null, maxSeqlenQ: number | null, maxSeqlenK: number | null, dropoutP: number, customMaskType: number, options?: { computeLogSumexp?: boolean | undefined; scale?: number | null | undefined; seqlenK?: Tensor | null | undefined; windowSize?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor, number, number];
  /** `aten::_efficientzerotensor(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  _efficientzerotensor(size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_efficientzerotensor.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  _efficientzerotensor(size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_embedding_bag(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int padding_idx=-1) -> (Tensor, Tensor, Tensor, Tensor)` */
  _embeddingBag(weight: Tensor, indices: Tensor, offsets: Tensor, options?: { scaleGradByFreq?: boolean | undefined; mode?: number | undefined; sparse?: boolean | undefined; perSampleWeights?: Tensor | null | undefined; includeLastOffset?: boolean | undefined; paddingIdx?: number | undefined }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_embedding_bag.out(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int padding_idx=-1, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!))` */
  _embeddingBag(weight: Tensor, indices: Tensor, offsets: Tensor, options: { scaleGradByFreq?: boolean | undefined; mode?: number | undefined; sparse?: boolean | undefined; perSampleWeights?: Tensor | null | undefined; includeLastOffset?: boolean | undefined; paddingIdx?: number | undefined; out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_embedding_bag_backward(Tensor grad, Tensor indices, Tensor offsets, Tensor offset2bag, Tensor bag_size, Tensor maximum_indices, SymInt num_weights, bool scale_grad_by_freq, int mode, bool sparse, Tensor? per_sample_weights, int padding_idx=-1) -> Tensor` */
  _embeddingBagBackward(grad: Tensor, indices: Tensor, offsets: Tensor, offset2bag: Tensor, bagSize: Tensor, maximumIndices: Tensor, numWeights: number, scaleGradByFreq: boolean, mode: number, sparse: boolean, perSampleWeights: Tensor | null, options?: { paddingIdx?: number | undefined }): Tensor;
  /** `aten::_embedding_bag_dense_backward(Tensor grad, Tensor indices, Tensor offset2bag, Tensor bag_size, Tensor maximum_indices, SymInt num_weights, bool scale_grad_by_freq, int mode, Tensor? per_sample_weights, int padding_idx=-1) -> Tensor` */
  _embeddingBagDenseBackward(grad: Tensor, indices: Tensor, offset2bag: Tensor, bagSize: Tensor, maximumIndices: Tensor, numWeights: number, scaleGradByFreq: boolean, mode: number, perSampleWeights: Tensor | null, options?: { paddingIdx?: number | undefined }): Tensor;
  /** `aten::_embedding_bag_dense_backward.out(Tensor grad, Tensor indices, Tensor offset2bag, Tensor bag_size, Tensor maximum_indices, SymInt num_weights, bool scale_grad_by_freq, int mode, Tensor? per_sample_weights, int padding_idx=-1, *, Tensor(a!) out) -> Tensor(a!)` */
  _embeddingBagDenseBackward(grad: Tensor, indices: Tensor, offset2bag: Tensor, bagSize: Tensor, maximumIndices: Tensor, numWeights: number, scaleGradByFreq: boolean, mode: number, perSampleWeights: Tensor | null, options: { paddingIdx?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_embedding_bag_forward_only(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int padding_idx=-1) -> (Tensor, Tensor, Tensor, Tensor)` */
  _embeddingBagForwardOnly(weight: Tensor, indices: Tensor, offsets: Tensor, options?: { scaleGradByFreq?: boolean | undefined; mode?: number | undefined; sparse?: boolean | undefined; perSampleWeights?: Tensor | null | undefined; includeLastOffset?: boolean | undefined; paddingIdx?: number | undefined }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_embedding_bag_forward_only.out(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int padding_idx=-1, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!))` */
  _embeddingBagForwardOnly(weight: Tensor, indices: Tensor, offsets: Tensor, options: { scaleGradByFreq?: boolean | undefined; mode?: number | undefined; sparse?: boolean | undefined; perSampleWeights?: Tensor | null | undefined; includeLastOffset?: boolean | undefined; paddingIdx?: number | undefined; out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_embedding_bag_per_sample_weights_backward(Tensor grad, Tensor weight, Tensor indices, Tensor offsets, Tensor offset2bag, int mode, int padding_idx=-1) -> Tensor` */
  _embeddingBagPerSampleWeightsBackward(grad: Tensor, weight: Tensor, indices: Tensor, offsets: Tensor, offset2bag: Tensor, mode: number, options?: { paddingIdx?: number | undefined }): Tensor;
  /** `aten::_embedding_bag_per_sample_weights_backward.out(Tensor grad, Tensor weight, Tensor indices, Tensor offsets, Tensor offset2bag, int mode, int padding_idx=-1, *, Tensor(a!) out) -> Tensor(a!)` */
  _embeddingBagPerSampleWeightsBackward(grad: Tensor, weight: Tensor, indices: Tensor, offsets: Tensor, offset2bag: Tensor, mode: number, options: { paddingIdx?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_embedding_bag_sparse_backward(Tensor grad, Tensor indices, Tensor offsets, Tensor offset2bag, Tensor bag_size, SymInt num_weights, bool scale_grad_by_freq, int mode, Tensor? per_sample_weights, int padding_idx=-1) -> Tensor` */
  _embeddingBagSparseBackward(grad: Tensor, indices: Tensor, offsets: Tensor, offset2bag: Tensor, bagSize: Tensor, numWeights: number, scaleGradByFreq: boolean, mode: number, perSampleWeights: Tensor | null, options?: { paddingIdx?: number | undefined }): Tensor;
  /** `aten::_empty_affine_quantized(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, float scale=1., int zero_point=0, MemoryFormat? memory_format=0) -> Tensor` */
  _emptyAffineQuantized(size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; scale?: number | undefined; zeroPoint?: number | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::_empty_affine_quantized.out(SymInt[] size, *, float scale=1., int zero_point=0, MemoryFormat? memory_format=0, Tensor(a!) out) -> Tensor(a!)` */
  _emptyAffineQuantized(size: readonly number[], options: { scale?: number | undefined; zeroPoint?: number | undefined; memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::_empty_per_channel_affine_quantized(SymInt[] size, *, Tensor scales, Tensor zero_points, int axis, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=0) -> Tensor` */
  _emptyPerChannelAffineQuantized(size: readonly number[], options: { scales: Tensor; zeroPoints: Tensor; axis: number; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::_empty_per_channel_affine_quantized.out(SymInt[] size, *, Tensor scales, Tensor zero_points, int axis, MemoryFormat? memory_format=0, Tensor(a!) out) -> Tensor(a!)` */
  _emptyPerChannelAffineQuantized(size: readonly number[], options: { scales: Tensor; zeroPoints: Tensor; axis: number; memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::_euclidean_dist(Tensor x1, Tensor x2) -> Tensor` */
  _euclideanDist(x1: Tensor, x2: Tensor): Tensor;
  /** `aten::_euclidean_dist.out(Tensor x1, Tensor x2, *, Tensor(a!) out) -> Tensor(a!)` */
  _euclideanDist(x1: Tensor, x2: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_fake_quantize_learnable_per_channel_affine(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max, float grad_factor=1.) -> Tensor` */
  _fakeQuantizeLearnablePerChannelAffine(self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number, quantMin: number, quantMax: number, options?: { gradFactor?: number | undefined }): Tensor;
  /** `aten::_fake_quantize_learnable_per_channel_affine.out(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max, float grad_factor=1., *, Tensor(a!) out) -> Tensor(a!)` */
  _fakeQuantizeLearnablePerChannelAffine(self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number, quantMin: number, quantMax: number, options: { gradFactor?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_fake_quantize_learnable_per_channel_affine_backward(Tensor grad, Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max, float grad_factor=1.) -> (Tensor, Tensor, Tensor)` */
  _fakeQuantizeLearnablePerChannelAffineBackward(grad: Tensor, self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number, quantMin: number, quantMax: number, options?: { gradFactor?: number | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_fake_quantize_learnable_per_tensor_affine(Tensor self, Tensor scale, Tensor zero_point, int quant_min, int quant_max, float grad_factor=1.) -> Tensor` */
  _fakeQuantizeLearnablePerTensorAffine(self: Tensor, scale: Tensor, zeroPoint: Tensor, quantMin: number, quantMax: number, options?: { gradFactor?: number | undefined }): Tensor;
  /** `aten::_fake_quantize_learnable_per_tensor_affine.out(Tensor self, Tensor scale, Tensor zero_point, int quant_min, int quant_max, float grad_factor=1., *, Tensor(a!) out) -> Tensor(a!)` */
  _fakeQuantizeLearnablePerTensorAffine(self: Tensor, scale: Tensor, zeroPoint: Tensor, quantMin: number, quantMax: number, options: { gradFactor?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_fake_quantize_learnable_per_tensor_affine_backward(Tensor grad, Tensor self, Tensor scale, Tensor zero_point, int quant_min, int quant_max, float grad_factor=1.) -> (Tensor, Tensor, Tensor)` */
  _fakeQuantizeLearnablePerTensorAffineBackward(grad: Tensor, self: Tensor, scale: Tensor, zeroPoint: Tensor, quantMin: number, quantMax: number, options?: { gradFactor?: number | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_fake_quantize_per_tensor_affine_cachemask_tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, Tensor fake_quant_enabled, int quant_min, int quant_max) -> (Tensor output, Tensor mask)` */
  _fakeQuantizePerTensorAffineCachemaskTensorQparams(self: Tensor, scale: Tensor, zeroPoint: Tensor, fakeQuantEnabled: Tensor, quantMin: number, quantMax: number): [Tensor, Tensor];
  /** `aten::_fake_quantize_per_tensor_affine_cachemask_tensor_qparams.out(Tensor self, Tensor scale, Tensor zero_point, Tensor fake_quant_enabled, int quant_min, int quant_max, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _fakeQuantizePerTensorAffineCachemaskTensorQparams(self: Tensor, scale: Tensor, zeroPoint: Tensor, fakeQuantEnabled: Tensor, quantMin: number, quantMax: number, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_fft_c2c(Tensor self, SymInt[] dim, int normalization, bool forward) -> Tensor` */
  _fftC2c(self: Tensor, dim: readonly number[], normalization: number, forward: boolean): Tensor;
  /** `aten::_fft_c2c.out(Tensor self, SymInt[] dim, int normalization, bool forward, *, Tensor(a!) out) -> Tensor(a!)` */
  _fftC2c(self: Tensor, dim: readonly number[], normalization: number, forward: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_fft_c2r(Tensor self, int[] dim, int normalization, SymInt last_dim_size) -> Tensor` */
  _fftC2r(self: Tensor, dim: readonly number[], normalization: number, lastDimSize: number): Tensor;
  /** `aten::_fft_c2r.out(Tensor self, int[] dim, int normalization, SymInt last_dim_size, *, Tensor(a!) out) -> Tensor(a!)` */
  _fftC2r(self: Tensor, dim: readonly number[], normalization: number, lastDimSize: number, options: { out: Tensor }): Tensor;
  /** `aten::_fft_r2c(Tensor self, int[] dim, int normalization, bool onesided) -> Tensor` */
  _fftR2c(self: Tensor, dim: readonly number[], normalization: number, onesided: boolean): Tensor;
  /** `aten::_fft_r2c.out(Tensor self, int[] dim, int normalization, bool onesided, *, Tensor(a!) out) -> Tensor(a!)` */
  _fftR2c(self: Tensor, dim: readonly number[], normalization: number, onesided: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_fill_mem_eff_dropout_mask_(Tensor(a!) self, float dropout_p, int seed, int offset) -> Tensor(a!)` */
  _fillMemEffDropoutMask_(self: Tensor, dropoutP: number, seed: number, offset: number): Tensor;
  /** `aten::_flash_attention_backward(Tensor grad_out, Tensor query, Tensor key, Tensor value, Tensor out, Tensor logsumexp, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, float dropout_p, bool is_causal, Tensor rng_state, Tensor unused, *, float? scale=None, SymInt? window_size_left=None, SymInt? window_size_right=None) -> (Tensor, Tensor, Tensor)` */
  _flashAttentionBackward(gradOut: Tensor, query: Tensor, key: Tensor, value: Tensor, out: Tensor, logsumexp: Tensor, cumSeqQ: Tensor, cumSeqK: Tensor, maxQ: number, maxK: number, dropoutP: number, isCausal: boolean, rngState: Tensor, unused: Tensor, options?: { scale?: number | null | undefined; windowSizeLeft?: number | null | undefined; windowSizeRight?: number | null | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_flash_attention_forward(Tensor query, Tensor key, Tensor value, Tensor? cum_seq_q, Tensor? cum_seq_k, SymInt max_q, SymInt max_k, float dropout_p, bool is_causal, bool return_debug_mask, *, float? scale=None, SymInt? window_size_left=None, SymInt? window_size_right=None, Tensor? seqused_k=None, Tensor? alibi_slopes=None, Tensor? block_table=None, int? num_splits=None) -> (Tensor output, Tensor softmax_logsumexp, Tensor rng_state, Tensor unused, Tensor debug_attn_mask)` */
  _flashAttentionForward(query: Tensor, key: Tensor, value: Tensor, cumSeqQ: Tensor | null, cumSeqK: Tensor | null, maxQ: number, maxK: number, dropoutP: number, isCausal: boolean, returnDebugMask: boolean, options?: { scale?: number | null | undefined; windowSizeLeft?: number | null | undefined; windowSizeRight?: number | null | undefined; sequsedK?: Tensor | null | undefined; alibiSlopes?: Tensor | null | undefined; blockTable?: Tensor | null | undefined; numSplits?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_flash_attention_forward.quantized(Tensor query, Tensor key, Tensor value, Tensor? cum_seq_q, Tensor? cum_seq_k, SymInt max_q, SymInt max_k, float dropout_p, bool is_causal, bool return_debug_mask, Tensor? q_descale, Tensor? k_descale, Tensor? v_descale, *, float? scale=None, SymInt? window_size_left=None, SymInt? window_size_right=None, Tensor? seqused_k=None, Tensor? alibi_slopes=None) -> (Tensor output, Tensor softmax_logsumexp, Tensor rng_state, Tensor unused, Tensor debug_attn_mask)` */
  _flashAttentionForward(query: Tensor, key: Tensor, value: Tensor, cumSeqQ: Tensor | null, cumSeqK: Tensor | null, maxQ: number, maxK: number, dropoutP: number, isCausal: boolean, returnDebugMask: boolean, qDescale: Tensor | null, kDescale: Tensor | null, vDescale: Tensor | null, options?: { scale?: number | null | undefined; windowSizeLeft?: number | null | undefined; windowSizeRight?: number | null | undefined; sequsedK?: Tensor | null | undefined; alibiSlopes?: Tensor | null | undefined }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_flash_attention_forward_no_dropout_inplace(Tensor(a!) out, Tensor query, Tensor key, Tensor value, Tensor? cum_seq_q, Tensor? cum_seq_k, SymInt max_q, SymInt max_k, float dropout_p, bool is_causal, bool return_debug_mask, *, float? scale=None, SymInt? window_size_left=None, SymInt? window_size_right=None, Tensor? seqused_k=None, Tensor? alibi_slopes=None, Tensor? block_table=None, int? num_splits=None) -> Tensor softmax_logsumexp` */
  _flashAttentionForwardNoDropoutInplace(out: Tensor, query: Tensor, key: Tensor, value: Tensor, cumSeqQ: Tensor | null, cumSeqK: Tensor | null, maxQ: number, maxK: number, dropoutP: number, isCausal: boolean, returnDebugMask: boolean, options?: { scale?: number | null | undefined; windowSizeLeft?: number | null | undefined; windowSizeRight?: number | null | undefined; sequsedK?: Tensor | null | undefined; alibiSlopes?: Tensor | null | undefined; blockTable?: Tensor | null | undefined; numSplits?: number | null | undefined }): Tensor;
  /** `aten::_foobar(Tensor self, bool arg1=True, bool arg2=True, *, bool arg3=True) -> Tensor` */
  _foobar(self: Tensor, options?: { arg1?: boolean | undefined; arg2?: boolean | undefined; arg3?: boolean | undefined }): Tensor;
  /** `aten::_foobar.out(Tensor self, bool arg1=True, bool arg2=True, *, bool arg3=True, Tensor(a!) out) -> Tensor(a!)` */
  _foobar(self: Tensor, options: { arg1?: boolean | undefined; arg2?: boolean | undefined; arg3?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_foreach_abs(Tensor[] self) -> Tensor[]` */
  _foreachAbs(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_abs.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachAbs(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_abs_(Tensor(a!)[] self) -> ()` */
  _foreachAbs_(self: readonly Tensor[]): void;
  /** `aten::_foreach_acos(Tensor[] self) -> Tensor[]` */
  _foreachAcos(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_acos.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachAcos(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_acos_(Tensor(a!)[] self) -> ()` */
  _foreachAcos_(self: readonly Tensor[]): void;
  /** `aten::_foreach_add.List(Tensor[] self, Tensor[] other, *, Scalar alpha=1) -> Tensor[]` */
  _foreachAdd(self: readonly Tensor[], other: readonly Tensor[], options?: { alpha?: Scalar | undefined }): Tensor[];
  /** `aten::_foreach_add.List_out(Tensor[] self, Tensor[] other, *, Scalar alpha=1, Tensor(a!)[] out) -> ()` */
  _foreachAdd(self: readonly Tensor[], other: readonly Tensor[], options: { alpha?: Scalar | undefined; out: readonly Tensor[] }): void;
  /** `aten::_foreach_add.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
  _foreachAdd(self: readonly Tensor[], scalar: Scalar): Tensor[];
  /** `aten::_foreach_add.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
  _foreachAdd(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_add.ScalarList_out(Tensor[] self, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachAdd(self: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_add.Scalar_out(Tensor[] self, Scalar scalar, *, Tensor(a!)[] out) -> ()` */
  _foreachAdd(self: readonly Tensor[], scalar: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_add.Tensor(Tensor[] self, Tensor other, *, Scalar alpha=1) -> Tensor[]` */
  _foreachAdd(self: readonly Tensor[], other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor[];
  /** `aten::_foreach_add.Tensor_out(Tensor[] self, Tensor other, *, Scalar alpha=1, Tensor(a!)[] out) -> ()` */
  _foreachAdd(self: readonly Tensor[], other: Tensor, options: { alpha?: Scalar | undefined; out: readonly Tensor[] }): void;
  /** `aten::_foreach_add_.List(Tensor(a!)[] self, Tensor[] other, *, Scalar alpha=1) -> ()` */
  _foreachAdd_(self: readonly Tensor[], other: readonly Tensor[], options?: { alpha?: Scalar | undefined }): void;
  /** `aten::_foreach_add_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
  _foreachAdd_(self: readonly Tensor[], scalar: Scalar): void;
  /** `aten::_foreach_add_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
  _foreachAdd_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_add_.Tensor(Tensor(a!)[] self, Tensor other, *, Scalar alpha=1) -> ()` */
  _foreachAdd_(self: readonly Tensor[], other: Tensor, options?: { alpha?: Scalar | undefined }): void;
  /** `aten::_foreach_addcdiv.Scalar(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> Tensor[]` */
  _foreachAddcdiv(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], options?: { value?: Scalar | undefined }): Tensor[];
  /** `aten::_foreach_addcdiv.ScalarList(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars) -> Tensor[]` */
  _foreachAddcdiv(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_addcdiv.ScalarList_out(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachAddcdiv(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_addcdiv.Scalar_out(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1, *, Tensor(a!)[] out) -> ()` */
  _foreachAddcdiv(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], options: { value?: Scalar | undefined; out: readonly Tensor[] }): void;
  /** `aten::_foreach_addcdiv.Tensor(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars) -> Tensor[]` */
  _foreachAddcdiv(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor): Tensor[];
  /** `aten::_foreach_addcdiv.Tensor_out(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachAddcdiv(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_addcdiv_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()` */
  _foreachAddcdiv_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], options?: { value?: Scalar | undefined }): void;
  /** `aten::_foreach_addcdiv_.ScalarList(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars) -> ()` */
  _foreachAddcdiv_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_addcdiv_.Tensor(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars) -> ()` */
  _foreachAddcdiv_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor): void;
  /** `aten::_foreach_addcmul.Scalar(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> Tensor[]` */
  _foreachAddcmul(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], options?: { value?: Scalar | undefined }): Tensor[];
  /** `aten::_foreach_addcmul.ScalarList(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars) -> Tensor[]` */
  _foreachAddcmul(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_addcmul.ScalarList_out(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachAddcmul(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_addcmul.Scalar_out(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1, *, Tensor(a!)[] out) -> ()` */
  _foreachAddcmul(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], options: { value?: Scalar | undefined; out: readonly Tensor[] }): void;
  /** `aten::_foreach_addcmul.Tensor(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars) -> Tensor[]` */
  _foreachAddcmul(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor): Tensor[];
  /** `aten::_foreach_addcmul.Tensor_out(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachAddcmul(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_addcmul_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()` */
  _foreachAddcmul_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], options?: { value?: Scalar | undefined }): void;
  /** `aten::_foreach_addcmul_.ScalarList(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars) -> ()` */
  _foreachAddcmul_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_addcmul_.Tensor(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars) -> ()` */
  _foreachAddcmul_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor): void;
  /** `aten::_foreach_asin(Tensor[] self) -> Tensor[]` */
  _foreachAsin(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_asin.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachAsin(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_asin_(Tensor(a!)[] self) -> ()` */
  _foreachAsin_(self: readonly Tensor[]): void;
  /** `aten::_foreach_atan(Tensor[] self) -> Tensor[]` */
  _foreachAtan(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_atan.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachAtan(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_atan_(Tensor(a!)[] self) -> ()` */
  _foreachAtan_(self: readonly Tensor[]): void;
  /** `aten::_foreach_ceil(Tensor[] self) -> Tensor[]` */
  _foreachCeil(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_ceil.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachCeil(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_ceil_(Tensor(a!)[] self) -> ()` */
  _foreachCeil_(self: readonly Tensor[]): void;
  /** `aten::_foreach_clamp_max.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
  _foreachClampMax(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_clamp_max.List_out(Tensor[] self, Tensor[] other, *, Tensor(a!)[] out) -> ()` */
  _foreachClampMax(self: readonly Tensor[], other: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_clamp_max.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
  _foreachClampMax(self: readonly Tensor[], scalar: Scalar): Tensor[];
  /** `aten::_foreach_clamp_max.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
  _foreachClampMax(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_clamp_max.ScalarList_out(Tensor[] self, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachClampMax(self: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_clamp_max.Scalar_out(Tensor[] self, Scalar scalar, *, Tensor(a!)[] out) -> ()` */
  _foreachClampMax(self: readonly Tensor[], scalar: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_clamp_max_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
  _foreachClampMax_(self: readonly Tensor[], other: readonly Tensor[]): void;
  /** `aten::_foreach_clamp_max_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
  _foreachClampMax_(self: readonly Tensor[], scalar: Scalar): void;
  /** `aten::_foreach_clamp_max_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
  _foreachClampMax_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_clamp_min.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
  _foreachClampMin(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_clamp_min.List_out(Tensor[] self, Tensor[] other, *, Tensor(a!)[] out) -> ()` */
  _foreachClampMin(self: readonly Tensor[], other: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_clamp_min.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
  _foreachClampMin(self: readonly Tensor[], scalar: Scalar): Tensor[];
  /** `aten::_foreach_clamp_min.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
  _foreachClampMin(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_clamp_min.ScalarList_out(Tensor[] self, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachClampMin(self: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_clamp_min.Scalar_out(Tensor[] self, Scalar scalar, *, Tensor(a!)[] out) -> ()` */
  _foreachClampMin(self: readonly Tensor[], scalar: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_clamp_min_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
  _foreachClampMin_(self: readonly Tensor[], other: readonly Tensor[]): void;
  /** `aten::_foreach_clamp_min_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
  _foreachClampMin_(self: readonly Tensor[], scalar: Scalar): void;
  /** `aten::_foreach_clamp_min_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
  _foreachClampMin_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_clone(Tensor[] self, *, MemoryFormat? memory_format=None) -> Tensor[]` */
  _foreachClone(self: readonly Tensor[], options?: { memoryFormat?: MemoryFormat | null | undefined }): Tensor[];
  /** `aten::_foreach_clone.out(Tensor[] self, *, MemoryFormat? memory_format=None, Tensor(a!)[] out) -> ()` */
  _foreachClone(self: readonly Tensor[], options: { memoryFormat?: MemoryFormat | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_foreach_copy(Tensor[] self, Tensor[] src, bool non_blocking=False) -> Tensor[] self_out` */
  _foreachCopy(self: readonly Tensor[], src: readonly Tensor[], options?: { nonBlocking?: boolean | undefined }): Tensor[];
  /** `aten::_foreach_copy.out(Tensor[] self, Tensor[] src, bool non_blocking=False, *, Tensor(a!)[] out) -> ()` */
  _foreachCopy(self: readonly Tensor[], src: readonly Tensor[], options: { nonBlocking?: boolean | undefined; out: readonly Tensor[] }): void;
  /** `aten::_foreach_copy_(Tensor(a!)[] self, Tensor[] src, bool non_blocking=False) -> ()` */
  _foreachCopy_(self: readonly Tensor[], src: readonly Tensor[], options?: { nonBlocking?: boolean | undefined }): void;
  /** `aten::_foreach_cos(Tensor[] self) -> Tensor[]` */
  _foreachCos(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_cos.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachCos(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_cos_(Tensor(a!)[] self) -> ()` */
  _foreachCos_(self: readonly Tensor[]): void;
  /** `aten::_foreach_cosh(Tensor[] self) -> Tensor[]` */
  _foreachCosh(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_cosh.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachCosh(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_cosh_(Tensor(a!)[] self) -> ()` */
  _foreachCosh_(self: readonly Tensor[]): void;
  /** `aten::_foreach_div.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
  _foreachDiv(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_div.List_out(Tensor[] self, Tensor[] other, *, Tensor(a!)[] out) -> ()` */
  _foreachDiv(self: readonly Tensor[], other: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_div.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
  _foreachDiv(self: readonly Tensor[], scalar: Scalar): Tensor[];
  /** `aten::_foreach_div.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
  _foreachDiv(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_div.ScalarList_out(Tensor[] self, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachDiv(self: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_div.Scalar_out(Tensor[] self, Scalar scalar, *, Tensor(a!)[] out) -> ()` */
  _foreachDiv(self: readonly Tensor[], scalar: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_div.Tensor(Tensor[] self, Tensor other) -> Tensor[]` */
  _foreachDiv(self: readonly Tensor[], other: Tensor): Tensor[];
  /** `aten::_foreach_div.Tensor_out(Tensor[] self, Tensor other, *, Tensor(a!)[] out) -> ()` */
  _foreachDiv(self: readonly Tensor[], other: Tensor, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_div_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
  _foreachDiv_(self: readonly Tensor[], other: readonly Tensor[]): void;
  /** `aten::_foreach_div_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
  _foreachDiv_(self: readonly Tensor[], scalar: Scalar): void;
  /** `aten::_foreach_div_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
  _foreachDiv_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_div_.Tensor(Tensor(a!)[] self, Tensor other) -> ()` */
  _foreachDiv_(self: readonly Tensor[], other: Tensor): void;
  /** `aten::_foreach_erf(Tensor[] self) -> Tensor[]` */
  _foreachErf(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_erf.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachErf(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_erf_(Tensor(a!)[] self) -> ()` */
  _foreachErf_(self: readonly Tensor[]): void;
  /** `aten::_foreach_erfc(Tensor[] self) -> Tensor[]` */
  _foreachErfc(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_erfc.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachErfc(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_erfc_(Tensor(a!)[] self) -> ()` */
  _foreachErfc_(self: readonly Tensor[]): void;
  /** `aten::_foreach_exp(Tensor[] self) -> Tensor[]` */
  _foreachExp(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_exp.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachExp(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_exp_(Tensor(a!)[] self) -> ()` */
  _foreachExp_(self: readonly Tensor[]): void;
  /** `aten::_foreach_expm1(Tensor[] self) -> Tensor[]` */
  _foreachExpm1(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_expm1.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachExpm1(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_expm1_(Tensor(a!)[] self) -> ()` */
  _foreachExpm1_(self: readonly Tensor[]): void;
  /** `aten::_foreach_floor(Tensor[] self) -> Tensor[]` */
  _foreachFloor(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_floor.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachFloor(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_floor_(Tensor(a!)[] self) -> ()` */
  _foreachFloor_(self: readonly Tensor[]): void;
  /** `aten::_foreach_frac(Tensor[] self) -> Tensor[]` */
  _foreachFrac(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_frac.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachFrac(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_frac_(Tensor(a!)[] self) -> ()` */
  _foreachFrac_(self: readonly Tensor[]): void;
  /** `aten::_foreach_lerp.List(Tensor[] self, Tensor[] tensors1, Tensor[] weights) -> Tensor[]` */
  _foreachLerp(self: readonly Tensor[], tensors1: readonly Tensor[], weights: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_lerp.List_out(Tensor[] self, Tensor[] tensors1, Tensor[] weights, *, Tensor(a!)[] out) -> ()` */
  _foreachLerp(self: readonly Tensor[], tensors1: readonly Tensor[], weights: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_lerp.Scalar(Tensor[] self, Tensor[] tensors1, Scalar weight) -> Tensor[]` */
  _foreachLerp(self: readonly Tensor[], tensors1: readonly Tensor[], weight: Scalar): Tensor[];
  /** `aten::_foreach_lerp.ScalarList(Tensor[] self, Tensor[] tensors1, Scalar[] weight) -> Tensor[]` */
  _foreachLerp(self: readonly Tensor[], tensors1: readonly Tensor[], weight: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_lerp.ScalarList_out(Tensor[] self, Tensor[] tensors1, Scalar[] weight, *, Tensor(a!)[] out) -> ()` */
  _foreachLerp(self: readonly Tensor[], tensors1: readonly Tensor[], weight: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_lerp.Scalar_out(Tensor[] self, Tensor[] tensors1, Scalar weight, *, Tensor(a!)[] out) -> ()` */
  _foreachLerp(self: readonly Tensor[], tensors1: readonly Tensor[], weight: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_lerp_.List(Tensor(a!)[] self, Tensor[] tensors1, Tensor[] weights) -> ()` */
  _foreachLerp_(self: readonly Tensor[], tensors1: readonly Tensor[], weights: readonly Tensor[]): void;
  /** `aten::_foreach_lerp_.Scalar(Tensor(a!)[] self, Tensor[] tensors1, Scalar weight) -> ()` */
  _foreachLerp_(self: readonly Tensor[], tensors1: readonly Tensor[], weight: Scalar): void;
  /** `aten::_foreach_lerp_.ScalarList(Tensor(a!)[] self, Tensor[] tensors1, Scalar[] weight) -> ()` */
  _foreachLerp_(self: readonly Tensor[], tensors1: readonly Tensor[], weight: readonly Scalar[]): void;
  /** `aten::_foreach_lgamma(Tensor[] self) -> Tensor[]` */
  _foreachLgamma(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_lgamma.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachLgamma(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_lgamma_(Tensor(a!)[] self) -> ()` */
  _foreachLgamma_(self: readonly Tensor[]): void;
  /** `aten::_foreach_log(Tensor[] self) -> Tensor[]` */
  _foreachLog(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_log.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachLog(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_log10(Tensor[] self) -> Tensor[]` */
  _foreachLog10(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_log10.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachLog10(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_log10_(Tensor(a!)[] self) -> ()` */
  _foreachLog10_(self: readonly Tensor[]): void;
  /** `aten::_foreach_log1p(Tensor[] self) -> Tensor[]` */
  _foreachLog1p(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_log1p.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachLog1p(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_log1p_(Tensor(a!)[] self) -> ()` */
  _foreachLog1p_(self: readonly Tensor[]): void;
  /** `aten::_foreach_log2(Tensor[] self) -> Tensor[]` */
  _foreachLog2(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_log2.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachLog2(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_log2_(Tensor(a!)[] self) -> ()` */
  _foreachLog2_(self: readonly Tensor[]): void;
  /** `aten::_foreach_log_(Tensor(a!)[] self) -> ()` */
  _foreachLog_(self: readonly Tensor[]): void;
  /** `aten::_foreach_max(Tensor[] self) -> Tensor[]` */
  _foreachMax(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_max.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachMax(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_maximum.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
  _foreachMaximum(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_maximum.List_out(Tensor[] self, Tensor[] other, *, Tensor(a!)[] out) -> ()` */
  _foreachMaximum(self: readonly Tensor[], other: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_maximum.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
  _foreachMaximum(self: readonly Tensor[], scalar: Scalar): Tensor[];
  /** `aten::_foreach_maximum.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
  _foreachMaximum(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_maximum.ScalarList_out(Tensor[] self, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachMaximum(self: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_maximum.Scalar_out(Tensor[] self, Scalar scalar, *, Tensor(a!)[] out) -> ()` */
  _foreachMaximum(self: readonly Tensor[], scalar: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_maximum_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
  _foreachMaximum_(self: readonly Tensor[], other: readonly Tensor[]): void;
  /** `aten::_foreach_maximum_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
  _foreachMaximum_(self: readonly Tensor[], scalar: Scalar): void;
  /** `aten::_foreach_maximum_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
  _foreachMaximum_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_minimum.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
  _foreachMinimum(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_minimum.List_out(Tensor[] self, Tensor[] other, *, Tensor(a!)[] out) -> ()` */
  _foreachMinimum(self: readonly Tensor[], other: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_minimum.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
  _foreachMinimum(self: readonly Tensor[], scalar: Scalar): Tensor[];
  /** `aten::_foreach_minimum.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
  _foreachMinimum(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_minimum.ScalarList_out(Tensor[] self, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachMinimum(self: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_minimum.Scalar_out(Tensor[] self, Scalar scalar, *, Tensor(a!)[] out) -> ()` */
  _foreachMinimum(self: readonly Tensor[], scalar: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_minimum_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
  _foreachMinimum_(self: readonly Tensor[], other: readonly Tensor[]): void;
  /** `aten::_foreach_minimum_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
  _foreachMinimum_(self: readonly Tensor[], scalar: Scalar): void;
  /** `aten::_foreach_minimum_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
  _foreachMinimum_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_mm(Tensor[] self, Tensor[] mat2) -> Tensor[]` */
  _foreachMm(self: readonly Tensor[], mat2: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_mul.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
  _foreachMul(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_mul.List_out(Tensor[] self, Tensor[] other, *, Tensor(a!)[] out) -> ()` */
  _foreachMul(self: readonly Tensor[], other: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_mul.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
  _foreachMul(self: readonly Tensor[], scalar: Scalar): Tensor[];
  /** `aten::_foreach_mul.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
  _foreachMul(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_mul.ScalarList_out(Tensor[] self, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachMul(self: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_mul.Scalar_out(Tensor[] self, Scalar scalar, *, Tensor(a!)[] out) -> ()` */
  _foreachMul(self: readonly Tensor[], scalar: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_mul.Tensor(Tensor[] self, Tensor other) -> Tensor[]` */
  _foreachMul(self: readonly Tensor[], other: Tensor): Tensor[];
  /** `aten::_foreach_mul.Tensor_out(Tensor[] self, Tensor other, *, Tensor(a!)[] out) -> ()` */
  _foreachMul(self: readonly Tensor[], other: Tensor, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_mul_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
  _foreachMul_(self: readonly Tensor[], other: readonly Tensor[]): void;
  /** `aten::_foreach_mul_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
  _foreachMul_(self: readonly Tensor[], scalar: Scalar): void;
  /** `aten::_foreach_mul_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
  _foreachMul_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_mul_.Tensor(Tensor(a!)[] self, Tensor other) -> ()` */
  _foreachMul_(self: readonly Tensor[], other: Tensor): void;
  /** `aten::_foreach_neg(Tensor[] self) -> Tensor[]` */
  _foreachNeg(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_neg.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachNeg(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_neg_(Tensor(a!)[] self) -> ()` */
  _foreachNeg_(self: readonly Tensor[]): void;
  /** `aten::_foreach_norm.Scalar(Tensor[] self, Scalar ord=2, ScalarType? dtype=None) -> Tensor[]` */
  _foreachNorm(self: readonly Tensor[], options?: { ord?: Scalar | undefined; dtype?: Dtype | null | undefined }): Tensor[];
  /** `aten::_foreach_norm.Scalar_out(Tensor[] self, Scalar ord=2, ScalarType? dtype=None, *, Tensor(a!)[] out) -> ()` */
  _foreachNorm(self: readonly Tensor[], options: { ord?: Scalar | undefined; dtype?: Dtype | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_foreach_pow.List(Tensor[] self, Tensor[] exponent) -> Tensor[]` */
  _foreachPow(self: readonly Tensor[], exponent: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_pow.List_out(Tensor[] self, Tensor[] exponent, *, Tensor(a!)[] out) -> ()` */
  _foreachPow(self: readonly Tensor[], exponent: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_pow.Scalar(Tensor[] self, Scalar exponent) -> Tensor[]` */
  _foreachPow(self: readonly Tensor[], exponent: Scalar): Tensor[];
  /** `aten::_foreach_pow.ScalarAndTensor(Scalar self, Tensor[] exponent) -> Tensor[]` */
  _foreachPow(self: Scalar, exponent: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_pow.ScalarList(Tensor[] self, Scalar[] exponent) -> Tensor[]` */
  _foreachPow(self: readonly Tensor[], exponent: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_pow.ScalarList_out(Tensor[] self, Scalar[] exponent, *, Tensor(a!)[] out) -> ()` */
  _foreachPow(self: readonly Tensor[], exponent: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_pow.Scalar_out(Tensor[] self, Scalar exponent, *, Tensor(a!)[] out) -> ()` */
  _foreachPow(self: readonly Tensor[], exponent: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_pow_.List(Tensor(a!)[] self, Tensor[] exponent) -> ()` */
  _foreachPow_(self: readonly Tensor[], exponent: readonly Tensor[]): void;
  /** `aten::_foreach_pow_.Scalar(Tensor(a!)[] self, Scalar exponent) -> ()` */
  _foreachPow_(self: readonly Tensor[], exponent: Scalar): void;
  /** `aten::_foreach_pow_.ScalarList(Tensor(a!)[] self, Scalar[] exponent) -> ()` */
  _foreachPow_(self: readonly Tensor[], exponent: readonly Scalar[]): void;
  /** `aten::_foreach_powsum.Scalar(Tensor[] self, Scalar ord=2, ScalarType? dtype=None) -> Tensor[]` */
  _foreachPowsum(self: readonly Tensor[], options?: { ord?: Scalar | undefined; dtype?: Dtype | null | undefined }): Tensor[];
  /** `aten::_foreach_powsum.Scalar_out(Tensor[] self, Scalar ord=2, ScalarType? dtype=None, *, Tensor(a!)[] out) -> ()` */
  _foreachPowsum(self: readonly Tensor[], options: { ord?: Scalar | undefined; dtype?: Dtype | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_foreach_reciprocal(Tensor[] self) -> Tensor[]` */
  _foreachReciprocal(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_reciprocal.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachReciprocal(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_reciprocal_(Tensor(a!)[] self) -> ()` */
  _foreachReciprocal_(self: readonly Tensor[]): void;
  /** `aten::_foreach_round(Tensor[] self) -> Tensor[]` */
  _foreachRound(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_round.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachRound(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_round_(Tensor(a!)[] self) -> ()` */
  _foreachRound_(self: readonly Tensor[]): void;
  /** `aten::_foreach_rsqrt(Tensor[] self) -> Tensor[]` */
  _foreachRsqrt(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_rsqrt.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachRsqrt(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_rsqrt_(Tensor(a!)[] self) -> ()` */
  _foreachRsqrt_(self: readonly Tensor[]): void;
  /** `aten::_foreach_sigmoid(Tensor[] self) -> Tensor[]` */
  _foreachSigmoid(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_sigmoid.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachSigmoid(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_sigmoid_(Tensor(a!)[] self) -> ()` */
  _foreachSigmoid_(self: readonly Tensor[]): void;
  /** `aten::_foreach_sign(Tensor[] self) -> Tensor[]` */
  _foreachSign(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_sign.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachSign(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_sign_(Tensor(a!)[] self) -> ()` */
  _foreachSign_(self: readonly Tensor[]): void;
  /** `aten::_foreach_sin(Tensor[] self) -> Tensor[]` */
  _foreachSin(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_sin.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachSin(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_sin_(Tensor(a!)[] self) -> ()` */
  _foreachSin_(self: readonly Tensor[]): void;
  /** `aten::_foreach_sinh(Tensor[] self) -> Tensor[]` */
  _foreachSinh(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_sinh.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachSinh(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_sinh_(Tensor(a!)[] self) -> ()` */
  _foreachSinh_(self: readonly Tensor[]): void;
  /** `aten::_foreach_sqrt(Tensor[] self) -> Tensor[]` */
  _foreachSqrt(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_sqrt.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachSqrt(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_sqrt_(Tensor(a!)[] self) -> ()` */
  _foreachSqrt_(self: readonly Tensor[]): void;
  /** `aten::_foreach_sub.List(Tensor[] self, Tensor[] other, *, Scalar alpha=1) -> Tensor[]` */
  _foreachSub(self: readonly Tensor[], other: readonly Tensor[], options?: { alpha?: Scalar | undefined }): Tensor[];
  /** `aten::_foreach_sub.List_out(Tensor[] self, Tensor[] other, *, Scalar alpha=1, Tensor(a!)[] out) -> ()` */
  _foreachSub(self: readonly Tensor[], other: readonly Tensor[], options: { alpha?: Scalar | undefined; out: readonly Tensor[] }): void;
  /** `aten::_foreach_sub.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
  _foreachSub(self: readonly Tensor[], scalar: Scalar): Tensor[];
  /** `aten::_foreach_sub.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
  _foreachSub(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
  /** `aten::_foreach_sub.ScalarList_out(Tensor[] self, Scalar[] scalars, *, Tensor(a!)[] out) -> ()` */
  _foreachSub(self: readonly Tensor[], scalars: readonly Scalar[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_sub.Scalar_out(Tensor[] self, Scalar scalar, *, Tensor(a!)[] out) -> ()` */
  _foreachSub(self: readonly Tensor[], scalar: Scalar, options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_sub_.List(Tensor(a!)[] self, Tensor[] other, *, Scalar alpha=1) -> ()` */
  _foreachSub_(self: readonly Tensor[], other: readonly Tensor[], options?: { alpha?: Scalar | undefined }): void;
  /** `aten::_foreach_sub_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
  _foreachSub_(self: readonly Tensor[], scalar: Scalar): void;
  /** `aten::_foreach_sub_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
  _foreachSub_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
  /** `aten::_foreach_tan(Tensor[] self) -> Tensor[]` */
  _foreachTan(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_tan.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachTan(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_tan_(Tensor(a!)[] self) -> ()` */
  _foreachTan_(self: readonly Tensor[]): void;
  /** `aten::_foreach_tanh(Tensor[] self) -> Tensor[]` */
  _foreachTanh(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_tanh.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachTanh(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_tanh_(Tensor(a!)[] self) -> ()` */
  _foreachTanh_(self: readonly Tensor[]): void;
  /** `aten::_foreach_trunc(Tensor[] self) -> Tensor[]` */
  _foreachTrunc(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_trunc.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachTrunc(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_trunc_(Tensor(a!)[] self) -> ()` */
  _foreachTrunc_(self: readonly Tensor[]): void;
  /** `aten::_foreach_zero(Tensor[] self) -> Tensor[] self_out` */
  _foreachZero(self: readonly Tensor[]): Tensor[];
  /** `aten::_foreach_zero.out(Tensor[] self, *, Tensor(a!)[] out) -> ()` */
  _foreachZero(self: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::_foreach_zero_(Tensor(a!)[] self) -> ()` */
  _foreachZero_(self: readonly Tensor[]): void;
  /** `aten::_functional_assert_async.msg(Tensor self, str assert_msg, Tensor dep_token) -> Tensor` */
  _functionalAssertAsync(self: Tensor, assertMsg: string, depToken: Tensor): Tensor;
  /** `aten::_functional_assert_scalar(Scalar self, str assert_msg, Tensor dep_token) -> Tensor` */
  _functionalAssertScalar(self: Scalar, assertMsg: string, depToken: Tensor): Tensor;
  /** `aten::_functional_sym_constrain_range(Scalar size, int? min, int? max, Tensor dep_token) -> Tensor` */
  _functionalSymConstrainRange(size: Scalar, min: number | null, max: number | null, depToken: Tensor): Tensor;
  /** `aten::_functional_sym_constrain_range_for_size(Scalar size, int? min, int? max, Tensor dep_token) -> Tensor` */
  _functionalSymConstrainRangeForSize(size: Scalar, min: number | null, max: number | null, depToken: Tensor): Tensor;
  /** `aten::_fused_adagrad(Tensor[] self, Tensor[] grads, Tensor[] state_sums, Tensor[] state_steps, *, float lr, float lr_decay, float weight_decay, float eps, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> (Tensor[] self_out, Tensor[] grads_out, Tensor[] state_sums_out, Tensor[] state_steps_out)` */
  _fusedAdagrad(self: readonly Tensor[], grads: readonly Tensor[], stateSums: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: number; lrDecay: number; weightDecay: number; eps: number; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): [Tensor[], Tensor[], Tensor[], Tensor[]];
  /** `aten::_fused_adagrad.out(Tensor[] self, Tensor(b!)[] grads, Tensor(c!)[] state_sums, Tensor(d!)[] state_steps, *, float lr, float lr_decay, float weight_decay, float eps, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None, Tensor(a!)[] out) -> ()` */
  _fusedAdagrad(self: readonly Tensor[], grads: readonly Tensor[], stateSums: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: number; lrDecay: number; weightDecay: number; eps: number; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_fused_adagrad.tensor_lr(Tensor[] self, Tensor[] grads, Tensor[] state_sums, Tensor[] state_steps, *, Tensor lr, float lr_decay, float weight_decay, float eps, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> (Tensor[] self_out, Tensor[] grads_out, Tensor[] state_sums_out)` */
  _fusedAdagrad(self: readonly Tensor[], grads: readonly Tensor[], stateSums: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: Tensor; lrDecay: number; weightDecay: number; eps: number; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): [Tensor[], Tensor[], Tensor[]];
  /** `aten::_fused_adagrad.tensor_lr_out(Tensor[] self, Tensor(b!)[] grads, Tensor(c!)[] state_sums, Tensor[] state_steps, *, Tensor lr, float lr_decay, float weight_decay, float eps, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None, Tensor(a!)[] out) -> ()` */
  _fusedAdagrad(self: readonly Tensor[], grads: readonly Tensor[], stateSums: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: Tensor; lrDecay: number; weightDecay: number; eps: number; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_fused_adagrad_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] state_sums, Tensor(d!)[] state_steps, *, float lr, float lr_decay, float weight_decay, float eps, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()` */
  _fusedAdagrad_(self: readonly Tensor[], grads: readonly Tensor[], stateSums: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: number; lrDecay: number; weightDecay: number; eps: number; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): void;
  /** `aten::_fused_adagrad_.tensor_lr(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] state_sums, Tensor[] state_steps, *, Tensor lr, float lr_decay, float weight_decay, float eps, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()` */
  _fusedAdagrad_(self: readonly Tensor[], grads: readonly Tensor[], stateSums: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: Tensor; lrDecay: number; weightDecay: number; eps: number; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): void;
  /** `aten::_fused_adam(Tensor[] self, Tensor[] grads, Tensor[] exp_avgs, Tensor[] exp_avg_sqs, Tensor[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> (Tensor[] self_out, Tensor[] grads_out, Tensor[] exp_avgs_out, Tensor[] exp_avg_sqs_out, Tensor[] max_exp_avg_sqs_out)` */
  _fusedAdam(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: number; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): [Tensor[], Tensor[], Tensor[], Tensor[], Tensor[]];
  /** `aten::_fused_adam.out(Tensor[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None, Tensor(a!)[] out) -> ()` */
  _fusedAdam(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: number; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_fused_adam.tensor_lr(Tensor[] self, Tensor[] grads, Tensor[] exp_avgs, Tensor[] exp_avg_sqs, Tensor[] max_exp_avg_sqs, Tensor[] state_steps, *, Tensor lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> (Tensor[] self_out, Tensor[] grads_out, Tensor[] exp_avgs_out, Tensor[] exp_avg_sqs_out, Tensor[] max_exp_avg_sqs_out)` */
  _fusedAdam(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: Tensor; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): [Tensor[], Tensor[], Tensor[], Tensor[], Tensor[]];
  /** `aten::_fused_adam.tensor_lr_out(Tensor[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, Tensor lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None, Tensor(a!)[] out) -> ()` */
  _fusedAdam(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: Tensor; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_fused_adam_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()` */
  _fusedAdam_(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: number; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): void;
  /** `aten::_fused_adam_.tensor_lr(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, Tensor lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()` */
  _fusedAdam_(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: Tensor; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): void;
  /** `aten::_fused_adamw(Tensor[] self, Tensor[] grads, Tensor[] exp_avgs, Tensor[] exp_avg_sqs, Tensor[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> (Tensor[] self_out, Tensor[] grads_out, Tensor[] exp_avgs_out, Tensor[] exp_avg_sqs_out, Tensor[] max_exp_avg_sqs_out)` */
  _fusedAdamw(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: number; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): [Tensor[], Tensor[], Tensor[], Tensor[], Tensor[]];
  /** `aten::_fused_adamw.out(Tensor[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None, Tensor(a!)[] out) -> ()` */
  _fusedAdamw(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: number; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_fused_adamw.tensor_lr(Tensor[] self, Tensor[] grads, Tensor[] exp_avgs, Tensor[] exp_avg_sqs, Tensor[] max_exp_avg_sqs, Tensor[] state_steps, *, Tensor lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> (Tensor[] self_out, Tensor[] grads_out, Tensor[] exp_avgs_out, Tensor[] exp_avg_sqs_out, Tensor[] max_exp_avg_sqs_out)` */
  _fusedAdamw(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: Tensor; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): [Tensor[], Tensor[], Tensor[], Tensor[], Tensor[]];
  /** `aten::_fused_adamw.tensor_lr_out(Tensor[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, Tensor lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None, Tensor(a!)[] out) -> ()` */
  _fusedAdamw(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: Tensor; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_fused_adamw_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()` */
  _fusedAdamw_(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: number; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): void;
  /** `aten::_fused_adamw_.tensor_lr(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs, Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *, Tensor lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad, bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()` */
  _fusedAdamw_(self: readonly Tensor[], grads: readonly Tensor[], expAvgs: readonly Tensor[], expAvgSqs: readonly Tensor[], maxExpAvgSqs: readonly Tensor[], stateSteps: readonly Tensor[], options: { lr: Tensor; beta1: number; beta2: number; weightDecay: number; eps: number; amsgrad: boolean; maximize: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): void;
  /** `aten::_fused_dropout(Tensor self, float p, Generator? generator=None) -> (Tensor, Tensor)` */
  _fusedDropout(self: Tensor, p: number, options?: { generator?: Generator | null | undefined }): [Tensor, Tensor];
  /** `aten::_fused_dropout.out(Tensor self, float p, Generator? generator=None, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _fusedDropout(self: Tensor, p: number, options: { generator?: Generator | null | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_fused_moving_avg_obs_fq_helper(Tensor self, Tensor observer_on, Tensor fake_quant_on, Tensor(a!) running_min, Tensor(b!) running_max, Tensor(c!) scale, Tensor(d!) zero_point, float averaging_const, int quant_min, int quant_max, int ch_axis, bool per_row_fake_quant=False, bool symmetric_quant=False) -> (Tensor output, Tensor mask)` */
  _fusedMovingAvgObsFqHelper(self: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: number, quantMax: number, chAxis: number, options?: { perRowFakeQuant?: boolean | undefined; symmetricQuant?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::_fused_moving_avg_obs_fq_helper.out(Tensor self, Tensor observer_on, Tensor fake_quant_on, Tensor(a!) running_min, Tensor(b!) running_max, Tensor(c!) scale, Tensor(d!) zero_point, float averaging_const, int quant_min, int quant_max, int ch_axis, bool per_row_fake_quant=False, bool symmetric_quant=False, *, Tensor(e!) out0, Tensor(f!) out1) -> (Tensor(e!), Tensor(f!))` */
  _fusedMovingAvgObsFqHelper(self: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: number, quantMax: number, chAxis: number, options: { perRowFakeQuant?: boolean | undefined; symmetricQuant?: boolean | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_fused_moving_avg_obs_fq_helper_functional(Tensor self, Tensor observer_on, Tensor fake_quant_on, Tensor running_min, Tensor running_max, Tensor scale, Tensor zero_point, float averaging_const, int quant_min, int quant_max, int ch_axis, bool per_row_fake_quant=False, bool symmetric_quant=False) -> (Tensor output, Tensor mask, Tensor running_min_out, Tensor running_max_out, Tensor scale_out, Tensor zero_point_out)` */
  _fusedMovingAvgObsFqHelperFunctional(self: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: number, quantMax: number, chAxis: number, options?: { perRowFakeQuant?: boolean | undefined; symmetricQuant?: boolean | undefined }): [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_fused_rms_norm(Tensor input, int[] normalized_shape, Tensor? weight, float? eps) -> (Tensor, Tensor)` */
  _fusedRmsNorm(input: Tensor, normalizedShape: readonly number[], weight: Tensor | null, eps: number | null): [Tensor, Tensor];
  /** `aten::_fused_rms_norm_backward(Tensor grad_out, Tensor input, int[] normalized_shape, Tensor rstd, Tensor? weight, bool[2] output_mask) -> (Tensor, Tensor)` */
  _fusedRmsNormBackward(gradOut: Tensor, input: Tensor, normalizedShape: readonly number[], rstd: Tensor, weight: Tensor | null, outputMask: boolean | readonly boolean[]): [Tensor, Tensor];
  /** `aten::_fused_sdp_choice(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0., bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> int` */
  _fusedSdpChoice(query: Tensor, key: Tensor, value: Tensor, options?: { attnMask?: Tensor | null | undefined; dropoutP?: number | undefined; isCausal?: boolean | undefined; scale?: number | null | undefined; enableGqa?: boolean | undefined }): number;
  /** `aten::_fused_sgd(Tensor[] self, Tensor[] grads, Tensor[] momentum_buffer_list, *, float weight_decay, float momentum, float lr, float dampening, bool nesterov, bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None) -> (Tensor[] self_out, Tensor[] grads_out, Tensor[] momentum_buffer_list_out)` */
  _fusedSgd(self: readonly Tensor[], grads: readonly Tensor[], momentumBufferList: readonly Tensor[], options: { weightDecay: number; momentum: number; lr: number; dampening: number; nesterov: boolean; maximize: boolean; isFirstStep: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): [Tensor[], Tensor[], Tensor[]];
  /** `aten::_fused_sgd.out(Tensor[] self, Tensor(b!)[] grads, Tensor(c!)[] momentum_buffer_list, *, float weight_decay, float momentum, float lr, float dampening, bool nesterov, bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None, Tensor(a!)[] out) -> ()` */
  _fusedSgd(self: readonly Tensor[], grads: readonly Tensor[], momentumBufferList: readonly Tensor[], options: { weightDecay: number; momentum: number; lr: number; dampening: number; nesterov: boolean; maximize: boolean; isFirstStep: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_fused_sgd.tensor_lr(Tensor[] self, Tensor[] grads, Tensor[] momentum_buffer_list, *, float weight_decay, float momentum, Tensor lr, float dampening, bool nesterov, bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None) -> (Tensor[] self_out, Tensor[] grads_out, Tensor[] momentum_buffer_list_out)` */
  _fusedSgd(self: readonly Tensor[], grads: readonly Tensor[], momentumBufferList: readonly Tensor[], options: { weightDecay: number; momentum: number; lr: Tensor; dampening: number; nesterov: boolean; maximize: boolean; isFirstStep: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): [Tensor[], Tensor[], Tensor[]];
  /** `aten::_fused_sgd.tensor_lr_out(Tensor[] self, Tensor(b!)[] grads, Tensor(c!)[] momentum_buffer_list, *, float weight_decay, float momentum, Tensor lr, float dampening, bool nesterov, bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None, Tensor(a!)[] out) -> ()` */
  _fusedSgd(self: readonly Tensor[], grads: readonly Tensor[], momentumBufferList: readonly Tensor[], options: { weightDecay: number; momentum: number; lr: Tensor; dampening: number; nesterov: boolean; maximize: boolean; isFirstStep: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined; out: readonly Tensor[] }): void;
  /** `aten::_fused_sgd_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] momentum_buffer_list, *, float weight_decay, float momentum, float lr, float dampening, bool nesterov, bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()` */
  _fusedSgd_(self: readonly Tensor[], grads: readonly Tensor[], momentumBufferList: readonly Tensor[], options: { weightDecay: number; momentum: number; lr: number; dampening: number; nesterov: boolean; maximize: boolean; isFirstStep: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): void;
  /** `aten::_fused_sgd_.tensor_lr(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] momentum_buffer_list, *, float weight_decay, float momentum, Tensor lr, float dampening, bool nesterov, bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()` */
  _fusedSgd_(self: readonly Tensor[], grads: readonly Tensor[], momentumBufferList: readonly Tensor[], options: { weightDecay: number; momentum: number; lr: Tensor; dampening: number; nesterov: boolean; maximize: boolean; isFirstStep: boolean; gradScale?: Tensor | null | undefined; foundInf?: Tensor | null | undefined }): void;
  /** `aten::_fw_primal(Tensor(a) self, int level) -> Tensor(a)` */
  _fwPrimal(self: Tensor, level: number): Tensor;
  /** `aten::_fw_primal_copy(Tensor self, int level) -> Tensor` */
  _fwPrimalCopy(self: Tensor, level: number): Tensor;
  /** `aten::_fw_primal_copy.out(Tensor self, int level, *, Tensor(a!) out) -> Tensor(a!)` */
  _fwPrimalCopy(self: Tensor, level: number, options: { out: Tensor }): Tensor;
  /** `aten::_gather_sparse_backward(Tensor self, int dim, Tensor index, Tensor grad) -> Tensor` */
  _gatherSparseBackward(self: Tensor, dim: number, index: Tensor, grad: Tensor): Tensor;
  /** `aten::_grid_sampler_2d_cpu_fallback(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
  _gridSampler2dCpuFallback(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean): Tensor;
  /** `aten::_grid_sampler_2d_cpu_fallback.out(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, *, Tensor(a!) out) -> Tensor(a!)` */
  _gridSampler2dCpuFallback(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_grid_sampler_2d_cpu_fallback_backward(Tensor grad_output, Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> (Tensor, Tensor)` */
  _gridSampler2dCpuFallbackBackward(gradOutput: Tensor, input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean): [Tensor, Tensor];
  /** `aten::_grouped_mm(Tensor self, Tensor mat2, Tensor? offs=None, Tensor? bias=None, ScalarType? out_dtype=None) -> Tensor` */
  _groupedMm(self: Tensor, mat2: Tensor, options?: { offs?: Tensor | null | undefined; bias?: Tensor | null | undefined; outDtype?: Dtype | null | undefined }): Tensor;
  /** `aten::_has_compatible_shallow_copy_type(Tensor self, Tensor from) -> bool` */
  _hasCompatibleShallowCopyType(self: Tensor, from: Tensor): boolean;
  /** `aten::_has_same_storage_numel(Tensor self, Tensor other) -> bool` */
  _hasSameStorageNumel(self: Tensor, other: Tensor): boolean;
  /** `aten::_histogramdd_bin_edges(Tensor self, int[] bins, *, float[]? range=None, Tensor? weight=None, bool density=False) -> Tensor[]` */
  _histogramddBinEdges(self: Tensor, bins: readonly number[], options?: { range?: readonly number[] | null | undefined; weight?: Tensor | null | undefined; density?: boolean | undefined }): Tensor[];
  /** `aten::_histogramdd_bin_edges.out(Tensor self, int[] bins, *, float[]? range=None, Tensor? weight=None, bool density=False, Tensor(a!)[] out) -> ()` */
  _histogramddBinEdges(self: Tensor, bins: readonly number[], options: { range?: readonly number[] | null | undefined; weight?: Tensor | null | undefined; density?: boolean | undefined; out: readonly Tensor[] }): void;
  /** `aten::_histogramdd_from_bin_cts(Tensor self, int[] bins, *, float[]? range=None, Tensor? weight=None, bool density=False) -> Tensor` */
  _histogramddFromBinCts(self: Tensor, bins: readonly number[], options?: { range?: readonly number[] | null | undefined; weight?: Tensor | null | undefined; density?: boolean | undefined }): Tensor;
  /** `aten::_histogramdd_from_bin_cts.out(Tensor self, int[] bins, *, float[]? range=None, Tensor? weight=None, bool density=False, Tensor(a!) out) -> Tensor(a!)` */
  _histogramddFromBinCts(self: Tensor, bins: readonly number[], options: { range?: readonly number[] | null | undefined; weight?: Tensor | null | undefined; density?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_histogramdd_from_bin_tensors(Tensor self, Tensor[] bins, *, Tensor? weight=None, bool density=False) -> Tensor` */
  _histogramddFromBinTensors(self: Tensor, bins: readonly Tensor[], options?: { weight?: Tensor | null | undefined; density?: boolean | undefined }): Tensor;
  /** `aten::_histogramdd_from_bin_tensors.out(Tensor self, Tensor[] bins, *, Tensor? weight=None, bool density=False, Tensor(a!) out) -> Tensor(a!)` */
  _histogramddFromBinTensors(self: Tensor, bins: readonly Tensor[], options: { weight?: Tensor | null | undefined; density?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_index_put_impl(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False, bool unsafe=False) -> Tensor` */
  _indexPutImpl(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options?: { accumulate?: boolean | undefined; unsafe?: boolean | undefined }): Tensor;
  /** `aten::_index_put_impl.out(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False, bool unsafe=False, *, Tensor(a!) out) -> Tensor(a!)` */
  _indexPutImpl(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options: { accumulate?: boolean | undefined; unsafe?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_index_put_impl_(Tensor(a!) self, Tensor?[] indices, Tensor values, bool accumulate=False, bool unsafe=False) -> Tensor(a!)` */
  _indexPutImpl_(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options?: { accumulate?: boolean | undefined; unsafe?: boolean | undefined }): Tensor;
  /** `aten::_indices(Tensor(a) self) -> Tensor(a)` */
  _indices(self: Tensor): Tensor;
  /** `aten::_indices_copy(Tensor self) -> Tensor` */
  _indicesCopy(self: Tensor): Tensor;
  /** `aten::_indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _indicesCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_int_mm(Tensor self, Tensor mat2) -> Tensor` */
  _intMm(self: Tensor, mat2: Tensor): Tensor;
  /** `aten::_int_mm.out(Tensor self, Tensor mat2, *, Tensor(a!) out) -> Tensor(a!)` */
  _intMm(self: Tensor, mat2: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_is_all_true(Tensor self) -> Tensor` */
  _isAllTrue(self: Tensor): Tensor;
  /** `aten::_is_any_true(Tensor self) -> Tensor` */
  _isAnyTrue(self: Tensor): Tensor;
  /** `aten::_is_zerotensor(Tensor self) -> bool` */
  _isZerotensor(self: Tensor): boolean;
  /** `aten::_jagged_to_padded_dense_forward(Tensor values, Tensor[] offsets, SymInt[] max_lengths, float padding_value=0.) -> Tensor` */
  _jaggedToPaddedDenseForward(values: Tensor, offsets: readonly Tensor[], maxLengths: readonly number[], options?: { paddingValue?: number | undefined }): Tensor;
  /** `aten::_lazy_clone(Tensor self) -> Tensor` */
  _lazyClone(self: Tensor): Tensor;
  /** `aten::_linalg_check_errors(Tensor info, str api_name, *, bool is_matrix) -> ()` */
  _linalgCheckErrors(info: Tensor, apiName: string, options: { isMatrix: boolean }): void;
  /** `aten::_linalg_det(Tensor A) -> (Tensor result, Tensor LU, Tensor pivots)` */
  _linalgDet(A: Tensor): [Tensor, Tensor, Tensor];
  /** `aten::_linalg_det.result(Tensor A, *, Tensor(a!) result, Tensor(b!) LU, Tensor(c!) pivots) -> (Tensor(a!) result, Tensor(b!) LU, Tensor(c!) pivots)` */
  _linalgDet(A: Tensor, options: { result: Tensor; LU: Tensor; pivots: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_linalg_eigh(Tensor A, str UPLO="L", bool compute_v=True) -> (Tensor eigenvalues, Tensor eigenvectors)` */
  _linalgEigh(A: Tensor, options?: { UPLO?: string | undefined; computeV?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::_linalg_eigh.eigenvalues(Tensor A, str UPLO="L", bool compute_v=True, *, Tensor(a!) eigenvalues, Tensor(b!) eigenvectors) -> (Tensor(a!) eigenvalues, Tensor(b!) eigenvectors)` */
  _linalgEigh(A: Tensor, options: { UPLO?: string | undefined; computeV?: boolean | undefined; eigenvalues: Tensor; eigenvectors: Tensor }): [Tensor, Tensor];
  /** `aten::_linalg_eigvals(Tensor self) -> Tensor` */
  _linalgEigvals(self: Tensor): Tensor;
  /** `aten::_linalg_slogdet(Tensor A) -> (Tensor sign, Tensor logabsdet, Tensor LU, Tensor pivots)` */
  _linalgSlogdet(A: Tensor): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_linalg_slogdet.sign(Tensor A, *, Tensor(a!) sign, Tensor(b!) logabsdet, Tensor(c!) LU, Tensor(d!) pivots) -> (Tensor(a!) sign, Tensor(b!) logabsdet, Tensor(c!) LU, Tensor(d!) pivots)` */
  _linalgSlogdet(A: Tensor, options: { sign: Tensor; logabsdet: Tensor; LU: Tensor; pivots: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_linalg_solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False) -> (Tensor result, Tensor LU, Tensor pivots, Tensor info)` */
  _linalgSolveEx(A: Tensor, B: Tensor, options?: { left?: boolean | undefined; checkErrors?: boolean | undefined }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_linalg_solve_ex.result(Tensor A, Tensor B, *, bool left=True, bool check_errors=False, Tensor(a!) result, Tensor(b!) LU, Tensor(c!) pivots, Tensor(d!) info) -> (Tensor(a!) result, Tensor(b!) LU, Tensor(c!) pivots, Tensor(d!) info)` */
  _linalgSolveEx(A: Tensor, B: Tensor, options: { left?: boolean | undefined; checkErrors?: boolean | undefined; result: Tensor; LU: Tensor; pivots: Tensor; info: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_linalg_svd(Tensor A, bool full_matrices=False, bool compute_uv=True, *, str? driver=None) -> (Tensor U, Tensor S, Tensor Vh)` */
  _linalgSvd(A: Tensor, options?: { fullMatrices?: boolean | undefined; computeUv?: boolean | undefined; driver?: string | null | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_linalg_svd.U(Tensor A, bool full_matrices=False, bool compute_uv=True, *, str? driver=None, Tensor(a!) U, Tensor(b!) S, Tensor(c!) Vh) -> (Tensor(a!) U, Tensor(b!) S, Tensor(c!) Vh)` */
  _linalgSvd(A: Tensor, options: { fullMatrices?: boolean | undefined; computeUv?: boolean | undefined; driver?: string | null | undefined; U: Tensor; S: Tensor; Vh: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_local_scalar_dense(Tensor self) -> Scalar` */
  _localScalarDense(self: Tensor): Scalar;
  /** `aten::_log_softmax(Tensor self, int dim, bool half_to_float) -> Tensor` */
  _logSoftmax(self: Tensor, dim: number, halfToFloat: boolean): Tensor;
  /** `aten::_log_softmax.out(Tensor self, int dim, bool half_to_float, *, Tensor(a!) out) -> Tensor(a!)` */
  _logSoftmax(self: Tensor, dim: number, halfToFloat: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_log_softmax_backward_data(Tensor grad_output, Tensor output, int dim, ScalarType input_dtype) -> Tensor` */
  _logSoftmaxBackwardData(gradOutput: Tensor, output: Tensor, dim: number, inputDtype: Dtype): Tensor;
  /** `aten::_log_softmax_backward_data.out(Tensor grad_output, Tensor output, int dim, ScalarType input_dtype, *, Tensor(a!) out) -> Tensor(a!)` */
  _logSoftmaxBackwardData(gradOutput: Tensor, output: Tensor, dim: number, inputDtype: Dtype, options: { out: Tensor }): Tensor;
  /** `aten::_logcumsumexp(Tensor self, int dim) -> Tensor` */
  _logcumsumexp(self: Tensor, dim: number): Tensor;
  /** `aten::_logcumsumexp.out(Tensor self, int dim, *, Tensor(a!) out) -> Tensor(a!)` */
  _logcumsumexp(self: Tensor, dim: number, options: { out: Tensor }): Tensor;
  /** `aten::_lstm_mps(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)` */
  _lstmMps(input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_lstm_mps.out(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3, Tensor(e!) out4, Tensor(f!) out5) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!), Tensor(e!), Tensor(f!))` */
  _lstmMps(input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean, options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor; out4: Tensor; out5: Tensor }): [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_lu_with_info(Tensor self, bool pivot=True, bool check_errors=True) -> (Tensor LU, Tensor pivots, Tensor info)` */
  _luWithInfo(self: Tensor, options?: { pivot?: boolean | undefined; checkErrors?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_make_dep_token(*, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  _makeDepToken(options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::_make_dual(Tensor(a) primal, Tensor tangent, int level) -> Tensor(a)` */
  _makeDual(primal: Tensor, tangent: Tensor, level: number): Tensor;
  /** `aten::_make_dual_copy(Tensor primal, Tensor tangent, int level) -> Tensor` */
  _makeDualCopy(primal: Tensor, tangent: Tensor, level: number): Tensor;
  /** `aten::_make_dual_copy.out(Tensor primal, Tensor tangent, int level, *, Tensor(a!) out) -> Tensor(a!)` */
  _makeDualCopy(primal: Tensor, tangent: Tensor, level: number, options: { out: Tensor }): Tensor;
  /** `aten::_make_per_channel_quantized_tensor(Tensor self, Tensor scale, Tensor zero_point, int axis) -> Tensor` */
  _makePerChannelQuantizedTensor(self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number): Tensor;
  /** `aten::_make_per_channel_quantized_tensor.out(Tensor self, Tensor scale, Tensor zero_point, int axis, *, Tensor(a!) out) -> Tensor(a!)` */
  _makePerChannelQuantizedTensor(self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number, options: { out: Tensor }): Tensor;
  /** `aten::_make_per_tensor_quantized_tensor(Tensor self, float scale, int zero_point) -> Tensor` */
  _makePerTensorQuantizedTensor(self: Tensor, scale: number, zeroPoint: number): Tensor;
  /** `aten::_make_per_tensor_quantized_tensor.out(Tensor self, float scale, int zero_point, *, Tensor(a!) out) -> Tensor(a!)` */
  _makePerTensorQuantizedTensor(self: Tensor, scale: number, zeroPoint: number, options: { out: Tensor }): Tensor;
  /** `aten::_masked_scale(Tensor self, Tensor mask, float scale) -> Tensor` */
  _maskedScale(self: Tensor, mask: Tensor, scale: number): Tensor;
  /** `aten::_masked_scale.out(Tensor self, Tensor mask, float scale, *, Tensor(a!) out) -> Tensor(a!)` */
  _maskedScale(self: Tensor, mask: Tensor, scale: number, options: { out: Tensor }): Tensor;
  /** `aten::_masked_softmax(Tensor self, Tensor mask, int? dim=None, int? mask_type=None) -> Tensor` */
  _maskedSoftmax(self: Tensor, mask: Tensor, options?: { dim?: number | null | undefined; maskType?: number | null | undefined }): Tensor;
  /** `aten::_masked_softmax.out(Tensor self, Tensor mask, int? dim=None, int? mask_type=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _maskedSoftmax(self: Tensor, mask: Tensor, options: { dim?: number | null | undefined; maskType?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_masked_softmax_backward(Tensor grad_output, Tensor output, Tensor mask, int? dim=None) -> Tensor` */
  _maskedSoftmaxBackward(gradOutput: Tensor, output: Tensor, mask: Tensor, options?: { dim?: number | null | undefined }): Tensor;
  /** `aten::_masked_softmax_backward.out(Tensor grad_output, Tensor output, Tensor mask, int? dim=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _maskedSoftmaxBackward(gradOutput: Tensor, output: Tensor, mask: Tensor, options: { dim?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_mixed_dtypes_linear(Tensor input, Tensor weight, Tensor scale, *, Tensor? bias=None, str? activation=None) -> Tensor` */
  _mixedDtypesLinear(input: Tensor, weight: Tensor, scale: Tensor, options?: { bias?: Tensor | null | undefined; activation?: string | null | undefined }): Tensor;
  /** `aten::_mkldnn_reshape(Tensor self, int[] shape) -> Tensor` */
  _mkldnnReshape(self: Tensor, shape: readonly number[]): Tensor;
  /** `aten::_mkldnn_reshape.out(Tensor self, int[] shape, *, Tensor(a!) out) -> Tensor(a!)` */
  _mkldnnReshape(self: Tensor, shape: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_mkldnn_transpose(Tensor self, int dim0, int dim1) -> Tensor` */
  _mkldnnTranspose(self: Tensor, dim0: number, dim1: number): Tensor;
  /** `aten::_mkldnn_transpose.out(Tensor self, int dim0, int dim1, *, Tensor(a!) out) -> Tensor(a!)` */
  _mkldnnTranspose(self: Tensor, dim0: number, dim1: number, options: { out: Tensor }): Tensor;
  /** `aten::_mkldnn_transpose_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)` */
  _mkldnnTranspose_(self: Tensor, dim0: number, dim1: number): Tensor;
  /** `aten::_mps_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups) -> Tensor` */
  _mpsConvolution(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number): Tensor;
  /** `aten::_mps_convolution.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)` */
  _mpsConvolution(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, options: { out: Tensor }): Tensor;
  /** `aten::_mps_convolution_transpose(Tensor self, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups) -> Tensor` */
  _mpsConvolutionTranspose(self: Tensor, weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number): Tensor;
  /** `aten::_mps_convolution_transpose.out(Tensor self, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)` */
  _mpsConvolutionTranspose(self: Tensor, weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, options: { out: Tensor }): Tensor;
  /** `aten::_native_batch_norm_legit(Tensor input, Tensor? weight, Tensor? bias, Tensor(a!) running_mean, Tensor(b!) running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor)` */
  _nativeBatchNormLegit(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor, runningVar: Tensor, training: boolean, momentum: number, eps: number): [Tensor, Tensor, Tensor];
  /** `aten::_native_batch_norm_legit.no_stats(Tensor input, Tensor? weight, Tensor? bias, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor)` */
  _nativeBatchNormLegit(input: Tensor, weight: Tensor | null, bias: Tensor | null, training: boolean, momentum: number, eps: number): [Tensor, Tensor, Tensor];
  /** `aten::_native_batch_norm_legit.no_stats_out(Tensor input, Tensor? weight, Tensor? bias, bool training, float momentum, float eps, *, Tensor(a!) out, Tensor(b!) save_mean, Tensor(c!) save_invstd) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  _nativeBatchNormLegit(input: Tensor, weight: Tensor | null, bias: Tensor | null, training: boolean, momentum: number, eps: number, options: { out: Tensor; saveMean: Tensor; saveInvstd: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_native_batch_norm_legit.out(Tensor input, Tensor? weight, Tensor? bias, Tensor(a!) running_mean, Tensor(b!) running_var, bool training, float momentum, float eps, *, Tensor(d!) out, Tensor(e!) save_mean, Tensor(f!) save_invstd) -> (Tensor(d!), Tensor(e!), Tensor(f!))` */
  _nativeBatchNormLegit(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor, runningVar: Tensor, training: boolean, momentum: number, eps: number, options: { out: Tensor; saveMean: Tensor; saveInvstd: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_native_batch_norm_legit_functional(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, Tensor running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor, Tensor running_mean_out, Tensor running_var_out)` */
  _nativeBatchNormLegitFunctional(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor, runningVar: Tensor, training: boolean, momentum: number, eps: number): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_native_batch_norm_legit_no_training(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, Tensor running_var, float momentum, float eps) -> (Tensor, Tensor, Tensor)` */
  _nativeBatchNormLegitNoTraining(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor, runningVar: Tensor, momentum: number, eps: number): [Tensor, Tensor, Tensor];
  /** `aten::_native_batch_norm_legit_no_training.out(Tensor input, Tensor? weight, Tensor? bias, Tensor running_mean, Tensor running_var, float momentum, float eps, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  _nativeBatchNormLegitNoTraining(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor, runningVar: Tensor, momentum: number, eps: number, options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_native_multi_head_attention(Tensor query, Tensor key, Tensor value, int embed_dim, int num_head, Tensor qkv_weight, Tensor qkv_bias, Tensor proj_weight, Tensor proj_bias, Tensor? mask=None, bool need_weights=True, bool average_attn_weights=True, int? mask_type=None) -> (Tensor, Tensor)` */
  _nativeMultiHeadAttention(query: Tensor, key: Tensor, value: Tensor, embedDim: number, numHead: number, qkvWeight: Tensor, qkvBias: Tensor, projWeight: Tensor, projBias: Tensor, options?: { mask?: Tensor | null | undefined; needWeights?: boolean | undefined; averageAttnWeights?: boolean | undefined; maskType?: number | null | undefined }): [Tensor, Tensor];
  /** `aten::_native_multi_head_attention.out(Tensor query, Tensor key, Tensor value, int embed_dim, int num_head, Tensor qkv_weight, Tensor qkv_bias, Tensor proj_weight, Tensor proj_bias, Tensor? mask=None, bool need_weights=True, bool average_attn_weights=True, int? mask_type=None, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _nativeMultiHeadAttention(query: Tensor, key: Tensor, value: Tensor, embedDim: number, numHead: number, qkvWeight: Tensor, qkvBias: Tensor, projWeight: Tensor, projBias: Tensor, options: { mask?: Tensor | null | undefined; needWeights?: boolean | undefined; averageAttnWeights?: boolean | undefined; maskType?: number | null | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_neg_view(Tensor(a) self) -> Tensor(a)` */
  _negView(self: Tensor): Tensor;
  /** `aten::_neg_view_copy(Tensor self) -> Tensor` */
  _negViewCopy(self: Tensor): Tensor;
  /** `aten::_neg_view_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _negViewCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_nested_compute_contiguous_strides_offsets(Tensor nested_size) -> (Tensor, Tensor)` */
  _nestedComputeContiguousStridesOffsets(nestedSize: Tensor): [Tensor, Tensor];
  /** `aten::_nested_from_padded(Tensor padded, Tensor cpu_nested_shape_example, bool fuse_transform_0213=False) -> Tensor` */
  _nestedFromPadded(padded: Tensor, cpuNestedShapeExample: Tensor, options?: { fuseTransform0213?: boolean | undefined }): Tensor;
  /** `aten::_nested_from_padded.out(Tensor padded, Tensor cpu_nested_shape_example, bool fuse_transform_0213=False, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedFromPadded(padded: Tensor, cpuNestedShapeExample: Tensor, options: { fuseTransform0213?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_nested_from_padded_and_nested_example(Tensor padded, Tensor nt_example) -> Tensor` */
  _nestedFromPaddedAndNestedExample(padded: Tensor, ntExample: Tensor): Tensor;
  /** `aten::_nested_from_padded_and_nested_example.out(Tensor padded, Tensor nt_example, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedFromPaddedAndNestedExample(padded: Tensor, ntExample: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_nested_from_padded_tensor(Tensor padded, Tensor offsets, Tensor dummy, int ragged_idx=1, Tensor? min_seqlen=None, Tensor? max_seqlen=None, SymInt? sum_S=None) -> Tensor` */
  _nestedFromPaddedTensor(padded: Tensor, offsets: Tensor, dummy: Tensor, options?: { raggedIdx?: number | undefined; minSeqlen?: Tensor | null | undefined; maxSeqlen?: Tensor | null | undefined; sumS?: number | null | undefined }): Tensor;
  /** `aten::_nested_get_jagged_dummy(Tensor any) -> Tensor` */
  _nestedGetJaggedDummy(any: Tensor): Tensor;
  /** `aten::_nested_get_lengths(Tensor self) -> Tensor` */
  _nestedGetLengths(self: Tensor): Tensor;
  /** `aten::_nested_get_max_seqlen(Tensor self) -> Tensor` */
  _nestedGetMaxSeqlen(self: Tensor): Tensor;
  /** `aten::_nested_get_min_seqlen(Tensor self) -> Tensor` */
  _nestedGetMinSeqlen(self: Tensor): Tensor;
  /** `aten::_nested_get_offsets(Tensor self) -> Tensor` */
  _nestedGetOffsets(self: Tensor): Tensor;
  /** `aten::_nested_get_ragged_idx(Tensor self) -> int` */
  _nestedGetRaggedIdx(self: Tensor): number;
  /** `aten::_nested_get_values(Tensor(a) self) -> Tensor(a)` */
  _nestedGetValues(self: Tensor): Tensor;
  /** `aten::_nested_get_values_copy(Tensor self) -> Tensor` */
  _nestedGetValuesCopy(self: Tensor): Tensor;
  /** `aten::_nested_get_values_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedGetValuesCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_nested_select_backward(Tensor grad_output, Tensor self, int dim, SymInt index) -> Tensor` */
  _nestedSelectBackward(gradOutput: Tensor, self: Tensor, dim: number, index: number): Tensor;
  /** `aten::_nested_sum_backward(Tensor grad, Tensor self, int[1]? dim, bool keepdim=False) -> Tensor` */
  _nestedSumBackward(grad: Tensor, self: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean | undefined }): Tensor;
  /** `aten::_nested_tensor_from_mask(Tensor t, Tensor mask, bool mask_check=True) -> Tensor` */
  _nestedTensorFromMask(t: Tensor, mask: Tensor, options?: { maskCheck?: boolean | undefined }): Tensor;
  /** `aten::_nested_tensor_from_mask.out(Tensor t, Tensor mask, bool mask_check=True, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedTensorFromMask(t: Tensor, mask: Tensor, options: { maskCheck?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_nested_tensor_from_mask_left_aligned(Tensor t, Tensor mask) -> bool` */
  _nestedTensorFromMaskLeftAligned(t: Tensor, mask: Tensor): boolean;
  /** `aten::_nested_tensor_from_tensor_list(Tensor[] list, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  _nestedTensorFromTensorList(list: readonly Tensor[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_nested_tensor_from_tensor_list.out(Tensor[] list, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedTensorFromTensorList(list: readonly Tensor[], options: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; out: Tensor }): Tensor;
  /** `aten::_nested_tensor_size(Tensor self) -> Tensor` */
  _nestedTensorSize(self: Tensor): Tensor;
  /** `aten::_nested_tensor_size.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedTensorSize(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_nested_tensor_softmax_with_shape(Tensor self, Tensor query) -> Tensor` */
  _nestedTensorSoftmaxWithShape(self: Tensor, query: Tensor): Tensor;
  /** `aten::_nested_tensor_storage_offsets(Tensor self) -> Tensor` */
  _nestedTensorStorageOffsets(self: Tensor): Tensor;
  /** `aten::_nested_tensor_storage_offsets.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedTensorStorageOffsets(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_nested_tensor_strides(Tensor self) -> Tensor` */
  _nestedTensorStrides(self: Tensor): Tensor;
  /** `aten::_nested_tensor_strides.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedTensorStrides(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_nested_view_from_buffer(Tensor(a) self, Tensor nested_size, Tensor nested_strides, Tensor offsets) -> Tensor(a)` */
  _nestedViewFromBuffer(self: Tensor, nestedSize: Tensor, nestedStrides: Tensor, offsets: Tensor): Tensor;
  /** `aten::_nested_view_from_buffer_copy(Tensor self, Tensor nested_size, Tensor nested_strides, Tensor offsets) -> Tensor` */
  _nestedViewFromBufferCopy(self: Tensor, nestedSize: Tensor, nestedStrides: Tensor, offsets: Tensor): Tensor;
  /** `aten::_nested_view_from_buffer_copy.out(Tensor self, Tensor nested_size, Tensor nested_strides, Tensor offsets, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedViewFromBufferCopy(self: Tensor, nestedSize: Tensor, nestedStrides: Tensor, offsets: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_nested_view_from_jagged(Tensor(a) self, Tensor offsets, Tensor dummy, Tensor? lengths=None, int ragged_idx=1, Tensor? min_seqlen=None, Tensor? max_seqlen=None) -> Tensor(a)` */
  _nestedViewFromJagged(self: Tensor, offsets: Tensor, dummy: Tensor, options?: { lengths?: Tensor | null | undefined; raggedIdx?: number | undefined; minSeqlen?: Tensor | null | undefined; maxSeqlen?: Tensor | null | undefined }): Tensor;
  /** `aten::_nested_view_from_jagged_copy(Tensor self, Tensor offsets, Tensor dummy, Tensor? lengths=None, int ragged_idx=1, Tensor? min_seqlen=None, Tensor? max_seqlen=None) -> Tensor` */
  _nestedViewFromJaggedCopy(self: Tensor, offsets: Tensor, dummy: Tensor, options?: { lengths?: Tensor | null | undefined; raggedIdx?: number | undefined; minSeqlen?: Tensor | null | undefined; maxSeqlen?: Tensor | null | undefined }): Tensor;
  /** `aten::_nested_view_from_jagged_copy.out(Tensor self, Tensor offsets, Tensor dummy, Tensor? lengths=None, int ragged_idx=1, Tensor? min_seqlen=None, Tensor? max_seqlen=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _nestedViewFromJaggedCopy(self: Tensor, offsets: Tensor, dummy: Tensor, options: { lengths?: Tensor | null | undefined; raggedIdx?: number | undefined; minSeqlen?: Tensor | null | undefined; maxSeqlen?: Tensor | null | undefined; out: Tensor }): Tensor;
  /** `aten::_new_zeros_with_same_feature_meta(Tensor self, Tensor other, *, int self_num_batch_dims=0) -> Tensor` */
  _newZerosWithSameFeatureMeta(self: Tensor, other: Tensor, options?: { selfNumBatchDims?: number | undefined }): Tensor;
  /** `aten::_new_zeros_with_same_feature_meta.out(Tensor self, Tensor other, *, int self_num_batch_dims=0, Tensor(a!) out) -> Tensor(a!)` */
  _newZerosWithSameFeatureMeta(self: Tensor, other: Tensor, options: { selfNumBatchDims?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_nnpack_available() -> bool` */
  _nnpackAvailable(): boolean;
  /** `aten::_nnpack_spatial_convolution(Tensor input, Tensor weight, Tensor? bias, SymInt[2] padding, SymInt[2] stride=[1, 1]) -> Tensor` */
  _nnpackSpatialConvolution(input: Tensor, weight: Tensor, bias: Tensor | null, padding: number | readonly number[], options?: { stride?: number | readonly number[] | undefined }): Tensor;
  /** `aten::_nnpack_spatial_convolution.out(Tensor input, Tensor weight, Tensor? bias, SymInt[2] padding, SymInt[2] stride=[1, 1], *, Tensor(a!) out) -> Tensor(a!)` */
  _nnpackSpatialConvolution(input: Tensor, weight: Tensor, bias: Tensor | null, padding: number | readonly number[], options: { stride?: number | readonly number[] | undefined; out: Tensor }): Tensor;
  /** `aten::_nnz(Tensor self) -> int` */
  _nnz(self: Tensor): number;
  /** `aten::_pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first) -> (Tensor, Tensor)` */
  _packPaddedSequence(input: Tensor, lengths: Tensor, batchFirst: boolean): [Tensor, Tensor];
  /** `aten::_pack_padded_sequence.out(Tensor input, Tensor lengths, bool batch_first, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _packPaddedSequence(input: Tensor, lengths: Tensor, batchFirst: boolean, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_pack_padded_sequence_backward(Tensor grad, SymInt[] input_size, Tensor batch_sizes, bool batch_first) -> Tensor` */
  _packPaddedSequenceBackward(grad: Tensor, inputSize: readonly number[], batchSizes: Tensor, batchFirst: boolean): Tensor;
  /** `aten::_pad_circular(Tensor self, SymInt[] pad) -> Tensor` */
  _padCircular(self: Tensor, pad: readonly number[]): Tensor;
  /** `aten::_pad_enum(Tensor self, SymInt[] pad, int mode, float? value=None) -> Tensor` */
  _padEnum(self: Tensor, pad: readonly number[], mode: number, options?: { value?: number | null | undefined }): Tensor;
  /** `aten::_pad_packed_sequence(Tensor data, Tensor batch_sizes, bool batch_first, Scalar padding_value, int total_length) -> (Tensor, Tensor)` */
  _padPackedSequence(data: Tensor, batchSizes: Tensor, batchFirst: boolean, paddingValue: Scalar, totalLength: number): [Tensor, Tensor];
  /** `aten::_padded_dense_to_jagged_forward(Tensor dense, Tensor[] offsets, SymInt? total_L=None) -> Tensor` */
  _paddedDenseToJaggedForward(dense: Tensor, offsets: readonly Tensor[], options?: { totalL?: number | null | undefined }): Tensor;
  /** `aten::_pdist_backward(Tensor grad, Tensor self, float p, Tensor pdist) -> Tensor` */
  _pdistBackward(grad: Tensor, self: Tensor, p: number, pdist: Tensor): Tensor;
  /** `aten::_pdist_backward.out(Tensor grad, Tensor self, float p, Tensor pdist, *, Tensor(a!) out) -> Tensor(a!)` */
  _pdistBackward(grad: Tensor, self: Tensor, p: number, pdist: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_pdist_forward(Tensor self, float p=2.) -> Tensor` */
  _pdistForward(self: Tensor, options?: { p?: number | undefined }): Tensor;
  /** `aten::_pdist_forward.out(Tensor self, float p=2., *, Tensor(a!) out) -> Tensor(a!)` */
  _pdistForward(self: Tensor, options: { p?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_philox_key_fold_in(Tensor key, int data) -> Tensor` */
  _philoxKeyFoldIn(key: Tensor, data: number): Tensor;
  /** `aten::_philox_key_split(Tensor key, int num_splits) -> Tensor` */
  _philoxKeySplit(key: Tensor, numSplits: number): Tensor;
  /** `aten::_philox_normal(Tensor self, Tensor key, float mean=0., float std=1.) -> Tensor` */
  _philoxNormal(self: Tensor, key: Tensor, options?: { mean?: number | undefined; std?: number | undefined }): Tensor;
  /** `aten::_philox_normal.out(Tensor self, Tensor key, float mean=0., float std=1., *, Tensor(a!) out) -> Tensor(a!)` */
  _philoxNormal(self: Tensor, key: Tensor, options: { mean?: number | undefined; std?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_philox_normal_(Tensor(a!) self, Tensor key, float mean=0., float std=1.) -> Tensor(a!)` */
  _philoxNormal_(self: Tensor, key: Tensor, options?: { mean?: number | undefined; std?: number | undefined }): Tensor;
  /** `aten::_philox_uniform(Tensor self, Tensor key, float low=0., float high=1.) -> Tensor` */
  _philoxUniform(self: Tensor, key: Tensor, options?: { low?: number | undefined; high?: number | undefined }): Tensor;
  /** `aten::_philox_uniform.out(Tensor self, Tensor key, float low=0., float high=1., *, Tensor(a!) out) -> Tensor(a!)` */
  _philoxUniform(self: Tensor, key: Tensor, options: { low?: number | undefined; high?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_philox_uniform_(Tensor(a!) self, Tensor key, float low=0., float high=1.) -> Tensor(a!)` */
  _philoxUniform_(self: Tensor, key: Tensor, options?: { low?: number | undefined; high?: number | undefined }): Tensor;
  /** `aten::_pin_memory(Tensor self, Device? device=None) -> Tensor` */
  _pinMemory(self: Tensor, options?: { device?: Device | null | undefined }): Tensor;
  /** `aten::_pin_memory.out(Tensor self, Device? device=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _pinMemory(self: Tensor, options: { device?: Device | null | undefined; out: Tensor }): Tensor;
  /** `aten::_prelu_kernel(Tensor self, Tensor weight) -> Tensor` */
  _preluKernel(self: Tensor, weight: Tensor): Tensor;
  /** `aten::_prelu_kernel_backward(Tensor grad_output, Tensor self, Tensor weight) -> (Tensor, Tensor)` */
  _preluKernelBackward(gradOutput: Tensor, self: Tensor, weight: Tensor): [Tensor, Tensor];
  /** `aten::_print(str s) -> ()` */
  _print(s: string): void;
  /** `aten::_propagate_xla_data(Tensor input, Tensor output) -> ()` */
  _propagateXlaData(input: Tensor, output: Tensor): void;
  /** `aten::_remove_batch_dim(Tensor self, int level, SymInt batch_size, int out_dim) -> Tensor` */
  _removeBatchDim(self: Tensor, level: number, batchSize: number, outDim: number): Tensor;
  /** `aten::_reshape_alias(Tensor(a) self, SymInt[] size, SymInt[] stride) -> Tensor(a)` */
  _reshapeAlias(self: Tensor, size: readonly number[], stride: readonly number[]): Tensor;
  /** `aten::_reshape_alias_copy(Tensor self, SymInt[] size, SymInt[] stride) -> Tensor` */
  _reshapeAliasCopy(self: Tensor, size: readonly number[], stride: readonly number[]): Tensor;
  /** `aten::_reshape_alias_copy.out(Tensor self, SymInt[] size, SymInt[] stride, *, Tensor(a!) out) -> Tensor(a!)` */
  _reshapeAliasCopy(self: Tensor, size: readonly number[], stride: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_reshape_copy(Tensor self, SymInt[] size) -> Tensor` */
  _reshapeCopy(self: Tensor, size: readonly number[]): Tensor;
  /** `aten::_reshape_from_tensor(Tensor self, Tensor shape) -> Tensor` */
  _reshapeFromTensor(self: Tensor, shape: Tensor): Tensor;
  /** `aten::_resize_output(Tensor self, SymInt[] size, Device device) -> Tensor` */
  _resizeOutput(self: Tensor, size: readonly number[], device: Device): Tensor;
  /** `aten::_resize_output.out(Tensor self, SymInt[] size, Device device, *, Tensor(a!) out) -> Tensor(a!)` */
  _resizeOutput(self: Tensor, size: readonly number[], device: Device, options: { out: Tensor }): Tensor;
  /** `aten::_resize_output_(Tensor(a!) self, SymInt[] size, Device device) -> Tensor(a!)` */
  _resizeOutput_(self: Tensor, size: readonly number[], device: Device): Tensor;
  /** `aten::_rowwise_prune(Tensor weight, Tensor mask, ScalarType compressed_indices_dtype) -> (Tensor, Tensor)` */
  _rowwisePrune(weight: Tensor, mask: Tensor, compressedIndicesDtype: Dtype): [Tensor, Tensor];
  /** `aten::_safe_softmax(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  _safeSoftmax(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::_sample_dirichlet(Tensor self, Generator? generator=None) -> Tensor` */
  _sampleDirichlet(self: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::_sample_dirichlet.out(Tensor self, Generator? generator=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _sampleDirichlet(self: Tensor, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::_saturate_weight_to_fp16(Tensor weight) -> Tensor` */
  _saturateWeightToFp16(weight: Tensor): Tensor;
  /** `aten::_scaled_dot_product_attention_math(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0., bool is_causal=False, Tensor? dropout_mask=None, *, float? scale=None, bool enable_gqa=False) -> (Tensor, Tensor)` */
  _scaledDotProductAttentionMath(query: Tensor, key: Tensor, value: Tensor, options?: { attnMask?: Tensor | null | undefined; dropoutP?: number | undefined; isCausal?: boolean | undefined; dropoutMask?: Tensor | null | undefined; scale?: number | null | undefined; enableGqa?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::_scaled_dot_product_attention_math_for_mps(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0., bool is_causal=False, Tensor? dropout_mask=None, *, float? scale=None, bool enable_gqa=False) -> (Tensor, Tensor)` */
  _scaledDotProductAttentionMathForMps(query: Tensor, key: Tensor, value: Tensor, options?: { attnMask?: Tensor | null | undefined; dropoutP?: number | undefined; isCausal?: boolean | undefined; dropoutMask?: Tensor | null | undefined; scale?: number | null | undefined; enableGqa?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::_scaled_dot_product_cudnn_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_bias, bool compute_log_sumexp, float dropout_p=0., bool is_causal=False, bool return_debug_mask=False, *, float? scale=None) -> (Tensor output, Tensor logsumexp, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, Tensor philox_seed, Tensor philox_offset, Tensor debug_attn_mask)` */
  _scaledDotProductCudnnAttention(query: Tensor, key: Tensor, value: Tensor, attnBias: Tensor | null, computeLogSumexp: boolean, options?: { dropoutP?: number | undefined; isCausal?: boolean | undefined; returnDebugMask?: boolean | undefined; scale?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor, number, number, Tensor, Tensor, Tensor];
  /** `aten::_scaled_dot_product_cudnn_attention_backward(Tensor grad_out, Tensor query, Tensor key, Tensor value, Tensor out, Tensor logsumexp, Tensor philox_seed, Tensor philox_offset, Tensor attn_bias, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, float dropout_p, bool is_causal, *, float? scale=None) -> (Tensor, Tensor, Tensor)` */
  _scaledDotProductCudnnAttentionBackward(gradOut: Tensor, query: Tensor, key: Tensor, value: Tensor, out: Tensor, logsumexp: Tensor, philoxSeed: Tensor, philoxOffset: Tensor, attnBias: Tensor, cumSeqQ: Tensor, cumSeqK: Tensor, maxQ: number, maxK: number, dropoutP: number, isCausal: boolean, options?: { scale?: number | null | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_scaled_dot_product_efficient_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_bias, bool compute_log_sumexp, float dropout_p=0., bool is_causal=False, *, float? scale=None) -> (Tensor output, Tensor log_sumexp, Tensor philox_seed, Tensor philox_offset)` */
  _scaledDotProductEfficientAttention(query: Tensor, key: Tensor, value: Tensor, attnBias: Tensor | null, computeLogSumexp: boolean, options?: { dropoutP?: number | undefined; isCausal?: boolean | undefined; scale?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_scaled_dot_product_efficient_attention_backward(Tensor grad_out_, Tensor query, Tensor key, Tensor value, Tensor attn_bias, Tensor out, Tensor logsumexp, Tensor philox_seed, Tensor philox_offset, float dropout_p, bool[4] grad_input_mask, bool is_causal=False, *, float? scale=None) -> (Tensor, Tensor, Tensor, Tensor)` */
  _scaledDotProductEfficientAttentionBackward(gradOut_: Tensor, query: Tensor, key: Tensor, value: Tensor, attnBias: Tensor, out: Tensor, logsumexp: Tensor, philoxSeed: Tensor, philoxOffset: Tensor, dropoutP: number, gradInputMask: boolean | readonly boolean[], options?: { isCausal?: boolean | undefined; scale?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_scaled_dot_product_flash_attention(Tensor query, Tensor key, Tensor value, float dropout_p=0., bool is_causal=False, bool return_debug_mask=False, *, float? scale=None) -> (Tensor output, Tensor logsumexp, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, Tensor rng_state, Tensor unused, Tensor debug_attn_mask)` */
  _scaledDotProductFlashAttention(query: Tensor, key: Tensor, value: Tensor, options?: { dropoutP?: number | undefined; isCausal?: boolean | undefined; returnDebugMask?: boolean | undefined; scale?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor, number, number, Tensor, Tensor, Tensor];
  /** `aten::_scaled_dot_product_flash_attention.quantized(Tensor query, Tensor key, Tensor value, Tensor? q_descale, Tensor? k_descale, Tensor? v_descale, float dropout_p=0., bool is_causal=False, bool return_debug_mask=False, *, float? scale=None) -> (Tensor output, Tensor logsumexp, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, Tensor rng_state, Tensor unused, Tensor debug_attn_mask)` */
  _scaledDotProductFlashAttention(query: Tensor, key: Tensor, value: Tensor, qDescale: Tensor | null, kDescale: Tensor | null, vDescale: Tensor | null, options?: { dropoutP?: number | undefined; isCausal?: boolean | undefined; returnDebugMask?: boolean | undefined; scale?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor, number, number, Tensor, Tensor, Tensor];
  /** `aten::_scaled_dot_product_flash_attention_backward(Tensor grad_out, Tensor query, Tensor key, Tensor value, Tensor out, Tensor logsumexp, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, float dropout_p, bool is_causal, Tensor philox_seed, Tensor philox_offset, *, float? scale=None) -> (Tensor grad_query, Tensor grad_key, Tensor grad_value)` */
  _scaledDotProductFlashAttentionBackward(gradOut: Tensor, query: Tensor, key: Tensor, value: Tensor, out: Tensor, logsumexp: Tensor, cumSeqQ: Tensor, cumSeqK: Tensor, maxQ: number, maxK: number, dropoutP: number, isCausal: boolean, philoxSeed: Tensor, philoxOffset: Tensor, options?: { scale?: number | null | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_scaled_dot_product_flash_attention_for_cpu(Tensor query, Tensor key, Tensor value, float dropout_p=0., bool is_causal=False, *, Tensor? attn_mask=None, float? scale=None) -> (Tensor output, Tensor logsumexp)` */
  _scaledDotProductFlashAttentionForCpu(query: Tensor, key: Tensor, value: Tensor, options?: { dropoutP?: number | undefined; isCausal?: boolean | undefined; attnMask?: Tensor | null | undefined; scale?: number | null | undefined }): [Tensor, Tensor];
  /** `aten::_scaled_dot_product_flash_attention_for_cpu_backward(Tensor grad_out, Tensor query, Tensor key, Tensor value, Tensor out, Tensor logsumexp, float dropout_p, bool is_causal, *, Tensor? attn_mask=None, float? scale=None) -> (Tensor grad_query, Tensor grad_key, Tensor grad_value)` */
  _scaledDotProductFlashAttentionForCpuBackward(gradOut: Tensor, query: Tensor, key: Tensor, value: Tensor, out: Tensor, logsumexp: Tensor, dropoutP: number, isCausal: boolean, options?: { attnMask?: Tensor | null | undefined; scale?: number | null | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_scaled_dot_product_fused_attention_overrideable(Tensor query, Tensor key, Tensor value, Tensor? attn_bias=None, float dropout_p=0., bool is_causal=False, bool return_debug_mask=False, *, float? scale=None) -> (Tensor output, Tensor logsumexp, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, Tensor philox_seed, Tensor philox_offset, Tensor debug_attn_mask)` */
  _scaledDotProductFusedAttentionOverrideable(query: Tensor, key: Tensor, value: Tensor, options?: { attnBias?: Tensor | null | undefined; dropoutP?: number | undefined; isCausal?: boolean | undefined; returnDebugMask?: boolean | undefined; scale?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor, number, number, Tensor, Tensor, Tensor];
  /** `aten::_scaled_dot_product_fused_attention_overrideable_backward(Tensor grad_out, Tensor query, Tensor key, Tensor value, Tensor attn_bias, bool[4] grad_input_mask, Tensor out, Tensor logsumexp, Tensor cum_seq_q, Tensor cum_seq_k, SymInt max_q, SymInt max_k, float dropout_p, bool is_causal, Tensor philox_seed, Tensor philox_offset, *, float? scale=None) -> (Tensor grad_query, Tensor grad_key, Tensor grad_value, Tensor grad_attn_bias)` */
  _scaledDotProductFusedAttentionOverrideableBackward(gradOut: Tensor, query: Tensor, key: Tensor, value: Tensor, attnBias: Tensor, gradInputMask: boolean | readonly boolean[], out: Tensor, logsumexp: Tensor, cumSeqQ: Tensor, cumSeqK: Tensor, maxQ: number, maxK: number, dropoutP: number, isCausal: boolean, philoxSeed: Tensor, philoxOffset: Tensor, options?: { scale?: number | null | undefined }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::_scaled_grouped_mm(Tensor self, Tensor mat2, Tensor scale_a, Tensor scale_b, Tensor? offs=None, Tensor? bias=None, Tensor? scale_result=None, ScalarType? out_dtype=None, bool use_fast_accum=False) -> Tensor` */
  _scaledGroupedMm(self: Tensor, mat2: Tensor, scaleA: Tensor, scaleB: Tensor, options?: { offs?: Tensor | null | undefined; bias?: Tensor | null | undefined; scaleResult?: Tensor | null | undefined; outDtype?: Dtype | null | undefined; useFastAccum?: boolean | undefined }): Tensor;
  /** `aten::_scaled_grouped_mm_v2(Tensor self, Tensor mat2, Tensor[] scale_a, int[] recipe_a, int[] swizzle_a, Tensor[] scale_b, int[] recipe_b, int[] swizzle_b, Tensor? offs=None, Tensor? bias=None, ScalarType? out_dtype=None, int[] contraction_dim=[], bool use_fast_accum=False) -> Tensor` */
  _scaledGroupedMmV2(self: Tensor, mat2: Tensor, scaleA: readonly Tensor[], recipeA: readonly number[], swizzleA: readonly number[], scaleB: readonly Tensor[], recipeB: readonly number[], swizzleB: readonly number[], options?: { offs?: Tensor | null | undefined; bias?: Tensor | null | undefined; outDtype?: Dtype | null | undefined; contractionDim?: readonly number[] | undefined; useFastAccum?: boolean | undefined }): Tensor;
  /** `aten::_scaled_mm(Tensor self, Tensor mat2, Tensor scale_a, Tensor scale_b, Tensor? bias=None, Tensor? scale_result=None, ScalarType? out_dtype=None, bool use_fast_accum=False) -> Tensor` */
  _scaledMm(self: Tensor, mat2: Tensor, scaleA: Tensor, scaleB: Tensor, options?: { bias?: Tensor | null | undefined; scaleResult?: Tensor | null | undefined; outDtype?: Dtype | null | undefined; useFastAccum?: boolean | undefined }): Tensor;
  /** `aten::_scaled_mm.out(Tensor self, Tensor mat2, Tensor scale_a, Tensor scale_b, Tensor? bias=None, Tensor? scale_result=None, ScalarType? out_dtype=None, bool use_fast_accum=False, *, Tensor(a!) out) -> Tensor(a!)` */
  _scaledMm(self: Tensor, mat2: Tensor, scaleA: Tensor, scaleB: Tensor, options: { bias?: Tensor | null | undefined; scaleResult?: Tensor | null | undefined; outDtype?: Dtype | null | undefined; useFastAccum?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_scaled_mm_v2(Tensor self, Tensor mat2, Tensor[] scale_a, int[] recipe_a, int[] swizzle_a, Tensor[] scale_b, int[] recipe_b, int[] swizzle_b, Tensor? bias, ScalarType? out_dtype, int[] contraction_dim=[], bool use_fast_accum=False) -> Tensor` */
  _scaledMmV2(self: Tensor, mat2: Tensor, scaleA: readonly Tensor[], recipeA: readonly number[], swizzleA: readonly number[], scaleB: readonly Tensor[], recipeB: readonly number[], swizzleB: readonly number[], bias: Tensor | null, outDtype: Dtype | null, options?: { contractionDim?: readonly number[] | undefined; useFastAccum?: boolean | undefined }): Tensor;
  /** `aten::_scaled_mm_v2.out(Tensor self, Tensor mat2, Tensor[] scale_a, int[] recipe_a, int[] swizzle_a, Tensor[] scale_b, int[] recipe_b, int[] swizzle_b, Tensor? bias, ScalarType? out_dtype, int[] contraction_dim=[], bool use_fast_accum=False, *, Tensor(a!) out) -> Tensor(a!)` */
  _scaledMmV2(self: Tensor, mat2: Tensor, scaleA: readonly Tensor[], recipeA: readonly number[], swizzleA: readonly number[], scaleB: readonly Tensor[], recipeB: readonly number[], swizzleB: readonly number[], bias: Tensor | null, outDtype: Dtype | null, options: { contractionDim?: readonly number[] | undefined; useFastAccum?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_segment_reduce_backward(Tensor grad, Tensor output, Tensor data, str reduce, *, Tensor? lengths=None, Tensor? offsets=None, int axis=0, Scalar? initial=None) -> Tensor` */
  _segmentReduceBackward(grad: Tensor, output: Tensor, data: Tensor, reduce: string, options?: { lengths?: Tensor | null | undefined; offsets?: Tensor | null | undefined; axis?: number | undefined; initial?: Scalar | null | undefined }): Tensor;
  /** `aten::_segment_reduce_backward.out(Tensor grad, Tensor output, Tensor data, str reduce, *, Tensor? lengths=None, Tensor? offsets=None, int axis=0, Scalar? initial=None, Tensor(a!) out) -> Tensor(a!)` */
  _segmentReduceBackward(grad: Tensor, output: Tensor, data: Tensor, reduce: string, options: { lengths?: Tensor | null | undefined; offsets?: Tensor | null | undefined; axis?: number | undefined; initial?: Scalar | null | undefined; out: Tensor }): Tensor;
  /** `aten::_shape_as_tensor(Tensor self) -> Tensor` */
  _shapeAsTensor(self: Tensor): Tensor;
  /** `aten::_slow_conv2d_backward.grad_input(Tensor grad_output, Tensor self, Tensor weight, SymInt[2] kernel_size, SymInt[2] stride, SymInt[2] padding, *, Tensor(a!) grad_input, Tensor(b!) grad_weight, Tensor(c!) grad_bias) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  _slowConv2dBackward(gradOutput: Tensor, self: Tensor, weight: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options: { gradInput: Tensor; gradWeight: Tensor; gradBias: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_slow_conv2d_backward.output_mask(Tensor grad_output, Tensor self, Tensor weight, SymInt[2] kernel_size, SymInt[2] stride, SymInt[2] padding, bool[3] output_mask) -> (Tensor grad_input, Tensor grad_weight, Tensor grad_bias)` */
  _slowConv2dBackward(gradOutput: Tensor, self: Tensor, weight: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::_slow_conv2d_backward.output_mask_out(Tensor grad_output, Tensor self, Tensor weight, SymInt[2] kernel_size, SymInt[2] stride, SymInt[2] padding, bool[3] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  _slowConv2dBackward(gradOutput: Tensor, self: Tensor, weight: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_slow_conv2d_forward(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias, SymInt[2] stride, SymInt[2] padding) -> Tensor` */
  _slowConv2dForward(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[]): Tensor;
  /** `aten::_slow_conv2d_forward.output(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias, SymInt[2] stride, SymInt[2] padding, *, Tensor(a!) output) -> Tensor(a!)` */
  _slowConv2dForward(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], options: { output: Tensor }): Tensor;
  /** `aten::_sobol_engine_draw(Tensor quasi, int n, Tensor sobolstate, int dimension, int num_generated, ScalarType? dtype) -> (Tensor, Tensor)` */
  _sobolEngineDraw(quasi: Tensor, n: number, sobolstate: Tensor, dimension: number, numGenerated: number, dtype: Dtype | null): [Tensor, Tensor];
  /** `aten::_sobol_engine_ff_(Tensor(a!) self, int n, Tensor sobolstate, int dimension, int num_generated) -> Tensor(a!)` */
  _sobolEngineFf_(self: Tensor, n: number, sobolstate: Tensor, dimension: number, numGenerated: number): Tensor;
  /** `aten::_sobol_engine_initialize_state_(Tensor(a!) self, int dimension) -> Tensor(a!)` */
  _sobolEngineInitializeState_(self: Tensor, dimension: number): Tensor;
  /** `aten::_sobol_engine_scramble_(Tensor(a!) self, Tensor ltm, int dimension) -> Tensor(a!)` */
  _sobolEngineScramble_(self: Tensor, ltm: Tensor, dimension: number): Tensor;
  /** `aten::_softmax(Tensor self, int dim, bool half_to_float) -> Tensor` */
  _softmax(self: Tensor, dim: number, halfToFloat: boolean): Tensor;
  /** `aten::_softmax.out(Tensor self, int dim, bool half_to_float, *, Tensor(a!) out) -> Tensor(a!)` */
  _softmax(self: Tensor, dim: number, halfToFloat: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_softmax_backward_data(Tensor grad_output, Tensor output, int dim, ScalarType input_dtype) -> Tensor` */
  _softmaxBackwardData(gradOutput: Tensor, output: Tensor, dim: number, inputDtype: Dtype): Tensor;
  /** `aten::_softmax_backward_data.out(Tensor grad_output, Tensor output, int dim, ScalarType input_dtype, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  _softmaxBackwardData(gradOutput: Tensor, output: Tensor, dim: number, inputDtype: Dtype, options: { gradInput: Tensor }): Tensor;
  /** `aten::_sparse_addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  _sparseAddmm(self: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::_sparse_addmm.out(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  _sparseAddmm(self: Tensor, mat1: Tensor, mat2: Tensor, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::_sparse_broadcast_to(Tensor(a) self, int[] size) -> Tensor(a)` */
  _sparseBroadcastTo(self: Tensor, size: readonly number[]): Tensor;
  /** `aten::_sparse_broadcast_to_copy(Tensor self, int[] size) -> Tensor` */
  _sparseBroadcastToCopy(self: Tensor, size: readonly number[]): Tensor;
  /** `aten::_sparse_broadcast_to_copy.out(Tensor self, int[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseBroadcastToCopy(self: Tensor, size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_sparse_bsc_tensor_unsafe(Tensor ccol_indices, Tensor row_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  _sparseBscTensorUnsafe(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_sparse_bsr_tensor_unsafe(Tensor crow_indices, Tensor col_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  _sparseBsrTensorUnsafe(crowIndices: Tensor, colIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_sparse_compressed_tensor_unsafe(Tensor compressed_indices, Tensor plain_indices, Tensor values, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  _sparseCompressedTensorUnsafe(compressedIndices: Tensor, plainIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_sparse_compressed_tensor_with_dims(int nnz, int dense_dim, int[] size, int[] blocksize, ScalarType index_dtype, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  _sparseCompressedTensorWithDims(nnz: number, denseDim: number, size: readonly number[], blocksize: readonly number[], indexDtype: Dtype, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_sparse_coo_tensor_unsafe(Tensor indices, Tensor values, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool? is_coalesced=None) -> Tensor` */
  _sparseCooTensorUnsafe(indices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; isCoalesced?: boolean | null | undefined }): Tensor;
  /** `aten::_sparse_coo_tensor_with_dims(int sparse_dim, int dense_dim, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  _sparseCooTensorWithDims(sparseDim: number, denseDim: number, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_sparse_coo_tensor_with_dims.out(int sparse_dim, int dense_dim, int[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseCooTensorWithDims(sparseDim: number, denseDim: number, size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_sparse_coo_tensor_with_dims_and_tensors(int sparse_dim, int dense_dim, SymInt[] size, Tensor indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False, bool? is_coalesced=None) -> Tensor` */
  _sparseCooTensorWithDimsAndTensors(sparseDim: number, denseDim: number, size: readonly number[], indices: Tensor, values: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; isCoalesced?: boolean | null | undefined }): Tensor;
  /** `aten::_sparse_coo_tensor_with_dims_and_tensors.out(int sparse_dim, int dense_dim, SymInt[] size, Tensor indices, Tensor values, *, bool? is_coalesced=None, Tensor(a!) out) -> Tensor(a!)` */
  _sparseCooTensorWithDimsAndTensors(sparseDim: number, denseDim: number, size: readonly number[], indices: Tensor, values: Tensor, options: { isCoalesced?: boolean | null | undefined; out: Tensor }): Tensor;
  /** `aten::_sparse_csc_tensor_unsafe(Tensor ccol_indices, Tensor row_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  _sparseCscTensorUnsafe(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_sparse_csr_prod.dim_dtype(Tensor self, int[1] dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  _sparseCsrProd(self: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::_sparse_csr_prod.dim_dtype_out(Tensor self, int[1] dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  _sparseCsrProd(self: Tensor, dim: number | readonly number[], options: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::_sparse_csr_sum.dim_dtype(Tensor self, int[1] dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  _sparseCsrSum(self: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::_sparse_csr_sum.dim_dtype_out(Tensor self, int[1] dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  _sparseCsrSum(self: Tensor, dim: number | readonly number[], options: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::_sparse_csr_tensor_unsafe(Tensor crow_indices, Tensor col_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  _sparseCsrTensorUnsafe(crowIndices: Tensor, colIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::_sparse_log_softmax(Tensor self, int dim, bool half_to_float) -> Tensor` */
  _sparseLogSoftmax(self: Tensor, dim: number, halfToFloat: boolean): Tensor;
  /** `aten::_sparse_log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  _sparseLogSoftmax(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::_sparse_log_softmax.out(Tensor self, int dim, bool half_to_float, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseLogSoftmax(self: Tensor, dim: number, halfToFloat: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_sparse_log_softmax_backward_data(Tensor grad_output, Tensor output, int dim, Tensor self) -> Tensor` */
  _sparseLogSoftmaxBackwardData(gradOutput: Tensor, output: Tensor, dim: number, self: Tensor): Tensor;
  /** `aten::_sparse_log_softmax_backward_data.out(Tensor grad_output, Tensor output, int dim, Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseLogSoftmaxBackwardData(gradOutput: Tensor, output: Tensor, dim: number, self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_sparse_mask_projection(Tensor self, Tensor mask, bool accumulate_matches=False) -> Tensor` */
  _sparseMaskProjection(self: Tensor, mask: Tensor, options?: { accumulateMatches?: boolean | undefined }): Tensor;
  /** `aten::_sparse_mask_projection.out(Tensor self, Tensor mask, bool accumulate_matches=False, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseMaskProjection(self: Tensor, mask: Tensor, options: { accumulateMatches?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::_sparse_mm(Tensor sparse, Tensor dense) -> Tensor` */
  _sparseMm(sparse: Tensor, dense: Tensor): Tensor;
  /** `aten::_sparse_mm.reduce(Tensor sparse, Tensor dense, str reduce) -> Tensor` */
  _sparseMm(sparse: Tensor, dense: Tensor, reduce: string): Tensor;
  /** `aten::_sparse_mm_reduce_impl(Tensor self, Tensor other, str reduce) -> (Tensor, Tensor)` */
  _sparseMmReduceImpl(self: Tensor, other: Tensor, reduce: string): [Tensor, Tensor];
  /** `aten::_sparse_mm_reduce_impl_backward(Tensor self, Tensor grad_out, Tensor weight, str reduce, Tensor arg_out, bool[2] output_mask) -> (Tensor, Tensor)` */
  _sparseMmReduceImplBackward(self: Tensor, gradOut: Tensor, weight: Tensor, reduce: string, argOut: Tensor, outputMask: boolean | readonly boolean[]): [Tensor, Tensor];
  /** `aten::_sparse_semi_structured_addmm(Tensor input, Tensor mat1, Tensor mat1_meta, Tensor mat2, *, Scalar alpha=1, Scalar beta=1, ScalarType? out_dtype=None) -> Tensor` */
  _sparseSemiStructuredAddmm(input: Tensor, mat1: Tensor, mat1Meta: Tensor, mat2: Tensor, options?: { alpha?: Scalar | undefined; beta?: Scalar | undefined; outDtype?: Dtype | null | undefined }): Tensor;
  /** `aten::_sparse_semi_structured_apply(Tensor input, Tensor thread_masks) -> (Tensor, Tensor)` */
  _sparseSemiStructuredApply(input: Tensor, threadMasks: Tensor): [Tensor, Tensor];
  /** `aten::_sparse_semi_structured_apply_dense(Tensor input, Tensor thread_masks) -> Tensor` */
  _sparseSemiStructuredApplyDense(input: Tensor, threadMasks: Tensor): Tensor;
  /** `aten::_sparse_semi_structured_linear(Tensor input, Tensor weight, Tensor meta, *, Tensor? bias=None, str? activation=None, ScalarType? out_dtype=None) -> Tensor` */
  _sparseSemiStructuredLinear(input: Tensor, weight: Tensor, meta: Tensor, options?: { bias?: Tensor | null | undefined; activation?: string | null | undefined; outDtype?: Dtype | null | undefined }): Tensor;
  /** `aten::_sparse_semi_structured_mm(Tensor mat1, Tensor mat1_meta, Tensor mat2, *, ScalarType? out_dtype=None) -> Tensor` */
  _sparseSemiStructuredMm(mat1: Tensor, mat1Meta: Tensor, mat2: Tensor, options?: { outDtype?: Dtype | null | undefined }): Tensor;
  /** `aten::_sparse_semi_structured_tile(Tensor input, str algorithm="", bool use_cutlass=True) -> (Tensor, Tensor, Tensor, Tensor, Tensor)` */
  _sparseSemiStructuredTile(input: Tensor, options?: { algorithm?: string | undefined; useCutlass?: boolean | undefined }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_sparse_softmax(Tensor self, int dim, bool half_to_float) -> Tensor` */
  _sparseSoftmax(self: Tensor, dim: number, halfToFloat: boolean): Tensor;
  /** `aten::_sparse_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  _sparseSoftmax(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::_sparse_softmax.out(Tensor self, int dim, bool half_to_float, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseSoftmax(self: Tensor, dim: number, halfToFloat: boolean, options: { out: Tensor }): Tensor;
  /** `aten::_sparse_softmax_backward_data(Tensor grad_output, Tensor output, int dim, Tensor self) -> Tensor` */
  _sparseSoftmaxBackwardData(gradOutput: Tensor, output: Tensor, dim: number, self: Tensor): Tensor;
  /** `aten::_sparse_softmax_backward_data.out(Tensor grad_output, Tensor output, int dim, Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseSoftmaxBackwardData(gradOutput: Tensor, output: Tensor, dim: number, self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_sparse_sparse_matmul(Tensor self, Tensor other) -> Tensor` */
  _sparseSparseMatmul(self: Tensor, other: Tensor): Tensor;
  /** `aten::_sparse_sparse_matmul.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseSparseMatmul(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_sparse_sum(Tensor self) -> Tensor` */
  _sparseSum(self: Tensor): Tensor;
  /** `aten::_sparse_sum.dim(Tensor self, int[1] dim) -> Tensor` */
  _sparseSum(self: Tensor, dim: number | readonly number[]): Tensor;
  /** `aten::_sparse_sum.dim_dtype(Tensor self, int[1] dim, *, ScalarType dtype) -> Tensor` */
  _sparseSum(self: Tensor, dim: number | readonly number[], options: { dtype: Dtype }): Tensor;
  /** `aten::_sparse_sum.dim_out(Tensor self, int[1] dim, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseSum(self: Tensor, dim: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_sparse_sum.dtype(Tensor self, *, ScalarType dtype) -> Tensor` */
  _sparseSum(self: Tensor, options: { dtype: Dtype }): Tensor;
  /** `aten::_sparse_sum_backward(Tensor grad, Tensor self, int[] dim) -> Tensor` */
  _sparseSumBackward(grad: Tensor, self: Tensor, dim: readonly number[]): Tensor;
  /** `aten::_sparse_sum_backward.out(Tensor grad, Tensor self, int[] dim, *, Tensor(a!) out) -> Tensor(a!)` */
  _sparseSumBackward(grad: Tensor, self: Tensor, dim: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_spdiags(Tensor diagonals, Tensor offsets, int[] shape, Layout? layout=None) -> Tensor` */
  _spdiags(diagonals: Tensor, offsets: Tensor, shape: readonly number[], options?: { layout?: Layout | null | undefined }): Tensor;
  /** `aten::_spdiags.out(Tensor diagonals, Tensor offsets, int[] shape, Layout? layout=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _spdiags(diagonals: Tensor, offsets: Tensor, shape: readonly number[], options: { layout?: Layout | null | undefined; out: Tensor }): Tensor;
  /** `aten::_spsolve(Tensor A, Tensor B, *, bool left=True) -> Tensor` */
  _spsolve(A: Tensor, B: Tensor, options?: { left?: boolean | undefined }): Tensor;
  /** `aten::_stack(Tensor[] tensors, int dim=0) -> Tensor` */
  _stack(tensors: readonly Tensor[], options?: { dim?: number | undefined }): Tensor;
  /** `aten::_stack.out(Tensor[] tensors, int dim=0, *, Tensor(a!) out) -> Tensor(a!)` */
  _stack(tensors: readonly Tensor[], options: { dim?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_standard_gamma(Tensor self, Generator? generator=None) -> Tensor` */
  _standardGamma(self: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::_standard_gamma.out(Tensor self, Generator? generator=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _standardGamma(self: Tensor, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::_standard_gamma_grad(Tensor self, Tensor output) -> Tensor` */
  _standardGammaGrad(self: Tensor, output: Tensor): Tensor;
  /** `aten::_standard_gamma_grad.out(Tensor self, Tensor output, *, Tensor(a!) out) -> Tensor(a!)` */
  _standardGammaGrad(self: Tensor, output: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_test_ambiguous_defaults.a(Tensor dummy, int a=1, int b=1) -> Tensor` */
  _testAmbiguousDefaults(dummy: Tensor, options?: { a?: number | undefined; b?: number | undefined }): Tensor;
  /** `aten::_test_ambiguous_defaults.b(Tensor dummy, int a=2, str b="2") -> Tensor` */
  _testAmbiguousDefaults(dummy: Tensor, options?: { a?: number | undefined; b?: string | undefined }): Tensor;
  /** `aten::_test_autograd_multiple_dispatch.fullcoverage(Tensor self) -> Tensor` */
  _testAutogradMultipleDispatch(self: Tensor): Tensor;
  /** `aten::_test_autograd_multiple_dispatch.fullcoverage_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _testAutogradMultipleDispatch(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_test_autograd_multiple_dispatch.ntonly(Tensor self, bool b) -> Tensor` */
  _testAutogradMultipleDispatch(self: Tensor, b: boolean): Tensor;
  /** `aten::_test_autograd_multiple_dispatch_view(Tensor(a) self) -> Tensor(a)` */
  _testAutogradMultipleDispatchView(self: Tensor): Tensor;
  /** `aten::_test_autograd_multiple_dispatch_view_copy(Tensor self) -> Tensor` */
  _testAutogradMultipleDispatchViewCopy(self: Tensor): Tensor;
  /** `aten::_test_autograd_multiple_dispatch_view_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _testAutogradMultipleDispatchViewCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_test_check_tensor(Tensor self) -> Tensor` */
  _testCheckTensor(self: Tensor): Tensor;
  /** `aten::_test_functorch_fallback(Tensor self, Tensor other) -> Tensor` */
  _testFunctorchFallback(self: Tensor, other: Tensor): Tensor;
  /** `aten::_test_functorch_fallback.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  _testFunctorchFallback(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_test_optional_filled_intlist(Tensor values, int[2]? addends) -> Tensor` */
  _testOptionalFilledIntlist(values: Tensor, addends: number | readonly number[] | null): Tensor;
  /** `aten::_test_optional_filled_intlist.out(Tensor values, int[2]? addends, *, Tensor(a!) out) -> Tensor(a!)` */
  _testOptionalFilledIntlist(values: Tensor, addends: number | readonly number[] | null, options: { out: Tensor }): Tensor;
  /** `aten::_test_optional_floatlist(Tensor values, float[]? addends) -> Tensor` */
  _testOptionalFloatlist(values: Tensor, addends: readonly number[] | null): Tensor;
  /** `aten::_test_optional_floatlist.out(Tensor values, float[]? addends, *, Tensor(a!) out) -> Tensor(a!)` */
  _testOptionalFloatlist(values: Tensor, addends: readonly number[] | null, options: { out: Tensor }): Tensor;
  /** `aten::_test_optional_intlist(Tensor values, int[]? addends) -> Tensor` */
  _testOptionalIntlist(values: Tensor, addends: readonly number[] | null): Tensor;
  /** `aten::_test_optional_intlist.out(Tensor values, int[]? addends, *, Tensor(a!) out) -> Tensor(a!)` */
  _testOptionalIntlist(values: Tensor, addends: readonly number[] | null, options: { out: Tensor }): Tensor;
  /** `aten::_test_parallel_materialize(Tensor self, int num_parallel, bool skip_first=False) -> Tensor` */
  _testParallelMaterialize(self: Tensor, numParallel: number, options?: { skipFirst?: boolean | undefined }): Tensor;
  /** `aten::_test_serialization_subcmul(Tensor self, Tensor other, Scalar alpha=1) -> Tensor` */
  _testSerializationSubcmul(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::_test_string_default(Tensor dummy, str a="\"\'\\", str b="\"\'\\") -> Tensor` */
  _testStringDefault(dummy: Tensor, options?: { a?: string | undefined; b?: string | undefined }): Tensor;
  /** `aten::_test_warn_in_autograd(Tensor self) -> Tensor` */
  _testWarnInAutograd(self: Tensor): Tensor;
  /** `aten::_test_warn_in_autograd.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _testWarnInAutograd(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_thnn_differentiable_gru_cell_backward(Tensor grad_hy, Tensor input_gates, Tensor hidden_gates, Tensor hx, Tensor? input_bias, Tensor? hidden_bias) -> (Tensor, Tensor, Tensor, Tensor, Tensor)` */
  _thnnDifferentiableGruCellBackward(gradHy: Tensor, inputGates: Tensor, hiddenGates: Tensor, hx: Tensor, inputBias: Tensor | null, hiddenBias: Tensor | null): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_thnn_differentiable_lstm_cell_backward(Tensor? grad_hy, Tensor? grad_cy, Tensor input_gates, Tensor hidden_gates, Tensor? input_bias, Tensor? hidden_bias, Tensor cx, Tensor cy) -> (Tensor, Tensor, Tensor, Tensor, Tensor)` */
  _thnnDifferentiableLstmCellBackward(gradHy: Tensor | null, gradCy: Tensor | null, inputGates: Tensor, hiddenGates: Tensor, inputBias: Tensor | null, hiddenBias: Tensor | null, cx: Tensor, cy: Tensor): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_thnn_fused_gru_cell(Tensor input_gates, Tensor hidden_gates, Tensor hx, Tensor? input_bias=None, Tensor? hidden_bias=None) -> (Tensor, Tensor)` */
  _thnnFusedGruCell(inputGates: Tensor, hiddenGates: Tensor, hx: Tensor, options?: { inputBias?: Tensor | null | undefined; hiddenBias?: Tensor | null | undefined }): [Tensor, Tensor];
  /** `aten::_thnn_fused_gru_cell.out(Tensor input_gates, Tensor hidden_gates, Tensor hx, Tensor? input_bias=None, Tensor? hidden_bias=None, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _thnnFusedGruCell(inputGates: Tensor, hiddenGates: Tensor, hx: Tensor, options: { inputBias?: Tensor | null | undefined; hiddenBias?: Tensor | null | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_thnn_fused_gru_cell_backward(Tensor grad_hy, Tensor workspace, bool has_bias) -> (Tensor, Tensor, Tensor, Tensor, Tensor)` */
  _thnnFusedGruCellBackward(gradHy: Tensor, workspace: Tensor, hasBias: boolean): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_thnn_fused_gru_cell_backward.out(Tensor grad_hy, Tensor workspace, bool has_bias, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3, Tensor(e!) out4) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!), Tensor(e!))` */
  _thnnFusedGruCellBackward(gradHy: Tensor, workspace: Tensor, hasBias: boolean, options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor; out4: Tensor }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_thnn_fused_lstm_cell(Tensor input_gates, Tensor hidden_gates, Tensor cx, Tensor? input_bias=None, Tensor? hidden_bias=None) -> (Tensor, Tensor, Tensor)` */
  _thnnFusedLstmCell(inputGates: Tensor, hiddenGates: Tensor, cx: Tensor, options?: { inputBias?: Tensor | null | undefined; hiddenBias?: Tensor | null | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_thnn_fused_lstm_cell.out(Tensor input_gates, Tensor hidden_gates, Tensor cx, Tensor? input_bias=None, Tensor? hidden_bias=None, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  _thnnFusedLstmCell(inputGates: Tensor, hiddenGates: Tensor, cx: Tensor, options: { inputBias?: Tensor | null | undefined; hiddenBias?: Tensor | null | undefined; out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_thnn_fused_lstm_cell_backward(Tensor? grad_hy, Tensor? grad_cy, Tensor cx, Tensor cy, Tensor workspace, bool has_bias) -> (Tensor, Tensor, Tensor, Tensor, Tensor)` */
  _thnnFusedLstmCellBackward(gradHy: Tensor | null, gradCy: Tensor | null, cx: Tensor, cy: Tensor, workspace: Tensor, hasBias: boolean): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::_thnn_fused_lstm_cell_backward_impl(Tensor? grad_hy, Tensor? grad_cy, Tensor cx, Tensor cy, Tensor workspace, bool has_bias) -> (Tensor, Tensor, Tensor)` */
  _thnnFusedLstmCellBackwardImpl(gradHy: Tensor | null, gradCy: Tensor | null, cx: Tensor, cy: Tensor, workspace: Tensor, hasBias: boolean): [Tensor, Tensor, Tensor];
  /** `aten::_thnn_fused_lstm_cell_backward_impl.out(Tensor? grad_hy, Tensor? grad_cy, Tensor cx, Tensor cy, Tensor workspace, bool has_bias, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  _thnnFusedLstmCellBackwardImpl(gradHy: Tensor | null, gradCy: Tensor | null, cx: Tensor, cy: Tensor, workspace: Tensor, hasBias: boolean, options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_to_copy(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool non_blocking=False, MemoryFormat? memory_format=None) -> Tensor` */
  _toCopy(self: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; nonBlocking?: boolean | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::_to_copy.out(Tensor self, *, bool non_blocking=False, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  _toCopy(self: Tensor, options: { nonBlocking?: boolean | undefined; memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::_to_cpu(Tensor[] tensors) -> Tensor[]` */
  _toCpu(tensors: readonly Tensor[]): Tensor[];
  /** `aten::_to_dense(Tensor self, ScalarType? dtype=None, bool? masked_grad=None) -> Tensor` */
  _toDense(self: Tensor, options?: { dtype?: Dtype | null | undefined; maskedGrad?: boolean | null | undefined }): Tensor;
  /** `aten::_to_dense.out(Tensor self, ScalarType? dtype=None, bool? masked_grad=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _toDense(self: Tensor, options: { dtype?: Dtype | null | undefined; maskedGrad?: boolean | null | undefined; out: Tensor }): Tensor;
  /** `aten::_to_sparse(Tensor self, *, Layout? layout=None, int[2]? blocksize=None, int? dense_dim=None) -> Tensor` */
  _toSparse(self: Tensor, options?: { layout?: Layout | null | undefined; blocksize?: number | readonly number[] | null | undefined; denseDim?: number | null | undefined }): Tensor;
  /** `aten::_to_sparse.out(Tensor self, *, Layout? layout=None, int[2]? blocksize=None, int? dense_dim=None, Tensor(a!) out) -> Tensor(a!)` */
  _toSparse(self: Tensor, options: { layout?: Layout | null | undefined; blocksize?: number | readonly number[] | null | undefined; denseDim?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_to_sparse.sparse_dim(Tensor self, int sparse_dim) -> Tensor` */
  _toSparse(self: Tensor, sparseDim: number): Tensor;
  /** `aten::_to_sparse.sparse_dim_out(Tensor self, int sparse_dim, *, Tensor(a!) out) -> Tensor(a!)` */
  _toSparse(self: Tensor, sparseDim: number, options: { out: Tensor }): Tensor;
  /** `aten::_to_sparse_bsc(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor` */
  _toSparseBsc(self: Tensor, blocksize: number | readonly number[], options?: { denseDim?: number | null | undefined }): Tensor;
  /** `aten::_to_sparse_bsc.out(Tensor self, int[2] blocksize, int? dense_dim=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _toSparseBsc(self: Tensor, blocksize: number | readonly number[], options: { denseDim?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_to_sparse_bsr(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor` */
  _toSparseBsr(self: Tensor, blocksize: number | readonly number[], options?: { denseDim?: number | null | undefined }): Tensor;
  /** `aten::_to_sparse_bsr.out(Tensor self, int[2] blocksize, int? dense_dim=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _toSparseBsr(self: Tensor, blocksize: number | readonly number[], options: { denseDim?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_to_sparse_csc(Tensor self, int? dense_dim=None) -> Tensor` */
  _toSparseCsc(self: Tensor, options?: { denseDim?: number | null | undefined }): Tensor;
  /** `aten::_to_sparse_csc.out(Tensor self, int? dense_dim=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _toSparseCsc(self: Tensor, options: { denseDim?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_to_sparse_csr(Tensor self, int? dense_dim=None) -> Tensor` */
  _toSparseCsr(self: Tensor, options?: { denseDim?: number | null | undefined }): Tensor;
  /** `aten::_to_sparse_csr.out(Tensor self, int? dense_dim=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _toSparseCsr(self: Tensor, options: { denseDim?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_to_sparse_semi_structured(Tensor dense) -> (Tensor, Tensor)` */
  _toSparseSemiStructured(dense: Tensor): [Tensor, Tensor];
  /** `aten::_transform_bias_rescale_qkv(Tensor qkv, Tensor qkv_bias, int num_heads) -> (Tensor, Tensor, Tensor)` */
  _transformBiasRescaleQkv(qkv: Tensor, qkvBias: Tensor, numHeads: number): [Tensor, Tensor, Tensor];
  /** `aten::_transform_bias_rescale_qkv.out(Tensor qkv, Tensor qkv_bias, int num_heads, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  _transformBiasRescaleQkv(qkv: Tensor, qkvBias: Tensor, numHeads: number, options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_transformer_encoder_layer_fwd(Tensor src, int embed_dim, int num_heads, Tensor qkv_weight, Tensor qkv_bias, Tensor proj_weight, Tensor proj_bias, bool use_gelu, bool norm_first, float eps, Tensor norm_weight_1, Tensor norm_bias_1, Tensor norm_weight_2, Tensor norm_bias_2, Tensor ffn_weight_1, Tensor ffn_bias_1, Tensor ffn_weight_2, Tensor ffn_bias_2, Tensor? mask=None, int? mask_type=None) -> Tensor` */
  _transformerEncoderLayerFwd(src: Tensor, embedDim: number, numHeads: number, qkvWeight: Tensor, qkvBias: Tensor, projWeight: Tensor, projBias: Tensor, useGelu: boolean, normFirst: boolean, eps: number, normWeight1: Tensor, normBias1: Tensor, normWeight2: Tensor, normBias2: Tensor, ffnWeight1: Tensor, ffnBias1: Tensor, ffnWeight2: Tensor, ffnBias2: Tensor, options?: { mask?: Tensor | null | undefined; maskType?: number | null | undefined }): Tensor;
  /** `aten::_transformer_encoder_layer_fwd.out(Tensor src, int embed_dim, int num_heads, Tensor qkv_weight, Tensor qkv_bias, Tensor proj_weight, Tensor proj_bias, bool use_gelu, bool norm_first, float eps, Tensor norm_weight_1, Tensor norm_bias_1, Tensor norm_weight_2, Tensor norm_bias_2, Tensor ffn_weight_1, Tensor ffn_bias_1, Tensor ffn_weight_2, Tensor ffn_bias_2, Tensor? mask=None, int? mask_type=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _transformerEncoderLayerFwd(src: Tensor, embedDim: number, numHeads: number, qkvWeight: Tensor, qkvBias: Tensor, projWeight: Tensor, projBias: Tensor, useGelu: boolean, normFirst: boolean, eps: number, normWeight1: Tensor, normBias1: Tensor, normWeight2: Tensor, normBias2: Tensor, ffnWeight1: Tensor, ffnBias1: Tensor, ffnWeight2: Tensor, ffnBias2: Tensor, options: { mask?: Tensor | null | undefined; maskType?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_trilinear(Tensor i1, Tensor i2, Tensor i3, int[] expand1, int[] expand2, int[] expand3, int[] sumdim, int unroll_dim=1) -> Tensor` */
  _trilinear(i1: Tensor, i2: Tensor, i3: Tensor, expand1: readonly number[], expand2: readonly number[], expand3: readonly number[], sumdim: readonly number[], options?: { unrollDim?: number | undefined }): Tensor;
  /** `aten::_trilinear.out(Tensor i1, Tensor i2, Tensor i3, int[] expand1, int[] expand2, int[] expand3, int[] sumdim, int unroll_dim=1, *, Tensor(a!) out) -> Tensor(a!)` */
  _trilinear(i1: Tensor, i2: Tensor, i3: Tensor, expand1: readonly number[], expand2: readonly number[], expand3: readonly number[], sumdim: readonly number[], options: { unrollDim?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_triton_multi_head_attention(Tensor query, Tensor key, Tensor value, int embed_dim, int num_head, Tensor qkv_weight, Tensor qkv_bias, Tensor proj_weight, Tensor proj_bias, Tensor? mask=None) -> Tensor` */
  _tritonMultiHeadAttention(query: Tensor, key: Tensor, value: Tensor, embedDim: number, numHead: number, qkvWeight: Tensor, qkvBias: Tensor, projWeight: Tensor, projBias: Tensor, options?: { mask?: Tensor | null | undefined }): Tensor;
  /** `aten::_triton_multi_head_attention.out(Tensor query, Tensor key, Tensor value, int embed_dim, int num_head, Tensor qkv_weight, Tensor qkv_bias, Tensor proj_weight, Tensor proj_bias, Tensor? mask=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _tritonMultiHeadAttention(query: Tensor, key: Tensor, value: Tensor, embedDim: number, numHead: number, qkvWeight: Tensor, qkvBias: Tensor, projWeight: Tensor, projBias: Tensor, options: { mask?: Tensor | null | undefined; out: Tensor }): Tensor;
  /** `aten::_triton_scaled_dot_attention(Tensor q, Tensor k, Tensor v, float dropout_p=0.) -> Tensor` */
  _tritonScaledDotAttention(q: Tensor, k: Tensor, v: Tensor, options?: { dropoutP?: number | undefined }): Tensor;
  /** `aten::_triton_scaled_dot_attention.out(Tensor q, Tensor k, Tensor v, float dropout_p=0., *, Tensor(a!) out) -> Tensor(a!)` */
  _tritonScaledDotAttention(q: Tensor, k: Tensor, v: Tensor, options: { dropoutP?: number | undefined; out: Tensor }): Tensor;
  /** `aten::_unique(Tensor self, bool sorted=True, bool return_inverse=False) -> (Tensor, Tensor)` */
  _unique(self: Tensor, options?: { sorted?: boolean | undefined; returnInverse?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::_unique.out(Tensor self, bool sorted=True, bool return_inverse=False, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _unique(self: Tensor, options: { sorted?: boolean | undefined; returnInverse?: boolean | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
  _unique2(self: Tensor, options?: { sorted?: boolean | undefined; returnInverse?: boolean | undefined; returnCounts?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::_unique2.out(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  _unique2(self: Tensor, options: { sorted?: boolean | undefined; returnInverse?: boolean | undefined; returnCounts?: boolean | undefined; out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::_unpack_dual(Tensor(a) dual, int level) -> (Tensor(a) primal, Tensor tangent)` */
  _unpackDual(dual: Tensor, level: number): [Tensor, Tensor];
  /** `aten::_unsafe_index.Tensor(Tensor self, Tensor?[] indices) -> Tensor` */
  _unsafeIndex(self: Tensor, indices: readonly (Tensor | null)[]): Tensor;
  /** `aten::_unsafe_index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
  _unsafeIndexPut(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options?: { accumulate?: boolean | undefined }): Tensor;
  /** `aten::_unsafe_masked_index(Tensor self, Tensor mask, Tensor?[] indices, Scalar fill) -> Tensor` */
  _unsafeMaskedIndex(self: Tensor, mask: Tensor, indices: readonly (Tensor | null)[], fill: Scalar): Tensor;
  /** `aten::_unsafe_masked_index_put_accumulate(Tensor self, Tensor mask, Tensor?[] indices, Tensor values) -> Tensor` */
  _unsafeMaskedIndexPutAccumulate(self: Tensor, mask: Tensor, indices: readonly (Tensor | null)[], values: Tensor): Tensor;
  /** `aten::_unsafe_view(Tensor self, SymInt[] size) -> Tensor` */
  _unsafeView(self: Tensor, size: readonly number[]): Tensor;
  /** `aten::_unsafe_view.out(Tensor self, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  _unsafeView(self: Tensor, size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::_upsample_bicubic2d_aa(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleBicubic2dAa(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_bicubic2d_aa.out(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _upsampleBicubic2dAa(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_upsample_bicubic2d_aa.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
  _upsampleBicubic2dAa(input: Tensor, outputSize: readonly number[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::_upsample_bicubic2d_aa_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleBicubic2dAaBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_bicubic2d_aa_backward.grad_input(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  _upsampleBicubic2dAaBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::_upsample_bilinear2d_aa(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleBilinear2dAa(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_bilinear2d_aa.out(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _upsampleBilinear2dAa(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_upsample_bilinear2d_aa.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
  _upsampleBilinear2dAa(input: Tensor, outputSize: readonly number[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::_upsample_bilinear2d_aa_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleBilinear2dAaBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_bilinear2d_aa_backward.grad_input(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  _upsampleBilinear2dAaBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::_upsample_lanczos2d_aa(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleLanczos2dAa(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_lanczos2d_aa.out(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _upsampleLanczos2dAa(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_upsample_lanczos2d_aa.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
  _upsampleLanczos2dAa(input: Tensor, outputSize: readonly number[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::_upsample_lanczos2d_aa_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleLanczos2dAaBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_lanczos2d_aa_backward.grad_input(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  _upsampleLanczos2dAaBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::_upsample_nearest_exact1d(Tensor self, SymInt[1] output_size, float? scales=None) -> Tensor` */
  _upsampleNearestExact1d(self: Tensor, outputSize: number | readonly number[], options?: { scales?: number | null | undefined }): Tensor;
  /** `aten::_upsample_nearest_exact1d.out(Tensor self, SymInt[1] output_size, float? scales=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _upsampleNearestExact1d(self: Tensor, outputSize: number | readonly number[], options: { scales?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_upsample_nearest_exact1d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
  _upsampleNearestExact1d(input: Tensor, outputSize: readonly number[] | null, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::_upsample_nearest_exact1d_backward(Tensor grad_output, SymInt[1] output_size, SymInt[3] input_size, float? scales=None) -> Tensor` */
  _upsampleNearestExact1dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options?: { scales?: number | null | undefined }): Tensor;
  /** `aten::_upsample_nearest_exact1d_backward.grad_input(Tensor grad_output, SymInt[1] output_size, SymInt[3] input_size, float? scales=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  _upsampleNearestExact1dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options: { scales?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::_upsample_nearest_exact2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleNearestExact2d(self: Tensor, outputSize: number | readonly number[], options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_nearest_exact2d.out(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _upsampleNearestExact2d(self: Tensor, outputSize: number | readonly number[], options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_upsample_nearest_exact2d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
  _upsampleNearestExact2d(input: Tensor, outputSize: readonly number[] | null, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::_upsample_nearest_exact2d_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleNearestExact2dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_nearest_exact2d_backward.grad_input(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  _upsampleNearestExact2dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::_upsample_nearest_exact3d(Tensor self, SymInt[3] output_size, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleNearestExact3d(self: Tensor, outputSize: number | readonly number[], options?: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_nearest_exact3d.out(Tensor self, SymInt[3] output_size, float? scales_d=None, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  _upsampleNearestExact3d(self: Tensor, outputSize: number | readonly number[], options: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::_upsample_nearest_exact3d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
  _upsampleNearestExact3d(input: Tensor, outputSize: readonly number[] | null, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::_upsample_nearest_exact3d_backward(Tensor grad_output, SymInt[3] output_size, SymInt[5] input_size, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
  _upsampleNearestExact3dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options?: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::_upsample_nearest_exact3d_backward.grad_input(Tensor grad_output, SymInt[3] output_size, SymInt[5] input_size, float? scales_d=None, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  _upsampleNearestExact3dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::_use_cudnn_ctc_loss(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank) -> bool` */
  _useCudnnCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], blank: number): boolean;
  /** `aten::_use_cudnn_ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank) -> bool` */
  _useCudnnCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: number): boolean;
  /** `aten::_use_cudnn_rnn_flatten_weight() -> bool` */
  _useCudnnRnnFlattenWeight(): boolean;
  /** `aten::_use_miopen_ctc_loss(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank) -> bool` */
  _useMiopenCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], blank: number): boolean;
  /** `aten::_use_miopen_ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank) -> bool` */
  _useMiopenCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: number): boolean;
  /** `aten::_validate_compressed_sparse_indices(bool is_crow, Tensor compressed_idx, Tensor plain_idx, int cdim, int dim, int nnz) -> ()` */
  _validateCompressedSparseIndices(isCrow: boolean, compressedIdx: Tensor, plainIdx: Tensor, cdim: number, dim: number, nnz: number): void;
  /** `aten::_validate_sparse_bsc_tensor_args(Tensor ccol_indices, Tensor row_indices, Tensor values, int[] size, bool? check_pinning=None) -> ()` */
  _validateSparseBscTensorArgs(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, size: readonly number[], options?: { checkPinning?: boolean | null | undefined }): void;
  /** `aten::_validate_sparse_bsr_tensor_args(Tensor crow_indices, Tensor col_indices, Tensor values, int[] size, bool? check_pinning=None) -> ()` */
  _validateSparseBsrTensorArgs(crowIndices: Tensor, colIndices: Tensor, values: Tensor, size: readonly number[], options?: { checkPinning?: boolean | null | undefined }): void;
  /** `aten::_validate_sparse_compressed_tensor_args(Tensor compressed_indices, Tensor plain_indices, Tensor values, int[] size, Layout layout, bool? check_pinning=None) -> ()` */
  _validateSparseCompressedTensorArgs(compressedIndices: Tensor, plainIndices: Tensor, values: Tensor, size: readonly number[], layout: Layout, options?: { checkPinning?: boolean | null | undefined }): void;
  /** `aten::_validate_sparse_coo_tensor_args(Tensor indices, Tensor values, int[] size, bool? is_coalesced=None, bool? check_pinning=None) -> ()` */
  _validateSparseCooTensorArgs(indices: Tensor, values: Tensor, size: readonly number[], options?: { isCoalesced?: boolean | null | undefined; checkPinning?: boolean | null | undefined }): void;
  /** `aten::_validate_sparse_csc_tensor_args(Tensor ccol_indices, Tensor row_indices, Tensor values, int[] size, bool? check_pinning=None) -> ()` */
  _validateSparseCscTensorArgs(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, size: readonly number[], options?: { checkPinning?: boolean | null | undefined }): void;
  /** `aten::_validate_sparse_csr_tensor_args(Tensor crow_indices, Tensor col_indices, Tensor values, int[] size, bool? check_pinning=None) -> ()` */
  _validateSparseCsrTensorArgs(crowIndices: Tensor, colIndices: Tensor, values: Tensor, size: readonly number[], options?: { checkPinning?: boolean | null | undefined }): void;
  /** `aten::_values(Tensor(a) self) -> Tensor(a)` */
  _values(self: Tensor): Tensor;
  /** `aten::_values_copy(Tensor self) -> Tensor` */
  _valuesCopy(self: Tensor): Tensor;
  /** `aten::_values_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  _valuesCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::_version(Tensor self) -> int` */
  _version(self: Tensor): number;
  /** `aten::_weight_int4pack_mm(Tensor self, Tensor mat2, int qGroupSize, Tensor qScaleAndZeros) -> Tensor` */
  _weightInt4packMm(self: Tensor, mat2: Tensor, qGroupSize: number, qScaleAndZeros: Tensor): Tensor;
  /** `aten::_weight_int4pack_mm_for_cpu(Tensor self, Tensor mat2, int qGroupSize, Tensor qScaleAndZeros) -> Tensor` */
  _weightInt4packMmForCpu(self: Tensor, mat2: Tensor, qGroupSize: number, qScaleAndZeros: Tensor): Tensor;
  /** `aten::_weight_int4pack_mm_with_scales_and_zeros(Tensor self, Tensor mat2, int qGroupSize, Tensor qScale, Tensor qZeros) -> Tensor` */
  _weightInt4packMmWithScalesAndZeros(self: Tensor, mat2: Tensor, qGroupSize: number, qScale: Tensor, qZeros: Tensor): Tensor;
  /** `aten::_weight_int8pack_mm(Tensor self, Tensor mat2, Tensor scales) -> Tensor` */
  _weightInt8packMm(self: Tensor, mat2: Tensor, scales: Tensor): Tensor;
  /** `aten::_weight_norm(Tensor v, Tensor g, int dim=0) -> Tensor` */
  _weightNorm(v: Tensor, g: Tensor, options?: { dim?: number | undefined }): Tensor;
  /** `aten::_weight_norm_differentiable_backward(Tensor grad_w, Tensor saved_v, Tensor saved_g, Tensor saved_norms, int dim) -> (Tensor, Tensor)` */
  _weightNormDifferentiableBackward(gradW: Tensor, savedV: Tensor, savedG: Tensor, savedNorms: Tensor, dim: number): [Tensor, Tensor];
  /** `aten::_weight_norm_interface(Tensor v, Tensor g, int dim=0) -> (Tensor, Tensor)` */
  _weightNormInterface(v: Tensor, g: Tensor, options?: { dim?: number | undefined }): [Tensor, Tensor];
  /** `aten::_weight_norm_interface.out(Tensor v, Tensor g, int dim=0, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _weightNormInterface(v: Tensor, g: Tensor, options: { dim?: number | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_weight_norm_interface_backward(Tensor grad_w, Tensor saved_v, Tensor saved_g, Tensor saved_norms, int dim) -> (Tensor, Tensor)` */
  _weightNormInterfaceBackward(gradW: Tensor, savedV: Tensor, savedG: Tensor, savedNorms: Tensor, dim: number): [Tensor, Tensor];
  /** `aten::_weight_norm_interface_backward.out(Tensor grad_w, Tensor saved_v, Tensor saved_g, Tensor saved_norms, int dim, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  _weightNormInterfaceBackward(gradW: Tensor, savedV: Tensor, savedG: Tensor, savedNorms: Tensor, dim: number, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::_wrapped_linear_prepack(Tensor weight, Tensor weight_scale, Tensor weight_zero_point, Tensor bias) -> Tensor` */
  _wrappedLinearPrepack(weight: Tensor, weightScale: Tensor, weightZeroPoint: Tensor, bias: Tensor): Tensor;
  /** `aten::_wrapped_quantized_linear_prepacked(Tensor input, Tensor input_scale, Tensor input_zero_point, Tensor packed_weight, Tensor output_scale, Tensor output_zero_point, int out_channel) -> Tensor` */
  _wrappedQuantizedLinearPrepacked(input: Tensor, inputScale: Tensor, inputZeroPoint: Tensor, packedWeight: Tensor, outputScale: Tensor, outputZeroPoint: Tensor, outChannel: number): Tensor;
  /** `aten::abs(Tensor self) -> Tensor` */
  abs(self: Tensor): Tensor;
  /** `aten::abs.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  abs(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::abs_(Tensor(a!) self) -> Tensor(a!)` */
  abs_(self: Tensor): Tensor;
  /** `aten::absolute(Tensor self) -> Tensor` */
  absolute(self: Tensor): Tensor;
  /** `aten::absolute.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  absolute(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::absolute_(Tensor(a!) self) -> Tensor(a!)` */
  absolute_(self: Tensor): Tensor;
  /** `aten::acos(Tensor self) -> Tensor` */
  acos(self: Tensor): Tensor;
  /** `aten::acos.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  acos(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::acos_(Tensor(a!) self) -> Tensor(a!)` */
  acos_(self: Tensor): Tensor;
  /** `aten::acosh(Tensor self) -> Tensor` */
  acosh(self: Tensor): Tensor;
  /** `aten::acosh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  acosh(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::acosh_(Tensor(a!) self) -> Tensor(a!)` */
  acosh_(self: Tensor): Tensor;
  /** `aten::adaptive_avg_pool1d(Tensor self, int[1] output_size) -> Tensor` */
  adaptiveAvgPool1d(self: Tensor, outputSize: number | readonly number[]): Tensor;
  /** `aten::adaptive_avg_pool1d.out(Tensor self, int[1] output_size, *, Tensor(a!) out) -> Tensor(a!)` */
  adaptiveAvgPool1d(self: Tensor, outputSize: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::adaptive_avg_pool2d(Tensor self, SymInt[2] output_size) -> Tensor` */
  adaptiveAvgPool2d(self: Tensor, outputSize: number | readonly number[]): Tensor;
  /** `aten::adaptive_avg_pool2d.out(Tensor self, SymInt[2] output_size, *, Tensor(a!) out) -> Tensor(a!)` */
  adaptiveAvgPool2d(self: Tensor, outputSize: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::adaptive_avg_pool3d(Tensor self, SymInt[3] output_size) -> Tensor` */
  adaptiveAvgPool3d(self: Tensor, outputSize: number | readonly number[]): Tensor;
  /** `aten::adaptive_avg_pool3d.out(Tensor self, SymInt[3] output_size, *, Tensor(a!) out) -> Tensor(a!)` */
  adaptiveAvgPool3d(self: Tensor, outputSize: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::adaptive_avg_pool3d_backward.grad_input(Tensor grad_output, Tensor self, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  adaptiveAvgPool3dBackward(gradOutput: Tensor, self: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::adaptive_max_pool1d(Tensor self, int[1] output_size) -> (Tensor, Tensor)` */
  adaptiveMaxPool1d(self: Tensor, outputSize: number | readonly number[]): [Tensor, Tensor];
  /** `aten::adaptive_max_pool2d(Tensor self, int[2] output_size) -> (Tensor, Tensor)` */
  adaptiveMaxPool2d(self: Tensor, outputSize: number | readonly number[]): [Tensor, Tensor];
  /** `aten::adaptive_max_pool2d.out(Tensor self, int[2] output_size, *, Tensor(a!) out, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))` */
  adaptiveMaxPool2d(self: Tensor, outputSize: number | readonly number[], options: { out: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::adaptive_max_pool2d_backward(Tensor grad_output, Tensor self, Tensor indices) -> Tensor` */
  adaptiveMaxPool2dBackward(gradOutput: Tensor, self: Tensor, indices: Tensor): Tensor;
  /** `aten::adaptive_max_pool2d_backward.grad_input(Tensor grad_output, Tensor self, Tensor indices, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  adaptiveMaxPool2dBackward(gradOutput: Tensor, self: Tensor, indices: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::adaptive_max_pool3d(Tensor self, int[3] output_size) -> (Tensor, Tensor)` */
  adaptiveMaxPool3d(self: Tensor, outputSize: number | readonly number[]): [Tensor, Tensor];
  /** `aten::adaptive_max_pool3d.out(Tensor self, int[3] output_size, *, Tensor(a!) out, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))` */
  adaptiveMaxPool3d(self: Tensor, outputSize: number | readonly number[], options: { out: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::adaptive_max_pool3d_backward(Tensor grad_output, Tensor self, Tensor indices) -> Tensor` */
  adaptiveMaxPool3dBackward(gradOutput: Tensor, self: Tensor, indices: Tensor): Tensor;
  /** `aten::adaptive_max_pool3d_backward.grad_input(Tensor grad_output, Tensor self, Tensor indices, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  adaptiveMaxPool3dBackward(gradOutput: Tensor, self: Tensor, indices: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  add(self: Tensor, other: Scalar, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::add.Scalar_out(Tensor self, Scalar other, Scalar alpha=1, *, Tensor(a!) out) -> Tensor(a!)` */
  add(self: Tensor, other: Scalar, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  add(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::add.out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  add(self: Tensor, other: Tensor, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::add_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  add_(self: Tensor, other: Scalar, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  add_(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addbmm(self: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::addbmm.out(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  addbmm(self: Tensor, batch1: Tensor, batch2: Tensor, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::addbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addbmm_(self: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
  addcdiv(self: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar | undefined }): Tensor;
  /** `aten::addcdiv.out(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor(a!) out) -> Tensor(a!)` */
  addcdiv(self: Tensor, tensor1: Tensor, tensor2: Tensor, options: { value?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)` */
  addcdiv_(self: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar | undefined }): Tensor;
  /** `aten::addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
  addcmul(self: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar | undefined }): Tensor;
  /** `aten::addcmul.out(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor(a!) out) -> Tensor(a!)` */
  addcmul(self: Tensor, tensor1: Tensor, tensor2: Tensor, options: { value?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)` */
  addcmul_(self: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar | undefined }): Tensor;
  /** `aten::addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmm(self: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::addmm.dtype(Tensor self, Tensor mat1, Tensor mat2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmm(self: Tensor, mat1: Tensor, mat2: Tensor, outDtype: Dtype, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::addmm.dtype_out(Tensor self, Tensor mat1, Tensor mat2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  addmm(self: Tensor, mat1: Tensor, mat2: Tensor, outDtype: Dtype, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::addmm.out(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  addmm(self: Tensor, mat1: Tensor, mat2: Tensor, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::addmm_(Tensor(a!) self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addmm_(self: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmv(self: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::addmv.out(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  addmv(self: Tensor, mat: Tensor, vec: Tensor, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::addmv_(Tensor(a!) self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addmv_(self: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addr(self: Tensor, vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::addr.out(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  addr(self: Tensor, vec1: Tensor, vec2: Tensor, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::addr_(Tensor(a!) self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addr_(self: Tensor, vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::adjoint(Tensor(a) self) -> Tensor(a)` */
  adjoint(self: Tensor): Tensor;
  /** `aten::affine_grid_generator(Tensor theta, SymInt[] size, bool align_corners) -> Tensor` */
  affineGridGenerator(theta: Tensor, size: readonly number[], alignCorners: boolean): Tensor;
  /** `aten::affine_grid_generator.out(Tensor theta, SymInt[] size, bool align_corners, *, Tensor(a!) out) -> Tensor(a!)` */
  affineGridGenerator(theta: Tensor, size: readonly number[], alignCorners: boolean, options: { out: Tensor }): Tensor;
  /** `aten::affine_grid_generator_backward(Tensor grad, SymInt[] size, bool align_corners) -> Tensor` */
  affineGridGeneratorBackward(grad: Tensor, size: readonly number[], alignCorners: boolean): Tensor;
  /** `aten::alias(Tensor(a) self) -> Tensor(a)` */
  alias(self: Tensor): Tensor;
  /** `aten::alias_copy(Tensor self) -> Tensor` */
  aliasCopy(self: Tensor): Tensor;
  /** `aten::alias_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  aliasCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::all(Tensor self) -> Tensor` */
  all(self: Tensor): Tensor;
  /** `aten::all.all_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  all(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  all(self: Tensor, dim: number, options?: { keepdim?: boolean | undefined }): Tensor;
  /** `aten::all.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor` */
  all(self: Tensor, options?: { dim?: readonly number[] | null | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::all.dims_out(Tensor self, int[]? dim=None, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  all(self: Tensor, options: { dim?: readonly number[] | null | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::all.out(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  all(self: Tensor, dim: number, options: { keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::allclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> bool` */
  allclose(self: Tensor, other: Tensor, options?: { rtol?: number | undefined; atol?: number | undefined; equalNan?: boolean | undefined }): boolean;
  /** `aten::alpha_dropout(Tensor input, float p, bool train) -> Tensor` */
  alphaDropout(input: Tensor, p: number, train: boolean): Tensor;
  /** `aten::alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  alphaDropout_(self: Tensor, p: number, train: boolean): Tensor;
  /** `aten::amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
  amax(self: Tensor, options?: { dim?: number | readonly number[] | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::amax.out(Tensor self, int[1] dim=[], bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  amax(self: Tensor, options: { dim?: number | readonly number[] | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
  amin(self: Tensor, options?: { dim?: number | readonly number[] | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::amin.out(Tensor self, int[1] dim=[], bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  amin(self: Tensor, options: { dim?: number | readonly number[] | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, Tensor max)` */
  aminmax(self: Tensor, options?: { dim?: number | null | undefined; keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::aminmax.out(Tensor self, *, int? dim=None, bool keepdim=False, Tensor(a!) min, Tensor(b!) max) -> (Tensor(a!) min, Tensor(b!) max)` */
  aminmax(self: Tensor, options: { dim?: number | null | undefined; keepdim?: boolean | undefined; min: Tensor; max: Tensor }): [Tensor, Tensor];
  /** `aten::angle(Tensor self) -> Tensor` */
  angle(self: Tensor): Tensor;
  /** `aten::angle.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  angle(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::any(Tensor self) -> Tensor` */
  any(self: Tensor): Tensor;
  /** `aten::any.all_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  any(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  any(self: Tensor, dim: number, options?: { keepdim?: boolean | undefined }): Tensor;
  /** `aten::any.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor` */
  any(self: Tensor, options?: { dim?: readonly number[] | null | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::any.dims_out(Tensor self, int[]? dim=None, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  any(self: Tensor, options: { dim?: readonly number[] | null | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::any.out(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  any(self: Tensor, dim: number, options: { keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  arange(end: Scalar, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::arange.out(Scalar end, *, Tensor(a!) out) -> Tensor(a!)` */
  arange(end: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  arange(start: Scalar, end: Scalar, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::arange.start_out(Scalar start, Scalar end, Scalar step=1, *, Tensor(a!) out) -> Tensor(a!)` */
  arange(start: Scalar, end: Scalar, options: { step?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  arange(start: Scalar, end: Scalar, options?: { step?: Scalar | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::arccos(Tensor self) -> Tensor` */
  arccos(self: Tensor): Tensor;
  /** `aten::arccos.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  arccos(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::arccos_(Tensor(a!) self) -> Tensor(a!)` */
  arccos_(self: Tensor): Tensor;
  /** `aten::arccosh(Tensor self) -> Tensor` */
  arccosh(self: Tensor): Tensor;
  /** `aten::arccosh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  arccosh(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::arccosh_(Tensor(a!) self) -> Tensor(a!)` */
  arccosh_(self: Tensor): Tensor;
  /** `aten::arcsin(Tensor self) -> Tensor` */
  arcsin(self: Tensor): Tensor;
  /** `aten::arcsin.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  arcsin(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::arcsin_(Tensor(a!) self) -> Tensor(a!)` */
  arcsin_(self: Tensor): Tensor;
  /** `aten::arcsinh(Tensor self) -> Tensor` */
  arcsinh(self: Tensor): Tensor;
  /** `aten::arcsinh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  arcsinh(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::arcsinh_(Tensor(a!) self) -> Tensor(a!)` */
  arcsinh_(self: Tensor): Tensor;
  /** `aten::arctan(Tensor self) -> Tensor` */
  arctan(self: Tensor): Tensor;
  /** `aten::arctan.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  arctan(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::arctan2(Tensor self, Tensor other) -> Tensor` */
  arctan2(self: Tensor, other: Tensor): Tensor;
  /** `aten::arctan2.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  arctan2(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::arctan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  arctan2_(self: Tensor, other: Tensor): Tensor;
  /** `aten::arctan_(Tensor(a!) self) -> Tensor(a!)` */
  arctan_(self: Tensor): Tensor;
  /** `aten::arctanh(Tensor self) -> Tensor` */
  arctanh(self: Tensor): Tensor;
  /** `aten::arctanh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  arctanh(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::arctanh_(Tensor(a!) self) -> Tensor(a!)` */
  arctanh_(self: Tensor): Tensor;
  /** `aten::argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmax(self: Tensor, options?: { dim?: number | null | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::argmax.out(Tensor self, int? dim=None, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  argmax(self: Tensor, options: { dim?: number | null | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmin(self: Tensor, options?: { dim?: number | null | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::argmin.out(Tensor self, int? dim=None, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  argmin(self: Tensor, options: { dim?: number | null | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor` */
  argsort(self: Tensor, options?: { dim?: number | undefined; descending?: boolean | undefined }): Tensor;
  /** `aten::argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False) -> Tensor` */
  argsort(self: Tensor, options: { stable: boolean; dim?: number | undefined; descending?: boolean | undefined }): Tensor;
  /** `aten::argsort.stable_out(Tensor self, *, bool stable, int dim=-1, bool descending=False, Tensor(a!) out) -> Tensor(a!)` */
  argsort(self: Tensor, options: { stable: boolean; dim?: number | undefined; descending?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::argwhere(Tensor self) -> Tensor` */
  argwhere(self: Tensor): Tensor;
  /** `aten::as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)` */
  asStrided(self: Tensor, size: readonly number[], stride: readonly number[], options?: { storageOffset?: number | null | undefined }): Tensor;
  /** `aten::as_strided_(Tensor(a!) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a!)` */
  asStrided_(self: Tensor, size: readonly number[], stride: readonly number[], options?: { storageOffset?: number | null | undefined }): Tensor;
  /** `aten::as_strided_copy(Tensor self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor` */
  asStridedCopy(self: Tensor, size: readonly number[], stride: readonly number[], options?: { storageOffset?: number | null | undefined }): Tensor;
  /** `aten::as_strided_copy.out(Tensor self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None, *, Tensor(a!) out) -> Tensor(a!)` */
  asStridedCopy(self: Tensor, size: readonly number[], stride: readonly number[], options: { storageOffset?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::as_strided_scatter(Tensor self, Tensor src, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor` */
  asStridedScatter(self: Tensor, src: Tensor, size: readonly number[], stride: readonly number[], options?: { storageOffset?: number | null | undefined }): Tensor;
  /** `aten::as_strided_scatter.out(Tensor self, Tensor src, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None, *, Tensor(a!) out) -> Tensor(a!)` */
  asStridedScatter(self: Tensor, src: Tensor, size: readonly number[], stride: readonly number[], options: { storageOffset?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::asin(Tensor self) -> Tensor` */
  asin(self: Tensor): Tensor;
  /** `aten::asin.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  asin(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::asin_(Tensor(a!) self) -> Tensor(a!)` */
  asin_(self: Tensor): Tensor;
  /** `aten::asinh(Tensor self) -> Tensor` */
  asinh(self: Tensor): Tensor;
  /** `aten::asinh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  asinh(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::asinh_(Tensor(a!) self) -> Tensor(a!)` */
  asinh_(self: Tensor): Tensor;
  /** `aten::atan(Tensor self) -> Tensor` */
  atan(self: Tensor): Tensor;
  /** `aten::atan.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  atan(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::atan2(Tensor self, Tensor other) -> Tensor` */
  atan2(self: Tensor, other: Tensor): Tensor;
  /** `aten::atan2.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  atan2(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::atan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  atan2_(self: Tensor, other: Tensor): Tensor;
  /** `aten::atan_(Tensor(a!) self) -> Tensor(a!)` */
  atan_(self: Tensor): Tensor;
  /** `aten::atanh(Tensor self) -> Tensor` */
  atanh(self: Tensor): Tensor;
  /** `aten::atanh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  atanh(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::atanh_(Tensor(a!) self) -> Tensor(a!)` */
  atanh_(self: Tensor): Tensor;
  /** `aten::atleast_1d(Tensor self) -> Tensor` */
  atleast1d(self: Tensor): Tensor;
  /** `aten::atleast_1d.Sequence(Tensor[] tensors) -> Tensor[]` */
  atleast1d(tensors: readonly Tensor[]): Tensor[];
  /** `aten::atleast_2d(Tensor self) -> Tensor` */
  atleast2d(self: Tensor): Tensor;
  /** `aten::atleast_2d.Sequence(Tensor[] tensors) -> Tensor[]` */
  atleast2d(tensors: readonly Tensor[]): Tensor[];
  /** `aten::atleast_3d(Tensor self) -> Tensor` */
  atleast3d(self: Tensor): Tensor;
  /** `aten::atleast_3d.Sequence(Tensor[] tensors) -> Tensor[]` */
  atleast3d(tensors: readonly Tensor[]): Tensor[];
  /** `aten::avg_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], bool ceil_mode=False, bool count_include_pad=True) -> Tensor` */
  avgPool1d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; countIncludePad?: boolean | undefined }): Tensor;
  /** `aten::avg_pool1d.out(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], bool ceil_mode=False, bool count_include_pad=True, *, Tensor(a!) out) -> Tensor(a!)` */
  avgPool1d(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; countIncludePad?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
  avgPool2d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; countIncludePad?: boolean | undefined; divisorOverride?: number | null | undefined }): Tensor;
  /** `aten::avg_pool2d.out(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None, *, Tensor(a!) out) -> Tensor(a!)` */
  avgPool2d(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; countIncludePad?: boolean | undefined; divisorOverride?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::avg_pool2d_backward(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] stride, int[2] padding, bool ceil_mode, bool count_include_pad, int? divisor_override) -> Tensor` */
  avgPool2dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceilMode: boolean, countIncludePad: boolean, divisorOverride: number | null): Tensor;
  /** `aten::avg_pool2d_backward.grad_input(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] stride, int[2] padding, bool ceil_mode, bool count_include_pad, int? divisor_override, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  avgPool2dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceilMode: boolean, countIncludePad: boolean, divisorOverride: number | null, options: { gradInput: Tensor }): Tensor;
  /** `aten::avg_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
  avgPool3d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; countIncludePad?: boolean | undefined; divisorOverride?: number | null | undefined }): Tensor;
  /** `aten::avg_pool3d.out(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None, *, Tensor(a!) out) -> Tensor(a!)` */
  avgPool3d(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; countIncludePad?: boolean | undefined; divisorOverride?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::avg_pool3d_backward(Tensor grad_output, Tensor self, int[3] kernel_size, int[3] stride, int[3] padding, bool ceil_mode, bool count_include_pad, int? divisor_override) -> Tensor` */
  avgPool3dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceilMode: boolean, countIncludePad: boolean, divisorOverride: number | null): Tensor;
  /** `aten::avg_pool3d_backward.grad_input(Tensor grad_output, Tensor self, int[3] kernel_size, int[3] stride, int[3] padding, bool ceil_mode, bool count_include_pad, int? divisor_override, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  avgPool3dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], ceilMode: boolean, countIncludePad: boolean, divisorOverride: number | null, options: { gradInput: Tensor }): Tensor;
  /** `aten::baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  baddbmm(self: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::baddbmm.dtype(Tensor self, Tensor batch1, Tensor batch2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  baddbmm(self: Tensor, batch1: Tensor, batch2: Tensor, outDtype: Dtype, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::baddbmm.dtype_out(Tensor self, Tensor batch1, Tensor batch2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  baddbmm(self: Tensor, batch1: Tensor, batch2: Tensor, outDtype: Dtype, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::baddbmm.out(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  baddbmm(self: Tensor, batch1: Tensor, batch2: Tensor, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::baddbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  baddbmm_(self: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::bartlett_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  bartlettWindow(windowLength: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::bartlett_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)` */
  bartlettWindow(windowLength: number, options: { out: Tensor }): Tensor;
  /** `aten::bartlett_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  bartlettWindow(windowLength: number, periodic: boolean, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::bartlett_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)` */
  bartlettWindow(windowLength: number, periodic: boolean, options: { out: Tensor }): Tensor;
  /** `aten::batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, bool cudnn_enabled) -> Tensor` */
  batchNorm(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number, cudnnEnabled: boolean): Tensor;
  /** `aten::batch_norm_backward(Tensor grad_out, Tensor input, Tensor weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_var, bool update, float eps, bool[3] output_mask, Tensor reserve) -> (Tensor, Tensor, Tensor)` */
  batchNormBackward(gradOut: Tensor, input: Tensor, weight: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, saveMean: Tensor | null, saveVar: Tensor | null, update: boolean, eps: number, outputMask: boolean | readonly boolean[], reserve: Tensor): [Tensor, Tensor, Tensor];
  /** `aten::batch_norm_backward_elemt(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, Tensor sum_dy, Tensor sum_dy_xmu, Tensor count) -> Tensor` */
  batchNormBackwardElemt(gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, sumDyXmu: Tensor, count: Tensor): Tensor;
  /** `aten::batch_norm_backward_elemt.out(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, Tensor sum_dy, Tensor sum_dy_xmu, Tensor count, *, Tensor(a!) out) -> Tensor(a!)` */
  batchNormBackwardElemt(gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, sumDyXmu: Tensor, count: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::batch_norm_backward_reduce(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, bool input_g, bool weight_g, bool bias_g) -> (Tensor, Tensor, Tensor, Tensor)` */
  batchNormBackwardReduce(gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, weightG: boolean, biasG: boolean): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::batch_norm_backward_reduce.out(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, bool input_g, bool weight_g, bool bias_g, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!))` */
  batchNormBackwardReduce(gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, weightG: boolean, biasG: boolean, options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::batch_norm_elemt(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor invstd, float eps) -> Tensor` */
  batchNormElemt(input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, invstd: Tensor, eps: number): Tensor;
  /** `aten::batch_norm_elemt.out(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor invstd, float eps, *, Tensor(a!) out) -> Tensor(a!)` */
  batchNormElemt(input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, invstd: Tensor, eps: number, options: { out: Tensor }): Tensor;
  /** `aten::batch_norm_gather_stats(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, int count) -> (Tensor, Tensor)` */
  batchNormGatherStats(input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, count: number): [Tensor, Tensor];
  /** `aten::batch_norm_gather_stats.out(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, int count, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  batchNormGatherStats(input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, count: number, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::batch_norm_gather_stats_with_counts(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, Tensor counts) -> (Tensor, Tensor)` */
  batchNormGatherStatsWithCounts(input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, counts: Tensor): [Tensor, Tensor];
  /** `aten::batch_norm_gather_stats_with_counts.out(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, Tensor counts, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  batchNormGatherStatsWithCounts(input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, counts: Tensor, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::batch_norm_stats(Tensor input, float eps) -> (Tensor, Tensor)` */
  batchNormStats(input: Tensor, eps: number): [Tensor, Tensor];
  /** `aten::batch_norm_stats.out(Tensor input, float eps, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  batchNormStats(input: Tensor, eps: number, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::batch_norm_update_stats(Tensor input, Tensor? running_mean, Tensor? running_var, float momentum) -> (Tensor, Tensor)` */
  batchNormUpdateStats(input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number): [Tensor, Tensor];
  /** `aten::batch_norm_update_stats.out(Tensor input, Tensor? running_mean, Tensor? running_var, float momentum, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  batchNormUpdateStats(input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::bernoulli(Tensor self, *, Generator? generator=None) -> Tensor` */
  bernoulli(self: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::bernoulli.Tensor(Tensor self, Tensor p, *, Generator? generator=None) -> Tensor` */
  bernoulli(self: Tensor, p: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::bernoulli.Tensor_out(Tensor self, Tensor p, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  bernoulli(self: Tensor, p: Tensor, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::bernoulli.float_out(Tensor self, float p=0.5, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  bernoulli(self: Tensor, options: { p?: number | undefined; generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::bernoulli.out(Tensor self, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  bernoulli(self: Tensor, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor` */
  bernoulli(self: Tensor, p: number, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::bernoulli_.Tensor(Tensor(a!) self, Tensor p, *, Generator? generator=None) -> Tensor(a!)` */
  bernoulli_(self: Tensor, p: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::bernoulli_.float(Tensor(a!) self, float p=0.5, *, Generator? generator=None) -> Tensor(a!)` */
  bernoulli_(self: Tensor, options?: { p?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor` */
  bilinear(input1: Tensor, input2: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined }): Tensor;
  /** `aten::binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int reduction=1) -> Tensor` */
  binaryCrossEntropy(self: Tensor, target: Tensor, options?: { weight?: Tensor | null | undefined; reduction?: number | undefined }): Tensor;
  /** `aten::binary_cross_entropy.out(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)` */
  binaryCrossEntropy(self: Tensor, target: Tensor, options: { weight?: Tensor | null | undefined; reduction?: number | undefined; out: Tensor }): Tensor;
  /** `aten::binary_cross_entropy_backward(Tensor grad_output, Tensor self, Tensor target, Tensor? weight=None, int reduction=1) -> Tensor` */
  binaryCrossEntropyBackward(gradOutput: Tensor, self: Tensor, target: Tensor, options?: { weight?: Tensor | null | undefined; reduction?: number | undefined }): Tensor;
  /** `aten::binary_cross_entropy_backward.grad_input(Tensor grad_output, Tensor self, Tensor target, Tensor? weight=None, int reduction=1, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  binaryCrossEntropyBackward(gradOutput: Tensor, self: Tensor, target: Tensor, options: { weight?: Tensor | null | undefined; reduction?: number | undefined; gradInput: Tensor }): Tensor;
  /** `aten::binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=1) -> Tensor` */
  binaryCrossEntropyWithLogits(self: Tensor, target: Tensor, options?: { weight?: Tensor | null | undefined; posWeight?: Tensor | null | undefined; reduction?: number | undefined }): Tensor;
  /** `aten::binary_cross_entropy_with_logits.out(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)` */
  binaryCrossEntropyWithLogits(self: Tensor, target: Tensor, options: { weight?: Tensor | null | undefined; posWeight?: Tensor | null | undefined; reduction?: number | undefined; out: Tensor }): Tensor;
  /** `aten::bincount(Tensor self, Tensor? weights=None, SymInt minlength=0) -> Tensor` */
  bincount(self: Tensor, options?: { weights?: Tensor | null | undefined; minlength?: number | undefined }): Tensor;
  /** `aten::bincount.out(Tensor self, Tensor? weights=None, SymInt minlength=0, *, Tensor(a!) out) -> Tensor(a!)` */
  bincount(self: Tensor, options: { weights?: Tensor | null | undefined; minlength?: number | undefined; out: Tensor }): Tensor;
  /** `aten::binomial(Tensor count, Tensor prob, Generator? generator=None) -> Tensor` */
  binomial(count: Tensor, prob: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::binomial.out(Tensor count, Tensor prob, Generator? generator=None, *, Tensor(a!) out) -> Tensor(a!)` */
  binomial(count: Tensor, prob: Tensor, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::bitwise_and.Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseAnd(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_and.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
  bitwiseAnd(self: Scalar, other: Tensor): Tensor;
  /** `aten::bitwise_and.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseAnd(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_and.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseAnd(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_and.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseAnd(self: Tensor, other: Tensor): Tensor;
  /** `aten::bitwise_and.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseAnd(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_and_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  bitwiseAnd_(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_and_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseAnd_(self: Tensor, other: Tensor): Tensor;
  /** `aten::bitwise_left_shift.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
  bitwiseLeftShift(self: Scalar, other: Tensor): Tensor;
  /** `aten::bitwise_left_shift.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseLeftShift(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_left_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseLeftShift(self: Tensor, other: Tensor): Tensor;
  /** `aten::bitwise_left_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseLeftShift(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_left_shift.Tensor_Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseLeftShift(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_left_shift.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseLeftShift(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_left_shift_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseLeftShift_(self: Tensor, other: Tensor): Tensor;
  /** `aten::bitwise_left_shift_.Tensor_Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  bitwiseLeftShift_(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_not(Tensor self) -> Tensor` */
  bitwiseNot(self: Tensor): Tensor;
  /** `aten::bitwise_not.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseNot(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_not_(Tensor(a!) self) -> Tensor(a!)` */
  bitwiseNot_(self: Tensor): Tensor;
  /** `aten::bitwise_or.Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseOr(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_or.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
  bitwiseOr(self: Scalar, other: Tensor): Tensor;
  /** `aten::bitwise_or.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseOr(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_or.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseOr(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_or.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseOr(self: Tensor, other: Tensor): Tensor;
  /** `aten::bitwise_or.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseOr(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_or_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  bitwiseOr_(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_or_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseOr_(self: Tensor, other: Tensor): Tensor;
  /** `aten::bitwise_right_shift.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
  bitwiseRightShift(self: Scalar, other: Tensor): Tensor;
  /** `aten::bitwise_right_shift.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseRightShift(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_right_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseRightShift(self: Tensor, other: Tensor): Tensor;
  /** `aten::bitwise_right_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseRightShift(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_right_shift.Tensor_Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseRightShift(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_right_shift.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseRightShift(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_right_shift_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseRightShift_(self: Tensor, other: Tensor): Tensor;
  /** `aten::bitwise_right_shift_.Tensor_Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  bitwiseRightShift_(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_xor.Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseXor(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_xor.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
  bitwiseXor(self: Scalar, other: Tensor): Tensor;
  /** `aten::bitwise_xor.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseXor(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_xor.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseXor(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_xor.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseXor(self: Tensor, other: Tensor): Tensor;
  /** `aten::bitwise_xor.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  bitwiseXor(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::bitwise_xor_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  bitwiseXor_(self: Tensor, other: Scalar): Tensor;
  /** `aten::bitwise_xor_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseXor_(self: Tensor, other: Tensor): Tensor;
  /** `aten::blackman_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  blackmanWindow(windowLength: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::blackman_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)` */
  blackmanWindow(windowLength: number, options: { out: Tensor }): Tensor;
  /** `aten::blackman_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  blackmanWindow(windowLength: number, periodic: boolean, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::blackman_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)` */
  blackmanWindow(windowLength: number, periodic: boolean, options: { out: Tensor }): Tensor;
  /** `aten::block_diag(Tensor[] tensors) -> Tensor` */
  blockDiag(tensors: readonly Tensor[]): Tensor;
  /** `aten::block_diag.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)` */
  blockDiag(tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
  /** `aten::bmm(Tensor self, Tensor mat2) -> Tensor` */
  bmm(self: Tensor, mat2: Tensor): Tensor;
  /** `aten::bmm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor` */
  bmm(self: Tensor, mat2: Tensor, outDtype: Dtype): Tensor;
  /** `aten::bmm.dtype_out(Tensor self, Tensor mat2, ScalarType out_dtype, *, Tensor(a!) out) -> Tensor(a!)` */
  bmm(self: Tensor, mat2: Tensor, outDtype: Dtype, options: { out: Tensor }): Tensor;
  /** `aten::bmm.out(Tensor self, Tensor mat2, *, Tensor(a!) out) -> Tensor(a!)` */
  bmm(self: Tensor, mat2: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::broadcast_tensors(Tensor[] tensors) -> Tensor[]` */
  broadcastTensors(tensors: readonly Tensor[]): Tensor[];
  /** `aten::broadcast_to(Tensor(a) self, SymInt[] size) -> Tensor(a)` */
  broadcastTo(self: Tensor, size: readonly number[]): Tensor;
  /** `aten::bucketize.Scalar(Scalar self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor` */
  bucketize(self: Scalar, boundaries: Tensor, options?: { outInt32?: boolean | undefined; right?: boolean | undefined }): Tensor;
  /** `aten::bucketize.Scalar_out(Scalar self, Tensor boundaries, *, bool out_int32=False, bool right=False, Tensor(a!) out) -> Tensor(a!)` */
  bucketize(self: Scalar, boundaries: Tensor, options: { outInt32?: boolean | undefined; right?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::bucketize.Tensor(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor` */
  bucketize(self: Tensor, boundaries: Tensor, options?: { outInt32?: boolean | undefined; right?: boolean | undefined }): Tensor;
  /** `aten::bucketize.Tensor_out(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False, Tensor(a!) out) -> Tensor(a!)` */
  bucketize(self: Tensor, boundaries: Tensor, options: { outInt32?: boolean | undefined; right?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::can_cast(ScalarType from_, ScalarType to) -> bool` */
  canCast(from_: Dtype, to: Dtype): boolean;
  /** `aten::cartesian_prod(Tensor[] tensors) -> Tensor` */
  cartesianProd(tensors: readonly Tensor[]): Tensor;
  /** `aten::cat(Tensor[] tensors, int dim=0) -> Tensor` */
  cat(tensors: readonly Tensor[], options?: { dim?: number | undefined }): Tensor;
  /** `aten::cat.out(Tensor[] tensors, int dim=0, *, Tensor(a!) out) -> Tensor(a!)` */
  cat(tensors: readonly Tensor[], options: { dim?: number | undefined; out: Tensor }): Tensor;
  /** `aten::cauchy(Tensor self, float median=0., float sigma=1., *, Generator? generator=None) -> Tensor` */
  cauchy(self: Tensor, options?: { median?: number | undefined; sigma?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::cauchy.out(Tensor self, float median=0., float sigma=1., *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  cauchy(self: Tensor, options: { median?: number | undefined; sigma?: number | undefined; generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::cauchy_(Tensor(a!) self, float median=0., float sigma=1., *, Generator? generator=None) -> Tensor(a!)` */
  cauchy_(self: Tensor, options?: { median?: number | undefined; sigma?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::ccol_indices(Tensor(a) self) -> Tensor(a)` */
  ccolIndices(self: Tensor): Tensor;
  /** `aten::ccol_indices_copy(Tensor self) -> Tensor` */
  ccolIndicesCopy(self: Tensor): Tensor;
  /** `aten::ccol_indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  ccolIndicesCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::cdist(Tensor x1, Tensor x2, float p=2., int? compute_mode=None) -> Tensor` */
  cdist(x1: Tensor, x2: Tensor, options?: { p?: number | undefined; computeMode?: number | null | undefined }): Tensor;
  /** `aten::ceil(Tensor self) -> Tensor` */
  ceil(self: Tensor): Tensor;
  /** `aten::ceil.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  ceil(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::ceil_(Tensor(a!) self) -> Tensor(a!)` */
  ceil_(self: Tensor): Tensor;
  /** `aten::celu(Tensor self, Scalar alpha=1.) -> Tensor` */
  celu(self: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::celu.out(Tensor self, Scalar alpha=1., *, Tensor(a!) out) -> Tensor(a!)` */
  celu(self: Tensor, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::celu_(Tensor(a!) self, Scalar alpha=1.) -> Tensor(a!)` */
  celu_(self: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::chain_matmul(Tensor[] matrices) -> Tensor` */
  chainMatmul(matrices: readonly Tensor[]): Tensor;
  /** `aten::chain_matmul.out(Tensor[] matrices, *, Tensor(a!) out) -> Tensor(a!)` */
  chainMatmul(matrices: readonly Tensor[], options: { out: Tensor }): Tensor;
  /** `aten::chalf(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor` */
  chalf(self: Tensor, options?: { memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::channel_shuffle(Tensor self, SymInt groups) -> Tensor` */
  channelShuffle(self: Tensor, groups: number): Tensor;
  /** `aten::channel_shuffle.out(Tensor self, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)` */
  channelShuffle(self: Tensor, groups: number, options: { out: Tensor }): Tensor;
  /** `aten::cholesky(Tensor self, bool upper=False) -> Tensor` */
  cholesky(self: Tensor, options?: { upper?: boolean | undefined }): Tensor;
  /** `aten::cholesky.out(Tensor self, bool upper=False, *, Tensor(a!) out) -> Tensor(a!)` */
  cholesky(self: Tensor, options: { upper?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::cholesky_inverse(Tensor self, bool upper=False) -> Tensor` */
  choleskyInverse(self: Tensor, options?: { upper?: boolean | undefined }): Tensor;
  /** `aten::cholesky_inverse.out(Tensor self, bool upper=False, *, Tensor(a!) out) -> Tensor(a!)` */
  choleskyInverse(self: Tensor, options: { upper?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::cholesky_solve(Tensor self, Tensor input2, bool upper=False) -> Tensor` */
  choleskySolve(self: Tensor, input2: Tensor, options?: { upper?: boolean | undefined }): Tensor;
  /** `aten::cholesky_solve.out(Tensor self, Tensor input2, bool upper=False, *, Tensor(a!) out) -> Tensor(a!)` */
  choleskySolve(self: Tensor, input2: Tensor, options: { upper?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::choose_qparams_optimized(Tensor input, int numel, int n_bins, float ratio, int bit_width) -> (Tensor, Tensor)` */
  chooseQparamsOptimized(input: Tensor, numel: number, nBins: number, ratio: number, bitWidth: number): [Tensor, Tensor];
  /** `aten::chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]` */
  chunk(self: Tensor, chunks: number, options?: { dim?: number | undefined }): Tensor[];
  /** `aten::clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
  clamp(self: Tensor, options?: { min?: Scalar | null | undefined; max?: Scalar | null | undefined }): Tensor;
  /** `aten::clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clamp(self: Tensor, options?: { min?: Tensor | null | undefined; max?: Tensor | null | undefined }): Tensor;
  /** `aten::clamp.Tensor_out(Tensor self, Tensor? min=None, Tensor? max=None, *, Tensor(a!) out) -> Tensor(a!)` */
  clamp(self: Tensor, options: { min?: Tensor | null | undefined; max?: Tensor | null | undefined; out: Tensor }): Tensor;
  /** `aten::clamp.out(Tensor self, Scalar? min=None, Scalar? max=None, *, Tensor(a!) out) -> Tensor(a!)` */
  clamp(self: Tensor, options: { min?: Scalar | null | undefined; max?: Scalar | null | undefined; out: Tensor }): Tensor;
  /** `aten::clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)` */
  clamp_(self: Tensor, options?: { min?: Scalar | null | undefined; max?: Scalar | null | undefined }): Tensor;
  /** `aten::clamp_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)` */
  clamp_(self: Tensor, options?: { min?: Tensor | null | undefined; max?: Tensor | null | undefined }): Tensor;
  /** `aten::clamp_max(Tensor self, Scalar max) -> Tensor` */
  clampMax(self: Tensor, max: Scalar): Tensor;
  /** `aten::clamp_max.Tensor(Tensor self, Tensor max) -> Tensor` */
  clampMax(self: Tensor, max: Tensor): Tensor;
  /** `aten::clamp_max.Tensor_out(Tensor self, Tensor max, *, Tensor(a!) out) -> Tensor(a!)` */
  clampMax(self: Tensor, max: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::clamp_max.out(Tensor self, Scalar max, *, Tensor(a!) out) -> Tensor(a!)` */
  clampMax(self: Tensor, max: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::clamp_max_(Tensor(a!) self, Scalar max) -> Tensor(a!)` */
  clampMax_(self: Tensor, max: Scalar): Tensor;
  /** `aten::clamp_max_.Tensor(Tensor(a!) self, Tensor max) -> Tensor(a!)` */
  clampMax_(self: Tensor, max: Tensor): Tensor;
  /** `aten::clamp_min(Tensor self, Scalar min) -> Tensor` */
  clampMin(self: Tensor, min: Scalar): Tensor;
  /** `aten::clamp_min.Tensor(Tensor self, Tensor min) -> Tensor` */
  clampMin(self: Tensor, min: Tensor): Tensor;
  /** `aten::clamp_min.Tensor_out(Tensor self, Tensor min, *, Tensor(a!) out) -> Tensor(a!)` */
  clampMin(self: Tensor, min: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::clamp_min.out(Tensor self, Scalar min, *, Tensor(a!) out) -> Tensor(a!)` */
  clampMin(self: Tensor, min: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::clamp_min_(Tensor(a!) self, Scalar min) -> Tensor(a!)` */
  clampMin_(self: Tensor, min: Scalar): Tensor;
  /** `aten::clamp_min_.Tensor(Tensor(a!) self, Tensor min) -> Tensor(a!)` */
  clampMin_(self: Tensor, min: Tensor): Tensor;
  /** `aten::clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
  clip(self: Tensor, options?: { min?: Scalar | null | undefined; max?: Scalar | null | undefined }): Tensor;
  /** `aten::clip.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clip(self: Tensor, options?: { min?: Tensor | null | undefined; max?: Tensor | null | undefined }): Tensor;
  /** `aten::clip.Tensor_out(Tensor self, Tensor? min=None, Tensor? max=None, *, Tensor(a!) out) -> Tensor(a!)` */
  clip(self: Tensor, options: { min?: Tensor | null | undefined; max?: Tensor | null | undefined; out: Tensor }): Tensor;
  /** `aten::clip.out(Tensor self, Scalar? min=None, Scalar? max=None, *, Tensor(a!) out) -> Tensor(a!)` */
  clip(self: Tensor, options: { min?: Scalar | null | undefined; max?: Scalar | null | undefined; out: Tensor }): Tensor;
  /** `aten::clip_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)` */
  clip_(self: Tensor, options?: { min?: Scalar | null | undefined; max?: Scalar | null | undefined }): Tensor;
  /** `aten::clip_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)` */
  clip_(self: Tensor, options?: { min?: Tensor | null | undefined; max?: Tensor | null | undefined }): Tensor;
  /** `aten::clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor` */
  clone(self: Tensor, options?: { memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::clone.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  clone(self: Tensor, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::coalesce(Tensor(a) self) -> Tensor(a)` */
  coalesce(self: Tensor): Tensor;
  /** `aten::col2im(Tensor self, SymInt[2] output_size, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor` */
  col2im(self: Tensor, outputSize: number | readonly number[], kernelSize: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], stride: number | readonly number[]): Tensor;
  /** `aten::col2im.out(Tensor self, SymInt[2] output_size, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride, *, Tensor(a!) out) -> Tensor(a!)` */
  col2im(self: Tensor, outputSize: number | readonly number[], kernelSize: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], stride: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::col_indices(Tensor(a) self) -> Tensor(a)` */
  colIndices(self: Tensor): Tensor;
  /** `aten::col_indices_copy(Tensor self) -> Tensor` */
  colIndicesCopy(self: Tensor): Tensor;
  /** `aten::col_indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  colIndicesCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::column_stack(Tensor[] tensors) -> Tensor` */
  columnStack(tensors: readonly Tensor[]): Tensor;
  /** `aten::column_stack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)` */
  columnStack(tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
  /** `aten::combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor` */
  combinations(self: Tensor, options?: { r?: number | undefined; withReplacement?: boolean | undefined }): Tensor;
  /** `aten::complex(Tensor real, Tensor imag) -> Tensor` */
  complex(real: Tensor, imag: Tensor): Tensor;
  /** `aten::complex.out(Tensor real, Tensor imag, *, Tensor(a!) out) -> Tensor(a!)` */
  complex(real: Tensor, imag: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::concat(Tensor[] tensors, int dim=0) -> Tensor` */
  concat(tensors: readonly Tensor[], options?: { dim?: number | undefined }): Tensor;
  /** `aten::concat.out(Tensor[] tensors, int dim=0, *, Tensor(a!) out) -> Tensor(a!)` */
  concat(tensors: readonly Tensor[], options: { dim?: number | undefined; out: Tensor }): Tensor;
  /** `aten::concatenate(Tensor[] tensors, int dim=0) -> Tensor` */
  concatenate(tensors: readonly Tensor[], options?: { dim?: number | undefined }): Tensor;
  /** `aten::concatenate.out(Tensor[] tensors, int dim=0, *, Tensor(a!) out) -> Tensor(a!)` */
  concatenate(tensors: readonly Tensor[], options: { dim?: number | undefined; out: Tensor }): Tensor;
  /** `aten::conj(Tensor(a) self) -> Tensor(a)` */
  conj(self: Tensor): Tensor;
  /** `aten::conj_physical(Tensor self) -> Tensor` */
  conjPhysical(self: Tensor): Tensor;
  /** `aten::conj_physical.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  conjPhysical(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::conj_physical_(Tensor(a!) self) -> Tensor(a!)` */
  conjPhysical_(self: Tensor): Tensor;
  /** `aten::constant_pad_nd(Tensor self, SymInt[] pad, Scalar value=0) -> Tensor` */
  constantPadNd(self: Tensor, pad: readonly number[], options?: { value?: Scalar | undefined }): Tensor;
  /** `aten::constant_pad_nd.out(Tensor self, SymInt[] pad, Scalar value=0, *, Tensor(a!) out) -> Tensor(a!)` */
  constantPadNd(self: Tensor, pad: readonly number[], options: { value?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::contiguous(Tensor(a) self, *, MemoryFormat memory_format=0) -> Tensor(a)` */
  contiguous(self: Tensor, options?: { memoryFormat?: MemoryFormat | undefined }): Tensor;
  /** `aten::conv1d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], SymInt[1] padding=[0], SymInt[1] dilation=[1], SymInt groups=1) -> Tensor` */
  conv1d(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined }): Tensor;
  /** `aten::conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], str padding="valid", SymInt[1] dilation=[1], SymInt groups=1) -> Tensor` */
  conv1d(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: string | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined }): Tensor;
  /** `aten::conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1], SymInt groups=1) -> Tensor` */
  conv2d(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined }): Tensor;
  /** `aten::conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], str padding="valid", SymInt[2] dilation=[1, 1], SymInt groups=1) -> Tensor` */
  conv2d(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: string | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined }): Tensor;
  /** `aten::conv3d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1], SymInt groups=1) -> Tensor` */
  conv3d(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined }): Tensor;
  /** `aten::conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], str padding="valid", SymInt[3] dilation=[1, 1, 1], SymInt groups=1) -> Tensor` */
  conv3d(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: string | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined }): Tensor;
  /** `aten::conv_depthwise3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding, SymInt[3] dilation) -> Tensor` */
  convDepthwise3d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[]): Tensor;
  /** `aten::conv_depthwise3d.out(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding, SymInt[3] dilation, *, Tensor(a!) out) -> Tensor(a!)` */
  convDepthwise3d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::conv_tbc(Tensor self, Tensor weight, Tensor bias, int pad=0) -> Tensor` */
  convTbc(self: Tensor, weight: Tensor, bias: Tensor, options?: { pad?: number | undefined }): Tensor;
  /** `aten::conv_tbc.out(Tensor self, Tensor weight, Tensor bias, int pad=0, *, Tensor(a!) out) -> Tensor(a!)` */
  convTbc(self: Tensor, weight: Tensor, bias: Tensor, options: { pad?: number | undefined; out: Tensor }): Tensor;
  /** `aten::conv_tbc_backward(Tensor self, Tensor input, Tensor weight, Tensor bias, int pad) -> (Tensor, Tensor, Tensor)` */
  convTbcBackward(self: Tensor, input: Tensor, weight: Tensor, bias: Tensor, pad: number): [Tensor, Tensor, Tensor];
  /** `aten::conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], SymInt[1] padding=[0], SymInt[1] output_padding=[0], SymInt groups=1, SymInt[1] dilation=[1]) -> Tensor` */
  convTranspose1d(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; outputPadding?: number | readonly number[] | undefined; groups?: number | undefined; dilation?: number | readonly number[] | undefined }): Tensor;
  /** `aten::conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt groups=1, SymInt[2] dilation=[1, 1]) -> Tensor` */
  convTranspose2d(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; outputPadding?: number | readonly number[] | undefined; groups?: number | undefined; dilation?: number | readonly number[] | undefined }): Tensor;
  /** `aten::conv_transpose3d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt groups=1, SymInt[3] dilation=[1, 1, 1]) -> Tensor` */
  convTranspose3d(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; outputPadding?: number | readonly number[] | undefined; groups?: number | undefined; dilation?: number | readonly number[] | undefined }): Tensor;
  /** `aten::convolution(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups) -> Tensor` */
  convolution(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number): Tensor;
  /** `aten::convolution.out(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)` */
  convolution(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, options: { out: Tensor }): Tensor;
  /** `aten::convolution_backward(Tensor grad_output, Tensor input, Tensor weight, SymInt[]? bias_sizes, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  convolutionBackward(gradOutput: Tensor, input: Tensor, weight: Tensor, biasSizes: readonly number[] | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::convolution_backward.out(Tensor grad_output, Tensor input, Tensor weight, SymInt[]? bias_sizes, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, bool[3] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  convolutionBackward(gradOutput: Tensor, input: Tensor, weight: Tensor, biasSizes: readonly number[] | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::convolution_backward_overrideable(Tensor grad_output, Tensor input, Tensor weight, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, bool[3] output_mask) -> (Tensor grad_input, Tensor grad_weight, Tensor grad_bias)` */
  convolutionBackwardOverrideable(gradOutput: Tensor, input: Tensor, weight: Tensor, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::convolution_backward_overrideable.out(Tensor grad_output, Tensor input, Tensor weight, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, bool[3] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  convolutionBackwardOverrideable(gradOutput: Tensor, input: Tensor, weight: Tensor, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::convolution_overrideable(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups) -> Tensor` */
  convolutionOverrideable(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number): Tensor;
  /** `aten::convolution_overrideable.out(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)` */
  convolutionOverrideable(input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number, options: { out: Tensor }): Tensor;
  /** `aten::copy(Tensor self, Tensor src, bool non_blocking=False) -> Tensor` */
  copy(self: Tensor, src: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::copy.out(Tensor self, Tensor src, bool non_blocking=False, *, Tensor(a!) out) -> Tensor(a!)` */
  copy(self: Tensor, src: Tensor, options: { nonBlocking?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)` */
  copy_(self: Tensor, src: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::copy_sparse_to_sparse(Tensor self, Tensor src, bool non_blocking=False) -> Tensor` */
  copySparseToSparse(self: Tensor, src: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::copy_sparse_to_sparse.out(Tensor self, Tensor src, bool non_blocking=False, *, Tensor(a!) out) -> Tensor(a!)` */
  copySparseToSparse(self: Tensor, src: Tensor, options: { nonBlocking?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::copy_sparse_to_sparse_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)` */
  copySparseToSparse_(self: Tensor, src: Tensor, options?: { nonBlocking?: boolean | undefined }): Tensor;
  /** `aten::copysign.Scalar(Tensor self, Scalar other) -> Tensor` */
  copysign(self: Tensor, other: Scalar): Tensor;
  /** `aten::copysign.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  copysign(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::copysign.Tensor(Tensor self, Tensor other) -> Tensor` */
  copysign(self: Tensor, other: Tensor): Tensor;
  /** `aten::copysign.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  copysign(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::copysign_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  copysign_(self: Tensor, other: Scalar): Tensor;
  /** `aten::copysign_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  copysign_(self: Tensor, other: Tensor): Tensor;
  /** `aten::corrcoef(Tensor self) -> Tensor` */
  corrcoef(self: Tensor): Tensor;
  /** `aten::cos(Tensor self) -> Tensor` */
  cos(self: Tensor): Tensor;
  /** `aten::cos.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  cos(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::cos_(Tensor(a!) self) -> Tensor(a!)` */
  cos_(self: Tensor): Tensor;
  /** `aten::cosh(Tensor self) -> Tensor` */
  cosh(self: Tensor): Tensor;
  /** `aten::cosh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  cosh(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::cosh_(Tensor(a!) self) -> Tensor(a!)` */
  cosh_(self: Tensor): Tensor;
  /** `aten::cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0., int reduction=1) -> Tensor` */
  cosineEmbeddingLoss(input1: Tensor, input2: Tensor, target: Tensor, options?: { margin?: number | undefined; reduction?: number | undefined }): Tensor;
  /** `aten::cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor` */
  cosineSimilarity(x1: Tensor, x2: Tensor, options?: { dim?: number | undefined; eps?: number | undefined }): Tensor;
  /** `aten::count_nonzero(Tensor self, int? dim=None) -> Tensor` */
  countNonzero(self: Tensor, options?: { dim?: number | null | undefined }): Tensor;
  /** `aten::count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor` */
  countNonzero(self: Tensor, dim: readonly number[]): Tensor;
  /** `aten::count_nonzero.dim_IntList_out(Tensor self, int[] dim, *, Tensor(a!) out) -> Tensor(a!)` */
  countNonzero(self: Tensor, dim: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::count_nonzero.out(Tensor self, int? dim=None, *, Tensor(a!) out) -> Tensor(a!)` */
  countNonzero(self: Tensor, options: { dim?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor` */
  cov(self: Tensor, options?: { correction?: number | undefined; fweights?: Tensor | null | undefined; aweights?: Tensor | null | undefined }): Tensor;
  /** `aten::cross(Tensor self, Tensor other, int? dim=None) -> Tensor` */
  cross(self: Tensor, other: Tensor, options?: { dim?: number | null | undefined }): Tensor;
  /** `aten::cross.out(Tensor self, Tensor other, int? dim=None, *, Tensor(a!) out) -> Tensor(a!)` */
  cross(self: Tensor, other: Tensor, options: { dim?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100, float label_smoothing=0.) -> Tensor` */
  crossEntropyLoss(self: Tensor, target: Tensor, options?: { weight?: Tensor | null | undefined; reduction?: number | undefined; ignoreIndex?: number | undefined; labelSmoothing?: number | undefined }): Tensor;
  /** `aten::crow_indices(Tensor(a) self) -> Tensor(a)` */
  crowIndices(self: Tensor): Tensor;
  /** `aten::crow_indices_copy(Tensor self) -> Tensor` */
  crowIndicesCopy(self: Tensor): Tensor;
  /** `aten::crow_indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  crowIndicesCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::ctc_loss.IntList(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank=0, int reduction=1, bool zero_infinity=False) -> Tensor` */
  ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], options?: { blank?: number | undefined; reduction?: number | undefined; zeroInfinity?: boolean | undefined }): Tensor;
  /** `aten::ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank=0, int reduction=1, bool zero_infinity=False) -> Tensor` */
  ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, options?: { blank?: number | undefined; reduction?: number | undefined; zeroInfinity?: boolean | undefined }): Tensor;
  /** `aten::cudnn_affine_grid_generator(Tensor theta, int N, int C, int H, int W) -> Tensor grid` */
  cudnnAffineGridGenerator(theta: Tensor, N: number, C: number, H: number, W: number): Tensor;
  /** `aten::cudnn_affine_grid_generator.out(Tensor theta, int N, int C, int H, int W, *, Tensor(a!) out) -> Tensor(a!)` */
  cudnnAffineGridGenerator(theta: Tensor, N: number, C: number, H: number, W: number, options: { out: Tensor }): Tensor;
  /** `aten::cudnn_affine_grid_generator_backward(Tensor grad, int N, int C, int H, int W) -> Tensor grad_theta` */
  cudnnAffineGridGeneratorBackward(grad: Tensor, N: number, C: number, H: number, W: number): Tensor;
  /** `aten::cudnn_affine_grid_generator_backward.out(Tensor grad, int N, int C, int H, int W, *, Tensor(a!) out) -> Tensor(a!)` */
  cudnnAffineGridGeneratorBackward(grad: Tensor, N: number, C: number, H: number, W: number, options: { out: Tensor }): Tensor;
  /** `aten::cudnn_batch_norm(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon) -> (Tensor, Tensor, Tensor, Tensor)` */
  cudnnBatchNorm(input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::cudnn_batch_norm.out(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!))` */
  cudnnBatchNorm(input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number, options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::cudnn_batch_norm_backward(Tensor input, Tensor grad_output, Tensor weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_var, float epsilon, Tensor reserveSpace) -> (Tensor, Tensor, Tensor)` */
  cudnnBatchNormBackward(input: Tensor, gradOutput: Tensor, weight: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, saveMean: Tensor | null, saveVar: Tensor | null, epsilon: number, reserveSpace: Tensor): [Tensor, Tensor, Tensor];
  /** `aten::cudnn_batch_norm_backward.out(Tensor input, Tensor grad_output, Tensor weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_var, float epsilon, Tensor reserveSpace, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  cudnnBatchNormBackward(input: Tensor, gradOutput: Tensor, weight: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, saveMean: Tensor | null, saveVar: Tensor | null, epsilon: number, reserveSpace: Tensor, options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::cudnn_convolution(Tensor self, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor` */
  cudnnConvolution(self: Tensor, weight: Tensor, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, allowTf32: boolean): Tensor;
  /** `aten::cudnn_convolution.out(Tensor self, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32, *, Tensor(a!) out) -> Tensor(a!)` */
  cudnnConvolution(self: Tensor, weight: Tensor, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, allowTf32: boolean, options: { out: Tensor }): Tensor;
  /** `aten::cudnn_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
  cudnnConvolutionAddRelu(self: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number): Tensor;
  /** `aten::cudnn_convolution_add_relu.out(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)` */
  cudnnConvolutionAddRelu(self: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number, options: { out: Tensor }): Tensor;
  /** `aten::cudnn_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
  cudnnConvolutionRelu(self: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number): Tensor;
  /** `aten::cudnn_convolution_relu.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)` */
  cudnnConvolutionRelu(self: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number, options: { out: Tensor }): Tensor;
  /** `aten::cudnn_convolution_transpose(Tensor self, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor` */
  cudnnConvolutionTranspose(self: Tensor, weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, allowTf32: boolean): Tensor;
  /** `aten::cudnn_convolution_transpose.out(Tensor self, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32, *, Tensor(a!) out) -> Tensor(a!)` */
  cudnnConvolutionTranspose(self: Tensor, weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, allowTf32: boolean, options: { out: Tensor }): Tensor;
  /** `aten::cudnn_grid_sampler(Tensor self, Tensor grid) -> Tensor output` */
  cudnnGridSampler(self: Tensor, grid: Tensor): Tensor;
  /** `aten::cudnn_grid_sampler.out(Tensor self, Tensor grid, *, Tensor(a!) out) -> Tensor(a!)` */
  cudnnGridSampler(self: Tensor, grid: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::cudnn_grid_sampler_backward(Tensor self, Tensor grid, Tensor grad_output) -> (Tensor grad_self, Tensor grad_grid)` */
  cudnnGridSamplerBackward(self: Tensor, grid: Tensor, gradOutput: Tensor): [Tensor, Tensor];
  /** `aten::cudnn_grid_sampler_backward.out(Tensor self, Tensor grid, Tensor grad_output, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  cudnnGridSamplerBackward(self: Tensor, grid: Tensor, gradOutput: Tensor, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::cudnn_is_acceptable(Tensor self) -> bool` */
  cudnnIsAcceptable(self: Tensor): boolean;
  /** `aten::cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
  cummax(self: Tensor, dim: number): [Tensor, Tensor];
  /** `aten::cummax.out(Tensor self, int dim, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  cummax(self: Tensor, dim: number, options: { values: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::cummaxmin_backward(Tensor grad, Tensor input, Tensor indices, int dim) -> Tensor` */
  cummaxminBackward(grad: Tensor, input: Tensor, indices: Tensor, dim: number): Tensor;
  /** `aten::cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
  cummin(self: Tensor, dim: number): [Tensor, Tensor];
  /** `aten::cummin.out(Tensor self, int dim, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  cummin(self: Tensor, dim: number, options: { values: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  cumprod(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::cumprod.out(Tensor self, int dim, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  cumprod(self: Tensor, dim: number, options: { dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::cumprod_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)` */
  cumprod_(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::cumprod_backward(Tensor grad, Tensor input, int dim, Tensor output) -> Tensor` */
  cumprodBackward(grad: Tensor, input: Tensor, dim: number, output: Tensor): Tensor;
  /** `aten::cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  cumsum(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::cumsum.out(Tensor self, int dim, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  cumsum(self: Tensor, dim: number, options: { dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::cumsum_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)` */
  cumsum_(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::cumulative_trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor` */
  cumulativeTrapezoid(y: Tensor, options?: { dx?: Scalar | undefined; dim?: number | undefined }): Tensor;
  /** `aten::cumulative_trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor` */
  cumulativeTrapezoid(y: Tensor, x: Tensor, options?: { dim?: number | undefined }): Tensor;
  /** `aten::data(Tensor self) -> Tensor` */
  data(self: Tensor): Tensor;
  /** `aten::deg2rad(Tensor self) -> Tensor` */
  deg2rad(self: Tensor): Tensor;
  /** `aten::deg2rad.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  deg2rad(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::deg2rad_(Tensor(a!) self) -> Tensor(a!)` */
  deg2rad_(self: Tensor): Tensor;
  /** `aten::dense_dim(Tensor self) -> int` */
  denseDim(self: Tensor): number;
  /** `aten::dequantize.self(Tensor self) -> Tensor` */
  dequantize(self: Tensor): Tensor;
  /** `aten::dequantize.self_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  dequantize(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::dequantize.tensors(Tensor[] tensors) -> Tensor[]` */
  dequantize(tensors: readonly Tensor[]): Tensor[];
  /** `aten::dequantize.tensors_out(Tensor[] tensors, *, Tensor(a!)[] out) -> ()` */
  dequantize(tensors: readonly Tensor[], options: { out: readonly Tensor[] }): void;
  /** `aten::det(Tensor self) -> Tensor` */
  det(self: Tensor): Tensor;
  /** `aten::detach(Tensor(a) self) -> Tensor(a)` */
  detach(self: Tensor): Tensor;
  /** `aten::detach_(Tensor(a!) self) -> Tensor(a!)` */
  detach_(self: Tensor): Tensor;
  /** `aten::detach_copy(Tensor self) -> Tensor` */
  detachCopy(self: Tensor): Tensor;
  /** `aten::detach_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  detachCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::diag(Tensor self, int diagonal=0) -> Tensor` */
  diag(self: Tensor, options?: { diagonal?: number | undefined }): Tensor;
  /** `aten::diag.out(Tensor self, int diagonal=0, *, Tensor(a!) out) -> Tensor(a!)` */
  diag(self: Tensor, options: { diagonal?: number | undefined; out: Tensor }): Tensor;
  /** `aten::diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor` */
  diagEmbed(self: Tensor, options?: { offset?: number | undefined; dim1?: number | undefined; dim2?: number | undefined }): Tensor;
  /** `aten::diag_embed.out(Tensor self, int offset=0, int dim1=-2, int dim2=-1, *, Tensor(a!) out) -> Tensor(a!)` */
  diagEmbed(self: Tensor, options: { offset?: number | undefined; dim1?: number | undefined; dim2?: number | undefined; out: Tensor }): Tensor;
  /** `aten::diagflat(Tensor self, int offset=0) -> Tensor` */
  diagflat(self: Tensor, options?: { offset?: number | undefined }): Tensor;
  /** `aten::diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)` */
  diagonal(self: Tensor, options?: { offset?: number | undefined; dim1?: number | undefined; dim2?: number | undefined }): Tensor;
  /** `aten::diagonal_backward(Tensor grad_output, SymInt[] input_sizes, int offset, int dim1, int dim2) -> Tensor` */
  diagonalBackward(gradOutput: Tensor, inputSizes: readonly number[], offset: number, dim1: number, dim2: number): Tensor;
  /** `aten::diagonal_backward.out(Tensor grad_output, SymInt[] input_sizes, int offset, int dim1, int dim2, *, Tensor(a!) out) -> Tensor(a!)` */
  diagonalBackward(gradOutput: Tensor, inputSizes: readonly number[], offset: number, dim1: number, dim2: number, options: { out: Tensor }): Tensor;
  /** `aten::diagonal_copy(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
  diagonalCopy(self: Tensor, options?: { offset?: number | undefined; dim1?: number | undefined; dim2?: number | undefined }): Tensor;
  /** `aten::diagonal_copy.out(Tensor self, int offset=0, int dim1=0, int dim2=1, *, Tensor(a!) out) -> Tensor(a!)` */
  diagonalCopy(self: Tensor, options: { offset?: number | undefined; dim1?: number | undefined; dim2?: number | undefined; out: Tensor }): Tensor;
  /** `aten::diagonal_scatter(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
  diagonalScatter(self: Tensor, src: Tensor, options?: { offset?: number | undefined; dim1?: number | undefined; dim2?: number | undefined }): Tensor;
  /** `aten::diagonal_scatter.out(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1, *, Tensor(a!) out) -> Tensor(a!)` */
  diagonalScatter(self: Tensor, src: Tensor, options: { offset?: number | undefined; dim1?: number | undefined; dim2?: number | undefined; out: Tensor }): Tensor;
  /** `aten::diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor` */
  diff(self: Tensor, options?: { n?: number | undefined; dim?: number | undefined; prepend?: Tensor | null | undefined; append?: Tensor | null | undefined }): Tensor;
  /** `aten::diff.out(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None, *, Tensor(a!) out) -> Tensor(a!)` */
  diff(self: Tensor, options: { n?: number | undefined; dim?: number | undefined; prepend?: Tensor | null | undefined; append?: Tensor | null | undefined; out: Tensor }): Tensor;
  /** `aten::digamma(Tensor self) -> Tensor` */
  digamma(self: Tensor): Tensor;
  /** `aten::digamma.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  digamma(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::digamma_(Tensor(a!) self) -> Tensor(a!)` */
  digamma_(self: Tensor): Tensor;
  /** `aten::dim(Tensor self) -> int` */
  dim(self: Tensor): number;
  /** `aten::dist(Tensor self, Tensor other, Scalar p=2) -> Tensor` */
  dist(self: Tensor, other: Tensor, options?: { p?: Scalar | undefined }): Tensor;
  /** `aten::dist.out(Tensor self, Tensor other, Scalar p=2, *, Tensor(a!) out) -> Tensor(a!)` */
  dist(self: Tensor, other: Tensor, options: { p?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::div.Scalar(Tensor self, Scalar other) -> Tensor` */
  div(self: Tensor, other: Scalar): Tensor;
  /** `aten::div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor` */
  div(self: Tensor, other: Scalar, options?: { roundingMode?: string | null | undefined }): Tensor;
  /** `aten::div.Scalar_mode_out(Tensor self, Scalar other, *, str? rounding_mode, Tensor(a!) out) -> Tensor(a!)` */
  div(self: Tensor, other: Scalar, options: { roundingMode?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::div.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  div(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::div.Tensor(Tensor self, Tensor other) -> Tensor` */
  div(self: Tensor, other: Tensor): Tensor;
  /** `aten::div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
  div(self: Tensor, other: Tensor, options?: { roundingMode?: string | null | undefined }): Tensor;
  /** `aten::div.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  div(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::div.out_mode(Tensor self, Tensor other, *, str? rounding_mode, Tensor(a!) out) -> Tensor(a!)` */
  div(self: Tensor, other: Tensor, options: { roundingMode?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::div_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  div_(self: Tensor, other: Scalar): Tensor;
  /** `aten::div_.Scalar_mode(Tensor(a!) self, Scalar other, *, str? rounding_mode) -> Tensor(a!)` */
  div_(self: Tensor, other: Scalar, options?: { roundingMode?: string | null | undefined }): Tensor;
  /** `aten::div_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  div_(self: Tensor, other: Tensor): Tensor;
  /** `aten::div_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)` */
  div_(self: Tensor, other: Tensor, options?: { roundingMode?: string | null | undefined }): Tensor;
  /** `aten::divide.Scalar(Tensor self, Scalar other) -> Tensor` */
  divide(self: Tensor, other: Scalar): Tensor;
  /** `aten::divide.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor` */
  divide(self: Tensor, other: Scalar, options?: { roundingMode?: string | null | undefined }): Tensor;
  /** `aten::divide.Tensor(Tensor self, Tensor other) -> Tensor` */
  divide(self: Tensor, other: Tensor): Tensor;
  /** `aten::divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
  divide(self: Tensor, other: Tensor, options?: { roundingMode?: string | null | undefined }): Tensor;
  /** `aten::divide.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  divide(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::divide.out_mode(Tensor self, Tensor other, *, str? rounding_mode, Tensor(a!) out) -> Tensor(a!)` */
  divide(self: Tensor, other: Tensor, options: { roundingMode?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::divide_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  divide_(self: Tensor, other: Scalar): Tensor;
  /** `aten::divide_.Scalar_mode(Tensor(a!) self, Scalar other, *, str? rounding_mode) -> Tensor(a!)` */
  divide_(self: Tensor, other: Scalar, options?: { roundingMode?: string | null | undefined }): Tensor;
  /** `aten::divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  divide_(self: Tensor, other: Tensor): Tensor;
  /** `aten::divide_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)` */
  divide_(self: Tensor, other: Tensor, options?: { roundingMode?: string | null | undefined }): Tensor;
  /** `aten::dot(Tensor self, Tensor tensor) -> Tensor` */
  dot(self: Tensor, tensor: Tensor): Tensor;
  /** `aten::dot.out(Tensor self, Tensor tensor, *, Tensor(a!) out) -> Tensor(a!)` */
  dot(self: Tensor, tensor: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::dropout(Tensor input, float p, bool train) -> Tensor` */
  dropout(input: Tensor, p: number, train: boolean): Tensor;
  /** `aten::dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  dropout_(self: Tensor, p: number, train: boolean): Tensor;
  /** `aten::dsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  dsplit(self: Tensor, indices: readonly number[]): Tensor[];
  /** `aten::dsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  dsplit(self: Tensor, sections: number): Tensor[];
  /** `aten::dstack(Tensor[] tensors) -> Tensor` */
  dstack(tensors: readonly Tensor[]): Tensor;
  /** `aten::dstack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)` */
  dstack(tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
  /** `aten::einsum(str equation, Tensor[] tensors, *, int[]? path=None) -> Tensor` */
  einsum(equation: string, tensors: readonly Tensor[], options?: { path?: readonly number[] | null | undefined }): Tensor;
  /** `aten::elu(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor` */
  elu(self: Tensor, options?: { alpha?: Scalar | undefined; scale?: Scalar | undefined; inputScale?: Scalar | undefined }): Tensor;
  /** `aten::elu.out(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1, *, Tensor(a!) out) -> Tensor(a!)` */
  elu(self: Tensor, options: { alpha?: Scalar | undefined; scale?: Scalar | undefined; inputScale?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::elu_(Tensor(a!) self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor(a!)` */
  elu_(self: Tensor, options?: { alpha?: Scalar | undefined; scale?: Scalar | undefined; inputScale?: Scalar | undefined }): Tensor;
  /** `aten::elu_backward(Tensor grad_output, Scalar alpha, Scalar scale, Scalar input_scale, bool is_result, Tensor self_or_result) -> Tensor` */
  eluBackward(gradOutput: Tensor, alpha: Scalar, scale: Scalar, inputScale: Scalar, isResult: boolean, selfOrResult: Tensor): Tensor;
  /** `aten::elu_backward.grad_input(Tensor grad_output, Scalar alpha, Scalar scale, Scalar input_scale, bool is_result, Tensor self_or_result, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  eluBackward(gradOutput: Tensor, alpha: Scalar, scale: Scalar, inputScale: Scalar, isResult: boolean, selfOrResult: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::embedding(Tensor weight, Tensor indices, SymInt padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor` */
  embedding(weight: Tensor, indices: Tensor, options?: { paddingIdx?: number | undefined; scaleGradByFreq?: boolean | undefined; sparse?: boolean | undefined }): Tensor;
  /** `aten::embedding.out(Tensor weight, Tensor indices, SymInt padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False, *, Tensor(a!) out) -> Tensor(a!)` */
  embedding(weight: Tensor, indices: Tensor, options: { paddingIdx?: number | undefined; scaleGradByFreq?: boolean | undefined; sparse?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::embedding_backward(Tensor grad, Tensor indices, SymInt num_weights, SymInt padding_idx, bool scale_grad_by_freq, bool sparse) -> Tensor` */
  embeddingBackward(grad: Tensor, indices: Tensor, numWeights: number, paddingIdx: number, scaleGradByFreq: boolean, sparse: boolean): Tensor;
  /** `aten::embedding_bag(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False) -> (Tensor, Tensor, Tensor, Tensor)` */
  embeddingBag(weight: Tensor, indices: Tensor, offsets: Tensor, options?: { scaleGradByFreq?: boolean | undefined; mode?: number | undefined; sparse?: boolean | undefined; perSampleWeights?: Tensor | null | undefined; includeLastOffset?: boolean | undefined }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::embedding_bag.padding_idx(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq, int mode, bool sparse, Tensor? per_sample_weights, bool include_last_offset, int? padding_idx) -> (Tensor, Tensor, Tensor, Tensor)` */
  embeddingBag(weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: number, sparse: boolean, perSampleWeights: Tensor | null, includeLastOffset: boolean, paddingIdx: number | null): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::embedding_dense_backward(Tensor grad_output, Tensor indices, SymInt num_weights, SymInt padding_idx, bool scale_grad_by_freq) -> Tensor` */
  embeddingDenseBackward(gradOutput: Tensor, indices: Tensor, numWeights: number, paddingIdx: number, scaleGradByFreq: boolean): Tensor;
  /** `aten::embedding_dense_backward.out(Tensor grad_output, Tensor indices, SymInt num_weights, SymInt padding_idx, bool scale_grad_by_freq, *, Tensor(a!) out) -> Tensor(a!)` */
  embeddingDenseBackward(gradOutput: Tensor, indices: Tensor, numWeights: number, paddingIdx: number, scaleGradByFreq: boolean, options: { out: Tensor }): Tensor;
  /** `aten::embedding_renorm(Tensor self, Tensor indices, float max_norm, float norm_type) -> Tensor` */
  embeddingRenorm(self: Tensor, indices: Tensor, maxNorm: number, normType: number): Tensor;
  /** `aten::embedding_renorm.out(Tensor self, Tensor indices, float max_norm, float norm_type, *, Tensor(a!) out) -> Tensor(a!)` */
  embeddingRenorm(self: Tensor, indices: Tensor, maxNorm: number, normType: number, options: { out: Tensor }): Tensor;
  /** `aten::embedding_renorm_(Tensor(a!) self, Tensor indices, float max_norm, float norm_type) -> Tensor(a!)` */
  embeddingRenorm_(self: Tensor, indices: Tensor, maxNorm: number, normType: number): Tensor;
  /** `aten::embedding_sparse_backward(Tensor grad, Tensor indices, int num_weights, int padding_idx, bool scale_grad_by_freq) -> Tensor` */
  embeddingSparseBackward(grad: Tensor, indices: Tensor, numWeights: number, paddingIdx: number, scaleGradByFreq: boolean): Tensor;
  /** `aten::empty.memory_format(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  empty(size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::empty.out(SymInt[] size, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  empty(size: readonly number[], options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  emptyLike(self: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::empty_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  emptyLike(self: Tensor, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::empty_permuted(SymInt[] size, int[] physical_layout, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  emptyPermuted(size: readonly number[], physicalLayout: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::empty_permuted.out(SymInt[] size, int[] physical_layout, *, Tensor(a!) out) -> Tensor(a!)` */
  emptyPermuted(size: readonly number[], physicalLayout: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::empty_quantized(int[] size, Tensor qtensor, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  emptyQuantized(size: readonly number[], qtensor: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::empty_quantized.out(int[] size, Tensor qtensor, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  emptyQuantized(size: readonly number[], qtensor: Tensor, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::empty_strided(SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  emptyStrided(size: readonly number[], stride: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::empty_strided.out(SymInt[] size, SymInt[] stride, *, Tensor(a!) out) -> Tensor(a!)` */
  emptyStrided(size: readonly number[], stride: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::eq.Scalar(Tensor self, Scalar other) -> Tensor` */
  eq(self: Tensor, other: Scalar): Tensor;
  /** `aten::eq.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  eq(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::eq.Tensor(Tensor self, Tensor other) -> Tensor` */
  eq(self: Tensor, other: Tensor): Tensor;
  /** `aten::eq.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  eq(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::eq_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  eq_(self: Tensor, other: Scalar): Tensor;
  /** `aten::eq_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  eq_(self: Tensor, other: Tensor): Tensor;
  /** `aten::equal(Tensor self, Tensor other) -> bool` */
  equal(self: Tensor, other: Tensor): boolean;
  /** `aten::erf(Tensor self) -> Tensor` */
  erf(self: Tensor): Tensor;
  /** `aten::erf.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  erf(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::erf_(Tensor(a!) self) -> Tensor(a!)` */
  erf_(self: Tensor): Tensor;
  /** `aten::erfc(Tensor self) -> Tensor` */
  erfc(self: Tensor): Tensor;
  /** `aten::erfc.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  erfc(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::erfc_(Tensor(a!) self) -> Tensor(a!)` */
  erfc_(self: Tensor): Tensor;
  /** `aten::erfinv(Tensor self) -> Tensor` */
  erfinv(self: Tensor): Tensor;
  /** `aten::erfinv.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  erfinv(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::erfinv_(Tensor(a!) self) -> Tensor(a!)` */
  erfinv_(self: Tensor): Tensor;
  /** `aten::exp(Tensor self) -> Tensor` */
  exp(self: Tensor): Tensor;
  /** `aten::exp.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  exp(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::exp2(Tensor self) -> Tensor` */
  exp2(self: Tensor): Tensor;
  /** `aten::exp2.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  exp2(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::exp2_(Tensor(a!) self) -> Tensor(a!)` */
  exp2_(self: Tensor): Tensor;
  /** `aten::exp_(Tensor(a!) self) -> Tensor(a!)` */
  exp_(self: Tensor): Tensor;
  /** `aten::expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)` */
  expand(self: Tensor, size: readonly number[], options?: { implicit?: boolean | undefined }): Tensor;
  /** `aten::expand_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
  expandAs(self: Tensor, other: Tensor): Tensor;
  /** `aten::expand_copy(Tensor self, SymInt[] size, *, bool implicit=False) -> Tensor` */
  expandCopy(self: Tensor, size: readonly number[], options?: { implicit?: boolean | undefined }): Tensor;
  /** `aten::expand_copy.out(Tensor self, SymInt[] size, *, bool implicit=False, Tensor(a!) out) -> Tensor(a!)` */
  expandCopy(self: Tensor, size: readonly number[], options: { implicit?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::expm1(Tensor self) -> Tensor` */
  expm1(self: Tensor): Tensor;
  /** `aten::expm1.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  expm1(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::expm1_(Tensor(a!) self) -> Tensor(a!)` */
  expm1_(self: Tensor): Tensor;
  /** `aten::exponential(Tensor self, float lambd=1., *, Generator? generator=None) -> Tensor` */
  exponential(self: Tensor, options?: { lambd?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::exponential.out(Tensor self, float lambd=1., *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  exponential(self: Tensor, options: { lambd?: number | undefined; generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::exponential_(Tensor(a!) self, float lambd=1., *, Generator? generator=None) -> Tensor(a!)` */
  exponential_(self: Tensor, options?: { lambd?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::eye(SymInt n, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  eye(n: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::eye.m(SymInt n, SymInt m, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  eye(n: number, m: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::eye.m_out(SymInt n, SymInt m, *, Tensor(a!) out) -> Tensor(a!)` */
  eye(n: number, m: number, options: { out: Tensor }): Tensor;
  /** `aten::eye.out(SymInt n, *, Tensor(a!) out) -> Tensor(a!)` */
  eye(n: number, options: { out: Tensor }): Tensor;
  /** `aten::fake_quantize_per_channel_affine(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max) -> Tensor` */
  fakeQuantizePerChannelAffine(self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number, quantMin: number, quantMax: number): Tensor;
  /** `aten::fake_quantize_per_channel_affine_cachemask(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max) -> (Tensor output, Tensor mask)` */
  fakeQuantizePerChannelAffineCachemask(self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number, quantMin: number, quantMax: number): [Tensor, Tensor];
  /** `aten::fake_quantize_per_channel_affine_cachemask.out(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  fakeQuantizePerChannelAffineCachemask(self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number, quantMin: number, quantMax: number, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::fake_quantize_per_channel_affine_cachemask_backward(Tensor grad, Tensor mask) -> Tensor` */
  fakeQuantizePerChannelAffineCachemaskBackward(grad: Tensor, mask: Tensor): Tensor;
  /** `aten::fake_quantize_per_tensor_affine(Tensor self, float scale, int zero_point, int quant_min, int quant_max) -> Tensor` */
  fakeQuantizePerTensorAffine(self: Tensor, scale: number, zeroPoint: number, quantMin: number, quantMax: number): Tensor;
  /** `aten::fake_quantize_per_tensor_affine.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, int quant_min, int quant_max) -> Tensor` */
  fakeQuantizePerTensorAffine(self: Tensor, scale: Tensor, zeroPoint: Tensor, quantMin: number, quantMax: number): Tensor;
  /** `aten::fake_quantize_per_tensor_affine_cachemask(Tensor self, float scale, int zero_point, int quant_min, int quant_max) -> (Tensor output, Tensor mask)` */
  fakeQuantizePerTensorAffineCachemask(self: Tensor, scale: number, zeroPoint: number, quantMin: number, quantMax: number): [Tensor, Tensor];
  /** `aten::fake_quantize_per_tensor_affine_cachemask.out(Tensor self, float scale, int zero_point, int quant_min, int quant_max, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  fakeQuantizePerTensorAffineCachemask(self: Tensor, scale: number, zeroPoint: number, quantMin: number, quantMax: number, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::fake_quantize_per_tensor_affine_cachemask_backward(Tensor grad, Tensor mask) -> Tensor` */
  fakeQuantizePerTensorAffineCachemaskBackward(grad: Tensor, mask: Tensor): Tensor;
  /** `aten::fbgemm_linear_fp16_weight(Tensor input, Tensor packed_weight, Tensor bias) -> Tensor` */
  fbgemmLinearFp16Weight(input: Tensor, packedWeight: Tensor, bias: Tensor): Tensor;
  /** `aten::fbgemm_linear_fp16_weight.out(Tensor input, Tensor packed_weight, Tensor bias, Tensor(a!) output) -> Tensor` */
  fbgemmLinearFp16Weight(input: Tensor, packedWeight: Tensor, bias: Tensor, output: Tensor): Tensor;
  /** `aten::fbgemm_linear_fp16_weight_fp32_activation(Tensor input, Tensor packed_weight, Tensor? bias) -> Tensor` */
  fbgemmLinearFp16WeightFp32Activation(input: Tensor, packedWeight: Tensor, bias: Tensor | null): Tensor;
  /** `aten::fbgemm_linear_fp16_weight_fp32_activation.out(Tensor input, Tensor packed_weight, Tensor? bias, Tensor(a!) output) -> Tensor` */
  fbgemmLinearFp16WeightFp32Activation(input: Tensor, packedWeight: Tensor, bias: Tensor | null, output: Tensor): Tensor;
  /** `aten::fbgemm_linear_int8_weight(Tensor input, Tensor weight, Tensor packed, Tensor col_offsets, Scalar weight_scale, Scalar weight_zero_point, Tensor bias) -> Tensor` */
  fbgemmLinearInt8Weight(input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, bias: Tensor): Tensor;
  /** `aten::fbgemm_linear_int8_weight_fp32_activation(Tensor input, Tensor weight, Tensor packed, Tensor col_offsets, Scalar weight_scale, Scalar weight_zero_point, Tensor bias) -> Tensor` */
  fbgemmLinearInt8WeightFp32Activation(input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, bias: Tensor): Tensor;
  /** `aten::fbgemm_linear_quantize_weight(Tensor input) -> (Tensor, Tensor, float, int)` */
  fbgemmLinearQuantizeWeight(input: Tensor): [Tensor, Tensor, number, number];
  /** `aten::fbgemm_pack_gemm_matrix_fp16(Tensor input) -> Tensor` */
  fbgemmPackGemmMatrixFp16(input: Tensor): Tensor;
  /** `aten::fbgemm_pack_quantized_matrix(Tensor input) -> Tensor` */
  fbgemmPackQuantizedMatrix(input: Tensor): Tensor;
  /** `aten::fbgemm_pack_quantized_matrix.KN(Tensor input, int K, int N) -> Tensor` */
  fbgemmPackQuantizedMatrix(input: Tensor, K: number, N: number): Tensor;
  /** `aten::feature_alpha_dropout(Tensor input, float p, bool train) -> Tensor` */
  featureAlphaDropout(input: Tensor, p: number, train: boolean): Tensor;
  /** `aten::feature_alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  featureAlphaDropout_(self: Tensor, p: number, train: boolean): Tensor;
  /** `aten::feature_dropout(Tensor input, float p, bool train) -> Tensor` */
  featureDropout(input: Tensor, p: number, train: boolean): Tensor;
  /** `aten::feature_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  featureDropout_(self: Tensor, p: number, train: boolean): Tensor;
  /** `aten::fft_fft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftFft(self: Tensor, options?: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_fft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftFft(self: Tensor, options: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_fft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftFft2(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_fft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftFft2(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_fftfreq(int n, float d=1., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  fftFftfreq(n: number, options?: { d?: number | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::fft_fftfreq.out(int n, float d=1., *, Tensor(a!) out) -> Tensor(a!)` */
  fftFftfreq(n: number, options: { d?: number | undefined; out: Tensor }): Tensor;
  /** `aten::fft_fftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftFftn(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_fftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftFftn(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_fftshift(Tensor self, int[1]? dim=None) -> Tensor` */
  fftFftshift(self: Tensor, options?: { dim?: number | readonly number[] | null | undefined }): Tensor;
  /** `aten::fft_hfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftHfft(self: Tensor, options?: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_hfft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftHfft(self: Tensor, options: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_hfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftHfft2(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_hfft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftHfft2(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_hfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftHfftn(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_hfftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftHfftn(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_ifft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftIfft(self: Tensor, options?: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_ifft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftIfft(self: Tensor, options: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_ifft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftIfft2(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_ifft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftIfft2(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_ifftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftIfftn(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_ifftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftIfftn(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_ifftshift(Tensor self, int[1]? dim=None) -> Tensor` */
  fftIfftshift(self: Tensor, options?: { dim?: number | readonly number[] | null | undefined }): Tensor;
  /** `aten::fft_ihfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftIhfft(self: Tensor, options?: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_ihfft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftIhfft(self: Tensor, options: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_ihfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftIhfft2(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_ihfft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftIhfft2(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_ihfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftIhfftn(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_ihfftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftIhfftn(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_irfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftIrfft(self: Tensor, options?: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_irfft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftIrfft(self: Tensor, options: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_irfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftIrfft2(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_irfft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftIrfft2(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_irfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftIrfftn(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_irfftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftIrfftn(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_rfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftRfft(self: Tensor, options?: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_rfft.out(Tensor self, SymInt? n=None, int dim=-1, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftRfft(self: Tensor, options: { n?: number | null | undefined; dim?: number | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_rfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftRfft2(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_rfft2.out(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftRfft2(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fft_rfftfreq(int n, float d=1., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  fftRfftfreq(n: number, options?: { d?: number | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::fft_rfftfreq.out(int n, float d=1., *, Tensor(a!) out) -> Tensor(a!)` */
  fftRfftfreq(n: number, options: { d?: number | undefined; out: Tensor }): Tensor;
  /** `aten::fft_rfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftRfftn(self: Tensor, options?: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined }): Tensor;
  /** `aten::fft_rfftn.out(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None, *, Tensor(a!) out) -> Tensor(a!)` */
  fftRfftn(self: Tensor, options: { s?: number | readonly number[] | null | undefined; dim?: number | readonly number[] | null | undefined; norm?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::fill.Scalar(Tensor self, Scalar value) -> Tensor` */
  fill(self: Tensor, value: Scalar): Tensor;
  /** `aten::fill.Scalar_out(Tensor self, Scalar value, *, Tensor(a!) out) -> Tensor(a!)` */
  fill(self: Tensor, value: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::fill.Tensor(Tensor self, Tensor value) -> Tensor` */
  fill(self: Tensor, value: Tensor): Tensor;
  /** `aten::fill.Tensor_out(Tensor self, Tensor value, *, Tensor(a!) out) -> Tensor(a!)` */
  fill(self: Tensor, value: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::fill_.Scalar(Tensor(a!) self, Scalar value) -> Tensor(a!)` */
  fill_(self: Tensor, value: Scalar): Tensor;
  /** `aten::fill_.Tensor(Tensor(a!) self, Tensor value) -> Tensor(a!)` */
  fill_(self: Tensor, value: Tensor): Tensor;
  /** `aten::fill_diagonal_(Tensor(a!) self, Scalar fill_value, bool wrap=False) -> Tensor(a!)` */
  fillDiagonal_(self: Tensor, fillValue: Scalar, options?: { wrap?: boolean | undefined }): Tensor;
  /** `aten::fix(Tensor self) -> Tensor` */
  fix(self: Tensor): Tensor;
  /** `aten::fix.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  fix(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::fix_(Tensor(a!) self) -> Tensor(a!)` */
  fix_(self: Tensor): Tensor;
  /** `aten::flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)` */
  flatten(self: Tensor, options?: { startDim?: number | undefined; endDim?: number | undefined }): Tensor;
  /** `aten::flatten_dense_tensors(Tensor[] tensors) -> Tensor` */
  flattenDenseTensors(tensors: readonly Tensor[]): Tensor;
  /** `aten::flip(Tensor self, int[] dims) -> Tensor` */
  flip(self: Tensor, dims: readonly number[]): Tensor;
  /** `aten::flip.out(Tensor self, int[] dims, *, Tensor(a!) out) -> Tensor(a!)` */
  flip(self: Tensor, dims: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::fliplr(Tensor self) -> Tensor` */
  fliplr(self: Tensor): Tensor;
  /** `aten::flipud(Tensor self) -> Tensor` */
  flipud(self: Tensor): Tensor;
  /** `aten::float_power.Scalar(Scalar self, Tensor exponent) -> Tensor` */
  floatPower(self: Scalar, exponent: Tensor): Tensor;
  /** `aten::float_power.Scalar_out(Scalar self, Tensor exponent, *, Tensor(a!) out) -> Tensor(a!)` */
  floatPower(self: Scalar, exponent: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::float_power.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor` */
  floatPower(self: Tensor, exponent: Scalar): Tensor;
  /** `aten::float_power.Tensor_Scalar_out(Tensor self, Scalar exponent, *, Tensor(a!) out) -> Tensor(a!)` */
  floatPower(self: Tensor, exponent: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
  floatPower(self: Tensor, exponent: Tensor): Tensor;
  /** `aten::float_power.Tensor_Tensor_out(Tensor self, Tensor exponent, *, Tensor(a!) out) -> Tensor(a!)` */
  floatPower(self: Tensor, exponent: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::float_power_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)` */
  floatPower_(self: Tensor, exponent: Scalar): Tensor;
  /** `aten::float_power_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)` */
  floatPower_(self: Tensor, exponent: Tensor): Tensor;
  /** `aten::floor(Tensor self) -> Tensor` */
  floor(self: Tensor): Tensor;
  /** `aten::floor.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  floor(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::floor_(Tensor(a!) self) -> Tensor(a!)` */
  floor_(self: Tensor): Tensor;
  /** `aten::floor_divide(Tensor self, Tensor other) -> Tensor` */
  floorDivide(self: Tensor, other: Tensor): Tensor;
  /** `aten::floor_divide.Scalar(Tensor self, Scalar other) -> Tensor` */
  floorDivide(self: Tensor, other: Scalar): Tensor;
  /** `aten::floor_divide.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  floorDivide(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::floor_divide.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  floorDivide(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::floor_divide_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  floorDivide_(self: Tensor, other: Scalar): Tensor;
  /** `aten::floor_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  floorDivide_(self: Tensor, other: Tensor): Tensor;
  /** `aten::fmax(Tensor self, Tensor other) -> Tensor` */
  fmax(self: Tensor, other: Tensor): Tensor;
  /** `aten::fmax.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  fmax(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::fmin(Tensor self, Tensor other) -> Tensor` */
  fmin(self: Tensor, other: Tensor): Tensor;
  /** `aten::fmin.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  fmin(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::fmod.Scalar(Tensor self, Scalar other) -> Tensor` */
  fmod(self: Tensor, other: Scalar): Tensor;
  /** `aten::fmod.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  fmod(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::fmod.Tensor(Tensor self, Tensor other) -> Tensor` */
  fmod(self: Tensor, other: Tensor): Tensor;
  /** `aten::fmod.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  fmod(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::fmod_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  fmod_(self: Tensor, other: Scalar): Tensor;
  /** `aten::fmod_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  fmod_(self: Tensor, other: Tensor): Tensor;
  /** `aten::frac(Tensor self) -> Tensor` */
  frac(self: Tensor): Tensor;
  /** `aten::frac.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  frac(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::frac_(Tensor(a!) self) -> Tensor(a!)` */
  frac_(self: Tensor): Tensor;
  /** `aten::fractional_max_pool2d(Tensor self, int[2] kernel_size, int[2] output_size, Tensor random_samples) -> (Tensor, Tensor)` */
  fractionalMaxPool2d(self: Tensor, kernelSize: number | readonly number[], outputSize: number | readonly number[], randomSamples: Tensor): [Tensor, Tensor];
  /** `aten::fractional_max_pool2d.output(Tensor self, int[2] kernel_size, int[2] output_size, Tensor random_samples, *, Tensor(a!) output, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))` */
  fractionalMaxPool2d(self: Tensor, kernelSize: number | readonly number[], outputSize: number | readonly number[], randomSamples: Tensor, options: { output: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::fractional_max_pool2d_backward(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] output_size, Tensor indices) -> Tensor` */
  fractionalMaxPool2dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], outputSize: number | readonly number[], indices: Tensor): Tensor;
  /** `aten::fractional_max_pool2d_backward.grad_input(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] output_size, Tensor indices, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  fractionalMaxPool2dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], outputSize: number | readonly number[], indices: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::fractional_max_pool3d(Tensor self, int[3] kernel_size, int[3] output_size, Tensor random_samples) -> (Tensor, Tensor)` */
  fractionalMaxPool3d(self: Tensor, kernelSize: number | readonly number[], outputSize: number | readonly number[], randomSamples: Tensor): [Tensor, Tensor];
  /** `aten::fractional_max_pool3d.output(Tensor self, int[3] kernel_size, int[3] output_size, Tensor random_samples, *, Tensor(a!) output, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))` */
  fractionalMaxPool3d(self: Tensor, kernelSize: number | readonly number[], outputSize: number | readonly number[], randomSamples: Tensor, options: { output: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::fractional_max_pool3d_backward(Tensor grad_output, Tensor self, int[3] kernel_size, int[3] output_size, Tensor indices) -> Tensor` */
  fractionalMaxPool3dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], outputSize: number | readonly number[], indices: Tensor): Tensor;
  /** `aten::fractional_max_pool3d_backward.grad_input(Tensor grad_output, Tensor self, int[3] kernel_size, int[3] output_size, Tensor indices, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  fractionalMaxPool3dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], outputSize: number | readonly number[], indices: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::frexp.Tensor(Tensor self) -> (Tensor mantissa, Tensor exponent)` */
  frexp(self: Tensor): [Tensor, Tensor];
  /** `aten::frexp.Tensor_out(Tensor self, *, Tensor(a!) mantissa, Tensor(b!) exponent) -> (Tensor(a!) mantissa, Tensor(b!) exponent)` */
  frexp(self: Tensor, options: { mantissa: Tensor; exponent: Tensor }): [Tensor, Tensor];
  /** `aten::frobenius_norm.dim(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
  frobeniusNorm(self: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean | undefined }): Tensor;
  /** `aten::frobenius_norm.out(Tensor self, int[1] dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  frobeniusNorm(self: Tensor, dim: number | readonly number[], options: { keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::from_file(str filename, bool? shared=None, int? size=0, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  fromFile(filename: string, options?: { shared?: boolean | null | undefined; size?: number | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::from_file.out(str filename, bool? shared=None, int? size=0, *, Tensor(a!) out) -> Tensor(a!)` */
  fromFile(filename: string, options: { shared?: boolean | null | undefined; size?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  full(size: readonly number[], fillValue: Scalar, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::full.out(SymInt[] size, Scalar fill_value, *, Tensor(a!) out) -> Tensor(a!)` */
  full(size: readonly number[], fillValue: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  fullLike(self: Tensor, fillValue: Scalar, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::full_like.out(Tensor self, Scalar fill_value, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  fullLike(self: Tensor, fillValue: Scalar, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::fused_moving_avg_obs_fake_quant(Tensor self, Tensor observer_on, Tensor fake_quant_on, Tensor(a!) running_min, Tensor(b!) running_max, Tensor(c!) scale, Tensor(d!) zero_point, float averaging_const, int quant_min, int quant_max, int ch_axis, bool per_row_fake_quant=False, bool symmetric_quant=False) -> Tensor` */
  fusedMovingAvgObsFakeQuant(self: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: number, quantMax: number, chAxis: number, options?: { perRowFakeQuant?: boolean | undefined; symmetricQuant?: boolean | undefined }): Tensor;
  /** `aten::gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor` */
  gather(self: Tensor, dim: number, index: Tensor, options?: { sparseGrad?: boolean | undefined }): Tensor;
  /** `aten::gather.out(Tensor self, int dim, Tensor index, *, bool sparse_grad=False, Tensor(a!) out) -> Tensor(a!)` */
  gather(self: Tensor, dim: number, index: Tensor, options: { sparseGrad?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::gather_backward(Tensor grad, Tensor self, int dim, Tensor index, bool sparse_grad) -> Tensor` */
  gatherBackward(grad: Tensor, self: Tensor, dim: number, index: Tensor, sparseGrad: boolean): Tensor;
  /** `aten::gcd(Tensor self, Tensor other) -> Tensor` */
  gcd(self: Tensor, other: Tensor): Tensor;
  /** `aten::gcd.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  gcd(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::gcd_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  gcd_(self: Tensor, other: Tensor): Tensor;
  /** `aten::ge.Scalar(Tensor self, Scalar other) -> Tensor` */
  ge(self: Tensor, other: Scalar): Tensor;
  /** `aten::ge.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  ge(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::ge.Tensor(Tensor self, Tensor other) -> Tensor` */
  ge(self: Tensor, other: Tensor): Tensor;
  /** `aten::ge.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  ge(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::ge_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  ge_(self: Tensor, other: Scalar): Tensor;
  /** `aten::ge_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  ge_(self: Tensor, other: Tensor): Tensor;
  /** `aten::gelu(Tensor self, *, str approximate="none") -> Tensor` */
  gelu(self: Tensor, options?: { approximate?: string | undefined }): Tensor;
  /** `aten::gelu.out(Tensor self, *, str approximate="none", Tensor(a!) out) -> Tensor(a!)` */
  gelu(self: Tensor, options: { approximate?: string | undefined; out: Tensor }): Tensor;
  /** `aten::gelu_(Tensor(a!) self, *, str approximate="none") -> Tensor(a!)` */
  gelu_(self: Tensor, options?: { approximate?: string | undefined }): Tensor;
  /** `aten::gelu_backward(Tensor grad_output, Tensor self, *, str approximate="none") -> Tensor` */
  geluBackward(gradOutput: Tensor, self: Tensor, options?: { approximate?: string | undefined }): Tensor;
  /** `aten::gelu_backward.grad_input(Tensor grad_output, Tensor self, *, str approximate="none", Tensor(a!) grad_input) -> Tensor(a!)` */
  geluBackward(gradOutput: Tensor, self: Tensor, options: { approximate?: string | undefined; gradInput: Tensor }): Tensor;
  /** `aten::geometric(Tensor self, float p, *, Generator? generator=None) -> Tensor` */
  geometric(self: Tensor, p: number, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::geometric.out(Tensor self, float p, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  geometric(self: Tensor, p: number, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::geometric_(Tensor(a!) self, float p, *, Generator? generator=None) -> Tensor(a!)` */
  geometric_(self: Tensor, p: number, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::geqrf(Tensor self) -> (Tensor a, Tensor tau)` */
  geqrf(self: Tensor): [Tensor, Tensor];
  /** `aten::geqrf.a(Tensor self, *, Tensor(a!) a, Tensor(b!) tau) -> (Tensor(a!) a, Tensor(b!) tau)` */
  geqrf(self: Tensor, options: { a: Tensor; tau: Tensor }): [Tensor, Tensor];
  /** `aten::ger(Tensor self, Tensor vec2) -> Tensor` */
  ger(self: Tensor, vec2: Tensor): Tensor;
  /** `aten::ger.out(Tensor self, Tensor vec2, *, Tensor(a!) out) -> Tensor(a!)` */
  ger(self: Tensor, vec2: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::get_device(Tensor self) -> int` */
  getDevice(self: Tensor): number;
  /** `aten::glu(Tensor self, int dim=-1) -> Tensor` */
  glu(self: Tensor, options?: { dim?: number | undefined }): Tensor;
  /** `aten::glu.out(Tensor self, int dim=-1, *, Tensor(a!) out) -> Tensor(a!)` */
  glu(self: Tensor, options: { dim?: number | undefined; out: Tensor }): Tensor;
  /** `aten::glu_backward(Tensor grad_output, Tensor self, int dim) -> Tensor` */
  gluBackward(gradOutput: Tensor, self: Tensor, dim: number): Tensor;
  /** `aten::glu_backward.grad_input(Tensor grad_output, Tensor self, int dim, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  gluBackward(gradOutput: Tensor, self: Tensor, dim: number, options: { gradInput: Tensor }): Tensor;
  /** `aten::glu_backward_jvp(Tensor grad_x, Tensor grad_glu, Tensor x, Tensor dgrad_glu, Tensor dx, int dim) -> Tensor` */
  gluBackwardJvp(gradX: Tensor, gradGlu: Tensor, x: Tensor, dgradGlu: Tensor, dx: Tensor, dim: number): Tensor;
  /** `aten::glu_backward_jvp.out(Tensor grad_x, Tensor grad_glu, Tensor x, Tensor dgrad_glu, Tensor dx, int dim, *, Tensor(a!) out) -> Tensor(a!)` */
  gluBackwardJvp(gradX: Tensor, gradGlu: Tensor, x: Tensor, dgradGlu: Tensor, dx: Tensor, dim: number, options: { out: Tensor }): Tensor;
  /** `aten::glu_jvp(Tensor glu, Tensor x, Tensor dx, int dim) -> Tensor` */
  gluJvp(glu: Tensor, x: Tensor, dx: Tensor, dim: number): Tensor;
  /** `aten::glu_jvp.out(Tensor glu, Tensor x, Tensor dx, int dim, *, Tensor(a!) out) -> Tensor(a!)` */
  gluJvp(glu: Tensor, x: Tensor, dx: Tensor, dim: number, options: { out: Tensor }): Tensor;
  /** `aten::gradient.array(Tensor self, *, int[] dim, int edge_order=1) -> Tensor[]` */
  gradient(self: Tensor, options: { dim: readonly number[]; edgeOrder?: number | undefined }): Tensor[];
  /** `aten::gradient.scalararray(Tensor self, *, Scalar spacing, int[] dim, int edge_order=1) -> Tensor[]` */
  gradient(self: Tensor, options: { spacing: Scalar; dim: readonly number[]; edgeOrder?: number | undefined }): Tensor[];
  /** `aten::gradient.scalarint(Tensor self, *, Scalar? spacing=None, int? dim=None, int edge_order=1) -> Tensor[]` */
  gradient(self: Tensor, options?: { spacing?: Scalar | null | undefined; dim?: number | null | undefined; edgeOrder?: number | undefined }): Tensor[];
  /** `aten::gradient.scalarrayarray(Tensor self, *, Scalar[] spacing, int[] dim, int edge_order=1) -> Tensor[]` */
  gradient(self: Tensor, options: { spacing: readonly Scalar[]; dim: readonly number[]; edgeOrder?: number | undefined }): Tensor[];
  /** `aten::gradient.scalarrayint(Tensor self, *, Scalar[] spacing, int? dim=None, int edge_order=1) -> Tensor[]` */
  gradient(self: Tensor, options: { spacing: readonly Scalar[]; dim?: number | null | undefined; edgeOrder?: number | undefined }): Tensor[];
  /** `aten::gradient.tensorarray(Tensor self, *, Tensor[] spacing, int[] dim, int edge_order=1) -> Tensor[]` */
  gradient(self: Tensor, options: { spacing: readonly Tensor[]; dim: readonly number[]; edgeOrder?: number | undefined }): Tensor[];
  /** `aten::gradient.tensorarrayint(Tensor self, *, Tensor[] spacing, int? dim=None, int edge_order=1) -> Tensor[]` */
  gradient(self: Tensor, options: { spacing: readonly Tensor[]; dim?: number | null | undefined; edgeOrder?: number | undefined }): Tensor[];
  /** `aten::greater.Scalar(Tensor self, Scalar other) -> Tensor` */
  greater(self: Tensor, other: Scalar): Tensor;
  /** `aten::greater.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  greater(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::greater.Tensor(Tensor self, Tensor other) -> Tensor` */
  greater(self: Tensor, other: Tensor): Tensor;
  /** `aten::greater.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  greater(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::greater_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  greater_(self: Tensor, other: Scalar): Tensor;
  /** `aten::greater_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  greater_(self: Tensor, other: Tensor): Tensor;
  /** `aten::greater_equal.Scalar(Tensor self, Scalar other) -> Tensor` */
  greaterEqual(self: Tensor, other: Scalar): Tensor;
  /** `aten::greater_equal.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  greaterEqual(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::greater_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  greaterEqual(self: Tensor, other: Tensor): Tensor;
  /** `aten::greater_equal.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  greaterEqual(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::greater_equal_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  greaterEqual_(self: Tensor, other: Scalar): Tensor;
  /** `aten::greater_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  greaterEqual_(self: Tensor, other: Tensor): Tensor;
  /** `aten::grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
  gridSampler(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean): Tensor;
  /** `aten::grid_sampler_2d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
  gridSampler2d(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean): Tensor;
  /** `aten::grid_sampler_2d.out(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, *, Tensor(a!) out) -> Tensor(a!)` */
  gridSampler2d(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean, options: { out: Tensor }): Tensor;
  /** `aten::grid_sampler_2d_backward(Tensor grad_output, Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, bool[2] output_mask) -> (Tensor, Tensor)` */
  gridSampler2dBackward(gradOutput: Tensor, input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean, outputMask: boolean | readonly boolean[]): [Tensor, Tensor];
  /** `aten::grid_sampler_2d_backward.out(Tensor grad_output, Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, bool[2] output_mask, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  gridSampler2dBackward(gradOutput: Tensor, input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::grid_sampler_3d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
  gridSampler3d(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean): Tensor;
  /** `aten::grid_sampler_3d.out(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, *, Tensor(a!) out) -> Tensor(a!)` */
  gridSampler3d(input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean, options: { out: Tensor }): Tensor;
  /** `aten::grid_sampler_3d_backward(Tensor grad_output, Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, bool[2] output_mask) -> (Tensor, Tensor)` */
  gridSampler3dBackward(gradOutput: Tensor, input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean, outputMask: boolean | readonly boolean[]): [Tensor, Tensor];
  /** `aten::grid_sampler_3d_backward.out(Tensor grad_output, Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, bool[2] output_mask, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  gridSampler3dBackward(gradOutput: Tensor, input: Tensor, grid: Tensor, interpolationMode: number, paddingMode: number, alignCorners: boolean, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1.0000000000000001e-05, bool cudnn_enabled=True) -> Tensor` */
  groupNorm(input: Tensor, numGroups: number, options?: { weight?: Tensor | null | undefined; bias?: Tensor | null | undefined; eps?: number | undefined; cudnnEnabled?: boolean | undefined }): Tensor;
  /** `aten::gru.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
  gru(data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  /** `aten::gru.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
  gru(input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  /** `aten::gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
  gruCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options?: { bIh?: Tensor | null | undefined; bHh?: Tensor | null | undefined }): Tensor;
  /** `aten::gt.Scalar(Tensor self, Scalar other) -> Tensor` */
  gt(self: Tensor, other: Scalar): Tensor;
  /** `aten::gt.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  gt(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::gt.Tensor(Tensor self, Tensor other) -> Tensor` */
  gt(self: Tensor, other: Tensor): Tensor;
  /** `aten::gt.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  gt(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::gt_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  gt_(self: Tensor, other: Scalar): Tensor;
  /** `aten::gt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  gt_(self: Tensor, other: Tensor): Tensor;
  /** `aten::hamming_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  hammingWindow(windowLength: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::hamming_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)` */
  hammingWindow(windowLength: number, options: { out: Tensor }): Tensor;
  /** `aten::hamming_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  hammingWindow(windowLength: number, periodic: boolean, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::hamming_window.periodic_alpha(int window_length, bool periodic, float alpha, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  hammingWindow(windowLength: number, periodic: boolean, alpha: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::hamming_window.periodic_alpha_beta(int window_length, bool periodic, float alpha, float beta, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  hammingWindow(windowLength: number, periodic: boolean, alpha: number, beta: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::hamming_window.periodic_alpha_beta_out(int window_length, bool periodic, float alpha, float beta, *, Tensor(a!) out) -> Tensor(a!)` */
  hammingWindow(windowLength: number, periodic: boolean, alpha: number, beta: number, options: { out: Tensor }): Tensor;
  /** `aten::hamming_window.periodic_alpha_out(int window_length, bool periodic, float alpha, *, Tensor(a!) out) -> Tensor(a!)` */
  hammingWindow(windowLength: number, periodic: boolean, alpha: number, options: { out: Tensor }): Tensor;
  /** `aten::hamming_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)` */
  hammingWindow(windowLength: number, periodic: boolean, options: { out: Tensor }): Tensor;
  /** `aten::hann_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  hannWindow(windowLength: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::hann_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)` */
  hannWindow(windowLength: number, options: { out: Tensor }): Tensor;
  /** `aten::hann_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  hannWindow(windowLength: number, periodic: boolean, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::hann_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)` */
  hannWindow(windowLength: number, periodic: boolean, options: { out: Tensor }): Tensor;
  /** `aten::hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor` */
  hardshrink(self: Tensor, options?: { lambd?: Scalar | undefined }): Tensor;
  /** `aten::hardshrink.out(Tensor self, Scalar lambd=0.5, *, Tensor(a!) out) -> Tensor(a!)` */
  hardshrink(self: Tensor, options: { lambd?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::hardshrink_backward(Tensor grad_out, Tensor self, Scalar lambd) -> Tensor` */
  hardshrinkBackward(gradOut: Tensor, self: Tensor, lambd: Scalar): Tensor;
  /** `aten::hardshrink_backward.grad_input(Tensor grad_out, Tensor self, Scalar lambd, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  hardshrinkBackward(gradOut: Tensor, self: Tensor, lambd: Scalar, options: { gradInput: Tensor }): Tensor;
  /** `aten::hardsigmoid(Tensor self) -> Tensor` */
  hardsigmoid(self: Tensor): Tensor;
  /** `aten::hardsigmoid.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  hardsigmoid(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::hardsigmoid_(Tensor(a!) self) -> Tensor(a!)` */
  hardsigmoid_(self: Tensor): Tensor;
  /** `aten::hardsigmoid_backward(Tensor grad_output, Tensor self) -> Tensor` */
  hardsigmoidBackward(gradOutput: Tensor, self: Tensor): Tensor;
  /** `aten::hardsigmoid_backward.grad_input(Tensor grad_output, Tensor self, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  hardsigmoidBackward(gradOutput: Tensor, self: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::hardswish(Tensor self) -> Tensor` */
  hardswish(self: Tensor): Tensor;
  /** `aten::hardswish.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  hardswish(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::hardswish_(Tensor(a!) self) -> Tensor(a!)` */
  hardswish_(self: Tensor): Tensor;
  /** `aten::hardswish_backward(Tensor grad_output, Tensor self) -> Tensor` */
  hardswishBackward(gradOutput: Tensor, self: Tensor): Tensor;
  /** `aten::hardswish_backward.out(Tensor grad_output, Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  hardswishBackward(gradOutput: Tensor, self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::hardtanh(Tensor self, Scalar min_val=-1, Scalar max_val=1) -> Tensor` */
  hardtanh(self: Tensor, options?: { minVal?: Scalar | undefined; maxVal?: Scalar | undefined }): Tensor;
  /** `aten::hardtanh.out(Tensor self, Scalar min_val=-1, Scalar max_val=1, *, Tensor(a!) out) -> Tensor(a!)` */
  hardtanh(self: Tensor, options: { minVal?: Scalar | undefined; maxVal?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::hardtanh_(Tensor(a!) self, Scalar min_val=-1, Scalar max_val=1) -> Tensor(a!)` */
  hardtanh_(self: Tensor, options?: { minVal?: Scalar | undefined; maxVal?: Scalar | undefined }): Tensor;
  /** `aten::hardtanh_backward(Tensor grad_output, Tensor self, Scalar min_val, Scalar max_val) -> Tensor` */
  hardtanhBackward(gradOutput: Tensor, self: Tensor, minVal: Scalar, maxVal: Scalar): Tensor;
  /** `aten::hardtanh_backward.grad_input(Tensor grad_output, Tensor self, Scalar min_val, Scalar max_val, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  hardtanhBackward(gradOutput: Tensor, self: Tensor, minVal: Scalar, maxVal: Scalar, options: { gradInput: Tensor }): Tensor;
  /** `aten::hash_tensor(Tensor self, int[1] dim=[], *, bool keepdim=False, int mode=0) -> Tensor` */
  hashTensor(self: Tensor, options?: { dim?: number | readonly number[] | undefined; keepdim?: boolean | undefined; mode?: number | undefined }): Tensor;
  /** `aten::hash_tensor.out(Tensor self, int[1] dim=[], *, bool keepdim=False, int mode=0, Tensor(a!) out) -> Tensor(a!)` */
  hashTensor(self: Tensor, options: { dim?: number | readonly number[] | undefined; keepdim?: boolean | undefined; mode?: number | undefined; out: Tensor }): Tensor;
  /** `aten::heaviside(Tensor self, Tensor values) -> Tensor` */
  heaviside(self: Tensor, values: Tensor): Tensor;
  /** `aten::heaviside.out(Tensor self, Tensor values, *, Tensor(a!) out) -> Tensor(a!)` */
  heaviside(self: Tensor, values: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::heaviside_(Tensor(a!) self, Tensor values) -> Tensor(a!)` */
  heaviside_(self: Tensor, values: Tensor): Tensor;
  /** `aten::hinge_embedding_loss(Tensor self, Tensor target, float margin=1., int reduction=1) -> Tensor` */
  hingeEmbeddingLoss(self: Tensor, target: Tensor, options?: { margin?: number | undefined; reduction?: number | undefined }): Tensor;
  /** `aten::histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor` */
  histc(self: Tensor, options?: { bins?: number | undefined; min?: Scalar | undefined; max?: Scalar | undefined }): Tensor;
  /** `aten::histc.out(Tensor self, int bins=100, Scalar min=0, Scalar max=0, *, Tensor(a!) out) -> Tensor(a!)` */
  histc(self: Tensor, options: { bins?: number | undefined; min?: Scalar | undefined; max?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::histogram.bin_ct(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)` */
  histogram(self: Tensor, options?: { bins?: number | undefined; range?: readonly number[] | null | undefined; weight?: Tensor | null | undefined; density?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::histogram.bin_ct_out(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False, Tensor(a!) hist, Tensor(b!) bin_edges) -> (Tensor(a!) hist, Tensor(b!) bin_edges)` */
  histogram(self: Tensor, options: { bins?: number | undefined; range?: readonly number[] | null | undefined; weight?: Tensor | null | undefined; density?: boolean | undefined; hist: Tensor; binEdges: Tensor }): [Tensor, Tensor];
  /** `aten::histogram.bins_tensor(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)` */
  histogram(self: Tensor, bins: Tensor, options?: { weight?: Tensor | null | undefined; density?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::histogram.bins_tensor_out(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False, Tensor(a!) hist, Tensor(b!) bin_edges) -> (Tensor(a!) hist, Tensor(b!) bin_edges)` */
  histogram(self: Tensor, bins: Tensor, options: { weight?: Tensor | null | undefined; density?: boolean | undefined; hist: Tensor; binEdges: Tensor }): [Tensor, Tensor];
  /** `aten::histogramdd(Tensor self, int[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)` */
  histogramdd(self: Tensor, bins: readonly number[], options?: { range?: readonly number[] | null | undefined; weight?: Tensor | null | undefined; density?: boolean | undefined }): [Tensor, Tensor[]];
  /** `aten::histogramdd.TensorList_bins(Tensor self, Tensor[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)` */
  histogramdd(self: Tensor, bins: readonly Tensor[], options?: { range?: readonly number[] | null | undefined; weight?: Tensor | null | undefined; density?: boolean | undefined }): [Tensor, Tensor[]];
  /** `aten::histogramdd.int_bins(Tensor self, int bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)` */
  histogramdd(self: Tensor, bins: number, options?: { range?: readonly number[] | null | undefined; weight?: Tensor | null | undefined; density?: boolean | undefined }): [Tensor, Tensor[]];
  /** `aten::hsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  hsplit(self: Tensor, indices: readonly number[]): Tensor[];
  /** `aten::hsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  hsplit(self: Tensor, sections: number): Tensor[];
  /** `aten::hspmm(Tensor mat1, Tensor mat2) -> Tensor` */
  hspmm(mat1: Tensor, mat2: Tensor): Tensor;
  /** `aten::hspmm.out(Tensor mat1, Tensor mat2, *, Tensor(a!) out) -> Tensor(a!)` */
  hspmm(mat1: Tensor, mat2: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::hstack(Tensor[] tensors) -> Tensor` */
  hstack(tensors: readonly Tensor[]): Tensor;
  /** `aten::hstack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)` */
  hstack(tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
  /** `aten::huber_loss(Tensor self, Tensor target, int reduction=1, float delta=1.) -> Tensor` */
  huberLoss(self: Tensor, target: Tensor, options?: { reduction?: number | undefined; delta?: number | undefined }): Tensor;
  /** `aten::huber_loss.out(Tensor self, Tensor target, int reduction=1, float delta=1., *, Tensor(a!) out) -> Tensor(a!)` */
  huberLoss(self: Tensor, target: Tensor, options: { reduction?: number | undefined; delta?: number | undefined; out: Tensor }): Tensor;
  /** `aten::huber_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction, float delta) -> Tensor` */
  huberLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number, delta: number): Tensor;
  /** `aten::huber_loss_backward.out(Tensor grad_output, Tensor self, Tensor target, int reduction, float delta, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  huberLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number, delta: number, options: { gradInput: Tensor }): Tensor;
  /** `aten::hypot(Tensor self, Tensor other) -> Tensor` */
  hypot(self: Tensor, other: Tensor): Tensor;
  /** `aten::hypot.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  hypot(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::hypot_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  hypot_(self: Tensor, other: Tensor): Tensor;
  /** `aten::i0(Tensor self) -> Tensor` */
  i0(self: Tensor): Tensor;
  /** `aten::i0.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  i0(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::i0_(Tensor(a!) self) -> Tensor(a!)` */
  i0_(self: Tensor): Tensor;
  /** `aten::igamma(Tensor self, Tensor other) -> Tensor` */
  igamma(self: Tensor, other: Tensor): Tensor;
  /** `aten::igamma.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  igamma(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::igamma_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  igamma_(self: Tensor, other: Tensor): Tensor;
  /** `aten::igammac(Tensor self, Tensor other) -> Tensor` */
  igammac(self: Tensor, other: Tensor): Tensor;
  /** `aten::igammac.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  igammac(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::igammac_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  igammac_(self: Tensor, other: Tensor): Tensor;
  /** `aten::im2col(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor` */
  im2col(self: Tensor, kernelSize: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], stride: number | readonly number[]): Tensor;
  /** `aten::im2col.out(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride, *, Tensor(a!) out) -> Tensor(a!)` */
  im2col(self: Tensor, kernelSize: number | readonly number[], dilation: number | readonly number[], padding: number | readonly number[], stride: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::imag(Tensor(a) self) -> Tensor(a)` */
  imag(self: Tensor): Tensor;
  /** `aten::index.Tensor(Tensor self, Tensor?[] indices) -> Tensor` */
  index(self: Tensor, indices: readonly (Tensor | null)[]): Tensor;
  /** `aten::index.Tensor_out(Tensor self, Tensor?[] indices, *, Tensor(a!) out) -> Tensor(a!)` */
  index(self: Tensor, indices: readonly (Tensor | null)[], options: { out: Tensor }): Tensor;
  /** `aten::index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor` */
  indexAdd(self: Tensor, dim: number, index: Tensor, source: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::index_add.out(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  indexAdd(self: Tensor, dim: number, index: Tensor, source: Tensor, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::index_add_(Tensor(a!) self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor(a!)` */
  indexAdd_(self: Tensor, dim: number, index: Tensor, source: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
  indexCopy(self: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
  /** `aten::index_copy.out(Tensor self, int dim, Tensor index, Tensor source, *, Tensor(a!) out) -> Tensor(a!)` */
  indexCopy(self: Tensor, dim: number, index: Tensor, source: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::index_copy_(Tensor(a!) self, int dim, Tensor index, Tensor source) -> Tensor(a!)` */
  indexCopy_(self: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
  /** `aten::index_fill.int_Scalar(Tensor self, int dim, Tensor index, Scalar value) -> Tensor` */
  indexFill(self: Tensor, dim: number, index: Tensor, value: Scalar): Tensor;
  /** `aten::index_fill.int_Scalar_out(Tensor self, int dim, Tensor index, Scalar value, *, Tensor(a!) out) -> Tensor(a!)` */
  indexFill(self: Tensor, dim: number, index: Tensor, value: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
  indexFill(self: Tensor, dim: number, index: Tensor, value: Tensor): Tensor;
  /** `aten::index_fill.int_Tensor_out(Tensor self, int dim, Tensor index, Tensor value, *, Tensor(a!) out) -> Tensor(a!)` */
  indexFill(self: Tensor, dim: number, index: Tensor, value: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::index_fill_.int_Scalar(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)` */
  indexFill_(self: Tensor, dim: number, index: Tensor, value: Scalar): Tensor;
  /** `aten::index_fill_.int_Tensor(Tensor(a!) self, int dim, Tensor index, Tensor value) -> Tensor(a!)` */
  indexFill_(self: Tensor, dim: number, index: Tensor, value: Tensor): Tensor;
  /** `aten::index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
  indexPut(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options?: { accumulate?: boolean | undefined }): Tensor;
  /** `aten::index_put.out(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False, *, Tensor(a!) out) -> Tensor(a!)` */
  indexPut(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options: { accumulate?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::index_put_(Tensor(a!) self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor(a!)` */
  indexPut_(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options?: { accumulate?: boolean | undefined }): Tensor;
  /** `aten::index_reduce(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor` */
  indexReduce(self: Tensor, dim: number, index: Tensor, source: Tensor, reduce: string, options?: { includeSelf?: boolean | undefined }): Tensor;
  /** `aten::index_reduce.out(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True, Tensor(a!) out) -> Tensor(a!)` */
  indexReduce(self: Tensor, dim: number, index: Tensor, source: Tensor, reduce: string, options: { includeSelf?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::index_reduce_(Tensor(a!) self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor(a!)` */
  indexReduce_(self: Tensor, dim: number, index: Tensor, source: Tensor, reduce: string, options?: { includeSelf?: boolean | undefined }): Tensor;
  /** `aten::index_select(Tensor self, int dim, Tensor index) -> Tensor` */
  indexSelect(self: Tensor, dim: number, index: Tensor): Tensor;
  /** `aten::index_select.out(Tensor self, int dim, Tensor index, *, Tensor(a!) out) -> Tensor(a!)` */
  indexSelect(self: Tensor, dim: number, index: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::index_select_backward(Tensor grad, SymInt[] self_sizes, int dim, Tensor index) -> Tensor` */
  indexSelectBackward(grad: Tensor, selfSizes: readonly number[], dim: number, index: Tensor): Tensor;
  /** `aten::indices(Tensor(a) self) -> Tensor(a)` */
  indices(self: Tensor): Tensor;
  /** `aten::indices_copy(Tensor self) -> Tensor` */
  indicesCopy(self: Tensor): Tensor;
  /** `aten::indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  indicesCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::infinitely_differentiable_gelu_backward(Tensor grad, Tensor self) -> Tensor` */
  infinitelyDifferentiableGeluBackward(grad: Tensor, self: Tensor): Tensor;
  /** `aten::inner(Tensor self, Tensor other) -> Tensor` */
  inner(self: Tensor, other: Tensor): Tensor;
  /** `aten::inner.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  inner(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::instance_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool use_input_stats, float momentum, float eps, bool cudnn_enabled) -> Tensor` */
  instanceNorm(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, useInputStats: boolean, momentum: number, eps: number, cudnnEnabled: boolean): Tensor;
  /** `aten::int_repr(Tensor self) -> Tensor` */
  intRepr(self: Tensor): Tensor;
  /** `aten::int_repr.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  intRepr(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::inverse(Tensor self) -> Tensor` */
  inverse(self: Tensor): Tensor;
  /** `aten::inverse.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  inverse(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::is_coalesced(Tensor self) -> bool` */
  isCoalesced(self: Tensor): boolean;
  /** `aten::is_complex(Tensor self) -> bool` */
  isComplex(self: Tensor): boolean;
  /** `aten::is_conj(Tensor self) -> bool` */
  isConj(self: Tensor): boolean;
  /** `aten::is_contiguous(Tensor self) -> bool` */
  isContiguous(self: Tensor): boolean;
  /** `aten::is_contiguous.memory_format(Tensor self, MemoryFormat memory_format) -> bool` */
  isContiguous(self: Tensor, memoryFormat: MemoryFormat): boolean;
  /** `aten::is_distributed(Tensor self) -> bool` */
  isDistributed(self: Tensor): boolean;
  /** `aten::is_floating_point(Tensor self) -> bool` */
  isFloatingPoint(self: Tensor): boolean;
  /** `aten::is_inference(Tensor self) -> bool` */
  isInference(self: Tensor): boolean;
  /** `aten::is_leaf(Tensor self) -> bool` */
  isLeaf(self: Tensor): boolean;
  /** `aten::is_neg(Tensor self) -> bool` */
  isNeg(self: Tensor): boolean;
  /** `aten::is_nonzero(Tensor self) -> bool` */
  isNonzero(self: Tensor): boolean;
  /** `aten::is_pinned(Tensor self, Device? device=None) -> bool` */
  isPinned(self: Tensor, options?: { device?: Device | null | undefined }): boolean;
  /** `aten::is_same_size(Tensor self, Tensor other) -> bool` */
  isSameSize(self: Tensor, other: Tensor): boolean;
  /** `aten::is_set_to(Tensor self, Tensor tensor) -> bool` */
  isSetTo(self: Tensor, tensor: Tensor): boolean;
  /** `aten::is_signed(Tensor self) -> bool` */
  isSigned(self: Tensor): boolean;
  /** `aten::is_vulkan_available() -> bool` */
  isVulkanAvailable(): boolean;
  /** `aten::isclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> Tensor` */
  isclose(self: Tensor, other: Tensor, options?: { rtol?: number | undefined; atol?: number | undefined; equalNan?: boolean | undefined }): Tensor;
  /** `aten::isfinite(Tensor self) -> Tensor` */
  isfinite(self: Tensor): Tensor;
  /** `aten::isin.Scalar_Tensor(Scalar element, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor` */
  isin(element: Scalar, testElements: Tensor, options?: { assumeUnique?: boolean | undefined; invert?: boolean | undefined }): Tensor;
  /** `aten::isin.Scalar_Tensor_out(Scalar element, Tensor test_elements, *, bool assume_unique=False, bool invert=False, Tensor(a!) out) -> Tensor(a!)` */
  isin(element: Scalar, testElements: Tensor, options: { assumeUnique?: boolean | undefined; invert?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::isin.Tensor_Scalar(Tensor elements, Scalar test_element, *, bool assume_unique=False, bool invert=False) -> Tensor` */
  isin(elements: Tensor, testElement: Scalar, options?: { assumeUnique?: boolean | undefined; invert?: boolean | undefined }): Tensor;
  /** `aten::isin.Tensor_Scalar_out(Tensor elements, Scalar test_element, *, bool assume_unique=False, bool invert=False, Tensor(a!) out) -> Tensor(a!)` */
  isin(elements: Tensor, testElement: Scalar, options: { assumeUnique?: boolean | undefined; invert?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::isin.Tensor_Tensor(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor` */
  isin(elements: Tensor, testElements: Tensor, options?: { assumeUnique?: boolean | undefined; invert?: boolean | undefined }): Tensor;
  /** `aten::isin.Tensor_Tensor_out(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False, Tensor(a!) out) -> Tensor(a!)` */
  isin(elements: Tensor, testElements: Tensor, options: { assumeUnique?: boolean | undefined; invert?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::isinf(Tensor self) -> Tensor` */
  isinf(self: Tensor): Tensor;
  /** `aten::isinf.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  isinf(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::isnan(Tensor self) -> Tensor` */
  isnan(self: Tensor): Tensor;
  /** `aten::isnan.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  isnan(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::isneginf(Tensor self) -> Tensor` */
  isneginf(self: Tensor): Tensor;
  /** `aten::isneginf.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  isneginf(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::isposinf(Tensor self) -> Tensor` */
  isposinf(self: Tensor): Tensor;
  /** `aten::isposinf.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  isposinf(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::isreal(Tensor self) -> Tensor` */
  isreal(self: Tensor): Tensor;
  /** `aten::istft(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False) -> Tensor` */
  istft(self: Tensor, nFft: number, options?: { hopLength?: number | null | undefined; winLength?: number | null | undefined; window?: Tensor | null | undefined; center?: boolean | undefined; normalized?: boolean | undefined; onesided?: boolean | null | undefined; length?: number | null | undefined; returnComplex?: boolean | undefined }): Tensor;
  /** `aten::item(Tensor self) -> Scalar` */
  item(self: Tensor): Scalar;
  /** `aten::kaiser_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  kaiserWindow(windowLength: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::kaiser_window.beta(int window_length, bool periodic, float beta, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  kaiserWindow(windowLength: number, periodic: boolean, beta: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::kaiser_window.beta_out(int window_length, bool periodic, float beta, *, Tensor(a!) out) -> Tensor(a!)` */
  kaiserWindow(windowLength: number, periodic: boolean, beta: number, options: { out: Tensor }): Tensor;
  /** `aten::kaiser_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)` */
  kaiserWindow(windowLength: number, options: { out: Tensor }): Tensor;
  /** `aten::kaiser_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  kaiserWindow(windowLength: number, periodic: boolean, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::kaiser_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)` */
  kaiserWindow(windowLength: number, periodic: boolean, options: { out: Tensor }): Tensor;
  /** `aten::kl_div(Tensor self, Tensor target, int reduction=1, *, bool log_target=False) -> Tensor` */
  klDiv(self: Tensor, target: Tensor, options?: { reduction?: number | undefined; logTarget?: boolean | undefined }): Tensor;
  /** `aten::kron(Tensor self, Tensor other) -> Tensor` */
  kron(self: Tensor, other: Tensor): Tensor;
  /** `aten::kron.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  kron(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::kthvalue(Tensor self, SymInt k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  kthvalue(self: Tensor, k: number, options?: { dim?: number | undefined; keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::kthvalue.values(Tensor self, SymInt k, int dim=-1, bool keepdim=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  kthvalue(self: Tensor, k: number, options: { dim?: number | undefined; keepdim?: boolean | undefined; values: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::l1_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
  l1Loss(self: Tensor, target: Tensor, options?: { reduction?: number | undefined }): Tensor;
  /** `aten::layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1.0000000000000001e-05, bool cudnn_enable=True) -> Tensor` */
  layerNorm(input: Tensor, normalizedShape: readonly number[], options?: { weight?: Tensor | null | undefined; bias?: Tensor | null | undefined; eps?: number | undefined; cudnnEnable?: boolean | undefined }): Tensor;
  /** `aten::lcm(Tensor self, Tensor other) -> Tensor` */
  lcm(self: Tensor, other: Tensor): Tensor;
  /** `aten::lcm.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  lcm(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::lcm_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  lcm_(self: Tensor, other: Tensor): Tensor;
  /** `aten::ldexp.Tensor(Tensor self, Tensor other) -> Tensor` */
  ldexp(self: Tensor, other: Tensor): Tensor;
  /** `aten::ldexp.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  ldexp(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::ldexp_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  ldexp_(self: Tensor, other: Tensor): Tensor;
  /** `aten::le.Scalar(Tensor self, Scalar other) -> Tensor` */
  le(self: Tensor, other: Scalar): Tensor;
  /** `aten::le.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  le(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::le.Tensor(Tensor self, Tensor other) -> Tensor` */
  le(self: Tensor, other: Tensor): Tensor;
  /** `aten::le.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  le(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::le_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  le_(self: Tensor, other: Scalar): Tensor;
  /** `aten::le_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  le_(self: Tensor, other: Tensor): Tensor;
  /** `aten::leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor` */
  leakyRelu(self: Tensor, options?: { negativeSlope?: Scalar | undefined }): Tensor;
  /** `aten::leaky_relu.out(Tensor self, Scalar negative_slope=0.01, *, Tensor(a!) out) -> Tensor(a!)` */
  leakyRelu(self: Tensor, options: { negativeSlope?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::leaky_relu_(Tensor(a!) self, Scalar negative_slope=0.01) -> Tensor(a!)` */
  leakyRelu_(self: Tensor, options?: { negativeSlope?: Scalar | undefined }): Tensor;
  /** `aten::leaky_relu_backward(Tensor grad_output, Tensor self, Scalar negative_slope, bool self_is_result) -> Tensor` */
  leakyReluBackward(gradOutput: Tensor, self: Tensor, negativeSlope: Scalar, selfIsResult: boolean): Tensor;
  /** `aten::leaky_relu_backward.grad_input(Tensor grad_output, Tensor self, Scalar negative_slope, bool self_is_result, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  leakyReluBackward(gradOutput: Tensor, self: Tensor, negativeSlope: Scalar, selfIsResult: boolean, options: { gradInput: Tensor }): Tensor;
  /** `aten::lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor` */
  lerp(self: Tensor, end: Tensor, weight: Scalar): Tensor;
  /** `aten::lerp.Scalar_out(Tensor self, Tensor end, Scalar weight, *, Tensor(a!) out) -> Tensor(a!)` */
  lerp(self: Tensor, end: Tensor, weight: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor` */
  lerp(self: Tensor, end: Tensor, weight: Tensor): Tensor;
  /** `aten::lerp.Tensor_out(Tensor self, Tensor end, Tensor weight, *, Tensor(a!) out) -> Tensor(a!)` */
  lerp(self: Tensor, end: Tensor, weight: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::lerp_.Scalar(Tensor(a!) self, Tensor end, Scalar weight) -> Tensor(a!)` */
  lerp_(self: Tensor, end: Tensor, weight: Scalar): Tensor;
  /** `aten::lerp_.Tensor(Tensor(a!) self, Tensor end, Tensor weight) -> Tensor(a!)` */
  lerp_(self: Tensor, end: Tensor, weight: Tensor): Tensor;
  /** `aten::less.Scalar(Tensor self, Scalar other) -> Tensor` */
  less(self: Tensor, other: Scalar): Tensor;
  /** `aten::less.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  less(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::less.Tensor(Tensor self, Tensor other) -> Tensor` */
  less(self: Tensor, other: Tensor): Tensor;
  /** `aten::less.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  less(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::less_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  less_(self: Tensor, other: Scalar): Tensor;
  /** `aten::less_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  less_(self: Tensor, other: Tensor): Tensor;
  /** `aten::less_equal.Scalar(Tensor self, Scalar other) -> Tensor` */
  lessEqual(self: Tensor, other: Scalar): Tensor;
  /** `aten::less_equal.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  lessEqual(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::less_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  lessEqual(self: Tensor, other: Tensor): Tensor;
  /** `aten::less_equal.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  lessEqual(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::less_equal_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  lessEqual_(self: Tensor, other: Scalar): Tensor;
  /** `aten::less_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  lessEqual_(self: Tensor, other: Tensor): Tensor;
  /** `aten::lgamma(Tensor self) -> Tensor` */
  lgamma(self: Tensor): Tensor;
  /** `aten::lgamma.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  lgamma(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::lgamma_(Tensor(a!) self) -> Tensor(a!)` */
  lgamma_(self: Tensor): Tensor;
  /** `aten::lift(Tensor self) -> Tensor` */
  lift(self: Tensor): Tensor;
  /** `aten::lift.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  lift(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::lift_fresh(Tensor(a) self) -> Tensor(a)` */
  liftFresh(self: Tensor): Tensor;
  /** `aten::lift_fresh_copy(Tensor self) -> Tensor` */
  liftFreshCopy(self: Tensor): Tensor;
  /** `aten::lift_fresh_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  liftFreshCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::linalg__powsum(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgPowsum(self: Tensor, options?: { ord?: Scalar | undefined; dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::linalg_cholesky(Tensor self, *, bool upper=False) -> Tensor` */
  linalgCholesky(self: Tensor, options?: { upper?: boolean | undefined }): Tensor;
  /** `aten::linalg_cholesky.out(Tensor self, *, bool upper=False, Tensor(a!) out) -> Tensor(a!)` */
  linalgCholesky(self: Tensor, options: { upper?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_cholesky_ex(Tensor self, *, bool upper=False, bool check_errors=False) -> (Tensor L, Tensor info)` */
  linalgCholeskyEx(self: Tensor, options?: { upper?: boolean | undefined; checkErrors?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::linalg_cholesky_ex.L(Tensor self, *, bool upper=False, bool check_errors=False, Tensor(a!) L, Tensor(b!) info) -> (Tensor(a!) L, Tensor(b!) info)` */
  linalgCholeskyEx(self: Tensor, options: { upper?: boolean | undefined; checkErrors?: boolean | undefined; L: Tensor; info: Tensor }): [Tensor, Tensor];
  /** `aten::linalg_cond(Tensor self, Scalar? p=None) -> Tensor` */
  linalgCond(self: Tensor, options?: { p?: Scalar | null | undefined }): Tensor;
  /** `aten::linalg_cond.out(Tensor self, Scalar? p=None, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgCond(self: Tensor, options: { p?: Scalar | null | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_cond.p_str(Tensor self, str p) -> Tensor` */
  linalgCond(self: Tensor, p: string): Tensor;
  /** `aten::linalg_cond.p_str_out(Tensor self, str p, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgCond(self: Tensor, p: string, options: { out: Tensor }): Tensor;
  /** `aten::linalg_cross(Tensor self, Tensor other, *, int dim=-1) -> Tensor` */
  linalgCross(self: Tensor, other: Tensor, options?: { dim?: number | undefined }): Tensor;
  /** `aten::linalg_cross.out(Tensor self, Tensor other, *, int dim=-1, Tensor(a!) out) -> Tensor(a!)` */
  linalgCross(self: Tensor, other: Tensor, options: { dim?: number | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_det(Tensor A) -> Tensor` */
  linalgDet(A: Tensor): Tensor;
  /** `aten::linalg_det.out(Tensor A, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgDet(A: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::linalg_diagonal(Tensor(a) A, *, int offset=0, int dim1=-2, int dim2=-1) -> Tensor(a)` */
  linalgDiagonal(A: Tensor, options?: { offset?: number | undefined; dim1?: number | undefined; dim2?: number | undefined }): Tensor;
  /** `aten::linalg_eig(Tensor self) -> (Tensor eigenvalues, Tensor eigenvectors)` */
  linalgEig(self: Tensor): [Tensor, Tensor];
  /** `aten::linalg_eig.out(Tensor self, *, Tensor(a!) eigenvalues, Tensor(b!) eigenvectors) -> (Tensor(a!) eigenvalues, Tensor(b!) eigenvectors)` */
  linalgEig(self: Tensor, options: { eigenvalues: Tensor; eigenvectors: Tensor }): [Tensor, Tensor];
  /** `aten::linalg_eigh(Tensor self, str UPLO="L") -> (Tensor eigenvalues, Tensor eigenvectors)` */
  linalgEigh(self: Tensor, options?: { UPLO?: string | undefined }): [Tensor, Tensor];
  /** `aten::linalg_eigh.eigvals(Tensor self, str UPLO="L", *, Tensor(a!) eigvals, Tensor(b!) eigvecs) -> (Tensor(a!) eigenvalues, Tensor(b!) eigenvectors)` */
  linalgEigh(self: Tensor, options: { UPLO?: string | undefined; eigvals: Tensor; eigvecs: Tensor }): [Tensor, Tensor];
  /** `aten::linalg_eigvals(Tensor self) -> Tensor` */
  linalgEigvals(self: Tensor): Tensor;
  /** `aten::linalg_eigvals.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgEigvals(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::linalg_eigvalsh(Tensor self, str UPLO="L") -> Tensor` */
  linalgEigvalsh(self: Tensor, options?: { UPLO?: string | undefined }): Tensor;
  /** `aten::linalg_eigvalsh.out(Tensor self, str UPLO="L", *, Tensor(a!) out) -> Tensor(a!)` */
  linalgEigvalsh(self: Tensor, options: { UPLO?: string | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_householder_product(Tensor input, Tensor tau) -> Tensor` */
  linalgHouseholderProduct(input: Tensor, tau: Tensor): Tensor;
  /** `aten::linalg_householder_product.out(Tensor input, Tensor tau, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgHouseholderProduct(input: Tensor, tau: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::linalg_inv(Tensor A) -> Tensor` */
  linalgInv(A: Tensor): Tensor;
  /** `aten::linalg_inv.out(Tensor A, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgInv(A: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::linalg_inv_ex(Tensor A, *, bool check_errors=False) -> (Tensor inverse, Tensor info)` */
  linalgInvEx(A: Tensor, options?: { checkErrors?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::linalg_inv_ex.inverse(Tensor A, *, bool check_errors=False, Tensor(a!) inverse, Tensor(b!) info) -> (Tensor(a!) inverse, Tensor(b!) info)` */
  linalgInvEx(A: Tensor, options: { checkErrors?: boolean | undefined; inverse: Tensor; info: Tensor }): [Tensor, Tensor];
  /** `aten::linalg_ldl_factor(Tensor self, *, bool hermitian=False) -> (Tensor LD, Tensor pivots)` */
  linalgLdlFactor(self: Tensor, options?: { hermitian?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::linalg_ldl_factor.out(Tensor self, *, bool hermitian=False, Tensor(a!) LD, Tensor(b!) pivots) -> (Tensor(a!) LD, Tensor(b!) pivots)` */
  linalgLdlFactor(self: Tensor, options: { hermitian?: boolean | undefined; LD: Tensor; pivots: Tensor }): [Tensor, Tensor];
  /** `aten::linalg_ldl_factor_ex(Tensor self, *, bool hermitian=False, bool check_errors=False) -> (Tensor LD, Tensor pivots, Tensor info)` */
  linalgLdlFactorEx(self: Tensor, options?: { hermitian?: boolean | undefined; checkErrors?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::linalg_ldl_factor_ex.out(Tensor self, *, bool hermitian=False, bool check_errors=False, Tensor(a!) LD, Tensor(b!) pivots, Tensor(c!) info) -> (Tensor(a!) LD, Tensor(b!) pivots, Tensor(c!) info)` */
  linalgLdlFactorEx(self: Tensor, options: { hermitian?: boolean | undefined; checkErrors?: boolean | undefined; LD: Tensor; pivots: Tensor; info: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::linalg_ldl_solve(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False) -> Tensor` */
  linalgLdlSolve(LD: Tensor, pivots: Tensor, B: Tensor, options?: { hermitian?: boolean | undefined }): Tensor;
  /** `aten::linalg_ldl_solve.out(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)` */
  linalgLdlSolve(LD: Tensor, pivots: Tensor, B: Tensor, options: { hermitian?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_lstsq(Tensor self, Tensor b, float? rcond=None, *, str? driver=None) -> (Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values)` */
  linalgLstsq(self: Tensor, b: Tensor, options?: { rcond?: number | null | undefined; driver?: string | null | undefined }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::linalg_lstsq.out(Tensor self, Tensor b, float? rcond=None, *, str? driver=None, Tensor(a!) solution, Tensor(b!) residuals, Tensor(c!) rank, Tensor(d!) singular_values) -> (Tensor(a!) solution, Tensor(b!) residuals, Tensor(c!) rank, Tensor(d!) singular_values)` */
  linalgLstsq(self: Tensor, b: Tensor, options: { rcond?: number | null | undefined; driver?: string | null | undefined; solution: Tensor; residuals: Tensor; rank: Tensor; singularValues: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::linalg_lu(Tensor A, *, bool pivot=True) -> (Tensor P, Tensor L, Tensor U)` */
  linalgLu(A: Tensor, options?: { pivot?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::linalg_lu.out(Tensor A, *, bool pivot=True, Tensor(a!) P, Tensor(b!) L, Tensor(c!) U) -> (Tensor(a!) P, Tensor(b!) L, Tensor(c!) U)` */
  linalgLu(A: Tensor, options: { pivot?: boolean | undefined; P: Tensor; L: Tensor; U: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::linalg_lu_factor(Tensor A, *, bool pivot=True) -> (Tensor LU, Tensor pivots)` */
  linalgLuFactor(A: Tensor, options?: { pivot?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::linalg_lu_factor.out(Tensor A, *, bool pivot=True, Tensor(a!) LU, Tensor(b!) pivots) -> (Tensor(a!) LU, Tensor(b!) pivots)` */
  linalgLuFactor(A: Tensor, options: { pivot?: boolean | undefined; LU: Tensor; pivots: Tensor }): [Tensor, Tensor];
  /** `aten::linalg_lu_factor_ex(Tensor A, *, bool pivot=True, bool check_errors=False) -> (Tensor LU, Tensor pivots, Tensor info)` */
  linalgLuFactorEx(A: Tensor, options?: { pivot?: boolean | undefined; checkErrors?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::linalg_lu_factor_ex.out(Tensor A, *, bool pivot=True, bool check_errors=False, Tensor(a!) LU, Tensor(b!) pivots, Tensor(c!) info) -> (Tensor(a!) LU, Tensor(b!) pivots, Tensor(c!) info)` */
  linalgLuFactorEx(A: Tensor, options: { pivot?: boolean | undefined; checkErrors?: boolean | undefined; LU: Tensor; pivots: Tensor; info: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::linalg_lu_solve(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False) -> Tensor` */
  linalgLuSolve(LU: Tensor, pivots: Tensor, B: Tensor, options?: { left?: boolean | undefined; adjoint?: boolean | undefined }): Tensor;
  /** `aten::linalg_lu_solve.out(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False, Tensor(a!) out) -> Tensor(a!)` */
  linalgLuSolve(LU: Tensor, pivots: Tensor, B: Tensor, options: { left?: boolean | undefined; adjoint?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_matmul(Tensor self, Tensor other) -> Tensor` */
  linalgMatmul(self: Tensor, other: Tensor): Tensor;
  /** `aten::linalg_matmul.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgMatmul(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::linalg_matrix_exp(Tensor self) -> Tensor` */
  linalgMatrixExp(self: Tensor): Tensor;
  /** `aten::linalg_matrix_exp.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgMatrixExp(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::linalg_matrix_norm(Tensor self, Scalar ord, int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgMatrixNorm(self: Tensor, ord: Scalar, options?: { dim?: readonly number[] | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::linalg_matrix_norm.out(Tensor self, Scalar ord, int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  linalgMatrixNorm(self: Tensor, ord: Scalar, options: { dim?: readonly number[] | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_matrix_norm.str_ord(Tensor self, str ord="fro", int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgMatrixNorm(self: Tensor, options?: { ord?: string | undefined; dim?: readonly number[] | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::linalg_matrix_norm.str_ord_out(Tensor self, str ord="fro", int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  linalgMatrixNorm(self: Tensor, options: { ord?: string | undefined; dim?: readonly number[] | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_matrix_power(Tensor self, int n) -> Tensor` */
  linalgMatrixPower(self: Tensor, n: number): Tensor;
  /** `aten::linalg_matrix_power.out(Tensor self, int n, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgMatrixPower(self: Tensor, n: number, options: { out: Tensor }): Tensor;
  /** `aten::linalg_matrix_rank(Tensor self, float tol, bool hermitian=False) -> Tensor` */
  linalgMatrixRank(self: Tensor, tol: number, options?: { hermitian?: boolean | undefined }): Tensor;
  /** `aten::linalg_matrix_rank.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor` */
  linalgMatrixRank(self: Tensor, options?: { atol?: number | null | undefined; rtol?: number | null | undefined; hermitian?: boolean | undefined }): Tensor;
  /** `aten::linalg_matrix_rank.atol_rtol_float_out(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)` */
  linalgMatrixRank(self: Tensor, options: { atol?: number | null | undefined; rtol?: number | null | undefined; hermitian?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_matrix_rank.atol_rtol_tensor(Tensor input, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor` */
  linalgMatrixRank(input: Tensor, options?: { atol?: Tensor | null | undefined; rtol?: Tensor | null | undefined; hermitian?: boolean | undefined }): Tensor;
  /** `aten::linalg_matrix_rank.atol_rtol_tensor_out(Tensor input, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)` */
  linalgMatrixRank(input: Tensor, options: { atol?: Tensor | null | undefined; rtol?: Tensor | null | undefined; hermitian?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_matrix_rank.out(Tensor self, float tol, bool hermitian=False, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgMatrixRank(self: Tensor, tol: number, options: { hermitian?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_matrix_rank.out_tol_tensor(Tensor input, Tensor tol, bool hermitian=False, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgMatrixRank(input: Tensor, tol: Tensor, options: { hermitian?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_matrix_rank.tol_tensor(Tensor input, Tensor tol, bool hermitian=False) -> Tensor` */
  linalgMatrixRank(input: Tensor, tol: Tensor, options?: { hermitian?: boolean | undefined }): Tensor;
  /** `aten::linalg_multi_dot(Tensor[] tensors) -> Tensor` */
  linalgMultiDot(tensors: readonly Tensor[]): Tensor;
  /** `aten::linalg_multi_dot.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgMultiDot(tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
  /** `aten::linalg_norm(Tensor self, Scalar? ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgNorm(self: Tensor, options?: { ord?: Scalar | null | undefined; dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::linalg_norm.ord_str(Tensor self, str ord, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgNorm(self: Tensor, ord: string, options?: { dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::linalg_norm.ord_str_out(Tensor self, str ord, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  linalgNorm(self: Tensor, ord: string, options: { dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_norm.out(Tensor self, Scalar? ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  linalgNorm(self: Tensor, options: { ord?: Scalar | null | undefined; dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_pinv(Tensor self, float rcond, bool hermitian=False) -> Tensor` */
  linalgPinv(self: Tensor, rcond: number, options?: { hermitian?: boolean | undefined }): Tensor;
  /** `aten::linalg_pinv.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor` */
  linalgPinv(self: Tensor, options?: { atol?: number | null | undefined; rtol?: number | null | undefined; hermitian?: boolean | undefined }): Tensor;
  /** `aten::linalg_pinv.atol_rtol_float_out(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)` */
  linalgPinv(self: Tensor, options: { atol?: number | null | undefined; rtol?: number | null | undefined; hermitian?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_pinv.atol_rtol_tensor(Tensor self, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor` */
  linalgPinv(self: Tensor, options?: { atol?: Tensor | null | undefined; rtol?: Tensor | null | undefined; hermitian?: boolean | undefined }): Tensor;
  /** `aten::linalg_pinv.atol_rtol_tensor_out(Tensor self, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)` */
  linalgPinv(self: Tensor, options: { atol?: Tensor | null | undefined; rtol?: Tensor | null | undefined; hermitian?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_pinv.out(Tensor self, float rcond, bool hermitian=False, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgPinv(self: Tensor, rcond: number, options: { hermitian?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_pinv.out_rcond_tensor(Tensor self, Tensor rcond, bool hermitian=False, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgPinv(self: Tensor, rcond: Tensor, options: { hermitian?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_pinv.rcond_tensor(Tensor self, Tensor rcond, bool hermitian=False) -> Tensor` */
  linalgPinv(self: Tensor, rcond: Tensor, options?: { hermitian?: boolean | undefined }): Tensor;
  /** `aten::linalg_qr(Tensor A, str mode="reduced") -> (Tensor Q, Tensor R)` */
  linalgQr(A: Tensor, options?: { mode?: string | undefined }): [Tensor, Tensor];
  /** `aten::linalg_qr.out(Tensor A, str mode="reduced", *, Tensor(a!) Q, Tensor(b!) R) -> (Tensor(a!) Q, Tensor(b!) R)` */
  linalgQr(A: Tensor, options: { mode?: string | undefined; Q: Tensor; R: Tensor }): [Tensor, Tensor];
  /** `aten::linalg_slogdet(Tensor A) -> (Tensor sign, Tensor logabsdet)` */
  linalgSlogdet(A: Tensor): [Tensor, Tensor];
  /** `aten::linalg_slogdet.out(Tensor A, *, Tensor(a!) sign, Tensor(b!) logabsdet) -> (Tensor(a!) sign, Tensor(b!) logabsdet)` */
  linalgSlogdet(A: Tensor, options: { sign: Tensor; logabsdet: Tensor }): [Tensor, Tensor];
  /** `aten::linalg_solve(Tensor A, Tensor B, *, bool left=True) -> Tensor` */
  linalgSolve(A: Tensor, B: Tensor, options?: { left?: boolean | undefined }): Tensor;
  /** `aten::linalg_solve.out(Tensor A, Tensor B, *, bool left=True, Tensor(a!) out) -> Tensor(a!)` */
  linalgSolve(A: Tensor, B: Tensor, options: { left?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False) -> (Tensor result, Tensor info)` */
  linalgSolveEx(A: Tensor, B: Tensor, options?: { left?: boolean | undefined; checkErrors?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::linalg_solve_ex.out(Tensor A, Tensor B, *, bool left=True, bool check_errors=False, Tensor(a!) result, Tensor(b!) info) -> (Tensor(a!) result, Tensor(b!) info)` */
  linalgSolveEx(A: Tensor, B: Tensor, options: { left?: boolean | undefined; checkErrors?: boolean | undefined; result: Tensor; info: Tensor }): [Tensor, Tensor];
  /** `aten::linalg_solve_triangular(Tensor self, Tensor B, *, bool upper, bool left=True, bool unitriangular=False) -> Tensor` */
  linalgSolveTriangular(self: Tensor, B: Tensor, options: { upper: boolean; left?: boolean | undefined; unitriangular?: boolean | undefined }): Tensor;
  /** `aten::linalg_solve_triangular.out(Tensor self, Tensor B, *, bool upper, bool left=True, bool unitriangular=False, Tensor(a!) out) -> Tensor(a!)` */
  linalgSolveTriangular(self: Tensor, B: Tensor, options: { upper: boolean; left?: boolean | undefined; unitriangular?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_svd(Tensor A, bool full_matrices=True, *, str? driver=None) -> (Tensor U, Tensor S, Tensor Vh)` */
  linalgSvd(A: Tensor, options?: { fullMatrices?: boolean | undefined; driver?: string | null | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::linalg_svd.U(Tensor A, bool full_matrices=True, *, str? driver=None, Tensor(a!) U, Tensor(b!) S, Tensor(c!) Vh) -> (Tensor(a!) U, Tensor(b!) S, Tensor(c!) Vh)` */
  linalgSvd(A: Tensor, options: { fullMatrices?: boolean | undefined; driver?: string | null | undefined; U: Tensor; S: Tensor; Vh: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::linalg_svdvals(Tensor A, *, str? driver=None) -> Tensor` */
  linalgSvdvals(A: Tensor, options?: { driver?: string | null | undefined }): Tensor;
  /** `aten::linalg_svdvals.out(Tensor A, *, str? driver=None, Tensor(a!) out) -> Tensor(a!)` */
  linalgSvdvals(A: Tensor, options: { driver?: string | null | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_tensorinv(Tensor self, int ind=2) -> Tensor` */
  linalgTensorinv(self: Tensor, options?: { ind?: number | undefined }): Tensor;
  /** `aten::linalg_tensorinv.out(Tensor self, int ind=2, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgTensorinv(self: Tensor, options: { ind?: number | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_tensorsolve(Tensor self, Tensor other, int[]? dims=None) -> Tensor` */
  linalgTensorsolve(self: Tensor, other: Tensor, options?: { dims?: readonly number[] | null | undefined }): Tensor;
  /** `aten::linalg_tensorsolve.out(Tensor self, Tensor other, int[]? dims=None, *, Tensor(a!) out) -> Tensor(a!)` */
  linalgTensorsolve(self: Tensor, other: Tensor, options: { dims?: readonly number[] | null | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_vander(Tensor x, *, SymInt? N=None) -> Tensor` */
  linalgVander(x: Tensor, options?: { N?: number | null | undefined }): Tensor;
  /** `aten::linalg_vecdot(Tensor x, Tensor y, *, int dim=-1) -> Tensor` */
  linalgVecdot(x: Tensor, y: Tensor, options?: { dim?: number | undefined }): Tensor;
  /** `aten::linalg_vecdot.out(Tensor x, Tensor y, *, int dim=-1, Tensor(a!) out) -> Tensor(a!)` */
  linalgVecdot(x: Tensor, y: Tensor, options: { dim?: number | undefined; out: Tensor }): Tensor;
  /** `aten::linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgVectorNorm(self: Tensor, options?: { ord?: Scalar | undefined; dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::linalg_vector_norm.out(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  linalgVectorNorm(self: Tensor, options: { ord?: Scalar | undefined; dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor` */
  linear(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined }): Tensor;
  /** `aten::linear.out(Tensor input, Tensor weight, Tensor? bias=None, *, Tensor(a!) out) -> Tensor(a!)` */
  linear(input: Tensor, weight: Tensor, options: { bias?: Tensor | null | undefined; out: Tensor }): Tensor;
  /** `aten::linear_backward(Tensor self, Tensor grad_output, Tensor weight, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  linearBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::linear_backward.out(Tensor self, Tensor grad_output, Tensor weight, bool[3] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  linearBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::linspace(Scalar start, Scalar end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  linspace(start: Scalar, end: Scalar, steps: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::linspace.Scalar_Tensor(Scalar start, Tensor end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  linspace(start: Scalar, end: Tensor, steps: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::linspace.Scalar_Tensor_out(Scalar start, Tensor end, int steps, *, Tensor(a!) out) -> Tensor(a!)` */
  linspace(start: Scalar, end: Tensor, steps: number, options: { out: Tensor }): Tensor;
  /** `aten::linspace.Tensor_Scalar(Tensor start, Scalar end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  linspace(start: Tensor, end: Scalar, steps: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::linspace.Tensor_Scalar_out(Tensor start, Scalar end, int steps, *, Tensor(a!) out) -> Tensor(a!)` */
  linspace(start: Tensor, end: Scalar, steps: number, options: { out: Tensor }): Tensor;
  /** `aten::linspace.Tensor_Tensor(Tensor start, Tensor end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  linspace(start: Tensor, end: Tensor, steps: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::linspace.Tensor_Tensor_out(Tensor start, Tensor end, int steps, *, Tensor(a!) out) -> Tensor(a!)` */
  linspace(start: Tensor, end: Tensor, steps: number, options: { out: Tensor }): Tensor;
  /** `aten::linspace.out(Scalar start, Scalar end, int steps, *, Tensor(a!) out) -> Tensor(a!)` */
  linspace(start: Scalar, end: Scalar, steps: number, options: { out: Tensor }): Tensor;
  /** `aten::log(Tensor self) -> Tensor` */
  log(self: Tensor): Tensor;
  /** `aten::log.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  log(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::log10(Tensor self) -> Tensor` */
  log10(self: Tensor): Tensor;
  /** `aten::log10.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  log10(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::log10_(Tensor(a!) self) -> Tensor(a!)` */
  log10_(self: Tensor): Tensor;
  /** `aten::log1p(Tensor self) -> Tensor` */
  log1p(self: Tensor): Tensor;
  /** `aten::log1p.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  log1p(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::log1p_(Tensor(a!) self) -> Tensor(a!)` */
  log1p_(self: Tensor): Tensor;
  /** `aten::log2(Tensor self) -> Tensor` */
  log2(self: Tensor): Tensor;
  /** `aten::log2.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  log2(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::log2_(Tensor(a!) self) -> Tensor(a!)` */
  log2_(self: Tensor): Tensor;
  /** `aten::log_(Tensor(a!) self) -> Tensor(a!)` */
  log_(self: Tensor): Tensor;
  /** `aten::log_normal(Tensor self, float mean=1., float std=2., *, Generator? generator=None) -> Tensor` */
  logNormal(self: Tensor, options?: { mean?: number | undefined; std?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::log_normal.out(Tensor self, float mean=1., float std=2., *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  logNormal(self: Tensor, options: { mean?: number | undefined; std?: number | undefined; generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::log_normal_(Tensor(a!) self, float mean=1., float std=2., *, Generator? generator=None) -> Tensor(a!)` */
  logNormal_(self: Tensor, options?: { mean?: number | undefined; std?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::log_sigmoid(Tensor self) -> Tensor` */
  logSigmoid(self: Tensor): Tensor;
  /** `aten::log_sigmoid.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  logSigmoid(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::log_sigmoid_backward(Tensor grad_output, Tensor self, Tensor buffer) -> Tensor` */
  logSigmoidBackward(gradOutput: Tensor, self: Tensor, buffer: Tensor): Tensor;
  /** `aten::log_sigmoid_backward.grad_input(Tensor grad_output, Tensor self, Tensor buffer, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  logSigmoidBackward(gradOutput: Tensor, self: Tensor, buffer: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::log_sigmoid_forward(Tensor self) -> (Tensor output, Tensor buffer)` */
  logSigmoidForward(self: Tensor): [Tensor, Tensor];
  /** `aten::log_sigmoid_forward.output(Tensor self, *, Tensor(a!) output, Tensor(b!) buffer) -> (Tensor(a!), Tensor(b!))` */
  logSigmoidForward(self: Tensor, options: { output: Tensor; buffer: Tensor }): [Tensor, Tensor];
  /** `aten::log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  logSoftmax(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::log_softmax.int_out(Tensor self, int dim, ScalarType? dtype=None, *, Tensor(a!) out) -> Tensor(a!)` */
  logSoftmax(self: Tensor, dim: number, options: { dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::logaddexp(Tensor self, Tensor other) -> Tensor` */
  logaddexp(self: Tensor, other: Tensor): Tensor;
  /** `aten::logaddexp.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  logaddexp(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::logaddexp2(Tensor self, Tensor other) -> Tensor` */
  logaddexp2(self: Tensor, other: Tensor): Tensor;
  /** `aten::logaddexp2.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  logaddexp2(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::logcumsumexp(Tensor self, int dim) -> Tensor` */
  logcumsumexp(self: Tensor, dim: number): Tensor;
  /** `aten::logcumsumexp.out(Tensor self, int dim, *, Tensor(a!) out) -> Tensor(a!)` */
  logcumsumexp(self: Tensor, dim: number, options: { out: Tensor }): Tensor;
  /** `aten::logdet(Tensor self) -> Tensor` */
  logdet(self: Tensor): Tensor;
  /** `aten::logical_and(Tensor self, Tensor other) -> Tensor` */
  logicalAnd(self: Tensor, other: Tensor): Tensor;
  /** `aten::logical_and.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  logicalAnd(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::logical_and_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  logicalAnd_(self: Tensor, other: Tensor): Tensor;
  /** `aten::logical_not(Tensor self) -> Tensor` */
  logicalNot(self: Tensor): Tensor;
  /** `aten::logical_not.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  logicalNot(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::logical_not_(Tensor(a!) self) -> Tensor(a!)` */
  logicalNot_(self: Tensor): Tensor;
  /** `aten::logical_or(Tensor self, Tensor other) -> Tensor` */
  logicalOr(self: Tensor, other: Tensor): Tensor;
  /** `aten::logical_or.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  logicalOr(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::logical_or_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  logicalOr_(self: Tensor, other: Tensor): Tensor;
  /** `aten::logical_xor(Tensor self, Tensor other) -> Tensor` */
  logicalXor(self: Tensor, other: Tensor): Tensor;
  /** `aten::logical_xor.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  logicalXor(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::logical_xor_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  logicalXor_(self: Tensor, other: Tensor): Tensor;
  /** `aten::logit(Tensor self, float? eps=None) -> Tensor` */
  logit(self: Tensor, options?: { eps?: number | null | undefined }): Tensor;
  /** `aten::logit.out(Tensor self, float? eps=None, *, Tensor(a!) out) -> Tensor(a!)` */
  logit(self: Tensor, options: { eps?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::logit_(Tensor(a!) self, float? eps=None) -> Tensor(a!)` */
  logit_(self: Tensor, options?: { eps?: number | null | undefined }): Tensor;
  /** `aten::logit_backward(Tensor grad_output, Tensor self, float? eps=None) -> Tensor` */
  logitBackward(gradOutput: Tensor, self: Tensor, options?: { eps?: number | null | undefined }): Tensor;
  /** `aten::logit_backward.grad_input(Tensor grad_output, Tensor self, float? eps=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  logitBackward(gradOutput: Tensor, self: Tensor, options: { eps?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::logspace(Scalar start, Scalar end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  logspace(start: Scalar, end: Scalar, steps: number, options?: { base?: number | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::logspace.Scalar_Tensor(Scalar start, Tensor end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  logspace(start: Scalar, end: Tensor, steps: number, options?: { base?: number | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::logspace.Scalar_Tensor_out(Scalar start, Tensor end, int steps, float base=10., *, Tensor(a!) out) -> Tensor(a!)` */
  logspace(start: Scalar, end: Tensor, steps: number, options: { base?: number | undefined; out: Tensor }): Tensor;
  /** `aten::logspace.Tensor_Scalar(Tensor start, Scalar end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  logspace(start: Tensor, end: Scalar, steps: number, options?: { base?: number | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::logspace.Tensor_Scalar_out(Tensor start, Scalar end, int steps, float base=10., *, Tensor(a!) out) -> Tensor(a!)` */
  logspace(start: Tensor, end: Scalar, steps: number, options: { base?: number | undefined; out: Tensor }): Tensor;
  /** `aten::logspace.Tensor_Tensor(Tensor start, Tensor end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  logspace(start: Tensor, end: Tensor, steps: number, options?: { base?: number | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::logspace.Tensor_Tensor_out(Tensor start, Tensor end, int steps, float base=10., *, Tensor(a!) out) -> Tensor(a!)` */
  logspace(start: Tensor, end: Tensor, steps: number, options: { base?: number | undefined; out: Tensor }): Tensor;
  /** `aten::logspace.out(Scalar start, Scalar end, int steps, float base=10., *, Tensor(a!) out) -> Tensor(a!)` */
  logspace(start: Scalar, end: Scalar, steps: number, options: { base?: number | undefined; out: Tensor }): Tensor;
  /** `aten::logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
  logsumexp(self: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean | undefined }): Tensor;
  /** `aten::logsumexp.out(Tensor self, int[1] dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  logsumexp(self: Tensor, dim: number | readonly number[], options: { keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::lstm.data(Tensor data, Tensor batch_sizes, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor, Tensor)` */
  lstm(data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor, Tensor];
  /** `aten::lstm.input(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor, Tensor)` */
  lstm(input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor, Tensor];
  /** `aten::lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> (Tensor, Tensor)` */
  lstmCell(input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, options?: { bIh?: Tensor | null | undefined; bHh?: Tensor | null | undefined }): [Tensor, Tensor];
  /** `aten::lstm_mps_backward(Tensor? grad_y, Tensor? grad_hy, Tensor? grad_cy, Tensor z_state, Tensor cell_state_fwd, Tensor input, Tensor layersOutputs, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor[], Tensor[])` */
  lstmMpsBackward(gradY: Tensor | null, gradHy: Tensor | null, gradCy: Tensor | null, zState: Tensor, cellStateFwd: Tensor, input: Tensor, layersOutputs: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor[], Tensor[]];
  /** `aten::lstm_mps_backward.out(Tensor? grad_y, Tensor? grad_hy, Tensor? grad_cy, Tensor z_state, Tensor cell_state_fwd, Tensor input, Tensor layersOutputs, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first, *, Tensor(a!) out0, Tensor(b!)[] out1, Tensor(c!)[] out2) -> ()` */
  lstmMpsBackward(gradY: Tensor | null, gradHy: Tensor | null, gradCy: Tensor | null, zState: Tensor, cellStateFwd: Tensor, input: Tensor, layersOutputs: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean, options: { out0: Tensor; out1: readonly Tensor[]; out2: readonly Tensor[] }): void;
  /** `aten::lt.Scalar(Tensor self, Scalar other) -> Tensor` */
  lt(self: Tensor, other: Scalar): Tensor;
  /** `aten::lt.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  lt(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::lt.Tensor(Tensor self, Tensor other) -> Tensor` */
  lt(self: Tensor, other: Tensor): Tensor;
  /** `aten::lt.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  lt(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::lt_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  lt_(self: Tensor, other: Scalar): Tensor;
  /** `aten::lt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  lt_(self: Tensor, other: Tensor): Tensor;
  /** `aten::lu_solve(Tensor self, Tensor LU_data, Tensor LU_pivots) -> Tensor` */
  luSolve(self: Tensor, LUData: Tensor, LUPivots: Tensor): Tensor;
  /** `aten::lu_solve.out(Tensor self, Tensor LU_data, Tensor LU_pivots, *, Tensor(a!) out) -> Tensor(a!)` */
  luSolve(self: Tensor, LUData: Tensor, LUPivots: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True) -> (Tensor P, Tensor L, Tensor U)` */
  luUnpack(LUData: Tensor, LUPivots: Tensor, options?: { unpackData?: boolean | undefined; unpackPivots?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::lu_unpack.out(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True, *, Tensor(a!) P, Tensor(b!) L, Tensor(c!) U) -> (Tensor(a!) P, Tensor(b!) L, Tensor(c!) U)` */
  luUnpack(LUData: Tensor, LUPivots: Tensor, options: { unpackData?: boolean | undefined; unpackPivots?: boolean | undefined; P: Tensor; L: Tensor; U: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::mH(Tensor(a) self) -> Tensor(a)` */
  mH(self: Tensor): Tensor;
  /** `aten::mT(Tensor(a) self) -> Tensor(a)` */
  mT(self: Tensor): Tensor;
  /** `aten::margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0., int reduction=1) -> Tensor` */
  marginRankingLoss(input1: Tensor, input2: Tensor, target: Tensor, options?: { margin?: number | undefined; reduction?: number | undefined }): Tensor;
  /** `aten::masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor` */
  maskedFill(self: Tensor, mask: Tensor, value: Scalar): Tensor;
  /** `aten::masked_fill.Scalar_out(Tensor self, Tensor mask, Scalar value, *, Tensor(a!) out) -> Tensor(a!)` */
  maskedFill(self: Tensor, mask: Tensor, value: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor` */
  maskedFill(self: Tensor, mask: Tensor, value: Tensor): Tensor;
  /** `aten::masked_fill.Tensor_out(Tensor self, Tensor mask, Tensor value, *, Tensor(a!) out) -> Tensor(a!)` */
  maskedFill(self: Tensor, mask: Tensor, value: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::masked_fill_.Scalar(Tensor(a!) self, Tensor mask, Scalar value) -> Tensor(a!)` */
  maskedFill_(self: Tensor, mask: Tensor, value: Scalar): Tensor;
  /** `aten::masked_fill_.Tensor(Tensor(a!) self, Tensor mask, Tensor value) -> Tensor(a!)` */
  maskedFill_(self: Tensor, mask: Tensor, value: Tensor): Tensor;
  /** `aten::masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor` */
  maskedScatter(self: Tensor, mask: Tensor, source: Tensor): Tensor;
  /** `aten::masked_scatter.out(Tensor self, Tensor mask, Tensor source, *, Tensor(a!) out) -> Tensor(a!)` */
  maskedScatter(self: Tensor, mask: Tensor, source: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::masked_scatter_(Tensor(a!) self, Tensor mask, Tensor source) -> Tensor(a!)` */
  maskedScatter_(self: Tensor, mask: Tensor, source: Tensor): Tensor;
  /** `aten::masked_scatter_backward(Tensor grad_output, Tensor mask, SymInt[] sizes) -> Tensor` */
  maskedScatterBackward(gradOutput: Tensor, mask: Tensor, sizes: readonly number[]): Tensor;
  /** `aten::masked_select(Tensor self, Tensor mask) -> Tensor` */
  maskedSelect(self: Tensor, mask: Tensor): Tensor;
  /** `aten::masked_select.out(Tensor self, Tensor mask, *, Tensor(a!) out) -> Tensor(a!)` */
  maskedSelect(self: Tensor, mask: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::masked_select_backward(Tensor grad, Tensor input, Tensor mask) -> Tensor` */
  maskedSelectBackward(grad: Tensor, input: Tensor, mask: Tensor): Tensor;
  /** `aten::matmul(Tensor self, Tensor other) -> Tensor` */
  matmul(self: Tensor, other: Tensor): Tensor;
  /** `aten::matmul.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  matmul(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::matmul_backward(Tensor grad, Tensor self, Tensor other, bool[2] mask) -> (Tensor, Tensor)` */
  matmulBackward(grad: Tensor, self: Tensor, other: Tensor, mask: boolean | readonly boolean[]): [Tensor, Tensor];
  /** `aten::matmul_backward.out(Tensor grad, Tensor self, Tensor other, bool[2] mask, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  matmulBackward(grad: Tensor, self: Tensor, other: Tensor, mask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::matrix_H(Tensor(a) self) -> Tensor(a)` */
  matrixH(self: Tensor): Tensor;
  /** `aten::matrix_exp(Tensor self) -> Tensor` */
  matrixExp(self: Tensor): Tensor;
  /** `aten::matrix_exp_backward(Tensor self, Tensor grad) -> Tensor` */
  matrixExpBackward(self: Tensor, grad: Tensor): Tensor;
  /** `aten::matrix_power(Tensor self, int n) -> Tensor` */
  matrixPower(self: Tensor, n: number): Tensor;
  /** `aten::matrix_power.out(Tensor self, int n, *, Tensor(a!) out) -> Tensor(a!)` */
  matrixPower(self: Tensor, n: number, options: { out: Tensor }): Tensor;
  /** `aten::max(Tensor self) -> Tensor` */
  max(self: Tensor): Tensor;
  /** `aten::max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  max(self: Tensor, dim: number, options?: { keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::max.dim_max(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) max, Tensor(b!) max_values) -> (Tensor(a!) values, Tensor(b!) indices)` */
  max(self: Tensor, dim: number, options: { keepdim?: boolean | undefined; max: Tensor; maxValues: Tensor }): [Tensor, Tensor];
  /** `aten::max.other(Tensor self, Tensor other) -> Tensor` */
  max(self: Tensor, other: Tensor): Tensor;
  /** `aten::max.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  max(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::max.unary_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  max(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor` */
  maxPool1d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::max_pool1d_with_indices(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> (Tensor, Tensor)` */
  maxPool1dWithIndices(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
  maxPool2d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::max_pool2d_backward(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
  maxPool2dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::max_pool2d_backward.out(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)` */
  maxPool2dBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::max_pool2d_with_indices(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
  maxPool2dWithIndices(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::max_pool2d_with_indices.out(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False, *, Tensor(a!) out, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))` */
  maxPool2dWithIndices(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::max_pool2d_with_indices_backward(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] stride, int[2] padding, int[2] dilation, bool ceil_mode, Tensor indices) -> Tensor` */
  maxPool2dWithIndicesBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceilMode: boolean, indices: Tensor): Tensor;
  /** `aten::max_pool2d_with_indices_backward.grad_input(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] stride, int[2] padding, int[2] dilation, bool ceil_mode, Tensor indices, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  maxPool2dWithIndicesBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceilMode: boolean, indices: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
  maxPool3d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::max_pool3d_with_indices(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
  maxPool3dWithIndices(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::max_pool3d_with_indices.out(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False, *, Tensor(a!) out, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))` */
  maxPool3dWithIndices(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::max_pool3d_with_indices_backward(Tensor grad_output, Tensor self, int[3] kernel_size, int[3] stride, int[3] padding, int[3] dilation, bool ceil_mode, Tensor indices) -> Tensor` */
  maxPool3dWithIndicesBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceilMode: boolean, indices: Tensor): Tensor;
  /** `aten::max_pool3d_with_indices_backward.grad_input(Tensor grad_output, Tensor self, int[3] kernel_size, int[3] stride, int[3] padding, int[3] dilation, bool ceil_mode, Tensor indices, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  maxPool3dWithIndicesBackward(gradOutput: Tensor, self: Tensor, kernelSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], dilation: number | readonly number[], ceilMode: boolean, indices: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::max_unpool2d(Tensor self, Tensor indices, SymInt[2] output_size) -> Tensor` */
  maxUnpool2d(self: Tensor, indices: Tensor, outputSize: number | readonly number[]): Tensor;
  /** `aten::max_unpool2d.out(Tensor self, Tensor indices, SymInt[2] output_size, *, Tensor(a!) out) -> Tensor(a!)` */
  maxUnpool2d(self: Tensor, indices: Tensor, outputSize: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::max_unpool3d(Tensor self, Tensor indices, SymInt[3] output_size, int[3] stride, int[3] padding) -> Tensor` */
  maxUnpool3d(self: Tensor, indices: Tensor, outputSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[]): Tensor;
  /** `aten::max_unpool3d.out(Tensor self, Tensor indices, SymInt[3] output_size, int[3] stride, int[3] padding, *, Tensor(a!) out) -> Tensor(a!)` */
  maxUnpool3d(self: Tensor, indices: Tensor, outputSize: number | readonly number[], stride: number | readonly number[], padding: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::maximum(Tensor self, Tensor other) -> Tensor` */
  maximum(self: Tensor, other: Tensor): Tensor;
  /** `aten::maximum.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  maximum(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::mean(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  mean(self: Tensor, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  mean(self: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::mean.dtype_out(Tensor self, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  mean(self: Tensor, options: { dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::mean.out(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  mean(self: Tensor, dim: number | readonly number[] | null, options: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::median(Tensor self) -> Tensor` */
  median(self: Tensor): Tensor;
  /** `aten::median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  median(self: Tensor, dim: number, options?: { keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::median.dim_values(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  median(self: Tensor, dim: number, options: { keepdim?: boolean | undefined; values: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::median.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  median(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::meshgrid(Tensor[] tensors) -> Tensor[]` */
  meshgrid(tensors: readonly Tensor[]): Tensor[];
  /** `aten::meshgrid.indexing(Tensor[] tensors, *, str indexing) -> Tensor[]` */
  meshgrid(tensors: readonly Tensor[], options: { indexing: string }): Tensor[];
  /** `aten::min(Tensor self) -> Tensor` */
  min(self: Tensor): Tensor;
  /** `aten::min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  min(self: Tensor, dim: number, options?: { keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::min.dim_min(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) min, Tensor(b!) min_indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  min(self: Tensor, dim: number, options: { keepdim?: boolean | undefined; min: Tensor; minIndices: Tensor }): [Tensor, Tensor];
  /** `aten::min.other(Tensor self, Tensor other) -> Tensor` */
  min(self: Tensor, other: Tensor): Tensor;
  /** `aten::min.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  min(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::min.unary_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  min(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::minimum(Tensor self, Tensor other) -> Tensor` */
  minimum(self: Tensor, other: Tensor): Tensor;
  /** `aten::minimum.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  minimum(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::miopen_batch_norm(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon) -> (Tensor, Tensor, Tensor)` */
  miopenBatchNorm(input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number): [Tensor, Tensor, Tensor];
  /** `aten::miopen_batch_norm.out(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  miopenBatchNorm(input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number, options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::miopen_batch_norm_backward(Tensor input, Tensor grad_output, Tensor weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_var, float epsilon) -> (Tensor, Tensor, Tensor)` */
  miopenBatchNormBackward(input: Tensor, gradOutput: Tensor, weight: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, saveMean: Tensor | null, saveVar: Tensor | null, epsilon: number): [Tensor, Tensor, Tensor];
  /** `aten::miopen_batch_norm_backward.out(Tensor input, Tensor grad_output, Tensor weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_var, float epsilon, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  miopenBatchNormBackward(input: Tensor, gradOutput: Tensor, weight: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, saveMean: Tensor | null, saveVar: Tensor | null, epsilon: number, options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::miopen_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor` */
  miopenConvolution(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean): Tensor;
  /** `aten::miopen_convolution.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, *, Tensor(a!) out) -> Tensor(a!)` */
  miopenConvolution(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, options: { out: Tensor }): Tensor;
  /** `aten::miopen_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
  miopenConvolutionAddRelu(self: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number): Tensor;
  /** `aten::miopen_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
  miopenConvolutionRelu(self: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number): Tensor;
  /** `aten::miopen_convolution_transpose(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor` */
  miopenConvolutionTranspose(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean): Tensor;
  /** `aten::miopen_convolution_transpose.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, *, Tensor(a!) out) -> Tensor(a!)` */
  miopenConvolutionTranspose(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, options: { out: Tensor }): Tensor;
  /** `aten::miopen_ctc_loss(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)` */
  miopenCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], blank: number, deterministic: boolean, zeroInfinity: boolean): [Tensor, Tensor];
  /** `aten::miopen_ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)` */
  miopenCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: number, deterministic: boolean, zeroInfinity: boolean): [Tensor, Tensor];
  /** `aten::miopen_ctc_loss.out(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool deterministic, bool zero_infinity, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  miopenCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], blank: number, deterministic: boolean, zeroInfinity: boolean, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::miopen_depthwise_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor` */
  miopenDepthwiseConvolution(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean): Tensor;
  /** `aten::miopen_depthwise_convolution.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, *, Tensor(a!) out) -> Tensor(a!)` */
  miopenDepthwiseConvolution(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, benchmark: boolean, deterministic: boolean, options: { out: Tensor }): Tensor;
  /** `aten::miopen_rnn(Tensor input, Tensor[] weight, int weight_stride0, Tensor hx, Tensor? cx, int mode, int hidden_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, int[] batch_sizes, Tensor? dropout_state) -> (Tensor, Tensor, Tensor, Tensor, Tensor)` */
  miopenRnn(input: Tensor, weight: readonly Tensor[], weightStride0: number, hx: Tensor, cx: Tensor | null, mode: number, hiddenSize: number, numLayers: number, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState: Tensor | null): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::miopen_rnn.out(Tensor input, Tensor[] weight, int weight_stride0, Tensor hx, Tensor? cx, int mode, int hidden_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, int[] batch_sizes, Tensor? dropout_state, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3, Tensor(e!) out4) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!), Tensor(e!))` */
  miopenRnn(input: Tensor, weight: readonly Tensor[], weightStride0: number, hx: Tensor, cx: Tensor | null, mode: number, hiddenSize: number, numLayers: number, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState: Tensor | null, options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor; out4: Tensor }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::miopen_rnn_backward(Tensor input, Tensor[] weight, int weight_stride0, Tensor weight_buf, Tensor hx, Tensor? cx, Tensor output, Tensor? grad_output, Tensor? grad_hy, Tensor? grad_cy, int mode, int hidden_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, int[] batch_sizes, Tensor? dropout_state, Tensor reserve, bool[4] output_mask) -> (Tensor, Tensor, Tensor, Tensor[])` */
  miopenRnnBackward(input: Tensor, weight: readonly Tensor[], weightStride0: number, weightBuf: Tensor, hx: Tensor, cx: Tensor | null, output: Tensor, gradOutput: Tensor | null, gradHy: Tensor | null, gradCy: Tensor | null, mode: number, hiddenSize: number, numLayers: number, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState: Tensor | null, reserve: Tensor, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor, Tensor[]];
  /** `aten::miopen_rnn_backward.out(Tensor input, Tensor[] weight, int weight_stride0, Tensor weight_buf, Tensor hx, Tensor? cx, Tensor output, Tensor? grad_output, Tensor? grad_hy, Tensor? grad_cy, int mode, int hidden_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, int[] batch_sizes, Tensor? dropout_state, Tensor reserve, bool[4] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!)[] out3) -> ()` */
  miopenRnnBackward(input: Tensor, weight: readonly Tensor[], weightStride0: number, weightBuf: Tensor, hx: Tensor, cx: Tensor | null, output: Tensor, gradOutput: Tensor | null, gradHy: Tensor | null, gradCy: Tensor | null, mode: number, hiddenSize: number, numLayers: number, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState: Tensor | null, reserve: Tensor, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: readonly Tensor[] }): void;
  /** `aten::mish(Tensor self) -> Tensor` */
  mish(self: Tensor): Tensor;
  /** `aten::mish.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  mish(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::mish_(Tensor(a!) self) -> Tensor(a!)` */
  mish_(self: Tensor): Tensor;
  /** `aten::mish_backward(Tensor grad_output, Tensor self) -> Tensor` */
  mishBackward(gradOutput: Tensor, self: Tensor): Tensor;
  /** `aten::mkldnn_adaptive_avg_pool2d(Tensor self, int[2] output_size) -> Tensor` */
  mkldnnAdaptiveAvgPool2d(self: Tensor, outputSize: number | readonly number[]): Tensor;
  /** `aten::mkldnn_adaptive_avg_pool2d.out(Tensor self, int[2] output_size, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnAdaptiveAvgPool2d(self: Tensor, outputSize: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::mkldnn_adaptive_avg_pool2d_backward(Tensor grad_output, Tensor self) -> Tensor` */
  mkldnnAdaptiveAvgPool2dBackward(gradOutput: Tensor, self: Tensor): Tensor;
  /** `aten::mkldnn_adaptive_avg_pool2d_backward.out(Tensor grad_output, Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnAdaptiveAvgPool2dBackward(gradOutput: Tensor, self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::mkldnn_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups) -> Tensor` */
  mkldnnConvolution(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number): Tensor;
  /** `aten::mkldnn_convolution.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnConvolution(self: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, options: { out: Tensor }): Tensor;
  /** `aten::mkldnn_linear(Tensor self, Tensor weight, Tensor? bias=None) -> Tensor` */
  mkldnnLinear(self: Tensor, weight: Tensor, options?: { bias?: Tensor | null | undefined }): Tensor;
  /** `aten::mkldnn_linear.out(Tensor self, Tensor weight, Tensor? bias=None, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnLinear(self: Tensor, weight: Tensor, options: { bias?: Tensor | null | undefined; out: Tensor }): Tensor;
  /** `aten::mkldnn_linear_backward(Tensor self, Tensor grad_output, Tensor weight, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  mkldnnLinearBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::mkldnn_linear_backward.out(Tensor self, Tensor grad_output, Tensor weight, bool[3] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  mkldnnLinearBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::mkldnn_linear_backward_input(int[] input_size, Tensor grad_output, Tensor weight) -> Tensor` */
  mkldnnLinearBackwardInput(inputSize: readonly number[], gradOutput: Tensor, weight: Tensor): Tensor;
  /** `aten::mkldnn_linear_backward_input.out(int[] input_size, Tensor grad_output, Tensor weight, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnLinearBackwardInput(inputSize: readonly number[], gradOutput: Tensor, weight: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::mkldnn_linear_backward_weights(Tensor grad_output, Tensor input, Tensor weight, bool bias_defined) -> (Tensor, Tensor)` */
  mkldnnLinearBackwardWeights(gradOutput: Tensor, input: Tensor, weight: Tensor, biasDefined: boolean): [Tensor, Tensor];
  /** `aten::mkldnn_linear_backward_weights.out(Tensor grad_output, Tensor input, Tensor weight, bool bias_defined, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  mkldnnLinearBackwardWeights(gradOutput: Tensor, input: Tensor, weight: Tensor, biasDefined: boolean, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::mkldnn_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
  mkldnnMaxPool2d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::mkldnn_max_pool2d.out(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnMaxPool2d(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::mkldnn_max_pool2d_backward(Tensor grad_output, Tensor output, Tensor input, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
  mkldnnMaxPool2dBackward(gradOutput: Tensor, output: Tensor, input: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::mkldnn_max_pool2d_backward.out(Tensor grad_output, Tensor output, Tensor input, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnMaxPool2dBackward(gradOutput: Tensor, output: Tensor, input: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::mkldnn_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
  mkldnnMaxPool3d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::mkldnn_max_pool3d.out(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnMaxPool3d(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::mkldnn_max_pool3d_backward(Tensor grad_output, Tensor output, Tensor input, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
  mkldnnMaxPool3dBackward(gradOutput: Tensor, output: Tensor, input: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::mkldnn_max_pool3d_backward.out(Tensor grad_output, Tensor output, Tensor input, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnMaxPool3dBackward(gradOutput: Tensor, output: Tensor, input: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::mkldnn_reorder_conv2d_weight(Tensor self, SymInt[2] padding=[0, 0], SymInt[2] stride=[1, 1], SymInt[2] dilation=[1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor` */
  mkldnnReorderConv2dWeight(self: Tensor, options?: { padding?: number | readonly number[] | undefined; stride?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined; inputSize?: readonly number[] | null | undefined }): Tensor;
  /** `aten::mkldnn_reorder_conv2d_weight.out(Tensor self, SymInt[2] padding=[0, 0], SymInt[2] stride=[1, 1], SymInt[2] dilation=[1, 1], SymInt groups=1, SymInt[]? input_size=None, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnReorderConv2dWeight(self: Tensor, options: { padding?: number | readonly number[] | undefined; stride?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined; inputSize?: readonly number[] | null | undefined; out: Tensor }): Tensor;
  /** `aten::mkldnn_reorder_conv3d_weight(Tensor self, SymInt[3] padding=[0, 0, 0], SymInt[3] stride=[1, 1, 1], SymInt[3] dilation=[1, 1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor` */
  mkldnnReorderConv3dWeight(self: Tensor, options?: { padding?: number | readonly number[] | undefined; stride?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined; inputSize?: readonly number[] | null | undefined }): Tensor;
  /** `aten::mkldnn_reorder_conv3d_weight.out(Tensor self, SymInt[3] padding=[0, 0, 0], SymInt[3] stride=[1, 1, 1], SymInt[3] dilation=[1, 1, 1], SymInt groups=1, SymInt[]? input_size=None, *, Tensor(a!) out) -> Tensor(a!)` */
  mkldnnReorderConv3dWeight(self: Tensor, options: { padding?: number | readonly number[] | undefined; stride?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; groups?: number | undefined; inputSize?: readonly number[] | null | undefined; out: Tensor }): Tensor;
  /** `aten::mkldnn_rnn_layer(Tensor input, Tensor weight0, Tensor weight1, Tensor weight2, Tensor weight3, Tensor hx_, Tensor cx_, bool reverse, int[] batch_sizes, int mode, int hidden_size, int num_layers, bool has_biases, bool bidirectional, bool batch_first, bool train) -> (Tensor, Tensor, Tensor, Tensor)` */
  mkldnnRnnLayer(input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly number[], mode: number, hiddenSize: number, numLayers: number, hasBiases: boolean, bidirectional: boolean, batchFirst: boolean, train: boolean): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::mkldnn_rnn_layer.out(Tensor input, Tensor weight0, Tensor weight1, Tensor weight2, Tensor weight3, Tensor hx_, Tensor cx_, bool reverse, int[] batch_sizes, int mode, int hidden_size, int num_layers, bool has_biases, bool bidirectional, bool batch_first, bool train, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!))` */
  mkldnnRnnLayer(input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly number[], mode: number, hiddenSize: number, numLayers: number, hasBiases: boolean, bidirectional: boolean, batchFirst: boolean, train: boolean, options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor }): [Tensor, Tensor, Tensor, Tensor];
  /** `aten::mkldnn_rnn_layer_backward(Tensor input, Tensor weight1, Tensor weight2, Tensor weight3, Tensor weight4, Tensor hx_, Tensor cx_tmp, Tensor output, Tensor hy_, Tensor cy_, Tensor? grad_output, Tensor? grad_hy, Tensor? grad_cy, bool reverse, int mode, int hidden_size, int num_layers, bool has_biases, bool train, bool bidirectional, int[] batch_sizes, bool batch_first, Tensor workspace) -> (Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)` */
  mkldnnRnnLayerBackward(input: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, weight4: Tensor, hx_: Tensor, cxTmp: Tensor, output: Tensor, hy_: Tensor, cy_: Tensor, gradOutput: Tensor | null, gradHy: Tensor | null, gradCy: Tensor | null, reverse: boolean, mode: number, hiddenSize: number, numLayers: number, hasBiases: boolean, train: boolean, bidirectional: boolean, batchSizes: readonly number[], batchFirst: boolean, workspace: Tensor): [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::mkldnn_rnn_layer_backward.out(Tensor input, Tensor weight1, Tensor weight2, Tensor weight3, Tensor weight4, Tensor hx_, Tensor cx_tmp, Tensor output, Tensor hy_, Tensor cy_, Tensor? grad_output, Tensor? grad_hy, Tensor? grad_cy, bool reverse, int mode, int hidden_size, int num_layers, bool has_biases, bool train, bool bidirectional, int[] batch_sizes, bool batch_first, Tensor workspace, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3, Tensor(e!) out4, Tensor(f!) out5, Tensor(g!) out6) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!), Tensor(e!), Tensor(f!), Tensor(g!))` */
  mkldnnRnnLayerBackward(input: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, weight4: Tensor, hx_: Tensor, cxTmp: Tensor, output: Tensor, hy_: Tensor, cy_: Tensor, gradOutput: Tensor | null, gradHy: Tensor | null, gradCy: Tensor | null, reverse: boolean, mode: number, hiddenSize: number, numLayers: number, hasBiases: boolean, train: boolean, bidirectional: boolean, batchSizes: readonly number[], batchFirst: boolean, workspace: Tensor, options: { out0: Tensor; out1: Tensor; out2: Tensor; out3: Tensor; out4: Tensor; out5: Tensor; out6: Tensor }): [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
  /** `aten::mm(Tensor self, Tensor mat2) -> Tensor` */
  mm(self: Tensor, mat2: Tensor): Tensor;
  /** `aten::mm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor` */
  mm(self: Tensor, mat2: Tensor, outDtype: Dtype): Tensor;
  /** `aten::mm.dtype_out(Tensor self, Tensor mat2, ScalarType out_dtype, *, Tensor(a!) out) -> Tensor(a!)` */
  mm(self: Tensor, mat2: Tensor, outDtype: Dtype, options: { out: Tensor }): Tensor;
  /** `aten::mm.out(Tensor self, Tensor mat2, *, Tensor(a!) out) -> Tensor(a!)` */
  mm(self: Tensor, mat2: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  mode(self: Tensor, options?: { dim?: number | undefined; keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::mode.values(Tensor self, int dim=-1, bool keepdim=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  mode(self: Tensor, options: { dim?: number | undefined; keepdim?: boolean | undefined; values: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
  moveaxis(self: Tensor, source: number, destination: number): Tensor;
  /** `aten::moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
  moveaxis(self: Tensor, source: readonly number[], destination: readonly number[]): Tensor;
  /** `aten::movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
  movedim(self: Tensor, source: number, destination: number): Tensor;
  /** `aten::movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
  movedim(self: Tensor, source: readonly number[], destination: readonly number[]): Tensor;
  /** `aten::mps_convolution_backward(Tensor self, Tensor grad_output, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  mpsConvolutionBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::mps_convolution_backward.out(Tensor self, Tensor grad_output, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool[3] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  mpsConvolutionBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::mps_convolution_transpose_backward(Tensor self, Tensor grad_output, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool[2] output_mask) -> (Tensor, Tensor)` */
  mpsConvolutionTransposeBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, outputMask: boolean | readonly boolean[]): [Tensor, Tensor];
  /** `aten::mps_convolution_transpose_backward.out(Tensor self, Tensor grad_output, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool[2] output_mask, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  mpsConvolutionTransposeBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::mse_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
  mseLoss(self: Tensor, target: Tensor, options?: { reduction?: number | undefined }): Tensor;
  /** `aten::mse_loss.out(Tensor self, Tensor target, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)` */
  mseLoss(self: Tensor, target: Tensor, options: { reduction?: number | undefined; out: Tensor }): Tensor;
  /** `aten::mse_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction) -> Tensor` */
  mseLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number): Tensor;
  /** `aten::mse_loss_backward.grad_input(Tensor grad_output, Tensor self, Tensor target, int reduction, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  mseLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number, options: { gradInput: Tensor }): Tensor;
  /** `aten::msort(Tensor self) -> Tensor` */
  msort(self: Tensor): Tensor;
  /** `aten::msort.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  msort(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::mul.Scalar(Tensor self, Scalar other) -> Tensor` */
  mul(self: Tensor, other: Scalar): Tensor;
  /** `aten::mul.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  mul(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::mul.Tensor(Tensor self, Tensor other) -> Tensor` */
  mul(self: Tensor, other: Tensor): Tensor;
  /** `aten::mul.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  mul(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::mul_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  mul_(self: Tensor, other: Scalar): Tensor;
  /** `aten::mul_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  mul_(self: Tensor, other: Tensor): Tensor;
  /** `aten::multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, int reduction=1) -> Tensor` */
  multiMarginLoss(self: Tensor, target: Tensor, options?: { p?: Scalar | undefined; margin?: Scalar | undefined; weight?: Tensor | null | undefined; reduction?: number | undefined }): Tensor;
  /** `aten::multi_margin_loss.out(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)` */
  multiMarginLoss(self: Tensor, target: Tensor, options: { p?: Scalar | undefined; margin?: Scalar | undefined; weight?: Tensor | null | undefined; reduction?: number | undefined; out: Tensor }): Tensor;
  /** `aten::multi_margin_loss_backward(Tensor grad_output, Tensor self, Tensor target, Scalar p, Scalar margin, Tensor? weight=None, int reduction=1) -> Tensor` */
  multiMarginLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, p: Scalar, margin: Scalar, options?: { weight?: Tensor | null | undefined; reduction?: number | undefined }): Tensor;
  /** `aten::multi_margin_loss_backward.grad_input(Tensor grad_output, Tensor self, Tensor target, Scalar p, Scalar margin, Tensor? weight=None, int reduction=1, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  multiMarginLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, p: Scalar, margin: Scalar, options: { weight?: Tensor | null | undefined; reduction?: number | undefined; gradInput: Tensor }): Tensor;
  /** `aten::multilabel_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
  multilabelMarginLoss(self: Tensor, target: Tensor, options?: { reduction?: number | undefined }): Tensor;
  /** `aten::multilabel_margin_loss.out(Tensor self, Tensor target, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)` */
  multilabelMarginLoss(self: Tensor, target: Tensor, options: { reduction?: number | undefined; out: Tensor }): Tensor;
  /** `aten::multilabel_margin_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction, Tensor is_target) -> Tensor` */
  multilabelMarginLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number, isTarget: Tensor): Tensor;
  /** `aten::multilabel_margin_loss_backward.grad_input(Tensor grad_output, Tensor self, Tensor target, int reduction, Tensor is_target, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  multilabelMarginLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number, isTarget: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::multilabel_margin_loss_forward(Tensor self, Tensor target, int reduction) -> (Tensor output, Tensor is_target)` */
  multilabelMarginLossForward(self: Tensor, target: Tensor, reduction: number): [Tensor, Tensor];
  /** `aten::multilabel_margin_loss_forward.output(Tensor self, Tensor target, int reduction, *, Tensor(a!) output, Tensor(b!) is_target) -> (Tensor(a!), Tensor(b!))` */
  multilabelMarginLossForward(self: Tensor, target: Tensor, reduction: number, options: { output: Tensor; isTarget: Tensor }): [Tensor, Tensor];
  /** `aten::multinomial(Tensor self, SymInt num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor` */
  multinomial(self: Tensor, numSamples: number, options?: { replacement?: boolean | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::multinomial.out(Tensor self, SymInt num_samples, bool replacement=False, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  multinomial(self: Tensor, numSamples: number, options: { replacement?: boolean | undefined; generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::multiply.Scalar(Tensor self, Scalar other) -> Tensor` */
  multiply(self: Tensor, other: Scalar): Tensor;
  /** `aten::multiply.Tensor(Tensor self, Tensor other) -> Tensor` */
  multiply(self: Tensor, other: Tensor): Tensor;
  /** `aten::multiply.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  multiply(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::multiply_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  multiply_(self: Tensor, other: Scalar): Tensor;
  /** `aten::multiply_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  multiply_(self: Tensor, other: Tensor): Tensor;
  /** `aten::mv(Tensor self, Tensor vec) -> Tensor` */
  mv(self: Tensor, vec: Tensor): Tensor;
  /** `aten::mv.out(Tensor self, Tensor vec, *, Tensor(a!) out) -> Tensor(a!)` */
  mv(self: Tensor, vec: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::mvlgamma(Tensor self, int p) -> Tensor` */
  mvlgamma(self: Tensor, p: number): Tensor;
  /** `aten::mvlgamma.out(Tensor self, int p, *, Tensor(a!) out) -> Tensor(a!)` */
  mvlgamma(self: Tensor, p: number, options: { out: Tensor }): Tensor;
  /** `aten::mvlgamma_(Tensor(a!) self, int p) -> Tensor(a!)` */
  mvlgamma_(self: Tensor, p: number): Tensor;
  /** `aten::nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor` */
  nanToNum(self: Tensor, options?: { nan?: number | null | undefined; posinf?: number | null | undefined; neginf?: number | null | undefined }): Tensor;
  /** `aten::nan_to_num.out(Tensor self, float? nan=None, float? posinf=None, float? neginf=None, *, Tensor(a!) out) -> Tensor(a!)` */
  nanToNum(self: Tensor, options: { nan?: number | null | undefined; posinf?: number | null | undefined; neginf?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::nan_to_num_(Tensor(a!) self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor(a!)` */
  nanToNum_(self: Tensor, options?: { nan?: number | null | undefined; posinf?: number | null | undefined; neginf?: number | null | undefined }): Tensor;
  /** `aten::nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  nanmean(self: Tensor, options?: { dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::nanmean.out(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  nanmean(self: Tensor, options: { dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::nanmedian(Tensor self) -> Tensor` */
  nanmedian(self: Tensor): Tensor;
  /** `aten::nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  nanmedian(self: Tensor, dim: number, options?: { keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::nanmedian.dim_values(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  nanmedian(self: Tensor, dim: number, options: { keepdim?: boolean | undefined; values: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::nanmedian.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  nanmedian(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
  nanquantile(self: Tensor, q: Tensor, options?: { dim?: number | null | undefined; keepdim?: boolean | undefined; interpolation?: string | undefined }): Tensor;
  /** `aten::nanquantile.out(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear", Tensor(a!) out) -> Tensor(a!)` */
  nanquantile(self: Tensor, q: Tensor, options: { dim?: number | null | undefined; keepdim?: boolean | undefined; interpolation?: string | undefined; out: Tensor }): Tensor;
  /** `aten::nanquantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
  nanquantile(self: Tensor, q: number, options?: { dim?: number | null | undefined; keepdim?: boolean | undefined; interpolation?: string | undefined }): Tensor;
  /** `aten::nanquantile.scalar_out(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear", Tensor(a!) out) -> Tensor(a!)` */
  nanquantile(self: Tensor, q: number, options: { dim?: number | null | undefined; keepdim?: boolean | undefined; interpolation?: string | undefined; out: Tensor }): Tensor;
  /** `aten::nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  nansum(self: Tensor, options?: { dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::nansum.out(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  nansum(self: Tensor, options: { dim?: number | readonly number[] | null | undefined; keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::narrow(Tensor(a) self, int dim, SymInt start, SymInt length) -> Tensor(a)` */
  narrow(self: Tensor, dim: number, start: number, length: number): Tensor;
  /** `aten::narrow.Tensor(Tensor(a) self, int dim, Tensor start, SymInt length) -> Tensor(a)` */
  narrow(self: Tensor, dim: number, start: Tensor, length: number): Tensor;
  /** `aten::narrow_copy(Tensor self, int dim, SymInt start, SymInt length) -> Tensor` */
  narrowCopy(self: Tensor, dim: number, start: number, length: number): Tensor;
  /** `aten::narrow_copy.out(Tensor self, int dim, SymInt start, SymInt length, *, Tensor(a!) out) -> Tensor(a!)` */
  narrowCopy(self: Tensor, dim: number, start: number, length: number, options: { out: Tensor }): Tensor;
  /** `aten::native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor)` */
  nativeBatchNorm(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number): [Tensor, Tensor, Tensor];
  /** `aten::native_batch_norm.out(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, *, Tensor(a!) out, Tensor(b!) save_mean, Tensor(c!) save_invstd) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  nativeBatchNorm(input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number, options: { out: Tensor; saveMean: Tensor; saveInvstd: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::native_batch_norm_backward(Tensor grad_out, Tensor input, Tensor? weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_invstd, bool train, float eps, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  nativeBatchNormBackward(gradOut: Tensor, input: Tensor, weight: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, saveMean: Tensor | null, saveInvstd: Tensor | null, train: boolean, eps: number, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::native_batch_norm_backward.out(Tensor grad_out, Tensor input, Tensor? weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_invstd, bool train, float eps, bool[3] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  nativeBatchNormBackward(gradOut: Tensor, input: Tensor, weight: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, saveMean: Tensor | null, saveInvstd: Tensor | null, train: boolean, eps: number, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::native_channel_shuffle(Tensor self, SymInt groups) -> Tensor` */
  nativeChannelShuffle(self: Tensor, groups: number): Tensor;
  /** `aten::native_dropout(Tensor input, float p, bool? train) -> (Tensor, Tensor)` */
  nativeDropout(input: Tensor, p: number, train: boolean | null): [Tensor, Tensor];
  /** `aten::native_dropout.out(Tensor input, float p, bool? train, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  nativeDropout(input: Tensor, p: number, train: boolean | null, options: { out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::native_dropout_backward(Tensor grad_output, Tensor mask, float scale) -> Tensor` */
  nativeDropoutBackward(gradOutput: Tensor, mask: Tensor, scale: number): Tensor;
  /** `aten::native_dropout_backward.out(Tensor grad_output, Tensor mask, float scale, *, Tensor(a!) out) -> Tensor(a!)` */
  nativeDropoutBackward(gradOutput: Tensor, mask: Tensor, scale: number, options: { out: Tensor }): Tensor;
  /** `aten::native_group_norm(Tensor input, Tensor? weight, Tensor? bias, SymInt N, SymInt C, SymInt HxW, int group, float eps) -> (Tensor, Tensor, Tensor)` */
  nativeGroupNorm(input: Tensor, weight: Tensor | null, bias: Tensor | null, N: number, C: number, HxW: number, group: number, eps: number): [Tensor, Tensor, Tensor];
  /** `aten::native_group_norm.out(Tensor input, Tensor? weight, Tensor? bias, SymInt N, SymInt C, SymInt HxW, int group, float eps, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  nativeGroupNorm(input: Tensor, weight: Tensor | null, bias: Tensor | null, N: number, C: number, HxW: number, group: number, eps: number, options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::native_group_norm_backward(Tensor grad_out, Tensor input, Tensor mean, Tensor rstd, Tensor? weight, SymInt N, SymInt C, SymInt HxW, int group, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  nativeGroupNormBackward(gradOut: Tensor, input: Tensor, mean: Tensor, rstd: Tensor, weight: Tensor | null, N: number, C: number, HxW: number, group: number, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::native_group_norm_backward.out(Tensor grad_out, Tensor input, Tensor mean, Tensor rstd, Tensor? weight, SymInt N, SymInt C, SymInt HxW, int group, bool[3] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  nativeGroupNormBackward(gradOut: Tensor, input: Tensor, mean: Tensor, rstd: Tensor, weight: Tensor | null, N: number, C: number, HxW: number, group: number, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::native_layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight, Tensor? bias, float eps) -> (Tensor, Tensor, Tensor)` */
  nativeLayerNorm(input: Tensor, normalizedShape: readonly number[], weight: Tensor | null, bias: Tensor | null, eps: number): [Tensor, Tensor, Tensor];
  /** `aten::native_layer_norm.out(Tensor input, SymInt[] normalized_shape, Tensor? weight, Tensor? bias, float eps, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  nativeLayerNorm(input: Tensor, normalizedShape: readonly number[], weight: Tensor | null, bias: Tensor | null, eps: number, options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::native_layer_norm_backward(Tensor grad_out, Tensor input, SymInt[] normalized_shape, Tensor mean, Tensor rstd, Tensor? weight, Tensor? bias, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  nativeLayerNormBackward(gradOut: Tensor, input: Tensor, normalizedShape: readonly number[], mean: Tensor, rstd: Tensor, weight: Tensor | null, bias: Tensor | null, outputMask: boolean | readonly boolean[]): [Tensor, Tensor, Tensor];
  /** `aten::native_layer_norm_backward.out(Tensor grad_out, Tensor input, SymInt[] normalized_shape, Tensor mean, Tensor rstd, Tensor? weight, Tensor? bias, bool[3] output_mask, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  nativeLayerNormBackward(gradOut: Tensor, input: Tensor, normalizedShape: readonly number[], mean: Tensor, rstd: Tensor, weight: Tensor | null, bias: Tensor | null, outputMask: boolean | readonly boolean[], options: { out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::native_norm(Tensor self, Scalar p=2) -> Tensor` */
  nativeNorm(self: Tensor, options?: { p?: Scalar | undefined }): Tensor;
  /** `aten::native_norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, ScalarType? dtype) -> Tensor` */
  nativeNorm(self: Tensor, p: Scalar | null, dim: number | readonly number[], keepdim: boolean, dtype: Dtype | null): Tensor;
  /** `aten::native_norm.ScalarOpt_dim_dtype_out(Tensor self, Scalar? p, int[1] dim, bool keepdim, ScalarType? dtype, *, Tensor(a!) out) -> Tensor(a!)` */
  nativeNorm(self: Tensor, p: Scalar | null, dim: number | readonly number[], keepdim: boolean, dtype: Dtype | null, options: { out: Tensor }): Tensor;
  /** `aten::native_norm.out(Tensor self, Scalar p=2, *, Tensor(a!) out) -> Tensor(a!)` */
  nativeNorm(self: Tensor, options: { p?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::ne.Scalar(Tensor self, Scalar other) -> Tensor` */
  ne(self: Tensor, other: Scalar): Tensor;
  /** `aten::ne.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  ne(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::ne.Tensor(Tensor self, Tensor other) -> Tensor` */
  ne(self: Tensor, other: Tensor): Tensor;
  /** `aten::ne.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  ne(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::ne_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  ne_(self: Tensor, other: Scalar): Tensor;
  /** `aten::ne_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  ne_(self: Tensor, other: Tensor): Tensor;
  /** `aten::neg(Tensor self) -> Tensor` */
  neg(self: Tensor): Tensor;
  /** `aten::neg.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  neg(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::neg_(Tensor(a!) self) -> Tensor(a!)` */
  neg_(self: Tensor): Tensor;
  /** `aten::negative(Tensor self) -> Tensor` */
  negative(self: Tensor): Tensor;
  /** `aten::negative.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  negative(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::negative_(Tensor(a!) self) -> Tensor(a!)` */
  negative_(self: Tensor): Tensor;
  /** `aten::nested_to_padded_tensor(Tensor self, float padding, int[]? output_size=None) -> Tensor` */
  nestedToPaddedTensor(self: Tensor, padding: number, options?: { outputSize?: readonly number[] | null | undefined }): Tensor;
  /** `aten::new_empty(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newEmpty(self: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::new_empty.out(Tensor self, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  newEmpty(self: Tensor, size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::new_empty_strided(Tensor self, SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newEmptyStrided(self: Tensor, size: readonly number[], stride: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::new_empty_strided.out(Tensor self, SymInt[] size, SymInt[] stride, *, Tensor(a!) out) -> Tensor(a!)` */
  newEmptyStrided(self: Tensor, size: readonly number[], stride: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::new_full(Tensor self, SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newFull(self: Tensor, size: readonly number[], fillValue: Scalar, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::new_full.out(Tensor self, SymInt[] size, Scalar fill_value, *, Tensor(a!) out) -> Tensor(a!)` */
  newFull(self: Tensor, size: readonly number[], fillValue: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::new_ones(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newOnes(self: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::new_ones.out(Tensor self, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  newOnes(self: Tensor, size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::new_zeros(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newZeros(self: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::new_zeros.out(Tensor self, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  newZeros(self: Tensor, size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::nextafter(Tensor self, Tensor other) -> Tensor` */
  nextafter(self: Tensor, other: Tensor): Tensor;
  /** `aten::nextafter.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  nextafter(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::nextafter_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  nextafter_(self: Tensor, other: Tensor): Tensor;
  /** `aten::nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor` */
  nllLoss(self: Tensor, target: Tensor, options?: { weight?: Tensor | null | undefined; reduction?: number | undefined; ignoreIndex?: number | undefined }): Tensor;
  /** `aten::nll_loss.out(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100, *, Tensor(a!) out) -> Tensor(a!)` */
  nllLoss(self: Tensor, target: Tensor, options: { weight?: Tensor | null | undefined; reduction?: number | undefined; ignoreIndex?: number | undefined; out: Tensor }): Tensor;
  /** `aten::nll_loss2d(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor` */
  nllLoss2d(self: Tensor, target: Tensor, options?: { weight?: Tensor | null | undefined; reduction?: number | undefined; ignoreIndex?: number | undefined }): Tensor;
  /** `aten::nll_loss2d.out(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100, *, Tensor(a!) out) -> Tensor(a!)` */
  nllLoss2d(self: Tensor, target: Tensor, options: { weight?: Tensor | null | undefined; reduction?: number | undefined; ignoreIndex?: number | undefined; out: Tensor }): Tensor;
  /** `aten::nll_loss2d_backward(Tensor grad_output, Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index, Tensor total_weight) -> Tensor` */
  nllLoss2dBackward(gradOutput: Tensor, self: Tensor, target: Tensor, weight: Tensor | null, reduction: number, ignoreIndex: number, totalWeight: Tensor): Tensor;
  /** `aten::nll_loss2d_backward.grad_input(Tensor grad_output, Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index, Tensor total_weight, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  nllLoss2dBackward(gradOutput: Tensor, self: Tensor, target: Tensor, weight: Tensor | null, reduction: number, ignoreIndex: number, totalWeight: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::nll_loss2d_forward(Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index) -> (Tensor output, Tensor total_weight)` */
  nllLoss2dForward(self: Tensor, target: Tensor, weight: Tensor | null, reduction: number, ignoreIndex: number): [Tensor, Tensor];
  /** `aten::nll_loss2d_forward.output(Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index, *, Tensor(a!) output, Tensor(b!) total_weight) -> (Tensor(a!), Tensor(b!))` */
  nllLoss2dForward(self: Tensor, target: Tensor, weight: Tensor | null, reduction: number, ignoreIndex: number, options: { output: Tensor; totalWeight: Tensor }): [Tensor, Tensor];
  /** `aten::nll_loss_backward(Tensor grad_output, Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index, Tensor total_weight) -> Tensor` */
  nllLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, weight: Tensor | null, reduction: number, ignoreIndex: number, totalWeight: Tensor): Tensor;
  /** `aten::nll_loss_backward.grad_input(Tensor grad_output, Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index, Tensor total_weight, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  nllLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, weight: Tensor | null, reduction: number, ignoreIndex: number, totalWeight: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::nll_loss_forward(Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index) -> (Tensor output, Tensor total_weight)` */
  nllLossForward(self: Tensor, target: Tensor, weight: Tensor | null, reduction: number, ignoreIndex: number): [Tensor, Tensor];
  /** `aten::nll_loss_forward.output(Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index, *, Tensor(a!) output, Tensor(b!) total_weight) -> (Tensor(a!), Tensor(b!))` */
  nllLossForward(self: Tensor, target: Tensor, weight: Tensor | null, reduction: number, ignoreIndex: number, options: { output: Tensor; totalWeight: Tensor }): [Tensor, Tensor];
  /** `aten::nll_loss_nd(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor` */
  nllLossNd(self: Tensor, target: Tensor, options?: { weight?: Tensor | null | undefined; reduction?: number | undefined; ignoreIndex?: number | undefined }): Tensor;
  /** `aten::nonzero(Tensor self) -> Tensor` */
  nonzero(self: Tensor): Tensor;
  /** `aten::nonzero.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  nonzero(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::nonzero_numpy(Tensor self) -> Tensor[]` */
  nonzeroNumpy(self: Tensor): Tensor[];
  /** `aten::nonzero_static(Tensor self, *, SymInt size, int fill_value=-1) -> Tensor` */
  nonzeroStatic(self: Tensor, options: { size: number; fillValue?: number | undefined }): Tensor;
  /** `aten::nonzero_static.out(Tensor self, *, SymInt size, int fill_value=-1, Tensor(a!) out) -> Tensor(a!)` */
  nonzeroStatic(self: Tensor, options: { size: number; fillValue?: number | undefined; out: Tensor }): Tensor;
  /** `aten::norm.Scalar(Tensor self, Scalar p=2) -> Tensor` */
  norm(self: Tensor, options?: { p?: Scalar | undefined }): Tensor;
  /** `aten::norm.ScalarOpt_dim(Tensor self, Scalar? p, int[1] dim, bool keepdim=False) -> Tensor` */
  norm(self: Tensor, p: Scalar | null, dim: number | readonly number[], options?: { keepdim?: boolean | undefined }): Tensor;
  /** `aten::norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, *, ScalarType dtype) -> Tensor` */
  norm(self: Tensor, p: Scalar | null, dim: number | readonly number[], keepdim: boolean, options: { dtype: Dtype }): Tensor;
  /** `aten::norm.ScalarOpt_dtype(Tensor self, Scalar? p, *, ScalarType dtype) -> Tensor` */
  norm(self: Tensor, p: Scalar | null, options: { dtype: Dtype }): Tensor;
  /** `aten::norm.ScalarOpt_dtype_out(Tensor self, Scalar? p, *, ScalarType dtype, Tensor(a!) out) -> Tensor(a!)` */
  norm(self: Tensor, p: Scalar | null, options: { dtype: Dtype; out: Tensor }): Tensor;
  /** `aten::norm.Scalar_out(Tensor self, Scalar p=2, *, Tensor(a!) out) -> Tensor(a!)` */
  norm(self: Tensor, options: { p?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::norm.dtype_out(Tensor self, Scalar? p, int[1] dim, bool keepdim, *, ScalarType dtype, Tensor(a!) out) -> Tensor(a!)` */
  norm(self: Tensor, p: Scalar | null, dim: number | readonly number[], keepdim: boolean, options: { dtype: Dtype; out: Tensor }): Tensor;
  /** `aten::norm.out(Tensor self, Scalar? p, int[1] dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  norm(self: Tensor, p: Scalar | null, dim: number | readonly number[], options: { keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::norm_except_dim(Tensor v, int pow=2, int dim=0) -> Tensor` */
  normExceptDim(v: Tensor, options?: { pow?: number | undefined; dim?: number | undefined }): Tensor;
  /** `aten::normal.Tensor_Tensor(Tensor mean, Tensor std, *, Generator? generator=None) -> Tensor` */
  normal(mean: Tensor, std: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::normal.Tensor_Tensor_out(Tensor mean, Tensor std, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  normal(mean: Tensor, std: Tensor, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::normal.Tensor_float(Tensor mean, float std=1., *, Generator? generator=None) -> Tensor` */
  normal(mean: Tensor, options?: { std?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::normal.Tensor_float_out(Tensor mean, float std=1., *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  normal(mean: Tensor, options: { std?: number | undefined; generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::normal.float_Tensor(float mean, Tensor std, *, Generator? generator=None) -> Tensor` */
  normal(mean: number, std: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::normal.float_Tensor_out(float mean, Tensor std, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  normal(mean: number, std: Tensor, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::normal.float_float(float mean, float std, SymInt[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  normal(mean: number, std: number, size: readonly number[], options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::normal.float_float_out(float mean, float std, SymInt[] size, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  normal(mean: number, std: number, size: readonly number[], options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::normal.out(Tensor self, float mean=0., float std=1., *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  normal(self: Tensor, options: { mean?: number | undefined; std?: number | undefined; generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::normal_(Tensor(a!) self, float mean=0., float std=1., *, Generator? generator=None) -> Tensor(a!)` */
  normal_(self: Tensor, options?: { mean?: number | undefined; std?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::normal_functional(Tensor self, float mean=0., float std=1., *, Generator? generator=None) -> Tensor` */
  normalFunctional(self: Tensor, options?: { mean?: number | undefined; std?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::not_equal.Scalar(Tensor self, Scalar other) -> Tensor` */
  notEqual(self: Tensor, other: Scalar): Tensor;
  /** `aten::not_equal.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  notEqual(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::not_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  notEqual(self: Tensor, other: Tensor): Tensor;
  /** `aten::not_equal.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  notEqual(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::not_equal_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  notEqual_(self: Tensor, other: Scalar): Tensor;
  /** `aten::not_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  notEqual_(self: Tensor, other: Tensor): Tensor;
  /** `aten::nuclear_norm(Tensor self, bool keepdim=False) -> Tensor` */
  nuclearNorm(self: Tensor, options?: { keepdim?: boolean | undefined }): Tensor;
  /** `aten::nuclear_norm.dim(Tensor self, int[2] dim, bool keepdim=False) -> Tensor` */
  nuclearNorm(self: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean | undefined }): Tensor;
  /** `aten::nuclear_norm.dim_out(Tensor self, int[2] dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  nuclearNorm(self: Tensor, dim: number | readonly number[], options: { keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::nuclear_norm.out(Tensor self, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  nuclearNorm(self: Tensor, options: { keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::numel(Tensor self) -> int` */
  numel(self: Tensor): number;
  /** `aten::numpy_T(Tensor(a) self) -> Tensor(a)` */
  numpyT(self: Tensor): Tensor;
  /** `aten::one_hot(Tensor self, int num_classes=-1) -> Tensor` */
  oneHot(self: Tensor, options?: { numClasses?: number | undefined }): Tensor;
  /** `aten::ones(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  ones(size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::ones.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  ones(size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  onesLike(self: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::ones_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  onesLike(self: Tensor, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::orgqr(Tensor self, Tensor input2) -> Tensor` */
  orgqr(self: Tensor, input2: Tensor): Tensor;
  /** `aten::orgqr.out(Tensor self, Tensor input2, *, Tensor(a!) out) -> Tensor(a!)` */
  orgqr(self: Tensor, input2: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::ormqr(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False) -> Tensor` */
  ormqr(self: Tensor, input2: Tensor, input3: Tensor, options?: { left?: boolean | undefined; transpose?: boolean | undefined }): Tensor;
  /** `aten::ormqr.out(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False, *, Tensor(a!) out) -> Tensor(a!)` */
  ormqr(self: Tensor, input2: Tensor, input3: Tensor, options: { left?: boolean | undefined; transpose?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::outer(Tensor self, Tensor vec2) -> Tensor` */
  outer(self: Tensor, vec2: Tensor): Tensor;
  /** `aten::outer.out(Tensor self, Tensor vec2, *, Tensor(a!) out) -> Tensor(a!)` */
  outer(self: Tensor, vec2: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::output_nr(Tensor self) -> int` */
  outputNr(self: Tensor): number;
  /** `aten::pad(Tensor self, SymInt[] pad, str mode="constant", float? value=None) -> Tensor` */
  pad(self: Tensor, pad: readonly number[], options?: { mode?: string | undefined; value?: number | null | undefined }): Tensor;
  /** `aten::pad_sequence(Tensor[] sequences, bool batch_first=False, float padding_value=0., str padding_side="right") -> Tensor` */
  padSequence(sequences: readonly Tensor[], options?: { batchFirst?: boolean | undefined; paddingValue?: number | undefined; paddingSide?: string | undefined }): Tensor;
  /** `aten::pairwise_distance(Tensor x1, Tensor x2, float p=2., float eps=9.9999999999999995e-07, bool keepdim=False) -> Tensor` */
  pairwiseDistance(x1: Tensor, x2: Tensor, options?: { p?: number | undefined; eps?: number | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::pdist(Tensor self, float p=2.) -> Tensor` */
  pdist(self: Tensor, options?: { p?: number | undefined }): Tensor;
  /** `aten::permute(Tensor(a) self, int[] dims) -> Tensor(a)` */
  permute(self: Tensor, dims: readonly number[]): Tensor;
  /** `aten::permute_copy(Tensor self, int[] dims) -> Tensor` */
  permuteCopy(self: Tensor, dims: readonly number[]): Tensor;
  /** `aten::permute_copy.out(Tensor self, int[] dims, *, Tensor(a!) out) -> Tensor(a!)` */
  permuteCopy(self: Tensor, dims: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::pin_memory(Tensor(a) self, Device? device=None) -> Tensor(a)` */
  pinMemory(self: Tensor, options?: { device?: Device | null | undefined }): Tensor;
  /** `aten::pinverse(Tensor self, float rcond=1.0000000000000001e-15) -> Tensor` */
  pinverse(self: Tensor, options?: { rcond?: number | undefined }): Tensor;
  /** `aten::pixel_shuffle(Tensor self, int upscale_factor) -> Tensor` */
  pixelShuffle(self: Tensor, upscaleFactor: number): Tensor;
  /** `aten::pixel_shuffle.out(Tensor self, int upscale_factor, *, Tensor(a!) out) -> Tensor(a!)` */
  pixelShuffle(self: Tensor, upscaleFactor: number, options: { out: Tensor }): Tensor;
  /** `aten::pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor` */
  pixelUnshuffle(self: Tensor, downscaleFactor: number): Tensor;
  /** `aten::pixel_unshuffle.out(Tensor self, int downscale_factor, *, Tensor(a!) out) -> Tensor(a!)` */
  pixelUnshuffle(self: Tensor, downscaleFactor: number, options: { out: Tensor }): Tensor;
  /** `aten::poisson(Tensor self, Generator? generator=None) -> Tensor` */
  poisson(self: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::poisson.out(Tensor self, Generator? generator=None, *, Tensor(a!) out) -> Tensor(a!)` */
  poisson(self: Tensor, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::poisson_nll_loss(Tensor input, Tensor target, bool log_input, bool full, float eps, int reduction) -> Tensor` */
  poissonNllLoss(input: Tensor, target: Tensor, logInput: boolean, full: boolean, eps: number, reduction: number): Tensor;
  /** `aten::polar(Tensor abs, Tensor angle) -> Tensor` */
  polar(abs: Tensor, angle: Tensor): Tensor;
  /** `aten::polar.out(Tensor abs, Tensor angle, *, Tensor(a!) out) -> Tensor(a!)` */
  polar(abs: Tensor, angle: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::polygamma(int n, Tensor self) -> Tensor` */
  polygamma(n: number, self: Tensor): Tensor;
  /** `aten::polygamma.out(int n, Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  polygamma(n: number, self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::polygamma_(Tensor(a!) self, int n) -> Tensor(a!)` */
  polygamma_(self: Tensor, n: number): Tensor;
  /** `aten::positive(Tensor(a) self) -> Tensor(a)` */
  positive(self: Tensor): Tensor;
  /** `aten::pow.Scalar(Scalar self, Tensor exponent) -> Tensor` */
  pow(self: Scalar, exponent: Tensor): Tensor;
  /** `aten::pow.Scalar_out(Scalar self, Tensor exponent, *, Tensor(a!) out) -> Tensor(a!)` */
  pow(self: Scalar, exponent: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor` */
  pow(self: Tensor, exponent: Scalar): Tensor;
  /** `aten::pow.Tensor_Scalar_out(Tensor self, Scalar exponent, *, Tensor(a!) out) -> Tensor(a!)` */
  pow(self: Tensor, exponent: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
  pow(self: Tensor, exponent: Tensor): Tensor;
  /** `aten::pow.Tensor_Tensor_out(Tensor self, Tensor exponent, *, Tensor(a!) out) -> Tensor(a!)` */
  pow(self: Tensor, exponent: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::pow_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)` */
  pow_(self: Tensor, exponent: Scalar): Tensor;
  /** `aten::pow_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)` */
  pow_(self: Tensor, exponent: Tensor): Tensor;
  /** `aten::prelu(Tensor self, Tensor weight) -> Tensor` */
  prelu(self: Tensor, weight: Tensor): Tensor;
  /** `aten::prod(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  prod(self: Tensor, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  prod(self: Tensor, dim: number, options?: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::prod.int_out(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  prod(self: Tensor, dim: number, options: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::prod.out(Tensor self, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  prod(self: Tensor, options: { dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::promote_types(ScalarType type1, ScalarType type2) -> ScalarType` */
  promoteTypes(type1: Dtype, type2: Dtype): Dtype;
  /** `aten::put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor` */
  put(self: Tensor, index: Tensor, source: Tensor, options?: { accumulate?: boolean | undefined }): Tensor;
  /** `aten::put.out(Tensor self, Tensor index, Tensor source, bool accumulate=False, *, Tensor(a!) out) -> Tensor(a!)` */
  put(self: Tensor, index: Tensor, source: Tensor, options: { accumulate?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::put_(Tensor(a!) self, Tensor index, Tensor source, bool accumulate=False) -> Tensor(a!)` */
  put_(self: Tensor, index: Tensor, source: Tensor, options?: { accumulate?: boolean | undefined }): Tensor;
  /** `aten::q_per_channel_axis(Tensor self) -> int` */
  qPerChannelAxis(self: Tensor): number;
  /** `aten::q_per_channel_scales(Tensor self) -> Tensor` */
  qPerChannelScales(self: Tensor): Tensor;
  /** `aten::q_per_channel_scales.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  qPerChannelScales(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::q_per_channel_zero_points(Tensor self) -> Tensor` */
  qPerChannelZeroPoints(self: Tensor): Tensor;
  /** `aten::q_per_channel_zero_points.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  qPerChannelZeroPoints(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::q_scale(Tensor self) -> float` */
  qScale(self: Tensor): number;
  /** `aten::q_zero_point(Tensor self) -> int` */
  qZeroPoint(self: Tensor): number;
  /** `aten::qr(Tensor self, bool some=True) -> (Tensor Q, Tensor R)` */
  qr(self: Tensor, options?: { some?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::qr.Q(Tensor self, bool some=True, *, Tensor(a!) Q, Tensor(b!) R) -> (Tensor(a!) Q, Tensor(b!) R)` */
  qr(self: Tensor, options: { some?: boolean | undefined; Q: Tensor; R: Tensor }): [Tensor, Tensor];
  /** `aten::qscheme(Tensor self) -> QScheme` */
  qscheme(self: Tensor): number;
  /** `aten::quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
  quantile(self: Tensor, q: Tensor, options?: { dim?: number | null | undefined; keepdim?: boolean | undefined; interpolation?: string | undefined }): Tensor;
  /** `aten::quantile.out(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear", Tensor(a!) out) -> Tensor(a!)` */
  quantile(self: Tensor, q: Tensor, options: { dim?: number | null | undefined; keepdim?: boolean | undefined; interpolation?: string | undefined; out: Tensor }): Tensor;
  /** `aten::quantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
  quantile(self: Tensor, q: number, options?: { dim?: number | null | undefined; keepdim?: boolean | undefined; interpolation?: string | undefined }): Tensor;
  /** `aten::quantile.scalar_out(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear", Tensor(a!) out) -> Tensor(a!)` */
  quantile(self: Tensor, q: number, options: { dim?: number | null | undefined; keepdim?: boolean | undefined; interpolation?: string | undefined; out: Tensor }): Tensor;
  /** `aten::quantize_per_channel(Tensor self, Tensor scales, Tensor zero_points, int axis, ScalarType dtype) -> Tensor` */
  quantizePerChannel(self: Tensor, scales: Tensor, zeroPoints: Tensor, axis: number, dtype: Dtype): Tensor;
  /** `aten::quantize_per_channel.out(Tensor self, Tensor scales, Tensor zero_points, int axis, ScalarType dtype, *, Tensor(a!) out) -> Tensor(a!)` */
  quantizePerChannel(self: Tensor, scales: Tensor, zeroPoints: Tensor, axis: number, dtype: Dtype, options: { out: Tensor }): Tensor;
  /** `aten::quantize_per_tensor(Tensor self, float scale, int zero_point, ScalarType dtype) -> Tensor` */
  quantizePerTensor(self: Tensor, scale: number, zeroPoint: number, dtype: Dtype): Tensor;
  /** `aten::quantize_per_tensor.out(Tensor self, float scale, int zero_point, ScalarType dtype, *, Tensor(a!) out) -> Tensor(a!)` */
  quantizePerTensor(self: Tensor, scale: number, zeroPoint: number, dtype: Dtype, options: { out: Tensor }): Tensor;
  /** `aten::quantize_per_tensor.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, ScalarType dtype) -> Tensor` */
  quantizePerTensor(self: Tensor, scale: Tensor, zeroPoint: Tensor, dtype: Dtype): Tensor;
  /** `aten::quantize_per_tensor.tensor_qparams_out(Tensor self, Tensor scale, Tensor zero_point, ScalarType dtype, *, Tensor(a!) out) -> Tensor(a!)` */
  quantizePerTensor(self: Tensor, scale: Tensor, zeroPoint: Tensor, dtype: Dtype, options: { out: Tensor }): Tensor;
  /** `aten::quantize_per_tensor.tensors(Tensor[] tensors, Tensor scales, Tensor zero_points, ScalarType dtype) -> Tensor[]` */
  quantizePerTensor(tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, dtype: Dtype): Tensor[];
  /** `aten::quantize_per_tensor.tensors_out(Tensor[] tensors, Tensor scales, Tensor zero_points, ScalarType dtype, *, Tensor(a!)[] out) -> ()` */
  quantizePerTensor(tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, dtype: Dtype, options: { out: readonly Tensor[] }): void;
  /** `aten::quantize_per_tensor_dynamic(Tensor self, ScalarType dtype, bool reduce_range) -> Tensor` */
  quantizePerTensorDynamic(self: Tensor, dtype: Dtype, reduceRange: boolean): Tensor;
  /** `aten::quantize_per_tensor_dynamic.out(Tensor self, ScalarType dtype, bool reduce_range, *, Tensor(a!) out) -> Tensor(a!)` */
  quantizePerTensorDynamic(self: Tensor, dtype: Dtype, reduceRange: boolean, options: { out: Tensor }): Tensor;
  /** `aten::quantized_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor var, float eps, float output_scale, int output_zero_point) -> Tensor` */
  quantizedBatchNorm(input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, outputScale: number, outputZeroPoint: number): Tensor;
  /** `aten::quantized_batch_norm.out(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor var, float eps, float output_scale, int output_zero_point, *, Tensor(a!) out) -> Tensor(a!)` */
  quantizedBatchNorm(input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, outputScale: number, outputZeroPoint: number, options: { out: Tensor }): Tensor;
  /** `aten::quantized_gru.data_legacy(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
  quantizedGru(data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  /** `aten::quantized_gru.input_legacy(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
  quantizedGru(input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  /** `aten::quantized_gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor` */
  quantizedGruCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
  /** `aten::quantized_lstm.data_legacy(Tensor data, Tensor batch_sizes, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, *, ScalarType? dtype=None, bool use_dynamic=False) -> (Tensor, Tensor, Tensor)` */
  quantizedLstm(data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, options?: { dtype?: Dtype | null | undefined; useDynamic?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::quantized_lstm.input_legacy(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first, *, ScalarType? dtype=None, bool use_dynamic=False) -> (Tensor, Tensor, Tensor)` */
  quantizedLstm(input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean, options?: { dtype?: Dtype | null | undefined; useDynamic?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::quantized_lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> (Tensor, Tensor)` */
  quantizedLstmCell(input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): [Tensor, Tensor];
  /** `aten::quantized_max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor` */
  quantizedMaxPool1d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::quantized_max_pool1d.out(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)` */
  quantizedMaxPool1d(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::quantized_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
  quantizedMaxPool2d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::quantized_max_pool2d.out(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)` */
  quantizedMaxPool2d(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::quantized_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
  quantizedMaxPool3d(self: Tensor, kernelSize: number | readonly number[], options?: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined }): Tensor;
  /** `aten::quantized_max_pool3d.out(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)` */
  quantizedMaxPool3d(self: Tensor, kernelSize: number | readonly number[], options: { stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; ceilMode?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::quantized_rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor` */
  quantizedRnnReluCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
  /** `aten::quantized_rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor` */
  quantizedRnnTanhCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
  /** `aten::rad2deg(Tensor self) -> Tensor` */
  rad2deg(self: Tensor): Tensor;
  /** `aten::rad2deg.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  rad2deg(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::rad2deg_(Tensor(a!) self) -> Tensor(a!)` */
  rad2deg_(self: Tensor): Tensor;
  /** `aten::rand(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  rand(size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::rand.generator(SymInt[] size, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  rand(size: readonly number[], options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::rand.generator_out(SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)` */
  rand(size: readonly number[], options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::rand.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  rand(size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randLike(self: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::rand_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randLike(self: Tensor, options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::rand_like.generator_out(Tensor self, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randLike(self: Tensor, options: { generator?: Generator | null | undefined; memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::rand_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randLike(self: Tensor, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::randint(SymInt high, SymInt[] size, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randint(high: number, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::randint.generator(SymInt high, SymInt[] size, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randint(high: number, size: readonly number[], options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::randint.generator_out(SymInt high, SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)` */
  randint(high: number, size: readonly number[], options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::randint.low(SymInt low, SymInt high, SymInt[] size, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randint(low: number, high: number, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::randint.low_generator(SymInt low, SymInt high, SymInt[] size, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randint(low: number, high: number, size: readonly number[], options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::randint.low_generator_out(SymInt low, SymInt high, SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)` */
  randint(low: number, high: number, size: readonly number[], options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::randint.low_out(SymInt low, SymInt high, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  randint(low: number, high: number, size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::randint.out(SymInt high, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  randint(high: number, size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::randint_like(Tensor self, SymInt high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(self: Tensor, high: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::randint_like.Tensor(Tensor self, Tensor high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(self: Tensor, high: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::randint_like.Tensor_generator(Tensor self, Tensor high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(self: Tensor, high: Tensor, options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::randint_like.Tensor_generator_out(Tensor self, Tensor high, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randintLike(self: Tensor, high: Tensor, options: { generator?: Generator | null | undefined; memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::randint_like.Tensor_out(Tensor self, Tensor high, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randintLike(self: Tensor, high: Tensor, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::randint_like.generator(Tensor self, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(self: Tensor, high: number, options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::randint_like.generator_out(Tensor self, SymInt high, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randintLike(self: Tensor, high: number, options: { generator?: Generator | null | undefined; memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::randint_like.low_dtype(Tensor self, SymInt low, SymInt high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(self: Tensor, low: number, high: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::randint_like.low_dtype_out(Tensor self, SymInt low, SymInt high, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randintLike(self: Tensor, low: number, high: number, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::randint_like.low_generator_dtype(Tensor self, SymInt low, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(self: Tensor, low: number, high: number, options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::randint_like.low_generator_dtype_out(Tensor self, SymInt low, SymInt high, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randintLike(self: Tensor, low: number, high: number, options: { generator?: Generator | null | undefined; memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::randint_like.out(Tensor self, SymInt high, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randintLike(self: Tensor, high: number, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::randn(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randn(size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::randn.generator(SymInt[] size, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randn(size: readonly number[], options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::randn.generator_out(SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)` */
  randn(size: readonly number[], options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::randn.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  randn(size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randnLike(self: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::randn_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randnLike(self: Tensor, options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::randn_like.generator_out(Tensor self, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randnLike(self: Tensor, options: { generator?: Generator | null | undefined; memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::randn_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  randnLike(self: Tensor, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::random(Tensor self, *, Generator? generator=None) -> Tensor` */
  random(self: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::random.from(Tensor self, int from, int? to, *, Generator? generator=None) -> Tensor` */
  random(self: Tensor, from: number, to: number | null, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::random.from_out(Tensor self, int from, int? to, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  random(self: Tensor, from: number, to: number | null, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::random.out(Tensor self, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  random(self: Tensor, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::random.to(Tensor self, int to, *, Generator? generator=None) -> Tensor` */
  random(self: Tensor, to: number, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::random.to_out(Tensor self, int to, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  random(self: Tensor, to: number, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::random_(Tensor(a!) self, *, Generator? generator=None) -> Tensor(a!)` */
  random_(self: Tensor, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::random_.from(Tensor(a!) self, int from, int? to, *, Generator? generator=None) -> Tensor(a!)` */
  random_(self: Tensor, from: number, to: number | null, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::random_.to(Tensor(a!) self, int to, *, Generator? generator=None) -> Tensor(a!)` */
  random_(self: Tensor, to: number, options?: { generator?: Generator | null | undefined }): Tensor;
  /** `aten::randperm(SymInt n, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randperm(n: number, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::randperm.generator(SymInt n, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randperm(n: number, options?: { generator?: Generator | null | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::randperm.generator_out(SymInt n, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)` */
  randperm(n: number, options: { generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::randperm.out(SymInt n, *, Tensor(a!) out) -> Tensor(a!)` */
  randperm(n: number, options: { out: Tensor }): Tensor;
  /** `aten::range(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  range(start: Scalar, end: Scalar, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::range.out(Scalar start, Scalar end, Scalar step=1, *, Tensor(a!) out) -> Tensor(a!)` */
  range(start: Scalar, end: Scalar, options: { step?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::range.out_(Scalar start, Scalar end, *, Tensor(a!) out) -> Tensor(a!)` */
  range(start: Scalar, end: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::range.step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  range(start: Scalar, end: Scalar, options?: { step?: Scalar | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::ravel(Tensor(a) self) -> Tensor(a)` */
  ravel(self: Tensor): Tensor;
  /** `aten::real(Tensor(a) self) -> Tensor(a)` */
  real(self: Tensor): Tensor;
  /** `aten::reciprocal(Tensor self) -> Tensor` */
  reciprocal(self: Tensor): Tensor;
  /** `aten::reciprocal.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  reciprocal(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::reciprocal_(Tensor(a!) self) -> Tensor(a!)` */
  reciprocal_(self: Tensor): Tensor;
  /** `aten::reflection_pad1d(Tensor self, SymInt[2] padding) -> Tensor` */
  reflectionPad1d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::reflection_pad1d.out(Tensor self, SymInt[2] padding, *, Tensor(a!) out) -> Tensor(a!)` */
  reflectionPad1d(self: Tensor, padding: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::reflection_pad1d_backward(Tensor grad_output, Tensor self, SymInt[2] padding) -> Tensor` */
  reflectionPad1dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::reflection_pad1d_backward.grad_input(Tensor grad_output, Tensor self, SymInt[2] padding, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  reflectionPad1dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[], options: { gradInput: Tensor }): Tensor;
  /** `aten::reflection_pad2d(Tensor self, SymInt[4] padding) -> Tensor` */
  reflectionPad2d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::reflection_pad2d.out(Tensor self, SymInt[4] padding, *, Tensor(a!) out) -> Tensor(a!)` */
  reflectionPad2d(self: Tensor, padding: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::reflection_pad2d_backward(Tensor grad_output, Tensor self, SymInt[4] padding) -> Tensor` */
  reflectionPad2dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::reflection_pad2d_backward.grad_input(Tensor grad_output, Tensor self, SymInt[4] padding, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  reflectionPad2dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[], options: { gradInput: Tensor }): Tensor;
  /** `aten::reflection_pad3d(Tensor self, SymInt[6] padding) -> Tensor` */
  reflectionPad3d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::reflection_pad3d.out(Tensor self, SymInt[6] padding, *, Tensor(a!) out) -> Tensor(a!)` */
  reflectionPad3d(self: Tensor, padding: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::reflection_pad3d_backward(Tensor grad_output, Tensor self, SymInt[6] padding) -> Tensor` */
  reflectionPad3dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::reflection_pad3d_backward.grad_input(Tensor grad_output, Tensor self, SymInt[6] padding, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  reflectionPad3dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[], options: { gradInput: Tensor }): Tensor;
  /** `aten::relu(Tensor self) -> Tensor` */
  relu(self: Tensor): Tensor;
  /** `aten::relu.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  relu(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::relu6(Tensor self) -> Tensor` */
  relu6(self: Tensor): Tensor;
  /** `aten::relu6_(Tensor(a!) self) -> Tensor(a!)` */
  relu6_(self: Tensor): Tensor;
  /** `aten::relu_(Tensor(a!) self) -> Tensor(a!)` */
  relu_(self: Tensor): Tensor;
  /** `aten::remainder.Scalar(Tensor self, Scalar other) -> Tensor` */
  remainder(self: Tensor, other: Scalar): Tensor;
  /** `aten::remainder.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
  remainder(self: Scalar, other: Tensor): Tensor;
  /** `aten::remainder.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  remainder(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::remainder.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  remainder(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::remainder.Tensor(Tensor self, Tensor other) -> Tensor` */
  remainder(self: Tensor, other: Tensor): Tensor;
  /** `aten::remainder.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  remainder(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::remainder_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  remainder_(self: Tensor, other: Scalar): Tensor;
  /** `aten::remainder_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  remainder_(self: Tensor, other: Tensor): Tensor;
  /** `aten::renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor` */
  renorm(self: Tensor, p: Scalar, dim: number, maxnorm: Scalar): Tensor;
  /** `aten::renorm.out(Tensor self, Scalar p, int dim, Scalar maxnorm, *, Tensor(a!) out) -> Tensor(a!)` */
  renorm(self: Tensor, p: Scalar, dim: number, maxnorm: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::renorm_(Tensor(a!) self, Scalar p, int dim, Scalar maxnorm) -> Tensor(a!)` */
  renorm_(self: Tensor, p: Scalar, dim: number, maxnorm: Scalar): Tensor;
  /** `aten::repeat(Tensor self, SymInt[] repeats) -> Tensor` */
  repeat(self: Tensor, repeats: readonly number[]): Tensor;
  /** `aten::repeat.out(Tensor self, SymInt[] repeats, *, Tensor(a!) out) -> Tensor(a!)` */
  repeat(self: Tensor, repeats: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::repeat_interleave.Tensor(Tensor repeats, *, SymInt? output_size=None) -> Tensor` */
  repeatInterleave(repeats: Tensor, options?: { outputSize?: number | null | undefined }): Tensor;
  /** `aten::repeat_interleave.Tensor_out(Tensor repeats, *, SymInt? output_size=None, Tensor(a!) out) -> Tensor(a!)` */
  repeatInterleave(repeats: Tensor, options: { outputSize?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor` */
  repeatInterleave(self: Tensor, repeats: Tensor, options?: { dim?: number | null | undefined; outputSize?: number | null | undefined }): Tensor;
  /** `aten::repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor` */
  repeatInterleave(self: Tensor, repeats: number, options?: { dim?: number | null | undefined; outputSize?: number | null | undefined }): Tensor;
  /** `aten::replication_pad1d(Tensor self, SymInt[2] padding) -> Tensor` */
  replicationPad1d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::replication_pad1d.out(Tensor self, SymInt[2] padding, *, Tensor(a!) out) -> Tensor(a!)` */
  replicationPad1d(self: Tensor, padding: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::replication_pad1d_backward(Tensor grad_output, Tensor self, SymInt[2] padding) -> Tensor` */
  replicationPad1dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::replication_pad1d_backward.grad_input(Tensor grad_output, Tensor self, SymInt[2] padding, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  replicationPad1dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[], options: { gradInput: Tensor }): Tensor;
  /** `aten::replication_pad2d(Tensor self, SymInt[4] padding) -> Tensor` */
  replicationPad2d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::replication_pad2d.out(Tensor self, SymInt[4] padding, *, Tensor(a!) out) -> Tensor(a!)` */
  replicationPad2d(self: Tensor, padding: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::replication_pad2d_backward(Tensor grad_output, Tensor self, SymInt[4] padding) -> Tensor` */
  replicationPad2dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::replication_pad2d_backward.grad_input(Tensor grad_output, Tensor self, SymInt[4] padding, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  replicationPad2dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[], options: { gradInput: Tensor }): Tensor;
  /** `aten::replication_pad3d(Tensor self, SymInt[6] padding) -> Tensor` */
  replicationPad3d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::replication_pad3d.out(Tensor self, SymInt[6] padding, *, Tensor(a!) out) -> Tensor(a!)` */
  replicationPad3d(self: Tensor, padding: number | readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::replication_pad3d_backward(Tensor grad_output, Tensor self, SymInt[6] padding) -> Tensor` */
  replicationPad3dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[]): Tensor;
  /** `aten::replication_pad3d_backward.grad_input(Tensor grad_output, Tensor self, SymInt[6] padding, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  replicationPad3dBackward(gradOutput: Tensor, self: Tensor, padding: number | readonly number[], options: { gradInput: Tensor }): Tensor;
  /** `aten::requires_grad_(Tensor(a!) self, bool requires_grad=True) -> Tensor(a!)` */
  requiresGrad_(self: Tensor, options?: { requiresGrad?: boolean | undefined }): Tensor;
  /** `aten::reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)` */
  reshape(self: Tensor, shape: readonly number[]): Tensor;
  /** `aten::reshape_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
  reshapeAs(self: Tensor, other: Tensor): Tensor;
  /** `aten::resize(Tensor self, SymInt[] size, *, MemoryFormat? memory_format=None) -> Tensor` */
  resize(self: Tensor, size: readonly number[], options?: { memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::resize.out(Tensor self, SymInt[] size, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  resize(self: Tensor, size: readonly number[], options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::resize_(Tensor(a!) self, SymInt[] size, *, MemoryFormat? memory_format=None) -> Tensor(a!)` */
  resize_(self: Tensor, size: readonly number[], options?: { memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::resize_as(Tensor self, Tensor the_template, *, MemoryFormat? memory_format=None) -> Tensor` */
  resizeAs(self: Tensor, theTemplate: Tensor, options?: { memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::resize_as.out(Tensor self, Tensor the_template, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  resizeAs(self: Tensor, theTemplate: Tensor, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
  /** `aten::resize_as_(Tensor(a!) self, Tensor the_template, *, MemoryFormat? memory_format=None) -> Tensor(a!)` */
  resizeAs_(self: Tensor, theTemplate: Tensor, options?: { memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::resize_as_sparse(Tensor self, Tensor the_template) -> Tensor` */
  resizeAsSparse(self: Tensor, theTemplate: Tensor): Tensor;
  /** `aten::resize_as_sparse.out(Tensor self, Tensor the_template, *, Tensor(a!) out) -> Tensor(a!)` */
  resizeAsSparse(self: Tensor, theTemplate: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::resize_as_sparse_(Tensor(a!) self, Tensor the_template) -> Tensor(a!)` */
  resizeAsSparse_(self: Tensor, theTemplate: Tensor): Tensor;
  /** `aten::resolve_conj(Tensor(a) self) -> Tensor(a)` */
  resolveConj(self: Tensor): Tensor;
  /** `aten::resolve_neg(Tensor(a) self) -> Tensor(a)` */
  resolveNeg(self: Tensor): Tensor;
  /** `aten::result_type.Scalar(Tensor tensor, Scalar other) -> ScalarType` */
  resultType(tensor: Tensor, other: Scalar): Dtype;
  /** `aten::result_type.Scalar_Scalar(Scalar scalar1, Scalar scalar2) -> ScalarType` */
  resultType(scalar1: Scalar, scalar2: Scalar): Dtype;
  /** `aten::result_type.Scalar_Tensor(Scalar scalar, Tensor tensor) -> ScalarType` */
  resultType(scalar: Scalar, tensor: Tensor): Dtype;
  /** `aten::result_type.Tensor(Tensor tensor, Tensor other) -> ScalarType` */
  resultType(tensor: Tensor, other: Tensor): Dtype;
  /** `aten::retain_grad(Tensor(a!) self) -> ()` */
  retainGrad(self: Tensor): void;
  /** `aten::retains_grad(Tensor self) -> bool` */
  retainsGrad(self: Tensor): boolean;
  /** `aten::rms_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor` */
  rmsNorm(input: Tensor, normalizedShape: readonly number[], options?: { weight?: Tensor | null | undefined; eps?: number | null | undefined }): Tensor;
  /** `aten::rnn_relu.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
  rnnRelu(data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  /** `aten::rnn_relu.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
  rnnRelu(input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  /** `aten::rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
  rnnReluCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options?: { bIh?: Tensor | null | undefined; bHh?: Tensor | null | undefined }): Tensor;
  /** `aten::rnn_tanh.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
  rnnTanh(data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  /** `aten::rnn_tanh.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
  rnnTanh(input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  /** `aten::rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
  rnnTanhCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options?: { bIh?: Tensor | null | undefined; bHh?: Tensor | null | undefined }): Tensor;
  /** `aten::roll(Tensor self, SymInt[1] shifts, int[1] dims=[]) -> Tensor` */
  roll(self: Tensor, shifts: number | readonly number[], options?: { dims?: number | readonly number[] | undefined }): Tensor;
  /** `aten::roll.out(Tensor self, SymInt[1] shifts, int[1] dims=[], *, Tensor(a!) out) -> Tensor(a!)` */
  roll(self: Tensor, shifts: number | readonly number[], options: { dims?: number | readonly number[] | undefined; out: Tensor }): Tensor;
  /** `aten::rot90(Tensor self, int k=1, int[] dims=[0, 1]) -> Tensor` */
  rot90(self: Tensor, options?: { k?: number | undefined; dims?: readonly number[] | undefined }): Tensor;
  /** `aten::rot90.out(Tensor self, int k=1, int[] dims=[0, 1], *, Tensor(a!) out) -> Tensor(a!)` */
  rot90(self: Tensor, options: { k?: number | undefined; dims?: readonly number[] | undefined; out: Tensor }): Tensor;
  /** `aten::round(Tensor self) -> Tensor` */
  round(self: Tensor): Tensor;
  /** `aten::round.decimals(Tensor self, *, int decimals) -> Tensor` */
  round(self: Tensor, options: { decimals: number }): Tensor;
  /** `aten::round.decimals_out(Tensor self, *, int decimals, Tensor(a!) out) -> Tensor(a!)` */
  round(self: Tensor, options: { decimals: number; out: Tensor }): Tensor;
  /** `aten::round.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  round(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::round_(Tensor(a!) self) -> Tensor(a!)` */
  round_(self: Tensor): Tensor;
  /** `aten::round_.decimals(Tensor(a!) self, *, int decimals) -> Tensor(a!)` */
  round_(self: Tensor, options: { decimals: number }): Tensor;
  /** `aten::row_indices(Tensor(a) self) -> Tensor(a)` */
  rowIndices(self: Tensor): Tensor;
  /** `aten::row_indices_copy(Tensor self) -> Tensor` */
  rowIndicesCopy(self: Tensor): Tensor;
  /** `aten::row_indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  rowIndicesCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::row_stack(Tensor[] tensors) -> Tensor` */
  rowStack(tensors: readonly Tensor[]): Tensor;
  /** `aten::row_stack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)` */
  rowStack(tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
  /** `aten::rrelu(Tensor self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor` */
  rrelu(self: Tensor, options?: { lower?: Scalar | undefined; upper?: Scalar | undefined; training?: boolean | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::rrelu_(Tensor(a!) self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)` */
  rrelu_(self: Tensor, options?: { lower?: Scalar | undefined; upper?: Scalar | undefined; training?: boolean | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::rrelu_with_noise(Tensor self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor` */
  rreluWithNoise(self: Tensor, noise: Tensor, options?: { lower?: Scalar | undefined; upper?: Scalar | undefined; training?: boolean | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::rrelu_with_noise.out(Tensor self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None, *, Tensor(a!) out) -> Tensor(a!)` */
  rreluWithNoise(self: Tensor, noise: Tensor, options: { lower?: Scalar | undefined; upper?: Scalar | undefined; training?: boolean | undefined; generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::rrelu_with_noise_(Tensor(a!) self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)` */
  rreluWithNoise_(self: Tensor, noise: Tensor, options?: { lower?: Scalar | undefined; upper?: Scalar | undefined; training?: boolean | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::rrelu_with_noise_backward(Tensor grad_output, Tensor self, Tensor noise, Scalar lower, Scalar upper, bool training, bool self_is_result) -> Tensor` */
  rreluWithNoiseBackward(gradOutput: Tensor, self: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, training: boolean, selfIsResult: boolean): Tensor;
  /** `aten::rrelu_with_noise_backward.out(Tensor grad_output, Tensor self, Tensor noise, Scalar lower, Scalar upper, bool training, bool self_is_result, *, Tensor(a!) out) -> Tensor(a!)` */
  rreluWithNoiseBackward(gradOutput: Tensor, self: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, training: boolean, selfIsResult: boolean, options: { out: Tensor }): Tensor;
  /** `aten::rrelu_with_noise_functional(Tensor self, Tensor noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> (Tensor, Tensor noise_out)` */
  rreluWithNoiseFunctional(self: Tensor, noise: Tensor, options?: { lower?: Scalar | undefined; upper?: Scalar | undefined; training?: boolean | undefined; generator?: Generator | null | undefined }): [Tensor, Tensor];
  /** `aten::rsqrt(Tensor self) -> Tensor` */
  rsqrt(self: Tensor): Tensor;
  /** `aten::rsqrt.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  rsqrt(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::rsqrt_(Tensor(a!) self) -> Tensor(a!)` */
  rsqrt_(self: Tensor): Tensor;
  /** `aten::rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  rsub(self: Tensor, other: Scalar, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::rsub.Scalar_out(Tensor self, Scalar other, Scalar alpha=1, *, Tensor(a!) out) -> Tensor(a!)` */
  rsub(self: Tensor, other: Scalar, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  rsub(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::rsub.Tensor_out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  rsub(self: Tensor, other: Tensor, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::scalar_tensor(Scalar s, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  scalarTensor(s: Scalar, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::scalar_tensor.out(Scalar s, *, Tensor(a!) out) -> Tensor(a!)` */
  scalarTensor(s: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0., bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor` */
  scaledDotProductAttention(query: Tensor, key: Tensor, value: Tensor, options?: { attnMask?: Tensor | null | undefined; dropoutP?: number | undefined; isCausal?: boolean | undefined; scale?: number | null | undefined; enableGqa?: boolean | undefined }): Tensor;
  /** `aten::scatter.reduce(Tensor self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor` */
  scatter(self: Tensor, dim: number, index: Tensor, src: Tensor, options: { reduce: string }): Tensor;
  /** `aten::scatter.reduce_out(Tensor self, int dim, Tensor index, Tensor src, *, str reduce, Tensor(a!) out) -> Tensor(a!)` */
  scatter(self: Tensor, dim: number, index: Tensor, src: Tensor, options: { reduce: string; out: Tensor }): Tensor;
  /** `aten::scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatter(self: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  /** `aten::scatter.src_out(Tensor self, int dim, Tensor index, Tensor src, *, Tensor(a!) out) -> Tensor(a!)` */
  scatter(self: Tensor, dim: number, index: Tensor, src: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor` */
  scatter(self: Tensor, dim: number, index: Tensor, value: Scalar): Tensor;
  /** `aten::scatter.value_out(Tensor self, int dim, Tensor index, Scalar value, *, Tensor(a!) out) -> Tensor(a!)` */
  scatter(self: Tensor, dim: number, index: Tensor, value: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::scatter.value_reduce(Tensor self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor` */
  scatter(self: Tensor, dim: number, index: Tensor, value: Scalar, options: { reduce: string }): Tensor;
  /** `aten::scatter.value_reduce_out(Tensor self, int dim, Tensor index, Scalar value, *, str reduce, Tensor(a!) out) -> Tensor(a!)` */
  scatter(self: Tensor, dim: number, index: Tensor, value: Scalar, options: { reduce: string; out: Tensor }): Tensor;
  /** `aten::scatter_.reduce(Tensor(a!) self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor(a!)` */
  scatter_(self: Tensor, dim: number, index: Tensor, src: Tensor, options: { reduce: string }): Tensor;
  /** `aten::scatter_.src(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)` */
  scatter_(self: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  /** `aten::scatter_.value(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)` */
  scatter_(self: Tensor, dim: number, index: Tensor, value: Scalar): Tensor;
  /** `aten::scatter_.value_reduce(Tensor(a!) self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor(a!)` */
  scatter_(self: Tensor, dim: number, index: Tensor, value: Scalar, options: { reduce: string }): Tensor;
  /** `aten::scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatterAdd(self: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  /** `aten::scatter_add.out(Tensor self, int dim, Tensor index, Tensor src, *, Tensor(a!) out) -> Tensor(a!)` */
  scatterAdd(self: Tensor, dim: number, index: Tensor, src: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::scatter_add_(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)` */
  scatterAdd_(self: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  /** `aten::scatter_reduce.two(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor` */
  scatterReduce(self: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options?: { includeSelf?: boolean | undefined }): Tensor;
  /** `aten::scatter_reduce.two_out(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True, Tensor(a!) out) -> Tensor(a!)` */
  scatterReduce(self: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options: { includeSelf?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::scatter_reduce_.two(Tensor(a!) self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor(a!)` */
  scatterReduce_(self: Tensor, dim: number, index: Tensor, src: Tensor, reduce: string, options?: { includeSelf?: boolean | undefined }): Tensor;
  /** `aten::searchsorted.Scalar(Tensor sorted_sequence, Scalar self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor` */
  searchsorted(sortedSequence: Tensor, self: Scalar, options?: { outInt32?: boolean | undefined; right?: boolean | undefined; side?: string | null | undefined; sorter?: Tensor | null | undefined }): Tensor;
  /** `aten::searchsorted.Scalar_out(Tensor sorted_sequence, Scalar self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None, Tensor(a!) out) -> Tensor(a!)` */
  searchsorted(sortedSequence: Tensor, self: Scalar, options: { outInt32?: boolean | undefined; right?: boolean | undefined; side?: string | null | undefined; sorter?: Tensor | null | undefined; out: Tensor }): Tensor;
  /** `aten::searchsorted.Tensor(Tensor sorted_sequence, Tensor self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor` */
  searchsorted(sortedSequence: Tensor, self: Tensor, options?: { outInt32?: boolean | undefined; right?: boolean | undefined; side?: string | null | undefined; sorter?: Tensor | null | undefined }): Tensor;
  /** `aten::searchsorted.Tensor_out(Tensor sorted_sequence, Tensor self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None, Tensor(a!) out) -> Tensor(a!)` */
  searchsorted(sortedSequence: Tensor, self: Tensor, options: { outInt32?: boolean | undefined; right?: boolean | undefined; side?: string | null | undefined; sorter?: Tensor | null | undefined; out: Tensor }): Tensor;
  /** `aten::segment_reduce(Tensor data, str reduce, *, Tensor? lengths=None, Tensor? indices=None, Tensor? offsets=None, int axis=0, bool unsafe=False, Scalar? initial=None) -> Tensor` */
  segmentReduce(data: Tensor, reduce: string, options?: { lengths?: Tensor | null | undefined; indices?: Tensor | null | undefined; offsets?: Tensor | null | undefined; axis?: number | undefined; unsafe?: boolean | undefined; initial?: Scalar | null | undefined }): Tensor;
  /** `aten::segment_reduce.out(Tensor data, str reduce, *, Tensor? lengths=None, Tensor? indices=None, Tensor? offsets=None, int axis=0, bool unsafe=False, Scalar? initial=None, Tensor(a!) out) -> Tensor(a!)` */
  segmentReduce(data: Tensor, reduce: string, options: { lengths?: Tensor | null | undefined; indices?: Tensor | null | undefined; offsets?: Tensor | null | undefined; axis?: number | undefined; unsafe?: boolean | undefined; initial?: Scalar | null | undefined; out: Tensor }): Tensor;
  /** `aten::select.int(Tensor(a) self, int dim, SymInt index) -> Tensor(a)` */
  select(self: Tensor, dim: number, index: number): Tensor;
  /** `aten::select_backward(Tensor grad_output, SymInt[] input_sizes, int dim, SymInt index) -> Tensor` */
  selectBackward(gradOutput: Tensor, inputSizes: readonly number[], dim: number, index: number): Tensor;
  /** `aten::select_backward.out(Tensor grad_output, SymInt[] input_sizes, int dim, SymInt index, *, Tensor(a!) out) -> Tensor(a!)` */
  selectBackward(gradOutput: Tensor, inputSizes: readonly number[], dim: number, index: number, options: { out: Tensor }): Tensor;
  /** `aten::select_copy.int(Tensor self, int dim, SymInt index) -> Tensor` */
  selectCopy(self: Tensor, dim: number, index: number): Tensor;
  /** `aten::select_copy.int_out(Tensor self, int dim, SymInt index, *, Tensor(a!) out) -> Tensor(a!)` */
  selectCopy(self: Tensor, dim: number, index: number, options: { out: Tensor }): Tensor;
  /** `aten::select_scatter(Tensor self, Tensor src, int dim, SymInt index) -> Tensor` */
  selectScatter(self: Tensor, src: Tensor, dim: number, index: number): Tensor;
  /** `aten::select_scatter.out(Tensor self, Tensor src, int dim, SymInt index, *, Tensor(a!) out) -> Tensor(a!)` */
  selectScatter(self: Tensor, src: Tensor, dim: number, index: number, options: { out: Tensor }): Tensor;
  /** `aten::selu(Tensor self) -> Tensor` */
  selu(self: Tensor): Tensor;
  /** `aten::selu_(Tensor(a!) self) -> Tensor(a!)` */
  selu_(self: Tensor): Tensor;
  /** `aten::set(Tensor self) -> Tensor` */
  set(self: Tensor): Tensor;
  /** `aten::set.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  set(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::set.source_Tensor(Tensor self, Tensor source) -> Tensor` */
  set(self: Tensor, source: Tensor): Tensor;
  /** `aten::set.source_Tensor_out(Tensor self, Tensor source, *, Tensor(a!) out) -> Tensor(a!)` */
  set(self: Tensor, source: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::set_(Tensor(a!) self) -> Tensor(a!)` */
  set_(self: Tensor): Tensor;
  /** `aten::set_.source_Tensor(Tensor(a!) self, Tensor source) -> Tensor(a!)` */
  set_(self: Tensor, source: Tensor): Tensor;
  /** `aten::set_.source_Tensor_storage_offset(Tensor(a!) self, Tensor source, SymInt storage_offset, SymInt[] size, SymInt[] stride=[]) -> Tensor(a!)` */
  set_(self: Tensor, source: Tensor, storageOffset: number, size: readonly number[], options?: { stride?: readonly number[] | undefined }): Tensor;
  /** `aten::set_data(Tensor(a!) self, Tensor new_data) -> ()` */
  setData(self: Tensor, newData: Tensor): void;
  /** `aten::sgn(Tensor self) -> Tensor` */
  sgn(self: Tensor): Tensor;
  /** `aten::sgn.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  sgn(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::sgn_(Tensor(a!) self) -> Tensor(a!)` */
  sgn_(self: Tensor): Tensor;
  /** `aten::sigmoid(Tensor self) -> Tensor` */
  sigmoid(self: Tensor): Tensor;
  /** `aten::sigmoid.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  sigmoid(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::sigmoid_(Tensor(a!) self) -> Tensor(a!)` */
  sigmoid_(self: Tensor): Tensor;
  /** `aten::sigmoid_backward(Tensor grad_output, Tensor output) -> Tensor` */
  sigmoidBackward(gradOutput: Tensor, output: Tensor): Tensor;
  /** `aten::sigmoid_backward.grad_input(Tensor grad_output, Tensor output, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  sigmoidBackward(gradOutput: Tensor, output: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::sign(Tensor self) -> Tensor` */
  sign(self: Tensor): Tensor;
  /** `aten::sign.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  sign(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::sign_(Tensor(a!) self) -> Tensor(a!)` */
  sign_(self: Tensor): Tensor;
  /** `aten::signbit(Tensor self) -> Tensor` */
  signbit(self: Tensor): Tensor;
  /** `aten::signbit.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  signbit(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::silu(Tensor self) -> Tensor` */
  silu(self: Tensor): Tensor;
  /** `aten::silu.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  silu(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::silu_(Tensor(a!) self) -> Tensor(a!)` */
  silu_(self: Tensor): Tensor;
  /** `aten::silu_backward(Tensor grad_output, Tensor self) -> Tensor` */
  siluBackward(gradOutput: Tensor, self: Tensor): Tensor;
  /** `aten::silu_backward.grad_input(Tensor grad_output, Tensor self, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  siluBackward(gradOutput: Tensor, self: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::sin(Tensor self) -> Tensor` */
  sin(self: Tensor): Tensor;
  /** `aten::sin.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  sin(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::sin_(Tensor(a!) self) -> Tensor(a!)` */
  sin_(self: Tensor): Tensor;
  /** `aten::sinc(Tensor self) -> Tensor` */
  sinc(self: Tensor): Tensor;
  /** `aten::sinc.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  sinc(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::sinc_(Tensor(a!) self) -> Tensor(a!)` */
  sinc_(self: Tensor): Tensor;
  /** `aten::sinh(Tensor self) -> Tensor` */
  sinh(self: Tensor): Tensor;
  /** `aten::sinh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  sinh(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::sinh_(Tensor(a!) self) -> Tensor(a!)` */
  sinh_(self: Tensor): Tensor;
  /** `aten::size.int(Tensor self, int dim) -> int` */
  size(self: Tensor, dim: number): number;
  /** `aten::slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)` */
  slice(self: Tensor, options?: { dim?: number | undefined; start?: number | null | undefined; end?: number | null | undefined; step?: number | undefined }): Tensor;
  /** `aten::slice_backward(Tensor grad_output, SymInt[] input_sizes, int dim, SymInt start, SymInt end, SymInt step) -> Tensor` */
  sliceBackward(gradOutput: Tensor, inputSizes: readonly number[], dim: number, start: number, end: number, step: number): Tensor;
  /** `aten::slice_backward.out(Tensor grad_output, SymInt[] input_sizes, int dim, SymInt start, SymInt end, SymInt step, *, Tensor(a!) out) -> Tensor(a!)` */
  sliceBackward(gradOutput: Tensor, inputSizes: readonly number[], dim: number, start: number, end: number, step: number, options: { out: Tensor }): Tensor;
  /** `aten::slice_copy.Tensor(Tensor self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor` */
  sliceCopy(self: Tensor, options?: { dim?: number | undefined; start?: number | null | undefined; end?: number | null | undefined; step?: number | undefined }): Tensor;
  /** `aten::slice_copy.Tensor_out(Tensor self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1, *, Tensor(a!) out) -> Tensor(a!)` */
  sliceCopy(self: Tensor, options: { dim?: number | undefined; start?: number | null | undefined; end?: number | null | undefined; step?: number | undefined; out: Tensor }): Tensor;
  /** `aten::slice_inverse(Tensor(a) self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)` */
  sliceInverse(self: Tensor, src: Tensor, options?: { dim?: number | undefined; start?: number | null | undefined; end?: number | null | undefined; step?: number | undefined }): Tensor;
  /** `aten::slice_scatter(Tensor self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor` */
  sliceScatter(self: Tensor, src: Tensor, options?: { dim?: number | undefined; start?: number | null | undefined; end?: number | null | undefined; step?: number | undefined }): Tensor;
  /** `aten::slice_scatter.out(Tensor self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1, *, Tensor(a!) out) -> Tensor(a!)` */
  sliceScatter(self: Tensor, src: Tensor, options: { dim?: number | undefined; start?: number | null | undefined; end?: number | null | undefined; step?: number | undefined; out: Tensor }): Tensor;
  /** `aten::slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)` */
  slogdet(self: Tensor): [Tensor, Tensor];
  /** `aten::slogdet.out(Tensor self, *, Tensor(a!) sign, Tensor(b!) logabsdet) -> (Tensor(a!) sign, Tensor(b!) logabsdet)` */
  slogdet(self: Tensor, options: { sign: Tensor; logabsdet: Tensor }): [Tensor, Tensor];
  /** `aten::slow_conv3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0]) -> Tensor` */
  slowConv3d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined }): Tensor;
  /** `aten::slow_conv3d.out(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], *, Tensor(a!) out) -> Tensor(a!)` */
  slowConv3d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; out: Tensor }): Tensor;
  /** `aten::slow_conv3d_forward(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding) -> Tensor` */
  slowConv3dForward(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[]): Tensor;
  /** `aten::slow_conv3d_forward.output(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding, *, Tensor(a!) output) -> Tensor(a!)` */
  slowConv3dForward(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], bias: Tensor | null, stride: number | readonly number[], padding: number | readonly number[], options: { output: Tensor }): Tensor;
  /** `aten::slow_conv_dilated2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor` */
  slowConvDilated2d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined }): Tensor;
  /** `aten::slow_conv_dilated2d.out(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1], *, Tensor(a!) out) -> Tensor(a!)` */
  slowConvDilated2d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; out: Tensor }): Tensor;
  /** `aten::slow_conv_dilated3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor` */
  slowConvDilated3d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined }): Tensor;
  /** `aten::slow_conv_dilated3d.out(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1], *, Tensor(a!) out) -> Tensor(a!)` */
  slowConvDilated3d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; out: Tensor }): Tensor;
  /** `aten::slow_conv_transpose2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor` */
  slowConvTranspose2d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; outputPadding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined }): Tensor;
  /** `aten::slow_conv_transpose2d.out(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt[2] dilation=[1, 1], *, Tensor(a!) out) -> Tensor(a!)` */
  slowConvTranspose2d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; outputPadding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; out: Tensor }): Tensor;
  /** `aten::slow_conv_transpose3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor` */
  slowConvTranspose3d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; outputPadding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined }): Tensor;
  /** `aten::slow_conv_transpose3d.out(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1], *, Tensor(a!) out) -> Tensor(a!)` */
  slowConvTranspose3d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; outputPadding?: number | readonly number[] | undefined; dilation?: number | readonly number[] | undefined; out: Tensor }): Tensor;
  /** `aten::smm(Tensor self, Tensor mat2) -> Tensor` */
  smm(self: Tensor, mat2: Tensor): Tensor;
  /** `aten::smooth_l1_loss(Tensor self, Tensor target, int reduction=1, float beta=1.) -> Tensor` */
  smoothL1Loss(self: Tensor, target: Tensor, options?: { reduction?: number | undefined; beta?: number | undefined }): Tensor;
  /** `aten::smooth_l1_loss.out(Tensor self, Tensor target, int reduction=1, float beta=1., *, Tensor(a!) out) -> Tensor(a!)` */
  smoothL1Loss(self: Tensor, target: Tensor, options: { reduction?: number | undefined; beta?: number | undefined; out: Tensor }): Tensor;
  /** `aten::smooth_l1_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction, float beta) -> Tensor` */
  smoothL1LossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number, beta: number): Tensor;
  /** `aten::smooth_l1_loss_backward.grad_input(Tensor grad_output, Tensor self, Tensor target, int reduction, float beta, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  smoothL1LossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number, beta: number, options: { gradInput: Tensor }): Tensor;
  /** `aten::soft_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
  softMarginLoss(self: Tensor, target: Tensor, options?: { reduction?: number | undefined }): Tensor;
  /** `aten::soft_margin_loss.out(Tensor self, Tensor target, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)` */
  softMarginLoss(self: Tensor, target: Tensor, options: { reduction?: number | undefined; out: Tensor }): Tensor;
  /** `aten::soft_margin_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction) -> Tensor` */
  softMarginLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number): Tensor;
  /** `aten::soft_margin_loss_backward.grad_input(Tensor grad_output, Tensor self, Tensor target, int reduction, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  softMarginLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number, options: { gradInput: Tensor }): Tensor;
  /** `aten::softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  softmax(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::softmax.int_out(Tensor self, int dim, ScalarType? dtype=None, *, Tensor(a!) out) -> Tensor(a!)` */
  softmax(self: Tensor, dim: number, options: { dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor` */
  softplus(self: Tensor, options?: { beta?: Scalar | undefined; threshold?: Scalar | undefined }): Tensor;
  /** `aten::softplus.out(Tensor self, Scalar beta=1, Scalar threshold=20, *, Tensor(a!) out) -> Tensor(a!)` */
  softplus(self: Tensor, options: { beta?: Scalar | undefined; threshold?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::softplus_backward(Tensor grad_output, Tensor self, Scalar beta, Scalar threshold) -> Tensor` */
  softplusBackward(gradOutput: Tensor, self: Tensor, beta: Scalar, threshold: Scalar): Tensor;
  /** `aten::softplus_backward.grad_input(Tensor grad_output, Tensor self, Scalar beta, Scalar threshold, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  softplusBackward(gradOutput: Tensor, self: Tensor, beta: Scalar, threshold: Scalar, options: { gradInput: Tensor }): Tensor;
  /** `aten::softshrink(Tensor self, Scalar lambd=0.5) -> Tensor` */
  softshrink(self: Tensor, options?: { lambd?: Scalar | undefined }): Tensor;
  /** `aten::softshrink.out(Tensor self, Scalar lambd=0.5, *, Tensor(a!) out) -> Tensor(a!)` */
  softshrink(self: Tensor, options: { lambd?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::softshrink_backward(Tensor grad_output, Tensor self, Scalar lambd) -> Tensor` */
  softshrinkBackward(gradOutput: Tensor, self: Tensor, lambd: Scalar): Tensor;
  /** `aten::softshrink_backward.grad_input(Tensor grad_output, Tensor self, Scalar lambd, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  softshrinkBackward(gradOutput: Tensor, self: Tensor, lambd: Scalar, options: { gradInput: Tensor }): Tensor;
  /** `aten::sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
  sort(self: Tensor, options?: { dim?: number | undefined; descending?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::sort.stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
  sort(self: Tensor, options?: { stable?: boolean | null | undefined; dim?: number | undefined; descending?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::sort.values(Tensor self, int dim=-1, bool descending=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  sort(self: Tensor, options: { dim?: number | undefined; descending?: boolean | undefined; values: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::sort.values_stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  sort(self: Tensor, options: { stable?: boolean | null | undefined; dim?: number | undefined; descending?: boolean | undefined; values: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::sparse_bsc_tensor.ccol_row_value(Tensor ccol_indices, Tensor row_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseBscTensor(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_bsc_tensor.ccol_row_value_size(Tensor ccol_indices, Tensor row_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseBscTensor(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_bsr_tensor.crow_col_value(Tensor crow_indices, Tensor col_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseBsrTensor(crowIndices: Tensor, colIndices: Tensor, values: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_bsr_tensor.crow_col_value_size(Tensor crow_indices, Tensor col_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseBsrTensor(crowIndices: Tensor, colIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_compressed_tensor.comp_plain_value(Tensor compressed_indices, Tensor plain_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseCompressedTensor(compressedIndices: Tensor, plainIndices: Tensor, values: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_compressed_tensor.comp_plain_value_size(Tensor compressed_indices, Tensor plain_indices, Tensor values, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseCompressedTensor(compressedIndices: Tensor, plainIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_coo_tensor.indices(Tensor indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool? is_coalesced=None) -> Tensor` */
  sparseCooTensor(indices: Tensor, values: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; isCoalesced?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_coo_tensor.indices_size(Tensor indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool? is_coalesced=None) -> Tensor` */
  sparseCooTensor(indices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; isCoalesced?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_coo_tensor.size(int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseCooTensor(size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_coo_tensor.size_out(int[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  sparseCooTensor(size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::sparse_csc_tensor.ccol_row_value(Tensor ccol_indices, Tensor row_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseCscTensor(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_csc_tensor.ccol_row_value_size(Tensor ccol_indices, Tensor row_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseCscTensor(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_csr_tensor.crow_col_value(Tensor crow_indices, Tensor col_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseCsrTensor(crowIndices: Tensor, colIndices: Tensor, values: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_csr_tensor.crow_col_value_size(Tensor crow_indices, Tensor col_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
  sparseCsrTensor(crowIndices: Tensor, colIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::sparse_dim(Tensor self) -> int` */
  sparseDim(self: Tensor): number;
  /** `aten::sparse_mask(Tensor self, Tensor mask) -> Tensor` */
  sparseMask(self: Tensor, mask: Tensor): Tensor;
  /** `aten::sparse_mask.out(Tensor self, Tensor mask, *, Tensor(a!) out) -> Tensor(a!)` */
  sparseMask(self: Tensor, mask: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::sparse_resize(Tensor self, int[] size, int sparse_dim, int dense_dim) -> Tensor` */
  sparseResize(self: Tensor, size: readonly number[], sparseDim: number, denseDim: number): Tensor;
  /** `aten::sparse_resize.out(Tensor self, int[] size, int sparse_dim, int dense_dim, *, Tensor(a!) out) -> Tensor(a!)` */
  sparseResize(self: Tensor, size: readonly number[], sparseDim: number, denseDim: number, options: { out: Tensor }): Tensor;
  /** `aten::sparse_resize_(Tensor(a!) self, int[] size, int sparse_dim, int dense_dim) -> Tensor(a!)` */
  sparseResize_(self: Tensor, size: readonly number[], sparseDim: number, denseDim: number): Tensor;
  /** `aten::sparse_resize_and_clear(Tensor self, int[] size, int sparse_dim, int dense_dim) -> Tensor` */
  sparseResizeAndClear(self: Tensor, size: readonly number[], sparseDim: number, denseDim: number): Tensor;
  /** `aten::sparse_resize_and_clear.out(Tensor self, int[] size, int sparse_dim, int dense_dim, *, Tensor(a!) out) -> Tensor(a!)` */
  sparseResizeAndClear(self: Tensor, size: readonly number[], sparseDim: number, denseDim: number, options: { out: Tensor }): Tensor;
  /** `aten::sparse_resize_and_clear_(Tensor(a!) self, int[] size, int sparse_dim, int dense_dim) -> Tensor(a!)` */
  sparseResizeAndClear_(self: Tensor, size: readonly number[], sparseDim: number, denseDim: number): Tensor;
  /** `aten::sparse_sampled_addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  sparseSampledAddmm(self: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::sparse_sampled_addmm.out(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  sparseSampledAddmm(self: Tensor, mat1: Tensor, mat2: Tensor, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::special_airy_ai(Tensor x) -> Tensor` */
  specialAiryAi(x: Tensor): Tensor;
  /** `aten::special_airy_ai.out(Tensor x, *, Tensor(a!) out) -> Tensor(a!)` */
  specialAiryAi(x: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_bessel_j0(Tensor self) -> Tensor` */
  specialBesselJ0(self: Tensor): Tensor;
  /** `aten::special_bessel_j0.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialBesselJ0(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_bessel_j1(Tensor self) -> Tensor` */
  specialBesselJ1(self: Tensor): Tensor;
  /** `aten::special_bessel_j1.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialBesselJ1(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_bessel_y0(Tensor self) -> Tensor` */
  specialBesselY0(self: Tensor): Tensor;
  /** `aten::special_bessel_y0.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialBesselY0(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_bessel_y1(Tensor self) -> Tensor` */
  specialBesselY1(self: Tensor): Tensor;
  /** `aten::special_bessel_y1.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialBesselY1(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_t(Tensor x, Tensor n) -> Tensor` */
  specialChebyshevPolynomialT(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_chebyshev_polynomial_t.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialChebyshevPolynomialT(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_chebyshev_polynomial_t.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialT(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_t.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialT(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_t.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialChebyshevPolynomialT(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_chebyshev_polynomial_t.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialT(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_u(Tensor x, Tensor n) -> Tensor` */
  specialChebyshevPolynomialU(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_chebyshev_polynomial_u.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialChebyshevPolynomialU(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_chebyshev_polynomial_u.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialU(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_u.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialU(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_u.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialChebyshevPolynomialU(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_chebyshev_polynomial_u.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialU(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_v(Tensor x, Tensor n) -> Tensor` */
  specialChebyshevPolynomialV(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_chebyshev_polynomial_v.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialChebyshevPolynomialV(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_chebyshev_polynomial_v.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialV(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_v.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialV(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_v.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialChebyshevPolynomialV(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_chebyshev_polynomial_v.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialV(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_w(Tensor x, Tensor n) -> Tensor` */
  specialChebyshevPolynomialW(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_chebyshev_polynomial_w.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialChebyshevPolynomialW(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_chebyshev_polynomial_w.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialW(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_w.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialW(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_chebyshev_polynomial_w.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialChebyshevPolynomialW(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_chebyshev_polynomial_w.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialChebyshevPolynomialW(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_digamma(Tensor self) -> Tensor` */
  specialDigamma(self: Tensor): Tensor;
  /** `aten::special_digamma.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialDigamma(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_entr(Tensor self) -> Tensor` */
  specialEntr(self: Tensor): Tensor;
  /** `aten::special_entr.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialEntr(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_erf(Tensor self) -> Tensor` */
  specialErf(self: Tensor): Tensor;
  /** `aten::special_erf.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialErf(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_erfc(Tensor self) -> Tensor` */
  specialErfc(self: Tensor): Tensor;
  /** `aten::special_erfc.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialErfc(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_erfcx(Tensor self) -> Tensor` */
  specialErfcx(self: Tensor): Tensor;
  /** `aten::special_erfcx.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialErfcx(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_erfinv(Tensor self) -> Tensor` */
  specialErfinv(self: Tensor): Tensor;
  /** `aten::special_erfinv.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialErfinv(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_exp2(Tensor self) -> Tensor` */
  specialExp2(self: Tensor): Tensor;
  /** `aten::special_exp2.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialExp2(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_expit(Tensor self) -> Tensor` */
  specialExpit(self: Tensor): Tensor;
  /** `aten::special_expit.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialExpit(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_expm1(Tensor self) -> Tensor` */
  specialExpm1(self: Tensor): Tensor;
  /** `aten::special_expm1.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialExpm1(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_gammainc(Tensor self, Tensor other) -> Tensor` */
  specialGammainc(self: Tensor, other: Tensor): Tensor;
  /** `aten::special_gammainc.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialGammainc(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_gammaincc(Tensor self, Tensor other) -> Tensor` */
  specialGammaincc(self: Tensor, other: Tensor): Tensor;
  /** `aten::special_gammaincc.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialGammaincc(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_gammaln(Tensor self) -> Tensor` */
  specialGammaln(self: Tensor): Tensor;
  /** `aten::special_gammaln.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialGammaln(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_hermite_polynomial_h(Tensor x, Tensor n) -> Tensor` */
  specialHermitePolynomialH(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_hermite_polynomial_h.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialHermitePolynomialH(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_hermite_polynomial_h.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialHermitePolynomialH(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_hermite_polynomial_h.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialHermitePolynomialH(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_hermite_polynomial_h.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialHermitePolynomialH(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_hermite_polynomial_h.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialHermitePolynomialH(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_hermite_polynomial_he(Tensor x, Tensor n) -> Tensor` */
  specialHermitePolynomialHe(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_hermite_polynomial_he.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialHermitePolynomialHe(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_hermite_polynomial_he.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialHermitePolynomialHe(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_hermite_polynomial_he.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialHermitePolynomialHe(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_hermite_polynomial_he.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialHermitePolynomialHe(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_hermite_polynomial_he.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialHermitePolynomialHe(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_i0(Tensor self) -> Tensor` */
  specialI0(self: Tensor): Tensor;
  /** `aten::special_i0.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialI0(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_i0e(Tensor self) -> Tensor` */
  specialI0e(self: Tensor): Tensor;
  /** `aten::special_i0e.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialI0e(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_i1(Tensor self) -> Tensor` */
  specialI1(self: Tensor): Tensor;
  /** `aten::special_i1.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialI1(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_i1e(Tensor self) -> Tensor` */
  specialI1e(self: Tensor): Tensor;
  /** `aten::special_i1e.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialI1e(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_laguerre_polynomial_l(Tensor x, Tensor n) -> Tensor` */
  specialLaguerrePolynomialL(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_laguerre_polynomial_l.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialLaguerrePolynomialL(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_laguerre_polynomial_l.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLaguerrePolynomialL(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_laguerre_polynomial_l.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLaguerrePolynomialL(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_laguerre_polynomial_l.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialLaguerrePolynomialL(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_laguerre_polynomial_l.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLaguerrePolynomialL(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_legendre_polynomial_p(Tensor x, Tensor n) -> Tensor` */
  specialLegendrePolynomialP(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_legendre_polynomial_p.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialLegendrePolynomialP(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_legendre_polynomial_p.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLegendrePolynomialP(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_legendre_polynomial_p.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLegendrePolynomialP(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_legendre_polynomial_p.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialLegendrePolynomialP(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_legendre_polynomial_p.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLegendrePolynomialP(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_log1p(Tensor self) -> Tensor` */
  specialLog1p(self: Tensor): Tensor;
  /** `aten::special_log1p.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLog1p(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_log_ndtr(Tensor self) -> Tensor` */
  specialLogNdtr(self: Tensor): Tensor;
  /** `aten::special_log_ndtr.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLogNdtr(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_log_softmax(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  specialLogSoftmax(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::special_logit(Tensor self, float? eps=None) -> Tensor` */
  specialLogit(self: Tensor, options?: { eps?: number | null | undefined }): Tensor;
  /** `aten::special_logit.out(Tensor self, float? eps=None, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLogit(self: Tensor, options: { eps?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::special_logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
  specialLogsumexp(self: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean | undefined }): Tensor;
  /** `aten::special_logsumexp.out(Tensor self, int[1] dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  specialLogsumexp(self: Tensor, dim: number | readonly number[], options: { keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::special_modified_bessel_i0(Tensor self) -> Tensor` */
  specialModifiedBesselI0(self: Tensor): Tensor;
  /** `aten::special_modified_bessel_i0.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialModifiedBesselI0(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_modified_bessel_i1(Tensor self) -> Tensor` */
  specialModifiedBesselI1(self: Tensor): Tensor;
  /** `aten::special_modified_bessel_i1.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialModifiedBesselI1(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_modified_bessel_k0(Tensor self) -> Tensor` */
  specialModifiedBesselK0(self: Tensor): Tensor;
  /** `aten::special_modified_bessel_k0.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialModifiedBesselK0(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_modified_bessel_k1(Tensor self) -> Tensor` */
  specialModifiedBesselK1(self: Tensor): Tensor;
  /** `aten::special_modified_bessel_k1.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialModifiedBesselK1(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_multigammaln(Tensor self, int p) -> Tensor` */
  specialMultigammaln(self: Tensor, p: number): Tensor;
  /** `aten::special_multigammaln.out(Tensor self, int p, *, Tensor(a!) out) -> Tensor(a!)` */
  specialMultigammaln(self: Tensor, p: number, options: { out: Tensor }): Tensor;
  /** `aten::special_ndtr(Tensor self) -> Tensor` */
  specialNdtr(self: Tensor): Tensor;
  /** `aten::special_ndtr.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialNdtr(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_ndtri(Tensor self) -> Tensor` */
  specialNdtri(self: Tensor): Tensor;
  /** `aten::special_ndtri.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialNdtri(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_polygamma(int n, Tensor self) -> Tensor` */
  specialPolygamma(n: number, self: Tensor): Tensor;
  /** `aten::special_polygamma.out(int n, Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialPolygamma(n: number, self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_psi(Tensor self) -> Tensor` */
  specialPsi(self: Tensor): Tensor;
  /** `aten::special_psi.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialPsi(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_round(Tensor self, *, int decimals=0) -> Tensor` */
  specialRound(self: Tensor, options?: { decimals?: number | undefined }): Tensor;
  /** `aten::special_round.out(Tensor self, *, int decimals=0, Tensor(a!) out) -> Tensor(a!)` */
  specialRound(self: Tensor, options: { decimals?: number | undefined; out: Tensor }): Tensor;
  /** `aten::special_scaled_modified_bessel_k0(Tensor x) -> Tensor` */
  specialScaledModifiedBesselK0(x: Tensor): Tensor;
  /** `aten::special_scaled_modified_bessel_k0.out(Tensor x, *, Tensor(a!) out) -> Tensor(a!)` */
  specialScaledModifiedBesselK0(x: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_scaled_modified_bessel_k1(Tensor x) -> Tensor` */
  specialScaledModifiedBesselK1(x: Tensor): Tensor;
  /** `aten::special_scaled_modified_bessel_k1.out(Tensor x, *, Tensor(a!) out) -> Tensor(a!)` */
  specialScaledModifiedBesselK1(x: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_t(Tensor x, Tensor n) -> Tensor` */
  specialShiftedChebyshevPolynomialT(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_t.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialShiftedChebyshevPolynomialT(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_t.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialT(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_t.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialT(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_t.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialShiftedChebyshevPolynomialT(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_t.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialT(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_u(Tensor x, Tensor n) -> Tensor` */
  specialShiftedChebyshevPolynomialU(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_u.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialShiftedChebyshevPolynomialU(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_u.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialU(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_u.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialU(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_u.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialShiftedChebyshevPolynomialU(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_u.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialU(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_v(Tensor x, Tensor n) -> Tensor` */
  specialShiftedChebyshevPolynomialV(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_v.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialShiftedChebyshevPolynomialV(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_v.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialV(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_v.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialV(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_v.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialShiftedChebyshevPolynomialV(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_v.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialV(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_w(Tensor x, Tensor n) -> Tensor` */
  specialShiftedChebyshevPolynomialW(x: Tensor, n: Tensor): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_w.n_scalar(Tensor x, Scalar n) -> Tensor` */
  specialShiftedChebyshevPolynomialW(x: Tensor, n: Scalar): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_w.n_scalar_out(Tensor x, Scalar n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialW(x: Tensor, n: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_w.out(Tensor x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialW(x: Tensor, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_w.x_scalar(Scalar x, Tensor n) -> Tensor` */
  specialShiftedChebyshevPolynomialW(x: Scalar, n: Tensor): Tensor;
  /** `aten::special_shifted_chebyshev_polynomial_w.x_scalar_out(Scalar x, Tensor n, *, Tensor(a!) out) -> Tensor(a!)` */
  specialShiftedChebyshevPolynomialW(x: Scalar, n: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_sinc(Tensor self) -> Tensor` */
  specialSinc(self: Tensor): Tensor;
  /** `aten::special_sinc.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  specialSinc(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_softmax(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  specialSoftmax(self: Tensor, dim: number, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::special_spherical_bessel_j0(Tensor x) -> Tensor` */
  specialSphericalBesselJ0(x: Tensor): Tensor;
  /** `aten::special_spherical_bessel_j0.out(Tensor x, *, Tensor(a!) out) -> Tensor(a!)` */
  specialSphericalBesselJ0(x: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_xlog1py(Tensor self, Tensor other) -> Tensor` */
  specialXlog1py(self: Tensor, other: Tensor): Tensor;
  /** `aten::special_xlog1py.other_scalar(Tensor self, Scalar other) -> Tensor` */
  specialXlog1py(self: Tensor, other: Scalar): Tensor;
  /** `aten::special_xlog1py.other_scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialXlog1py(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_xlog1py.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialXlog1py(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_xlog1py.self_scalar(Scalar self, Tensor other) -> Tensor` */
  specialXlog1py(self: Scalar, other: Tensor): Tensor;
  /** `aten::special_xlog1py.self_scalar_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialXlog1py(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_xlogy(Tensor self, Tensor other) -> Tensor` */
  specialXlogy(self: Tensor, other: Tensor): Tensor;
  /** `aten::special_xlogy.other_scalar(Tensor self, Scalar other) -> Tensor` */
  specialXlogy(self: Tensor, other: Scalar): Tensor;
  /** `aten::special_xlogy.other_scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialXlogy(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_xlogy.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialXlogy(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_xlogy.self_scalar(Scalar self, Tensor other) -> Tensor` */
  specialXlogy(self: Scalar, other: Tensor): Tensor;
  /** `aten::special_xlogy.self_scalar_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialXlogy(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_zeta(Tensor self, Tensor other) -> Tensor` */
  specialZeta(self: Tensor, other: Tensor): Tensor;
  /** `aten::special_zeta.other_scalar(Tensor self, Scalar other) -> Tensor` */
  specialZeta(self: Tensor, other: Scalar): Tensor;
  /** `aten::special_zeta.other_scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialZeta(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::special_zeta.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialZeta(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::special_zeta.self_scalar(Scalar self, Tensor other) -> Tensor` */
  specialZeta(self: Scalar, other: Tensor): Tensor;
  /** `aten::special_zeta.self_scalar_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  specialZeta(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::split.Tensor(Tensor(a -> *) self, SymInt split_size, int dim=0) -> Tensor(a)[]` */
  split(self: Tensor, splitSize: number, options?: { dim?: number | undefined }): Tensor[];
  /** `aten::split.sizes(Tensor(a -> *) self, SymInt[] split_size, int dim=0) -> Tensor(a)[]` */
  split(self: Tensor, splitSize: readonly number[], options?: { dim?: number | undefined }): Tensor[];
  /** `aten::split_copy.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]` */
  splitCopy(self: Tensor, splitSize: number, options?: { dim?: number | undefined }): Tensor[];
  /** `aten::split_copy.Tensor_out(Tensor self, SymInt split_size, int dim=0, *, Tensor(a!)[] out) -> ()` */
  splitCopy(self: Tensor, splitSize: number, options: { dim?: number | undefined; out: readonly Tensor[] }): void;
  /** `aten::split_with_sizes(Tensor(a -> *) self, SymInt[] split_sizes, int dim=0) -> Tensor(a)[]` */
  splitWithSizes(self: Tensor, splitSizes: readonly number[], options?: { dim?: number | undefined }): Tensor[];
  /** `aten::split_with_sizes_copy(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]` */
  splitWithSizesCopy(self: Tensor, splitSizes: readonly number[], options?: { dim?: number | undefined }): Tensor[];
  /** `aten::split_with_sizes_copy.out(Tensor self, SymInt[] split_sizes, int dim=0, *, Tensor(a!)[] out) -> ()` */
  splitWithSizesCopy(self: Tensor, splitSizes: readonly number[], options: { dim?: number | undefined; out: readonly Tensor[] }): void;
  /** `aten::sqrt(Tensor self) -> Tensor` */
  sqrt(self: Tensor): Tensor;
  /** `aten::sqrt.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  sqrt(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::sqrt_(Tensor(a!) self) -> Tensor(a!)` */
  sqrt_(self: Tensor): Tensor;
  /** `aten::square(Tensor self) -> Tensor` */
  square(self: Tensor): Tensor;
  /** `aten::square.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  square(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::square_(Tensor(a!) self) -> Tensor(a!)` */
  square_(self: Tensor): Tensor;
  /** `aten::squeeze(Tensor(a) self) -> Tensor(a)` */
  squeeze(self: Tensor): Tensor;
  /** `aten::squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)` */
  squeeze(self: Tensor, dim: number): Tensor;
  /** `aten::squeeze.dims(Tensor(a) self, int[] dim) -> Tensor(a)` */
  squeeze(self: Tensor, dim: readonly number[]): Tensor;
  /** `aten::squeeze_(Tensor(a!) self) -> Tensor(a!)` */
  squeeze_(self: Tensor): Tensor;
  /** `aten::squeeze_.dim(Tensor(a!) self, int dim) -> Tensor(a!)` */
  squeeze_(self: Tensor, dim: number): Tensor;
  /** `aten::squeeze_.dims(Tensor(a!) self, int[] dim) -> Tensor(a!)` */
  squeeze_(self: Tensor, dim: readonly number[]): Tensor;
  /** `aten::squeeze_copy(Tensor self) -> Tensor` */
  squeezeCopy(self: Tensor): Tensor;
  /** `aten::squeeze_copy.dim(Tensor self, int dim) -> Tensor` */
  squeezeCopy(self: Tensor, dim: number): Tensor;
  /** `aten::squeeze_copy.dim_out(Tensor self, int dim, *, Tensor(a!) out) -> Tensor(a!)` */
  squeezeCopy(self: Tensor, dim: number, options: { out: Tensor }): Tensor;
  /** `aten::squeeze_copy.dims(Tensor self, int[] dim) -> Tensor` */
  squeezeCopy(self: Tensor, dim: readonly number[]): Tensor;
  /** `aten::squeeze_copy.dims_out(Tensor self, int[] dim, *, Tensor(a!) out) -> Tensor(a!)` */
  squeezeCopy(self: Tensor, dim: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::squeeze_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  squeezeCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::sspaddmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  sspaddmm(self: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar | undefined; alpha?: Scalar | undefined }): Tensor;
  /** `aten::sspaddmm.out(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  sspaddmm(self: Tensor, mat1: Tensor, mat2: Tensor, options: { beta?: Scalar | undefined; alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::stack(Tensor[] tensors, int dim=0) -> Tensor` */
  stack(tensors: readonly Tensor[], options?: { dim?: number | undefined }): Tensor;
  /** `aten::stack.out(Tensor[] tensors, int dim=0, *, Tensor(a!) out) -> Tensor(a!)` */
  stack(tensors: readonly Tensor[], options: { dim?: number | undefined; out: Tensor }): Tensor;
  /** `aten::std(Tensor self, bool unbiased=True) -> Tensor` */
  std(self: Tensor, options?: { unbiased?: boolean | undefined }): Tensor;
  /** `aten::std.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor` */
  std(self: Tensor, options?: { dim?: number | readonly number[] | null | undefined; correction?: Scalar | null | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::std.correction_out(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False, Tensor(a!) out) -> Tensor(a!)` */
  std(self: Tensor, options: { dim?: number | readonly number[] | null | undefined; correction?: Scalar | null | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
  std(self: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::std.out(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  std(self: Tensor, dim: number | readonly number[] | null, options: { unbiased?: boolean | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::std_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)` */
  stdMean(self: Tensor, options?: { unbiased?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::std_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)` */
  stdMean(self: Tensor, options?: { dim?: number | readonly number[] | null | undefined; correction?: Scalar | null | undefined; keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::std_mean.correction_out(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  stdMean(self: Tensor, options: { dim?: number | readonly number[] | null | undefined; correction?: Scalar | null | undefined; keepdim?: boolean | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::std_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)` */
  stdMean(self: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean | undefined; keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::stft(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None) -> Tensor` */
  stft(self: Tensor, nFft: number, options?: { hopLength?: number | null | undefined; winLength?: number | null | undefined; window?: Tensor | null | undefined; normalized?: boolean | undefined; onesided?: boolean | null | undefined; returnComplex?: boolean | null | undefined; alignToWindow?: boolean | null | undefined }): Tensor;
  /** `aten::stft.center(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode="reflect", bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None) -> Tensor` */
  stft(self: Tensor, nFft: number, options?: { hopLength?: number | null | undefined; winLength?: number | null | undefined; window?: Tensor | null | undefined; center?: boolean | undefined; padMode?: string | undefined; normalized?: boolean | undefined; onesided?: boolean | null | undefined; returnComplex?: boolean | null | undefined; alignToWindow?: boolean | null | undefined }): Tensor;
  /** `aten::storage_offset(Tensor self) -> int` */
  storageOffset(self: Tensor): number;
  /** `aten::stride.int(Tensor self, int dim) -> int` */
  stride(self: Tensor, dim: number): number;
  /** `aten::sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  sub(self: Tensor, other: Scalar, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::sub.Scalar_out(Tensor self, Scalar other, Scalar alpha=1, *, Tensor(a!) out) -> Tensor(a!)` */
  sub(self: Tensor, other: Scalar, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  sub(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::sub.out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  sub(self: Tensor, other: Tensor, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::sub_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  sub_(self: Tensor, other: Scalar, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::sub_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  sub_(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::subtract.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  subtract(self: Tensor, other: Scalar, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::subtract.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  subtract(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::subtract.out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)` */
  subtract(self: Tensor, other: Tensor, options: { alpha?: Scalar | undefined; out: Tensor }): Tensor;
  /** `aten::subtract_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  subtract_(self: Tensor, other: Scalar, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::subtract_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  subtract_(self: Tensor, other: Tensor, options?: { alpha?: Scalar | undefined }): Tensor;
  /** `aten::sum(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  sum(self: Tensor, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::sum.IntList_out(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  sum(self: Tensor, dim: number | readonly number[] | null, options: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  sum(self: Tensor, dim: number | readonly number[] | null, options?: { keepdim?: boolean | undefined; dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::sum.out(Tensor self, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)` */
  sum(self: Tensor, options: { dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::sum_to_size(Tensor self, SymInt[] size) -> Tensor` */
  sumToSize(self: Tensor, size: readonly number[]): Tensor;
  /** `aten::svd(Tensor self, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, Tensor V)` */
  svd(self: Tensor, options?: { some?: boolean | undefined; computeUv?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::svd.U(Tensor self, bool some=True, bool compute_uv=True, *, Tensor(a!) U, Tensor(b!) S, Tensor(c!) V) -> (Tensor(a!) U, Tensor(b!) S, Tensor(c!) V)` */
  svd(self: Tensor, options: { some?: boolean | undefined; computeUv?: boolean | undefined; U: Tensor; S: Tensor; V: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)` */
  swapaxes(self: Tensor, axis0: number, axis1: number): Tensor;
  /** `aten::swapaxes_(Tensor(a!) self, int axis0, int axis1) -> Tensor(a!)` */
  swapaxes_(self: Tensor, axis0: number, axis1: number): Tensor;
  /** `aten::swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
  swapdims(self: Tensor, dim0: number, dim1: number): Tensor;
  /** `aten::swapdims_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)` */
  swapdims_(self: Tensor, dim0: number, dim1: number): Tensor;
  /** `aten::sym_constrain_range(Scalar size, *, int? min=None, int? max=None) -> ()` */
  symConstrainRange(size: Scalar, options?: { min?: number | null | undefined; max?: number | null | undefined }): void;
  /** `aten::sym_constrain_range_for_size(Scalar size, *, int? min=None, int? max=None) -> ()` */
  symConstrainRangeForSize(size: Scalar, options?: { min?: number | null | undefined; max?: number | null | undefined }): void;
  /** `aten::sym_is_contiguous(Tensor self, MemoryFormat memory_format=0) -> SymBool` */
  symIsContiguous(self: Tensor, options?: { memoryFormat?: MemoryFormat | undefined }): boolean;
  /** `aten::sym_numel(Tensor self) -> SymInt` */
  symNumel(self: Tensor): number;
  /** `aten::sym_size.int(Tensor self, int dim) -> SymInt` */
  symSize(self: Tensor, dim: number): number;
  /** `aten::sym_storage_offset(Tensor self) -> SymInt` */
  symStorageOffset(self: Tensor): number;
  /** `aten::sym_stride.int(Tensor self, int dim) -> SymInt` */
  symStride(self: Tensor, dim: number): number;
  /** `aten::t(Tensor(a) self) -> Tensor(a)` */
  t(self: Tensor): Tensor;
  /** `aten::t_(Tensor(a!) self) -> Tensor(a!)` */
  t_(self: Tensor): Tensor;
  /** `aten::t_copy(Tensor self) -> Tensor` */
  tCopy(self: Tensor): Tensor;
  /** `aten::t_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  tCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::take(Tensor self, Tensor index) -> Tensor` */
  take(self: Tensor, index: Tensor): Tensor;
  /** `aten::take.out(Tensor self, Tensor index, *, Tensor(a!) out) -> Tensor(a!)` */
  take(self: Tensor, index: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor` */
  takeAlongDim(self: Tensor, indices: Tensor, options?: { dim?: number | null | undefined }): Tensor;
  /** `aten::take_along_dim.out(Tensor self, Tensor indices, int? dim=None, *, Tensor(a!) out) -> Tensor(a!)` */
  takeAlongDim(self: Tensor, indices: Tensor, options: { dim?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::tan(Tensor self) -> Tensor` */
  tan(self: Tensor): Tensor;
  /** `aten::tan.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  tan(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::tan_(Tensor(a!) self) -> Tensor(a!)` */
  tan_(self: Tensor): Tensor;
  /** `aten::tanh(Tensor self) -> Tensor` */
  tanh(self: Tensor): Tensor;
  /** `aten::tanh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  tanh(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::tanh_(Tensor(a!) self) -> Tensor(a!)` */
  tanh_(self: Tensor): Tensor;
  /** `aten::tanh_backward(Tensor grad_output, Tensor output) -> Tensor` */
  tanhBackward(gradOutput: Tensor, output: Tensor): Tensor;
  /** `aten::tanh_backward.grad_input(Tensor grad_output, Tensor output, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  tanhBackward(gradOutput: Tensor, output: Tensor, options: { gradInput: Tensor }): Tensor;
  /** `aten::tensor_split.indices(Tensor(a -> *) self, SymInt[] indices, int dim=0) -> Tensor(a)[]` */
  tensorSplit(self: Tensor, indices: readonly number[], options?: { dim?: number | undefined }): Tensor[];
  /** `aten::tensor_split.sections(Tensor(a -> *) self, SymInt sections, int dim=0) -> Tensor(a)[]` */
  tensorSplit(self: Tensor, sections: number, options?: { dim?: number | undefined }): Tensor[];
  /** `aten::tensor_split.tensor_indices_or_sections(Tensor(a -> *) self, Tensor tensor_indices_or_sections, int dim=0) -> Tensor(a)[]` */
  tensorSplit(self: Tensor, tensorIndicesOrSections: Tensor, options?: { dim?: number | undefined }): Tensor[];
  /** `aten::tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> Tensor` */
  tensordot(self: Tensor, other: Tensor, dimsSelf: readonly number[], dimsOther: readonly number[]): Tensor;
  /** `aten::tensordot.out(Tensor self, Tensor other, int[] dims_self, int[] dims_other, *, Tensor(a!) out) -> Tensor(a!)` */
  tensordot(self: Tensor, other: Tensor, dimsSelf: readonly number[], dimsOther: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::thnn_conv2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0]) -> Tensor` */
  thnnConv2d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options?: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined }): Tensor;
  /** `aten::thnn_conv2d.out(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], *, Tensor(a!) out) -> Tensor(a!)` */
  thnnConv2d(self: Tensor, weight: Tensor, kernelSize: number | readonly number[], options: { bias?: Tensor | null | undefined; stride?: number | readonly number[] | undefined; padding?: number | readonly number[] | undefined; out: Tensor }): Tensor;
  /** `aten::threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor` */
  threshold(self: Tensor, threshold: Scalar, value: Scalar): Tensor;
  /** `aten::threshold.out(Tensor self, Scalar threshold, Scalar value, *, Tensor(a!) out) -> Tensor(a!)` */
  threshold(self: Tensor, threshold: Scalar, value: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::threshold_(Tensor(a!) self, Scalar threshold, Scalar value) -> Tensor(a!)` */
  threshold_(self: Tensor, threshold: Scalar, value: Scalar): Tensor;
  /** `aten::threshold_backward(Tensor grad_output, Tensor self, Scalar threshold) -> Tensor` */
  thresholdBackward(gradOutput: Tensor, self: Tensor, threshold: Scalar): Tensor;
  /** `aten::threshold_backward.grad_input(Tensor grad_output, Tensor self, Scalar threshold, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  thresholdBackward(gradOutput: Tensor, self: Tensor, threshold: Scalar, options: { gradInput: Tensor }): Tensor;
  /** `aten::tile(Tensor self, SymInt[] dims) -> Tensor` */
  tile(self: Tensor, dims: readonly number[]): Tensor;
  /** `aten::to.device(Tensor(a) self, Device device, ScalarType dtype, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)` */
  to(self: Tensor, device: Device, dtype: Dtype, options?: { nonBlocking?: boolean | undefined; copy?: boolean | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)` */
  to(self: Tensor, dtype: Dtype, options?: { nonBlocking?: boolean | undefined; copy?: boolean | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::to.dtype_layout(Tensor(a) self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)` */
  to(self: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; nonBlocking?: boolean | undefined; copy?: boolean | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::to.other(Tensor(a) self, Tensor other, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)` */
  to(self: Tensor, other: Tensor, options?: { nonBlocking?: boolean | undefined; copy?: boolean | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::to_dense(Tensor self, ScalarType? dtype=None, *, bool? masked_grad=None) -> Tensor` */
  toDense(self: Tensor, options?: { dtype?: Dtype | null | undefined; maskedGrad?: boolean | null | undefined }): Tensor;
  /** `aten::to_dense_backward(Tensor grad, Tensor input, bool? masked_grad=None) -> Tensor` */
  toDenseBackward(grad: Tensor, input: Tensor, options?: { maskedGrad?: boolean | null | undefined }): Tensor;
  /** `aten::to_mkldnn(Tensor self, ScalarType? dtype=None) -> Tensor` */
  toMkldnn(self: Tensor, options?: { dtype?: Dtype | null | undefined }): Tensor;
  /** `aten::to_mkldnn.out(Tensor self, ScalarType? dtype=None, *, Tensor(a!) out) -> Tensor(a!)` */
  toMkldnn(self: Tensor, options: { dtype?: Dtype | null | undefined; out: Tensor }): Tensor;
  /** `aten::to_mkldnn_backward(Tensor grad, Tensor input) -> Tensor` */
  toMkldnnBackward(grad: Tensor, input: Tensor): Tensor;
  /** `aten::to_padded_tensor(Tensor self, float padding, SymInt[]? output_size=None) -> Tensor` */
  toPaddedTensor(self: Tensor, padding: number, options?: { outputSize?: readonly number[] | null | undefined }): Tensor;
  /** `aten::to_padded_tensor.out(Tensor self, float padding, SymInt[]? output_size=None, *, Tensor(a!) out) -> Tensor(a!)` */
  toPaddedTensor(self: Tensor, padding: number, options: { outputSize?: readonly number[] | null | undefined; out: Tensor }): Tensor;
  /** `aten::to_sparse(Tensor self, *, Layout? layout=None, int[2]? blocksize=None, int? dense_dim=None) -> Tensor` */
  toSparse(self: Tensor, options?: { layout?: Layout | null | undefined; blocksize?: number | readonly number[] | null | undefined; denseDim?: number | null | undefined }): Tensor;
  /** `aten::to_sparse.sparse_dim(Tensor self, int sparse_dim) -> Tensor` */
  toSparse(self: Tensor, sparseDim: number): Tensor;
  /** `aten::to_sparse_bsc(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor` */
  toSparseBsc(self: Tensor, blocksize: number | readonly number[], options?: { denseDim?: number | null | undefined }): Tensor;
  /** `aten::to_sparse_bsr(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor` */
  toSparseBsr(self: Tensor, blocksize: number | readonly number[], options?: { denseDim?: number | null | undefined }): Tensor;
  /** `aten::to_sparse_csc(Tensor self, int? dense_dim=None) -> Tensor` */
  toSparseCsc(self: Tensor, options?: { denseDim?: number | null | undefined }): Tensor;
  /** `aten::to_sparse_csr(Tensor self, int? dense_dim=None) -> Tensor` */
  toSparseCsr(self: Tensor, options?: { denseDim?: number | null | undefined }): Tensor;
  /** `aten::topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)` */
  topk(self: Tensor, k: number, options?: { dim?: number | undefined; largest?: boolean | undefined; sorted?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::topk.values(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)` */
  topk(self: Tensor, k: number, options: { dim?: number | undefined; largest?: boolean | undefined; sorted?: boolean | undefined; values: Tensor; indices: Tensor }): [Tensor, Tensor];
  /** `aten::trace(Tensor self) -> Tensor` */
  trace(self: Tensor): Tensor;
  /** `aten::trace.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  trace(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::trace_backward(Tensor grad, SymInt[] sizes) -> Tensor` */
  traceBackward(grad: Tensor, sizes: readonly number[]): Tensor;
  /** `aten::transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
  transpose(self: Tensor, dim0: number, dim1: number): Tensor;
  /** `aten::transpose_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)` */
  transpose_(self: Tensor, dim0: number, dim1: number): Tensor;
  /** `aten::transpose_copy.int(Tensor self, int dim0, int dim1) -> Tensor` */
  transposeCopy(self: Tensor, dim0: number, dim1: number): Tensor;
  /** `aten::transpose_copy.int_out(Tensor self, int dim0, int dim1, *, Tensor(a!) out) -> Tensor(a!)` */
  transposeCopy(self: Tensor, dim0: number, dim1: number, options: { out: Tensor }): Tensor;
  /** `aten::trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor` */
  trapezoid(y: Tensor, options?: { dx?: Scalar | undefined; dim?: number | undefined }): Tensor;
  /** `aten::trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor` */
  trapezoid(y: Tensor, x: Tensor, options?: { dim?: number | undefined }): Tensor;
  /** `aten::trapz.dx(Tensor y, *, float dx=1., int dim=-1) -> Tensor` */
  trapz(y: Tensor, options?: { dx?: number | undefined; dim?: number | undefined }): Tensor;
  /** `aten::trapz.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor` */
  trapz(y: Tensor, x: Tensor, options?: { dim?: number | undefined }): Tensor;
  /** `aten::triangular_solve(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False) -> (Tensor solution, Tensor cloned_coefficient)` */
  triangularSolve(self: Tensor, A: Tensor, options?: { upper?: boolean | undefined; transpose?: boolean | undefined; unitriangular?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::triangular_solve.X(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False, *, Tensor(a!) X, Tensor(b!) M) -> (Tensor(a!) solution, Tensor(b!) cloned_coefficient)` */
  triangularSolve(self: Tensor, A: Tensor, options: { upper?: boolean | undefined; transpose?: boolean | undefined; unitriangular?: boolean | undefined; X: Tensor; M: Tensor }): [Tensor, Tensor];
  /** `aten::tril(Tensor self, SymInt diagonal=0) -> Tensor` */
  tril(self: Tensor, options?: { diagonal?: number | undefined }): Tensor;
  /** `aten::tril.out(Tensor self, SymInt diagonal=0, *, Tensor(a!) out) -> Tensor(a!)` */
  tril(self: Tensor, options: { diagonal?: number | undefined; out: Tensor }): Tensor;
  /** `aten::tril_(Tensor(a!) self, SymInt diagonal=0) -> Tensor(a!)` */
  tril_(self: Tensor, options?: { diagonal?: number | undefined }): Tensor;
  /** `aten::tril_indices(int row, int col, int offset=0, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  trilIndices(row: number, col: number, options?: { offset?: number | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::tril_indices.out(int row, int col, int offset=0, *, Tensor(a!) out) -> Tensor(a!)` */
  trilIndices(row: number, col: number, options: { offset?: number | undefined; out: Tensor }): Tensor;
  /** `aten::triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1., float p=2., float eps=9.9999999999999995e-07, bool swap=False, int reduction=1) -> Tensor` */
  tripletMarginLoss(anchor: Tensor, positive: Tensor, negative: Tensor, options?: { margin?: number | undefined; p?: number | undefined; eps?: number | undefined; swap?: boolean | undefined; reduction?: number | undefined }): Tensor;
  /** `aten::triu(Tensor self, SymInt diagonal=0) -> Tensor` */
  triu(self: Tensor, options?: { diagonal?: number | undefined }): Tensor;
  /** `aten::triu.out(Tensor self, SymInt diagonal=0, *, Tensor(a!) out) -> Tensor(a!)` */
  triu(self: Tensor, options: { diagonal?: number | undefined; out: Tensor }): Tensor;
  /** `aten::triu_(Tensor(a!) self, SymInt diagonal=0) -> Tensor(a!)` */
  triu_(self: Tensor, options?: { diagonal?: number | undefined }): Tensor;
  /** `aten::triu_indices(int row, int col, int offset=0, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  triuIndices(row: number, col: number, options?: { offset?: number | undefined; dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::triu_indices.out(int row, int col, int offset=0, *, Tensor(a!) out) -> Tensor(a!)` */
  triuIndices(row: number, col: number, options: { offset?: number | undefined; out: Tensor }): Tensor;
  /** `aten::true_divide.Scalar(Tensor self, Scalar other) -> Tensor` */
  trueDivide(self: Tensor, other: Scalar): Tensor;
  /** `aten::true_divide.Tensor(Tensor self, Tensor other) -> Tensor` */
  trueDivide(self: Tensor, other: Tensor): Tensor;
  /** `aten::true_divide.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  trueDivide(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::true_divide_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  trueDivide_(self: Tensor, other: Scalar): Tensor;
  /** `aten::true_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  trueDivide_(self: Tensor, other: Tensor): Tensor;
  /** `aten::trunc(Tensor self) -> Tensor` */
  trunc(self: Tensor): Tensor;
  /** `aten::trunc.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  trunc(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::trunc_(Tensor(a!) self) -> Tensor(a!)` */
  trunc_(self: Tensor): Tensor;
  /** `aten::type_as(Tensor self, Tensor other) -> Tensor` */
  typeAs(self: Tensor, other: Tensor): Tensor;
  /** `aten::unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]` */
  unbind(self: Tensor, options?: { dim?: number | undefined }): Tensor[];
  /** `aten::unbind_copy.int(Tensor self, int dim=0) -> Tensor[]` */
  unbindCopy(self: Tensor, options?: { dim?: number | undefined }): Tensor[];
  /** `aten::unbind_copy.int_out(Tensor self, int dim=0, *, Tensor(a!)[] out) -> ()` */
  unbindCopy(self: Tensor, options: { dim?: number | undefined; out: readonly Tensor[] }): void;
  /** `aten::unflatten.int(Tensor(a) self, int dim, SymInt[] sizes) -> Tensor(a)` */
  unflatten(self: Tensor, dim: number, sizes: readonly number[]): Tensor;
  /** `aten::unflatten_dense_tensors(Tensor flat, Tensor[] tensors) -> Tensor[]` */
  unflattenDenseTensors(flat: Tensor, tensors: readonly Tensor[]): Tensor[];
  /** `aten::unfold(Tensor(a) self, int dimension, int size, int step) -> Tensor(a)` */
  unfold(self: Tensor, dimension: number, size: number, step: number): Tensor;
  /** `aten::unfold_backward(Tensor grad_in, SymInt[] input_sizes, int dim, int size, int step) -> Tensor` */
  unfoldBackward(gradIn: Tensor, inputSizes: readonly number[], dim: number, size: number, step: number): Tensor;
  /** `aten::unfold_backward.out(Tensor grad_in, SymInt[] input_sizes, int dim, int size, int step, *, Tensor(a!) out) -> Tensor(a!)` */
  unfoldBackward(gradIn: Tensor, inputSizes: readonly number[], dim: number, size: number, step: number, options: { out: Tensor }): Tensor;
  /** `aten::unfold_copy(Tensor self, int dimension, int size, int step) -> Tensor` */
  unfoldCopy(self: Tensor, dimension: number, size: number, step: number): Tensor;
  /** `aten::unfold_copy.out(Tensor self, int dimension, int size, int step, *, Tensor(a!) out) -> Tensor(a!)` */
  unfoldCopy(self: Tensor, dimension: number, size: number, step: number, options: { out: Tensor }): Tensor;
  /** `aten::uniform(Tensor self, float from=0., float to=1., *, Generator? generator=None) -> Tensor` */
  uniform(self: Tensor, options?: { from?: number | undefined; to?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::uniform.out(Tensor self, float from=0., float to=1., *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)` */
  uniform(self: Tensor, options: { from?: number | undefined; to?: number | undefined; generator?: Generator | null | undefined; out: Tensor }): Tensor;
  /** `aten::uniform_(Tensor(a!) self, float from=0., float to=1., *, Generator? generator=None) -> Tensor(a!)` */
  uniform_(self: Tensor, options?: { from?: number | undefined; to?: number | undefined; generator?: Generator | null | undefined }): Tensor;
  /** `aten::unique_consecutive(Tensor self, bool return_inverse=False, bool return_counts=False, int? dim=None) -> (Tensor, Tensor, Tensor)` */
  uniqueConsecutive(self: Tensor, options?: { returnInverse?: boolean | undefined; returnCounts?: boolean | undefined; dim?: number | null | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::unique_consecutive.out(Tensor self, bool return_inverse=False, bool return_counts=False, int? dim=None, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  uniqueConsecutive(self: Tensor, options: { returnInverse?: boolean | undefined; returnCounts?: boolean | undefined; dim?: number | null | undefined; out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::unique_dim(Tensor self, int dim, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
  uniqueDim(self: Tensor, dim: number, options?: { sorted?: boolean | undefined; returnInverse?: boolean | undefined; returnCounts?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::unique_dim.out(Tensor self, int dim, bool sorted=True, bool return_inverse=False, bool return_counts=False, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  uniqueDim(self: Tensor, dim: number, options: { sorted?: boolean | undefined; returnInverse?: boolean | undefined; returnCounts?: boolean | undefined; out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::unique_dim_consecutive(Tensor self, int dim, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
  uniqueDimConsecutive(self: Tensor, dim: number, options?: { returnInverse?: boolean | undefined; returnCounts?: boolean | undefined }): [Tensor, Tensor, Tensor];
  /** `aten::unique_dim_consecutive.out(Tensor self, int dim, bool return_inverse=False, bool return_counts=False, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))` */
  uniqueDimConsecutive(self: Tensor, dim: number, options: { returnInverse?: boolean | undefined; returnCounts?: boolean | undefined; out0: Tensor; out1: Tensor; out2: Tensor }): [Tensor, Tensor, Tensor];
  /** `aten::unsafe_chunk(Tensor self, int chunks, int dim=0) -> Tensor[]` */
  unsafeChunk(self: Tensor, chunks: number, options?: { dim?: number | undefined }): Tensor[];
  /** `aten::unsafe_split.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]` */
  unsafeSplit(self: Tensor, splitSize: number, options?: { dim?: number | undefined }): Tensor[];
  /** `aten::unsafe_split.Tensor_out(Tensor self, SymInt split_size, int dim=0, *, Tensor(a!)[] out) -> ()` */
  unsafeSplit(self: Tensor, splitSize: number, options: { dim?: number | undefined; out: readonly Tensor[] }): void;
  /** `aten::unsafe_split_with_sizes(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]` */
  unsafeSplitWithSizes(self: Tensor, splitSizes: readonly number[], options?: { dim?: number | undefined }): Tensor[];
  /** `aten::unsafe_split_with_sizes.out(Tensor self, SymInt[] split_sizes, int dim=0, *, Tensor(a!)[] out) -> ()` */
  unsafeSplitWithSizes(self: Tensor, splitSizes: readonly number[], options: { dim?: number | undefined; out: readonly Tensor[] }): void;
  /** `aten::unsqueeze(Tensor(a) self, int dim) -> Tensor(a)` */
  unsqueeze(self: Tensor, dim: number): Tensor;
  /** `aten::unsqueeze_(Tensor(a!) self, int dim) -> Tensor(a!)` */
  unsqueeze_(self: Tensor, dim: number): Tensor;
  /** `aten::unsqueeze_copy(Tensor self, int dim) -> Tensor` */
  unsqueezeCopy(self: Tensor, dim: number): Tensor;
  /** `aten::unsqueeze_copy.out(Tensor self, int dim, *, Tensor(a!) out) -> Tensor(a!)` */
  unsqueezeCopy(self: Tensor, dim: number, options: { out: Tensor }): Tensor;
  /** `aten::upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleBicubic2d(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_bicubic2d.out(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  upsampleBicubic2d(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::upsample_bicubic2d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
  upsampleBicubic2d(input: Tensor, outputSize: readonly number[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::upsample_bicubic2d_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleBicubic2dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_bicubic2d_backward.grad_input(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  upsampleBicubic2dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleBilinear2d(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_bilinear2d.out(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  upsampleBilinear2d(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::upsample_bilinear2d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
  upsampleBilinear2d(input: Tensor, outputSize: readonly number[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::upsample_bilinear2d.vec_out(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors, *, Tensor(a!) out) -> Tensor(a!)` */
  upsampleBilinear2d(input: Tensor, outputSize: readonly number[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null, options: { out: Tensor }): Tensor;
  /** `aten::upsample_bilinear2d_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleBilinear2dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_bilinear2d_backward.grad_input(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  upsampleBilinear2dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::upsample_linear1d(Tensor self, SymInt[1] output_size, bool align_corners, float? scales=None) -> Tensor` */
  upsampleLinear1d(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options?: { scales?: number | null | undefined }): Tensor;
  /** `aten::upsample_linear1d.out(Tensor self, SymInt[1] output_size, bool align_corners, float? scales=None, *, Tensor(a!) out) -> Tensor(a!)` */
  upsampleLinear1d(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options: { scales?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::upsample_linear1d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
  upsampleLinear1d(input: Tensor, outputSize: readonly number[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::upsample_linear1d_backward(Tensor grad_output, SymInt[1] output_size, SymInt[3] input_size, bool align_corners, float? scales=None) -> Tensor` */
  upsampleLinear1dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options?: { scales?: number | null | undefined }): Tensor;
  /** `aten::upsample_linear1d_backward.grad_input(Tensor grad_output, SymInt[1] output_size, SymInt[3] input_size, bool align_corners, float? scales=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  upsampleLinear1dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options: { scales?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::upsample_nearest1d(Tensor self, SymInt[1] output_size, float? scales=None) -> Tensor` */
  upsampleNearest1d(self: Tensor, outputSize: number | readonly number[], options?: { scales?: number | null | undefined }): Tensor;
  /** `aten::upsample_nearest1d.out(Tensor self, SymInt[1] output_size, float? scales=None, *, Tensor(a!) out) -> Tensor(a!)` */
  upsampleNearest1d(self: Tensor, outputSize: number | readonly number[], options: { scales?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::upsample_nearest1d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
  upsampleNearest1d(input: Tensor, outputSize: readonly number[] | null, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::upsample_nearest1d_backward(Tensor grad_output, SymInt[1] output_size, SymInt[3] input_size, float? scales=None) -> Tensor` */
  upsampleNearest1dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options?: { scales?: number | null | undefined }): Tensor;
  /** `aten::upsample_nearest1d_backward.grad_input(Tensor grad_output, SymInt[1] output_size, SymInt[3] input_size, float? scales=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  upsampleNearest1dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options: { scales?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleNearest2d(self: Tensor, outputSize: number | readonly number[], options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_nearest2d.out(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  upsampleNearest2d(self: Tensor, outputSize: number | readonly number[], options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::upsample_nearest2d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
  upsampleNearest2d(input: Tensor, outputSize: readonly number[] | null, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::upsample_nearest2d.vec_out(Tensor input, SymInt[]? output_size, float[]? scale_factors, *, Tensor(a!) out) -> Tensor(a!)` */
  upsampleNearest2d(input: Tensor, outputSize: readonly number[] | null, scaleFactors: readonly number[] | null, options: { out: Tensor }): Tensor;
  /** `aten::upsample_nearest2d_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleNearest2dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options?: { scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_nearest2d_backward.grad_input(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  upsampleNearest2dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options: { scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::upsample_nearest3d(Tensor self, SymInt[3] output_size, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleNearest3d(self: Tensor, outputSize: number | readonly number[], options?: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_nearest3d.out(Tensor self, SymInt[3] output_size, float? scales_d=None, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  upsampleNearest3d(self: Tensor, outputSize: number | readonly number[], options: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::upsample_nearest3d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
  upsampleNearest3d(input: Tensor, outputSize: readonly number[] | null, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::upsample_nearest3d_backward(Tensor grad_output, SymInt[3] output_size, SymInt[5] input_size, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleNearest3dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options?: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_nearest3d_backward.grad_input(Tensor grad_output, SymInt[3] output_size, SymInt[5] input_size, float? scales_d=None, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  upsampleNearest3dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], options: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::upsample_trilinear3d(Tensor self, SymInt[3] output_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleTrilinear3d(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options?: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_trilinear3d.out(Tensor self, SymInt[3] output_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)` */
  upsampleTrilinear3d(self: Tensor, outputSize: number | readonly number[], alignCorners: boolean, options: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined; out: Tensor }): Tensor;
  /** `aten::upsample_trilinear3d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
  upsampleTrilinear3d(input: Tensor, outputSize: readonly number[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  /** `aten::upsample_trilinear3d_backward(Tensor grad_output, SymInt[3] output_size, SymInt[5] input_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleTrilinear3dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options?: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined }): Tensor;
  /** `aten::upsample_trilinear3d_backward.grad_input(Tensor grad_output, SymInt[3] output_size, SymInt[5] input_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None, *, Tensor(a!) grad_input) -> Tensor(a!)` */
  upsampleTrilinear3dBackward(gradOutput: Tensor, outputSize: number | readonly number[], inputSize: number | readonly number[], alignCorners: boolean, options: { scalesD?: number | null | undefined; scalesH?: number | null | undefined; scalesW?: number | null | undefined; gradInput: Tensor }): Tensor;
  /** `aten::value_selecting_reduction_backward(Tensor grad, int dim, Tensor indices, SymInt[] sizes, bool keepdim) -> Tensor` */
  valueSelectingReductionBackward(grad: Tensor, dim: number, indices: Tensor, sizes: readonly number[], keepdim: boolean): Tensor;
  /** `aten::values(Tensor(a) self) -> Tensor(a)` */
  values(self: Tensor): Tensor;
  /** `aten::values_copy(Tensor self) -> Tensor` */
  valuesCopy(self: Tensor): Tensor;
  /** `aten::values_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  valuesCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::vander(Tensor x, int? N=None, bool increasing=False) -> Tensor` */
  vander(x: Tensor, options?: { N?: number | null | undefined; increasing?: boolean | undefined }): Tensor;
  /** `aten::var(Tensor self, bool unbiased=True) -> Tensor` */
  var(self: Tensor, options?: { unbiased?: boolean | undefined }): Tensor;
  /** `aten::var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor` */
  var(self: Tensor, options?: { dim?: number | readonly number[] | null | undefined; correction?: Scalar | null | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::var.correction_out(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False, Tensor(a!) out) -> Tensor(a!)` */
  var(self: Tensor, options: { dim?: number | readonly number[] | null | undefined; correction?: Scalar | null | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
  var(self: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean | undefined; keepdim?: boolean | undefined }): Tensor;
  /** `aten::var.out(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)` */
  var(self: Tensor, dim: number | readonly number[] | null, options: { unbiased?: boolean | undefined; keepdim?: boolean | undefined; out: Tensor }): Tensor;
  /** `aten::var_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)` */
  varMean(self: Tensor, options?: { unbiased?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)` */
  varMean(self: Tensor, options?: { dim?: number | readonly number[] | null | undefined; correction?: Scalar | null | undefined; keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::var_mean.correction_out(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))` */
  varMean(self: Tensor, options: { dim?: number | readonly number[] | null | undefined; correction?: Scalar | null | undefined; keepdim?: boolean | undefined; out0: Tensor; out1: Tensor }): [Tensor, Tensor];
  /** `aten::var_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)` */
  varMean(self: Tensor, dim: number | readonly number[] | null, options?: { unbiased?: boolean | undefined; keepdim?: boolean | undefined }): [Tensor, Tensor];
  /** `aten::vdot(Tensor self, Tensor other) -> Tensor` */
  vdot(self: Tensor, other: Tensor): Tensor;
  /** `aten::vdot.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  vdot(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::view(Tensor(a) self, SymInt[] size) -> Tensor(a)` */
  view(self: Tensor, size: readonly number[]): Tensor;
  /** `aten::view.dtype(Tensor(a) self, ScalarType dtype) -> Tensor(a)` */
  view(self: Tensor, dtype: Dtype): Tensor;
  /** `aten::view_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
  viewAs(self: Tensor, other: Tensor): Tensor;
  /** `aten::view_as_complex(Tensor(a) self) -> Tensor(a)` */
  viewAsComplex(self: Tensor): Tensor;
  /** `aten::view_as_complex_copy(Tensor self) -> Tensor` */
  viewAsComplexCopy(self: Tensor): Tensor;
  /** `aten::view_as_complex_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  viewAsComplexCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::view_as_real(Tensor(a) self) -> Tensor(a)` */
  viewAsReal(self: Tensor): Tensor;
  /** `aten::view_as_real_copy(Tensor self) -> Tensor` */
  viewAsRealCopy(self: Tensor): Tensor;
  /** `aten::view_as_real_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  viewAsRealCopy(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::view_copy(Tensor self, SymInt[] size) -> Tensor` */
  viewCopy(self: Tensor, size: readonly number[]): Tensor;
  /** `aten::view_copy.dtype(Tensor self, ScalarType dtype) -> Tensor` */
  viewCopy(self: Tensor, dtype: Dtype): Tensor;
  /** `aten::view_copy.dtype_out(Tensor self, ScalarType dtype, *, Tensor(a!) out) -> Tensor(a!)` */
  viewCopy(self: Tensor, dtype: Dtype, options: { out: Tensor }): Tensor;
  /** `aten::view_copy.out(Tensor self, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  viewCopy(self: Tensor, size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::vsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  vsplit(self: Tensor, indices: readonly number[]): Tensor[];
  /** `aten::vsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  vsplit(self: Tensor, sections: number): Tensor[];
  /** `aten::vstack(Tensor[] tensors) -> Tensor` */
  vstack(tensors: readonly Tensor[]): Tensor;
  /** `aten::vstack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)` */
  vstack(tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
  /** `aten::where(Tensor condition) -> Tensor[]` */
  where(condition: Tensor): Tensor[];
  /** `aten::where.Scalar(Tensor condition, Scalar self, Scalar other) -> Tensor` */
  where(condition: Tensor, self: Scalar, other: Scalar): Tensor;
  /** `aten::where.ScalarOther(Tensor condition, Tensor self, Scalar other) -> Tensor` */
  where(condition: Tensor, self: Tensor, other: Scalar): Tensor;
  /** `aten::where.ScalarSelf(Tensor condition, Scalar self, Tensor other) -> Tensor` */
  where(condition: Tensor, self: Scalar, other: Tensor): Tensor;
  /** `aten::where.self(Tensor condition, Tensor self, Tensor other) -> Tensor` */
  where(condition: Tensor, self: Tensor, other: Tensor): Tensor;
  /** `aten::where.self_out(Tensor condition, Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  where(condition: Tensor, self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::xlogy.OutScalar_Other(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)` */
  xlogy(self: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  /** `aten::xlogy.OutScalar_Self(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  xlogy(self: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::xlogy.OutTensor(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)` */
  xlogy(self: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::xlogy.Scalar_Other(Tensor self, Scalar other) -> Tensor` */
  xlogy(self: Tensor, other: Scalar): Tensor;
  /** `aten::xlogy.Scalar_Self(Scalar self, Tensor other) -> Tensor` */
  xlogy(self: Scalar, other: Tensor): Tensor;
  /** `aten::xlogy.Tensor(Tensor self, Tensor other) -> Tensor` */
  xlogy(self: Tensor, other: Tensor): Tensor;
  /** `aten::xlogy_.Scalar_Other(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  xlogy_(self: Tensor, other: Scalar): Tensor;
  /** `aten::xlogy_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  xlogy_(self: Tensor, other: Tensor): Tensor;
  /** `aten::zero(Tensor self) -> Tensor` */
  zero(self: Tensor): Tensor;
  /** `aten::zero.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` */
  zero(self: Tensor, options: { out: Tensor }): Tensor;
  /** `aten::zero_(Tensor(a!) self) -> Tensor(a!)` */
  zero_(self: Tensor): Tensor;
  /** `aten::zeros(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  zeros(size: readonly number[], options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined }): Tensor;
  /** `aten::zeros.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)` */
  zeros(size: readonly number[], options: { out: Tensor }): Tensor;
  /** `aten::zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  zerosLike(self: Tensor, options?: { dtype?: Dtype | null | undefined; layout?: Layout | null | undefined; device?: Device | null | undefined; pinMemory?: boolean | null | undefined; memoryFormat?: MemoryFormat | null | undefined }): Tensor;
  /** `aten::zeros_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)` */
  zerosLike(self: Tensor, options: { memoryFormat?: MemoryFormat | null | undefined; out: Tensor }): Tensor;
}
