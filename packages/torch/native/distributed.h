// Process groups: declarations shared by the files for distributed training.
#pragma once

#include <napi.h>

#include <string>
#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>

#include "environment.h"

namespace hashsight {

// Returns the group whose handle is argument `index`.
c10::intrusive_ptr<c10d::ProcessGroup> groupArgument(const Napi::CallbackInfo& info, size_t index, const char* what);

// Returns the tensors whose handles are argument `index`.
std::vector<at::Tensor> tensorsArgument(const Napi::CallbackInfo& info, size_t index, const char* what);

// Returns one tensor per rank, ordered by rank. All ranks pass the same shape.
std::vector<at::Tensor> allGather(c10d::ProcessGroup& group, const at::Tensor& tensor);

// Reduces over all ranks, in place.
void allReduce(c10d::ProcessGroup& group, at::Tensor& tensor, c10d::ReduceOp::RedOpType operation);

// Shortens the message of a Gloo or c10d exception; empty for any other exception.
std::string distributedReason(const std::exception& error);

// Another rank has ended, hangs, or cannot be reached.
struct DistributedFailure {
  std::string message;
};

// Calls `work`. `expected` starts the error message: what should have happened.
template <typename Work>
auto amongRanks(const std::string& expected, Work work) {
  try {
    return work();
  } catch (const std::exception& error) {
    const std::string reason = distributedReason(error);
    if (reason.empty()) throw;
    throw DistributedFailure{expected + ", got \"" + reason +
                             "\"; a rank has ended or hangs: look for the first error among all ranks"};
  }
}

// "allReduce: expected all 2 ranks to take part, on rank 1"
std::string expectation(const char* what, const c10d::ProcessGroup& group);

}  // namespace hashsight
