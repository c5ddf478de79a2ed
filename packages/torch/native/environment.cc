#include "environment.h"

#include <c10/util/Exception.h>

#include "distributed.h"
#include "operators.h"

namespace hashsight {

namespace {

// V8 learns about memory in steps of this size.
constexpr size_t kTellStepBytes = size_t{4} << 20;

[[noreturn]] void throwInstance(Napi::Env env, const Napi::FunctionReference& errorClass, const std::string& message) {
  if (errorClass.IsEmpty()) throw Napi::Error::New(env, message);
  throw Napi::Error(env, errorClass.New({Napi::String::New(env, message)}));
}

}  // namespace

Environment::Environment(Napi::Env env) : bufferReferences(std::make_shared<BufferReferences>(env)), env_(env) {}

Environment::~Environment() {
  // From here on, the environment reclaims the references during teardown.
  bufferReferences->close();
  while (!inferenceModes.empty()) inferenceModes.pop_back();
  // The environment frees the class references; deleting them now would access an environment in teardown.
  torchErrorClass.SuppressDestruct();
  disposedErrorClass.SuppressDestruct();
  distributedErrorClass.SuppressDestruct();
}

void Environment::watch(Handle handle) {
  handles.watch(handle);
  if (handles.watchedBytes() > bytesToldToV8_ + kTellStepBytes) tellV8();
}

void Environment::release(Handle handle) {
  handles.release(handle);
  if (handles.watchedBytes() + kTellStepBytes < bytesToldToV8_) tellV8();
}

void Environment::tellV8() {
  const auto watched = static_cast<int64_t>(handles.watchedBytes());
  int64_t total;
  napi_adjust_external_memory(env_, watched - static_cast<int64_t>(bytesToldToV8_), &total);
  bytesToldToV8_ = handles.watchedBytes();
}

const c10::IValue& Environment::get(Handle handle, const char* what) const {
  const c10::IValue* value = handles.find(handle);
  if (value == nullptr) {
    throw DisposedError{(what == nullptr ? "" : std::string(what) + ": ") +
                        "expected a live tensor, got a disposed one; keep it with .keep(), return it from its tidy(), "
                        "or clone it first"};
  }
  return *value;
}

const at::Tensor& Environment::tensor(Handle handle, const char* what) const {
  const c10::IValue& value = get(handle, what);
  if (!value.isTensor()) throw ConversionError{std::string(what) + ": expected a Tensor, got " + value.tagKind()};
  return value.toTensor();
}

void rethrowAsJavaScript(Napi::Env env) {
  const Environment& environment = Environment::of(env);
  try {
    throw;
  } catch (const Napi::Error&) {
    throw;
  } catch (const DisposedError& error) {
    throwInstance(env, environment.disposedErrorClass, error.message);
  } catch (const DistributedFailure& error) {
    throwInstance(env, environment.distributedErrorClass, error.message);
  } catch (const ConversionError& error) {
    throw Napi::TypeError::New(env, error.message);
  } catch (const std::exception& error) {
    // The error comes from a backward pass, where the operator knows neither its group nor its name.
    const std::string reason = distributedReason(error);
    if (!reason.empty()) {
      throwInstance(env, environment.distributedErrorClass,
                    "backward: expected all ranks to take part, got \"" + reason +
                        "\"; a rank has ended or hangs: look for the first error among all ranks");
    }
    const auto* ofTorch = dynamic_cast<const c10::Error*>(&error);
    throwInstance(env, environment.torchErrorClass,
                  ofTorch == nullptr ? error.what() : ofTorch->what_without_backtrace());
  }
}

}  // namespace hashsight
