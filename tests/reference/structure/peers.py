"""Reads a number of parties and their distances; prints what numpy and scipy make of them, a line each."""

import sys

import numpy as np
import scipy.cluster.hierarchy as hierarchy
from scipy.spatial.distance import squareform

numbers = np.array(sys.stdin.read().split(), dtype=float)
size = int(numbers[0])
distances = numbers[1:].reshape(size, size)
centring = np.eye(size) - 1 / size
values, vectors = np.linalg.eigh(-centring @ (distances**2) @ centring / 2)
links = hierarchy.linkage(squareform(distances, checks=False), "average")
for line in (
    values[::-1],
    vectors[:, -1] * np.sqrt(values[-1]),
    vectors[:, -2] * np.sqrt(values[-2]),
    links[:, 2],
    hierarchy.cut_tree(links, 4)[:, 0],
):
    print(*(repr(float(value)) for value in line))
