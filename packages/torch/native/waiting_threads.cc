// How long OpenMP's idle threads spin before they sleep, chosen by load.
//
// GNU's OpenMP lets an idle thread spin for milliseconds, which is fastest while every thread has a core of its own.
// Beside another busy process, each spinning thread takes a core from a thread that has work. OpenMP spins only briefly
// while it manages more threads than there are cores. A watcher thread brings that about while the process waits for
// cores: it has a second thread hold enough sleeping OpenMP threads. The threads that compute stay the same, and so do
// their results.
#ifdef __linux__
#include <dirent.h>
#include <dlfcn.h>
#endif
#include <ATen/Parallel.h>
#include <napi.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "environment.h"
#include "topics.h"

namespace hashsight {

namespace {

// Nanoseconds since the process began.
struct ProcessorTimes {
  int64_t run = 0;
  // Time in which threads were ready to run but had no core.
  int64_t wait = 0;
};

#ifdef __linux__

// Linux, Documentation/scheduler/sched-stats.rst. Threads may end meanwhile.
ProcessorTimes processorTimes() {
  ProcessorTimes sum;
  DIR* tasks = opendir("/proc/self/task");
  if (tasks == nullptr) return sum;
  while (const dirent* task = readdir(tasks)) {
    if (task->d_name[0] == '.') continue;
    const std::string path = std::string("/proc/self/task/") + task->d_name + "/schedstat";
    FILE* file = fopen(path.c_str(), "r");
    if (file == nullptr) continue;
    long long run, wait;
    if (fscanf(file, "%lld %lld", &run, &wait) == 2) {
      sum.run += run;
      sum.wait += wait;
    }
    fclose(file);
  }
  closedir(tasks);
  return sum;
}

template <typename Function>
Function openmpFunction(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

#endif

// Owns sleeping OpenMP threads until it is destroyed. They belong to a thread of its own, so that no computation uses
// them.
class SleepingThreads {
 public:
  explicit SleepingThreads(int computing) {
    owner_ = std::thread([this, computing] {
#ifdef __linux__
      using Parallel = void (*)(void (*)(void*), void*, unsigned, unsigned);
      const auto parallel = openmpFunction<Parallel>("GOMP_parallel");
      const auto cores = openmpFunction<int (*)()>("omp_get_num_procs");
      // One thread more than there are cores; the first thread of a team is its owner, which OpenMP does not count.
      const int count = cores == nullptr ? 0 : cores() - computing + 2;
      if (parallel != nullptr && count > 1) parallel([](void*) {}, nullptr, count, 0);
#endif
      std::unique_lock<std::mutex> lock(mutex_);
      released_.wait(lock, [this] { return isReleased_; });
    });
  }

  ~SleepingThreads() {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      isReleased_ = true;
    }
    released_.notify_one();
    owner_.join();
  }

 private:
  std::thread owner_;
  std::mutex mutex_;
  std::condition_variable released_;
  bool isReleased_ = false;
};

// Chosen by `npm run bench:beside`.
constexpr auto INTERVAL = std::chrono::milliseconds(200);
// Share of the wanted processor time that threads waited for a core: above the first, waits become short; below the
// second for some intervals, long again.
constexpr double CONTENDED = 0.08;
constexpr double ALONE = 0.03;
constexpr int INTERVALS_ALONE = 5;

class Watcher {
 public:
  Watcher() : thread_([this] { watch(); }) {}

  ~Watcher() {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      isEnding_ = true;
    }
    ending_.notify_one();
    thread_.join();
  }

  bool isWaitShort() const { return isWaitShort_; }

 private:
  void watch() {
    std::unique_ptr<SleepingThreads> sleeping;
    int64_t lastProcessTime = processTime();
    ProcessorTimes last;
    int alone = 0;
    std::unique_lock<std::mutex> lock(mutex_);
    while (!ending_.wait_for(lock, INTERVAL, [this] { return isEnding_; })) {
      const int64_t now = processTime();
      const int64_t used = now - lastProcessTime;
      lastProcessTime = now;
      // An idle process need not look at its threads. Beside much other work, a busy one gets little time, too.
      if (std::chrono::nanoseconds(used) < INTERVAL / 50) continue;
      const ProcessorTimes times = contention();
      const int64_t run = times.run - last.run;
      const int64_t wait = times.wait - last.wait;
      last = times;
      if (run <= 0 || wait < 0) continue;  // a thread ended, and its times with it
      const double share = double(wait) / double(run + wait);
      alone = share < ALONE ? alone + 1 : 0;
      if (sleeping == nullptr && share > CONTENDED && at::get_num_threads() > 1) {
        sleeping = std::make_unique<SleepingThreads>(at::get_num_threads());
      } else if (alone >= INTERVALS_ALONE) {
        sleeping.reset();
      }
      isWaitShort_ = sleeping != nullptr;
    }
  }

  static ProcessorTimes contention() {
#ifdef __linux__
    return processorTimes();
#else
    return {};
#endif
  }

  static int64_t processTime() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
  }

  std::mutex mutex_;
  std::condition_variable ending_;
  bool isEnding_ = false;
  std::atomic<bool> isWaitShort_{false};
  std::thread thread_;
};

// One watcher for all environments of the process, until the last one ends.
std::mutex watcherMutex;
Watcher* watcher = nullptr;
int watcherUsers = 0;

void leaveWatcher(void*) {
  std::lock_guard<std::mutex> lock(watcherMutex);
  if (--watcherUsers > 0) return;
  delete watcher;
  watcher = nullptr;
}

// adaptWaiting(): void, until this environment ends
Napi::Value adaptWaiting(const Napi::CallbackInfo& info) {
  std::lock_guard<std::mutex> lock(watcherMutex);
  if (watcherUsers++ == 0) watcher = new Watcher();
  napi_add_env_cleanup_hook(info.Env(), leaveWatcher, nullptr);
  return info.Env().Undefined();
}

// isWaitShort(): boolean
Napi::Value isWaitShort(const Napi::CallbackInfo& info) {
  std::lock_guard<std::mutex> lock(watcherMutex);
  return Napi::Boolean::New(info.Env(), watcher != nullptr && watcher->isWaitShort());
}

}  // namespace

void exportWaitingThreads(Napi::Object exports) {
  exportFunction<adaptWaiting>(exports, "adaptWaiting");
  exportFunction<isWaitShort>(exports, "isWaitShort");
}

}  // namespace hashsight
