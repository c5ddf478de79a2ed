// Generic calls: any operator in the dispatcher, by its schema.
#pragma once

#include <ATen/core/dispatch/Dispatcher.h>
#include <napi.h>

#include <vector>

#include "converters.h"
#include "environment.h"

namespace hashsight {

// An operator with the converters of its arguments.
struct Operator {
  Operator(Environment& environment, c10::OperatorHandle handle);

  Environment& environment;
  c10::OperatorHandle handle;
  std::string name;
  std::vector<Parameter> parameters;
  // For each return value, the index of the argument that is returned (add_ returns self), or -1 for a new value.
  std::vector<int> aliases;
};

void exportOperators(Napi::Object exports);

}  // namespace hashsight
