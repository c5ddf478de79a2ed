// JPEG files by libjpeg-turbo: the header, and any part of the image at any of its scales.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "orientation.h"
#include "resize.h"

namespace hashsight {

// The most that an image may have, so that none takes the memory or the time of thousands; set by src/limits.ts.
struct Limits {
  double pixels;
  // Longer side over shorter side.
  double aspectRatio;
  // Scans, and scans times pixels: a progressive file goes over the whole image once a scan.
  double scans;
  double scanPixels;
};

// What a file's header says of its image, as stored.
struct Header {
  int width, height;
  Orientation orientation;
};

// Whether bytes begin as JPEG files do: with the start of image, and a marker.
bool looksLikeJpeg(const uint8_t* bytes, size_t size);

// Throws a Problem with libjpeg's reason, or with the limit that the image is beyond.
Header readHeader(const uint8_t* bytes, size_t size, const Limits& limits);

// A part of an image, whose rows are decoded when they are asked for. Its pixels are as they are stored, not turned
// yet, and lie in the memory that it was given. They are those that decoding the whole image gives. What is below the
// part is not decoded, but a file that has no end is found all the same.
class DecodingPart {
 public:
  // The part `upright` (in the upright image's pixels, at full scale) at eighths / 8 of its scale; null for all of
  // it.
  //
  // Throws a Problem with libjpeg's reason, also for what libjpeg only warns of when pixels are lost, or with the limit
  // that the image is beyond.
  DecodingPart(const uint8_t* bytes, size_t size, const Limits& limits, const Box* upright, int eighths,
               std::vector<uint8_t>& memory);
  ~DecodingPart();

  // Decodes the rows before `row`, as far as it is not done yet. Throws as above.
  void decodeTo(int row);

  const Header& header() const { return header_; }
  // Hold the part and perhaps some columns more; `box` says where it lies in them.
  const Pixels& pixels() const { return pixels_; }
  const Box& box() const { return box_; }

 private:
  class Decoder;
  friend Header readHeader(const uint8_t* bytes, size_t size, const Limits& limits);

  const std::unique_ptr<Decoder> decoder_;
  Header header_{};
  Pixels pixels_{};
  Box box_{};
  // Rows of `pixels`: the next one to decode, and where the image ends.
  int next_ = 0;
  int end_ = 0;
  uint8_t* target_ = nullptr;
};

}  // namespace hashsight
