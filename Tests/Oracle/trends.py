"""DESIGN §6: the statistics of one series."""

import itertools
import math
from fractions import Fraction

import formulae as f
from catalogue import KIND


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


def sen_slope(series):
    return median([(v2 - v1) / (x2 - x1) for (x1, v1), (x2, v2) in itertools.combinations(series, 2)])


def direction(values, kind):
    if len(values) < 3:
        return "数据不足"
    if len(set(values)) == 1:
        return "持平"
    s, pairs = kendall_s(values), len(values) * (len(values) - 1) // 2
    if kind == "rank":
        s = -s  # the first place is the best
    return ("持续上升" if s == pairs else "持续下降" if s == -pairs
            else "总体上升" if s > 0 else "总体下降" if s < 0 else "波动")


def year_on_year(world, c, code, y):
    if y <= f.BASE:
        return None
    now, before = f.actual(world, c, code, y), f.actual(world, c, code, y - 1)
    if now is None or before is None:
        return None
    if KIND[code] == "percent":
        return now - before
    return (now - before) / before if before > 0 else None


def growth_rate(years, values):
    if len(values) < 2 or values[0] <= 0 or values[-1] <= 0:
        return None
    return (float(values[-1]) / float(values[0])) ** (1 / (years[-1] - years[0])) - 1


def percentile(world, c, code, y):
    peers = [f.actual(world, d, code, y) for d in world["municipal"]]
    peers = [v for v in peers if v is not None]
    own = f.actual(world, c, code, y)
    if own is None or len(peers) < 5:
        return None
    return Fraction(100) * (sum(v < own for v in peers) + Fraction(sum(v == own for v in peers), 2)) / len(peers)


def trend(world, c, code, y):
    """The statistics of one series, or None where no year of it was reported."""
    series = [(year, f.actual(world, c, code, year)) for year in range(f.BASE, y + 1)]
    series = [(year, value) for year, value in series if value is not None]
    if not series:
        return None
    years, values = [x for x, _ in series], [v for _, v in series]
    several = len(values) > 1
    return {
        "n": len(values),
        "yoy": year_on_year(world, c, code, y),
        "cagr": growth_rate(years, values),
        "olsSlope": ols_slope(years, values) if several else None,
        "senSlope": sen_slope(series) if several else None,
        "mannKendallS": kendall_s(values) if several else None,
        "mannKendallP": kendall_p(values) if several else None,
        "direction": direction(values, KIND[code]),
        "percentile": percentile(world, c, code, y),
    }
