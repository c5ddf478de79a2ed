// Bicubic resize with antialiasing on 8-bit pixels: a crop, then Pillow's `resize(…, BICUBIC)`, bit for bit. A cubic
// has negative weights and overshoots at edges, so that each pass is rounded and clipped to 8 bits, as Pillow does; the
// unsigned sums of the bilinear resize have no room for that.
#pragma once

#include <cstdint>
#include <vector>

#include "orientation.h"
#include "pixels.h"

namespace hashsight {

// The weights along one axis: output pixel i is the sum of counts[i] input pixels starting at first[i].
struct CubicWeights {
  // Weights reserved for each output pixel.
  int taps = 0;
  std::vector<int> first, counts;
  // [output][tap]; fixed-point numbers that add up to one.
  std::vector<int32_t> weights;
  // Memory for `plan`: the unrounded weights of one output pixel.
  std::vector<double> exact;

  // Plans a resize of the interval of `length` pixels at `from` out of `size` pixels to `out` pixels. Pixels outside
  // the interval have no weight, except those that it cuts.
  void plan(double from, double length, int size, int out);
};

// Memory that a thread reuses for each resize.
struct BicubicMemory {
  CubicWeights columns, rows;
  // The input rows at the width of the output, or one output row at the width of the input; one output row of four
  // bytes a pixel; the sums of a row.
  std::vector<uint8_t> lines, row;
  std::vector<int32_t> sums;
};

// Like `resize` in resize.h. Pillow resizes the rows of the upright image first; if the caller transposes the result,
// those are the columns here.
void resizeBicubic(const Pixels& in, const Box& box, int side, bool mirrorsColumns, bool mirrorsRows, bool isTransposed,
                   const RowsWanted& wanted, BicubicMemory& memory, uint8_t* out);

}  // namespace hashsight
