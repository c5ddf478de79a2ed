// The names under which JavaScript knows dtypes, layouts and memory formats: PyTorch's own.
#pragma once

#include <c10/core/Layout.h>
#include <c10/core/MemoryFormat.h>
#include <c10/core/ScalarType.h>

#include <string>

namespace hashsight {

// Each throws ConversionError for a name it does not know.
c10::ScalarType scalarTypeOf(const std::string& name);
c10::Layout layoutOf(const std::string& name);
c10::MemoryFormat memoryFormatOf(const std::string& name);

// "float32"; PyTorch's C++ name ("QInt8") for a dtype that has no Python-style name here.
const char* scalarTypeName(c10::ScalarType type);
const char* layoutName(c10::Layout layout);

}  // namespace hashsight
