"""Draws random weights of torchvision's and timm's models and saves them in every layout and form.

argv: a folder. It gets the files, `expected.safetensors` with the images and the logits of each file, and prints as JSON
the shapes of the tensors of timm's larger RegNets.
"""

import json
import re
import sys
import warnings
from pathlib import Path

import torchvision_without_ops  # noqa: F401, I001

warnings.filterwarnings("ignore")
import timm  # noqa: E402
import torch  # noqa: E402
import torchvision.models as models  # noqa: E402
from safetensors.torch import save_file  # noqa: E402
from timm.models._hub import save_config_for_hf  # noqa: E402

CLASSES = 7
folder = Path(sys.argv[1])
images = torch.empty(2, 3, 64, 64).normal_(generator=torch.Generator().manual_seed(1))
expected = {"images": images}


def draw(model):
    """Weights as after training: no statistic of a normalization is 0 or 1."""
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.weight, 0.3, 0.7)
            torch.nn.init.normal_(module.bias, std=0.1)
            module.running_mean.normal_(std=0.1)
            module.running_var.uniform_(0.5, 1.5)
            module.num_batches_tracked.fill_(3)
    head = model.get_classifier() if hasattr(model, "get_classifier") else model.fc
    torch.nn.init.normal_(head.weight, std=0.05)
    return model.eval()


def keep(name, model):
    with torch.no_grad():
        expected[name] = model(images)
    return {key: value.clone() for key, value in model.state_dict().items()}


def swag_hub(key):
    """From torchvision's names to SWAG hub's."""
    key = re.sub(r"^stem\.", "stem.stem.", key)
    key = re.sub(r"\.proj\.0\.", ".proj.", key)
    key = re.sub(r"\.proj\.1\.", ".bn.", key)
    key = key.replace(".se.fc1.", ".se.excitation.0.").replace(".se.fc2.", ".se.excitation.2.")
    key = key.replace(".f.c.0.", ".f.c.").replace(".f.c.1.", ".f.final_bn.")
    return re.sub(r"^fc\.", "head.fc.", key)


def vissl(key):
    """From SWAG hub's names to those of a trunk of VISSL."""
    key = key.replace("stem.stem.", "_feature_blocks.conv1.stem.")
    return re.sub(
        r"^trunk_output\.block(\d)\.", lambda found: f"_feature_blocks.res{int(found[1]) + 1}.", key
    )


def renamed(weights, rename):
    return {rename(key): value for key, value in weights.items()}


torch.manual_seed(0)
legacy = {"_use_new_zipfile_serialization": False}

# ResNet and ResNeXt: torchvision's names, which timm and the WSL release share.
resnet = keep("resnet18.pth", draw(models.resnet18(num_classes=CLASSES)))
torch.save(resnet, folder / "resnet18.pth")
torch.save(resnet, folder / "resnet18-legacy.pth", **legacy)
save_file(resnet, folder / "resnet18.safetensors")
resnext = keep("ig_resnext50.pth", draw(models.resnext50_32x4d(num_classes=CLASSES)))
torch.save({"epoch": 3, "state_dict": renamed(resnext, "module.{}".format)}, folder / "ig_resnext50.pth")
torch.save(keep("timm-resnet.pth", draw(timm.create_model("resnet18", num_classes=CLASSES))), folder / "timm-resnet.pth")

# RegNetY.
regnet = keep("regnet.pth", draw(models.regnet_y_400mf(num_classes=CLASSES)))
torch.save(regnet, folder / "regnet.pth")
torch.save(regnet, folder / "regnet-legacy.pth", **legacy)
save_file(regnet, folder / "regnet.safetensors")
without = {key: value for key, value in regnet.items() if not key.endswith("num_batches_tracked")}
save_file(without, folder / "regnet-without-counters.safetensors")
hub = renamed(regnet, swag_hub)
torch.save(hub, folder / "regnety_400mf_in1k.torch")
torch.save({key: value for key, value in hub.items() if not key.startswith("head")}, folder / "regnety_400mf.torch")
trunk = {vissl(key): value for key, value in hub.items() if not key.startswith("head")}
clf = {f"0.clf.0.{leaf}": regnet[f"fc.{leaf}"] for leaf in ("weight", "bias")}
torch.save(
    {"classy_state_dict": {"base_model": {"model": {"trunk": trunk, "heads": clf}}}, "iteration": 5},
    folder / "vissl.torch",
)

# timm's: with its config, and as its training script saves it.
timm_model = draw(timm.create_model("regnety_004", num_classes=CLASSES))
(folder / "timm").mkdir()
save_file(keep("timm/model.safetensors", timm_model), folder / "timm" / "model.safetensors")
timm_model.pretrained_cfg.update(input_size=(3, 96, 96), crop_pct=0.9, interpolation="bicubic", license="mit")
names = [f"class {i}" for i in range(CLASSES)]
save_config_for_hf(timm_model, folder / "timm" / "config.json", model_config={"label_names": names})
other = {key: torch.zeros_like(value) for key, value in timm_model.state_dict().items()}
compiled = renamed(timm_model.state_dict(), "_orig_mod.module.{}".format)
torch.save({"state_dict": other, "state_dict_ema": compiled, "arch": "regnety_004"}, folder / "timm-ema.pth")

# One of SWAG's sizes.
large = draw(models.regnet_y_16gf(num_classes=CLASSES))
torch.save(renamed(keep("regnety_16gf_in1k.torch", large), swag_hub), folder / "regnety_16gf_in1k.torch")

for name, logits in list(expected.items()):
    assert logits.isfinite().all() and logits.std() > 0, name
save_file(expected, folder / "expected.safetensors")

shapes = {}
with torch.device("meta"):
    for name in ("regnety_016", "regnety_032", "regnety_080_tv", "regnety_160", "regnety_320", "regnety_1280"):
        model = timm.create_model(name)
        shapes[name] = {key: list(value.shape) for key, value in model.state_dict().items()}
    shapes["seresnet50"] = {
        key: list(value.shape) for key, value in timm.create_model("seresnet50").state_dict().items()
    }
print(json.dumps(shapes))
