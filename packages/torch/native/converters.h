// JavaScript values to and from IValues, by the types of an operator's schema.
#pragma once

#include <ATen/core/function_schema.h>
#include <ATen/core/ivalue.h>
#include <napi.h>

#include <memory>
#include <optional>
#include <string>

#include "environment.h"

namespace hashsight {

enum class Kind {
  Tensor,
  Int,
  Float,
  Bool,
  Complex,
  Scalar,
  String,
  ScalarType,
  Layout,
  MemoryFormat,
  Device,
  List,
  Opaque,  // held by handle: generators, storages, streams, packed parameters, dictionaries
  Any,
};

// A schema type, looked at once, when the operator is first asked for.
struct ValueType {
  explicit ValueType(const c10::TypePtr& realType, std::optional<int32_t> fixedSize = std::nullopt);

  Kind kind;
  bool optional = false;
  // int[2] takes one number for both; 0 where the schema names no size.
  int32_t size = 0;
  c10::TypePtr elementType;
  // What a value held by handle has to be.
  c10::TypePtr heldType;
  std::unique_ptr<ValueType> element;
  std::string name;  // as the schema writes it: "int[2]", "Tensor?"
};

// One argument of an operator.
struct Parameter {
  explicit Parameter(const c10::Argument& argument);

  ValueType type;
  std::string name;
  std::optional<c10::IValue> defaultValue;

  // `undefined` takes the default. Throws ConversionError with what was expected and what came.
  c10::IValue convert(Environment& environment, napi_value value) const;
};

// Tensors and opaque values become handles that the caller owns, undefined tensors null.
napi_value toJavaScript(Environment& environment, c10::IValue&& value);

}  // namespace hashsight
