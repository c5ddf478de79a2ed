"""Prints timm's layer-wise decay of each parameter as JSON: {model: {name: [lr_scale, weight_decay]}}, and the layers."""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "weights"))
import torchvision_without_ops  # noqa: F401, E402
import timm  # noqa: E402
from timm.models import group_parameters  # noqa: E402
from timm.optim import param_groups_layer_decay  # noqa: E402

result = {}
for name, options in json.loads(sys.argv[1]):
    model = timm.create_model(name, num_classes=3)
    names = {parameter: path for path, parameter in model.named_parameters()}
    groups = param_groups_layer_decay(model, **options)
    result[name] = {
        "layers": len(group_parameters(model, model.group_matcher(coarse=False))),
        "groups": len(groups),
        "parameters": {
            names[parameter]: [group["lr_scale"], group["weight_decay"]]
            for group in groups
            for parameter in group["params"]
        },
        "untrained": [path for path, parameter in model.named_parameters() if not parameter.requires_grad],
    }
print(json.dumps(result))
