// EXIF orientation, 1 to 8, and its effect on images and regions.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hashsight {

// A region of an image in pixels, with edges between pixels; white beyond the image's edges.
struct Box {
  double left, top, width, height;
};

// Transforms stored pixels to upright ones, in this order: transpose, mirror columns, mirror rows.
struct Orientation {
  bool isTransposed, mirrorsColumns, mirrorsRows;

  // Table 6 of EXIF 2.32, tag 274; other values count as 1, upright.
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

  // Maps a region of the upright image to the stored image of `width` x `height` pixels.
  Box toStored(Box box, double width, double height) const {
    const double uprightWidth = isTransposed ? height : width;
    const double uprightHeight = isTransposed ? width : height;
    if (mirrorsColumns) box.left = uprightWidth - box.left - box.width;
    if (mirrorsRows) box.top = uprightHeight - box.top - box.height;
    return isTransposed ? Box{box.top, box.left, box.height, box.width} : box;
  }
};

// Reads the EXIF orientation from an APP1 segment; 1 if absent.
int exifOrientation(const uint8_t* data, size_t size);

}  // namespace hashsight
