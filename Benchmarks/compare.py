"""Holds what the sides found against what ours found, and says where they differ.

    compare.py statistics SIZE OURS NAME=FILE...   to six significant digits
    compare.py rule SIZE OURS NAME=FILE...         exactly

A process of its own, so that the arrays do not count as the memory of the processes that are measured.
"""

import pathlib
import sys

import numpy as np

from peers import COLUMNS


def read(path, size, indicators):
    """Series × statistics. A series in which nobody reported anything may be left out: it is empty."""
    rows = np.fromfile(path).reshape(-1, len(COLUMNS))
    table = np.full((size, indicators, len(COLUMNS) - 2), np.nan)
    table[:, :, :2] = 0, 6
    table[rows[:, 0].astype(int), rows[:, 1].astype(int)] = rows[:, 2:]
    return table


def statistics(size, ours, others):
    indicators = 1 + max(int(np.fromfile(path).reshape(-1, len(COLUMNS))[:, 1].max()) for path in (ours, *others.values()))
    a = read(ours, size, indicators)
    for name, path in others.items():
        b = read(path, size, indicators)
        # Slopes near zero are held against the figures they come of, which go to 10^5.
        same = np.isclose(a, b, rtol=5e-7, atol=1e-9) | (np.isnan(a) & np.isnan(b))
        for statistic, column in zip(COLUMNS[2:], np.moveaxis(~same, 2, 0)):
            if column.any():
                yield f"{name}: {int(column.sum())} series differ in {statistic}"


def rule(_, ours, others):
    for name, path in others.items():
        if pathlib.Path(path).read_text() != pathlib.Path(ours).read_text():
            yield f"{name}: outcomes of 16.3 differ"


def main():
    task, size, ours, *others = sys.argv[1:]
    differences = list({"statistics": statistics, "rule": rule}[task](
        int(size), ours, dict(other.rsplit("=", 1) for other in others)))
    for difference in differences:
        print(f"{size} consortia: {difference}", file=sys.stderr)
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
