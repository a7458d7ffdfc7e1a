"""DESIGN §5, memory: a recommendation to disqualify stays open until something closes it."""

import acceptance
import formulae as f
from world import at, at_close


def verdict(world, c, y):
    """(row, verdict, open cases)."""
    open_cases = [f"{f.EDITION}/{c}/{clause}/{year}" for year in range(f.BASE, y + 1) for clause in f.CLAUSES
                  if is_open(world, c, clause, year)]
    row, found = acceptance.recommend(world, c, y, bool(open_cases))
    return row, found, open_cases


def is_open(world, c, clause, y):
    """Whether the clause made a case in the year y that nothing has closed."""
    if f.standing(world, c, f.end_of(y)) not in f.JUDGED:
        return False  # nobody recommends to take away what is not held
    now = acceptance.unwaived_trigger(world, c, clause, y)
    before = at_close(world, y)
    then = before is not None and acceptance.unwaived_trigger(before, c, clause, y)
    if not (now or then) or f.waived(world, c, clause, y) or executed(world, c, y):
        return False
    return now or not dismissed_since(world, c, clause, y)


def executed(world, c, y):
    return any(t["consortium"] == c and t["to"] == "取消资格" and t["on"] and y <= t["on"].year
               and t["on"] <= world["now"] for t in world["transitions"])


def dismissed_since(world, c, clause, y):
    """Whether a 不成立 is the last word on a trigger that is no more, given after the correction that ended it."""
    ruling = f.decided(world, c, clause, y)
    if ruling is None or ruling["decision"] != "dismiss":
        return False
    if clause in ("16.5", "16.6"):
        return True  # what a person alone decided, the later word of a person ends
    corrected = corrected_on(world, c, clause, y)
    return corrected is None or ruling["on"] > corrected


def corrected_on(world, c, clause, y):
    """The day of receipt since which the clause is no longer triggered, or None where that day is not known."""
    days = sorted({entry["received"] for entry in world["inbox"]["entries"]})
    corrected = None
    for day in reversed([d for d in days if d <= world["now"]]):
        past = at(world, day)
        if past is None or acceptance.unwaived_trigger(past, c, clause, y):
            break
        corrected = day
    from_unknown_day = corrected is None or corrected.year == 9999
    return None if from_unknown_day else corrected
