#!/usr/bin/env python3
"""An independent reference implementation of DESIGN §5–6.

    oracle.py FOLDER YEAR [--full] [--kind municipal|industry]
    oracle.py --compare EXPECTED.ndjson ACTUAL.ndjson

The first form reads a folder of CSV files and prints, a JSON object a line, the outcome of each clause of the
negative list and the statistics of each series. `--full` adds the revocation clause, the direction of each trend,
the acceptance checks, the verdict and completeness, and the credibility signals.

The second form holds what some program printed against what was expected: every object of the first file must be
in the second with the same outcome and, to six significant digits, the same numbers; null and absent are the same.
"""

import argparse
import json
import sys

import formulae as f
from catalogue import NUMERIC, POINTS, ROWS
from reading import read_inbox


def lines(world, year, full=False, kind=None):
    for c in sorted(world["consortia"]):
        if kind and world["consortia"][c]["kind"] != kind:
            continue
        head = {"consortium": c, "year": year}
        for clause, rule in f.NEGATIVE.items():
            found = rule(world, c, year)
            line = {"type": "check", "list": "negative", **head, "clause": clause, "outcome": found}
            if full and found == "triggered" and f.has_decision(world, c, clause, year, "waive"):
                line["waived"] = True
            yield line
        if full:
            found = f.revocation(world, c, year)
            line = {"type": "check", "list": "revocation", **head, "clause": f.REVOCATION, "outcome": found}
            if found == "triggered" and f.has_decision(world, c, f.REVOCATION, year, "waive"):
                line["waived"] = True
            yield line
            for point in POINTS:
                yield {"type": "check", "list": "acceptance", **head, "clause": point,
                       "outcome": f.check_point(world, c, point, year)}
            for row in ROWS:
                yield {"type": "row", **head, "clause": row, "outcome": f.check_row(world, c, row, year)}
            for signal in world["signals"]:
                if signal["consortium"] == c and signal["year"] <= year:
                    yield {"type": "signal", **signal}
        for code in NUMERIC:
            found = f.trend(world, c, code, year)
            if found is None:
                continue
            if not full:
                del found["direction"]
            yield {"type": "trend", **head, "indicator": code} | {
                key: value if value is None or isinstance(value, (int, str)) else float(value)
                for key, value in found.items() if found["n"] > 1 or key in SHORT or full}
        if full:
            row, verdict = f.verdict(world, c, year)
            share = f.completeness(world, c, year)
            yield {"type": "verdict", **head, "verdict": verdict, "row": row,
                   "completeness": None if share is None else float(share)}


# What a series of one value still has to say.
SHORT = ("n", "yoy", "cagr", "percentile")


def identity(line):
    return tuple(line.get(key) for key in ("type", "list", "consortium", "year", "clause", "indicator"))


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return a == b or abs(a - b) <= 1e-6 * max(abs(a), abs(b)) or max(abs(a), abs(b)) < 1e-9
    return a == b


def compare(expected_path, actual_path):
    with open(expected_path, encoding="utf-8") as file:
        expected = [json.loads(line) for line in file if line.strip()]
    with open(actual_path, encoding="utf-8") as file:
        actual = {identity(line): line for line in map(json.loads, filter(str.strip, file))}
    differences = 0
    for want in expected:
        if want["type"] not in ("check", "trend", "verdict"):
            continue
        got = actual.get(identity(want))
        wrong = [key for key in want if not same(want[key], (got or {}).get(key))]
        if wrong and any(want[key] is not None for key in wrong):
            differences += 1
            if differences <= 20:
                print("differs:", *[part for part in identity(want) if part is not None], file=sys.stderr)
                for key in wrong:
                    print(f"    {key}: expected {want[key]!r}, got {(got or {}).get(key)!r}", file=sys.stderr)
    print(f"{len(expected)} lines expected, {differences} differ")
    return 1 if differences else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", metavar="FOLDER|EXPECTED")
    parser.add_argument("second", metavar="YEAR|ACTUAL")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--kind", choices=("municipal", "industry"))
    parser.add_argument("--compare", action="store_true")
    options = parser.parse_args()
    if options.compare:
        return compare(options.first, options.second)
    world = f.prepare(read_inbox(options.first))
    for name, why in world["skipped"]:
        print(f"skipped {name}: {why}", file=sys.stderr)
    for line in lines(world, int(options.second), options.full, options.kind):
        print(json.dumps(line, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
