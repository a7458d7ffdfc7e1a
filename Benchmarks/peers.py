"""What the peers share: the years, the exact p of Mann–Kendall, and how a run is timed.

A peer is run as `PEER.py TASK FOLDER [--layout figures|series] [--out FILE]`, in a process of its own:

    load        makes its own database of FOLDER/tables
    statistics  every trend (DESIGN §6), into memory
    rule        the outcome of clause 16.3 for every consortium, into memory
    assess      both, printed as NDJSON

`statistics` and `rule` print how long they took from opening the data to holding the results, imports left out; with
--out they also save what they found, to be compared.
"""

import argparse
import itertools
import json
import os
import pathlib
import time

YEARS = (2022, 2023, 2024, 2025)
LAST = len(YEARS) - 1
THREADS = os.cpu_count()
PAIRS = [(earlier, later) for later in range(len(YEARS)) for earlier in range(later)]
# The columns of results, the first two of which say whose they are.
COLUMNS = ("consortium", "indicator", "n", "direction", "s", "p", "yoy", "cagr", "ols", "sen", "percentile")
OUTCOMES = ("triggered", "undetermined", "warning", "clear")


def exact_p():
    """p by (n, equal pairs, |S|). Of up to four values, the number of equal pairs says which of them are tied."""
    table = {}
    for n in range(2, len(YEARS) + 1):
        for values in itertools.combinations_with_replacement(range(n), n):
            scores = [
                abs(sum((b > a) - (b < a) for a, b in itertools.combinations(order, 2)))
                for order in itertools.permutations(values)]
            equal = sum(a == b for a, b in itertools.combinations(values, 2))
            for s in set(scores):
                table[n, equal, s] = sum(score >= s for score in scores) / len(scores)
    return table


def exchanges(size):
    """Batcher's odd–even merge sort of `size` columns: steps of pairs to put in order, no column twice in a step."""
    run = 1
    while run < size:
        distance = run
        while distance >= 1:
            yield [
                (low, low + distance)
                for start in range(distance % run, size - distance, 2 * distance)
                for low in range(start, min(start + distance, size - distance))
                if low // (2 * run) == (low + distance) // (2 * run)]
            distance //= 2
        run *= 2


def run(load, **tasks):
    parser = argparse.ArgumentParser()
    parser.add_argument("task", choices=("load", *tasks))
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--layout", choices=("figures", "series"), default="figures")
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    if options.task == "load":
        load(options.folder)
    elif options.task == "assess":
        tasks["assess"](options.folder, options.layout)
    else:
        import pyarrow  # noqa: F401  loaded before the clock starts
        start, cpu = time.perf_counter(), time.process_time()
        table = tasks[options.task](options.folder, options.layout)
        print(json.dumps({"seconds": time.perf_counter() - start, "cpuSeconds": time.process_time() - cpu}))
        if options.out:
            save(options.task, table, options.out)


def save(task, table, path):
    """Statistics as rows of doubles, NaN where missing; outcomes as lines `id outcome`."""
    import numpy as np
    if task == "statistics":
        columns = [table.column(name).cast("double").to_numpy() for name in COLUMNS]
        np.column_stack(columns).tofile(path)
    else:
        lines = sorted(f"{id} {outcome}\n" for id, outcome in zip(*(table.column(n).to_pylist() for n in ("id", "outcome"))))
        path.write_text("".join(lines))
