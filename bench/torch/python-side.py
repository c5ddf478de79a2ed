"""Python's half of bench.mjs."""

import time

import torch

from commands import serve
from fixed_batch import FixedBatch

state = {}


def version(threads):
    torch.set_num_threads(threads)
    return torch.__version__


def nanoseconds_a_call(calls):
    a, b = torch.tensor([1.0, 2, 3, 4]), torch.tensor([1.0, 2, 3, 4])
    add = torch.add
    start = time.perf_counter_ns()
    for _ in range(calls):
        add(a, b)
    return (time.perf_counter_ns() - start) / calls


def fixed_batch(**settings):
    state["fixed"] = FixedBatch(**settings)


def images_per_second(steps):
    return state["fixed"].measure(steps)["imagesPerSecond"]


serve(version, nanoseconds_a_call, fixed_batch, images_per_second)
