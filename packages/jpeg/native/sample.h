// From an image to a sample: cut, resized, turned, mirrored, its colours changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "colour.h"
#include "decoder.h"
#include "resize.h"

namespace hashsight {

struct Cut {
  // In the upright image's pixels.
  Box box;
  int side;
  // The scale that a JPEG is decoded at.
  int eighths;
  bool isMirrored;
  std::optional<ColourChange> colours;
};

// Memory that one thread keeps from image to image.
struct SampleMemory {
  std::vector<uint8_t> bytes, pixels, turned;
  ResizeMemory resize;
};

// Pixels of three bytes, upright.
struct Upright {
  const uint8_t* data;
  int width, height;
};

// Write side x side pixels of three bytes. Throw a Problem when the image cannot be decoded.
void cutJpeg(const uint8_t* bytes, size_t size, const Limits& limits, const Cut& cut, SampleMemory& memory,
             uint8_t* out);
void cutPixels(const Upright& image, const Cut& cut, SampleMemory& memory, uint8_t* out);

// Decodes a whole image into pixels of three bytes, upright. `width` and `height` are those of the upright image at
// this scale. Throws a Problem when it cannot be decoded, or is of another size.
void decodeUpright(const uint8_t* bytes, size_t size, const Limits& limits, int eighths, int width, int height,
                   SampleMemory& memory, uint8_t* out);

}  // namespace hashsight
