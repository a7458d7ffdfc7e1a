#!/usr/bin/env python3
"""The outcomes and verdicts of every consortium in a folder of CSV files, as a table, and how often each occurs.

    outcomes.py FOLDER YEAR
"""

import collections
import sys
import unicodedata

import acceptance
import cases
import formulae as f
import world as worlds
from reading import read_inbox

SHORT = {"triggered": "TRIG", "suspected": "susp", "undetermined": "?", "warning": "warn", "clear": "·",
         "notApplicable": "–"}


def padded(text, width):
    taken = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return text + " " * (width - taken)


def shown(world, c, clause, year, found, pending):
    ruling = f.decided(world, c, clause, year)
    if found == "triggered" and f.waived(world, c, clause, year):
        return "TRIG waived"
    if found == "clear" and ruling and ruling["decision"] == "dismiss":
        return "· dism."
    return SHORT[found] + (f" ({SHORT[pending]}?)" if pending else "")


def main():
    folder, year = sys.argv[1], int(sys.argv[2])
    world = worlds.prepare(read_inbox(folder))
    seen = collections.defaultdict(collections.Counter)
    print(padded("", 10), *(padded(clause, 12) for clause in f.CLAUSES), "complete standing  verdict      row  name")
    for c in world["municipal"]:
        cells = []
        for clause, rule in f.CLAUSES.items():
            found, pending = rule(world, c, year)
            seen[clause][found + (f" ({pending}?)" if pending else "")] += 1
            cells.append(padded(shown(world, c, clause, year, found, pending), 12))
        row, verdict, open_cases = cases.verdict(world, c, year)
        seen["verdict"][verdict or "not judged"] += 1
        seen["open cases"].update(case.split("/")[-2] for case in open_cases)
        share = acceptance.completeness(world, c, year)
        print(padded(c, 10), *cells, f"{float(share):8.3f}" if share is not None else " " * 8,
              padded(f.standing(world, c, f.end_of(year)), 9), padded(verdict or "–", 12), row or "–", "",
              world["consortia"][c]["name"])
    print()
    for what, counts in seen.items():
        print(padded(what, 10), *(f"{name} {n}" for name, n in sorted(counts.items())), sep="  ")
    marks = collections.Counter((s["grade"], s["kind"]) for s in world["signals"] if s["year"] <= year)
    print(padded("signals", 10), *(f"{grade} {kind} {n}" for (grade, kind), n in sorted(marks.items())), sep="  ")
    for name, why in world["skipped"]:
        print(f"skipped {name}: {why}")


if __name__ == "__main__":
    main()
