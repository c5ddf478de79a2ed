"""Crops and resizes decoded images as torchvision does: argv is the images' file, side, and where the results go.

In the file: for each crop one line of JSON with the image's size and the box, followed by its bytes, [height, width, 3].
"""

import json
import sys

import torch
import torch.nn.functional as functional

source, side, result = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with open(source, "rb") as crops, open(result, "wb") as out:
    while line := crops.readline():
        crop = json.loads(line)
        width, height = crop["width"], crop["height"]
        pixels = torch.frombuffer(bytearray(crops.read(width * height * 3)), dtype=torch.uint8)
        image = pixels.view(height, width, 3).permute(2, 0, 1)
        top, left = crop["top"], crop["left"]
        part = image[:, top : top + crop["boxHeight"], left : left + crop["boxWidth"]][None]
        resized = functional.interpolate(
            part.contiguous(), size=(side, side), mode="bilinear", antialias=True, align_corners=False
        )
        out.write(resized[0].permute(1, 2, 0).contiguous().numpy().tobytes())
