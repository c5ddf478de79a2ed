// JPEG files by libjpeg-turbo: the header, and any part of the picture at any of its scales.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "orientation.h"
#include "resize.h"

namespace hashsight {

// What a file's header says of its picture, as stored.
struct Header {
  int width, height;
  Orientation orientation;
};

// Whether bytes begin as JPEG files do.
bool looksLikeJpeg(const uint8_t* bytes, size_t size);

// Throws a Problem with libjpeg's reason.
Header readHeader(const uint8_t* bytes, size_t size);

// A part of a picture, decoded. `pixels` holds the part and perhaps some columns more; `box` says where it lies in
// them.
struct DecodedPart {
  Header header;
  Pixels pixels;
  Box box;
};

// Decodes the part `upright` (in the upright picture's pixels, at full scale) at eighths / 8 of its scale. Its pixels
// are as they are stored, not turned yet, and lie in `memory`. They are those that decoding the whole picture gives.
// What is below the part is not decoded, but a file that has no end is found all the same.
//
// Throws a Problem with libjpeg's reason, also for what libjpeg only warns of when pixels are lost.
DecodedPart decodePart(const uint8_t* bytes, size_t size, const Box* upright, int eighths,
                       std::vector<uint8_t>& memory);

}  // namespace hashsight
