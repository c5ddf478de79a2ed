#include "converters.h"

#include <ATen/core/List.h>
#include <ATen/core/jit_type.h>

#include <array>
#include <cmath>
#include <utility>

#include "names.h"

namespace hashsight {

namespace {

Kind kindOf(const c10::Type& type) {
  switch (type.kind()) {
    case c10::TypeKind::TensorType: return Kind::Tensor;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType:
    case c10::TypeKind::QSchemeType: return Kind::Int;
    case c10::TypeKind::FloatType:
    case c10::TypeKind::SymFloatType: return Kind::Float;
    case c10::TypeKind::BoolType:
    case c10::TypeKind::SymBoolType: return Kind::Bool;
    case c10::TypeKind::ComplexType: return Kind::Complex;
    case c10::TypeKind::NumberType: return Kind::Scalar;
    case c10::TypeKind::StringType: return Kind::String;
    case c10::TypeKind::ScalarTypeType: return Kind::ScalarType;
    case c10::TypeKind::LayoutType: return Kind::Layout;
    case c10::TypeKind::MemoryFormatType: return Kind::MemoryFormat;
    case c10::TypeKind::DeviceObjType: return Kind::Device;
    case c10::TypeKind::ListType: return Kind::List;
    case c10::TypeKind::AnyType: return Kind::Any;
    default: return Kind::Opaque;
  }
}

// Describes a value for an error message.
std::string describe(napi_env rawEnv, napi_value raw) {
  const Napi::Value value(rawEnv, raw);
  if (value.IsArray()) return "an array of " + std::to_string(value.As<Napi::Array>().Length());
  if (value.IsString()) return "\"" + value.As<Napi::String>().Utf8Value() + "\"";
  if (value.IsFunction()) return "a function";
  if (value.IsSymbol()) return "a symbol";
  if (value.IsObject()) return "an object";
  return value.ToString().Utf8Value();
}

[[noreturn]] void mismatch(napi_env env, napi_value value, const ValueType& type) {
  throw ConversionError{"expected " + type.name + ", got " + describe(env, value)};
}

std::string stringOf(napi_env env, napi_value value, const ValueType& type) {
  size_t length;
  if (napi_get_value_string_utf8(env, value, nullptr, 0, &length) != napi_ok) mismatch(env, value, type);
  std::string text(length, '\0');
  napi_get_value_string_utf8(env, value, text.data(), length + 1, &length);
  return text;
}

c10::IValue intOf(napi_env env, napi_value value, const ValueType& type) {
  double number;
  if (napi_get_value_double(env, value, &number) == napi_ok) {
    if (std::trunc(number) != number || std::abs(number) > 9007199254740991.0) mismatch(env, value, type);
    return static_cast<int64_t>(number);
  }
  int64_t big;
  bool lossless;
  if (napi_get_value_bigint_int64(env, value, &big, &lossless) == napi_ok && lossless) return big;
  mismatch(env, value, type);
}

c10::IValue complexOf(napi_env env, napi_value value, const ValueType& type) {
  napi_value re, im;
  double real, imaginary;
  if (napi_get_named_property(env, value, "re", &re) != napi_ok ||
      napi_get_named_property(env, value, "im", &im) != napi_ok || napi_get_value_double(env, re, &real) != napi_ok ||
      napi_get_value_double(env, im, &imaginary) != napi_ok) {
    mismatch(env, value, type);
  }
  return c10::complex<double>(real, imaginary);
}

// A JavaScript number without a fraction counts as an integer, as Python would write it. An integer never changes the
// dtype of a floating-point tensor, whereas 1.0 would turn an integer tensor into a floating-point one.
c10::IValue scalarOf(napi_env env, napi_value value, const ValueType& type) {
  napi_valuetype jsType;
  napi_typeof(env, value, &jsType);
  if (jsType == napi_number) {
    double number;
    napi_get_value_double(env, value, &number);
    const bool isInt = std::trunc(number) == number && std::abs(number) <= 9007199254740991.0 &&
                       !(number == 0 && std::signbit(number));
    return isInt ? c10::IValue(static_cast<int64_t>(number)) : c10::IValue(number);
  }
  if (jsType == napi_bigint) return intOf(env, value, type);
  if (jsType == napi_boolean) {
    bool flag;
    napi_get_value_bool(env, value, &flag);
    return flag;
  }
  if (jsType == napi_object) return complexOf(env, value, type);
  mismatch(env, value, type);
}

c10::IValue deviceOf(napi_env env, napi_value value, const ValueType& type) {
  const std::string name = stringOf(env, value, type);
  try {
    return c10::Device(name);
  } catch (const c10::Error&) {
    throw ConversionError{"expected a device (cpu, cuda, cuda:1, meta, …), got \"" + name + "\""};
  }
}

c10::IValue heldOf(Environment& environment, napi_value value, const ValueType& type) {
  Handle handle;
  if (napi_get_value_uint32(environment.env(), value, &handle) != napi_ok) mismatch(environment.env(), value, type);
  const c10::IValue& held = environment.get(handle, nullptr);
  const bool fits = type.kind == Kind::Tensor ? held.isTensor() : held.type()->isSubtypeOf(*type.heldType);
  if (!fits) throw ConversionError{"expected " + type.name + ", got " + held.type()->str()};
  return held;
}

c10::IValue convertOne(Environment& environment, napi_value value, const ValueType& type);

c10::IValue listOf(Environment& environment, napi_value value, const ValueType& type) {
  napi_env env = environment.env();
  c10::impl::GenericList list(type.elementType);
  bool isArray = false, isTyped = false;
  napi_is_array(env, value, &isArray);
  if (!isArray) napi_is_typedarray(env, value, &isTyped);
  if (!isArray && !isTyped) {
    if (type.size == 0) mismatch(env, value, type);
    try {
      const c10::IValue one = convertOne(environment, value, *type.element);
      for (int32_t i = 0; i < type.size; ++i) list.push_back(one);
    } catch (const ConversionError&) {
      mismatch(env, value, type);  // reports the list that the caller passed
    }
    return list;
  }
  uint32_t length = 0;
  if (isArray) {
    napi_get_array_length(env, value, &length);
  } else {
    size_t count;
    napi_get_typedarray_info(env, value, nullptr, &count, nullptr, nullptr, nullptr);
    length = static_cast<uint32_t>(count);
  }
  list.reserve(length);
  for (uint32_t i = 0; i < length; ++i) {
    napi_value item;
    if (napi_get_element(env, value, i, &item) != napi_ok) mismatch(env, value, type);
    list.push_back(convertOne(environment, item, *type.element));
  }
  return list;
}

c10::IValue anyOf(Environment& environment, napi_value value, const ValueType& type) {
  napi_valuetype jsType;
  napi_typeof(environment.env(), value, &jsType);
  if (jsType == napi_string) return stringOf(environment.env(), value, type);
  return scalarOf(environment.env(), value, type);
}

c10::IValue convertOne(Environment& environment, napi_value value, const ValueType& type) {
  napi_env env = environment.env();
  if (type.optional) {
    napi_valuetype jsType;
    napi_typeof(env, value, &jsType);
    if (jsType == napi_undefined || jsType == napi_null) return c10::IValue();
  }
  switch (type.kind) {
    case Kind::Tensor:
    case Kind::Opaque: return heldOf(environment, value, type);
    case Kind::Int: return intOf(env, value, type);
    case Kind::Float: {
      double number;
      if (napi_get_value_double(env, value, &number) != napi_ok) mismatch(env, value, type);
      return number;
    }
    case Kind::Bool: {
      bool flag;
      if (napi_get_value_bool(env, value, &flag) != napi_ok) mismatch(env, value, type);
      return flag;
    }
    case Kind::Complex: return complexOf(env, value, type);
    case Kind::Scalar: return scalarOf(env, value, type);
    case Kind::String: return stringOf(env, value, type);
    case Kind::ScalarType: return static_cast<int64_t>(scalarTypeOf(stringOf(env, value, type)));
    case Kind::Layout: return static_cast<int64_t>(layoutOf(stringOf(env, value, type)));
    case Kind::MemoryFormat: return static_cast<int64_t>(memoryFormatOf(stringOf(env, value, type)));
    case Kind::Device: return deviceOf(env, value, type);
    case Kind::List: return listOf(environment, value, type);
    case Kind::Any: return anyOf(environment, value, type);
  }
  mismatch(env, value, type);
}

napi_value createInt(napi_env env, int64_t number) {
  napi_value result;
  // std::abs would overflow for the smallest int64.
  if (number >= -9007199254740991 && number <= 9007199254740991) {
    napi_create_int64(env, number, &result);
  } else {
    napi_create_bigint_int64(env, number, &result);
  }
  return result;
}

napi_value createComplex(napi_env env, c10::complex<double> number) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("re", number.real());
  object.Set("im", number.imag());
  return object;
}

template <typename Items>
napi_value createArray(Environment& environment, const Items& items) {
  napi_env env = environment.env();
  napi_value array;
  napi_create_array_with_length(env, items.size(), &array);
  for (size_t i = 0; i < items.size(); ++i) {
    napi_set_element(env, array, static_cast<uint32_t>(i), toJavaScript(environment, c10::IValue(items[i])));
  }
  return array;
}

}  // namespace

ValueType::ValueType(const c10::TypePtr& realType, std::optional<int32_t> fixedSize) {
  c10::TypePtr type = realType;
  if (auto inner = type->cast<c10::OptionalType>()) {
    optional = true;
    type = inner->getElementType();
  }
  kind = kindOf(*type);
  if (kind == Kind::List) {
    size = fixedSize.value_or(0);
    const c10::TypePtr realElement = type->expectRef<c10::ListType>().getElementType();
    element = std::make_unique<ValueType>(realElement);
    // Kernels take lists of ScalarType, SymInt, and so on as lists of int.
    const bool isInt = element->kind == Kind::Int || element->kind == Kind::ScalarType;
    elementType = isInt && !element->optional ? c10::TypePtr(c10::IntType::get()) : realElement;
    name = element->name + "[" + (size > 0 ? std::to_string(size) : "") + "]";
  } else {
    heldType = type;
    // Callers see a SymInt as an int: symbolic values exist only while Python traces a program.
    name = kind == Kind::Int ? "int" : kind == Kind::Float ? "float" : kind == Kind::Bool ? "bool" : type->str();
  }
  if (optional) name += "?";
}

Parameter::Parameter(const c10::Argument& argument)
    : type(argument.real_type(), argument.N()), name(argument.name()), defaultValue(argument.default_value()) {}

c10::IValue Parameter::convert(Environment& environment, napi_value value) const {
  napi_valuetype jsType;
  napi_typeof(environment.env(), value, &jsType);
  if (jsType == napi_undefined && defaultValue.has_value()) return *defaultValue;
  return convertOne(environment, value, type);
}

napi_value toJavaScript(Environment& environment, c10::IValue&& value) {
  napi_env env = environment.env();
  napi_value result;
  if (value.isTensor()) {
    if (!value.toTensor().defined()) return Napi::Env(env).Null();
    napi_create_uint32(env, environment.put(std::move(value)), &result);
    return result;
  }
  if (value.isNone()) return Napi::Env(env).Null();
  if (value.isInt()) return createInt(env, value.toInt());
  if (value.isUnsigned()) {  // larger than the maximum of int64
    napi_create_bigint_uint64(env, value.toUInt(), &result);
    return result;
  }
  if (value.isDouble()) return Napi::Number::New(env, value.toDouble());
  if (value.isBool()) return Napi::Boolean::New(env, value.toBool());
  if (value.isString()) return Napi::String::New(env, value.toStringRef());
  if (value.isComplexDouble()) return createComplex(env, value.toComplexDouble());
  if (value.isDevice()) return Napi::String::New(env, value.toDevice().str());
  if (value.isSymInt()) return createInt(env, value.toSymInt().guard_int(__FILE__, __LINE__));
  if (value.isList()) return createArray(environment, value.toListRef());
  if (value.isTuple()) return createArray(environment, value.toTupleRef().elements());
  napi_create_uint32(env, environment.put(std::move(value)), &result);
  return result;
}

}  // namespace hashsight
