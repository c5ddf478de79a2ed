"""Python's side of the safetensors tests.

    reference.py write FILE        a file with every dtype, of random bytes
    reference.py rewrite FROM TO   what FROM holds, written by Python
"""

import sys

import torch
from safetensors import safe_open
from safetensors.torch import save_file

DTYPES = (
    "float64 float32 float16 bfloat16 int64 int32 int16 int8 uint64 uint32 uint16 uint8 bool complex64 "
    "float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz float8_e8m0fnu"
).split()
SHAPES = [(), (3,), (2, 3), (0, 4), (1, 2, 3, 1)]


def random_tensor(shape, name):
    dtype = getattr(torch, name)
    if name == "bool":
        return torch.randint(0, 2, shape).bool()
    count = torch.Size(shape).numel()
    return torch.randint(0, 256, (count * dtype.itemsize,), dtype=torch.uint8).view(dtype).view(shape)


def write(path):
    torch.manual_seed(1)
    tensors = {f"{name}.{i}": random_tensor(shape, name) for name in DTYPES for i, shape in enumerate(SHAPES)}
    tensors["ünï.\"quoted\"\\/\n\u2028😀"] = torch.arange(3.0)
    save_file(tensors, path, {"format": "pt"})


def rewrite(source, target):
    with safe_open(source, framework="pt") as file:
        save_file({name: file.get_tensor(name) for name in file.keys()}, target, file.metadata())


{"write": write, "rewrite": rewrite}[sys.argv[1]](*sys.argv[2:])
