"""Python's side of the tests of loss scaling and clipping.

    reference.py RESULTS.safetensors RESULTS.json

RESULTS: start.I and gradient.STEP.I of the parameters I; scaled.STEP.I, the parameters after each step of SGD through
a GradScaler; clip.CASE.norm and clip.CASE.I, norm and gradients of the last step after clipping. The JSON file: the
scaler's state after each step.
"""

import json
import sys

import torch
from safetensors.torch import save_file
from torch import nn

STEPS, SHAPES = 6, [(5, 3), (7,), (2, 3, 3, 3)]
CLIPS = [(0.5, 2.0), (100.0, 2.0), (0.5, float("inf")), (0.5, 1.0)]

torch.set_num_threads(1)
torch.manual_seed(5)
start = [torch.randn(shape) for shape in SHAPES]
gradients = [[torch.randn(shape) for shape in SHAPES] for _ in range(STEPS)]
gradients[3][1][2] = float("inf")
results = {f"start.{i}": value for i, value in enumerate(start)}
results |= {f"gradient.{k}.{i}": value for k, step in enumerate(gradients) for i, value in enumerate(step)}

parameters = [nn.Parameter(value.clone()) for value in start]
optimizer = torch.optim.SGD(parameters, lr=0.1, momentum=0.9, foreach=True)
scaler = torch.amp.GradScaler("cpu", init_scale=1024.0, growth_interval=2)
states = []
for k, step in enumerate(gradients):
    loss = sum((parameter * gradient).sum() for parameter, gradient in zip(parameters, step))
    optimizer.zero_grad()
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
    states.append(scaler.state_dict())
    results |= {f"scaled.{k}.{i}": value.detach().clone() for i, value in enumerate(parameters)}

for number, (max_norm, norm_type) in enumerate(CLIPS):
    for parameter, gradient in zip(parameters, gradients[-1]):
        parameter.grad = gradient.clone()
    results[f"clip.{number}.norm"] = nn.utils.clip_grad_norm_(parameters, max_norm, norm_type)
    results |= {f"clip.{number}.{i}": parameter.grad for i, parameter in enumerate(parameters)}
save_file(results, sys.argv[1])
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(states, file)
