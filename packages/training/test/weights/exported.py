"""What timm and torchvision make of exported weights.

    exported.py MODELS IMAGES OUT LIBRARY=FOLDER...

MODELS: names and shapes of every model, which are compared with timm's without allocating memory. OUT: the logits of each
folder's model for the images, by position.
"""

import json
import sys

import torchvision_without_ops  # noqa: F401

import timm
import torch
import torchvision
from safetensors.torch import load_file, save_file


def timm_model(folder):
    return timm.create_model(f"local-dir:{folder}", pretrained=True)


def torchvision_model(folder):
    tensors = load_file(f"{folder}/model.safetensors")
    with open(f"{folder}/name.txt") as file:
        name = file.read()
    model = torchvision.models.get_model(name, num_classes=len(tensors["fc.bias"]))
    model.load_state_dict(tensors)
    return model


def logits(images, out, *sources):
    images = load_file(images)["images"]
    results = {}
    for i, source in enumerate(sources):
        library, folder = source.split("=", 1)
        model = {"timm": timm_model, "torchvision": torchvision_model}[library](folder).eval()
        with torch.no_grad():
            results[str(i)] = model(images)
        if library == "timm":
            data = timm.data.resolve_model_data_config(model)
            print(json.dumps({**data, "labels": model.pretrained_cfg.get("label_names")}))
    save_file(results, out)


def shapes(models):
    with open(models) as file:
        models = json.load(file)
    for name, (architecture, args, tensors) in models.items():
        with torch.device("meta"):
            model = timm.create_model(architecture, **args)
        theirs = {key: list(value.shape) for key, value in model.state_dict().items()}
        different = [key for key in theirs.keys() | tensors.keys() if theirs.get(key) != tensors.get(key)]
        assert not different, (name, sorted(different)[:5])


shapes(sys.argv[1])
logits(*sys.argv[2:])
