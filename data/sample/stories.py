"""What is particular about each consortium; README.md says it in a line each."""

from figures import (BOOLEANS, BY_POINTS, FAMILIES, FIGURES, HONOURS, NATIONAL, POLICY_POINTS, RATES, figures_of, rounded)
from forms import chosen
from roster import LAST, ROSTER, YEARS

TRAINING = [code for family in FAMILIES for code in family] + ["9.1.1"]

# Rows of the standard in which a weak consortium falls short, from the first on.
WEAK_POINTS = ("5.2.1", "7.1.1", "8.1.1", "8.5.6", "10.1.1", "13.1.2", "6.2.3", "11.1.3", "13.3.1", "14.1.2", "10.2.1",
               "13.2.1", "5.3.2", "5.4.3", "12.1.1", "9.1.7")

# What was promised for 2025 as a share of what came of it, in the first file.
PROMISED = {"C001": 0.97, "C006": 0.95, "C016": 0.98, "C026": 1.25, "C039": 0.9}
PROMISES = ("8.1.3", "8.2.2", "8.5.2", "9.1.5", "11.2.4", "13.2.3", "14.1.3")

# A plan for 2025 as it was told ahead, where the file for 2025 tells less.
LOWERED = {"C011": {("6.1.4", 2025): "260"}, "C031": {("6.1.4", 2025): "260"}}

# The figures of a past year that the file for 2025 tells anew: (code, year): (text as it was, reason).
RESTATED = {
    "C001": {("14.1.4", 2024): ("{0.83}", "补计退役军人专场培训")},
    "C027": {("6.1.2", 2024): ("210.00", "")},
    "C034": {("14.1.4", 2024): ("{0.8}", "")},
}

# Who sent sections 1–10 only, who an untouched form, and who sections 1–10 in time and the rest after the window.
PARTIAL, UNTOUCHED, PARTIAL_THEN_LATE = "C047", "C044", "C045"
SECTIONS_SENT_IN_TIME = range(1, 11)


def set_all(cells, codes, years, text):
    cells |= {(code, year): text for code in codes for year in years}


def fund(cells, year, planned, paid, plan="6.1.4"):
    cells[plan, year], cells["6.1.2" if plan == "6.1.4" else "6.1.6", year] = planned, paid


def regular_plan(cells, base, step=20):
    """The plan of the special fund, `base` in 2022 and a step more each year; what was paid keeps its distance from it."""
    for n, year in enumerate(range(2022, LAST + 3)):
        if year <= LAST:
            over = float(cells["6.1.2", year]) - int(cells["6.1.4", year])
            cells["6.1.2", year] = f"{base + step * n + over:.2f}"
        cells["6.1.4", year] = str(base + step * n)


def weaken(cells, count, years=(2024, 2025)):
    for code in WEAK_POINTS[:count]:
        set_all(cells, [code], years, "否" if code in BOOLEANS else "0")
    if "12.1.1" in WEAK_POINTS[:count]:
        set_all(cells, ["12.1.1"], years, "71.5")


def stand_still(cells):
    """No breakthrough of 16.5: every family within a few percent of 2022, nothing national."""
    for n, code in enumerate(TRAINING):
        base = int(cells[code, 2022])
        for k, year in enumerate(YEARS):
            cells[code, year] = str(base + base * k * (1 if n % 3 else -1) // 50)
    set_all(cells, NATIONAL, YEARS, "0")


def story(c, cells):
    match c.id:
        case "C002":
            regular_plan(cells, 380)
            fund(cells, 2024, "420", "260.00")
            fund(cells, 2025, "420", "255.50")
        case "C003":
            regular_plan(cells, 360)
            fund(cells, 2025, "420", "340")
            fund(cells, 2025, "60", "60", plan="6.1.8")
        case "C010":
            set_all(cells, POLICY_POINTS, (2024, 2025), "否")
        case "C011":
            regular_plan(cells, 200)
            fund(cells, 2025, "180", "200.00")
            # Says itself that policies were issued; no register knows of one.
            set_all(cells, POLICY_POINTS, (2024, 2025), "是")
        case "C012":
            cells["13.2.3", 2025] = f"{float(cells['13.2.3', 2024]) * 10800:.2f}"
        case "C014" | "C015" | "C016":
            stand_still(cells)
        case "C017":
            stand_still(cells)
            set_all(cells, TRAINING, (2022,), "")
            cells["9.1.7", 2025], cells["11.1.4", 2025], cells["8.5.3", 2025] = "约20场", "1.2万", "待统计"
        case "C018" | "C019":
            set_all(cells, ("7.2.1", "7.2.2"), (2025,), "0")
            weaken(cells, 2)
        case "C020":
            set_all(cells, ("11.2.4", "11.2.5"), (2025,), "")
        case "C021":
            regular_plan(cells, 340)
            fund(cells, 2024, "380", "335.00")
            fund(cells, 2025, "400", "400.00")
        case "C024":
            for year in (2024, 2025):
                fund(cells, year, cells["6.1.4", year], f"{int(cells['6.1.4', year]) - 60}.5")
        case "C026":
            weaken(cells, 4)
        case "C027":
            regular_plan(cells, 240)
            fund(cells, 2024, "280", "281.50")
            fund(cells, 2025, "300", "268.00")
        case "C028":
            weaken(cells, 16)
        case "C029":
            set_all(cells, ("7.1.1", "7.1.2", "9.2.1", "6.2.3"), YEARS, "不适用")
        case "C031":
            regular_plan(cells, 200)
            fund(cells, 2025, "200", "210.00")
        case "C032":
            weaken(cells, 6)
            cells["3.3.1", 2025] = "2.1"
        case "C038":
            set_all(cells, ("7.2.1", "7.2.2"), (2024,), "0")
        case "C040":
            weaken(cells, 13, years=(2025,))
        case "C041":
            for year in (2024, 2025):
                cells["6.1.1", year], cells["6.1.2", year], cells["6.1.3", year] = "否", "0", ""
        case "C042":
            cells["6.1.5", 2025] = "否"
        case "C045":
            for code in RATES:
                for year, fall in zip(YEARS, (0, 0.9, 2.1, 3.8)):
                    cells[code, year] = rounded(code, float(cells[code, 2022]) - fall)
        case "C049":
            # The figures of a consortium far away.
            twin = PANELS["C048"]
            for code in ("7.1.2", "8.4.1/课时", "8.5.2", "8.5.4", "9.1.2", "9.1.4", "11.1.1", "11.1.4", "11.2.4", "13.2.3",
                         "13.3.5", "14.1.1", "14.1.3"):
                cells[code, 2025] = twin[code, 2025]
        case "C050":
            set_all(cells, HONOURS, (2024, 2025), "")
        case "C051":
            regular_plan(cells, 260)
            fund(cells, 2024, "300", "246.00")
            fund(cells, 2025, "320", "301.50")


# Those in which a gap would hide what they are there to show.
TIDY = ("C001", "C040", "C044", "C050")


def leave_gaps(c, cells):
    """What offices forget. Only points that no clause of the negative list looks at."""
    pick = chosen(c.id, "gaps")
    forgotten = ["8.2.1", "8.3.2", "8.4.2/课时", "8.4.5", "15.2.3", "15.2.4", "15.1.2"]
    for year in YEARS:
        for code in pick.sample(forgotten, 0 if c.id in TIDY else pick.choice((0, 0, 1, 1, 2))):
            cells[code, year] = ""


def before_restatement(c, cells):
    """{(code, year): text} as the file of the year itself told it."""
    earlier = {}
    for (code, year), (text, _) in RESTATED.get(c.id, {}).items():
        share = text.strip("{}") if text.startswith("{") else None
        earlier[code, year] = rounded(code, float(cells[code, year]) * float(share)) if share else text
    return earlier


def promises(c, cells):
    """The figures promised for 2025: {code: text}."""
    share = PROMISED.get(c.id)
    return {code: rounded(code, float(cells[code, LAST]) * share) for code in PROMISES} if share else {}


PANELS = {}
for _c in ROSTER.values():
    PANELS[_c.id] = figures_of(_c)
    story(_c, PANELS[_c.id])
    leave_gaps(_c, PANELS[_c.id])
