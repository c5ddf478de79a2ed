// Gradients and the modes that control autograd.
#include <ATen/autocast_mode.h>
#include <napi.h>
#include <torch/csrc/autograd/autograd.h>

#include "environment.h"
#include "names.h"
#include "topics.h"

namespace hashsight {

namespace {

Handle handleOf(const Napi::Value& value) { return value.IsNumber() ? value.As<Napi::Number>().Uint32Value() : 0; }

// Converts handles to tensors; null becomes an undefined tensor.
torch::autograd::variable_list tensors(const Napi::CallbackInfo& info, size_t index, const char* what) {
  torch::autograd::variable_list list;
  if (!info[index].IsArray()) return list;
  const Napi::Array array = info[index].As<Napi::Array>();
  for (uint32_t i = 0; i < array.Length(); ++i) {
    const Napi::Value item = array.Get(i);
    list.push_back(item.IsNull() ? at::Tensor() : Environment::of(info.Env()).tensor(handleOf(item), what));
  }
  return list;
}

std::optional<bool> optionalFlag(const Napi::Value& value) {
  if (!value.IsBoolean()) return std::nullopt;
  return value.As<Napi::Boolean>().Value();
}

// backward(roots: handle[], gradients: (handle | null)[], retainGraph?: boolean, createGraph: boolean, inputs:
// handle[])
Napi::Value backward(const Napi::CallbackInfo& info) {
  torch::autograd::backward(tensors(info, 0, "backward"), tensors(info, 1, "backward: gradient"), optionalFlag(info[2]),
                            info[3].ToBoolean(), tensors(info, 4, "backward: inputs"));
  return info.Env().Undefined();
}

// grad(outputs: handle[], inputs: handle[], gradOutputs: (handle | null)[], retainGraph?: boolean,
//      createGraph: boolean, allowUnused: boolean): (handle | null)[]
Napi::Value grad(const Napi::CallbackInfo& info) {
  const auto gradients = torch::autograd::grad(tensors(info, 0, "grad: outputs"), tensors(info, 1, "grad: inputs"),
                                               tensors(info, 2, "grad: gradOutputs"), optionalFlag(info[3]),
                                               info[4].ToBoolean(), info[5].ToBoolean());
  Environment& environment = Environment::of(info.Env());
  Napi::Array result = Napi::Array::New(info.Env(), gradients.size());
  for (uint32_t i = 0; i < gradients.size(); ++i) {
    if (gradients[i].defined()) {
      result.Set(i, environment.put(gradients[i]));
    } else {
      result.Set(i, info.Env().Null());
    }
  }
  return result;
}

// gradient(handle: number): handle | null, the accumulated .grad
Napi::Value gradient(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::of(info.Env());
  const at::Tensor& gradient = environment.tensor(handleOf(info[0]), "grad").grad();
  if (!gradient.defined()) return info.Env().Null();
  return Napi::Number::New(info.Env(), environment.put(gradient));
}

// setGradient(handle: number, gradient: handle | null): void
Napi::Value setGradient(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::of(info.Env());
  const at::Tensor& tensor = environment.tensor(handleOf(info[0]), "grad");
  if (info[1].IsNull()) {
    tensor.mutable_grad() = at::Tensor();
    return info.Env().Undefined();
  }
  const at::Tensor& gradient = environment.tensor(handleOf(info[1]), "grad: the new gradient");
  // Python checks the same. Kernels that traverse parameter and gradient in parallel rely on it.
  if (gradient.is_same(tensor)) throw ConversionError{"grad: expected another tensor, got the tensor itself"};
  const auto describe = [](const at::Tensor& one) {
    return std::string(scalarTypeName(one.scalar_type())) + " " + c10::str(one.sizes()) + " on " + one.device().str();
  };
  if (gradient.sizes() != tensor.sizes() || gradient.dtype() != tensor.dtype() ||
      gradient.device() != tensor.device()) {
    throw ConversionError{"grad: expected " + describe(tensor) + " like the tensor, got " + describe(gradient)};
  }
  tensor.mutable_grad() = gradient;
  return info.Env().Undefined();
}

// setGradEnabled(enabled: boolean): boolean, the previous value
Napi::Value setGradEnabled(const Napi::CallbackInfo& info) {
  const bool before = c10::GradMode::is_enabled();
  c10::GradMode::set_enabled(info[0].ToBoolean());
  return Napi::Boolean::New(info.Env(), before);
}

// enterInferenceMode(): void
Napi::Value enterInferenceMode(const Napi::CallbackInfo& info) {
  Environment::of(info.Env()).inferenceModes.push_back(std::make_unique<c10::InferenceMode>());
  return info.Env().Undefined();
}

// exitInferenceMode(): void, exits the innermost mode
Napi::Value exitInferenceMode(const Napi::CallbackInfo& info) {
  Environment::of(info.Env()).inferenceModes.pop_back();
  return info.Env().Undefined();
}

// enterAutocast(device: string, dtype: string, enabled: boolean): { enabled: boolean; dtype: string }, the previous
// state
Napi::Value enterAutocast(const Napi::CallbackInfo& info) {
  const c10::DeviceType device = c10::Device(info[0].As<Napi::String>().Utf8Value()).type();
  Napi::Object before = Napi::Object::New(info.Env());
  before.Set("enabled", at::autocast::is_autocast_enabled(device));
  before.Set("dtype", scalarTypeName(at::autocast::get_autocast_dtype(device)));
  at::autocast::set_autocast_dtype(device, scalarTypeOf(info[1].As<Napi::String>()));
  at::autocast::set_autocast_enabled(device, info[2].ToBoolean());
  at::autocast::increment_nesting();
  return before;
}

// exitAutocast(device: string, dtype: string, enabled: boolean): void, restores the previous state
Napi::Value exitAutocast(const Napi::CallbackInfo& info) {
  const c10::DeviceType device = c10::Device(info[0].As<Napi::String>().Utf8Value()).type();
  // Weight casts are cached until the outermost region ends, as in Python's autocast.
  if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
  at::autocast::set_autocast_dtype(device, scalarTypeOf(info[1].As<Napi::String>()));
  at::autocast::set_autocast_enabled(device, info[2].ToBoolean());
  return info.Env().Undefined();
}

}  // namespace

void exportAutograd(Napi::Object exports) {
  exportFunction<backward>(exports, "backward");
  exportFunction<grad>(exports, "grad");
  exportFunction<gradient>(exports, "gradient");
  exportFunction<setGradient>(exports, "setGradient");
  exportFunction<setGradEnabled>(exports, "setGradEnabled");
  exportFunction<enterInferenceMode>(exports, "enterInferenceMode");
  exportFunction<exitInferenceMode>(exports, "exitInferenceMode");
  exportFunction<enterAutocast>(exports, "enterAutocast");
  exportFunction<exitAutocast>(exports, "exitAutocast");
}

}  // namespace hashsight
