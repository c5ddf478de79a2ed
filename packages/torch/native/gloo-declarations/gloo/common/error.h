#pragma once

#include <stdexcept>

namespace gloo {

// The base of all that Gloo throws: a lost connection, a timeout.
struct Exception : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace gloo
