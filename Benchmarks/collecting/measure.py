"""Measures collecting from CSV and writes results/collecting.md.

    measure.py [--rounds N] [--sizes 150,1500,15000] [--corrections 500,1000,5000] [--files 150,1500]
    measure.py --sizes 150,1500 --corrections 500,1000 --files 150          a quick look

Against `sqlite3 .import` of the same rows, in the order of their key, into the same schema: all tables, indexes, triggers
and foreign keys of a store, the same journal, and the lines that the rows point to there already. Of the table of
observations alone STRICT is left out, since `.import` gives texts for blanks. Ours reads, checks and stores the files as
they were sent, a file a year, with their sources, the ledger, the findings, the digests and the panels, without
receipts, and the register of consortia, without which nobody may report, into a store that has its schema, too. All that
the nation sends, other registers among it, and the whole of `collect` with its receipts are timed apart. An exponent is
of CPU seconds over the sizes, the least and the greatest of them: how time grows when what is collected grows tenfold is
10 to its power.
"""

import argparse
import csv
import datetime
import math
import os
import pathlib
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
PROGRAM, PARTS = RELEASE / "consortium-monitor", RELEASE / "assessment-benchmark"
RESULTS = HERE.parent / "results" / "collecting.md"
HEADER = ["consortium", "indicator", "year", "basis", "value", "evidence"]
NOW = "2026-05-08T02:30:00+08:00"


def timed(command, text=None):
    """Seconds, CPU seconds of all threads, and megabytes of a whole process."""
    # Who syncs must not wait for what others have written before.
    os.sync()
    start = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=errors, cwd=ROOT)
        process.stdin.write((text or "").encode())
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status != 0:
            errors.seek(0)
            sys.exit(f"{command} ended with {status}: {errors.read().decode()[-500:]}")
    return {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}


def emptied(folder):
    for path in folder.iterdir():
        if path.name != "inbox":
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def collected(folder):
    """Into an empty store, without receipts."""
    emptied(folder)
    with tempfile.TemporaryDirectory() as nothing:
        timed([PROGRAM, "collect", "--as", "authority", "--now", NOW, nothing, "--database", folder / "monitor.sqlite"])
    return timed([PARTS, "collect", folder])


def answered(folder):
    """The whole command, with receipts."""
    emptied(folder)
    return timed([PROGRAM, "collect", "--as", "authority", "--now", NOW, folder / "inbox", "--database",
                  folder / "monitor.sqlite"])


def verified(folder):
    return timed([PROGRAM, "verify", "--database", folder / "monitor.sqlite"])


def national(size, folder):
    subprocess.run([sys.executable, HERE.parent / "generate.py", str(size), folder], check=True, cwd=ROOT)
    shutil.rmtree(folder / "tables")
    return folder


def figures_alone(folder, source):
    """The same figures and the register of consortia."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    for path in [source / "inbox" / "consortia.csv", *source.glob("inbox/observations-*.csv")]:
        shutil.copy(path, inbox)
    return folder


def split(folder, source):
    """The same figures, a file for each consortium and year."""
    inbox = folder / "inbox"
    for year in source.glob("inbox/observations-*.csv"):
        out, last = None, None
        target = inbox / year.stem
        target.mkdir(parents=True)
        with open(year, encoding="utf-8") as lines:
            header = next(lines)
            for line in lines:
                owner = line.split(",", 1)[0]
                if owner != last:
                    out and out.close()
                    out, last = open(target / f"{owner}.csv", "w", encoding="utf-8"), owner
                    out.write(header)
                out.write(line)
        out and out.close()
    shutil.copy(source / "inbox" / "consortia.csv", inbox)
    return folder


def corrections(count, folder, source):
    """One consortium's figures, and files that correct one of them each. No two of a day are of one figure: which of the
    two came later could not be told."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    shutil.copy(source / "inbox" / "consortia.csv", inbox)
    with open(source / "inbox" / "observations-2025.csv", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row[0] == "S00003"]
    cells = [row for row in rows if row[4].isdigit()]
    first = datetime.date(2025, 1, 1)

    def write(name, lines):
        with open(inbox / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)

    write("first.csv", [HEADER, *rows])
    manifest = [["file", "receivedOn", "sender", "consortium"], ["first.csv", str(first), "", ""]]
    for number in range(count):
        code, name = cells[number % len(cells)][1], f"c{number:05}.csv"
        write(name, [HEADER, ["S00003", code, "2025", "actual", str(100 + number), ""]])
        manifest.append([name, str(first + datetime.timedelta(days=1 + number // len(cells))), "", ""])
    write("manifest.csv", manifest)
    return folder


# What observations point to.
PARENTS = ("consortium", "indicator", "submission", "source_part")


class Peer:
    """`sqlite3 .import` of the rows of a store into a store that has all but them."""

    def __init__(self, folder):
        self.path = folder.parent / f"{folder.name}.peer.sqlite"
        self.rows = folder.parent / f"{folder.name}.rows.csv"
        self.store = folder.parent / f"{folder.name}.full.sqlite"
        shutil.copy(folder / "monitor.sqlite", self.store)
        with sqlite3.connect(self.store) as store:
            self.schema = [sql.replace("STRICT, ", "") if name == "observation" and kind == "table" else sql
                           for kind, name, sql in store.execute(
                """SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'
                ORDER BY type = 'table' DESC, type = 'index' DESC, type = 'view' DESC, rowid""")]
            self.count, = store.execute("SELECT count(*) FROM observation").fetchone()
            with open(self.rows, "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(store.execute(
                    "SELECT * FROM observation ORDER BY consortium, indicator, year, period, basis, submission, part, row"))

    def prepare(self):
        for suffix in ("", "-wal", "-shm"):
            pathlib.Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        with sqlite3.connect(self.path) as peer:
            peer.executescript("PRAGMA journal_mode = wal;" + ";\n".join(self.schema))
            peer.execute("ATTACH ? AS full", (str(self.store),))
            for table in PARENTS:
                peer.execute(f"INSERT INTO main.{table} SELECT * FROM full.{table}")

    def run(self):
        self.prepare()
        return timed(["sqlite3", self.path], "PRAGMA synchronous = full;\nPRAGMA foreign_keys = on;\n"
                     f".mode csv\n.import {self.rows} observation\n")


def exponent(points):
    """Of time over size, from the smallest to the largest."""
    (size, seconds), (last, later) = min(points), max(points)
    return math.log(later / seconds) / math.log(last / size) if last > size else float("nan")


def median(runs, key):
    return statistics.median(run[key] for run in runs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", default="150,1500,15000")
    parser.add_argument("--corrections", default="500,1000,5000")
    parser.add_argument("--files", default="150,1500", help="consortia that send a file each and year")
    options = parser.parse_args()
    sizes = sorted(map(int, options.sizes.split(",")))
    counts = sorted(map(int, options.corrections.split(",")))
    several = sorted(map(int, options.files.split(",")))
    ratios, growth = [], {
        "collecting": [], "its verify": [], "a file for each and year": [], "corrections": [], "their verify": []}
    lines = []

    def note(what, size, run, key=None):
        lines.append(f"| {what} | {size:,} | {run['seconds']:.2f} | {run['cpu']:.2f} | {run['megabytes']:.0f} |")
        if key:
            growth[key].append((size, run["cpu"]))

    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        for size in sizes:
            folder = national(size, place / str(size))
            figures = figures_alone(place / f"figures-{size}", folder)
            collected(figures)
            peer = Peer(figures)
            count = peer.count
            rounds = [(collected(figures), peer.run()) for _ in range(options.rounds)]
            wall = sorted(theirs["seconds"] / ours["seconds"] for ours, theirs in rounds)
            cpu = statistics.median(theirs["cpu"] / ours["cpu"] for ours, theirs in rounds)
            seconds = median([ours for ours, _ in rounds], "seconds")
            ratios.append(
                f"| {size:,} | {count:,} | {statistics.median(wall):.2f} × ({wall[0]:.2f}–{wall[-1]:.2f}) | {cpu:.2f} × "
                f"| {count / seconds:,.0f} | {count / median([theirs for _, theirs in rounds], 'seconds'):,.0f} |")
            for path in (peer.path, peer.rows, peer.store):
                path.unlink(missing_ok=True)
            shutil.rmtree(figures)
            note("consortia, a file a year", size, collected(folder), "collecting")
            note("the same with receipts", size, answered(folder))
            note("verify of that", size, verified(folder), "its verify")
        for size in several:
            source = place / str(size) if size in sizes else national(size, place / str(size))
            note("consortia, a file for each and year", size, answered(split(place / f"split-{size}", source)),
                 "a file for each and year")
        for count in counts:
            folder = corrections(count, place / f"corrections-{count}", place / str(sizes[0]))
            note("corrections of one consortium", count, answered(folder), "corrections")
            note("verify of that", count, verified(folder), "their verify")
    exponents = "\n".join(f"| {what} | {exponent(points):.2f} |" for what, points in growth.items())
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("\n\n".join([
        "# Collecting from CSV", f"Made by `make bench`; {datetime.date.today()}, {os.cpu_count()} cores. Medians of "
        f"{options.rounds} rounds in which the sides take turns; CPU seconds are of all threads.",
        "## Beside `sqlite3 .import`", "Above 1 × ours is the faster.",
        "| consortia | rows | × `.import`, wall | CPU | ours, rows/s | `.import`, rows/s |\n|--:|--:|--:|--:|--:|--:|\n"
        + "\n".join(ratios),
        "## Whole processes", "| | how many | wall s | CPU s | peak MB |\n|---|--:|--:|--:|--:|\n" + "\n".join(lines),
        "## How time grows", "| | exponent |\n|---|--:|\n" + exponents]) + "\n", encoding="utf-8")
    print(RESULTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
