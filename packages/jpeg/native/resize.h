// Bilinear resize with antialiasing, 8-bit in and out: what Pillow's `resize(…, BILINEAR, box=…)` and PyTorch's
// `interpolate(mode="bilinear", antialias=True)` do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "orientation.h"

namespace hashsight {

// Pixels of four bytes, red, green, blue and one that says nothing; rows may have a gap between them.
struct Pixels {
  const uint8_t* data;
  size_t stride;
  int width, height;
};

// The weights of one axis: pixel i of the output is the sum of `taps` input pixels from first[i] on.
struct AxisWeights {
  int taps = 0;
  std::vector<int> first;
  // [output][tap]; each row adds up to 65535.
  std::vector<uint16_t> weights;
  // Memory of `plan`: the weights of one output pixel before rounding.
  std::vector<float> exact;

  // The part from `from` on, `length` long, of `size` pixels, made `out` pixels long. Pixels outside of the part, but
  // for those that it cuts, count for nothing.
  void plan(double from, double length, int size, int out);
};

// Memory that one thread keeps from resize to resize.
struct ResizeMemory {
  AxisWeights columns, rows;
  std::vector<uint16_t> lines, interleaved;
};

// Is told, before rows are read, up to which one: so they can be made when they are needed, and are still at hand.
using RowsWanted = std::function<void(int end)>;

// Makes the part `box` of `in` (within it) side x side pixels of three bytes, columns or rows mirrored.
void resize(const Pixels& in, const Box& box, int side, bool mirrorsColumns, bool mirrorsRows, const RowsWanted& wanted,
            ResizeMemory& memory, uint8_t* out);

}  // namespace hashsight
