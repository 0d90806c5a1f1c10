"""Reads a line with a number of parties and their distances; then times numpy's eigh or scipy's average linkage for every line that names one, in milliseconds."""

import sys
import time

import numpy as np
import scipy.cluster.hierarchy as hierarchy
from scipy.spatial.distance import squareform

numbers = np.array(sys.stdin.readline().split(), dtype=float)
size = int(numbers[0])
distances = numbers[1:].reshape(size, size)
centring = np.eye(size) - 1 / size
products = -centring @ (distances**2) @ centring / 2
condensed = squareform(distances, checks=False)
work = {
    "eigh": lambda: np.linalg.eigh(products),
    "linkage": lambda: hierarchy.linkage(condensed, "average"),
}
for line in sys.stdin:
    start = time.perf_counter()
    work[line.strip()]()
    print((time.perf_counter() - start) * 1000, flush=True)
