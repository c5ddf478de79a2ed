#include "sample.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "problem.h"

namespace hashsight {

namespace {

// Transposes [height, width, 3] to [width, height, 3].
void transpose(const uint8_t* in, int width, int height, uint8_t* out) {
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      std::memcpy(out + 3 * (size_t{1} * x * height + y), in + 3 * (size_t{1} * y * width + x), 3);
  }
}

void resizeUpright(const Pixels& pixels, const Box& box, const Orientation& orientation, const Cut& cut,
                   const RowsWanted& wanted, SampleMemory& memory, uint8_t* out) {
  const int side = cut.side;
  bool mirrorsColumns = orientation.mirrorsColumns != cut.isMirrored;
  bool mirrorsRows = orientation.mirrorsRows;
  const auto resizeStored = [&](bool mirrorsAcross, bool mirrorsDown, uint8_t* target) {
    if (cut.filter == Filter::kBicubic)
      resizeBicubic(pixels, box, side, mirrorsAcross, mirrorsDown, orientation.isTransposed, wanted, memory.bicubic,
                    target);
    else
      resize(pixels, box, side, mirrorsAcross, mirrorsDown, wanted, memory.resize, target);
  };
  if (orientation.isTransposed) {
    memory.turned.resize(size_t{3} * side * side);
    // The transpose follows later, so the mirror axes are swapped here.
    resizeStored(mirrorsRows, mirrorsColumns, memory.turned.data());
    transpose(memory.turned.data(), side, side, out);
  } else {
    resizeStored(mirrorsColumns, mirrorsRows, out);
  }
  if (cut.colours) changeColours(*cut.colours, out, size_t{1} * side * side);
}

}  // namespace

void cutJpeg(const uint8_t* bytes, size_t size, const Limits& limits, const Cut& cut, SampleMemory& memory,
             uint8_t* out) {
  DecodingPart part(bytes, size, limits, &cut.box, cut.eighths, memory.pixels);
  resizeUpright(
      part.pixels(), part.box(), part.header().orientation, cut, [&part](int end) { part.decodeTo(end); }, memory, out);
}

void cutPixels(const Upright& image, const Cut& cut, SampleMemory& memory, uint8_t* out) {
  const Box& box = cut.box;
  const int left = static_cast<int>(std::floor(box.left));
  const int top = static_cast<int>(std::floor(box.top));
  const int width = std::max(1, static_cast<int>(std::ceil(box.left + box.width)) - left);
  const int height = std::max(1, static_cast<int>(std::ceil(box.top + box.height)) - top);
  const int from = std::clamp(-left, 0, width);
  const int to = std::clamp(image.width - left, from, width);
  const size_t stride = size_t{4} * width;
  memory.pixels.resize(std::max(memory.pixels.size(), stride * height));
  for (int y = 0; y < height; ++y) {
    uint8_t* row = memory.pixels.data() + y * stride;
    const bool isInside = top + y >= 0 && top + y < image.height;
    const int begin = isInside ? from : width;
    const int end = isInside ? to : width;
    std::memset(row, 255, size_t{4} * begin);
    std::memset(row + size_t{4} * end, 255, size_t{4} * (width - end));
    if (begin == end) continue;
    const uint8_t* pixels = image.data + 3 * (size_t{1} * (top + y) * image.width + left + begin);
    for (int x = begin; x < end; ++x, pixels += 3) {
      row[4 * x] = pixels[0];
      row[4 * x + 1] = pixels[1];
      row[4 * x + 2] = pixels[2];
    }
  }
  resizeUpright(
      {memory.pixels.data(), stride, width, height}, {box.left - left, box.top - top, box.width, box.height},
      Orientation::of(1), cut, [](int) {}, memory, out);
}

void decodeUpright(const uint8_t* bytes, size_t size, const Limits& limits, int eighths, int width, int height,
                   SampleMemory& memory, uint8_t* out) {
  DecodingPart part(bytes, size, limits, nullptr, eighths, memory.pixels);
  const auto& [isTransposed, mirrorsColumns, mirrorsRows] = part.header().orientation;
  const Pixels& stored = part.pixels();
  if ((isTransposed ? stored.height : stored.width) != width || (isTransposed ? stored.width : stored.height) != height)
    throw Problem("the image's size changed between two reads; another program is writing the file");
  part.decodeTo(stored.height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const int across = mirrorsColumns ? width - 1 - x : x;
      const int down = mirrorsRows ? height - 1 - y : y;
      const uint8_t* pixel =
          stored.data + (isTransposed ? across : down) * stored.stride + size_t{4} * (isTransposed ? down : across);
      std::memcpy(out + 3 * (size_t{1} * y * width + x), pixel, 3);
    }
  }
}

}  // namespace hashsight
