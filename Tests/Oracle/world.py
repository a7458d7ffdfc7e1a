"""An inbox → what the formulae look at: `reading.known` of a day with these added:

    municipal   the ids of the consortia that the trial standard speaks for, in order
    latest      {(basis, consortium, code, year): observation}, the word on each cell that counts
    plans       {(consortium, code, year): [observation]}, all plans told for a year, first to last
    valid       the determinations that decide something
    signals     what `signals.find` found
    now         the day as of which the world is told
    close       (month, day) of the next year on which the window of a year closes
"""

import datetime

import formulae as f
import signals
from reading import FAR, known

CLOSE = (3, 31)


def prepare(inbox, now=FAR, close=CLOSE):
    """The world at the end of the day `now`. A file of no known day was received after all years, and is known."""
    here = [entry for entry in inbox["entries"] if entry["received"] <= now or entry["received"] == FAR]
    world = known({**inbox, "entries": here})
    return complete(world, now) | {"inbox": inbox, "close": close, "closed": {}}


def at(world, day):
    """The world as known at the end of an earlier day, or None where nobody had been registered."""
    if day >= world["now"]:
        return world
    if day not in world["closed"]:
        earlier = known(world["inbox"], day)
        world["closed"][day] = complete(earlier, day) if earlier["consortia"] else None
    return world["closed"][day]


def close_of(world, year):
    """The last day on which the year is reported in time."""
    return datetime.date(year + 1, *world["close"])


def complete(world, now):
    world["now"] = now
    world["municipal"] = sorted(c for c, row in world["consortia"].items() if row["kind"] == "municipal")
    # What an industry community reports under the codes of the trial standard is no figure of that edition.
    own = set(world["municipal"])
    world["observations"] = spoken([o for o in world["observations"] if o["consortium"] in own])
    world["latest"], world["plans"] = latest_words(world["observations"]), plans_told(world["observations"])
    world["valid"] = f.valid_determinations(world)
    world["signals"] = []
    world["signals"] = signals.find(world)
    return world


def spoken(observations):
    """Without what old copies of tables repeat: in the report of a later year, with no reason, a figure that a correction
    with a reason has replaced. A file is held against what had come before it."""
    years, said, heard, pending, file = f.reporting_years(observations), {}, [], [], None
    for o in observations:
        if o["file"] != file:
            for key, word in pending:
                said.setdefault(key, []).append(word)
            pending, file = [], o["file"]
        key = (o["consortium"], o["code"], o["year"])
        if o["basis"] == "actual" and o["code"] not in f.PLANS and o["status"] != "missing":
            before = said.get(key, [])
            if (o["status"] == "reported" and not o["reason"] and o["year"] < years[(o["file"], o["consortium"])]
                    and before and before[-1]["reason"] and not alike(before[-1], o)
                    and any(alike(word, o) for word in before[:-1])):
                continue
            pending.append((key, o))
        heard.append(o)
    return heard


def alike(a, b):
    return (a["status"], a["value"]) == (b["status"], b["value"])


def latest_words(observations):
    """The last that filled a cell in. A blank keeps what was there; 撤回 takes it back."""
    latest = {}
    for o in observations:
        key = (o["basis"], o["consortium"], o["code"], o["year"])
        if o["status"] != "missing" or key not in latest:
            latest[key] = o
    return latest


def plans_told(observations):
    plans = {}
    for o in observations:
        if o["code"] in f.PLANS and o["status"] == "reported":
            plans.setdefault((o["consortium"], o["code"], o["year"]), []).append(o)
    return plans
