"""Reads a training set that `hashsight prepare` wrote, from Python: the shards are WebDataset's.

pip install webdataset
python examples/read_training_set.py [FOLDER]
"""

import json
import pathlib
import sys

import webdataset

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "data")
classes = [entry["name"] for entry in json.loads((folder / "vocabulary.json").read_text())["classes"]]
shards = sorted(str(path) for path in folder.glob("train-*.tar"))

# For tensors: .decode("torchrgb"), or .decode("pil") and torchvision's transforms.
count = 0
for sample in webdataset.WebDataset(shards, shardshuffle=False):
    (image,) = [name for name in sample if not name.startswith("__") and name != "json"]
    names = [classes[label] for label in json.loads(sample["json"])["labels"]]
    if count < 3:
        print(f"{sample['__key__']}.{image}: {len(sample[image])} bytes, {', '.join(names)}")
    count += 1
print(f"{count} images, {len(classes)} classes")
