// Threads that run tasks in order.
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

// A number of images to process in the same way; several threads share the work.
class Task {
 public:
  explicit Task(size_t count) : count(count), reasons(count) {}
  virtual ~Task() = default;
  // Called once per image, on any thread; may throw.
  virtual void run(size_t image, SampleMemory& memory) = 0;

  const size_t count;
  // Reason for each failed image; empty for the others.
  std::vector<std::string> reasons;

 private:
  friend class Pool;
  size_t next_ = 0;
  std::atomic<size_t> done_ = 0;
};

class Pool {
 public:
  // `finished` is called on one of the threads after the last image of a task.
  Pool(size_t threads, std::function<void(std::shared_ptr<Task>)> finished);
  ~Pool() { close(); }

  // The task has at least one image.
  void add(std::shared_ptr<Task> task);
  // Drops the images that were not started and waits for the threads to end.
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
