"""Runs a ResNeXt block and a whole ResNeXt-50 32x4d in PyTorch: weights, input, output, gradients, three SGD steps."""

import sys

import torch
from resnext import Bottleneck, resnext50_32x4d
from safetensors.torch import save_file

STEPS, CLASSES = 3, 10


def record(name, network, images, loss_of, results):
    def keep(key, tensors):
        for path, tensor in tensors:
            results[f"{name}.{key}.{path}"] = tensor.detach().clone().contiguous()

    keep("weights", network.state_dict().items())
    results[f"{name}.images"] = images
    optimizer = torch.optim.SGD(
        network.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4, nesterov=True, fused=True
    )
    with torch.no_grad():
        network.eval()
        results[f"{name}.evaluated"] = network(images)
        network.train()
    for step in range(STEPS):
        output = network(images)
        optimizer.zero_grad()
        loss_of(output).backward()
        if step == 0:
            results[f"{name}.output"] = output.detach().clone()
            keep("gradient", ((path, parameter.grad) for path, parameter in network.named_parameters()))
        optimizer.step()
    keep("after", network.state_dict().items())


def main(path):
    torch.set_num_threads(1)
    torch.manual_seed(7)
    results = {}
    target = torch.softmax(torch.randn(4, CLASSES), 1)
    cotangent = torch.randn(2, 256, 16, 16)
    results["target"], results["cotangent"] = target, cotangent
    block = Bottleneck(64, 64, stride=1, cardinality=32, base_width=4)
    record("block", block, torch.randn(2, 64, 16, 16), lambda out: (out * cotangent).mean(), results)
    network = resnext50_32x4d(CLASSES)
    loss = torch.nn.CrossEntropyLoss()
    record("network", network, torch.randn(4, 3, 64, 64), lambda out: loss(out, target), results)
    save_file(results, path)


main(sys.argv[1])
