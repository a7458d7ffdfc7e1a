"""What a night costs as the nation grows: time and peak memory of `collect`, `run`, `assess`, `report`, `alert` and `verify`.

    measure.py [--sizes 150,1500] [--equal 100,300,1000] [--corrections 500,1000] [--rounds 1] [--output results/scale.md]

Sizes are numbers of consortia with random figures (`generate.py`); with 15000 the measurement takes a quarter of an
hour and some gigabytes of disk. `--equal` are numbers of consortia whose figures are all the same, `--corrections` numbers
of late files that correct a figure of one consortium each, of 150 that are collected with them. Collecting comes first, once,
without receipts: `run` finds everything taken in, and writes the receipts. The exponent is that of CPU seconds between two
sizes, log-log: 1 is linear.
"""

import argparse
import math
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = pathlib.Path(os.environ.get("BENCHMARK_BUILD", ROOT / ".build" / "release"))
DATA = ROOT / ".build" / "data" / "scale"
NOW = ("--now", "2026-05-08T02:30:00+08:00")
YEAR = ("--year", "2025")
# What is counted, and what makes it.
KINDS = {
    "random": ("consortia", HERE.parent / "generate.py"),
    "equal": ("consortia with equal figures", HERE / "equal.py"),
    "corrections": ("late corrections of one of 150 consortia", HERE / "corrections.py"),
}


class Night:
    """One store with everything collected."""

    def __init__(self, kind, count):
        self.folder = DATA / f"{kind}-{count}"
        inbox = self.folder / "inbox"
        if not inbox.exists():
            subprocess.run([sys.executable, KINDS[kind][1], str(count), self.folder], check=True,
                           stdout=subprocess.DEVNULL)
        self.work = self.folder / "work"
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir()
        self.collected = self.call("collect", "--as", "authority", inbox)
        self.commands = {
            "run": ("run", ROOT / "pipelines/municipal-annual.yml", "--inbox", inbox, "--as", "authority",
                    "--reports", self.work / "reports", *YEAR),
            "assess": ("assess", "--format", "ndjson", *YEAR),
            "report": ("report", "--out", self.work / "pages", *YEAR),
            "verify": ("verify",),
            "alert": ("alert", "--config", ROOT / "pipelines/alerts.yml", *YEAR),
        }

    def call(self, *arguments):
        """Wall seconds, CPU seconds of all threads and peak megabytes of one command."""
        command = [BUILD / "consortium-monitor", *arguments, "--data", ROOT / "data",
                   "--database", self.work / "monitor.sqlite", *NOW]
        start = time.monotonic()
        with open(self.work / "errors.txt", "wb") as errors:
            child = subprocess.Popen([str(word) for word in command], cwd=self.work, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1, 3):
            sys.exit(f"{command}: exit {child.returncode}\n{(self.work / 'errors.txt').read_text()}")
        return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def exponents(counts, seconds):
    return [math.log(seconds[b] / seconds[a]) / math.log(b / a) for a, b in zip(counts, counts[1:])]


def table(kind, counts, rounds):
    """The lines of a table, a command a line."""
    found = {}
    for count in counts:
        night = Night(kind, count)
        found.setdefault("collect", {})[count] = [night.collected]
        print(kind, count, "collect", night.collected, file=sys.stderr, flush=True)
        for name, command in night.commands.items():
            for _ in range(rounds):
                found.setdefault(name, {}).setdefault(count, []).append(night.call(*command))
            print(kind, count, name, found[name][count], file=sys.stderr, flush=True)
        shutil.rmtree(night.work)
    lines = [f"| {KINDS[kind][0]} | " + " | ".join(f"{count} s | CPU s | MB" for count in counts) + " | exponents |",
             "|---|" + "--:|" * (3 * len(counts)) + "---|"]
    for name, sizes in found.items():
        cells = []
        for runs in sizes.values():
            wall, cpu = (statistics.median(run[place] for run in runs) for place in (0, 1))
            cells.append(f"{wall:.2f} | {cpu:.2f} | {max(run[2] for run in runs):.0f}")
        cpu = {count: statistics.median(run[1] for run in runs) for count, runs in sizes.items()}
        lines.append(f"| `{name}` | {' | '.join(cells)} | "
                     + ", ".join(f"{e:.2f}" for e in exponents(counts, cpu)) + " |")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="150,1500")
    parser.add_argument("--equal", default="100,300,1000")
    parser.add_argument("--corrections", default="500,1000")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--output", type=pathlib.Path, default=HERE.parent / "results" / "scale.md")
    options = parser.parse_args()
    lines = ["# What a night costs as the nation grows", ""]
    for kind, counts in (("random", options.sizes), ("equal", options.equal), ("corrections", options.corrections)):
        if counts:
            lines += table(kind, [int(count) for count in counts.split(",")], options.rounds) + [""]
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
