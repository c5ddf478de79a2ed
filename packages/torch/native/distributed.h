// Process groups: what the files of distributed training share.
#pragma once

#include <napi.h>

#include <string>
#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>

#include "environment.h"

namespace hashsight {

// The group under the handle that is argument `index`.
c10::intrusive_ptr<c10d::ProcessGroup> groupArgument(const Napi::CallbackInfo& info, size_t index, const char* what);

// The tensors under the handles that are argument `index`.
std::vector<at::Tensor> tensorsArgument(const Napi::CallbackInfo& info, size_t index, const char* what);

// One tensor from each rank, in their order; every rank's has the same shape.
std::vector<at::Tensor> allGather(c10d::ProcessGroup& group, const at::Tensor& tensor);

// In place, over all ranks.
void allReduce(c10d::ProcessGroup& group, at::Tensor& tensor, c10d::ReduceOp::RedOpType operation);

// Says what an exception of Gloo or c10d was about, in one line; empty for any other.
std::string distributedMessage(const std::exception& error);

}  // namespace hashsight
