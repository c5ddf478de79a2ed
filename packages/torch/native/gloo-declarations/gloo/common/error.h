#pragma once

#include <stdexcept>

namespace gloo {

// Base class of Gloo's exceptions, such as a lost connection or a timeout.
struct Exception : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace gloo
