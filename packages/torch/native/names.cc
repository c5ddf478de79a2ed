#include "names.h"

#include <utility>

#include "environment.h"

namespace hashsight {

namespace {

constexpr std::pair<const char*, c10::ScalarType> kScalarTypes[] = {
    {"float32", c10::kFloat},
    {"float64", c10::kDouble},
    {"float16", c10::kHalf},
    {"bfloat16", c10::kBFloat16},
    {"float8_e4m3fn", c10::kFloat8_e4m3fn},
    {"float8_e4m3fnuz", c10::kFloat8_e4m3fnuz},
    {"float8_e5m2", c10::kFloat8_e5m2},
    {"float8_e5m2fnuz", c10::kFloat8_e5m2fnuz},
    {"float8_e8m0fnu", c10::kFloat8_e8m0fnu},
    {"uint8", c10::kByte},
    {"int8", c10::kChar},
    {"int16", c10::kShort},
    {"int32", c10::kInt},
    {"int64", c10::kLong},
    {"uint16", c10::kUInt16},
    {"uint32", c10::kUInt32},
    {"uint64", c10::kUInt64},
    {"bool", c10::kBool},
    {"complex32", c10::kComplexHalf},
    {"complex64", c10::kComplexFloat},
    {"complex128", c10::kComplexDouble},
    {"qint8", c10::kQInt8},
    {"quint8", c10::kQUInt8},
    {"qint32", c10::kQInt32},
};

constexpr std::pair<const char*, c10::Layout> kLayouts[] = {
    {"strided", c10::kStrided},      {"sparse_coo", c10::kSparse},    {"sparse_csr", c10::kSparseCsr},
    {"sparse_csc", c10::kSparseCsc}, {"sparse_bsr", c10::kSparseBsr}, {"sparse_bsc", c10::kSparseBsc},
    {"_mkldnn", c10::kMkldnn},       {"jagged", c10::kJagged},
};

constexpr std::pair<const char*, c10::MemoryFormat> kMemoryFormats[] = {
    {"contiguous_format", c10::MemoryFormat::Contiguous},
    {"preserve_format", c10::MemoryFormat::Preserve},
    {"channels_last", c10::MemoryFormat::ChannelsLast},
    {"channels_last_3d", c10::MemoryFormat::ChannelsLast3d},
};

template <typename Table>
auto lookUp(const Table& table, const std::string& name, const char* what) {
  std::string known;
  for (const auto& [entry, value] : table) {
    if (name == entry) return value;
    known += known.empty() ? entry : std::string(", ") + entry;
  }
  throw ConversionError{std::string("expected a ") + what + " (" + known + "), got \"" + name + "\""};
}

}  // namespace

c10::ScalarType scalarTypeOf(const std::string& name) { return lookUp(kScalarTypes, name, "dtype"); }
c10::Layout layoutOf(const std::string& name) { return lookUp(kLayouts, name, "layout"); }
c10::MemoryFormat memoryFormatOf(const std::string& name) { return lookUp(kMemoryFormats, name, "memory format"); }

const char* scalarTypeName(c10::ScalarType type) {
  for (const auto& [name, value] : kScalarTypes) {
    if (value == type) return name;
  }
  return c10::toString(type);
}

const char* layoutName(c10::Layout layout) {
  for (const auto& [name, value] : kLayouts) {
    if (value == layout) return name;
  }
  return "unknown";
}

}  // namespace hashsight
