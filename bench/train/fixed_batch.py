"""Training steps on one batch that stays in memory: PyTorch's half of fixed-batch.mjs."""

import contextlib
import multiprocessing
import os
import time

import torch
from torch.profiler import ProfilerActivity, profile

from resnext_models import create_model


def autocast_of(amp, device):
    return torch.autocast(device, torch.bfloat16) if amp == "bfloat16" else contextlib.nullcontext()


def create_optimizer(model, implementation, lr=1e-4, weight_decay=1e-4):
    """SGD with Nesterov momentum; no weight decay on biases and batch normalisation, as ours."""
    weights = [parameter for parameter in model.parameters() if parameter.ndim > 1]
    others = [parameter for parameter in model.parameters() if parameter.ndim <= 1]
    return torch.optim.SGD(
        [{"params": weights, "weight_decay": weight_decay}, {"params": others, "weight_decay": 0}],
        lr=lr,
        momentum=0.9,
        nesterov=True,
        **{implementation: True},
    )


def processor_seconds():
    """Of this process and of its living children, DataLoader's; of the children only where Linux tells."""
    seconds = time.process_time()
    for child in multiprocessing.active_children():
        try:
            with open(f"/proc/{child.pid}/stat") as file:
                user, system = file.read().rsplit(")", 1)[1].split()[11:13]
            seconds += (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        except OSError:
            pass
    return seconds


class Watch:
    """Measures steps from when it is made, by the clock and by the processors' time."""

    def __init__(self, fixed):
        self.fixed = fixed
        fixed.loss_sum.item()  # what the device was given before is done
        self.processor, self.start = processor_seconds(), time.perf_counter()

    def read(self, steps):
        self.fixed.loss_sum.item()
        images = self.fixed.batch_size * steps
        return {
            "imagesPerSecond": images / (time.perf_counter() - self.start),
            "cpuMs": 1e3 * (processor_seconds() - self.processor) / images,
        }


class FixedBatch:
    def __init__(self, model, batch_size, image_size, classes, amp, memory_format, device="cpu", implementation="fused", compile_mode=None):
        torch.manual_seed(0)
        memory_format = getattr(torch, memory_format)
        self.model = create_model(model, classes).to(device=device, memory_format=memory_format)
        self.forward = self.model if compile_mode is None else torch.compile(self.model, mode=compile_mode)
        self.optimizer = create_optimizer(self.model, implementation)
        self.images = torch.randn(batch_size, 3, image_size, image_size, device=device).contiguous(memory_format=memory_format)
        self.targets = torch.rand(batch_size, classes, device=device).softmax(1)
        self.loss_sum = torch.zeros((), device=device)
        self.amp, self.device, self.batch_size = amp, device, batch_size

    def step(self):
        with autocast_of(self.amp, self.device):
            logits = self.forward(self.images)
        loss = torch.nn.functional.cross_entropy(logits.float(), self.targets)
        loss.backward()
        self.loss_sum += loss.detach()
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)

    def measure(self, steps):
        watch = Watch(self)
        for _ in range(steps):
            self.step()
        return watch.read(steps)

    def measure_forward(self, count):
        """Images a second of the forward pass alone, in eval() and without gradients."""
        self.model.eval()
        begun = time.perf_counter()
        with torch.inference_mode():
            for _ in range(count):
                self.forward(self.images)
        seconds = time.perf_counter() - begun
        self.model.train()
        return {"imagesPerSecond": self.batch_size * count / seconds}

    def operators(self, steps):
        """Milliseconds of a step in each operator itself, without those it calls; the longest first."""
        self.step()
        with profile(activities=[ProfilerActivity.CPU]) as profiler:
            for _ in range(steps):
                self.step()
        rows = [
            {"operator": event.key, "milliseconds": event.self_cpu_time_total / 1e3 / steps, "calls": event.count / steps}
            for event in profiler.key_averages()
        ]
        return sorted(rows, key=lambda row: -row["milliseconds"])
