// Tensor properties (shape, dtype, …) and copies between tensors and JavaScript buffers.
#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <napi.h>

#include <cstring>

#include "environment.h"
#include "names.h"
#include "topics.h"

namespace hashsight {

namespace {

const at::Tensor& tensorArgument(const Napi::CallbackInfo& info, const char* what) {
  return Environment::of(info.Env()).tensor(info[0].As<Napi::Number>().Uint32Value(), what);
}

Napi::Array numbers(Napi::Env env, at::IntArrayRef values) {
  Napi::Array array = Napi::Array::New(env, values.size());
  for (size_t i = 0; i < values.size(); ++i) array.Set(i, static_cast<double>(values[i]));
  return array;
}

// shape(handle: number): number[]
Napi::Value shape(const Napi::CallbackInfo& info) { return numbers(info.Env(), tensorArgument(info, "shape").sizes()); }

// strides(handle: number): number[], in elements
Napi::Value strides(const Napi::CallbackInfo& info) {
  return numbers(info.Env(), tensorArgument(info, "strides").strides());
}

// dtype(handle: number): string
Napi::Value dtype(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), scalarTypeName(tensorArgument(info, "dtype").scalar_type()));
}

// device(handle: number): string, "cpu" or "cuda:0"
Napi::Value device(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), tensorArgument(info, "device").device().str());
}

// layout(handle: number): string
Napi::Value layout(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), layoutName(tensorArgument(info, "layout").layout()));
}

// requiresGrad(handle: number): boolean
Napi::Value requiresGrad(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), tensorArgument(info, "requiresGrad").requires_grad());
}

// isContiguous(handle: number, memoryFormat: string): boolean
Napi::Value isContiguous(const Napi::CallbackInfo& info) {
  const c10::MemoryFormat format = memoryFormatOf(info[1].As<Napi::String>());
  return Napi::Boolean::New(info.Env(), tensorArgument(info, "isContiguous").is_contiguous(format));
}

// haveSameLayout(handles: number[]): boolean, whether the tensors have the same dtype, device, and strides, without
// gaps in memory
Napi::Value haveSameLayout(const Napi::CallbackInfo& info) {
  const Environment& environment = Environment::of(info.Env());
  const Napi::Array handles = info[0].As<Napi::Array>();
  const auto tensorAt = [&](uint32_t i) -> const at::Tensor& {
    return environment.tensor(handles.Get(i).As<Napi::Number>().Uint32Value(), "haveSameLayout");
  };
  const at::Tensor& first = tensorAt(0);
  bool same = first.is_non_overlapping_and_dense();
  for (uint32_t i = 1; same && i < handles.Length(); ++i) {
    const at::Tensor& other = tensorAt(i);
    same = other.layout() == first.layout() && other.device() == first.device() && other.dtype() == first.dtype() &&
           other.sizes() == first.sizes();
    for (int64_t dim = 0; same && dim < first.dim(); ++dim) {
      same = first.size(dim) == 1 || first.stride(dim) == other.stride(dim);
    }
  }
  return Napi::Boolean::New(info.Env(), same);
}

// dataAddress(handle: number): bigint, used to test whether tensors share memory
Napi::Value dataAddress(const Napi::CallbackInfo& info) {
  const auto address = reinterpret_cast<uintptr_t>(tensorArgument(info, "dataAddress").const_data_ptr());
  return Napi::BigInt::New(info.Env(), static_cast<uint64_t>(address));
}

// release(handle: number): void
Napi::Value release(const Napi::CallbackInfo& info) {
  Environment::of(info.Env()).release(info[0].As<Napi::Number>().Uint32Value());
  return info.Env().Undefined();
}

// watch(handle: number): void, lets the garbage collector free the value
Napi::Value watch(const Napi::CallbackInfo& info) {
  Environment::of(info.Env()).watch(info[0].As<Napi::Number>().Uint32Value());
  return info.Env().Undefined();
}

// memory(): { tensors: number; bytes: number }
Napi::Value memory(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::of(info.Env());
  environment.bufferReferences->sweep();
  Napi::Object object = Napi::Object::New(info.Env());
  object.Set("tensors", static_cast<double>(environment.handles.live()));
  object.Set("bytes", static_cast<double>(environment.handles.bytes()));
  return object;
}

struct Bytes {
  void* data;
  size_t length;
};

// The memory of a Uint8Array over an ArrayBuffer or a SharedArrayBuffer.
Bytes bytesOf(const Napi::CallbackInfo& info, size_t index) {
  napi_typedarray_type type;
  Bytes bytes;
  const napi_status status =
      napi_get_typedarray_info(info.Env(), info[index], &type, &bytes.length, &bytes.data, nullptr, nullptr);
  if (status != napi_ok || type != napi_uint8_array) throw ConversionError{"expected a Uint8Array"};
  return bytes;
}

// fromBuffer(bytes: Uint8Array, shape: number[], dtype: string): handle
// The tensor uses the buffer's memory and keeps it alive.
Napi::Value fromBuffer(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  Environment& environment = Environment::of(env);
  environment.bufferReferences->sweep();
  const Bytes bytes = bytesOf(info, 0);
  std::vector<int64_t> sizes;
  const Napi::Array shapeArray = info[1].As<Napi::Array>();
  for (uint32_t i = 0; i < shapeArray.Length(); ++i) sizes.push_back(shapeArray.Get(i).As<Napi::Number>());
  const c10::ScalarType type = scalarTypeOf(info[2].As<Napi::String>());
  const size_t needed = c10::multiply_integers(sizes) * c10::elementSize(type);
  if (needed != bytes.length) {
    throw ConversionError{"fromBuffer: expected " + std::to_string(needed) + " bytes for shape " +
                          c10::str(at::IntArrayRef(sizes)) + " of " + scalarTypeName(type) + ", got " +
                          std::to_string(bytes.length)};
  }
  const auto options = at::TensorOptions().dtype(type);
  // An empty buffer has no address for from_blob.
  if (needed == 0) return Napi::Number::New(env, environment.put(at::empty(sizes, options)));
  napi_ref reference;
  napi_create_reference(env, info[0], 1, &reference);
  const auto references = environment.bufferReferences;
  const auto deleter = [references, reference](void*) { references->drop(reference); };
  return Napi::Number::New(env, environment.put(at::from_blob(bytes.data, sizes, deleter, options)));
}

// copyToBuffer(handle: number, bytes: Uint8Array): void, copies the elements in row-major order
Napi::Value copyToBuffer(const Napi::CallbackInfo& info) {
  const at::Tensor& tensor = tensorArgument(info, "copyToBuffer");
  const Bytes bytes = bytesOf(info, 1);
  TORCH_CHECK(bytes.length == tensor.nbytes(), "copyToBuffer: expected a view of ", tensor.nbytes(), " bytes, got ",
              bytes.length);
  const c10::NoGradGuard noGrad;
  // A conjugated or negated view shares the memory of its base and is resolved only when read.
  const at::Tensor host = tensor.to(c10::kCPU).resolve_conj().resolve_neg().contiguous();
  if (bytes.length > 0) std::memcpy(bytes.data, host.const_data_ptr(), bytes.length);
  return info.Env().Undefined();
}

// shareBuffer(handle: number): ArrayBuffer over the tensor's memory, which it keeps alive
Napi::Value shareBuffer(const Napi::CallbackInfo& info) {
  const at::Tensor& tensor = tensorArgument(info, "shareBuffer");
  TORCH_CHECK(tensor.device().is_cpu() && tensor.is_contiguous(),
              "shareBuffer: expected a contiguous tensor on the CPU");
  TORCH_CHECK(!tensor.is_conj() && !tensor.is_neg(),
              "shareBuffer: expected a tensor in plain memory, got a conjugated or negated view");
  if (tensor.nbytes() == 0) return Napi::ArrayBuffer::New(info.Env(), 0);
  auto* owner = new at::Tensor(tensor.detach());
  return Napi::ArrayBuffer::New(
      info.Env(), tensor.mutable_data_ptr(), tensor.nbytes(), [](Napi::Env, void*, at::Tensor* kept) { delete kept; },
      owner);
}

}  // namespace

void exportTensors(Napi::Object exports) {
  exportFunction<shape>(exports, "shape");
  exportFunction<strides>(exports, "strides");
  exportFunction<dtype>(exports, "dtype");
  exportFunction<device>(exports, "device");
  exportFunction<layout>(exports, "layout");
  exportFunction<requiresGrad>(exports, "requiresGrad");
  exportFunction<isContiguous>(exports, "isContiguous");
  exportFunction<haveSameLayout>(exports, "haveSameLayout");
  exportFunction<dataAddress>(exports, "dataAddress");
  exportFunction<release>(exports, "release");
  exportFunction<watch>(exports, "watch");
  exportFunction<memory>(exports, "memory");
  exportFunction<fromBuffer>(exports, "fromBuffer");
  exportFunction<copyToBuffer>(exports, "copyToBuffer");
  exportFunction<shareBuffer>(exports, "shareBuffer");
}

}  // namespace hashsight
