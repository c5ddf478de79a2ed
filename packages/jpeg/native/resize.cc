#include "resize.h"

#include <algorithm>
#include <cmath>
#include <cstring>

// One compiled form for each of the instruction sets that matter, chosen when the addon is loaded. All of them compute
// in whole numbers, so all give the same pixels.
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif
#define INLINED inline __attribute__((always_inline))

namespace hashsight {

namespace {

// Output rows that are computed together: with four bytes a pixel, sixteen numbers lie side by side.
constexpr int kRows = 4;
constexpr int kChannels = 4;
constexpr int kLanes = kRows * kChannels;
constexpr int kOne = 65535;

// The upper half of a product of 16 bits each; compilers know it as one instruction.
INLINED uint16_t scaled(uint32_t value, uint32_t weight) { return static_cast<uint16_t>(value * weight >> 16); }

// A product is rounded down: half a unit a tap brings the mean back.
INLINED uint16_t biasOf(int taps) { return static_cast<uint16_t>((taps + 1) / 2); }

// Adds rows up to one line with 8 bits behind the point.
template <int kTaps>
INLINED void blendRows(const uint8_t* in, size_t stride, const uint16_t* weights, int count, uint16_t* __restrict out,
                       bool isFirst, int taps) {
  const uint16_t bias = biasOf(taps);
  for (int i = 0; i < count; ++i) {
    uint16_t sum = isFirst ? bias : out[i];
    for (int tap = 0; tap < kTaps; ++tap) sum += scaled(in[tap * stride + i] << 8, weights[tap]);
    out[i] = sum;
  }
}

INLINED void blendLine(const uint8_t* in, size_t stride, const uint16_t* weights, int taps, int count, uint16_t* out) {
  switch (taps) {
    case 1: return blendRows<1>(in, stride, weights, count, out, true, taps);
    case 2: return blendRows<2>(in, stride, weights, count, out, true, taps);
    case 3: return blendRows<3>(in, stride, weights, count, out, true, taps);
    case 4: return blendRows<4>(in, stride, weights, count, out, true, taps);
    case 5: return blendRows<5>(in, stride, weights, count, out, true, taps);
    case 6: return blendRows<6>(in, stride, weights, count, out, true, taps);
    default: break;
  }
  blendRows<4>(in, stride, weights, count, out, true, taps);
  int tap = 4;
  for (; tap + 4 <= taps; tap += 4) blendRows<4>(in + tap * stride, stride, weights + tap, count, out, false, taps);
  for (; tap < taps; ++tap) blendRows<1>(in + tap * stride, stride, weights + tap, count, out, false, taps);
}

// Puts four lines side by side, pixel by pixel.
INLINED void interleave(const uint16_t* lines, int width, uint16_t* __restrict out) {
  const size_t length = size_t{kChannels} * width;
  for (int x = 0; x < width; ++x) {
    for (int row = 0; row < kRows; ++row)
      std::memcpy(out + size_t{kLanes} * x + kChannels * row, lines + row * length + kChannels * x,
                  kChannels * sizeof(uint16_t));
  }
}

// Adds columns up and rounds, four rows at once, into rows of three bytes a pixel.
template <int kTaps>
INLINED void blendColumns(const uint16_t* in, const AxisWeights& columns, int side, bool mirrors, uint8_t* const* out) {
  // kTaps is the number of taps, or 0 for any.
  const int taps = kTaps > 0 ? kTaps : columns.taps;
  const uint16_t bias = biasOf(taps) + 128;
  // Bytes may alias anything: what the loop reads stands in variables of its own, or it is read anew for each pixel.
  const uint16_t* const allWeights = columns.weights.data();
  const int* const first = columns.first.data();
  uint8_t* rows[kRows];
  for (int row = 0; row < kRows; ++row) rows[row] = out[row];
  for (int x = 0; x < side; ++x) {
    const int from = mirrors ? side - 1 - x : x;
    const uint16_t* weights = allWeights + size_t{1} * from * taps;
    const uint16_t* pixels = in + size_t{kLanes} * first[from];
    uint8_t rounded[kLanes];
    for (int lane = 0; lane < kLanes; ++lane) {
      uint16_t sum = bias;
      for (int tap = 0; tap < taps; ++tap) sum += scaled(pixels[tap * kLanes + lane], weights[tap]);
      rounded[lane] = static_cast<uint8_t>(sum >> 8);
    }
    // A pixel's fourth byte is written over by the next pixel's first; the last pixel of a row has none.
    if (x + 1 < side) {
      for (int row = 0; row < kRows; ++row) {
        std::memcpy(rows[row], rounded + kChannels * row, kChannels);
        rows[row] += 3;
      }
    } else {
      for (int row = 0; row < kRows; ++row) std::memcpy(rows[row], rounded + kChannels * row, 3);
    }
  }
}

INLINED void blendAcross(const uint16_t* in, const AxisWeights& columns, int side, bool mirrors, uint8_t* const* out) {
  switch (columns.taps) {
    case 1: return blendColumns<1>(in, columns, side, mirrors, out);
    case 2: return blendColumns<2>(in, columns, side, mirrors, out);
    case 3: return blendColumns<3>(in, columns, side, mirrors, out);
    case 4: return blendColumns<4>(in, columns, side, mirrors, out);
    case 5: return blendColumns<5>(in, columns, side, mirrors, out);
    case 6: return blendColumns<6>(in, columns, side, mirrors, out);
    default: return blendColumns<0>(in, columns, side, mirrors, out);
  }
}

FOR_EACH_PROCESSOR
void resizeRows(const Pixels& in, int side, bool mirrorsColumns, bool mirrorsRows, ResizeMemory& memory, uint8_t* out) {
  const AxisWeights& rows = memory.rows;
  const size_t length = size_t{kChannels} * in.width;
  for (int y = 0; y < side; y += kRows) {
    const int count = std::min(kRows, side - y);
    for (int row = 0; row < count; ++row) {
      const int from = mirrorsRows ? side - 1 - y - row : y + row;
      blendLine(in.data + rows.first[from] * in.stride, in.stride, &rows.weights[size_t{1} * from * rows.taps],
                rows.taps, static_cast<int>(length), &memory.lines[row * length]);
    }
    interleave(memory.lines.data(), in.width, memory.interleaved.data());
    // Rows beyond the last are computed from what is there, and go nowhere.
    uint8_t* targets[kRows];
    for (int row = 0; row < kRows; ++row)
      targets[row] = row < count ? out + size_t{3} * (y + row) * side : memory.spare.data();
    blendAcross(memory.interleaved.data(), memory.columns, side, mirrorsColumns, targets);
  }
}

}  // namespace

void AxisWeights::plan(double from, double length, int size, int out) {
  const double scale = length / out;
  const double support = std::max(scale, 1.0);
  const int lowest = std::max(0, static_cast<int>(std::floor(from)));
  const int highest = std::min(size, static_cast<int>(std::ceil(from + length)));
  // No more pixels than these have their centre nearer than the support.
  taps = std::min(static_cast<int>(std::ceil(2 * support)), highest - lowest);
  first.resize(out);
  weights.resize(size_t{1} * out * taps);
  std::vector<float> exact(taps);
  const double slope = 1 / support;
  for (int i = 0; i < out; ++i) {
    const double centre = from + (i + 0.5) * scale;
    const int wanted = std::max(lowest, static_cast<int>(std::floor(centre - support + 0.5)));
    first[i] = std::min(wanted, highest - taps);
    const float offset = static_cast<float>(first[i] + 0.5 - centre);
    float sum = 0;
    for (int tap = 0; tap < taps; ++tap) {
      exact[tap] = std::max(0.0f, 1 - std::abs(offset + tap) * static_cast<float>(slope));
      sum += exact[tap];
    }
    // Whole weights that add up to one: what rounding leaves over goes from weight to weight.
    const float one = kOne / sum;
    float reached = 0.5f;
    int given = 0;
    uint16_t* row = &weights[size_t{1} * i * taps];
    for (int tap = 0; tap < taps; ++tap) {
      reached += exact[tap] * one;
      const int upTo = tap + 1 == taps ? kOne : std::min(kOne, static_cast<int>(reached));
      row[tap] = static_cast<uint16_t>(upTo - given);
      given = upTo;
    }
  }
}

void resize(const Pixels& in, const Box& box, int side, bool mirrorsColumns, bool mirrorsRows, ResizeMemory& memory,
            uint8_t* out) {
  memory.columns.plan(box.left, box.width, in.width, side);
  memory.rows.plan(box.top, box.height, in.height, side);
  const size_t lanes = size_t{kLanes} * in.width;
  if (memory.lines.size() < lanes) memory.lines.resize(lanes);
  if (memory.interleaved.size() < lanes) memory.interleaved.resize(lanes);
  memory.spare.resize(size_t{3} * side);
  resizeRows(in, side, mirrorsColumns, mirrorsRows, memory, out);
}

}  // namespace hashsight
