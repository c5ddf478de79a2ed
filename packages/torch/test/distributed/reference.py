"""Python's side of the test of the Reducer: one rank of DistributedDataParallel; prints the gradients of each step."""

import json

import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel


def waves(*shape):
    return torch.arange(torch.Size(shape).numel()).reshape(shape).to(torch.float32).sin()


torch.set_num_threads(1)
torch.distributed.init_process_group("gloo")
model = nn.Sequential(nn.Linear(6, 9), nn.Tanh(), nn.Linear(9, 2))
with torch.no_grad():
    for parameter in model.parameters():
        parameter.copy_(waves(*parameter.shape))
ranks = DistributedDataParallel(model)
steps = []
for step in range(3):
    model.zero_grad()
    ranks(waves(4, 6) + (torch.distributed.get_rank() + step)).square().mean().backward()
    steps.append([parameter.grad.tolist() for parameter in model.parameters()])
print("report " + json.dumps(steps))
torch.distributed.destroy_process_group()
