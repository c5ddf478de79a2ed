// Color changes as in torchvision's ColorJitter.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace hashsight {

enum class Change : uint8_t { brightness, contrast, saturation, hue };

// A factor of 1 (for hue: a shift of 0) changes nothing. Hue is in turns of the color circle. Changes apply in this
// order.
struct ColourChange {
  std::array<Change, 4> order;
  // Indexed by change, not by position in the order.
  std::array<double, 4> factors;
};

// Changes pixels of three bytes in place.
void changeColours(const ColourChange& change, uint8_t* pixels, size_t count);

}  // namespace hashsight
