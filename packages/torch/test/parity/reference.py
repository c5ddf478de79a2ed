"""Python's side of the operators' parity: runs every case that operators.test.ts lists and saves all that went in and came out.

    reference.py SPEC.json RESULTS.safetensors

SPEC: [{"name", "operator", "args", "named", "dtype"}], arguments as spec.ts describes them. RESULTS, for each case:
NAME.in.I  the tensors among the arguments, in order      NAME.out.I      the tensors among the results
NAME.cotangent.I  the weight of a differentiable result   NAME.grad.I     the gradient of an argument
NAME.after.I  an argument that the call may have changed
"""

import json
import sys

import torch
from safetensors.torch import save_file

DIFFERENTIABLE = ("normal", "positive", "unit", "spd")


def draw(spec, dtype):
    kind, shape = spec["draw"], spec["shape"]
    if kind in ("index", "int"):
        return torch.randint(0, spec["high"], shape, dtype=torch.int64 if kind == "index" else torch.int32)
    if kind == "mask":
        return torch.rand(shape) < 0.5
    if kind == "normal":
        values = torch.randn(shape, dtype=torch.float64)
    elif kind == "spd":
        root = torch.randn(shape, dtype=torch.float64)
        values = root @ root.mT + torch.eye(shape[-1])
    else:
        low, high = (0.05, 0.95) if kind == "unit" else (0.5, 2)
        values = torch.rand(shape, dtype=torch.float64) * (high - low) + low
    return values.to(dtype).requires_grad_(kind in DIFFERENTIABLE)


class Arguments:
    """A case's arguments made real, with the tensors among them in order."""

    def __init__(self, case):
        self.dtype = getattr(torch, case["dtype"])
        self.tensors, self.states = [], []
        self.args = [self.make(spec) for spec in case["args"]]
        self.named = {name: self.make(spec) for name, spec in case["named"].items()}

    def make(self, spec):
        if isinstance(spec, list):
            return [self.make(item) for item in spec]
        if not isinstance(spec, dict):
            return spec
        if "dtype" in spec:
            return getattr(torch, spec["dtype"])
        tensor = draw(spec, self.dtype)
        if spec["draw"] == "state":
            self.states.append(len(self.tensors))
        self.tensors.append(tensor)
        return tensor


def tensors_of(result):
    if isinstance(result, torch.Tensor):
        return [result]
    return [item for item in result if isinstance(item, torch.Tensor)]


def run(case, seed):
    torch.manual_seed(seed)
    arguments = Arguments(case)
    saved = {f"in.{i}": tensor.detach().clone() for i, tensor in enumerate(arguments.tensors)}
    packet, _, overload = case["operator"].partition(".")
    operator = getattr(getattr(torch.ops.aten, packet), overload or "default")
    torch.manual_seed(seed)
    outputs = tensors_of(operator(*arguments.args, **arguments.named))
    saved |= {f"out.{i}": output for i, output in enumerate(outputs)}
    saved |= {f"after.{i}": arguments.tensors[i] for i in arguments.states}
    roots = {i: output for i, output in enumerate(outputs) if output.requires_grad}
    if roots:
        cotangents = {i: torch.randn(root.shape, dtype=torch.float64).to(root.dtype) for i, root in roots.items()}
        inputs = {i: tensor for i, tensor in enumerate(arguments.tensors) if tensor.requires_grad}
        gradients = torch.autograd.grad(
            list(roots.values()), list(inputs.values()), list(cotangents.values()), allow_unused=True
        )
        saved |= {f"cotangent.{i}": cotangent for i, cotangent in cotangents.items()}
        saved |= {f"grad.{i}": gradient for i, gradient in zip(inputs, gradients) if gradient is not None}
    # Each tensor in memory of its own: safetensors refuses views of one another.
    return {f"{case['name']}.{key}": tensor.detach().clone().contiguous() for key, tensor in saved.items()}


def main(spec_path, results_path):
    torch.set_num_threads(1)
    results, failures = {}, []
    with open(spec_path, encoding="utf-8") as file:
        cases = json.load(file)
    for seed, case in enumerate(cases):
        try:
            results |= run(case, seed)
        except (RuntimeError, NotImplementedError, TypeError) as error:
            failures.append(f"{case['name']}: {str(error).splitlines()[0]}")
    save_file(results, results_path)
    print(json.dumps(failures))


main(*sys.argv[1:])
