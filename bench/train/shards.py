"""Images out of tar shards as a competent script reads them: by an index, with Pillow, in DataLoader's processes."""

import io
import json
import math
import random

import numpy
import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset


def random_resized_crop(width, height, scale):
    """torchvision's RandomResizedCrop.get_params, with ratios from 3/4 to 4/3: left, top, right, bottom."""
    low, high = 3 / 4, 4 / 3
    for _ in range(10):
        area = width * height * random.uniform(*scale)
        ratio = math.exp(random.uniform(math.log(low), math.log(high)))
        w, h = round(math.sqrt(area * ratio)), round(math.sqrt(area / ratio))
        if 0 < w <= width and 0 < h <= height:
            left, top = random.randint(0, width - w), random.randint(0, height - h)
            return left, top, left + w, top + h
    ratio = width / height
    w = round(height * high) if ratio > high else width
    h = round(width / low) if ratio < low else height
    left, top = (width - w) // 2, (height - h) // 2
    return left, top, left + w, top + h


def padded(image):
    """The image in the middle of a white square."""
    side = max(image.size)
    square = Image.new("RGB", (side, side), "white")
    square.paste(image, ((side - image.width) // 2, (side - image.height) // 2))
    return square


def flattened(image):
    """RGB; what is transparent becomes white."""
    if image.mode in ("RGB", "L"):
        return image.convert("RGB")
    image = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


class Images(Dataset):
    """Samples of the index that training_index.mjs wrote: `file`, `offset`, `size` and `labels` of each image."""

    def __init__(self, samples, classes, image_size, scale=(0.08, 1), pad=False, crop_pct=None):
        self.samples, self.classes, self.image_size = samples, classes, image_size
        self.scale, self.pad, self.crop_pct = scale, pad, crop_pct
        self.files = {}

    def __len__(self):
        return len(self.samples)

    def read(self, sample):
        file = self.files.get(sample["file"])
        if file is None:  # each process opens its own
            file = self.files[sample["file"]] = open(sample["file"], "rb")
        file.seek(sample["offset"])
        return file.read(sample["size"])

    def __getitem__(self, i):
        sample = self.samples[i]
        image = flattened(Image.open(io.BytesIO(self.read(sample))))
        if self.pad:
            image = padded(image)
        size = (self.image_size, self.image_size)
        if self.crop_pct is None:
            image = image.crop(random_resized_crop(*image.size, self.scale)).resize(size, Image.Resampling.BILINEAR)
            if random.random() < 0.5:
                image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        else:
            side = max(1, round(min(image.size) * self.crop_pct))
            left, top = (image.width - side) // 2, (image.height - side) // 2
            image = image.crop((left, top, left + side, top + side)).resize(size, Image.Resampling.BILINEAR)
        return numpy.asarray(image), sample["labels"]


class Collate:
    """Bytes are stacked as they are and normalised a batch at a time, as timm's `fast_collate` does: faster than ToTensor."""

    def __init__(self, classes):
        self.classes = classes

    def __call__(self, pairs):
        pixels = torch.from_numpy(numpy.stack([pixels for pixels, _ in pairs]))
        targets = torch.zeros(len(pairs), self.classes)
        for row, (_, labels) in enumerate(pairs):
            targets[row, labels] = 1 / len(labels)
        return pixels, targets


MEAN = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1) * 255
STD = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1) * 255


def normalise(pixels, memory_format):
    """`[N, H, W, 3]` bytes to `[N, 3, H, W]` float32."""
    images = pixels.permute(0, 3, 1, 2).to(torch.float32, memory_format=memory_format)
    return images.sub_(MEAN).div_(STD)


def read_index(path):
    with open(path) as file:
        return json.load(file)


def start_worker(_):
    """Python's `random` is a copy of the parent's in a forked process; DataLoader seeds it anew itself."""
    torch.set_num_threads(1)


def loader(images, batch_size, workers, training):
    return DataLoader(
        images,
        batch_size,
        shuffle=training,
        drop_last=training,
        num_workers=workers,
        collate_fn=Collate(images.classes),
        worker_init_fn=start_worker,
        multiprocessing_context="fork",
        prefetch_factor=4,
    )
