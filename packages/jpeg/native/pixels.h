// Decoded pixels, and how their rows are asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace hashsight {

// Pixels of four bytes: red, green, blue, and an unused one. Rows may have gaps between them.
struct Pixels {
  const uint8_t* data;
  size_t stride;
  int width, height;
};

// Called before rows are read, with the end of the range; lets rows be decoded on demand while they are in the cache.
using RowsWanted = std::function<void(int end)>;

// Filters of a resize; both have antialiasing.
enum class Filter { kBilinear, kBicubic };

}  // namespace hashsight
