#include "colour.h"

#include <algorithm>
#include <cmath>

namespace hashsight {

namespace {

uint8_t toByte(float value) { return static_cast<uint8_t>(std::clamp(value, 0.0f, 255.0f)); }

// Luma by ITU-R BT.601, rounded down as in torchvision's rgb_to_grayscale for bytes.
float greyOf(const uint8_t* pixel) { return std::floor(0.2989f * pixel[0] + 0.587f * pixel[1] + 0.114f * pixel[2]); }

// Computes factor * pixel + (1 - factor) * other for each channel.
template <typename Other>
void blend(uint8_t* pixels, size_t count, float factor, Other other) {
  for (size_t i = 0; i < count; ++i) {
    uint8_t* pixel = pixels + 3 * i;
    const float rest = (1 - factor) * other(pixel);
    for (int channel = 0; channel < 3; ++channel) pixel[channel] = toByte(factor * pixel[channel] + rest);
  }
}

float meanGrey(const uint8_t* pixels, size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; ++i) sum += greyOf(pixels + 3 * i);
  return static_cast<float>(sum / static_cast<double>(count));
}

// Rotates the hue by a fraction of the color circle; saturation and value stay.
void turnHue(uint8_t* pixel, float turn) {
  const float r = pixel[0], g = pixel[1], b = pixel[2];
  const float value = std::max({r, g, b});
  const float range = value - std::min({r, g, b});
  if (range == 0) return;
  float sixths;
  if (value == r) {
    sixths = (g - b) / range;
  } else if (value == g) {
    sixths = (b - r) / range + 2;
  } else {
    sixths = (r - g) / range + 4;
  }
  sixths += 6 * turn;
  for (int channel = 0; channel < 3; ++channel) {
    // Smith 1978 in one formula: each channel follows the one before by two sixths of the circle.
    float position = std::fmod(sixths + 5 - 2 * channel, 6.0f);
    if (position < 0) position += 6;
    pixel[channel] = toByte(value - range * std::clamp(std::min(position, 4 - position), 0.0f, 1.0f) + 0.5f);
  }
}

}  // namespace

void changeColours(const ColourChange& change, uint8_t* pixels, size_t count) {
  for (const Change which : change.order) {
    const float factor = static_cast<float>(change.factors[static_cast<size_t>(which)]);
    switch (which) {
      case Change::brightness:
        if (factor != 1) blend(pixels, count, factor, [](const uint8_t*) { return 0.0f; });
        break;
      case Change::contrast:
        if (factor != 1)
          blend(pixels, count, factor, [grey = meanGrey(pixels, count)](const uint8_t*) { return grey; });
        break;
      case Change::saturation:
        if (factor != 1) blend(pixels, count, factor, greyOf);
        break;
      case Change::hue:
        if (factor != 0)
          for (size_t i = 0; i < count; ++i) turnHue(pixels + 3 * i, factor);
        break;
    }
  }
}

}  // namespace hashsight
