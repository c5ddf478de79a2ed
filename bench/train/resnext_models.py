"""The registry's ResNets of bottlenecks and ResNeXts in plain PyTorch, by name."""

import re

from resnext import ResNeXt

LAYERS = {14: [1, 1, 1, 1], 26: [2, 2, 2, 2], 50: [3, 4, 6, 3], 101: [3, 4, 23, 3], 152: [3, 8, 36, 3]}


def create_model(name, num_classes):
    """`resnext50_32x4d`, `resnet101`, …; the same weights' names and initialisation as torchvision's."""
    found = re.fullmatch(r"resnext(\d+)_(\d+)x(\d+)d|resnet(\d+)", name)
    if found is None:
        raise SystemExit(f"model: expected resnextN_CxWd or resnetN, got {name}")
    depth, cardinality, width, plain = found.groups()
    return ResNeXt(LAYERS[int(depth or plain)], int(width or 64), int(cardinality or 1), num_classes)
