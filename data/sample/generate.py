#!/usr/bin/env python3
"""Writes the sample data beside this file: `submissions` and `registers`, 2022 … 2025, and `communities`, which has both
of the industry communities, 2024 … 2026, and `hunan`, which has both of one province, 2025; the same bytes every time.

    python3 data/sample/generate.py

Everything in it is invented. Cities are real so that regions match; parks, schools, enterprises, people, documents
and figures are not, and every name says so (示例 … 虚构). README.md tells what each consortium is there to show.

| module | holds |
|---|---|
| `roster.py` | who there is, where, since when |
| `figures.py` | the figures of a consortium before its story |
| `stories.py` | what is particular about each |
| `submissions.py`, `members.py` | what secretariats send |
| `plans.py` | annual work plans, tasks, evaluations |
| `targets.py` | what became of the targets of places; lists that are published again and again |
| `registers.py`, `policies.py`, `ratings.py` | what an authority sends |
| `communities.py` | the industry communities, from who they are to what they send |
| `hunan.py` | a province's own installation: every zone and prefecture of Hunan |
| `forms.py` | header rows, encodings, credit codes |
"""

import pathlib
import shutil
import sys

sys.dont_write_bytecode = True

import communities
import hunan
import plans
import policies
import ratings
import registers
import submissions
import targets
from forms import table
from roster import YEARS

HERE = pathlib.Path(__file__).resolve().parent


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def registers_of(year):
    """(file, form, rows, day of receipt) of what the authority sends for a year."""
    for name, day, rows in registers.lists_of_consortia(year):
        yield name, "consortia", rows, day
    for name, form, rows in (("登记/状态变更.csv", "transitions", registers.transitions(year)),
                             ("登记/政策文件.csv", "policies", policies.REGISTERS[year]),
                             ("登记/事件.csv", "incidents", registers.incidents(year)),
                             ("登记/认定.csv", "determinations", registers.determinations(year))):
        yield name, form, rows, registers.RECEIVED[name][year]
    if rows := ratings.ratings(year):
        name = "登记/评定.csv"
        yield name, "ratings", rows, registers.RECEIVED[name][year]
    for name, form, rows in (("登记/工作计划核定.csv", "workplans", [*plans.completions(year)]),
                             ("登记/材料.csv", "documents", [*plans.documents(year), *plans.agreements(year), *targets.published(year)]),
                             ("登记/目标.csv", "targets", [*targets.figures(year)]),
                             ("登记/评价.csv", "evaluations", [*plans.evaluations(year)])):
        if rows:
            yield name, form, rows, registers.RECEIVED["登记/事件.csv"][year]


def write_year(folder, year, official, sent):
    """What an authority and the secretariats send in a year, and the manifest of both."""
    manifest = []
    for name, form, rows, day in official:
        write(folder / "registers" / str(year) / name, table(form, rows).encode())
        manifest.append({"file": name, "receivedOn": day, "sender": registers.COLLECTOR})
    for name, data, day, c in sent:
        write(folder / "submissions" / str(year) / name, data)
        manifest.append({"file": name, "receivedOn": day, "sender": c.sender, "consortium": c.id})
    manifest.sort(key=lambda entry: entry["file"])
    write(folder / "registers" / str(year) / "清单.csv", table("manifest", manifest).encode())


def main():
    for half in ("submissions", "registers", "communities", "hunan"):
        shutil.rmtree(HERE / half, ignore_errors=True)
    for year in YEARS:
        write_year(HERE, year, registers_of(year), [*submissions.sent(year), *plans.sent(year), *targets.quarters(year)])
    for year in communities.YEARS:
        write_year(HERE / "communities", year, communities.registers_of(year), communities.sent(year))
    write_year(HERE / "hunan", hunan.LAST, hunan.registers_of(), hunan.sent())


if __name__ == "__main__":
    main()
