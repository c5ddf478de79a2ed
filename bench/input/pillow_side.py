"""Pillow as torchvision's transforms call it, in worker processes: open, convert, crop, resize, mirror, to an array.

Reads lines "FILE LEFT TOP WIDTH HEIGHT EIGHTHS MIRRORED" from standard input; argv is the side and the number of
processes. Prints the processors' seconds of all of them, and the seconds by the clock.
"""

import json
import multiprocessing
import sys
import time

import numpy
import PIL
from PIL import Image


def sample(line, side):
    """RandomResizedCrop, RandomHorizontalFlip and PILToTensor of torchvision on a crop that is drawn already."""
    file, left, top, width, height, _, mirrored = line.split()
    left, top, width, height = int(left), int(top), int(width), int(height)
    with open(file, "rb") as opened:
        image = Image.open(opened).convert("RGB")
    image = image.crop((left, top, left + width, top + height)).resize((side, side), Image.Resampling.BILINEAR)
    if mirrored == "1":
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return numpy.array(image, copy=True)


def work(lines, side, start, results):
    out = numpy.empty((64, side, side, 3), dtype=numpy.uint8)
    for line in lines[: len(lines) // 10]:  # warms up
        sample(line, side)
    start.wait()
    before = time.process_time()
    for i, line in enumerate(lines):
        out[i % 64] = sample(line, side)
    results.put(time.process_time() - before)


if __name__ == "__main__":
    side, count = int(sys.argv[1]), int(sys.argv[2])
    lines = sys.stdin.read().splitlines()
    start, results = multiprocessing.Barrier(count + 1), multiprocessing.Queue()
    workers = [
        multiprocessing.Process(target=work, args=(lines[i::count], side, start, results)) for i in range(count)
    ]
    for worker in workers:
        worker.start()
    start.wait()
    clock = time.perf_counter()
    cpu = sum(results.get() for _ in workers)
    clock = time.perf_counter() - clock
    print(json.dumps({"cpu": cpu, "clock": clock, "pillow": PIL.__version__}))
