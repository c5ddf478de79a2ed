// The native half of @hashsight/jpeg: the class Pool.
#include <napi.h>

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pool.h"
#include "problem.h"
#include "tasks.h"

namespace hashsight {

namespace {

Bytes bytesOf(const Napi::Value& value) {
  // Uses the C function because a Uint8Array over shared memory has no Napi::ArrayBuffer.
  napi_typedarray_type type;
  size_t length = 0;
  void* data = nullptr;
  const napi_status status = napi_get_typedarray_info(value.Env(), value, &type, &length, &data, nullptr, nullptr);
  if (status != napi_ok || type != napi_uint8_array)
    throw Napi::TypeError::New(value.Env(), "jpeg: expected a Uint8Array, got something else");
  return {static_cast<uint8_t*>(data), length};
}

std::vector<Bytes> allBytesOf(const Napi::Array& array) {
  std::vector<Bytes> all;
  for (uint32_t i = 0; i < array.Length(); ++i) all.push_back(bytesOf(array.Get(i)));
  return all;
}

Rows rowsOf(const Napi::Value& value) {
  const Napi::Float64Array array = value.As<Napi::Float64Array>();
  return {array.Data(), array.Data() + array.ElementLength()};
}

// A pending promise and the memory that must live until it settles.
struct Waiting {
  Waiting(Napi::Env env, const Napi::Value& memory)
      : promise(env), memory(Napi::Reference<Napi::Value>::New(memory, 1)) {}
  Napi::Promise::Deferred promise;
  Napi::Reference<Napi::Value> memory;
};

// Runs on JavaScript's thread; resolves with { sizes, failures: [image, reason, …] }.
void resolve(Napi::Env env, const Task& task, Waiting& waiting) {
  const Napi::HandleScope scope(env);
  Napi::Object result = Napi::Object::New(env);
  Napi::Array failures = Napi::Array::New(env);
  uint32_t at = 0;
  for (size_t i = 0; i < task.count; ++i) {
    if (task.reasons[i].empty()) continue;
    failures.Set(at++, Napi::Number::New(env, static_cast<double>(i)));
    failures.Set(at++, Napi::String::New(env, task.reasons[i]));
  }
  result.Set("failures", failures);
  if (const auto* headers = dynamic_cast<const HeadersTask*>(&task)) {
    Napi::Float64Array sizes = Napi::Float64Array::New(env, headers->sizes.size());
    std::copy(headers->sizes.begin(), headers->sizes.end(), sizes.Data());
    result.Set("sizes", sizes);
  }
  waiting.promise.Resolve(result);
}

class NativePool : public Napi::ObjectWrap<NativePool> {
 public:
  static Napi::Function define(Napi::Env env) {
    return DefineClass(
        env, "Pool",
        {InstanceMethod<&NativePool::headers>("headers"), InstanceMethod<&NativePool::cutJpegs>("cutJpegs"),
         InstanceMethod<&NativePool::cutPixels>("cutPixels"), InstanceMethod<&NativePool::decode>("decode"),
         InstanceMethod<&NativePool::readAhead>("readAhead"), InstanceMethod<&NativePool::close>("close")});
  }

  // new Pool(threads: number, files: string[], limits: { pixels, aspectRatio, scans, scanPixels: number })
  explicit NativePool(const Napi::CallbackInfo& info) : Napi::ObjectWrap<NativePool>(info) {
    const Napi::Env env = info.Env();
    const Napi::Array list = info[1].As<Napi::Array>();
    std::vector<std::string> paths;
    for (uint32_t i = 0; i < list.Length(); ++i) paths.push_back(list.Get(i).As<Napi::String>());
    files_ = std::make_shared<Files>(std::move(paths));
    const Napi::Object limits = info[2].As<Napi::Object>();
    const auto limit = [&limits](const char* name) { return limits.Get(name).As<Napi::Number>().DoubleValue(); };
    limits_ = {limit("pixels"), limit("aspectRatio"), limit("scans"), limit("scanPixels")};
    wakeUp_ = WakeUp::New(env, "hashsight_jpeg", 0, 1, this);
    pool_ = newPool(info[0].As<Napi::Number>().Uint32Value());
    reader_ = newPool(1);
    // A worker thread can end at any time; its pool threads must end before its memory is freed.
    napi_add_env_cleanup_hook(env, endThreads, this);
    // An idle pool does not keep the process alive.
    wakeUp_.Unref(env);
  }

  ~NativePool() override {
    if (isClosed_) return;
    napi_remove_env_cleanup_hook(Env(), endThreads, this);
    end();
  }

 private:
  static void finish(Napi::Env env, Napi::Function, NativePool* pool, std::shared_ptr<Task>* finished) {
    const std::unique_ptr<std::shared_ptr<Task>> task(finished);
    if (env == nullptr || pool->isClosed_) return;
    const auto found = pool->waiting_.find(task->get());
    if (found == pool->waiting_.end()) return;
    const std::unique_ptr<Waiting> waiting = std::move(found->second);
    pool->waiting_.erase(found);
    if (pool->waiting_.empty()) pool->wakeUp_.Unref(env);
    resolve(env, **task, *waiting);
  }
  using WakeUp = Napi::TypedThreadSafeFunction<NativePool, std::shared_ptr<Task>, finish>;

  std::unique_ptr<Pool> newPool(size_t threads) {
    return std::make_unique<Pool>(threads, [this](std::shared_ptr<Task> task) {
      auto finished = std::make_unique<std::shared_ptr<Task>>(std::move(task));
      if (wakeUp_.BlockingCall(finished.get()) == napi_ok) finished.release();
    });
  }

  static void endThreads(void* pool) { static_cast<NativePool*>(pool)->end(); }

  void end() {
    if (isClosed_) return;
    isClosed_ = true;
    pool_->close();
    reader_->close();
    waiting_.clear();
    wakeUp_.Abort();
  }

  Napi::Value start(Napi::Env env, std::shared_ptr<Task> task, const Napi::Value& memory) {
    return start(env, std::move(task), memory, *pool_);
  }

  Napi::Value start(Napi::Env env, std::shared_ptr<Task> task, const Napi::Value& memory, Pool& pool) {
    if (isClosed_) throw Napi::Error::New(env, "jpeg: the pool is closed");
    auto waiting = std::make_unique<Waiting>(env, memory);
    const Napi::Value promise = waiting->promise.Promise();
    if (task->count == 0) {
      resolve(env, *task, *waiting);
      return promise;
    }
    if (waiting_.empty()) wakeUp_.Ref(env);
    waiting_[task.get()] = std::move(waiting);
    pool.add(std::move(task));
    return promise;
  }

  // In the methods below, `bytes` holds the images of rows without a file.
  Sources sourcesOf(const Napi::Value& bytes) const { return {files_, limits_, allBytesOf(bytes.As<Napi::Array>())}; }

  static Napi::Value both(const Napi::Value& first, const Napi::Value& second) {
    Napi::Array array = Napi::Array::New(first.Env(), 2);
    array.Set(uint32_t{0}, first);
    array.Set(uint32_t{1}, second);
    return array;
  }

  // headers(ranges: Float64Array, bytes: Uint8Array[]): Promise<{ sizes: Float64Array, failures: (number | string)[] }>
  Napi::Value headers(const Napi::CallbackInfo& info) {
    return start(info.Env(), std::make_shared<HeadersTask>(sourcesOf(info[1]), rowsOf(info[0])), info[1]);
  }

  // cutJpegs(cuts: Float64Array, bytes: Uint8Array[], out: Uint8Array): Promise<{ failures: (number | string)[] }>
  Napi::Value cutJpegs(const Napi::CallbackInfo& info) {
    return start(info.Env(), std::make_shared<CutJpegsTask>(sourcesOf(info[1]), rowsOf(info[0]), bytesOf(info[2])),
                 both(info[1], info[2]));
  }

  // cutPixels(images: Uint8Array[], cuts: Float64Array, out: Uint8Array): Promise<{ failures: (number | string)[] }>
  Napi::Value cutPixels(const Napi::CallbackInfo& info) {
    return start(
        info.Env(),
        std::make_shared<CutPixelsTask>(allBytesOf(info[0].As<Napi::Array>()), rowsOf(info[1]), bytesOf(info[2])),
        both(info[0], info[2]));
  }

  // decode(rows: Float64Array, bytes: Uint8Array[], outs: Uint8Array[]): Promise<{ failures: (number | string)[] }>
  Napi::Value decode(const Napi::CallbackInfo& info) {
    return start(
        info.Env(),
        std::make_shared<DecodeTask>(sourcesOf(info[1]), rowsOf(info[0]), allBytesOf(info[2].As<Napi::Array>())),
        both(info[1], info[2]));
  }

  // readAhead(ranges: Float64Array): Promise<{ failures: (number | string)[] }>
  Napi::Value readAhead(const Napi::CallbackInfo& info) {
    return start(info.Env(), std::make_shared<ReadAheadTask>(Sources{files_, limits_, {}}, rowsOf(info[0])), info[0],
                 *reader_);
  }

  // close(): void, finishes the images in progress; pending promises never settle
  void close(const Napi::CallbackInfo& info) {
    if (isClosed_) return;
    napi_remove_env_cleanup_hook(info.Env(), endThreads, this);
    end();
  }

  bool isClosed_ = false;
  std::shared_ptr<Files> files_;
  Limits limits_{};
  WakeUp wakeUp_;
  std::unordered_map<const Task*, std::unique_ptr<Waiting>> waiting_;
  std::unique_ptr<Pool> pool_;
  // A single thread that waits for the disk.
  std::unique_ptr<Pool> reader_;
};

Napi::Object initialiseAddon(Napi::Env env, Napi::Object exports) {
  exports.Set("Pool", NativePool::define(env));
  return exports;
}

}  // namespace

}  // namespace hashsight

using hashsight::initialiseAddon;
NODE_API_MODULE(hashsight_jpeg, initialiseAddon)
