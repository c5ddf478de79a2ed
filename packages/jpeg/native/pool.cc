#include "pool.h"

#include <exception>

namespace hashsight {

Pool::Pool(size_t threads, std::function<void(std::shared_ptr<Task>)> finished) : finished_(std::move(finished)) {
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

void Pool::add(std::shared_ptr<Task> task) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    queue_.push_back(std::move(task));
  }
  wake_.notify_all();
}

void Pool::close() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    isClosing_ = true;
    queue_.clear();
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Pool::work() {
  SampleMemory memory;
  for (;;) {
    std::shared_ptr<Task> task;
    size_t image;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      wake_.wait(lock, [this] { return isClosing_ || !queue_.empty(); });
      if (isClosing_) return;
      task = queue_.front();
      image = task->next_++;
      if (task->next_ == task->count) queue_.pop_front();
    }
    try {
      task->run(image, memory);
    } catch (const std::exception& error) {
      task->reasons[image] = error.what();
    }
    if (++task->done_ == task->count) finished_(std::move(task));
  }
}

}  // namespace hashsight
