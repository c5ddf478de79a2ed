// The generic call: any operator of the dispatcher, by its schema.
#pragma once

#include <ATen/core/dispatch/Dispatcher.h>
#include <napi.h>

#include <vector>

#include "converters.h"
#include "environment.h"

namespace hashsight {

// An operator with the converters for its arguments, made once.
struct Operator {
  Operator(Environment& environment, c10::OperatorHandle handle);

  Environment& environment;
  c10::OperatorHandle handle;
  std::string name;
  std::vector<Parameter> parameters;
  // For each returned value the index of the argument it is (add_ returns self), or -1 for a new value.
  std::vector<int> aliases;
};

void exportOperators(Napi::Object exports);

}  // namespace hashsight
