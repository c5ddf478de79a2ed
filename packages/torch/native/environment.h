// Native state of one JavaScript environment (the main thread or a worker).
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
  // Lets the garbage collector free a value and reports its memory to V8. Values freed by tidy() are not reported: V8
  // would otherwise collect several times per training step without finding garbage.
  void watch(Handle handle);
  // Throws a DisposedError if the handle is empty; the message names `what` unless it is nullptr.
  const c10::IValue& get(Handle handle, const char* what) const;
  const at::Tensor& tensor(Handle handle, const char* what) const;

  HandleTable handles;
  // Operators requested by JavaScript; they live as long as the environment.
  std::vector<std::unique_ptr<Operator>> operators;
  // Memory of the operand stack, reused between calls.
  torch::jit::Stack spareStack;
  std::vector<std::unique_ptr<c10::InferenceMode>> inferenceModes;
  std::shared_ptr<BufferReferences> bufferReferences;
  // JavaScript's error classes, set by `initialise`.
  Napi::FunctionReference torchErrorClass;
  Napi::FunctionReference disposedErrorClass;
  Napi::FunctionReference distributedErrorClass;

 private:
  void tellV8();

  napi_env env_;
  size_t bytesToldToV8_ = 0;
};

// The handle is empty because the JavaScript tensor was disposed.
struct DisposedError {
  std::string message;
};

// A JavaScript value does not fit the operator's schema.
struct ConversionError {
  std::string message;
};

// Converts the current C++ exception to a JavaScript one; call it inside a catch block. Keeps PyTorch's message but not
// its C++ backtrace.
[[noreturn]] void rethrowAsJavaScript(Napi::Env env);

// Catches all native exceptions; wraps every exported function.
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
