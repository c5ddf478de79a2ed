"""Prints as JSON the shapes of the tensors of torchvision's models, and the multiply-adds it publishes for them."""

import json
import sys
import warnings
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "weights"))
import torchvision_without_ops  # noqa: F401, E402

warnings.filterwarnings("ignore")
import torch  # noqa: E402
import torchvision.models as models  # noqa: E402
from torchvision.models.regnet import BlockParams  # noqa: E402

compute = BlockParams.from_init_params


def on_cpu(*args, **kwargs):
    # It computes the widths with tensors.
    with torch.device("cpu"):
        return compute(*args, **kwargs)


BlockParams.from_init_params = on_cpu

result = {}
with torch.device("meta"):
    for name in sys.argv[1:]:
        published = [weights.meta["_ops"] for weights in models.get_model_weights(name)]
        tensors = {key: list(value.shape) for key, value in models.get_model(name).state_dict().items()}
        result[name] = {"tensors": tensors, "multiplyAdds": min(published)}
print(json.dumps(result))
