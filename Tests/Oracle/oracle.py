#!/usr/bin/env python3
"""An independent reference implementation of DESIGN §5–6, for the trial standard of municipal consortia.

    oracle.py FOLDER YEAR [--full] [--now DAY] [--close MM-DD]
    oracle.py --compare EXPECTED.ndjson ACTUAL.ndjson [--ignore KEY,…]

The first form reads a folder of CSV files and prints, a JSON object a line, the outcome of each clause of the
negative list, the acceptance checks of the points that ask one figure or yes/no, and the statistics of each series.
`--full` adds the clauses of revocation and of work plans, the direction of each trend, the checks of all points and 三级指标, the verdict
and completeness, and the signals. `--now` is the day as of which it speaks (the
end of time, where none is given), `--close` the day of the next year on which the window of a year closes.

The second form holds what some program printed against what was expected: every object of the first file must be
in the second with the same outcome and, to six significant digits, the same numbers; null and absent are the same.
`--ignore` leaves some keys out of it.
"""

import argparse
import collections
import datetime
import json
import math
import sys

import acceptance
import cases
import formulae as f
import work_plans
import world as worlds
from catalogue import KIND, NUMERIC, POINTS, ROWS
from reading import FAR, date_of, read_inbox
from trends import trend


def lines(world, year, full=False):
    for c in world["municipal"]:
        head = {"edition": f.EDITION, "consortium": c, "year": year}
        yield from clause_lines(world, c, year, head, full)
        yield from acceptance_lines(world, c, year, head, full)
        if full:
            for signal in world["signals"]:
                if c in signal["parties"] and signal["year"] <= year:
                    yield {"type": "signal", "consortium": c, **signal}
        yield from trend_lines(world, c, year, head, full)
        if full:
            yield verdict_line(world, c, year, head)


def clause_lines(world, c, year, head, full):
    for clause, rule in (f.CLAUSES if full else f.NEGATIVE).items():
        found, pending = rule(world, c, year)
        kind = {f.REVOCATION: "revocation", work_plans.CLAUSE: "workPlan"}.get(clause, "negative")
        line = {"type": "check", "list": kind, **head,
                "clause": clause, "outcome": found, "pending": pending}
        if full and found == "triggered" and f.waived(world, c, clause, year):
            line["waived"] = True
        yield line


def acceptance_lines(world, c, year, head, full):
    for point, codes in POINTS.items():
        if full or (len(codes) == 1 and KIND[point] not in ("text", "choice")):
            yield {"type": "check", "list": "acceptance", **head, "clause": point,
                   "outcome": acceptance.check_point(world, c, point, year)}
    for row in ROWS if full else ():
        yield {"type": "row", **head, "clause": row, "outcome": acceptance.check_row(world, c, row, year)}


def trend_lines(world, c, year, head, full):
    for code in NUMERIC:
        found = trend(world, c, code, year)
        if found is None:
            continue
        if not full:
            del found["direction"]
        yield {"type": "trend", **head, "indicator": code} | {
            key: value if value is None or isinstance(value, (int, str)) else float(value)
            for key, value in found.items() if found["n"] > 1 or key in SHORT or full}


# The notice that the applicants' indicators come from is of that year.
RATED_FROM = 2023


def verdict_line(world, c, year, head):
    row, verdict, open_cases = cases.verdict(world, c, year)
    share = acceptance.completeness(world, c, year)
    standing = f.standing(world, c, f.end_of(year))
    if standing == "申报" and year >= RATED_FROM:
        # Applicants are rated under the indicators of 2023, which is not looked at here.
        head = head | {"edition": "moe-notice-2023-15"}
    line = {"type": "verdict", **head, "standing": standing,
            "completeness": None if share is None else float(share)}
    # What is listed and not judged has no row of the table.
    return line | {"verdict": verdict, "row": row, "openCases": open_cases} if verdict else line


# What a series of one value still has to say.
SHORT = ("n", "yoy", "cagr", "percentile")


def identity(line):
    return tuple(line.get(key) for key in ("type", "list", "consortium", "year", "clause", "indicator"))


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        # What is printed at six digits is off by up to half a unit of the last.
        largest = max(abs(a), abs(b))
        return largest < 1e-9 or abs(a - b) <= 0.5000001 * 10 ** (math.floor(math.log10(largest)) - 5)
    if isinstance(a, list) and isinstance(b, list):
        return sorted(a) == sorted(b)
    return a == b


def compare(expected_path, actual_path, ignored=()):
    with open(expected_path, encoding="utf-8") as file:
        expected = [json.loads(line) for line in file if line.strip()]
    with open(actual_path, encoding="utf-8") as file:
        actual = {identity(line): line for line in map(json.loads, filter(str.strip, file))}
    differences, where = 0, collections.Counter()
    for want in expected:
        if want["type"] not in ("check", "trend", "verdict"):
            continue
        got = actual.get(identity(want))
        wrong = [key for key in want if key not in ignored and not same(want[key], (got or {}).get(key))]
        if wrong:
            differences += 1
            where[" ".join(want.get(key) or "" for key in ("type", "list", "clause", "indicator")).strip()] += 1
            if differences <= 20:
                print("differs:" if got else "no such line:", *[part for part in identity(want) if part is not None],
                      file=sys.stderr)
                for key in wrong if got else ():
                    print(f"    {key}: expected {want[key]!r}, got {got.get(key)!r}", file=sys.stderr)
    for what, count in where.most_common(10) if differences > 20 else ():
        print(f"    {count} × {what}", file=sys.stderr)
    print(f"{len(expected)} lines expected, {differences} differ")
    return 1 if differences else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", metavar="FOLDER|EXPECTED")
    parser.add_argument("second", metavar="YEAR|ACTUAL")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--now", type=date_of, default=FAR)
    parser.add_argument("--close", default="%02d-%02d" % worlds.CLOSE)
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--ignore", default="", metavar="KEY,…")
    options = parser.parse_args()
    if options.compare:
        return compare(options.first, options.second, options.ignore.split(","))
    close = datetime.datetime.strptime("2000-" + options.close, "%Y-%m-%d")
    world = worlds.prepare(read_inbox(options.first), options.now or FAR, (close.month, close.day))
    for name, why in world["skipped"]:
        print(f"skipped {name}: {why}", file=sys.stderr)
    for line in lines(world, int(options.second), options.full):
        print(json.dumps(line, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
