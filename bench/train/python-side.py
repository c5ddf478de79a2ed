"""Python's half of the training benchmarks."""

import PIL
import torch

from commands import serve
from fixed_batch import FixedBatch, Watch
from shards import Pictures, loader, normalise, read_index

state = {}


def versions(threads):
    torch.set_num_threads(threads)
    return {"torch": torch.__version__, "pillow": PIL.__version__}


def fixed_batch(**settings):
    state["fixed"] = FixedBatch(**settings)


def steps(count):
    return state["fixed"].measure(count)


def forward(count):
    return state["fixed"].measure_forward(count)


def operators(count):
    return state["fixed"].operators(count)


def from_shards(index, workers, warmup_steps, count):
    """One pass from its beginning; the steps after the first `warmup_steps` are measured."""
    fixed = state["fixed"]
    described = read_index(index)
    pictures = Pictures(described["train"], described["classes"], fixed.images.shape[-1])
    memory_format = torch.channels_last if fixed.images.is_contiguous(memory_format=torch.channels_last) else torch.contiguous_format
    watch, done = None, 0
    for pixels, targets in loader(pictures, fixed.batch_size, workers, training=True):
        fixed.images, fixed.targets = normalise(pixels, memory_format), targets
        fixed.step()
        done += 1
        if done == warmup_steps:
            watch = Watch(fixed)
        if done == warmup_steps + count:
            return watch.read(count)
    raise SystemExit(f"from_shards: expected {warmup_steps + count} steps in the set, got {done}")


serve(versions, fixed_batch, steps, forward, operators, from_shards)
