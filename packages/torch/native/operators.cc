#include "operators.h"

#include <dlfcn.h>

#include <array>
#include <set>

namespace hashsight {

namespace {

// The longest schema of LibTorch 2.13 takes 29 arguments.
constexpr size_t kMaxArguments = 64;

int aliasedArgument(const c10::FunctionSchema& schema, const c10::Argument& returned) {
  const c10::AliasInfo* info = returned.alias_info();
  if (info == nullptr || !info->isWrite()) return -1;
  const auto& arguments = schema.arguments();
  for (size_t i = 0; i < arguments.size(); ++i) {
    const c10::AliasInfo* other = arguments[i].alias_info();
    if (other != nullptr && other->isWrite() && other->beforeSets() == info->beforeSets()) return static_cast<int>(i);
  }
  return -1;
}

void pushArguments(const Operator& op, torch::jit::Stack& stack, const napi_value* arguments, size_t count,
                   napi_value undefined) {
  for (size_t i = 0; i < op.parameters.size(); ++i) {
    const Parameter& parameter = op.parameters[i];
    try {
      stack.push_back(parameter.convert(op.environment, i < count ? arguments[i] : undefined));
    } catch (ConversionError& error) {
      throw ConversionError{op.name + ": " + parameter.name + ": " + error.message};
    } catch (DisposedError& error) {
      throw DisposedError{op.name + ": " + parameter.name + ": " + error.message};
    }
  }
}

napi_value popReturns(const Operator& op, torch::jit::Stack& stack) {
  napi_env env = op.environment.env();
  napi_value undefined;
  napi_get_undefined(env, &undefined);
  const auto convert = [&](size_t i) {
    return op.aliases[i] >= 0 ? undefined : toJavaScript(op.environment, std::move(stack[i]));
  };
  if (op.aliases.empty()) return undefined;
  if (op.aliases.size() == 1) return convert(0);
  napi_value array;
  napi_create_array_with_length(env, op.aliases.size(), &array);
  for (size_t i = 0; i < op.aliases.size(); ++i) napi_set_element(env, array, static_cast<uint32_t>(i), convert(i));
  return array;
}

// Call it inside a catch block. The status of napi_throw is ignored: it fails only in an environment in teardown.
void throwFromCatch(napi_env env) {
  // A getter in an argument threw an error, which is already pending.
  bool isPending = false;
  napi_is_exception_pending(env, &isPending);
  if (isPending) return;
  try {
    rethrowAsJavaScript(env);
  } catch (const Napi::Error& error) {
    napi_throw(env, error.Value());
  }
}

[[noreturn]] void throwTooMany(const Operator& op, size_t count) {
  throw ConversionError{op.name + ": expected at most " + std::to_string(op.parameters.size()) + " arguments, got " +
                        std::to_string(count)};
}

// The JavaScript function of every operator. Uses plain Node-API instead of wrapper classes because its overhead counts
// for small operators.
napi_value callOperator(napi_env env, napi_callback_info info) {
  std::array<napi_value, kMaxArguments> arguments;
  size_t count = arguments.size();
  void* data;
  napi_get_cb_info(env, info, &count, arguments.data(), nullptr, &data);
  const Operator& op = *static_cast<Operator*>(data);
  napi_value undefined = nullptr;
  if (count < op.parameters.size()) napi_get_undefined(env, &undefined);

  // Taken out of the environment during the call: a getter in an argument may call another operator.
  torch::jit::Stack stack = std::move(op.environment.spareStack);
  napi_value result = nullptr;
  try {
    if (count > op.parameters.size()) throwTooMany(op, count);
    pushArguments(op, stack, arguments.data(), count, undefined);
    op.handle.callBoxed(stack);
    result = popReturns(op, stack);
  } catch (...) {
    throwFromCatch(env);
  }
  stack.clear();
  op.environment.spareStack = std::move(stack);
  return result;
}

Napi::Object describeArgument(Napi::Env env, const c10::Argument& argument) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("name", argument.name());
  object.Set("type", ValueType(argument.real_type(), argument.N()).name);
  object.Set("keywordOnly", argument.kwarg_only());
  object.Set("hasDefault", argument.default_value().has_value());
  object.Set("isOut", argument.is_out());
  return object;
}

Napi::Object describeSchema(Napi::Env env, const c10::FunctionSchema& schema) {
  Napi::Object object = Napi::Object::New(env);
  Napi::Array arguments = Napi::Array::New(env);
  Napi::Array returns = Napi::Array::New(env);
  for (const c10::Argument& argument : schema.arguments()) {
    arguments.Set(arguments.Length(), describeArgument(env, argument));
  }
  for (const c10::Argument& returned : schema.returns()) {
    Napi::Object described = Napi::Object::New(env);
    described.Set("type", ValueType(returned.real_type()).name);
    described.Set("alias", aliasedArgument(schema, returned));
    returns.Set(returns.Length(), described);
  }
  object.Set("name", schema.name());
  object.Set("overload", schema.overload_name());
  object.Set("text", c10::str(schema));
  object.Set("arguments", arguments);
  object.Set("returns", returns);
  return object;
}

// operator(name: string, overload: string): { schema: Schema; call(...args): unknown }
Napi::Value findOperator(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  Environment& environment = Environment::of(env);
  const c10::OperatorName name(info[0].As<Napi::String>(), info[1].As<Napi::String>());
  const auto handle = c10::Dispatcher::singleton().findSchema(name);
  if (!handle.has_value()) {
    throw ConversionError{c10::toString(name) +
                          ": expected an operator of the dispatcher, found none; load its "
                          "library with loadLibrary() first"};
  }
  environment.operators.push_back(std::make_unique<Operator>(environment, *handle));
  napi_value function;
  napi_create_function(env, name.name.c_str(), NAPI_AUTO_LENGTH, callOperator, environment.operators.back().get(),
                       &function);
  Napi::Object result = Napi::Object::New(env);
  result.Set("schema", describeSchema(env, handle->schema()));
  result.Set("call", Napi::Function(env, function));
  return result;
}

// schemas(): Schema[], the schemas of all operators
Napi::Value listSchemas(const Napi::CallbackInfo& info) {
  Napi::Array result = Napi::Array::New(info.Env());
  for (const c10::OperatorName& name : c10::Dispatcher::singleton().getAllOpNames()) {
    const auto handle = c10::Dispatcher::singleton().findSchema(name);
    if (handle.has_value()) result.Set(result.Length(), describeSchema(info.Env(), handle->schema()));
  }
  return result;
}

// overloads(name: string): string[], the overload names of one operator
Napi::Value listOverloads(const Napi::CallbackInfo& info) {
  const std::string wanted = info[0].As<Napi::String>();
  Napi::Array result = Napi::Array::New(info.Env());
  for (const c10::OperatorName& name : c10::Dispatcher::singleton().getAllOpNames()) {
    if (name.name != wanted || !c10::Dispatcher::singleton().findSchema(name).has_value()) continue;
    result.Set(result.Length(), Napi::String::New(info.Env(), name.overload_name));
  }
  return result;
}

// packetNames(namespace: string): string[], the operators' names without namespace and overload
Napi::Value listPacketNames(const Napi::CallbackInfo& info) {
  const std::string prefix = info[0].As<Napi::String>().Utf8Value() + "::";
  std::set<std::string> names;
  for (const c10::OperatorName& name : c10::Dispatcher::singleton().getAllOpNames()) {
    if (name.name.rfind(prefix, 0) != 0 || !c10::Dispatcher::singleton().findSchema(name).has_value()) continue;
    names.insert(name.name.substr(prefix.size()));
  }
  Napi::Array result = Napi::Array::New(info.Env());
  for (const std::string& name : names) result.Set(result.Length(), Napi::String::New(info.Env(), name));
  return result;
}

// loadLibrary(path: string): void
Napi::Value loadLibrary(const Napi::CallbackInfo& info) {
  const std::string path = info[0].As<Napi::String>();
  // The library is never closed because the dispatcher keeps pointers into it.
  if (dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL) == nullptr) {
    throw ConversionError{"loadLibrary: expected a shared library built against this LibTorch, got " + path + " (" +
                          dlerror() + ")"};
  }
  return info.Env().Undefined();
}

}  // namespace

Operator::Operator(Environment& environment, c10::OperatorHandle handle)
    : environment(environment), handle(std::move(handle)) {
  const c10::FunctionSchema& schema = this->handle.schema();
  name = c10::toString(this->handle.operator_name());
  for (const c10::Argument& argument : schema.arguments()) parameters.emplace_back(argument);
  for (const c10::Argument& returned : schema.returns()) aliases.push_back(aliasedArgument(schema, returned));
  TORCH_CHECK(parameters.size() <= kMaxArguments, name, ": expected at most ", kMaxArguments, " arguments, got ",
              parameters.size());
}

void exportOperators(Napi::Object exports) {
  exportFunction<findOperator>(exports, "operator");
  exportFunction<listSchemas>(exports, "schemas");
  exportFunction<listOverloads>(exports, "overloads");
  exportFunction<listPacketNames>(exports, "packetNames");
  exportFunction<loadLibrary>(exports, "loadLibrary");
}

}  // namespace hashsight
