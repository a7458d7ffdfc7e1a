"""DESIGN §5 and §6, formula by formula, over plain dictionaries. Nothing here is shared with the product.

Truth values are True, False and None (unknown); numbers are Fractions; a missing number is None. `world` is what
`reading.read_inbox` returned with `latest` and `signals` added by `prepare`.
"""

import datetime
import itertools
import math
import re
from fractions import Fraction

from catalogue import (BASIC_ROWS, KIND, NUMERIC, PARTS_OF_WHOLE, POINTS, ROWS, SUBSTANTIVE_ROWS, UNIT, YEARLY)

BASE = 2022
PLANS = ("6.1.4", "6.1.8")


# --- three-valued logic, and sums and comparisons that stay unknown -----------------------------------------------

def any_of(terms):
    terms = list(terms)
    return True if True in terms else None if None in terms else False


def all_of(terms):
    terms = list(terms)
    return False if False in terms else None if None in terms else True


def total(terms):
    terms = list(terms)
    return None if None in terms else sum(terms, Fraction(0))


def less(a, b):
    return None if a is None or b is None else a < b


def outcome(triggered, suspected=False, warning=False):
    for truth, name in ((triggered, "triggered"), (suspected, "suspected"), (warning, "warning")):
        if truth is None:
            return "undetermined"
        if truth:
            return name
    return "clear"


# --- the panel ------------------------------------------------------------------------------------------------------

def prepare(inbox):
    """Adds to the inbox: the word on every cell that counts (of a plan the first, else the last), and the signals."""
    latest, reporting_year, said = {}, {}, {}
    for o in inbox["observations"]:
        key = (o["file"], o["consortium"])
        if o["basis"] == "actual" and o["code"] not in PLANS:
            reporting_year[key] = max(reporting_year.get(key, 0), o["year"])
    for o in inbox["observations"]:
        key = (o["basis"], o["consortium"], o["code"], o["year"])
        before = latest.get(key)
        stands = o["basis"] == "actual" and o["code"] in PLANS and before and before["status"] == "reported"
        if stands and (o["status"] != "reported"
                       or not has_decision(inbox, o["consortium"], "16.3", o["year"], "acceptPlanChange")):
            continue
        latest[key] = o
        if o["basis"] == "actual" and o["code"] in NUMERIC and o["code"] not in PLANS:
            # The last word of the reports of each year, in the order in which each year's last word came.
            words = said.setdefault(key[1:], {})
            words.pop(reporting_year[(o["file"], o["consortium"])], None)
            words[reporting_year[(o["file"], o["consortium"])]] = o
    restated = [cell for cell, words in said.items()
                for year, o in words.items() if year > cell[2] and restates(o, [
                    word for earlier, word in words.items() if earlier < year])]
    inbox["latest"] = latest
    inbox["signals"] = signals(inbox, restated)
    return inbox


def restates(o, before):
    """Whether the word of a year's reports changes, by more than a tenth and with no reason, what stood before."""
    return bool(before and before[-1]["status"] == o["status"] == "reported" and not o["reason"]
                and abs(o["value"] - before[-1]["value"]) > abs(before[-1]["value"]) / 10)


def cell(world, consortium, code, year, basis="actual"):
    found = world["latest"].get((basis, consortium, code, year))
    return (found["status"], found["value"]) if found else ("missing", None)


def actual(world, consortium, code, year):
    return cell(world, consortium, code, year)[1]


def decided(world, consortium, clause, year):
    """confirm, dismiss or None: the last of the two that were decided on the clause for that very year."""
    found = [d for d in world["determinations"]
             if (d["consortium"], d["clause"], d["year"]) == (consortium, clause, year)
             and d["decision"] in ("confirm", "dismiss")]
    return sorted(found, key=lambda d: d["on"])[-1]["decision"] if found else None


def has_decision(world, consortium, clause, year, decision):
    return any((d["consortium"], d["clause"], d["year"], d["decision"]) == (consortium, clause, year, decision)
               for d in world["determinations"])


def settle(world, consortium, clause, year, found):
    """What a determination makes of a suspicion. It touches nothing else."""
    if found == "suspected":
        return {"confirm": "triggered", "dismiss": "clear", None: "suspected"}[decided(world, consortium, clause, year)]
    return found


def counts(world, consortium, year):
    return year >= max(BASE, world["consortia"][consortium]["designated"] or BASE)


# --- §5 the negative list -------------------------------------------------------------------------------------------

def is_one_of(value, *wanted):
    return None if value is None else value in wanted


def within(date, first, last):
    return None if date is None else first <= date <= last


def incidents_of(world, consortium):
    return [i for i in world["incidents"] if i["consortium"] == consortium]


def clause_16_1(world, c, y):
    if world["incidents"] is None:
        return "undetermined"
    first, last = datetime.date(y - 2, 1, 1), datetime.date(y, 12, 31)

    def grave(i):
        return all_of([is_one_of(i["domain"], "enrolment", "employment", "safety"),
                       is_one_of(i["severity"], "major"), within(i["date"], first, last)])

    triggered = any_of(all_of([grave(i), is_one_of(i["status"], "confirmed"), i["adverseImpact"] is True])
                       for i in incidents_of(world, c))
    suspected = any_of(all_of([grave(i), any_of([
        all_of([is_one_of(i["status"], "reported"), i["adverseImpact"] is not False]),
        all_of([is_one_of(i["status"], "confirmed"), i["adverseImpact"] is None])])])
        for i in incidents_of(world, c))
    return settle(world, c, "16.1", y, outcome(triggered, suspected))


def clause_16_2(world, c, y):
    if world["incidents"] is None:
        return "undetermined"
    by_end = lambda i: within(i["date"], datetime.date.min, datetime.date(y, 12, 31))
    false_papers = lambda i: is_one_of(i["domain"], "falsification")
    triggered = any_of(all_of([false_papers(i), is_one_of(i["severity"], "major"),
                               is_one_of(i["status"], "confirmed"), by_end(i)]) for i in incidents_of(world, c))
    suspected = any_of([any(s["consortium"] == c and s["year"] <= y and s["grade"] == "strong"
                            for s in world["signals"])]
                       + [all_of([false_papers(i), is_one_of(i["status"], "reported"), by_end(i)])
                          for i in incidents_of(world, c)])
    return settle(world, c, "16.2", y, outcome(triggered, suspected))


def received(world, c, y):
    return total(Fraction(0) if actual(world, c, is_there, y) is False else actual(world, c, amount, y)
                 for is_there, amount in (("6.1.1", "6.1.2"), ("6.1.5", "6.1.6")))


def planned(world, c, y):
    return total(Fraction(0) if actual(world, c, is_there, y) is False else actual(world, c, amount, y)
                 for is_there, amount in (("6.1.1", "6.1.4"), ("6.1.5", "6.1.8")))


def two_years_running(world, c, y, short):
    """The Kleene AND of `short` over Y−1 and Y, false where one of the two does not count."""
    return all_of([counts(world, c, y - 1), counts(world, c, y), short(y - 1), short(y)])


def clause_16_3(world, c, y):
    short = lambda year: less(received(world, c, year), planned(world, c, year))
    return outcome(two_years_running(world, c, y, short), warning=short(y))


def policy(world, c, y):
    register = world["policies"]
    if register is None:
        listed = None
    else:
        home = world["consortia"][c]
        places = {home["province"], home["prefecture"]} - {""}
        listed = any_of(all_of([p["effective"], is_one_of(p["year"], y)]) for p in register if p["region"] in places)
    return any_of([actual(world, c, code, y) for code in ("1.1.2", "1.2.2", "6.2.1", "6.3.1")] + [listed])


def negate(truth):
    return None if truth is None else not truth


def clause_16_4(world, c, y):
    none = lambda year: negate(policy(world, c, year))
    return outcome(two_years_running(world, c, y, none), warning=none(y))


FAMILIES = (("9.1.1", "9.1.2", "9.1.3", "9.1.4", "9.1.5", "9.1.6"), ("9.2.1", "9.2.2", "9.2.3"), ("14.2.1", "14.2.2"))
NATIONAL = ("8.2.3", "8.3.3", "8.4.4", "15.2.1", "15.2.2")


def positive(value):
    return None if value is None else value > 0


def breakthrough(world, c, y):
    def grew(family):
        now, base = (total(actual(world, c, code, year) for code in family) for year in (y, BASE))
        return less(None if base is None else base * 12 / 10, now)

    return any_of([grew(family) for family in FAMILIES]
                  + [positive(actual(world, c, code, year)) for code in NATIONAL for year in range(BASE, y + 1)])


def clause_16_5(world, c, y):
    confirmed = decided(world, c, "16.5", y) == "confirm"
    return settle(world, c, "16.5", y, outcome(confirmed, negate(breakthrough(world, c, y))))


COOPERATIONS = (("7.2.1", "7.2.2"), ("8.4.1/人次", "9.1.2", "9.1.3", "9.1.4", "9.1.5", "9.1.6"),
                ("11.1.2", "11.2.2", "11.2.4"), ("13.2.3", "13.2.4", "13.3.4", "14.1.3"))


def clause_16_6(world, c, y):
    confirmed = decided(world, c, "16.6", y) == "confirm"
    active = [any_of(positive(actual(world, c, code, y)) for code in points) for points in COOPERATIONS]
    return settle(world, c, "16.6", y, outcome(confirmed, negate(all_of(active))))


NEGATIVE = {"16.1": clause_16_1, "16.2": clause_16_2, "16.3": clause_16_3, "16.4": clause_16_4,
            "16.5": clause_16_5, "16.6": clause_16_6}


def revocation(world, c, y):
    if world["incidents"] is None:
        return "undetermined"
    since = world["consortia"][c]["designatedOn"] or datetime.date.min
    ending = lambda i: all_of([
        is_one_of(i["domain"], "dissolution", "revocation", "majorChange", "majorViolation"),
        within(i["date"], since, datetime.date(y, 12, 31))])
    found = outcome(any_of(all_of([ending(i), is_one_of(i["status"], "confirmed")]) for i in incidents_of(world, c)),
                    any_of(all_of([ending(i), is_one_of(i["status"], "reported")]) for i in incidents_of(world, c)))
    return settle(world, c, REVOCATION, y, found)


REVOCATION = "2023-15.3"


# --- §5 credibility signals -----------------------------------------------------------------------------------------

def significant_digits(value):
    """Digits from the first to the last that is not 0: 120 has two, 98.6 three, 1005 four."""
    if value == 0:
        return 0
    while value.denominator != 1:
        value *= 10
    return len(str(abs(value.numerator)).rstrip("0"))


def signals(world, restated):
    found = []

    def add(kind, grade, consortium, year, *codes):
        found.append({"kind": kind, "grade": grade, "consortium": consortium, "year": year,
                      "codes": sorted(set(codes))})

    reported = {key[1:]: o for key, o in world["latest"].items()
                if key[0] == "actual" and o["status"] == "reported" and o["consortium"] in world["consortia"]}
    numbers = {key: o["value"] for key, o in reported.items() if key[1] in NUMERIC}

    uses = {}
    for (c, code, y), o in reported.items():
        for digest in set(re.findall(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", o["evidence"].lower())):
            uses.setdefault(digest, []).append((c, code, y))
    for places in uses.values():
        if len({c for c, _, _ in places}) > 1:
            for c, code, y in places:
                add("evidence-shared", "strong", c, y, code)
        for c, code, y in places:
            if code in YEARLY and any(p[0] == c and p[1] == code and p[2] < y for p in places):
                add("evidence-repeated", "strong", c, y, code)

    for c, code, y in restated:
        add("restated", "strong", c, y, code)

    years = {}
    for (c, code, y), value in numbers.items():
        if significant_digits(value) >= 3:
            years.setdefault(y, {}).setdefault(c, {})[code] = value
    for y, figures in years.items():
        for a, b in itertools.combinations(sorted(figures), 2):
            same = [code for code in figures[a] if figures[b].get(code) == figures[a][code]]
            if len({code.split("/")[0] for code in same}) >= 10:
                add("figures-shared", "strong", a, y, *same)
                add("figures-shared", "strong", b, y, *same)

    for (c, code, y), value in numbers.items():
        before = numbers.get((c, code, y - 1))
        if UNIT[code] == "万元" and before and value >= 10 * before:
            add("jump", "weak", c, y, code)
    for part, whole in PARTS_OF_WHOLE:
        for (c, code, y), value in numbers.items():
            if code == part and (c, whole, y) in numbers and value > numbers[(c, whole, y)]:
                add("part-exceeds-whole", "weak", c, y, part, whole)
    return found


# --- §6 acceptance, completeness, verdict ---------------------------------------------------------------------------

THRESHOLDS = {"2.3.1": lambda v: v > 30, "3.2.1": lambda v: v >= 100, "3.3.1": lambda v: v >= Fraction(5, 2)}


def check_cell(world, c, code, y):
    status, value = cell(world, c, code, y)
    if status == "notApplicable":
        return "notApplicable"
    if status != "reported":
        return "undetermined"
    if code in NUMERIC:
        promised = cell(world, c, code, y, "committed")[1]
        kept = promised is None or (value <= promised if KIND[code] == "rank" else value >= promised)
        rule = THRESHOLDS.get(code, (lambda v: v > 0) if promised is None else (lambda v: True))
        return "met" if kept and rule(value) else "notMet"
    return "notMet" if value is False else "met"


def conjunction(outcomes):
    left = [o for o in outcomes if o != "notApplicable"]
    return ("notApplicable" if not left else "notMet" if "notMet" in left
            else "undetermined" if "undetermined" in left else "met")


def check_point(world, c, point, y):
    return conjunction([check_cell(world, c, code, y) for code in POINTS[point]])


def check_row(world, c, row, y):
    return conjunction([check_point(world, c, point, y) for point in ROWS[row]])


def completeness(world, c, y):
    """reported ÷ applicable of the 116 points, or None where no point applies."""
    reported = applicable = 0
    for codes in POINTS.values():
        statuses = [s for s in (cell(world, c, code, y)[0] for code in codes) if s != "notApplicable"]
        applicable += bool(statuses)
        reported += bool(statuses) and all(s == "reported" for s in statuses)
    return Fraction(reported, applicable) if applicable else None


def verdict(world, c, y):
    """(row of the verdict table, verdict)."""
    outcomes = {clause: rule(world, c, y) for clause, rule in NEGATIVE.items()} | {REVOCATION: revocation(world, c, y)}
    if any(o == "triggered" and not has_decision(world, c, clause, y, "waive") for clause, o in outcomes.items()):
        return 1, "disqualify"
    if "suspected" in outcomes.values():
        return 2, "hold"
    share = completeness(world, c, y)
    if "undetermined" in outcomes.values() or share is None or share < Fraction(9, 10):
        return 3, "incomplete"
    basic = [check_row(world, c, row, y) for row in BASIC_ROWS]
    substantive = [check_row(world, c, row, y) for row in SUBSTANTIVE_ROWS]
    substantive = [o for o in substantive if o != "notApplicable"]
    met = Fraction(substantive.count("met"), len(substantive)) if substantive else Fraction(0)
    if all(o in ("met", "notApplicable") for o in basic) and met >= Fraction(8, 10):
        return 4, "pass"
    return (5, "rectify") if met >= Fraction(6, 10) else (6, "fail")


# --- §6 trends ------------------------------------------------------------------------------------------------------

def sign(x):
    return (x > 0) - (x < 0)


def kendall_s(values):
    return sum(sign(b - a) for a, b in itertools.combinations(values, 2))


def kendall_p(values):
    n, s = len(values), abs(kendall_s(values))
    if n <= 9:
        # How many orders of the values, ties included, are at least as far from no trend. 9! orders at the most.
        extreme = sum(abs(kendall_s(order)) >= s for order in itertools.permutations(values))
        return Fraction(extreme, math.factorial(n))
    ties = [values.count(v) for v in set(values)]
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    return 1.0 if s == 0 or variance == 0 else math.erfc((s - 1) / math.sqrt(variance) / math.sqrt(2))


def ols_slope(xs, ys):
    n = len(xs)
    return (n * sum(x * y for x, y in zip(xs, ys)) - sum(xs) * sum(ys)) / (n * sum(x * x for x in xs) - sum(xs) ** 2)


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def direction(values):
    if len(values) < 3:
        return "数据不足"
    if len(set(values)) == 1:
        return "持平"
    s, pairs = kendall_s(values), len(values) * (len(values) - 1) // 2
    return ("持续上升" if s == pairs else "持续下降" if s == -pairs
            else "总体上升" if s > 0 else "总体下降" if s < 0 else "波动")


def percentile(world, c, code, y):
    kind = world["consortia"][c]["kind"]
    peers = [actual(world, d, code, y) for d, row in world["consortia"].items() if row["kind"] == kind]
    peers = [v for v in peers if v is not None]
    own = actual(world, c, code, y)
    if own is None or len(peers) < 5:
        return None
    return Fraction(100) * (sum(v < own for v in peers) + Fraction(sum(v == own for v in peers), 2)) / len(peers)


def trend(world, c, code, y):
    """The statistics of one series, or None where no year of it was reported."""
    series = [(year, actual(world, c, code, year)) for year in range(BASE, y + 1)]
    series = [(year, value) for year, value in series if value is not None]
    if not series:
        return None
    years, values = [x for x, _ in series], [v for _, v in series]
    now, before = actual(world, c, code, y), actual(world, c, code, y - 1) if y > BASE else None
    if now is None or before is None:
        yoy = None
    elif KIND[code] == "percent":
        yoy = now - before
    else:
        yoy = (now - before) / before if before > 0 else None
    n, first, last = len(values), values[0], values[-1]
    cagr = None
    if n > 1 and first > 0 and last > 0:
        cagr = (float(last) / float(first)) ** (1 / (years[-1] - years[0])) - 1
    return {
        "n": n,
        "yoy": yoy,
        "cagr": cagr,
        "olsSlope": ols_slope(years, values) if n > 1 else None,
        "senSlope": median([(v2 - v1) / (x2 - x1) for (x1, v1), (x2, v2) in itertools.combinations(series, 2)])
        if n > 1 else None,
        "mannKendallS": kendall_s(values) if n > 1 else None,
        "mannKendallP": kendall_p(values) if n > 1 else None,
        "direction": direction(values),
        "percentile": percentile(world, c, code, y),
    }
