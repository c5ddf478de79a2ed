"""Tags a folder of JPEGs with onnxruntime and Pillow: images are decoded and resized in a pool of threads, ahead of the model,
which runs full batches.

argv: model folder, side, crop share, threads, batch size, draft (1: Pillow decodes JPEGs at a smaller scale). Reads lists of
files as JSON lines, tags each list, and prints the seconds by the clock and of the processors.
"""

import collections
import concurrent.futures
import json
import sys
import time

import numpy
import onnxruntime
from PIL import Image

folder, side, share, threads, batch, draft = sys.argv[1], *map(float, sys.argv[2:7])
side, threads, batch = int(side), int(threads), int(batch)
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = threads
session = onnxruntime.InferenceSession(f"{folder}/onnx/model.onnx", options, providers=["CPUExecutionProvider"])
mean = numpy.array([0.485, 0.456, 0.406], numpy.float32)
std = numpy.array([0.229, 0.224, 0.225], numpy.float32)
scale, shift = 1 / (255 * std), mean / std
names = [label["name"] for label in json.load(open(f"{folder}/labels.json"))["labels"]]


def sample(file):
    image = Image.open(file)
    if draft:
        image.draft("RGB", (int(side / share) + 1, int(side / share) + 1))
    image = image.convert("RGB")
    width, height = image.size
    part = min(width, height) * share
    left, top = (width - part) / 2, (height - part) / 2
    box = (left, top, left + part, top + part)
    pixels = numpy.asarray(image.resize((side, side), Image.Resampling.BILINEAR, box=box), numpy.float32)
    return (pixels * scale - shift).transpose(2, 0, 1)


def tag(files, pool):
    tags = []
    waiting = collections.deque()
    ahead = 4 * batch
    rest = iter(files)
    for file in rest:
        waiting.append(pool.submit(sample, file))
        if len(waiting) == ahead:
            break
    while waiting:
        inputs = numpy.stack([waiting.popleft().result() for _ in range(min(batch, len(waiting)))])
        for file in rest:
            waiting.append(pool.submit(sample, file))
            if len(waiting) == ahead:
                break
        [probabilities] = session.run(["probabilities"], {"pixel_values": inputs})
        for row in probabilities:
            top = numpy.argsort(row)[: -6:-1]
            tags.append([(names[i], float(row[i])) for i in top])
    return tags


with concurrent.futures.ThreadPoolExecutor(max(4, threads)) as pool:
    print(json.dumps({"onnxruntime": onnxruntime.__version__}), flush=True)
    for line in sys.stdin:
        files = json.loads(line)
        clock, cpu = time.perf_counter(), time.process_time()
        tags = tag(files, pool)
        seconds = time.perf_counter() - clock
        print(json.dumps({"seconds": seconds, "cpu": time.process_time() - cpu, "count": len(tags)}), flush=True)
