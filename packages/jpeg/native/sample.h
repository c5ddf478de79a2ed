// From an image to a sample: crop, resize, rotate, mirror, change colors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "bicubic.h"
#include "colour.h"
#include "decoder.h"
#include "resize.h"

namespace hashsight {

struct Cut {
  // In pixels of the upright image.
  Box box;
  int side;
  // Decoding scale for JPEGs.
  int eighths;
  bool isMirrored;
  Filter filter;
  std::optional<ColourChange> colours;
};

// Memory that a thread reuses for each image.
struct SampleMemory {
  std::vector<uint8_t> bytes, pixels, turned;
  ResizeMemory resize;
  BicubicMemory bicubic;
};

// Upright pixels of three bytes.
struct Upright {
  const uint8_t* data;
  int width, height;
};

// Write side x side pixels of three bytes. Throw a Problem if the image cannot be decoded.
void cutJpeg(const uint8_t* bytes, size_t size, const Limits& limits, const Cut& cut, SampleMemory& memory,
             uint8_t* out);
void cutPixels(const Upright& image, const Cut& cut, SampleMemory& memory, uint8_t* out);

// Decodes a whole image into upright pixels of three bytes. `width` and `height` are those of the upright image at this
// scale. Throws a Problem if the image cannot be decoded or has another size.
void decodeUpright(const uint8_t* bytes, size_t size, const Limits& limits, int eighths, int width, int height,
                   SampleMemory& memory, uint8_t* out);

}  // namespace hashsight
