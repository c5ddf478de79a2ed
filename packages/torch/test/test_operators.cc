// A library of operators as a user would add one: the kinds of values that aten's own schemas seldom carry.
#include <ATen/ATen.h>
#include <torch/custom_class.h>
#include <torch/library.h>

namespace {

struct Counter : torch::CustomClassHolder {
  int64_t count = 0;
};

at::Tensor timesComplex(const at::Tensor& self, c10::complex<double> factor) { return self * c10::Scalar(factor); }

std::string join(const c10::List<std::string>& words, std::string_view separator) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : std::string(separator)) + std::string(word);
  return text;
}

c10::Dict<std::string, at::Tensor> named(const std::string& name, const at::Tensor& value) {
  c10::Dict<std::string, at::Tensor> dictionary;
  dictionary.insert(name, value);
  return dictionary;
}

at::Tensor lookUp(const c10::Dict<std::string, at::Tensor>& dictionary, const std::string& name) {
  return dictionary.at(name);
}

int64_t countUp(const c10::intrusive_ptr<Counter>& counter) { return ++counter->count; }

std::tuple<at::Tensor, int64_t, std::optional<at::Tensor>> mixed(const at::Tensor& self, std::optional<double> scale) {
  if (!scale.has_value()) return {self.clone(), self.dim(), std::nullopt};
  return {self * *scale, self.dim(), self + *scale};
}

}  // namespace

TORCH_LIBRARY(hashsight_test, library) {
  library.class_<Counter>("Counter");
  library.def("times_complex(Tensor self, complex factor) -> Tensor", timesComplex);
  library.def("join(str[] words, str separator=\", \") -> str", join);
  library.def("named(str name, Tensor value) -> Dict(str, Tensor)", named);
  library.def("look_up(Dict(str, Tensor) dictionary, str name) -> Tensor", lookUp);
  library.def("new_counter() -> __torch__.torch.classes.hashsight_test.Counter",
              []() { return c10::make_intrusive<Counter>(); });
  library.def("count_up(__torch__.torch.classes.hashsight_test.Counter counter) -> int", countUp);
  library.def("mixed(Tensor self, float? scale=None) -> (Tensor, int, Tensor?)", mixed);
}
