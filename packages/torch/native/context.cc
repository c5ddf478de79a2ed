// Settings of the process or thread: seeds, threads, devices.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <napi.h>
#include <torch/version.h>

#include <climits>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "environment.h"
#include "topics.h"

namespace hashsight {

namespace {

// initialise(classes: { TorchError, DisposedError, DistributedError }): void
Napi::Value initialise(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::of(info.Env());
  const Napi::Object classes = info[0].As<Napi::Object>();
  environment.torchErrorClass = Napi::Persistent(classes.Get("TorchError").As<Napi::Function>());
  environment.disposedErrorClass = Napi::Persistent(classes.Get("DisposedError").As<Napi::Function>());
  environment.distributedErrorClass = Napi::Persistent(classes.Get("DistributedError").As<Napi::Function>());
  return info.Env().Undefined();
}

uint64_t seedOf(const Napi::Value& value) {
  bool lossless;
  return value.As<Napi::BigInt>().Uint64Value(&lossless);
}

// manualSeed(seed: bigint): void, seeds the default generators of all devices
Napi::Value manualSeed(const Napi::CallbackInfo& info) {
  at::manual_seed(seedOf(info[0]));
  return info.Env().Undefined();
}

at::Generator defaultGenerator(const std::string& device) {
  return at::globalContext().defaultGenerator(c10::Device(device));
}

// createGenerator(device: string): handle, with PyTorch's default seed
Napi::Value createGenerator(const Napi::CallbackInfo& info) {
  at::Generator generator = defaultGenerator(info[0].As<Napi::String>()).clone();
  generator.set_current_seed(c10::default_rng_seed_val);
  return Napi::Number::New(info.Env(), Environment::of(info.Env()).put(std::move(generator)));
}

// shareDefaultGenerator(device: string): handle of the process's default generator
Napi::Value shareDefaultGenerator(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), Environment::of(info.Env()).put(defaultGenerator(info[0].As<Napi::String>())));
}

at::Generator generatorArgument(const Napi::CallbackInfo& info) {
  return Environment::of(info.Env()).get(info[0].As<Napi::Number>().Uint32Value(), "generator").toGenerator();
}

// seedGenerator(handle: number, seed: bigint): void
Napi::Value seedGenerator(const Napi::CallbackInfo& info) {
  generatorArgument(info).set_current_seed(seedOf(info[1]));
  return info.Env().Undefined();
}

// generatorState(handle: number): handle of a uint8 tensor
Napi::Value generatorState(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), Environment::of(info.Env()).put(generatorArgument(info).get_state()));
}

// setGeneratorState(handle: number, state: handle): void
Napi::Value setGeneratorState(const Napi::CallbackInfo& info) {
  const Handle state = info[1].As<Napi::Number>().Uint32Value();
  // Copied because PyTorch reads the state as a struct, and a memory-mapped tensor may be unaligned.
  generatorArgument(info).set_state(Environment::of(info.Env()).tensor(state, "setState").clone());
  return info.Env().Undefined();
}

// numThreads(): number
Napi::Value numThreads(const Napi::CallbackInfo& info) { return Napi::Number::New(info.Env(), at::get_num_threads()); }

// setNumThreads(count: number): void, for this thread's operators
Napi::Value setNumThreads(const Napi::CallbackInfo& info) {
  at::set_num_threads(info[0].As<Napi::Number>().Int32Value());
  return info.Env().Undefined();
}

// cudaDeviceCount(): number
Napi::Value cudaDeviceCount(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), at::hasCUDA() ? at::detail::getCUDAHooks().deviceCount() : 0);
}

// version(): string, the version of LibTorch
Napi::Value version(const Napi::CallbackInfo& info) { return Napi::String::New(info.Env(), TORCH_VERSION); }

// configuration(): string, LibTorch's build settings and the detected hardware
Napi::Value configuration(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), at::show_config() + at::get_parallel_info());
}

// setDeterministic(enabled: boolean): void
Napi::Value setDeterministic(const Napi::CallbackInfo& info) {
  at::globalContext().setDeterministicAlgorithms(info[0].ToBoolean(), /*warn_only=*/false);
  return info.Env().Undefined();
}

// keepFreedMemory(): boolean, whether the allocator supports it
Napi::Value keepFreedMemory(const Napi::CallbackInfo& info) {
#ifdef __GLIBC__
  // Blocks above the first threshold are mapped individually; free memory at the end of the heap above the second one
  // is returned to the system.
  const bool isKept = mallopt(M_MMAP_THRESHOLD, 1 << 30) == 1 && mallopt(M_TRIM_THRESHOLD, INT_MAX) == 1;
  return Napi::Boolean::New(info.Env(), isKept);
#else
  return Napi::Boolean::New(info.Env(), false);
#endif
}

}  // namespace

void exportContext(Napi::Object exports) {
  exportFunction<initialise>(exports, "initialise");
  exportFunction<manualSeed>(exports, "manualSeed");
  exportFunction<createGenerator>(exports, "createGenerator");
  exportFunction<shareDefaultGenerator>(exports, "shareDefaultGenerator");
  exportFunction<seedGenerator>(exports, "seedGenerator");
  exportFunction<generatorState>(exports, "generatorState");
  exportFunction<setGeneratorState>(exports, "setGeneratorState");
  exportFunction<numThreads>(exports, "numThreads");
  exportFunction<setNumThreads>(exports, "setNumThreads");
  exportFunction<cudaDeviceCount>(exports, "cudaDeviceCount");
  exportFunction<version>(exports, "version");
  exportFunction<configuration>(exports, "configuration");
  exportFunction<setDeterministic>(exports, "setDeterministic");
  exportFunction<keepFreedMemory>(exports, "keepFreedMemory");
}

}  // namespace hashsight
