// Why an image cannot be used, in one line for users.
#pragma once

#include <stdexcept>
#include <string>

namespace hashsight {

struct Problem : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace hashsight
