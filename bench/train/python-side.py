"""Python's half of the training benchmarks and of bench/torch."""

import time

import PIL
import torch

from commands import serve
from fixed_batch import FixedBatch, Watch
from shards import Images, loader, normalise, read_index

# The first compiles forward and backward pass; a second and a third show that it is done.
WARMUP_STEPS = 3

state = {}


def versions(threads):
    torch.set_num_threads(threads)
    return {"torch": torch.__version__, "pillow": PIL.__version__}


def fixed_batch(**settings):
    state["fixed"] = FixedBatch(**settings)


def compiled_batch(**settings):
    """As `fixed_batch`, by torch.compile, compiled and warmed up; where that is not possible here, why, in one line."""
    try:
        fixed_batch(compile_mode="default", **settings)
        steps(WARMUP_STEPS)
    except Exception as error:
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        return {"notAvailable": lines[0] if lines else type(error).__name__}
    return {}


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
    images = Images(described["train"], described["classes"], fixed.images.shape[-1])
    memory_format = torch.channels_last if fixed.images.is_contiguous(memory_format=torch.channels_last) else torch.contiguous_format
    watch, done = None, 0
    for pixels, targets in loader(images, fixed.batch_size, workers, training=True):
        fixed.images, fixed.targets = normalise(pixels, memory_format), targets
        fixed.step()
        done += 1
        if done == warmup_steps:
            watch = Watch(fixed)
        if done == warmup_steps + count:
            return watch.read(count)
    raise SystemExit(f"from_shards: expected {warmup_steps + count} steps in the set, got {done}")


def nanoseconds_a_call(calls):
    """Of `add` on four numbers, its result freed."""
    a, b = torch.tensor([1.0, 2, 3, 4]), torch.tensor([1.0, 2, 3, 4])
    add = torch.add
    start = time.perf_counter_ns()
    for _ in range(calls):
        add(a, b)
    return (time.perf_counter_ns() - start) / calls


serve(versions, fixed_batch, compiled_batch, steps, forward, operators, from_shards, nanoseconds_a_call)
