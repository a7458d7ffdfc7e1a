"""Measures the product beside DuckDB and polars on the same data, and writes the tables in results/.

    measure.py [--rounds N] [--sizes 150,15000] [--fresh]

First everybody computes the same, and what they find is compared: statistics to six significant digits, outcomes
exactly. Where they differ nothing is timed. Then each round runs every side once, in turn, each in a process of its
own, so that whatever else the machine does falls on all alike; ratios are taken within a round, and medians of them.
"""

import argparse
import dataclasses
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

from peers import COLUMNS, YEARS

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
DATA, RESULTS = HERE / ".build" / "data", HERE / "results"
RELEASE = pathlib.Path(os.environ.get("BENCHMARK_BUILD", ROOT / ".build" / "release"))
OURS = str(RELEASE / "assessment-benchmark")
PRODUCT = str(RELEASE / "consortium-monitor")
PEERS = {"DuckDB": "duckdb_peer.py", "polars": "polars_peer.py"}
LAYOUTS = {"figures": "a row a figure", "series": "a row a series"}


@dataclasses.dataclass(frozen=True)
class Side:
    """Who computes, and by what command."""
    name: str
    command: tuple

    @staticmethod
    def ours(task, folder, *rest):
        return Side("consortium-monitor", (OURS, task, str(folder), *map(str, rest)))

    @staticmethod
    def peer(peer, task, folder, layout, *rest):
        command = (sys.executable, str(HERE / PEERS[peer]), task, str(folder), "--layout", layout, *map(str, rest))
        return Side(f"{peer}, {LAYOUTS[layout]}", command)


@dataclasses.dataclass
class Run:
    seconds: float
    cpu_seconds: float
    megabytes: float


def execute(side, timed_inside):
    """Runs a side in a process of its own; `timed_inside` takes the times that it prints instead of the process's."""
    start = time.perf_counter()
    output = subprocess.PIPE if timed_inside else subprocess.DEVNULL
    process = subprocess.Popen(side.command, stdout=output, cwd=ROOT)
    printed = process.stdout.read() if timed_inside else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode != 0:
        sys.exit(f"{' '.join(side.command)} ended with {process.returncode}")
    megabytes = usage.ru_maxrss / 1024
    if timed_inside:
        report = json.loads(printed)
        return Run(report["seconds"], report["cpuSeconds"], megabytes)
    return Run(seconds, usage.ru_utime + usage.ru_stime, megabytes)


def rounds(sides, count, timed_inside):
    """The runs of each side, a list a round, after one round that warms the files and is thrown away."""
    taken = [[execute(side, timed_inside) for side in sides] for _ in range(count + 1)]
    return taken[1:]


# --- Data and agreement ----------------------------------------------------------------------------------------------

def prepare(size, fresh):
    folder = DATA / str(size)
    done = folder / "done"
    makers = [HERE / "generate.py", *(HERE / script for script in PEERS.values()), pathlib.Path(OURS)]
    if fresh or not done.exists() or done.stat().st_mtime < max(maker.stat().st_mtime for maker in makers):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for command in (
            [sys.executable, HERE / "generate.py", size, folder],
            *([sys.executable, HERE / script, "load", folder] for script in PEERS.values()),
            [OURS, "load", folder],
        ):
            subprocess.run(list(map(str, command)), check=True, cwd=ROOT)
        done.touch()
    return folder


def agree(folder, size):
    """Whether all sides found the same; says where they did not."""
    outcomes = []
    for task in ("statistics", "rule"):
        found = []
        for number, side in enumerate(computing(task, folder)):
            path = folder / f"{task}.{number}"
            option = (str(path),) if side.command[0] == OURS else ("--out", str(path))
            execute(Side(side.name, side.command + option), timed_inside=True)
            found.append(f"{side.name}={path}" if found else str(path))
        outcomes.append(subprocess.run([sys.executable, HERE / "compare.py", task, str(size), *found]).returncode)
    return not any(outcomes)


def computing(task, folder):
    return [Side.ours(task, folder)] + [
        Side.peer(peer, task, folder, layout) for layout in LAYOUTS for peer in PEERS]


# --- Tables ----------------------------------------------------------------------------------------------------------

def median(values):
    return statistics.median(values)


def table(sides, taken):
    """A row a side: how many times ours it takes, the range of that over the rounds, then this machine's own figures."""
    lines = ["| | × ours, wall | lowest–highest | × ours, CPU | wall s | CPU s | peak MB |",
             "|---|---:|---:|---:|---:|---:|---:|"]
    for place, side in enumerate(sides):
        runs = [round[place] for round in taken]
        ratios = [round[place].seconds / round[0].seconds for round in taken]
        cpu = [round[place].cpu_seconds / round[0].cpu_seconds for round in taken]
        spread = "" if place == 0 else f"{min(ratios):.1f}–{max(ratios):.1f}"
        lines.append(
            f"| {side.name} | {median(ratios):.1f} | {spread} | {median(cpu):.1f} | {median(r.seconds for r in runs):.3f} "
            f"| {median(r.cpu_seconds for r in runs):.3f} | {median(r.megabytes for r in runs):.0f} |")
    return "\n".join(lines)


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, {model}, {platform.system()}; load average {load:.1f} at the end."


def write(name, title, *paragraphs):
    RESULTS.mkdir(exist_ok=True)
    text = "\n\n".join([f"# {title}", *paragraphs, f"Made by `make bench`. {machine()}"]) + "\n"
    (RESULTS / f"{name}.md").write_text(text, encoding="utf-8")
    print(text)


def measure_statistics(folders, count):
    parts = []
    for task, what in (("statistics", "Statistics alone"), ("rule", "Clause 16.3 alone")):
        for size, folder in folders.items():
            sides = computing(task, folder)
            parts += [f"## {what}, {size:,} consortia", table(sides, rounds(sides, count, timed_inside=True))]
    write(
        "statistics", "Statistics and the funding rule",
        "From opening the data to holding every result in memory; starting the process, imports and reading the "
        f"standard left out. {len(YEARS)} years of 116 points; every numeric indicator's n, direction, Mann–Kendall S "
        "and exact p, change on the year before, CAGR, OLS and Theil–Sen slopes, percentile among peers. Ours reads "
        "packed panels; “a row a figure” is the shape in which figures arrive, “a row a series” with a column a year "
        "is laid out for the question, as our panels are. Ours judges 16.3 through the rule engine, with every "
        "measure of every year computed and amounts as exact decimals; the peers have it written out in SQL or "
        "expressions.",
        *parts)


def measure_processes(folders, count):
    parts = []
    for size, folder in folders.items():
        assess = (PRODUCT, "assess", "--year", str(YEARS[-1]), "--format", "ndjson", "--database",
                  str(folder / "monitor.sqlite"))
        sides = [Side("consortium-monitor assess", assess)]
        sides += [Side.peer(peer, "assess", folder, "figures") for peer in PEERS]
        parts += [f"## {size:,} consortia", table(sides, rounds(sides, count if size > 1000 else 3 * count, False))]
    write(
        "whole-process", "Whole processes",
        "From starting the process to its end, output to /dev/null. `assess --format ndjson` reads the standard, "
        "compiles its rules, judges every clause, observation point and verdict, with the sentences and sources of "
        "each, and prints all of it. The peers compute and print the statistics and the outcome of 16.3, nothing else.",
        *parts)


def measure_conditions(folder, count):
    reports = []
    for _ in range(count):
        printed = subprocess.run([OURS, "conditions", str(folder)], check=True, cwd=ROOT, stdout=subprocess.PIPE).stdout
        reports.append(json.loads(printed))
    rate = median(report["evaluationsPerSecond"] for report in reports) / 1e6
    best = max(report["evaluationsPerSecond"] for report in reports) / 1e6
    lines = ["| condition | ns an evaluation |", "|---|---:|"]
    lines += [f"| {name} | {median(report['nanoseconds'][name] for report in reports):.0f} |"
              for name in sorted(reports[0]["nanoseconds"])]
    write(
        "rules", "Rule evaluations",
        f"**{rate:.1f} million evaluations a second on one core** (median of {count} runs, the best {best:.1f}): every "
        "condition of the negative list over the years of 150 consortia, as an assessment builds them.",
        "\n".join(lines))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--sizes", default="150,15000")
    parser.add_argument("--fresh", action="store_true", help="make the data again")
    options = parser.parse_args()
    folders = {size: prepare(size, options.fresh) for size in map(int, options.sizes.split(","))}
    if not all([agree(folder, size) for size, folder in folders.items()]):
        sys.exit("The sides do not agree, so nothing is timed.")
    print("All sides agree.\n")
    measure_statistics(folders, options.rounds)
    measure_processes(folders, options.rounds)
    measure_conditions(folders[min(folders)], options.rounds)


if __name__ == "__main__":
    main()
