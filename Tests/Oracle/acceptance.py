"""DESIGN §6: acceptance checks, completeness, and the verdict that the data of one year recommend."""

from fractions import Fraction

import formulae as f
from catalogue import BASIC_ROWS, GROWTH, HONOURS, KIND, NUMERIC, POINTS, PRINCIPAL, ROWS, SUBSTANTIVE_ROWS

THRESHOLDS = {"2.3.1": lambda v: v > 30, "3.2.1": lambda v: v >= 100, "3.3.1": lambda v: v >= Fraction(5, 2)}
RISING = ("12.1.1", "12.1.2", "12.1.3")
HIGH_ENOUGH = 95
COMPONENTS_DUE_FROM = 2026


# --- figures, points, 三级指标 ------------------------------------------------------------------------------------------

def named(truth):
    return {True: "met", False: "notMet", None: "undetermined"}[truth]


def check_cell(world, c, code, y):
    if code in HONOURS:
        return "met" if f.positive(f.actual(world, c, code, y)) else "notApplicable"
    status, value = f.cell(world, c, code, y)
    if status == "notApplicable" or (code in RISING and y <= f.base_year(world, c)):
        return "notApplicable"
    if status != "reported":
        return "undetermined"
    if code not in NUMERIC:
        return named(value is not False)
    promised = f.cell(world, c, code, y, "committed")[1]
    return named(f.all_of([floor(world, c, code, y, value, promised), kept(code, value, promised)]))


def floor(world, c, code, y, value, promised):
    """Whether the figure is high enough by the standard itself."""
    if code in THRESHOLDS:
        return THRESHOLDS[code](value)
    if code in RISING:
        return f.any_of([value >= HIGH_ENOUGH, f.less(f.actual(world, c, code, f.base_year(world, c)), value)])
    if code in GROWTH:
        # Growth may be below 0; what the standard asks is that the park's exceeds the city's.
        return f.less(f.actual(world, c, "13.1.1/全市增速", y), value) if code == "13.1.1/园区增速" else True
    if KIND[code] == "rank":
        return value >= 1
    # Above 0 is a convention for want of any other floor, which a promise is.
    return value > 0 or promised is not None


def kept(code, value, promised):
    if promised is None:
        return True
    return value <= promised if KIND[code] == "rank" else value >= promised


def conjunction(outcomes):
    left = [o for o in outcomes if o != "notApplicable"]
    return ("notApplicable" if not left else "notMet" if "notMet" in left
            else "undetermined" if "undetermined" in left else "met")


def check_point(world, c, point, y):
    return conjunction([check_cell(world, c, code, y) for code in POINTS[point] if is_due(world, c, point, code, y)])


def is_due(world, c, point, code, y):
    """Whether a figure counts. What stands beside a bare code is asked for from 2026 on; before, a blank one says nothing,
    but for the catalogue of 2.3.1, which the standard's threshold speaks of."""
    if code in PRINCIPAL[point] or code == "2.3.1/列入目录" or y >= COMPONENTS_DUE_FROM:
        return True
    return f.cell(world, c, code, y)[0] != "missing"


def check_row(world, c, row, y):
    return conjunction([check_point(world, c, point, y) for point in ROWS[row]])


def completeness(world, c, y):
    """reported ÷ applicable of the 116 points, or None where no point applies."""
    reported = applicable = 0
    for codes in PRINCIPAL.values():
        statuses = [s for s in (f.cell(world, c, code, y)[0] for code in codes) if s != "notApplicable"]
        applicable += bool(statuses)
        reported += bool(statuses) and all(s == "reported" for s in statuses)
    return Fraction(reported, applicable) if applicable else None


# --- the verdict tables ---------------------------------------------------------------------------------------------

def unwaived_trigger(world, c, clause, y):
    return f.CLAUSES[clause](world, c, y)[0] == "triggered" and not f.waived(world, c, clause, y)


def recommend(world, c, y, open_case=False):
    """(row of the table of its standing, verdict); (None, None) where the standing is not judged."""
    standing = f.standing(world, c, f.end_of(y))
    if standing not in f.JUDGED:
        return None, None
    outcomes = [rule(world, c, y)[0] for rule in f.NEGATIVE.values()]
    if open_case or any(unwaived_trigger(world, c, clause, y) for clause in f.CLAUSES):
        return 1, "disqualify"
    if "suspected" in outcomes:
        return 2, "hold"
    share = completeness(world, c, y)
    if "undetermined" in outcomes or share is None or share < Fraction(9, 10):
        return 3, "incomplete"
    basic, met = basic_met(world, c, y), substantive_share(world, c, y)
    if standing == "通过验收":
        return (4, "keep") if basic and met >= Fraction(6, 10) else (5, "rectify")
    if basic and met >= Fraction(8, 10):
        return 4, "pass"
    return (5, "rectify") if met >= Fraction(6, 10) else (6, "fail")


def basic_met(world, c, y):
    return all(check_row(world, c, row, y) in ("met", "notApplicable") for row in BASIC_ROWS)


def substantive_share(world, c, y):
    """The share of the 三级指标 of 实质性 that are met, of those that apply."""
    outcomes = [check_row(world, c, row, y) for row in SUBSTANTIVE_ROWS]
    outcomes = [o for o in outcomes if o != "notApplicable"]
    return Fraction(outcomes.count("met"), len(outcomes)) if outcomes else Fraction(0)
