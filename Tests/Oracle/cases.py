"""DESIGN §5, memory: a recommendation to disqualify stays open until something closes it."""

import datetime

import acceptance
import formulae as f
from world import at, close_of


def verdict(world, c, y):
    """(row, verdict, open cases)."""
    open_cases = [f"{f.EDITION}/{c}/{clause}/{year}" for year in range(f.BASE, y + 1) for clause in f.CLAUSES
                  if is_open(world, c, clause, year)]
    open_cases += inherited(world, c, y)
    row, found = acceptance.recommend(world, c, y, bool(open_cases))
    return row, found, open_cases


def inherited(world, c, y):
    """The open cases of those it came of, which the successor's own transition or waiver closes too."""
    return [f"{f.EDITION}/{p}/{clause}/{year}" for p, until in f.ancestors(world, c).items()
            if p in world["municipal"]
            for year in range(f.BASE, min(y, f.last_year(until, y)) + 1) for clause in f.CLAUSES
            if is_open(world, p, clause, year, (until or datetime.date.min,))
            and not f.waived(world, c, clause, year) and not executed(world, c, year)]


def is_open(world, c, clause, y, before=()):
    """Whether the clause made a case in the year y that nothing has closed; a title that ends on the day `before` or
    later, on which others come of c, closes none of those that follow them."""
    if f.waived(world, c, clause, y) or executed(world, c, y, *before):
        return False
    if recommended(world, c, clause, y):
        return True
    corrected = None
    for day in reversed(days_since_close(world, y)):
        past = at(world, day)
        if past is not None and c in past["consortia"] and recommended(past, c, clause, y):
            return not dismissed_since(world, c, clause, y, past, corrected)
        corrected = day
    return False


def recommended(world, c, clause, y):
    """Nobody recommends to take away what is not held."""
    return (f.standing(world, c, f.end_of(y)) in f.JUDGED
            and f.CLAUSES[clause](world, c, y)[0] == "triggered")


def days_since_close(world, y):
    """The day of the close and the days since on which anything came, today's being the last; none while it is open."""
    close = close_of(world, y)
    if close >= world["now"]:
        return []
    # What came on no known day came last.
    came = {min(entry["received"], world["now"]) for entry in world["inbox"]["entries"]}
    return [close] + sorted(day for day in came if close < day <= world["now"])


def executed(world, c, y, before=datetime.date.max):
    return any(t["consortium"] == c and t["to"] == "取消资格" and t["on"] and y <= t["on"].year and t["on"] < before
               and t["on"] <= world["now"] for t in world["transitions"])


def dismissed_since(world, c, clause, y, past, corrected):
    """Whether a 不成立 is the last word on a trigger that is no more, given after the correction that ended it or, where
    a person's 成立 had made it, after that: on the clause and the year, or on everything that made the trigger."""
    since = confirmed_on(past, c, clause, y) or corrected

    def dismisses(ruling):
        return bool(ruling and ruling["decision"] == "dismiss" and (since is None or ruling["on"] > since))

    if dismisses(f.decided(world, c, clause, y)):
        return True
    if clause in f.FOR_PEOPLE:
        return False
    before = tuple(f.ancestors(world, c))
    rest = past | {
        kind: [one for one in past[kind] or []
               if not dismisses(f.decided_subject(world, c, clause, one["id"], (*one.get("parties", ()), *before)))]
        for kind in ("incidents", "unassigned", "signals")}
    return f.CLAUSES[clause](rest, c, y)[0] != "triggered"


def confirmed_on(past, c, clause, y):
    """The day of the 成立 without which the clause was not triggered, or None where it triggered by itself."""
    data_alone = past | {"valid": [d for d in past["valid"] if d["decision"] not in ("confirm", "dismiss")]}
    if f.CLAUSES[clause](data_alone, c, y)[0] == "triggered":
        return None
    return max((d["on"] for d in past["valid"] if d["decision"] == "confirm" and d["clause"] == clause
                and (d["year"] == y or d["subject"]) and d["consortium"] == c), default=None)
