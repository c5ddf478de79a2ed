#include "orientation.h"

#include <cstring>

namespace hashsight {

namespace {

constexpr char kExif[6] = {'E', 'x', 'i', 'f', 0, 0};
constexpr uint32_t kOrientationTag = 0x0112;
constexpr uint32_t kShort = 3;

// Reads numbers from a TIFF file in its byte order; 0 beyond the end.
struct Tiff {
  const uint8_t* data;
  size_t size;
  bool isBigEndian;

  uint32_t number(size_t at, int bytes) const {
    if (at > size || size - at < static_cast<size_t>(bytes)) return 0;
    uint32_t value = 0;
    for (int i = 0; i < bytes; ++i) value = value << 8 | data[at + (isBigEndian ? i : bytes - 1 - i)];
    return value;
  }
};

}  // namespace

int exifOrientation(const uint8_t* data, size_t size) {
  if (size < sizeof kExif + 8 || std::memcmp(data, kExif, sizeof kExif) != 0) return 1;
  const Tiff tiff{data + sizeof kExif, size - sizeof kExif, data[sizeof kExif] == 'M'};
  const size_t directory = tiff.number(4, 4);
  const uint32_t entries = tiff.number(directory, 2);
  for (uint32_t i = 0; i < entries; ++i) {
    const size_t entry = directory + 2 + size_t{12} * i;
    if (tiff.number(entry, 2) != kOrientationTag) continue;
    const uint32_t value = tiff.number(entry + 2, 2) == kShort ? tiff.number(entry + 8, 2) : 1;
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace hashsight
