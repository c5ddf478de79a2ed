// Handles are small integers that identify native values in JavaScript.
#pragma once

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace hashsight {

using Handle = uint32_t;

// Owns every native value that JavaScript holds: tensors, generators, packed parameters, and other opaque values.
//
// A handle is an index, not an object with a native finalizer: wrapping an object takes about as long as adding two
// small tensors, and its finalizer runs only between turns of the event loop. Handle 0 is never used; a disposed
// JavaScript tensor holds it, so use after disposal needs no separate check.
class HandleTable {
 public:
  HandleTable() { slots_.emplace_back(); }

  Handle put(c10::IValue&& value) {
    const size_t bytes = ownedBytes(value);
    Handle handle;
    if (free_.empty()) {
      handle = static_cast<Handle>(slots_.size());
      slots_.push_back({std::move(value), bytes, false});
    } else {
      handle = free_.back();
      free_.pop_back();
      slots_[handle] = {std::move(value), bytes, false};
    }
    live_ += 1;
    bytes_ += bytes;
    return handle;
  }

  // Returns the value of a handle, or nullptr if there is no value.
  const c10::IValue* find(Handle handle) const {
    if (handle >= slots_.size() || slots_[handle].value.isNone()) return nullptr;
    return &slots_[handle].value;
  }

  void release(Handle handle) {
    if (find(handle) == nullptr) return;
    // Emptied before the value is destroyed, because a deleter may call back into this table.
    c10::IValue value = std::move(slots_[handle].value);
    bytes_ -= slots_[handle].bytes;
    if (slots_[handle].isWatched) watchedBytes_ -= slots_[handle].bytes;
    slots_[handle] = {};
    free_.push_back(handle);
    live_ -= 1;
  }

  // Marks a value that the garbage collector may free.
  void watch(Handle handle) {
    if (find(handle) == nullptr || slots_[handle].isWatched) return;
    slots_[handle].isWatched = true;
    watchedBytes_ += slots_[handle].bytes;
  }

  size_t live() const { return live_; }
  // Total size of the storages created with the tensors in the table; views add nothing.
  size_t bytes() const { return bytes_; }
  size_t watchedBytes() const { return watchedBytes_; }

 private:
  struct Slot {
    c10::IValue value;
    size_t bytes = 0;
    bool isWatched = false;
  };

  static size_t ownedBytes(const c10::IValue& value) {
    if (!value.isTensor()) return 0;
    const at::TensorBase& tensor = value.toTensor();
    if (!tensor.defined() || !tensor.has_storage()) return 0;
    const c10::Storage& storage = tensor.storage();
    return storage.use_count() == 1 ? storage.nbytes() : 0;
  }

  std::vector<Slot> slots_;
  std::vector<Handle> free_;
  size_t live_ = 0;
  size_t bytes_ = 0;
  size_t watchedBytes_ = 0;
};

}  // namespace hashsight
