#include "resize.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "processors.h"

namespace hashsight {

namespace {

// Number of output rows computed together. Bytes 0 and 2 of a pixel form one word of two numbers, bytes 1 and 3
// another, so no byte is moved to become a number. In the column pass, the words of all rows are interleaved.
constexpr int kRows = 8;
constexpr int kWords = 2 * kRows;
constexpr int kLanes = 2 * kWords;
constexpr int kOne = 65535;
// Number of output columns computed together; their words fit into the L1 cache.
constexpr int kColumns = 32;

// The upper half of a 16-bit product; compilers recognize it as one instruction.
INLINED uint16_t scaled(uint32_t value, uint32_t weight) { return static_cast<uint16_t>(value * weight >> 16); }

// Products are rounded down; half a unit per tap corrects the mean.
INLINED uint16_t biasOf(int taps) { return static_cast<uint16_t>((taps + 1) / 2); }

constexpr size_t roundedUp(size_t count, size_t to) { return (count + to - 1) / to * to; }

// Sums rows into two lines with 8 fractional bits: one for the even bytes, one for the odd bytes.
template <int kTaps>
INLINED void blendRows(const uint8_t* in, size_t stride, const uint16_t* weights, int count, uint16_t* __restrict even,
                       uint16_t* __restrict odd, bool isFirst, int taps) {
  const uint16_t bias = biasOf(taps);
  for (int i = 0; i < count; ++i) {
    uint16_t evenSum = isFirst ? bias : even[i];
    uint16_t oddSum = isFirst ? bias : odd[i];
    for (int tap = 0; tap < kTaps; ++tap) {
      uint16_t both;
      std::memcpy(&both, in + tap * stride + size_t{2} * i, sizeof(both));
      evenSum += scaled(static_cast<uint16_t>(both << 8), weights[tap]);
      oddSum += scaled(both & 0xff00, weights[tap]);
    }
    even[i] = evenSum;
    odd[i] = oddSum;
  }
}

INLINED void blendLine(const uint8_t* in, size_t stride, const uint16_t* weights, int taps, int count, uint16_t* even,
                       uint16_t* odd) {
  switch (taps) {
    case 1: return blendRows<1>(in, stride, weights, count, even, odd, true, taps);
    case 2: return blendRows<2>(in, stride, weights, count, even, odd, true, taps);
    case 3: return blendRows<3>(in, stride, weights, count, even, odd, true, taps);
    case 4: return blendRows<4>(in, stride, weights, count, even, odd, true, taps);
    case 5: return blendRows<5>(in, stride, weights, count, even, odd, true, taps);
    case 6: return blendRows<6>(in, stride, weights, count, even, odd, true, taps);
    default: break;
  }
  blendRows<4>(in, stride, weights, count, even, odd, true, taps);
  int tap = 4;
  for (; tap + 4 <= taps; tap += 4)
    blendRows<4>(in + tap * stride, stride, weights + tap, count, even, odd, false, taps);
  for (; tap < taps; ++tap) blendRows<1>(in + tap * stride, stride, weights + tap, count, even, odd, false, taps);
}

// Number of words transposed together with three more.
constexpr int kBlock = 4;
using Block = uint32_t __attribute__((vector_size(kBlock * sizeof(uint32_t))));
#ifdef __clang__
#define PICK(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)
#else
#define PICK(a, b, ...) __builtin_shuffle(a, b, Block{__VA_ARGS__})
#endif

// Transposes lines of words that are `stride` words apart.
INLINED void transpose(const uint16_t* in, size_t stride, Block (&out)[kBlock]) {
  Block lines[kBlock];
  for (int i = 0; i < kBlock; ++i) std::memcpy(&lines[i], in + 2 * i * stride, sizeof(Block));
  const Block left[] = {PICK(lines[0], lines[1], 0, 4, 1, 5), PICK(lines[2], lines[3], 0, 4, 1, 5)};
  const Block right[] = {PICK(lines[0], lines[1], 2, 6, 3, 7), PICK(lines[2], lines[3], 2, 6, 3, 7)};
  out[0] = PICK(left[0], left[1], 0, 1, 4, 5);
  out[1] = PICK(left[0], left[1], 2, 3, 6, 7);
  out[2] = PICK(right[0], right[1], 0, 1, 4, 5);
  out[3] = PICK(right[0], right[1], 2, 3, 6, 7);
}

// Interleaves the words of the lines, pixel by pixel.
INLINED void interleave(const uint16_t* lines, size_t stride, int width, uint16_t* __restrict out) {
  for (int x = 0; x < width; x += kBlock) {
    for (int line = 0; line < kWords; line += kBlock) {
      Block pixels[kBlock];
      transpose(lines + 2 * (line * stride + x), stride, pixels);
      for (int i = 0; i < kBlock; ++i)
        std::memcpy(out + size_t{kLanes} * (x + i) + 2 * line, &pixels[i], sizeof(Block));
    }
  }
}

// Sums and rounds `count` columns starting at `from`, for all rows at once, into pixels of four bytes.
template <int kTaps>
INLINED void blendColumns(const uint16_t* in, const AxisWeights& columns, int from, int count, bool mirrors,
                          uint16_t* __restrict out) {
  // kTaps is the number of taps, or 0 for any number.
  const int taps = kTaps > 0 ? kTaps : columns.taps;
  const uint16_t bias = biasOf(taps) + 128;
  const uint16_t* weights = columns.weights.data() + size_t{1} * from * taps;
  const int* const first = columns.first.data() + from;
  for (int x = 0; x < count; ++x, weights += taps) {
    const uint16_t* pixels = in + size_t{kLanes} * first[x];
    uint16_t sums[kLanes];
    for (int lane = 0; lane < kLanes; ++lane) {
      uint16_t sum = bias;
      for (int tap = 0; tap < taps; ++tap) sum += scaled(pixels[tap * kLanes + lane], weights[tap]);
      sums[lane] = sum;
    }
    uint16_t* const rounded = out + size_t{kWords} * (mirrors ? count - 1 - x : x);
    for (int lane = 0; lane < kWords; ++lane)
      rounded[lane] = static_cast<uint16_t>(sums[lane] >> 8 | (sums[kWords + lane] & 0xff00));
  }
}

INLINED void blendAcross(const uint16_t* in, const AxisWeights& columns, int from, int count, bool mirrors,
                         uint16_t* out) {
  switch (columns.taps) {
    case 1: return blendColumns<1>(in, columns, from, count, mirrors, out);
    case 2: return blendColumns<2>(in, columns, from, count, mirrors, out);
    case 3: return blendColumns<3>(in, columns, from, count, mirrors, out);
    case 4: return blendColumns<4>(in, columns, from, count, mirrors, out);
    case 5: return blendColumns<5>(in, columns, from, count, mirrors, out);
    case 6: return blendColumns<6>(in, columns, from, count, mirrors, out);
    default: return blendColumns<0>(in, columns, from, count, mirrors, out);
  }
}

// Packs four pixels of four bytes into three words, in all rows.
INLINED void dropFourthBytes(const uint16_t* in, int count, uint16_t* __restrict out) {
  static_assert(std::endian::native == std::endian::little);
  constexpr uint32_t kColours = 0xffffff;
  for (int x = 0; x < count; x += 4) {
    uint32_t pixels[4 * kRows];
    uint32_t packed[3 * kRows];
    std::memcpy(pixels, in + size_t{kWords} * x, sizeof(pixels));
    for (int row = 0; row < kRows; ++row) {
      const uint32_t second = pixels[kRows + row] & kColours;
      const uint32_t third = pixels[2 * kRows + row] & kColours;
      packed[row] = (pixels[row] & kColours) | second << 24;
      packed[kRows + row] = second >> 8 | third << 16;
      packed[2 * kRows + row] = third >> 16 | pixels[3 * kRows + row] << 8;
    }
    std::memcpy(out + size_t{kWords} * (x / 4 * 3), packed, sizeof(packed));
  }
}

// Deinterleaves words into `length` bytes in each row, starting at `at`; null skips a row.
INLINED void separate(const uint16_t* words, size_t length, size_t at, uint8_t* const* rows) {
  for (size_t done = 0; done < length; done += sizeof(Block)) {
    const size_t bytes = std::min(sizeof(Block), length - done);
    for (int row = 0; row < kRows; row += kBlock) {
      Block parts[kBlock];
      transpose(words + done / sizeof(uint32_t) * kWords + 2 * row, kRows, parts);
      for (int i = 0; i < kBlock; ++i) {
        if (rows[row + i] == nullptr) continue;
        // A whole block is a single instruction; a length known only at run time is a function call.
        if (bytes == sizeof(Block))
          std::memcpy(rows[row + i] + at + done, &parts[i], sizeof(Block));
        else
          std::memcpy(rows[row + i] + at + done, &parts[i], bytes);
      }
    }
  }
}

FOR_EACH_PROCESSOR
void resizeRows(const Pixels& in, int side, bool mirrorsColumns, bool mirrorsRows, const RowsWanted& wanted,
                ResizeMemory& memory, uint8_t* out) {
  const AxisWeights& rows = memory.rows;
  const size_t words = roundedUp(in.width, kBlock);
  uint16_t* const lines = memory.lines.data();
  for (int y = 0; y < side; y += kRows) {
    const int count = std::min(kRows, side - y);
    wanted(rows.first[y + count - 1] + rows.taps);
    uint8_t* targets[kRows] = {};
    for (int row = 0; row < count; ++row) {
      blendLine(in.data + rows.first[y + row] * in.stride, in.stride, &rows.weights[size_t{1} * (y + row) * rows.taps],
                rows.taps, 2 * in.width, lines + 2 * row * words, lines + 2 * (kRows + row) * words);
      targets[row] = out + size_t{3} * side * (mirrorsRows ? side - 1 - y - row : y + row);
    }
    // Rows beyond the last are computed from existing rows and discarded.
    interleave(lines, words, in.width, memory.interleaved.data());
    for (int x = 0; x < side; x += kColumns) {
      const int columns = std::min(kColumns, side - x);
      uint16_t pixels[kWords * kColumns];
      uint16_t packed[kWords * kColumns];
      blendAcross(memory.interleaved.data(), memory.columns, x, columns, mirrorsColumns, pixels);
      dropFourthBytes(pixels, columns, packed);
      separate(packed, size_t{3} * columns, size_t{3} * (mirrorsColumns ? side - x - columns : x), targets);
    }
  }
}

}  // namespace

void AxisWeights::plan(double from, double length, int size, int out) {
  const double scale = length / out;
  const double support = std::max(scale, 1.0);
  const int lowest = std::max(0, static_cast<int>(std::floor(from)));
  const int highest = std::min(size, static_cast<int>(std::ceil(from + length)));
  // At most this many pixels have their center within the support.
  taps = std::min(static_cast<int>(std::ceil(2 * support)), highest - lowest);
  first.resize(out);
  weights.resize(size_t{1} * out * taps);
  exact.resize(taps);
  const double slope = 1 / support;
  for (int i = 0; i < out; ++i) {
    const double centre = from + (i + 0.5) * scale;
    // The cast rounds up below zero, but the maximum with `lowest` applies there anyway.
    const int wanted = std::max(lowest, static_cast<int>(centre - support + 0.5));
    first[i] = std::min(wanted, highest - taps);
    const float offset = static_cast<float>(first[i] + 0.5 - centre);
    float sum = 0;
    for (int tap = 0; tap < taps; ++tap) {
      exact[tap] = std::max(0.0f, 1 - std::abs(offset + tap) * static_cast<float>(slope));
      sum += exact[tap];
    }
    // Integer weights that add up to one: the rounding error carries over from weight to weight.
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

void resize(const Pixels& in, const Box& box, int side, bool mirrorsColumns, bool mirrorsRows, const RowsWanted& wanted,
            ResizeMemory& memory, uint8_t* out) {
  memory.columns.plan(box.left, box.width, in.width, side);
  memory.rows.plan(box.top, box.height, in.height, side);
  const size_t lanes = kLanes * roundedUp(in.width, kBlock);
  if (memory.lines.size() < lanes) {
    memory.lines.resize(lanes);
    memory.interleaved.resize(lanes);
  }
  resizeRows(in, side, mirrorsColumns, mirrorsRows, wanted, memory, out);
}

}  // namespace hashsight
