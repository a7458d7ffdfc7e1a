"""DESIGN §5, formula by formula, over plain dictionaries. Nothing here is shared with the product.

Truth values are True, False and None (unknown); numbers are Fractions; a missing number is None. `world` is what
`world.prepare` makes of an inbox.
"""

import datetime
from fractions import Fraction

from reading import FAR

BASE = 2022
EDITION = "municipal-consortium-trial"
REVOCATION = "2023-15.3"
FUNDS = {"6.1.4": ("6.1.1", "6.1.2"), "6.1.8": ("6.1.5", "6.1.6")}  # plan: (arranged, received)
PLANS = tuple(FUNDS)
# What a person decides for the year as a whole, whatever the data say.
FOR_PEOPLE = ("16.5", "16.6", "2023-23")
JUDGED = ("培育", "通过验收")


# --- three-valued logic, and sums and comparisons that stay unknown -------------------------------------------------

def any_of(terms):
    terms = list(terms)
    return True if True in terms else None if None in terms else False


def all_of(terms):
    terms = list(terms)
    return False if False in terms else None if None in terms else True


def negate(truth):
    return None if truth is None else not truth


def total(terms):
    terms = list(terms)
    return None if None in terms else sum(terms, Fraction(0))


def less(a, b):
    return None if a is None or b is None else a < b


def positive(value):
    return None if value is None else value > 0


def is_one_of(value, *wanted):
    return None if value is None else value in wanted


def within(date, first, last):
    return None if date is None else first <= date <= last


def end_of(year):
    return datetime.date(year, 12, 31)


def outcome(triggered, suspected=False, warning=False):
    """(outcome, what is pending beside it): the first in precedence that is known to hold."""
    if triggered:
        return "triggered", None
    if suspected:
        return "suspected", "triggered" if triggered is None else None
    if triggered is None or suspected is None:
        return "undetermined", None
    if warning:
        return "warning", None
    return "clear", "warning" if warning is None else None


NOT_APPLICABLE = ("notApplicable", None)


# --- the panel ------------------------------------------------------------------------------------------------------

def cell(world, consortium, code, year, basis="actual"):
    found = world["latest"].get((basis, consortium, code, year))
    if found is None or found["status"] == "retracted":
        return "missing", None
    return found["status"], found["value"]


def actual(world, consortium, code, year):
    return cell(world, consortium, code, year)[1]


def reporting_years(observations):
    """{(file, consortium): the latest year that the file reports on}; plans may run ahead and are not counted."""
    years = {}
    for o in observations:
        if o["basis"] == "actual" and o["code"] not in PLANS:
            key = (o["file"], o["consortium"])
            years[key] = max(years.get(key, 0), o["year"])
    return years


# --- determinations -------------------------------------------------------------------------------------------------

def valid_determinations(world):
    """Those that are complete and in time, without those withdrawn."""
    dates = {(i["consortium"], i["id"]): i["date"] for i in world["incidents"] or [] if i["id"]}
    complete = [d for d in world["determinations"] if in_order(d, dates, world["now"])]
    withdrawals = [d for d in complete if d["decision"] == "withdraw" and d["withdraws"]]
    withdrawn = set()
    # From the latest back, so that a withdrawal that was itself withdrawn takes nothing away.
    for d in sorted(withdrawals, key=lambda d: d["on"], reverse=True):
        if not d["id"] or (d["consortium"], d["id"]) not in withdrawn:
            withdrawn.add((d["consortium"], d["withdraws"]))
    return [d for d in complete if d["decision"] != "withdraw"
            and not (d["id"] and (d["consortium"], d["id"]) in withdrawn)]


def in_order(d, incident_dates, now):
    """A determination without name, date or ground, or made too early or in the future, decides nothing."""
    if not (d["by"] and d["ground"] and d["on"] and d["decision"]) or d["on"] > now:
        return False
    if d["clause"] in FOR_PEOPLE and (d["year"] is None or d["on"] <= end_of(d["year"])):
        return False
    happened = incident_dates.get((d["consortium"], d["subject"]))
    return happened is None or d["on"] >= happened


def decisions(world, consortium, clause, year, *wanted):
    return [d for d in world["valid"] if (d["consortium"], d["clause"], d["year"]) == (consortium, clause, year)
            and d["decision"] in wanted]


def waived(world, consortium, clause, year):
    return bool(decisions(world, consortium, clause, year, "waive"))


def last_word(found):
    """The latest of the decisions; those of a day that contradict each other decide nothing, and are passed over."""
    for day in sorted({d["on"] for d in found}, reverse=True):
        of_day = [d for d in found if d["on"] == day]
        if len({d["decision"] for d in of_day}) == 1:
            return of_day[-1]
    return None


def decided(world, consortium, clause, year):
    """The determination that holds for the clause and the year as a whole, or None."""
    return last_word([d for d in decisions(world, consortium, clause, year, "confirm", "dismiss")
                      if not d["subject"] or clause in FOR_PEOPLE])


def decided_subject(world, consortium, clause, subject, parties=()):
    """The determination that settles an incident or a signal for every year, or None.

    A signal is one case of all its parties.
    """
    if not subject:
        return None
    return last_word([d for d in world["valid"]
                      if d["decision"] in ("confirm", "dismiss") and (d["clause"], d["subject"]) == (clause, subject)
                      and (d["consortium"] == consortium or d["consortium"] in parties)])


def settle(world, c, clause, y, raised, warning=False):
    """The outcome of `raised`, [{subject, date, triggered, suspected}], once determinations had their say.

    不成立 takes a suspicion away and 成立 makes it a trigger; neither touches what triggers by itself, nor what is
    unknown for want of data. A decision on the clause settles nothing that happened after it.
    """
    whole = decided(world, c, clause, y)
    triggers, suspicions = [], []
    for one in raised:
        trigger, suspicion = one["triggered"], one["suspected"]
        rulings = [decided_subject(world, c, clause, one.get("subject"),
                                   (*one.get("parties", ()), *ancestors(world, c)))]
        if whole and not (one.get("date") and whole["on"] < one["date"]):
            rulings.append(whole)
        for ruling in filter(None, rulings):
            if ruling["decision"] == "dismiss" and not one.get("gap"):
                suspicion = False
            elif ruling["decision"] == "confirm":
                trigger = any_of([trigger, suspicion])  # where the suspicion is unknown, so is what 成立 makes of it
        triggers.append(trigger)
        suspicions.append(suspicion)
    return outcome(any_of(triggers), any_of(suspicions), warning)


# --- standing, and the years that count -----------------------------------------------------------------------------

def standing(world, c, day):
    """申报, 培育, 通过验收 or 取消资格 on `day`: by the dated transitions where there are any, else by the register."""
    row = world["consortia"][c]
    dated = sorted((t for t in world["transitions"] if t["consortium"] == c and t["on"] and t["to"]),
                   key=lambda t: t["on"])
    before = [t for t in dated if t["on"] <= day]
    if before:
        return before[-1]["to"]
    if row["designatedOn"] and row["designatedOn"] > day:
        return "申报"
    if dated:
        return dated[0]["from"] or "申报"
    if row["below"]:
        return "申报"  # a province has designated it, and the ministry has not
    return row["stage"] or "培育"


def first_year(world, c):
    """F, the first full calendar year after designation."""
    day = world["consortia"][c]["designatedOn"] or datetime.date(2022, 7, 1)
    return max(BASE, day.year if (day.month, day.day) == (1, 1) else day.year + 1)


def base_year(world, c):
    """B, the last full year before designation."""
    day = world["consortia"][c]["designatedOn"]
    return max(BASE, day.year - 1) if day else BASE


def applies(world, c, y, first):
    return y >= first and standing(world, c, end_of(y)) in JUDGED


def counts_before(world, c, clause, y):
    """Whether y can be the earlier of two years running: it counts, and was not waived."""
    return y >= first_year(world, c) and not waived(world, c, clause, y)


# --- 16.1 and 16.2: incidents ---------------------------------------------------------------------------------------

def ancestors(world, c):
    """{id: the day up to which what it did counts for c, or None for all}: what c came of, and what that came of."""
    found, generation = {}, [(c, None)]
    while generation:
        older = []
        for successor, until in generation:
            for entry in world["consortia"].get(successor, {"entries": []})["entries"]:
                for p in entry["predecessors"]:
                    if p != c and p not in found:
                        found[p] = min((day for day in (until, entry["validFrom"]) if day), default=None)
                        older.append((p, found[p]))
        generation = older
    return found


def last_year(until, default):
    """The last year of which a predecessor answers for itself; one that ended on 1 January has none of that year."""
    return default if until is None else (until - datetime.timedelta(days=1)).year


def incidents_of(world, consortium):
    """Its own, those of its predecessors up to the succession, and those that name no registered consortium: of each of
    these it is unknown whether it is its own."""
    before = ancestors(world, consortium)

    def follows(i):
        until = before.get(i["consortium"])
        return i["consortium"] in before and (until is None or i["date"] is None or i["date"] <= until)

    own = [i | {"ours": True} for i in world["incidents"] or [] if i["consortium"] == consortium or follows(i)]
    return own + [i | {"ours": None} for i in world["unassigned"]]


def gap(world, y):
    """What may have happened and is in no register, unless one that reaches to the end of the year was received."""
    up_to = world["incidentsUpTo"]
    covered = up_to is not None and up_to >= end_of(y)
    return [] if covered else [{"triggered": None, "suspected": None, "gap": True}]


def clause_16_1(world, c, y):
    first, last = datetime.date(y - 2, 1, 1), end_of(y)

    def raised(i):
        grave = all_of([i["ours"], is_one_of(i["severity"], "major", "critical"), within(i["date"], first, last)])
        named = all_of([grave, is_one_of(i["domain"], "enrolment", "employment", "safety")])
        other = all_of([grave, is_one_of(i["domain"], "other")])
        clue, confirmed = is_one_of(i["status"], "reported"), is_one_of(i["status"], "confirmed")
        return {
            "subject": i["id"], "date": i["date"],
            "triggered": all_of([named, confirmed, i["adverseImpact"] is True]),
            "suspected": any_of([
                all_of([named, clue, i["adverseImpact"] is not False]),
                all_of([named, confirmed, i["adverseImpact"] is None]),
                all_of([other, any_of([clue, confirmed]), i["adverseImpact"] is not False])])}

    return settle(world, c, "16.1", y, [raised(i) for i in incidents_of(world, c)] + gap(world, y))


def clause_16_2(world, c, y):
    first, last = datetime.date(base_year(world, c), 1, 1), end_of(y)

    def raised(i):
        false_papers = all_of([i["ours"], is_one_of(i["domain"], "falsification"), within(i["date"], first, last)])
        return {
            "subject": i["id"], "date": i["date"],
            "triggered": all_of([false_papers, is_one_of(i["severity"], "major", "critical"),
                                 is_one_of(i["status"], "confirmed")]),
            "suspected": all_of([false_papers, is_one_of(i["status"], "reported")])}

    marks = [{"subject": s["id"], "parties": s["parties"], "triggered": False, "suspected": True}
             for s in world["signals"] if s["grade"] == "strong" and s["year"] <= y and concerns(world, s, c)]
    return settle(world, c, "16.2", y, [raised(i) for i in incidents_of(world, c)] + marks + gap(world, y))


def concerns(world, signal, c):
    """Whether a signal is its own, or one of a predecessor's time."""
    return c in signal["parties"] or any(
        p in signal["parties"] and signal["year"] <= last_year(until, signal["year"])
        for p, until in ancestors(world, c).items())


# --- 16.3: funds ----------------------------------------------------------------------------------------------------

def received(world, c, y, plan):
    arranged_code, amount_code = FUNDS[plan]
    arranged, amount = actual(world, c, arranged_code, y), actual(world, c, amount_code, y)
    if arranged is False:
        return None if amount is not None and amount > 0 else Fraction(0)
    return amount


def planned(world, c, y, plan):
    told = world["plans"].get((c, plan, y), [])
    accepted = last_accepted(world, c, y, plan)
    if accepted:
        if accepted["amount"] is not None and accepted["fund"]:
            return accepted["amount"]
        # It accepts the plan that its author could see.
        seen = [o for o in told if o["received"] == FAR or o["received"] <= accepted["on"]]
        told = seen[-1:] or told
    if told:
        return told[0]["value"]
    return Fraction(0) if actual(world, c, FUNDS[plan][0], y) is False else None


def last_accepted(world, c, y, plan):
    found = [d for d in decisions(world, c, "16.3", y, "acceptPlanChange") if d["fund"] in (None, plan)]
    return sorted(found, key=lambda d: d["on"])[-1] if found else None


def short_in_total(world, c, y):
    return less(total(received(world, c, y, plan) for plan in PLANS),
                total(planned(world, c, y, plan) for plan in PLANS))


def short_anywhere(world, c, y):
    return any_of([short_in_total(world, c, y)]
                  + [less(received(world, c, y, plan), planned(world, c, y, plan)) for plan in PLANS])


def clause_16_3(world, c, y):
    if not applies(world, c, y, first_year(world, c)):
        return NOT_APPLICABLE
    triggered = all_of([counts_before(world, c, "16.3", y - 1), short_in_total(world, c, y - 1),
                        short_in_total(world, c, y)])
    return outcome(triggered, warning=short_anywhere(world, c, y))


# --- 16.4: policies -------------------------------------------------------------------------------------------------

OWN_POLICIES = ("1.1.2", "1.2.2", "6.2.1", "6.3.1")


def registered(world, c):
    """The policies of where it lay on the day of issue; and those whose region nobody can read, of which it is unknown
    whether they are."""
    entries = world["consortia"][c]["entries"]

    def lay_in(p):
        holding = [e for e in entries if p["issuedOn"] and (e["validFrom"] is None or e["validFrom"] <= p["issuedOn"])]
        return holding[-1:] or entries[:1] if p["issuedOn"] else entries

    own = [p | {"ours": True} for p in world["policies"] if any(p["region"] in e["places"] for e in lay_in(p))]
    return own + [p | {"ours": None} for p in world["unplaced"]]


def listed(world, c, y):
    """Whether an authority's register has a policy issued in y."""
    if world["policies"] is None:
        return None
    return any_of(all_of([p["ours"], p["effective"], is_one_of(p["issuedOn"] and p["issuedOn"].year, y)])
                  for p in registered(world, c))


def issued(world, c, y):
    return any_of([actual(world, c, code, y) for code in OWN_POLICIES] + [listed(world, c, y)])


def in_force(world, c, y):
    if world["policies"] is None:
        return None
    return any_of(all_of([p["ours"], p["effective"], *holds(p, y)]) for p in registered(world, c))


def holds(p, y):
    """The terms of “in force at some time of y” of one policy."""
    day, until, repealed = p["issuedOn"], p["validUntil"], p["repealedOn"]
    yield None if day is None else day <= end_of(y)
    yield True if repealed == "blank" else None if repealed is None else repealed.year >= y
    if until == "blank":
        yield None if day is None else y <= day.year + 4
    else:
        yield None if until is None else until.year >= y


def clause_16_4(world, c, y):
    if not applies(world, c, y, first_year(world, c)):
        return NOT_APPLICABLE
    triggered = all_of([counts_before(world, c, "16.4", y - 1), negate(issued(world, c, y - 1)),
                        negate(issued(world, c, y)), negate(in_force(world, c, y))])
    return outcome(triggered, warning=negate(issued(world, c, y)))


# --- 16.5 and 16.6: what a person decides, whatever the data say ----------------------------------------------------

FAMILIES = (("9.1.2",), ("9.1.3", "9.1.4"), ("9.1.5", "9.1.6"), ("9.2.1", "9.2.2", "9.2.3"), ("14.2.1",), ("14.2.2",))
NATIONAL = ("8.2.3", "8.3.3", "8.4.4", "15.2.1", "15.2.2")
COOPERATIONS = (("7.2.1", "7.2.2"), ("8.4.1/人次", "9.1.2", "9.1.3", "9.1.4", "9.1.5", "9.1.6"),
                ("11.2.4", "11.2.5"), ("13.2.3", "13.2.4", "13.3.4", "14.1.3"))


def by_person(world, c, clause, y, suspected):
    ruling = decided(world, c, clause, y)
    if ruling:
        return outcome(ruling["decision"] == "confirm")
    return outcome(False, suspected)


def breakthrough(world, c, y):
    base = base_year(world, c)

    def grew(family):
        now, then = (total(actual(world, c, code, year) for code in family) for year in (y, base))
        return less(None if then is None else then * 12 / 10, now)

    return any_of([grew(family) for family in FAMILIES]
                  + [positive(actual(world, c, code, year)) for code in NATIONAL for year in range(base + 1, y + 1)])


def clause_16_5(world, c, y):
    if not applies(world, c, y, first_year(world, c) + 1):
        return NOT_APPLICABLE
    return by_person(world, c, "16.5", y, negate(breakthrough(world, c, y)))


def clause_16_6(world, c, y):
    if not applies(world, c, y, first_year(world, c)):
        return NOT_APPLICABLE
    active = [any_of(positive(actual(world, c, code, y)) for code in points) for points in COOPERATIONS]
    return by_person(world, c, "16.6", y, negate(all_of(active)))


NEGATIVE = {"16.1": clause_16_1, "16.2": clause_16_2, "16.3": clause_16_3, "16.4": clause_16_4,
            "16.5": clause_16_5, "16.6": clause_16_6}


# --- revocation (notice 2023-15, part 3) ----------------------------------------------------------------------------

def accepted_on(world, c, y):
    """(whether it had been accepted by the end of y, the day or None where no transition says it)."""
    dated = [t for t in world["transitions"] if t["consortium"] == c and t["on"]]
    days = [t["on"] for t in dated if t["to"] == "通过验收" and t["on"] <= end_of(y)]
    if days:
        return True, max(days)
    return not dated and standing(world, c, end_of(y)) == "通过验收", None


def after_acceptance(world, c, date, since):
    if date is None or since is not None:
        return None if date is None else date > since
    # The register says that it was accepted, not when: not before designation, and later nobody can tell.
    designated = world["consortia"][c]["designatedOn"]
    return False if designated and date <= designated else None


def revocation(world, c, y):
    accepted, since = accepted_on(world, c, y)
    if not accepted:
        return NOT_APPLICABLE

    def raised(i):
        ending = all_of([
            i["ours"], is_one_of(i["domain"], "dissolution", "revocation", "majorChange", "majorViolation"),
            after_acceptance(world, c, i["date"], since), within(i["date"], datetime.date.min, end_of(y))])
        return {"subject": i["id"], "date": i["date"],
                "triggered": all_of([ending, is_one_of(i["status"], "confirmed")]),
                "suspected": all_of([ending, is_one_of(i["status"], "reported")])}

    return settle(world, c, REVOCATION, y, [raised(i) for i in incidents_of(world, c)] + gap(world, y))


CLAUSES = NEGATIVE | {REVOCATION: revocation}
