// Decodes JPEG files with libjpeg-turbo: the header, and any region of the image at any scale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "orientation.h"
#include "resize.h"

namespace hashsight {

// Limits of an image, which protect memory and time; set by src/limits.ts.
struct Limits {
  double pixels;
  // Ratio of longer to shorter side.
  double aspectRatio;
  // Scans, and scans times pixels: each scan of a progressive file is a pass over the whole image.
  double scans;
  double scanPixels;
};

// Header data of the image as stored.
struct Header {
  int width, height;
  Orientation orientation;
};

// Whether the bytes start like a JPEG file: a start-of-image marker and another marker.
bool looksLikeJpeg(const uint8_t* bytes, size_t size);

// Throws a Problem with libjpeg's message or the exceeded limit.
Header readHeader(const uint8_t* bytes, size_t size, const Limits& limits);

// A region of an image whose rows are decoded on demand. Its pixels are in stored orientation, lie in the memory passed
// to the constructor, and equal those of decoding the whole image. Rows below the region are not decoded, but a
// truncated file is still detected.
class DecodingPart {
 public:
  // Decodes the region `upright` (in pixels of the upright image at full scale) at eighths / 8 of its scale; null for
  // the whole image.
  //
  // Throws a Problem with libjpeg's message, also for warnings that mean lost pixels, or with the exceeded limit.
  DecodingPart(const uint8_t* bytes, size_t size, const Limits& limits, const Box* upright, int eighths,
               std::vector<uint8_t>& memory);
  ~DecodingPart();

  // Decodes the remaining rows before `row`. Throws like the constructor.
  void decodeTo(int row);

  const Header& header() const { return header_; }
  // Contain the region and possibly extra columns; `box` is its position in them.
  const Pixels& pixels() const { return pixels_; }
  const Box& box() const { return box_; }

 private:
  class Decoder;
  friend Header readHeader(const uint8_t* bytes, size_t size, const Limits& limits);

  const std::unique_ptr<Decoder> decoder_;
  Header header_{};
  Pixels pixels_{};
  Box box_{};
  // Rows of `pixels`: the next one to decode, and the end of the image.
  int next_ = 0;
  int end_ = 0;
  uint8_t* target_ = nullptr;
};

}  // namespace hashsight
