// Changes of colour, as torchvision's ColorJitter makes them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace hashsight {

enum class Change : uint8_t { brightness, contrast, saturation, hue };

// Factors of 1 (hue: a shift of 0, in turns of the colour circle) change nothing. The changes come in this order.
struct ColourChange {
  std::array<Change, 4> order;
  // By change, not by place in the order.
  std::array<double, 4> factors;
};

// Changes pixels of three bytes.
void changeColours(const ColourChange& change, uint8_t* pixels, size_t count);

}  // namespace hashsight
