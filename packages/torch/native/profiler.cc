// Measures the time per operator.
#include <ATen/record_function.h>
#include <napi.h>

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "environment.h"
#include "topics.h"

namespace hashsight {

namespace {

using Clock = std::chrono::steady_clock;

struct Total {
  uint64_t calls = 0;
  std::chrono::nanoseconds self{0};
};

// The backward pass may run in its own threads.
std::mutex totalsMutex;
std::unordered_map<std::string, Total> totals;
at::CallbackHandle callback = at::INVALID_CALLBACK_HANDLE;

// Time spent in nested calls for each running call of a thread, innermost last.
thread_local std::vector<std::chrono::nanoseconds> spentInside;

struct Started : at::ObserverContext {
  Clock::time_point begun = Clock::now();
};

std::unique_ptr<at::ObserverContext> started(const at::RecordFunction&) {
  spentInside.emplace_back(0);
  return std::make_unique<Started>();
}

void ended(const at::RecordFunction& function, at::ObserverContext* context) {
  const std::chrono::nanoseconds whole = Clock::now() - static_cast<Started*>(context)->begun;
  const std::chrono::nanoseconds inside = spentInside.back();
  spentInside.pop_back();
  if (!spentInside.empty()) spentInside.back() += whole;
  const std::lock_guard<std::mutex> lock(totalsMutex);
  Total& total = totals[function.name()];
  ++total.calls;
  total.self += whole - inside;
}

// startProfiler(): boolean, false if it is already running
Napi::Value startProfiler(const Napi::CallbackInfo& info) {
  const std::lock_guard<std::mutex> lock(totalsMutex);
  if (callback != at::INVALID_CALLBACK_HANDLE) return Napi::Boolean::New(info.Env(), false);
  totals.clear();
  callback = at::addGlobalCallback(at::RecordFunctionCallback(started, ended)
                                       .scopes({at::RecordScope::FUNCTION, at::RecordScope::BACKWARD_FUNCTION}));
  return Napi::Boolean::New(info.Env(), true);
}

// stopProfiler(): { name: string; calls: number; selfMs: number }[]
Napi::Value stopProfiler(const Napi::CallbackInfo& info) {
  at::removeCallback(callback);
  const std::lock_guard<std::mutex> lock(totalsMutex);
  callback = at::INVALID_CALLBACK_HANDLE;
  Napi::Array list = Napi::Array::New(info.Env(), totals.size());
  uint32_t place = 0;
  for (const auto& [name, total] : totals) {
    Napi::Object entry = Napi::Object::New(info.Env());
    entry.Set("name", name);
    entry.Set("calls", static_cast<double>(total.calls));
    entry.Set("selfMs", std::chrono::duration<double, std::milli>(total.self).count());
    list.Set(place++, entry);
  }
  return list;
}

}  // namespace

void exportProfiler(Napi::Object exports) {
  exportFunction<startProfiler>(exports, "startProfiler");
  exportFunction<stopProfiler>(exports, "stopProfiler");
}

}  // namespace hashsight
