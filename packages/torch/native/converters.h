// Converts JavaScript values to and from IValues by the types of an operator's schema.
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

// A schema type, parsed once when the operator is first used.
struct ValueType {
  explicit ValueType(const c10::TypePtr& realType, std::optional<int32_t> fixedSize = std::nullopt);

  Kind kind;
  bool optional = false;
  // int[2] also takes one number for both; 0 if the schema gives no size.
  int32_t size = 0;
  c10::TypePtr elementType;
  // Required type of a value held by handle.
  c10::TypePtr heldType;
  std::unique_ptr<ValueType> element;
  std::string name;  // in schema syntax: "int[2]", "Tensor?"
};

// One argument of an operator.
struct Parameter {
  explicit Parameter(const c10::Argument& argument);

  ValueType type;
  std::string name;
  std::optional<c10::IValue> defaultValue;

  // `undefined` becomes the default. Throws a ConversionError that names the expected and the given value.
  c10::IValue convert(Environment& environment, napi_value value) const;
};

// Tensors and opaque values become handles owned by the caller; undefined tensors become null.
napi_value toJavaScript(Environment& environment, c10::IValue&& value);

}  // namespace hashsight
