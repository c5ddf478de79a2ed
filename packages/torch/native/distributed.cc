// Process groups: rendezvous and collective operations of the training processes.
#include <ATen/Functions.h>
#include <c10/core/GradMode.h>
#include <napi.h>
#include <torch/csrc/distributed/c10d/exception.h>

#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#include <torch/csrc/distributed/c10d/comm.hpp>

#if defined(USE_C10D_NCCL) && __has_include(<nccl.h>)
#define HASHSIGHT_HAS_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

#include "distributed.h"
#include "topics.h"

namespace hashsight {

namespace {

using GroupPointer = c10::intrusive_ptr<c10d::ProcessGroup>;
using BackendType = c10d::ProcessGroup::BackendType;
using std::chrono::milliseconds;

// Buffers are combined into messages of up to this size, as in DistributedDataParallel.
constexpr size_t kBroadcastBytes = size_t{250} << 20;

struct GroupOptions {
  std::string backend;
  int rank;
  int worldSize;
  std::string address;
  uint16_t port;
  bool hostsStore;
  std::string prefix;
  milliseconds timeout;
};

GroupOptions optionsArgument(const Napi::CallbackInfo& info) {
  const Napi::Object object = info[0].As<Napi::Object>();
  const auto number = [&](const char* name) { return object.Get(name).As<Napi::Number>(); };
  const auto text = [&](const char* name) { return object.Get(name).As<Napi::String>().Utf8Value(); };
  return {text("backend"),
          number("rank").Int32Value(),
          number("worldSize").Int32Value(),
          text("address"),
          static_cast<uint16_t>(number("port").Uint32Value()),
          object.Get("hostsStore").ToBoolean(),
          text("prefix"),
          milliseconds(number("timeoutMs").Int64Value())};
}

c10::intrusive_ptr<c10d::Store> openStore(const GroupOptions& options) {
  c10d::TCPStoreOptions storeOptions;
  storeOptions.port = options.port;
  storeOptions.isServer = options.hostsStore;
  storeOptions.numWorkers = options.worldSize;
  storeOptions.timeout = options.timeout;
  storeOptions.multiTenant = true;
  auto store = c10::make_intrusive<c10d::TCPStore>(options.address, storeOptions);
  return c10::make_intrusive<c10d::PrefixStore>(options.prefix, store);
}

GroupPointer openGroup(const GroupOptions& options) {
  const auto store = openStore(options);
  auto group = c10::make_intrusive<c10d::ProcessGroup>(store, options.rank, options.worldSize);
  const auto gloo = c10::make_intrusive<c10d::ProcessGroupGloo>(
      c10::make_intrusive<c10d::PrefixStore>("gloo", store), options.rank, options.worldSize,
      c10d::ProcessGroupGloo::Options::create_default(options.timeout));
  group->setBackend(c10::kCPU, BackendType::GLOO, gloo);
  group->setDefaultBackend(BackendType::GLOO);
  if (options.backend == "nccl") {
#ifdef HASHSIGHT_HAS_NCCL
    const auto ncclOptions = c10d::ProcessGroupNCCL::Options::create();
    ncclOptions->timeout = options.timeout;
    const auto nccl = c10::make_intrusive<c10d::ProcessGroupNCCL>(c10::make_intrusive<c10d::PrefixStore>("nccl", store),
                                                                  options.rank, options.worldSize, ncclOptions);
    group->setBackend(c10::kCUDA, BackendType::NCCL, nccl);
    group->setDefaultBackend(BackendType::NCCL);
#else
    throw ConversionError{
        "initProcessGroup: expected a LibTorch with NCCL and NCCL's headers at build time, got one without; use the "
        "backend \"gloo\""};
#endif
  }
  return group;
}

// initProcessGroup(options: { backend, rank, worldSize, address, port, hostsStore, prefix, timeoutMs }): handle
Napi::Value initProcessGroup(const Napi::CallbackInfo& info) {
  const GroupOptions options = optionsArgument(info);
  const std::string expected = "initProcessGroup: expected " + std::to_string(options.worldSize) +
                               " ranks to meet at " + options.address + ":" + std::to_string(options.port) +
                               " within " + std::to_string(options.timeout.count()) + " ms, rank " +
                               std::to_string(options.rank);
  const GroupPointer group = amongRanks(expected, [&] { return openGroup(options); });
  return Napi::Number::New(info.Env(), Environment::of(info.Env()).put(c10::IValue(group)));
}

c10d::ReduceOp::RedOpType operationOf(const std::string& name) {
  if (name == "sum" || name == "avg") return c10d::ReduceOp::SUM;
  if (name == "max") return c10d::ReduceOp::MAX;
  if (name == "min") return c10d::ReduceOp::MIN;
  throw ConversionError{"allReduce: expected \"sum\", \"avg\", \"max\" or \"min\", got \"" + name + "\""};
}

// allReduce(group: handle, tensor: handle, operation: string): void, in place
Napi::Value allReduceTensor(const Napi::CallbackInfo& info) {
  const c10::NoGradGuard noGrad;
  const auto group = groupArgument(info, 0, "allReduce");
  at::Tensor tensor = Environment::of(info.Env()).tensor(info[1].As<Napi::Number>().Uint32Value(), "allReduce");
  const std::string operation = info[2].As<Napi::String>();
  const auto reduceOperation = operationOf(operation);
  amongRanks(expectation("allReduce", *group), [&] { allReduce(*group, tensor, reduceOperation); });
  // Gloo has no mean operation.
  if (operation == "avg") tensor.div_(group->getSize());
  return info.Env().Undefined();
}

// broadcast(group: handle, tensors: handle[], root: number): void, in place
Napi::Value broadcast(const Napi::CallbackInfo& info) {
  const c10::NoGradGuard noGrad;
  const auto group = groupArgument(info, 0, "broadcast");
  const auto tensors = tensorsArgument(info, 1, "broadcast");
  const int root = info[2].As<Napi::Number>().Int32Value();
  amongRanks(expectation("broadcast", *group),
             [&] { c10d::broadcast_coalesced(group, tensors, kBroadcastBytes, root); });
  return info.Env().Undefined();
}

// allGather(group: handle, tensor: handle): handle[], one for each rank
Napi::Value allGatherTensor(const Napi::CallbackInfo& info) {
  const c10::NoGradGuard noGrad;
  Environment& environment = Environment::of(info.Env());
  const auto group = groupArgument(info, 0, "allGather");
  const at::Tensor& tensor = environment.tensor(info[1].As<Napi::Number>().Uint32Value(), "allGather");
  const auto gathered = amongRanks(expectation("allGather", *group), [&] { return allGather(*group, tensor); });
  Napi::Array result = Napi::Array::New(info.Env(), gathered.size());
  for (uint32_t i = 0; i < gathered.size(); ++i) result.Set(i, environment.put(gathered[i]));
  return result;
}

// barrier(group: handle): void, returns when every rank has called it
Napi::Value barrier(const Napi::CallbackInfo& info) {
  const auto group = groupArgument(info, 0, "barrier");
  amongRanks(expectation("barrier", *group), [&] { group->barrier()->wait(); });
  return info.Env().Undefined();
}

}  // namespace

GroupPointer groupArgument(const Napi::CallbackInfo& info, size_t index, const char* what) {
  const Handle handle = info[index].As<Napi::Number>().Uint32Value();
  // get() would report a missing tensor, so this has its own message.
  if (Environment::of(info.Env()).handles.find(handle) == nullptr) {
    throw DisposedError{std::string(what) + ": expected a live process group, got one that was destroyed"};
  }
  return Environment::of(info.Env()).get(handle, what).toCustomClass<c10d::ProcessGroup>();
}

std::vector<at::Tensor> tensorsArgument(const Napi::CallbackInfo& info, size_t index, const char* what) {
  const Napi::Array handles = info[index].As<Napi::Array>();
  std::vector<at::Tensor> tensors;
  for (uint32_t i = 0; i < handles.Length(); ++i) {
    tensors.push_back(Environment::of(info.Env()).tensor(handles.Get(i).As<Napi::Number>().Uint32Value(), what));
  }
  return tensors;
}

std::vector<at::Tensor> allGather(c10d::ProcessGroup& group, const at::Tensor& tensor) {
  std::vector<at::Tensor> inputs{tensor.detach().contiguous()};
  std::vector<std::vector<at::Tensor>> outputs(1);
  for (int rank = 0; rank < group.getSize(); ++rank) outputs[0].push_back(at::empty_like(inputs[0]));
  group.allgather(outputs, inputs)->wait();
  return outputs[0];
}

void allReduce(c10d::ProcessGroup& group, at::Tensor& tensor, c10d::ReduceOp::RedOpType operation) {
  std::vector<at::Tensor> dense{tensor.detach().contiguous()};
  c10d::AllreduceOptions options;
  options.reduceOp = operation;
  group.allreduce(dense, options)->wait();
  if (!tensor.is_contiguous()) tensor.copy_(dense[0]);
}

std::string expectation(const char* what, const c10d::ProcessGroup& group) {
  return std::string(what) + ": expected all " + std::to_string(group.getSize()) + " ranks to take part, rank " +
         std::to_string(group.getRank());
}

std::string distributedReason(const std::exception& error) {
  std::string reason;
  if (const auto* ours = dynamic_cast<const c10::DistError*>(&error)) {
    reason = ours->what_without_backtrace();
  } else if (dynamic_cast<const gloo::Exception*>(&error) != nullptr) {
    reason = error.what();
  } else {
    return "";
  }
  // Gloo's messages look like "[/build/folder/pair.cc:547] Connection closed by peer [127.0.0.1]:4242. This is
  // typically caused by …". Removes the source location and the advice.
  if (reason.starts_with("[/")) reason.erase(0, std::min(reason.find("] ") + 2, reason.size()));
  for (const char* end : {"\n", ". This is typically", ". This may indicate"}) {
    reason.erase(std::min(reason.find(end), reason.size()));
  }
  return reason;
}

void exportDistributed(Napi::Object exports) {
  exportFunction<initProcessGroup>(exports, "initProcessGroup");
  exportFunction<allReduceTensor>(exports, "allReduce");
  exportFunction<broadcast>(exports, "broadcast");
  exportFunction<allGatherTensor>(exports, "allGather");
  exportFunction<barrier>(exports, "barrier");
  exportReducer(exports);
  exportSyncBatchNorm(exports);
}

}  // namespace hashsight
