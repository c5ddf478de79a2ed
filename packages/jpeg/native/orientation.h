// How a camera was held: EXIF's orientation, 1 to 8, and what it does to images and to parts of them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hashsight {

// A part of an image in pixels, edges between pixels; beyond the image's own edges everything is white.
struct Box {
  double left, top, width, height;
};

// What is done to stored pixels, in this order, so that they stand as the camera saw them: rows become columns, then
// columns change sides, then rows do.
struct Orientation {
  bool isTransposed, mirrorsColumns, mirrorsRows;

  // Table 6 of EXIF 2.32, tag 274; what is not in it counts as 1, upright.
  static Orientation of(int exif) {
    switch (exif) {
      case 2: return {false, true, false};
      case 3: return {false, true, true};
      case 4: return {false, false, true};
      case 5: return {true, false, false};
      case 6: return {true, true, false};
      case 7: return {true, true, true};
      case 8: return {true, false, true};
      default: return {false, false, false};
    }
  }

  // Where a part of the upright image lies in the stored one, which has `width` x `height` pixels.
  Box toStored(Box box, double width, double height) const {
    const double uprightWidth = isTransposed ? height : width;
    const double uprightHeight = isTransposed ? width : height;
    if (mirrorsColumns) box.left = uprightWidth - box.left - box.width;
    if (mirrorsRows) box.top = uprightHeight - box.top - box.height;
    return isTransposed ? Box{box.top, box.left, box.height, box.width} : box;
  }
};

// EXIF's orientation out of an APP1 segment's bytes; 1 when it says none.
int exifOrientation(const uint8_t* data, size_t size);

}  // namespace hashsight
