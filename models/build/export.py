"""The whole of it as one ONNX file: pixels and colours in, embedding and classes out."""

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper, numpy_helper
from torch import nn

from features import COLOURS, SIDE, join, parts_of

OPSET = 17
# What is smaller than this stays as it is.
LEAST_NUMBERS = 1024
LEAST_COSINE = 0.9999


class Terminal(nn.Module):
    def __init__(self, networks, means, weights, mean, matrix):
        super().__init__()
        self.networks = nn.ModuleList(networks)
        self.weights = weights
        for place, part in enumerate(means):
            self.register_buffer(f"mean{place}", part)
        self.register_buffer("mean", torch.tensor(mean, dtype=torch.float32))
        self.register_buffer("matrix", torch.tensor(matrix, dtype=torch.float32))

    def forward(self, pixels, colours):
        parts, logits = parts_of(self.networks, pixels, colours)
        means = [getattr(self, f"mean{place}") for place in range(len(parts))]
        joined = join([part for part, _ in parts], means, self.weights)
        projected = (joined - self.mean) @ self.matrix
        return projected / projected.norm(dim=1, keepdim=True), logits.softmax(1)


def export(terminal, path):
    """Writes it with all weights as 32-bit floats."""
    example = torch.zeros(1, SIDE, SIDE, 3, dtype=torch.uint8), torch.full((1, COLOURS), 0.01)
    torch.onnx.export(
        terminal,
        example,
        path,
        input_names=["pixels", "colours"],
        output_names=["embedding", "classes"],
        opset_version=OPSET,
        dynamo=False,
    )


def compress(path, smaller):
    """Weights as 16-bit floats. Only what is stored is smaller: when the file is opened they become 32-bit floats again, so that
    it runs as fast. 8-bit integers with a scale for each channel were half as large, but slower: the runtime keeps them."""
    model = onnx.load(path)
    graph = model.graph
    nodes, tensors = [], []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size <= LEAST_NUMBERS:
            tensors.append(tensor)
            continue
        half = f"{tensor.name}.float16"
        tensors.append(numpy_helper.from_array(values.astype(np.float16), half))
        nodes.append(helper.make_node("Cast", [half], [tensor.name], to=onnx.TensorProto.FLOAT))
    del graph.initializer[:]
    graph.initializer.extend(tensors)
    kept = list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes + kept)
    onnx.checker.check_model(model)
    onnx.save(model, smaller)


def run(path, pixels, colours):
    """Embeddings and classes of every picture, as the file gives them."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    rows = [
        session.run(None, {"pixels": pixels[i : i + 1].numpy(), "colours": colours[i : i + 1].numpy()})
        for i in range(len(pixels))
    ]
    return np.concatenate([row[0] for row in rows]), np.concatenate([row[1] for row in rows])


def least_cosine(one, other):
    norms = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return float(((one * other).sum(1) / norms).min())
