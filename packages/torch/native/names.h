// JavaScript names of dtypes, layouts, and memory formats: PyTorch's own.
#pragma once

#include <c10/core/Layout.h>
#include <c10/core/MemoryFormat.h>
#include <c10/core/ScalarType.h>

#include <string>

namespace hashsight {

// Each function throws a ConversionError for an unknown name.
c10::ScalarType scalarTypeOf(const std::string& name);
c10::Layout layoutOf(const std::string& name);
c10::MemoryFormat memoryFormatOf(const std::string& name);

// For example "float32"; PyTorch's C++ name ("QInt8") if there is no Python-style name here.
const char* scalarTypeName(c10::ScalarType type);
const char* layoutName(c10::Layout layout);

}  // namespace hashsight
