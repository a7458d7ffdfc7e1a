#!/usr/bin/env python3
"""The outcomes and verdicts of every consortium in a folder of CSV files, as a table, and how often each occurs.

    outcomes.py FOLDER YEAR
"""

import collections
import sys
import unicodedata

import formulae as f
from reading import read_inbox

SHORT = {"triggered": "TRIG", "suspected": "susp", "undetermined": "?", "warning": "warn", "clear": "·"}


def padded(text, width):
    taken = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return text + " " * (width - taken)


def main():
    folder, year = sys.argv[1], int(sys.argv[2])
    world = f.prepare(read_inbox(folder))
    clauses = f.NEGATIVE | {f.REVOCATION: f.revocation}
    seen = collections.defaultdict(collections.Counter)
    print(padded("", 10), *(padded(clause, 9) for clause in clauses), "complete verdict      row  name", sep=" ")
    for c in sorted(world["consortia"]):
        cells = []
        for clause, rule in clauses.items():
            outcome = rule(world, c, year)
            seen[clause][outcome] += 1
            waived = outcome == "triggered" and f.has_decision(world, c, clause, year, "waive")
            dismissed = outcome == "clear" and f.decided(world, c, clause, year) == "dismiss"
            cells.append(padded(SHORT[outcome] + (" waived" if waived else " dism." if dismissed else ""), 9))
        row, verdict = f.verdict(world, c, year)
        seen["verdict"][verdict] += 1
        share = f.completeness(world, c, year)
        print(padded(c, 10), *cells, f"{float(share):8.3f}" if share is not None else " " * 8, padded(verdict, 12),
              row, "", world["consortia"][c]["name"])
    print()
    for what, counts in seen.items():
        print(padded(what, 10), *(f"{name} {n}" for name, n in sorted(counts.items())), sep="  ")
    marks = collections.Counter((s["grade"], s["kind"]) for s in world["signals"] if s["year"] <= year)
    print(padded("signals", 10), *(f"{grade} {kind} {n}" for (grade, kind), n in sorted(marks.items())), sep="  ")
    for name, why in world["skipped"]:
        print(f"skipped {name}: {why}")


if __name__ == "__main__":
    main()
