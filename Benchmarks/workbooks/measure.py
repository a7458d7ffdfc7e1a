"""Measures the reading of workbooks and writes results/workbooks.md.

    measure.py [--cells N] [--consortia N] [--rounds N]

What the sides find is compared first; then they take turns, round after round, and the ratio of a round is of two runs
next to each other. BENCHMARK_BUILD names the folder of the built programs, .build/release where it is not set.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RELEASE = pathlib.Path(os.environ.get("BENCHMARK_BUILD", ROOT / ".build" / "release")).resolve()
READER, PROGRAM = RELEASE / "workbook-benchmark", RELEASE / "consortium-monitor"
RESULTS = HERE.parent / "results" / "workbooks.md"
VALUES = "SELECT consortium, indicator, year, basis, status, value FROM {} ORDER BY 1, 2, 3, 4"


def said(*command):
    return json.loads(subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout)


def cells(options, folder):
    """Seconds and megabytes of each reader, round by round."""
    book = folder / "cells.xlsx"
    subprocess.run([sys.executable, HERE / "cells.py", "make", book, str(options.cells)], check=True)
    readers = {
        "consortium-monitor": [READER, book],
        "python-calamine": [sys.executable, HERE / "cells.py", "calamine", book],
        "openpyxl (read_only)": [sys.executable, HERE / "cells.py", "openpyxl", book]}
    found = {name: {key: value for key, value in said(*reader, "--digest").items() if key not in ("seconds", "megabytes")}
             for name, reader in readers.items()}
    if any(digest != found["openpyxl (read_only)"] for digest in found.values()):
        sys.exit(f"the readers do not find the same: {found}")
    rounds = [{name: said(*reader) for name, reader in readers.items()} for _ in range(options.rounds)]
    return found["openpyxl (read_only)"]["cells"], book.stat().st_size, rounds


def timed(command, environment=None):
    """Seconds and megabytes of a whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command} ended with {status}")
    return {"seconds": seconds, "megabytes": usage.ru_maxrss / 1024}


def canonical(rows):
    """Numbers as numbers, so that 12.50 is 12.5."""
    def value(text):
        try:
            return float(text)
        except (TypeError, ValueError):
            return text
    return [(*row[:-1], value(row[-1])) for row in rows]


def observations(database, table):
    with sqlite3.connect(database) as store:
        return canonical(store.execute(VALUES.format(table)).fetchall())


def national(options, folder):
    inbox = folder / "national" / "inbox"
    subprocess.run(
        [sys.executable, HERE / "national.py", PROGRAM, str(options.consortia), folder / "national"], check=True)
    ours, theirs = folder / "ours", folder / "theirs.sqlite"

    def product():
        shutil.rmtree(ours, ignore_errors=True)
        ours.mkdir()
        shutil.copy(folder / "national" / "start.sqlite", ours / "store.sqlite")
        return timed([PROGRAM, "collect", inbox, "--database", ours / "store.sqlite"])

    def peer(*flags):
        theirs.unlink(missing_ok=True)
        return timed([sys.executable, HERE.parent / "peers" / "collect.py", inbox, theirs, *flags])

    product()
    found = observations(ours / "store.sqlite", "observation_text")
    for flags in ([], ["--values-only"]):
        peer(*flags)
        expected = observations(theirs, "observation")
        if found != expected:
            differences = [pair for pair in zip(found, expected) if pair[0] != pair[1]]
            sys.exit(f"{len(found)} observations, {len(expected)} of the peer; first difference: {differences[:1]}")
    receipts = len(list((ours / "receipts").rglob("*.xlsx")))
    if receipts < options.consortia:
        sys.exit(f"{receipts} receipts only")
    rounds = [
        {"consortium-monitor": product(), "openpyxl + pandas + sqlite3": peer(),
         "the same, values only": peer("--values-only")}
        for _ in range(options.rounds)]
    return len(found), receipts, rounds


def table(rounds, rate=None):
    """A row a side: median seconds, the rate, megabytes, and how many times faster the product is."""
    product, *_ = names = list(rounds[0])
    lines = ["| | seconds | " + ("million cells/s | " if rate else "") + "peak MB | product is faster by |",
             "|---|--:|" + ("--:|" if rate else "") + "--:|--:|"]
    for name in names:
        seconds = statistics.median(round[name]["seconds"] for round in rounds)
        megabytes = statistics.median(round[name]["megabytes"] for round in rounds)
        ratios = sorted(round[name]["seconds"] / round[product]["seconds"] for round in rounds)
        speed = f"{rate / seconds / 1e6:.2f} | " if rate else ""
        ratio = f"{statistics.median(ratios):.1f} × ({ratios[0]:.1f}–{ratios[-1]:.1f})" if name != product else ""
        lines.append(f"| {name} | {seconds:.2f} | {speed}{megabytes:.0f} | {ratio} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cells", type=int, default=1_500_000)
    parser.add_argument("--consortia", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        count, size, readings = cells(options, folder)
        figures, receipts, collections = national(options, folder)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(f"""# Workbooks: reading and collecting

Made by `make bench`; {datetime.date.today()}, \
{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}. Medians of {options.rounds} rounds in \
which the sides take turns; a ratio is of two runs of one round, with the least and the greatest in brackets.

## Every cell of one workbook

{count:,} cells in {size / 1e6:.1f} MB of .xlsx, 20 columns; the readers find the same cells, the same sum of numbers \
and the same texts. The time is from opening the file to the last cell, without the start of the process.

{table(readings, count)}

## {options.consortia} yearly workbooks, end to end

{figures:,} observations, equal on both sides. The product reads, checks, stores and writes {receipts} receipts (a \
workbook and a JSON each). The script, `Benchmarks/peers/collect.py`, reads and stores what the product does; with values \
only it does without the formats, merged and hidden cells and formulas that the product sees too. The time is of the \
whole process.

{table(collections)}
""", encoding="utf-8")
    print(RESULTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
