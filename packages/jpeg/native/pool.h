// Threads that work tasks off, in the order in which they came.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sample.h"

namespace hashsight {

// A number of images to do the same with; several threads share the work.
class Task {
 public:
  explicit Task(size_t count) : count(count), reasons(count) {}
  virtual ~Task() = default;
  // Called once for each image, on any thread; may throw.
  virtual void run(size_t image, SampleMemory& memory) = 0;

  const size_t count;
  // Why an image failed; empty where it did not.
  std::vector<std::string> reasons;

 private:
  friend class Pool;
  size_t next_ = 0;
  std::atomic<size_t> done_ = 0;
};

class Pool {
 public:
  // `finished` is called on one of the threads when a task's last image is done.
  Pool(size_t threads, std::function<void(std::shared_ptr<Task>)> finished);
  ~Pool() { close(); }

  // The task has at least one image.
  void add(std::shared_ptr<Task> task);
  // Gives up what nobody has begun, and waits until the threads end.
  void close();

 private:
  void work();

  const std::function<void(std::shared_ptr<Task>)> finished_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::shared_ptr<Task>> queue_;
  bool isClosing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace hashsight
