"""Import this before torchvision or timm.

PyPI's torchvision is built for CUDA, and its operators do not load beside a torch for the CPU. Its models need none of
them; only two must be declared, because torchvision registers shapes for them when it is imported.
"""

import torch

LIBRARY = torch.library.Library("torchvision", "DEF")
for name in ("nms", "qnms"):
    LIBRARY.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
