"""What the networks see in every picture of the developer set, and how it becomes one embedding."""

import csv

import numpy as np
import torch

SIDE = 240
COLOURS = 512
# How much each part counts: half-way features, all of the last ones, those of the middle of the picture; and the colours.
PARTS = (0.5, 1.0, 0.5)
COLOUR_PART = 1.0


def read_labels(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_pixels(path, count):
    """Pixels and colours as `pixels.ts` wrote them."""
    size = SIDE * SIDE * 3 + COLOURS * 4
    raw = np.fromfile(path, dtype=np.uint8).reshape(count, size)
    pixels = raw[:, : SIDE * SIDE * 3].reshape(count, SIDE, SIDE, 3)
    colours = np.ascontiguousarray(raw[:, SIDE * SIDE * 3 :]).view(np.float32)
    return torch.from_numpy(pixels.copy()), torch.from_numpy(colours.copy())


def to_input(pixels):
    """TensorFlow's EfficientNet-Lite takes (value - 127) / 128."""
    return (pixels.permute(0, 3, 1, 2).float() - 127) / 128


def parts_of(networks, pixels, colours):
    """Every part by itself, with its weight; and the logits, averaged over the networks."""
    x = to_input(pixels)
    parts, logits = [], []
    for network in networks:
        *features, classes = network(x)
        parts += list(zip(features, PARTS))
        logits.append(classes)
    parts.append((colours, COLOUR_PART))
    return parts, torch.stack(logits).mean(0)


def all_parts(networks, pixels, colours, batch=32):
    rows, classes = [], []
    with torch.no_grad():
        for start in range(0, len(pixels), batch):
            end = start + batch
            parts, logits = parts_of(networks, pixels[start:end], colours[start:end])
            rows.append([part for part, _ in parts])
            classes.append(logits)
    weights = [weight for _, weight in parts]
    return [torch.cat(column) for column in zip(*rows)], weights, torch.cat(classes)


def join(parts, means, weights):
    """Each part around its mean, as a unit vector times its weight, one beside the other."""
    joined = []
    for part, mean, weight in zip(parts, means, weights):
        moved = part - mean
        joined.append(weight * moved / moved.norm(dim=1, keepdim=True).clamp(min=1e-9))
    return torch.cat(joined, 1)
