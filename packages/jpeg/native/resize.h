// Bilinear resize with antialiasing on 8-bit pixels, like Pillow's `resize(…, BILINEAR, box=…)` and PyTorch's
// `interpolate(mode="bilinear", antialias=True)`.
#pragma once

#include <cstdint>
#include <vector>

#include "orientation.h"
#include "pixels.h"

namespace hashsight {

// The weights along one axis: output pixel i is the sum of `taps` input pixels starting at first[i].
struct AxisWeights {
  int taps = 0;
  std::vector<int> first;
  // [output][tap]; each row adds up to 65535.
  std::vector<uint16_t> weights;
  // Memory for `plan`: the unrounded weights of one output pixel.
  std::vector<float> exact;

  // Plans a resize of the interval of `length` pixels at `from` out of `size` pixels to `out` pixels. Pixels outside
  // the interval have no weight, except those that it cuts.
  void plan(double from, double length, int size, int out);
};

// Memory that a thread reuses for each resize.
struct ResizeMemory {
  AxisWeights columns, rows;
  std::vector<uint16_t> lines, interleaved;
};

// Resizes the region `box` of `in` to side x side pixels of three bytes; optionally mirrors columns or rows.
void resize(const Pixels& in, const Box& box, int side, bool mirrorsColumns, bool mirrorsRows, const RowsWanted& wanted,
            ResizeMemory& memory, uint8_t* out);

}  // namespace hashsight
