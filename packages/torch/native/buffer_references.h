// Keeps JavaScript buffers alive while a tensor uses their memory.
#pragma once

#include <node_api.h>

#include <mutex>
#include <thread>
#include <vector>

namespace hashsight {

// A tensor over a buffer may lose its last reference on any thread (such as autograd's), even after the environment has
// ended. A reference may be deleted only on the environment's thread, so other threads queue it here.
class BufferReferences {
 public:
  explicit BufferReferences(napi_env env) : env_(env), thread_(std::this_thread::get_id()) {}

  void drop(napi_ref reference) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (closed_) return;
    if (std::this_thread::get_id() == thread_) {
      napi_delete_reference(env_, reference);
    } else {
      left_.push_back(reference);
    }
  }

  // Deletes the queued references; called on the environment's thread.
  void sweep() {
    const std::lock_guard<std::mutex> lock(mutex_);
    for (napi_ref reference : left_) napi_delete_reference(env_, reference);
    left_.clear();
  }

  void close() {
    const std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
  }

 private:
  std::mutex mutex_;
  std::vector<napi_ref> left_;
  napi_env env_;
  std::thread::id thread_;
  bool closed_ = false;
};

}  // namespace hashsight
