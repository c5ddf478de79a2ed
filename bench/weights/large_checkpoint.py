"""Writes a checkpoint of ResNeXt-101 32x48d with random weights: large_checkpoint.py SHAPES OUT"""

import json
import sys

import torch

with open(sys.argv[1]) as file:
    shapes = json.load(file)
state = {name: torch.randn(shape) if shape else torch.tensor(0) for name, shape in shapes.items()}
torch.save({"epoch": 1, "state_dict": state}, sys.argv[2])
