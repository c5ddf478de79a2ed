#include "bicubic.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "processors.h"

namespace hashsight {

namespace {

// Fractional bits of a weight, as in Pillow: 32, less 8 of the pixel and 2 for overshoot.
constexpr int kBits = 22;
constexpr int32_t kHalf = 1 << (kBits - 1);
constexpr int kBytes = 4;

// The cubic convolution of Keys 1981 with a = -0.5, in Pillow's order of operations.
double cubic(double x) {
  constexpr double a = -0.5;
  x = std::abs(x);
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * a;
  return 0;
}

INLINED uint8_t clipped(int32_t sum) { return static_cast<uint8_t>(std::clamp(sum >> kBits, 0, 255)); }

// Resizes a row to `side` pixels of four bytes.
INLINED void blendAcross(const uint8_t* in, const CubicWeights& columns, int side, uint8_t* __restrict out) {
  for (int x = 0; x < side; ++x) {
    const uint8_t* pixel = in + size_t{kBytes} * columns.first[x];
    const int32_t* weights = &columns.weights[size_t{1} * x * columns.taps];
    int32_t sums[kBytes] = {kHalf, kHalf, kHalf, kHalf};
    for (int tap = 0; tap < columns.counts[x]; ++tap, pixel += kBytes) {
      for (int i = 0; i < kBytes; ++i) sums[i] += pixel[i] * weights[tap];
    }
    for (int i = 0; i < kBytes; ++i) out[size_t{kBytes} * x + i] = clipped(sums[i]);
  }
}

// Sums input rows of `count` bytes by the weights of output row y, and rounds.
INLINED void blendDown(const uint8_t* in, size_t stride, const CubicWeights& rows, int y, int count,
                       int32_t* __restrict sums, uint8_t* __restrict out) {
  std::fill(sums, sums + count, kHalf);
  const int32_t* weights = &rows.weights[size_t{1} * y * rows.taps];
  for (int tap = 0; tap < rows.counts[y]; ++tap) {
    const uint8_t* line = in + (rows.first[y] + tap) * stride;
    for (int i = 0; i < count; ++i) sums[i] += line[i] * weights[tap];
  }
  for (int i = 0; i < count; ++i) out[i] = clipped(sums[i]);
}

FOR_EACH_PROCESSOR
void resizeRows(const Pixels& in, int side, bool mirrorsColumns, bool mirrorsRows, bool isTransposed,
                const RowsWanted& wanted, BicubicMemory& memory, uint8_t* out) {
  const CubicWeights& columns = memory.columns;
  const CubicWeights& rows = memory.rows;
  const size_t length = size_t{kBytes} * side;
  int32_t* const sums = memory.sums.data();
  uint8_t* const lines = memory.lines.data();
  uint8_t* const row = memory.row.data();
  int done = rows.first[0];
  for (int y = 0; y < side; ++y) {
    const int end = rows.first[y] + rows.counts[y];
    wanted(end);
    if (isTransposed) {
      blendDown(in.data, in.stride, rows, y, kBytes * in.width, sums, lines);
      blendAcross(lines, columns, side, row);
    } else {
      for (; done < end; ++done) blendAcross(in.data + done * in.stride, columns, side, lines + done * length);
      blendDown(lines, length, rows, y, kBytes * side, sums, row);
    }
    uint8_t* const line = out + size_t{3} * side * (mirrorsRows ? side - 1 - y : y);
    for (int x = 0; x < side; ++x)
      std::memcpy(line + 3 * x, row + size_t{kBytes} * (mirrorsColumns ? side - 1 - x : x), 3);
  }
}

}  // namespace

// Pillow's `precompute_coeffs` and `normalize_coeffs_8bpc`, of the pixels that the interval touches.
void CubicWeights::plan(double from, double length, int size, int out) {
  const int lowest = std::max(0, static_cast<int>(std::floor(from)));
  const int highest = std::min(size, static_cast<int>(std::ceil(from + length)));
  const double scale = length / out;
  const double stretch = std::max(scale, 1.0);
  const double support = 2 * stretch;
  const double inverse = 1 / stretch;
  taps = static_cast<int>(std::ceil(support)) * 2 + 1;
  first.resize(out);
  counts.resize(out);
  weights.resize(size_t{1} * out * taps);
  exact.resize(taps);
  for (int i = 0; i < out; ++i) {
    const double centre = from - lowest + (i + 0.5) * scale;
    const int begin = std::clamp(static_cast<int>(centre - support + 0.5), 0, highest - lowest - 1);
    const int end = std::clamp(static_cast<int>(centre + support + 0.5), begin + 1, highest - lowest);
    double sum = 0;
    for (int tap = 0; tap < end - begin; ++tap) {
      exact[tap] = cubic((tap + begin - centre + 0.5) * inverse);
      sum += exact[tap];
    }
    first[i] = lowest + begin;
    counts[i] = end - begin;
    for (int tap = 0; tap < end - begin; ++tap) {
      const double weight = exact[tap] / sum * (1 << kBits);
      weights[size_t{1} * i * taps + tap] = static_cast<int32_t>(weight < 0 ? weight - 0.5 : weight + 0.5);
    }
  }
}

void resizeBicubic(const Pixels& in, const Box& box, int side, bool mirrorsColumns, bool mirrorsRows, bool isTransposed,
                   const RowsWanted& wanted, BicubicMemory& memory, uint8_t* out) {
  memory.columns.plan(box.left, box.width, in.width, side);
  memory.rows.plan(box.top, box.height, in.height, side);
  const size_t across = size_t{kBytes} * in.width;
  const size_t length = size_t{kBytes} * side;
  const auto reserve = [](auto& memory, size_t size) { memory.resize(std::max(memory.size(), size)); };
  reserve(memory.lines, isTransposed ? across : length * in.height);
  reserve(memory.row, length);
  reserve(memory.sums, std::max(across, length));
  resizeRows(in, side, mirrorsColumns, mirrorsRows, isTransposed, wanted, memory, out);
}

}  // namespace hashsight
