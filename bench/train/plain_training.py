"""A competent but plain PyTorch script on the same training set: softmax on 1/k, SGD with Nesterov momentum, cosine with a
warm-up, weight decay on everything, no smoothing; torchvision's crops. Prints one JSON a line for each epoch."""

import argparse
import json
import math
import time

import torch

from fixed_batch import autocast_of
from resnext_models import create_model
from shards import Images, loader, normalise, read_index

parser = argparse.ArgumentParser()
parser.add_argument("--index", required=True)
parser.add_argument("--model", required=True)
parser.add_argument("--epochs", type=int, required=True)
parser.add_argument("--image-size", type=int, required=True)
parser.add_argument("--batch-size", type=int, required=True)
parser.add_argument("--target", type=float, required=True, help="hit@5 at which it may end")
parser.add_argument("--amp", required=True)
parser.add_argument("--threads", type=int, required=True)
parser.add_argument("--workers", type=int, required=True)
args = parser.parse_args()


def hits_at_5(logits, samples):
    return sum(
        any(answer in sample["labels"] for answer in answers)
        for answers, sample in zip(logits.topk(5).indices.tolist(), samples)
    )


def validate(model, batches, samples):
    model.eval()
    hits = seen = 0
    with torch.inference_mode():
        for pixels, _ in batches:
            logits = model(normalise(pixels, torch.channels_last))
            hits += hits_at_5(logits, samples[seen : seen + len(pixels)])
            seen += len(pixels)
    model.train()
    return hits / seen


def main():
    start = time.perf_counter()
    torch.set_num_threads(args.threads)
    torch.manual_seed(0)
    index = read_index(args.index)
    classes, size = index["classes"], args.image_size
    batches = loader(Images(index["train"], classes, size), args.batch_size, args.workers, training=True)
    validation = Images(index["validation"], classes, size, crop_pct=0.875)
    model = create_model(args.model, classes).to(memory_format=torch.channels_last)
    peak = 0.1 * args.batch_size / 256
    optimizer = torch.optim.SGD(model.parameters(), lr=peak, momentum=0.9, nesterov=True, weight_decay=1e-4, fused=True)
    total = args.epochs * len(batches)
    warmup = min(total // 10, len(batches)) or 1
    cosine = lambda step: 0.5 * (1 + math.cos(math.pi * step / total))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / warmup, cosine(step)))
    for epoch in range(args.epochs):
        for pixels, targets in batches:
            with autocast_of(args.amp, "cpu"):
                logits = model(normalise(pixels, torch.channels_last))
            torch.nn.functional.cross_entropy(logits.float(), targets).backward()
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
        hit = validate(model, loader(validation, args.batch_size, args.workers, training=False), index["validation"])
        print(json.dumps({"epoch": epoch + 1, "seconds": time.perf_counter() - start, "hitAt5": hit}), flush=True)
        if hit >= args.target:
            break


main()
