"""Python's half of bench.mjs: reads one command a line, answers one JSON a line."""

import json
import sys
import time

import torch

from resnext import resnext50_32x4d

BATCH, SIZE, CLASSES = 8, 128, 1000


def nanoseconds_a_call(calls):
    a, b = torch.tensor([1.0, 2, 3, 4]), torch.tensor([1.0, 2, 3, 4])
    add = torch.add
    start = time.perf_counter_ns()
    for _ in range(calls):
        add(a, b)
    return (time.perf_counter_ns() - start) / calls


class Trainer:
    def __init__(self, memory_format):
        torch.manual_seed(0)
        self.model = resnext50_32x4d(CLASSES).to(memory_format=memory_format)
        self.optimizer = torch.optim.SGD(
            self.model.parameters(), lr=1e-4, momentum=0.9, weight_decay=1e-4, nesterov=True, fused=True
        )
        self.images = torch.randn(BATCH, 3, SIZE, SIZE).contiguous(memory_format=memory_format)
        self.target = torch.randint(0, CLASSES, (BATCH,))

    def step(self):
        loss = torch.nn.functional.cross_entropy(self.model(self.images), self.target)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def images_per_second(self, steps):
        start = time.perf_counter()
        for _ in range(steps):
            self.step()
        return BATCH * steps / (time.perf_counter() - start)


def main():
    torch.set_num_threads(int(sys.argv[1]))
    trainer = None
    for line in sys.stdin:
        name, argument = line.split()
        if name == "call":
            answer = nanoseconds_a_call(int(argument))
        elif name == "model":
            trainer = Trainer(getattr(torch, argument))
            answer = torch.__version__
        else:
            answer = trainer.images_per_second(int(argument))
        print(json.dumps(answer), flush=True)


main()
