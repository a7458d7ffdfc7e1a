"""DESIGN §5: signals of credibility (数据疑点), strong and weak, and the findings that the rules name.

A signal is {kind, grade, id, parties, year, codes}. Its year is the latest of its cells: from that year on a strong
one raises 16.2. Findings have the grade `finding` and raise nothing.
"""

import collections
import hashlib
import itertools
import json
import re

import acceptance
import formulae as f
from catalogue import CUMULATIVE, GROWTH, KIND, NUMERIC, PARTS_OF_WHOLE, YEARLY


def find(world):
    reported = {key[1:]: o for key, o in world["latest"].items() if key[0] == "actual" and o["status"] == "reported"}
    numbers = {key: o["value"] for key, o in reported.items() if key[1] in NUMERIC}
    found = [*evidence(reported), *shared_figures(numbers), *oddities(numbers), *shared_members(world),
             *findings(world, reported)]
    # Which restatements are strong depends on what the rest of the data comes to.
    world["signals"] = found
    return found + restatements(world)


def signal(kind, grade, parties, year, codes):
    parties, codes = sorted(parties), sorted(set(codes))
    text = json.dumps([kind, parties, year, codes], ensure_ascii=False)
    return {"kind": kind, "grade": grade, "id": "S" + hashlib.sha256(text.encode()).hexdigest()[:16],
            "parties": parties, "year": year, "codes": codes}


# --- strong ---------------------------------------------------------------------------------------------------------

def evidence(reported):
    uses = collections.defaultdict(list)
    for (c, code, y), o in reported.items():
        for digest in set(re.findall(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", o["evidence"].lower())):
            uses[digest].append((c, code, y))
    for places in uses.values():
        cells = collections.defaultdict(list)
        for c, code, y in places:
            cells[c].append((code, y))
        for a, b in itertools.combinations(sorted(cells), 2):
            # Each party shows from the year of its own first use of the document on, so the pair from the later.
            yield signal("evidence-shared", "strong", [a, b], max(min(y for _, y in cells[c]) for c in (a, b)),
                         [code for c in (a, b) for code, _ in cells[c]])
        for c, code, y in places:
            if code in YEARLY and any(p[:2] == (c, code) and p[2] < y for p in places):
                yield signal("evidence-repeated", "strong", [c], y, [code])


def significant_digits(value):
    """Digits from the first to the last that is not 0: 120 has two, 98.6 three, 1005 four."""
    if value == 0:
        return 0
    while value.denominator != 1:
        value *= 10
    return len(str(abs(value.numerator)).rstrip("0"))


def shared_figures(numbers):
    years = {}
    for (c, code, y), value in numbers.items():
        if significant_digits(value) >= 3:
            years.setdefault(y, {}).setdefault(c, {})[code] = value
    for y, figures in years.items():
        for a, b in itertools.combinations(sorted(figures), 2):
            same = [code for code in figures[a] if figures[b].get(code) == figures[a][code]]
            if len({code.split("/")[0] for code in same}) >= 10:
                yield signal("figures-shared", "strong", [a, b], y, same)


# --- restatements: strong where they change what is decided, else weak ----------------------------------------------

def restatements(world):
    last = max((o["year"] for o in world["observations"]), default=f.BASE)
    found = []
    for key, before in restated_cells(world["observations"]):
        otherwise = with_word(world, key, before)
        changes = any(decided(world, key[0], y) != decided(otherwise, key[0], y) for y in range(f.BASE, last + 1))
        found.append(signal("restated", "strong" if changes else "weak", [key[0]], key[2], [key[1]]))
    return found


def decided(world, c, y):
    return [rule(world, c, y)[0] for rule in f.CLAUSES.values()], acceptance.recommend(world, c, y)[1]


def with_word(world, key, observation):
    """The world with the earlier word on one cell."""
    return {**world, "latest": {**world["latest"], ("actual", *key): observation}}


def restated_cells(observations):
    """[((consortium, code, year), the word before)]: figures that the report of a later year changed with no reason given
    then or since.

    A file is a report of its latest year for the consortium (plans apart, which run ahead). A correction among the
    reports of one year is a revision and no restatement, and a word changes only what had come before it.
    """
    report = f.reporting_years(observations)
    said = collections.defaultdict(list)
    for o in observations:
        if o["basis"] == "actual" and o["code"] in NUMERIC and o["code"] not in f.PLANS and o["status"] != "missing":
            said[(o["consortium"], o["code"], o["year"])].append((report[(o["file"], o["consortium"])], o))
    for key, words in said.items():
        for year in sorted({year for year, _ in words if year > key[2]}):
            last = max(place for place, (of, _) in enumerate(words) if of == year)
            before = [word for of, word in words[:last] if of < year]
            explained = any(word["reason"] for _, word in words[last + 1:])
            if not explained and restates(words[last][1], before):
                yield key, before[-1]


def restates(o, before):
    """Whether a word changes, by more than a tenth and with no reason, what stood before."""
    return bool(before and before[-1]["status"] == o["status"] == "reported" and not o["reason"]
                and abs(o["value"] - before[-1]["value"]) > abs(before[-1]["value"]) / 10)


# --- weak -----------------------------------------------------------------------------------------------------------

def oddities(numbers):
    for (c, code, y), value in numbers.items():
        before = numbers.get((c, code, y - 1))
        if before is None:
            continue
        falls = code in CUMULATIVE and value < before
        # Counts below 20 multiply while a thing begins.
        grown = KIND[code] == "amount" or KIND[code] == "count" and before >= 20
        if grown and not falls and before > 0 and value > 0 and not before / 10 < value < before * 10:
            yield signal("jump", "weak", [c], y, [code])
        if value == before == numbers.get((c, code, y - 2)) and significant_digits(value) >= 3:
            yield signal("frozen", "weak", [c], y, [code])
        if falls:
            yield signal("cumulative-falls", "weak", [c], y, [code])
        low, high = sorted((value, before))
        if KIND[code] == "percent" and code not in GROWTH and 0 < low <= 1 < high and high >= 10 * low:
            yield signal("percent-as-fraction", "weak", [c], y, [code])
    for part, whole in PARTS_OF_WHOLE:
        for (c, code, y), value in numbers.items():
            if code == part and value > numbers.get((c, whole, y), value):
                yield signal("part-exceeds-whole", "weak", [c], y, [part, whole])


def shared_members(world):
    """One enterprise counted by two consortia, known by its 统一社会信用代码."""
    homes = collections.defaultdict(set)
    for m in world["members"]:
        if m["creditCode"] and m["consortium"] in world["municipal"]:
            homes[m["creditCode"]].add(m["consortium"])
    for consortia in homes.values():
        for a, b in itertools.combinations(sorted(consortia), 2):
            yield signal("member-shared", "weak", [a, b], f.BASE, [])


# --- findings -------------------------------------------------------------------------------------------------------

def findings(world, reported):
    for (c, plan, y), told in world["plans"].items():
        if min(o["value"] for o in told) < told[0]["value"]:
            yield signal("plan-lowered", "finding", [c], y, [plan])
        receipts = reported.get((c, f.FUNDS[plan][1], y))
        if receipts and receipts["file"] == told[0]["file"]:
            yield signal("plan-late", "finding", [c], y, [plan])
    for (c, code, y), o in reported.items():
        for plan, (arranged, amount) in f.FUNDS.items():
            beside = reported.get((c, amount, y))
            if code == arranged and o["value"] is False and beside and beside["value"] > 0:
                yield signal("fund-contradicts", "finding", [c], y, [arranged, amount])
        if code in f.OWN_POLICIES and o["value"] is True and f.listed(world, c, y) is not True:
            yield signal("policy-unproven", "finding", [c], y, [code])
