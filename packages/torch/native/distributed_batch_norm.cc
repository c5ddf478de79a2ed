// Batch normalization with the statistics of all ranks.
#include <ATen/Functions.h>
#include <napi.h>
#include <torch/csrc/autograd/custom_function.h>

#include "distributed.h"
#include "topics.h"

namespace hashsight {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;
using GroupPointer = c10::intrusive_ptr<c10d::ProcessGroup>;

struct Statistics {
  at::Tensor mean;      // [C], over all ranks
  at::Tensor variance;  // [C], biased
  double count;         // values per channel over all ranks
};

// float32 if the input's dtype is too short for sums.
at::ScalarType sumType(const at::Tensor& input) {
  return at::isReducedFloatingType(input.scalar_type()) ? at::kFloat : input.scalar_type();
}

Statistics statisticsOf(const at::Tensor& input, c10d::ProcessGroup& group) {
  const auto options = input.options().dtype(sumType(input)).memory_format(std::nullopt);
  const int64_t channels = input.size(1);
  const auto own = static_cast<double>(input.numel() / channels);
  // The results have the dtype of the running statistics passed to the kernel; these are temporary.
  const auto [mean, variance] =
      at::batch_norm_update_stats(input, at::zeros({channels}, options), at::zeros({channels}, options), 0.0);
  const auto packed =
      at::cat({mean.to(at::kDouble), variance.to(at::kDouble), at::full({1}, own, options).to(at::kDouble)});
  const at::Tensor ranks = at::stack(allGather(group, packed));  // [R, 2C + 1]
  const at::Tensor means = ranks.narrow(1, 0, channels);
  const at::Tensor variances = ranks.narrow(1, channels, channels);
  const at::Tensor counts = ranks.narrow(1, 2 * channels, 1);
  const at::Tensor total = counts.sum();
  const at::Tensor allMean = (means * counts).sum(0) / total;
  // Combines the variances of the ranks without cancellation (Chan et al. 1979).
  const at::Tensor allVariance = ((variances + (means - allMean).square()) * counts).sum(0) / total;
  return {allMean.to(sumType(input)), allVariance.to(sumType(input)), total.item<double>()};
}

void updateRunning(const Statistics& batch, at::Tensor& mean, at::Tensor& variance, double momentum) {
  mean.mul_(1 - momentum).add_(batch.mean, momentum);
  variance.mul_(1 - momentum).add_(batch.variance, momentum * batch.count / (batch.count - 1));
}

// Reshapes [C] to [1, C, 1, …] for broadcasting over an input.
at::Tensor perChannel(const at::Tensor& values, const at::Tensor& input) {
  std::vector<int64_t> shape(input.dim(), 1);
  shape[1] = input.size(1);
  return values.view(shape);
}

struct SyncBatchNorm : torch::autograd::Function<SyncBatchNorm> {
  static at::Tensor forward(AutogradContext* context, const at::Tensor& input, const at::Tensor& weight,
                            const at::Tensor& bias, at::Tensor runningMean, at::Tensor runningVar, GroupPointer group,
                            double momentum, double eps) {
    const Statistics batch =
        amongRanks(expectation("SyncBatchNorm", *group), [&] { return statisticsOf(input, *group); });
    TORCH_CHECK(batch.count > 1, "SyncBatchNorm: expected more than one value per channel over all ranks, got ",
                input.sizes(), " on one; take larger images or batches");
    updateRunning(batch, runningMean, runningVar, momentum);
    context->save_for_backward({input, weight, batch.mean, batch.variance});
    context->saved_data["group"] = c10::IValue(group);
    context->saved_data["count"] = batch.count;
    context->saved_data["eps"] = eps;
    // Given statistics, the kernel only normalizes.
    return std::get<0>(
        at::native_batch_norm(input, weight, bias, batch.mean, batch.variance, /*training=*/false, momentum, eps));
  }

  static variable_list backward(AutogradContext* context, const variable_list& gradients) {
    TORCH_CHECK(!c10::GradMode::is_enabled(),
                "SyncBatchNorm: second derivatives are not supported; leave out createGraph");
    const variable_list saved = context->get_saved_variables();
    const at::Tensor &input = saved[0], &weight = saved[1], &mean = saved[2], &variance = saved[3];
    const double eps = context->saved_data["eps"].toDouble();
    const double count = context->saved_data["count"].toDouble();
    const auto group = context->saved_data["group"].toCustomClass<c10d::ProcessGroup>();
    // Gradients of this rank: sum(dy (x - mean) / std) and sum(dy).
    const auto [none, weightGradient, biasGradient] = at::native_batch_norm_backward(
        gradients[0], input, weight, mean, variance, {}, {}, /*train=*/false, eps, {false, true, true});
    const int64_t channels = input.size(1);
    at::Tensor sums = at::cat({biasGradient, weightGradient}).to(sumType(input));
    allReduce(*group, sums, c10d::ReduceOp::SUM);
    const at::Tensor meanGradient = sums.narrow(0, 0, channels) / count;
    const at::Tensor meanProduct = sums.narrow(0, channels, channels) / count;
    // dx = weight / std · (dy - mean(dy) - (x - mean) / std · mean(dy (x - mean) / std)), written as factors per
    // channel.
    const at::Tensor inverseStd = (variance + eps).rsqrt();
    const at::Tensor ofGradient = inverseStd * weight;
    const at::Tensor ofInput = -ofGradient * inverseStd * meanProduct;
    const at::Tensor constant = -ofGradient * meanGradient - ofInput * mean;
    at::Tensor inputGradient = at::addcmul(perChannel(constant, input), input, perChannel(ofInput, input));
    inputGradient.addcmul_(gradients[0], perChannel(ofGradient, input));
    return {inputGradient.to(input.scalar_type()), weightGradient, biasGradient, {}, {}, {}, {}, {}};
  }
};

// syncBatchNorm(input, weight, bias, runningMean, runningVar: handles, group: handle, momentum: number, eps: number):
// handle
Napi::Value syncBatchNorm(const Napi::CallbackInfo& info) {
  Environment& environment = Environment::of(info.Env());
  const auto tensor = [&](size_t index) -> const at::Tensor& {
    return environment.tensor(info[index].As<Napi::Number>().Uint32Value(), "SyncBatchNorm");
  };
  at::Tensor output = SyncBatchNorm::apply(
      tensor(0), tensor(1), tensor(2), tensor(3), tensor(4), groupArgument(info, 5, "SyncBatchNorm"),
      info[6].As<Napi::Number>().DoubleValue(), info[7].As<Napi::Number>().DoubleValue());
  return Napi::Number::New(info.Env(), environment.put(std::move(output)));
}

}  // namespace

void exportSyncBatchNorm(Napi::Object exports) { exportFunction<syncBatchNorm>(exports, "syncBatchNorm"); }

}  // namespace hashsight
