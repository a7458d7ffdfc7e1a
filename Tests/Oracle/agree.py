#!/usr/bin/env python3
"""Runs the product over random inboxes and the sample, and holds what it prints against the oracle.

    agree.py --binary .build/debug/consortium-monitor [--seeds 1-20] [--consortia 12] [--level usual] [--full] [--sample]
             [--ignore edition,waived]

A failing inbox is kept and its folder named. Exit 1 when anything differs.
"""

import argparse
import datetime
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import oracle
import random_inbox
import world as worlds
from reading import read_inbox

# Its two halves, laid over each other: manifests name files of the other one.
SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "data" / "sample"


def collecting(binary):
    """The words that collect a folder. Registers are an authority's to send, where the product asks who sends."""
    help_text = subprocess.run([binary, "collect", "--help"], capture_output=True, text=True)
    return ["collect", "--as", "authority"] if "--as" in help_text.stdout + help_text.stderr else ["collect"]


def product_lines(binary, inbox, database, year):
    """What the product says of a year. Collecting the same folder again for the next year changes nothing."""
    for arguments in ([*collecting(binary), str(inbox)], ["assess", "--year", str(year), "--format", "ndjson"]):
        done = subprocess.run([binary, *arguments, "--database", str(database)], capture_output=True, text=True)
        # 1 and 3 only say that there were findings, or files that could not be read; the rest was done.
        if done.returncode not in (0, 1, 3):
            sys.exit(f"{' '.join(arguments)}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def agree(binary, inbox, work, years, full, ignored):
    # The product's clock is that of the machine.
    world = worlds.prepare(read_inbox(inbox), datetime.date.today())
    differ = 0
    for year in years:
        expected, actual = work / f"expected-{year}.ndjson", work / f"actual-{year}.ndjson"
        lines = [json.dumps(line, ensure_ascii=False) for line in oracle.lines(world, year, full)]
        expected.write_text("\n".join(lines) + "\n", encoding="utf-8")
        actual.write_text(product_lines(binary, inbox, work / "monitor.sqlite", year), encoding="utf-8")
        differ += oracle.compare(expected, actual, ignored)
    return differ


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seeds", default="1-10", help="FIRST-LAST")
    parser.add_argument("--consortia", type=int, default=12)
    parser.add_argument("--level", choices=random_inbox.LEVELS, default="usual")
    parser.add_argument("--full", action="store_true", help="revocation, all checks, direction and verdict too")
    parser.add_argument("--ignore", default="", metavar="KEY,…", help="keys that need not agree")
    parser.add_argument("--sample", action="store_true", help="the sample data instead of random inboxes")
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    failed = 0
    for seed in [None] if options.sample else range(int(first), int(last or first) + 1):
        work = pathlib.Path(tempfile.mkdtemp(prefix="agree-"))
        inbox = work / "inbox"
        print("sample:" if seed is None else f"seed {seed}:", flush=True)
        if seed is None:
            for half in ("submissions", "registers"):
                shutil.copytree(SAMPLE / half, inbox, dirs_exist_ok=True)
        else:
            random_inbox.write_inbox(inbox, seed, options.consortia, options.level)
        if agree(options.binary, inbox, work, (2023, 2024, 2025), options.full, options.ignore.split(",")):
            failed += 1
            print(f"    kept in {work}")
        else:
            shutil.rmtree(work)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
