// c10d's Reducer averages gradients over the ranks in buckets during the backward pass.
#include <napi.h>

#include <algorithm>
#include <limits>
#include <torch/csrc/distributed/c10d/reducer.hpp>

#include "distributed.h"
#include "topics.h"

namespace hashsight {

namespace {

struct HeldReducer : torch::CustomClassHolder {
  explicit HeldReducer(std::unique_ptr<c10d::Reducer> held) : reducer(std::move(held)) {}

  std::unique_ptr<c10d::Reducer> reducer;
};

// createReducer(group: handle, parameters: handle[], bucketBytes: number, firstBucketBytes: number,
//               findUnusedParameters: boolean, gradientAsBucketView: boolean): handle
Napi::Value createReducer(const Napi::CallbackInfo& info) {
  const auto group = groupArgument(info, 0, "Reducer");
  const std::vector<at::Tensor> parameters = tensorsArgument(info, 1, "Reducer");
  const auto bucketBytes = info[2].As<Napi::Number>().Int64Value();
  const auto firstBucketBytes = info[3].As<Napi::Number>().Int64Value();
  const bool findUnusedParameters = info[4].ToBoolean();
  amongRanks(expectation("Reducer", *group),
             [&] { c10d::verify_params_across_processes(group, parameters, std::nullopt); });
  // As in DistributedDataParallel: one bucket holds everything in the first step. Afterwards the buckets are rebuilt in
  // the order in which the gradients arrived, unless unused parameters make that order vary between steps.
  std::vector<size_t> limits{std::numeric_limits<size_t>::max()};
  if (findUnusedParameters) limits = {static_cast<size_t>(firstBucketBytes), static_cast<size_t>(bucketBytes)};
  const std::vector<bool> areSparse(parameters.size(), false);
  auto buckets = std::get<0>(c10d::compute_bucket_assignment_by_size(parameters, limits, areSparse));
  // The gradients of the last parameters arrive first.
  std::reverse(buckets.begin(), buckets.end());
  auto reducer = std::make_unique<c10d::Reducer>(
      parameters, std::move(buckets), group, areSparse, bucketBytes, findUnusedParameters,
      /*gradient_as_bucket_view=*/info[5].ToBoolean(), std::unordered_map<size_t, std::string>{}, firstBucketBytes,
      /*skip_all_reduce_unused_params=*/false, /*use_python_reducer=*/false, std::vector<int64_t>{});
  return Napi::Number::New(
      info.Env(),
      Environment::of(info.Env()).put(c10::IValue::make_capsule(c10::make_intrusive<HeldReducer>(std::move(reducer)))));
}

// prepareForBackward(reducer: handle, outputs: handle[]): void
Napi::Value prepareForBackward(const Napi::CallbackInfo& info) {
  const Handle handle = info[0].As<Napi::Number>().Uint32Value();
  if (Environment::of(info.Env()).handles.find(handle) == nullptr) {
    throw DisposedError{"prepareForBackward: expected a live Reducer, got one that was disposed"};
  }
  const auto held = Environment::of(info.Env()).get(handle, "prepareForBackward").toCapsule();
  c10d::Reducer& reducer = *static_cast<HeldReducer&>(*held).reducer;
  // In the second step, the ranks agree on new buckets.
  amongRanks("prepareForBackward: expected all ranks to take part", [&] { reducer.rebuild_buckets(); });
  reducer.prepare_for_backward(tensorsArgument(info, 1, "prepareForBackward"));
  return info.Env().Undefined();
}

}  // namespace

void exportReducer(Napi::Object exports) {
  exportFunction<createReducer>(exports, "createReducer");
  exportFunction<prepareForBackward>(exports, "prepareForBackward");
}

}  // namespace hashsight
