"""Python's side of the tests of PyTorch's own files.

    checkpoints.py write FOLDER             checkpoints in both forms, and what they hold as safetensors of the same stem
    checkpoints.py convert FOLDER FILE...   state dicts as safetensors, by position: 0.safetensors, …
    checkpoints.py load FILE                a pickle, as Python's own reader loads it: code in it runs
"""

import argparse
import collections
import pickle
import sys
from pathlib import Path

import numpy
import torch
from safetensors.torch import save_file

DTYPES = "float64 float32 float16 bfloat16 int64 int32 int16 int8 uint8 bool complex64".split()
NEW_DTYPES = "uint16 uint32 uint64 float8_e4m3fn float8_e5m2".split()


def bits(shape, name):
    dtype = getattr(torch, name)
    if name == "bool":
        return torch.randint(0, 2, shape).bool()
    count = torch.Size(shape).numel()
    return torch.randint(0, 256, (count * dtype.itemsize,), dtype=torch.uint8).view(dtype).view(shape)


def dtypes(names):
    return {f"{name}.{i}": bits(shape, name) for name in names for i, shape in enumerate([(), (3,), (2, 0), (2, 3, 5)])}


def views():
    base = torch.randn(6, 8)
    images = torch.randn(2, 3, 4, 5).contiguous(memory_format=torch.channels_last)
    return {
        "base": base,
        "shared": base,
        "row": base[3],
        "column": base[:, 2],
        "corner": base[2:4, 3:7],
        "transposed": base.t(),
        "every.second": base.view(-1)[1::2],
        "expanded": torch.randn(1).expand(4, 5),
        "channels_last": images,
        "scalar": base[5, 7],
        "parameter": torch.nn.Parameter(base[1:3]),
    }


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(3, 4, 3)
        self.bn = torch.nn.BatchNorm2d(4)
        self.fc = torch.nn.Linear(4, 2)


def training():
    model = Model()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    sum(p.sum() for p in model.parameters()).backward()
    optimizer.step()
    return {
        "epoch": 90,
        "arch": "resnet18",
        "version": torch.__version__,
        "best": numpy.float64(76.5),
        "metric": numpy.float32(0.25),
        "count": numpy.int64(-7),
        "array": numpy.arange(1000),
        "state_dict": torch.nn.DataParallel(model).state_dict(),
        "optimizer": optimizer.state_dict(),
        "args": argparse.Namespace(lr=0.1, out=Path("a/b"), device=torch.device("cuda:0"), dtype=torch.float16),
        "counts": collections.defaultdict(int, {"a": 1}),
        "set": {1, 2},
        "bytes": b"ab\xff",
        "complex": 1 + 2j,
        "size": torch.Size([2, 3]),
        "none": None,
        "large": 2**70,
        "numbers": {1: torch.ones(1), 2: [torch.zeros(1), (torch.ones(2),)]},
    }


def flat(value, name=""):
    if isinstance(value, torch.Tensor):
        yield name, value.detach().clone().contiguous()
    elif isinstance(value, (dict, list, tuple)):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in items:
            yield from flat(child, f"{name}.{key}" if name else str(key))


def write(folder):
    torch.manual_seed(1)
    folder = Path(folder)
    contents = {
        "dtypes": dtypes(DTYPES),
        "views": views(),
        "training": training(),
        "list": [torch.randn(2), {"a": torch.randn(3)}],
    }
    for name, content in contents.items():
        save_file(dict(flat(content)), folder / f"{name}.safetensors")
        torch.save(content, folder / f"{name}.zip.pth")
        torch.save(content, folder / f"{name}.legacy.pth", _use_new_zipfile_serialization=False)
        torch.save(content, folder / f"{name}.protocol4.pth", pickle_protocol=4)
        torch.save(content, folder / f"{name}.legacy5.pth", _use_new_zipfile_serialization=False, pickle_protocol=5)
    new = dtypes(NEW_DTYPES)
    save_file(new, folder / "new.safetensors")
    torch.save(new, folder / "new.zip.pth")


def convert(folder, *paths):
    for i, path in enumerate(paths):
        save_file(dict(flat(torch.load(path, map_location="cpu"))), Path(folder) / f"{i}.safetensors")


def load(path):
    with open(path, "rb") as file:
        pickle.load(file)


{"write": write, "convert": convert, "load": load}[sys.argv[1]](*sys.argv[2:])
