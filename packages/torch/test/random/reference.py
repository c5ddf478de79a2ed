"""Python's side of the random numbers' tests: what it draws after torch.manual_seed.

    reference.py SEEDS.json RESULTS.safetensors
"""

import json
import sys

import torch
from safetensors.torch import save_file

with open(sys.argv[1], encoding="utf-8") as file:
    seeds = json.load(file)
results = {}
for seed in seeds:
    torch.manual_seed(int(seed))
    results |= {
        f"{seed}.rand": torch.rand(3, 7),
        f"{seed}.randn": torch.randn(50),
        f"{seed}.randn64": torch.randn(5, dtype=torch.float64),
        f"{seed}.randint": torch.randint(-5, 1000, (20,)),
        f"{seed}.randperm": torch.randperm(30),
        f"{seed}.bernoulli": torch.bernoulli(torch.full((40,), 0.3)),
        f"{seed}.dropout": torch.nn.functional.dropout(torch.ones(40), 0.4),
        f"{seed}.normal_": torch.empty(17).normal_(1, 2),
        f"{seed}.state": torch.get_rng_state(),
    }
    generator = torch.Generator().manual_seed(int(seed))
    results[f"{seed}.generator"] = torch.randn(9, generator=generator)
save_file(results, sys.argv[2])
