"""Crops and resizes decoded images as Pillow does, bicubically: argv is the file of the crops and where the results go.

In the file: for each crop one line of JSON with the image's size, the box and the side, followed by the image's bytes,
[height, width, 3].
"""

import json
import sys

from PIL import Image

source, result = sys.argv[1:]
with open(source, "rb") as crops, open(result, "wb") as out:
    while line := crops.readline():
        crop = json.loads(line)
        size = (crop["width"], crop["height"])
        image = Image.frombytes("RGB", size, crops.read(size[0] * size[1] * 3))
        left, top = crop["left"], crop["top"]
        part = image.crop((left, top, left + crop["boxWidth"], top + crop["boxHeight"]))
        out.write(part.resize((crop["side"], crop["side"]), Image.Resampling.BICUBIC).tobytes())
