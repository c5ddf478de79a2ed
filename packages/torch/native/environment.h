// What one JavaScript environment (the main thread or a worker) keeps on the native side.
#pragma once

#include <ATen/core/stack.h>
#include <c10/core/InferenceMode.h>
#include <napi.h>

#include <memory>
#include <string>
#include <vector>

#include "buffer_references.h"
#include "handle_table.h"

namespace hashsight {

struct Operator;

class Environment {
 public:
  explicit Environment(Napi::Env env);
  ~Environment();

  static Environment& of(Napi::Env env) { return *env.GetInstanceData<Environment>(); }

  napi_env env() const { return env_; }

  Handle put(c10::IValue&& value) { return handles.put(std::move(value)); }
  void release(Handle handle);
  // Leaves a value to the garbage collector, and tells V8 of the memory that it could so free. What a tidy() will free
  // is not V8's concern: told of it, V8 would collect garbage several times in each training step and find none.
  void watch(Handle handle);
  // Throws a DisposedError when the handle is empty; it names `what`, unless that is nullptr.
  const c10::IValue& get(Handle handle, const char* what) const;
  const at::Tensor& tensor(Handle handle, const char* what) const;

  HandleTable handles;
  // Operators that JavaScript asked for; they live as long as the environment.
  std::vector<std::unique_ptr<Operator>> operators;
  // The memory of the operands' stack, kept from call to call.
  torch::jit::Stack spareStack;
  std::vector<std::unique_ptr<c10::InferenceMode>> inferenceModes;
  std::shared_ptr<BufferReferences> bufferReferences;
  // JavaScript's error classes, handed over by `initialise`.
  Napi::FunctionReference torchErrorClass;
  Napi::FunctionReference disposedErrorClass;
  Napi::FunctionReference distributedErrorClass;

 private:
  void tellV8();

  napi_env env_;
  size_t bytesToldToV8_ = 0;
};

// A handle that names nothing: the JavaScript tensor was disposed of.
struct DisposedError {
  std::string message;
};

// A JavaScript value that does not fit the operator's schema.
struct ConversionError {
  std::string message;
};

// Turns the C++ exception in flight into a JavaScript one; to be called inside a catch block.
// PyTorch's own message is kept, its C++ backtrace is not.
[[noreturn]] void rethrowAsJavaScript(Napi::Env env);

// The one place where native exceptions are caught: every exported function is wrapped in it.
template <Napi::Value (*function)(const Napi::CallbackInfo&)>
Napi::Value guarded(const Napi::CallbackInfo& info) {
  try {
    return function(info);
  } catch (const Napi::Error&) {
    throw;
  } catch (...) {
    rethrowAsJavaScript(info.Env());
  }
}

template <Napi::Value (*function)(const Napi::CallbackInfo&)>
void exportFunction(Napi::Object exports, const char* name) {
  exports.Set(name, Napi::Function::New<guarded<function>>(exports.Env(), name));
}

}  // namespace hashsight
