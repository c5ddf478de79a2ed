"""Calibration errors by torchmetrics, whose folder is given first, for the cases in a JSON file; prints JSON."""

import json
import sys

sys.path.append(sys.argv[1])

import torch
from torchmetrics.functional.classification import multiclass_calibration_error

cases = json.load(open(sys.argv[2]))
print(
    json.dumps(
        [
            multiclass_calibration_error(
                torch.tensor(case["probabilities"], dtype=torch.float64),
                torch.tensor(case["labels"]),
                num_classes=len(case["probabilities"][0]),
                n_bins=15,
                norm="l1",
            ).item()
            for case in cases
        ]
    )
)
