"""Python's side of the tests of nn and optim: fresh layers after a seed, and the paths of SGD.

    reference.py SGD_OPTIONS.json RESULTS.safetensors

RESULTS: init.LAYER.KEY, the state of layers made after torch.manual_seed(7); start.I and gradient.STEP.I of the
parameters I; sgd.CASE.STEP.I, the parameters after each step with the options of each case.
"""

import json
import sys

import torch
from safetensors.torch import save_file
from torch import nn

STEPS, SHAPES = 4, [(5, 3), (7,), (2, 3, 3, 3)]

torch.set_num_threads(1)
torch.manual_seed(7)
layers = {
    "conv": nn.Conv2d(4, 6, 3, groups=2),
    "linear": nn.Linear(9, 5),
    "norm": nn.BatchNorm2d(3),
}
results = {f"init.{name}.{key}": value for name, layer in layers.items() for key, value in layer.state_dict().items()}
for name in ("kaiming_normal_", "kaiming_uniform_", "xavier_normal_", "xavier_uniform_"):
    results[f"init.{name}.weight"] = getattr(nn.init, name)(torch.empty(8, 4, 3, 3))

start = [torch.randn(shape) for shape in SHAPES]
gradients = [[torch.randn(shape) for shape in SHAPES] for _ in range(STEPS)]
results |= {f"start.{i}": value for i, value in enumerate(start)}
results |= {f"gradient.{k}.{i}": value for k, step in enumerate(gradients) for i, value in enumerate(step)}
with open(sys.argv[1], encoding="utf-8") as file:
    cases = json.load(file)
for number, options in enumerate(cases):
    parameters = [nn.Parameter(value.clone()) for value in start]
    optimizer = torch.optim.SGD(
        parameters,
        lr=options["lr"],
        momentum=options.get("momentum", 0),
        dampening=options.get("dampening", 0),
        weight_decay=options.get("weightDecay", 0),
        nesterov=options.get("nesterov", False),
        foreach=options["implementation"] == "foreach",
        fused=options["implementation"] == "fused",
    )
    for k, step in enumerate(gradients):
        for parameter, gradient in zip(parameters, step):
            parameter.grad = gradient.clone()
        # The last parameter gets its first gradient late, which Python's fused SGD does not take.
        if k == 0 and options["implementation"] == "foreach":
            parameters[-1].grad = None
        optimizer.step()
        results |= {f"sgd.{number}.{k}.{i}": value.detach().clone() for i, value in enumerate(parameters)}
save_file(results, sys.argv[2])
