"""The projection of joined features to the embedding: what differs between pictures of one thing counts little.

Within-class covariance normalisation (Hatch, Kajarekar and Stolcke 2006) with shrinkage, after a principal component analysis.
It is learned from pairs of pictures of one product, so it needs no product of the shop, and new products need no learning.
"""

import numpy as np

COMPONENTS = 500
LENGTH = 256
SHRINKAGE = 0.2


def learn(joined, products):
    """Mean and matrix (features x 256) from joined features and the product of each row."""
    mean = joined.mean(0)
    moved = joined - mean
    _, _, directions = np.linalg.svd(moved, full_matrices=False)
    components = directions[:COMPONENTS].T
    reduced = moved @ components
    within = np.zeros((reduced.shape[1],) * 2)
    for product in np.unique(products):
        own = reduced[products == product]
        own = own - own.mean(0)
        within += own.T @ own
    within /= len(reduced)
    size = len(within)
    within = (1 - SHRINKAGE) * within + SHRINKAGE * np.trace(within) / size * np.eye(size)
    values, vectors = np.linalg.eigh(within)
    whitening = vectors / np.sqrt(values)
    white = reduced @ whitening
    _, _, kept = np.linalg.svd(white - white.mean(0), full_matrices=False)
    return mean, components @ whitening @ kept[:LENGTH].T


def embed(joined, mean, matrix):
    """Unit vectors."""
    projected = (joined - mean) @ matrix
    return projected / np.linalg.norm(projected, axis=1, keepdims=True)
