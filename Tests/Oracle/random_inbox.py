#!/usr/bin/env python3
"""Random inboxes in the forms of DESIGN §7, the same bytes for the same arguments.

    random_inbox.py --seed 7 --consortia 12 --out DIR [--level plain|usual|hostile]
    random_inbox.py --coverage [--level …]

plain    what the design spells out: gaps, 不适用, exact-decimal traps, designation on any day, standings and their
         transitions, empty and absent registers, commitments, incidents, policies and determinations of every kind
usual    (the default) and what time brings, with a manifest of the days of receipt: plans told late or lowered,
         figures restated, corrected after the close or taken back (撤回), blanks that erase nothing, determinations
         that are void, contradict each other or were withdrawn, registers that end before the year does, shared
         evidence and figures, full-width digits, separators, units, rejected texts, Chinese forms
hostile  and what ought never to be sent: blank fields in registers, a line twice, odd encodings

`--coverage` makes the inboxes of a few seeds, asks the oracle, and fails unless every outcome of every clause and
every verdict of every table occurs.
"""

import argparse
import collections
import csv
import datetime
import hashlib
import io
import pathlib
import random
import sys
import tempfile

import acceptance
import cases
import formulae as f
import work_plans
import world as worlds
from catalogue import CHOICES, GROWTH, HONOURS, KIND, POINTS, UNIT
from reading import FORMS, NO, WORDS, read_inbox

YEARS = (2022, 2023, 2024, 2025)
PLACES = [("110000", "110100"), ("320000", "320500"), ("330000", "330300"), ("430000", "430100"), ("430000", "430200"),
          ("510000", "510100")]
NAMES = {"110000": "北京市", "320000": "江苏省", "330000": "浙江省", "430000": "湖南省", "510000": "四川省",
         "320500": "苏州市", "330300": "温州市", "430100": "长沙", "430200": "株洲市", "510100": "成都市"}
FUNDS = ("0", "50", "100", "100.1", "200.2", "300.3", "300.30", "120.55", "99.9")
DESIGNATED = ("", "2021-11-30", "2022-01-01", "2022-06-01", "2022-06-01", "2023-01-01", "2023-09-30", "2024-10-01",
              "2024-12-31", "2025-01-01")
OCCURRED = (2020, 2021, 2022, 2023, 2024, 2024, 2025, 2025)
LEVELS = ("plain", "usual", "hostile")

# When what was sent was received. All of it after the standard was issued (November 2024), and each report of 2024
# and 2025 before any day on which its window may close.
REPORTED = {2022: "2024-12-0", 2023: "2024-12-2", 2024: "2025-01-1", 2025: "2026-01-1"}
REGISTERED, LATE, LATER = "2026-01-28", "2026-07-01", "2026-09-01"
EARLY_REGISTER = "2025-02-10"


# Columns that a file leaves out where none of its rows has anything in them.
OPTIONAL = {
    "consortia": ("validFrom", "predecessor", "otherRegions", "level", "levelOn"),
    "observations": ("reason",), "policies": ("validUntil", "repealedOn"), "incidents": ("description",),
    "determinations": ("subject", "id", "withdraws", "fund", "amount"), "manifest": ("consortium",),
}


def wide(text):
    """ASCII digits, point, comma and percent sign at full width."""
    return "".join(chr(ord(c) + 0xFEE0) if c in "0123456789.,%" else c for c in text)


def scaled(code, value, factor):
    """`value` times `factor`, as a figure the point can have."""
    number = float(value) * factor
    if KIND[code] in ("count", "rank"):
        return str(max(1, round(number)))
    if KIND[code] == "percent" and code not in GROWTH:
        number = min(number, 100)
    return f"{number:.2f}"


class Inbox:
    def __init__(self, seed, count, level):
        self.random = random.Random(f"{seed}/{count}/{level}")
        self.usual, self.hostile = LEVELS.index(level) >= 1, level == "hostile"
        self.seed, self.count = seed, count
        self.files, self.received = {}, {}

    def chance(self, p):
        return self.random.random() < p

    # --- cells -------------------------------------------------------------------------------------------------------

    def dressed(self, code, number):
        """A number as people write it."""
        if not self.usual:
            return number
        if "." not in number and len(number) > 3 and self.chance(0.3):
            number = f"{int(number):,}"
        if UNIT[code] != "#" and self.chance(0.1):
            number += self.random.choice(["", " "]) + UNIT[code]
        return wide(number) if self.chance(0.08) else number

    def yes_or_no(self, truth):
        return self.random.choice((["是", "true", "有", "√"] if truth else ["否", "false", "无", "×"])
                                  if self.usual else ["是" if truth else "否"])

    def gap(self, code):
        """A cell that holds no value, or None for one that does."""
        draw = self.random.random()
        if draw < 0.03:
            return ""
        if draw < 0.05:
            return self.random.choice(["不适用", "N/A"])
        if draw < 0.065 and self.usual and KIND[code] in ("count", "amount", "percent", "rank", "boolean"):
            odd = ["约120", "—", "1.2万", "待定", "无数据", "1,2,3"]
            if KIND[code] in ("count", "amount"):
                odd += ["-5"]
            if KIND[code] == "percent" and code not in GROWTH:
                odd += ["112.5"]
            if self.hostile:
                odd += ["1e3", "12 34", "①", "0x10", "１２０元人民币"]
            return self.random.choice(odd)
        return None

    def series(self, code, manner):
        """The four years of a point, before gaps."""
        kind, pick = KIND[code], self.random
        if kind == "text":
            return ["已按方案执行"] * 4
        if code == "4.1.1/称号":
            return [pick.choice(["不适用"] * 4 + [""])] * 4
        if kind == "choice":
            return [pick.choice(CHOICES[code])] * 4
        if kind == "boolean":
            return [self.yes_or_no(pick.random() < manner["yes"]) for _ in YEARS]
        if kind == "rank":
            return [str(pick.randint(1, 60)) for _ in YEARS]
        if code in GROWTH:
            low = 6 if manner["good"] and code.endswith("园区增速") else -4
            return [f"{pick.uniform(low, low + 9):.1f}" for _ in YEARS]
        if kind == "percent":
            low = 60 if manner["good"] else 0
            values = [f"{pick.uniform(low, 100):.{pick.choice((0, 1, 2))}f}" for _ in YEARS]
            return sorted(values, key=float) if manner["good"] or self.chance(0.3) else values
        return self.amounts(code, manner)

    def amounts(self, code, manner):
        pick = self.random
        if code in ("6.1.2", "6.1.6", *f.PLANS):
            if manner["good"]:
                return [str(200 + 10 * n if code in ("6.1.2", "6.1.6") else 180 + 10 * n) for n in range(4)]
            return [pick.choice(FUNDS) for _ in YEARS]
        if code.endswith("/三年总额"):
            return ["600"] * 4
        national = code in f.NATIONAL
        idle = code in manner["idle"] or (national and not manner["good"] and pick.random() < 0.9)
        if idle or (not manner["good"] and pick.random() < 0.1):
            return ["0", "0", "0", pick.choice(["0", "0.0"])]
        start = pick.choice((3, 17, 100, 240, 1875, 41627)) * pick.uniform(0.8, 1.2)
        if code == "3.2.1":
            start = pick.uniform(60, 500)
        # At 1.2 the value of 2025 is not yet beyond the line of 16.5; the growth is over the base year as a whole.
        pace = pick.choice((1, 1.1, 1.2, 1.5)) if manner["grows"] else pick.choice((1, 1, 0.95, 1.05))
        values = [start * (1 + (pace - 1) * n / 3) for n in range(4)]
        digits = 2 if UNIT[code] in ("万元", "亿元") else 0
        return [f"{round(v, digits):.{digits}f}" for v in values]

    # --- observations ------------------------------------------------------------------------------------------------

    def manner(self):
        """How a consortium does, and how it reports."""
        pick, good = self.random, self.chance(0.35)
        manner = {
            "good": good, "yes": 1 if good else pick.choice((0.1, 0.5, 0.9)), "grows": good or self.chance(0.4),
            "gaps": 0 if self.chance(0.3) else pick.choice((0.3, 1, 3)),
            "idle": () if good or self.chance(0.6) else pick.choice(f.COOPERATIONS),
        }
        if good and self.chance(0.6):
            manner["gaps"] = 0
        if not good and self.chance(0.3):
            manner |= {"grows": False, "gaps": pick.choice((0, 0.2))}
        return manner

    def figures(self, manner):
        cells = {code: self.series(code, manner) for code in UNIT}
        for arranged, amount in f.FUNDS.values():
            for n in range(4):
                # Mostly what was not arranged did not come; some write 否 beside an amount all the same.
                if cells[arranged][n] in NO and self.chance(0.7):
                    cells[amount][n] = "0"
        return cells

    def evidence(self, c, n, code, year):
        if not (self.usual and self.chance(0.1)):
            return ""
        if self.chance(0.002):
            return f"材料{n}.pdf sha256:" + hashlib.sha256(str(self.seed).encode()).hexdigest()
        own = hashlib.sha256(f"{self.seed}{c}{code}{year}".encode()).hexdigest()
        return "材料.pdf" if self.chance(0.5) else f"sha256:{own}"

    def observations(self):
        sent = {year: [] for year in YEARS}
        copied = None
        for n, c in enumerate(self.ids):
            manner = self.manner()
            cells = self.figures(manner)
            if self.usual and copied and self.chance(0.06):
                cells |= {code: copied[code] for code in self.random.sample(list(copied), 40)}
            copied = cells
            for code, values in cells.items():
                for year, value in zip(YEARS, values):
                    gap = self.gap(code) if self.chance(manner["gaps"]) else None
                    if gap is None and self.chance(0.02 * manner["gaps"]):
                        continue
                    numeric = KIND[code] in ("count", "amount", "percent", "rank")
                    text = gap if gap is not None else self.dressed(code, value) if numeric else value
                    row = {"consortium": c, "indicator": code, "year": year, "basis": "actual", "value": text,
                           "evidence": self.evidence(c, n, code, year)}
                    sent[year].append(row)
                    if self.hostile and self.chance(0.005):
                        # Of a plan that one file tells twice the reading keeps the first line, with a finding.
                        odd = [""] if code in f.PLANS else ["", "7", "不适用"]
                        sent[year].append(row | {"value": self.random.choice(odd)})
                    if numeric and gap is None:
                        self.promise(sent, row, code, value)
                        self.change(sent, row, code, value)
        return sent

    def promise(self, sent, row, code, value):
        if code in f.PLANS:
            # A plan told the year before, as a promise: the first one counts, whichever basis it has.
            if self.usual and row["year"] > 2022 and self.chance(0.1):
                sent[row["year"] - 1].append(row | {"basis": "committed", "evidence": "",
                                                    "value": self.random.choice(FUNDS)})
        elif code not in HONOURS and code not in GROWTH and float(value) > 0 and self.chance(0.05):
            promise = scaled(code, value, self.random.choice((0.5, 1, 1.3)))
            sent[row["year"]].append(row | {"basis": "committed", "value": promise, "evidence": ""})

    def change(self, sent, row, code, value):
        """What the report of the next year says of this one."""
        if not self.usual or row["year"] == 2025:
            return
        pick, later = self.random, sent[row["year"] + 1]
        if code in f.PLANS:
            if self.chance(0.15):
                later.append(row | {"value": pick.choice(FUNDS)})
        elif self.chance(0.06 if code in ("6.1.2", "6.1.6") else 0.003):
            later.append(row | {"value": scaled(code, value, pick.choice((1.05, 1.099, 1.2, 0.5, 3))),
                                "reason": pick.choice(["", "统计口径调整"])})
        elif self.chance(0.003):
            later.append(row | {"value": "撤回", "evidence": ""})
        if self.chance(0.01):
            later.append(row | {"value": "", "evidence": ""})

    def corrections(self):
        """Funds that turn up after the close, with a reason: what was triggered at the close stays a case."""
        rows = []
        for c in self.ids:
            if self.chance(0.4):
                year = self.random.choice((2024, 2025))
                for arranged, amount in f.FUNDS.values():
                    for code, value in ((arranged, "是"), (amount, "900")):
                        rows.append({"consortium": c, "indicator": code, "year": year, "basis": "actual",
                                     "value": value, "evidence": "", "reason": "补充到账凭证"})
        return rows

    # --- registers ---------------------------------------------------------------------------------------------------

    def consortia(self):
        """The register of consortia, and beside it the transitions of some of them."""
        rows, pick = [], self.random
        self.transition_rows = []
        with_transitions = self.chance(0.7)
        for c in self.ids:
            province, prefecture = pick.choice(PLACES)
            if self.usual and self.chance(0.3):
                province, prefecture = NAMES[province], NAMES.get(prefecture, prefecture)
            designated = pick.choice(DESIGNATED)
            if with_transitions and self.chance(0.6):
                stage = self.career(c, designated)
            else:
                stage = pick.choice(["培育"] * 12 + ["通过验收"] * 4 + ["申报", "取消资格"])
                designated = "" if stage == "申报" else designated
            rows.append({
                "id": c, "name": f"示例联合体{c}（虚构）", "kind": "industry" if self.chance(0.1) else "municipal",
                "province": province, "prefecture": prefecture, "park": "示例园区", "parkLevel": "国家级",
                "leadSchool": "示例学院", "leadEnterprise": "示例企业", "cohort": "1", "stage": stage,
                "designatedOn": designated} | (self.life(c) if self.usual else {}))
            if self.usual and self.chance(0.15):
                rows.append(self.later_entry(rows[-1]))
        return rows

    def life(self, c):
        """What the register says of some: other cities, what they came of, the level that designated them."""
        more = {}
        if self.chance(0.1):
            more["otherRegions"] = self.random.choice(["430200", "长沙、苏州市", "330300"])
        if self.chance(0.15):
            more["predecessor"] = self.random.choice([i for i in self.ids if i != c] or [""])
        if self.chance(0.15):
            more["level"] = self.random.choice(["国家级", "国家级", "省级"])
            more["levelOn"] = self.random.choice(["", "2023-10-12", "2024-11-20"])
        return more

    def later_entry(self, row):
        """The same from a day on under another name, sometimes elsewhere; the rest is left blank."""
        province, prefecture = self.random.choice(PLACES + [("", "")])
        return {column: "" for column in row} | {
            "id": row["id"], "name": row["name"].replace("示例", "更名"), "kind": row["kind"], "province": province,
            "prefecture": prefecture, "validFrom": self.random.choice(["2024-03-01", "2025-07-01"])}

    def career(self, c, designated):
        """The dated transitions of one consortium; returns the standing they end in."""
        steps = [("培育", designated or "2022-06-01")]
        if self.chance(0.6):
            day = self.random.choice([d for d in ("2023-12-31", "2024-06-30", "2025-04-15") if d > steps[0][1]]
                                     or ["2025-12-01"])
            steps.append(("通过验收", day))
        if self.chance(0.12):
            steps.append(("取消资格", self.random.choice([d for d in ("2024-11-20", "2025-05-08") if d > steps[-1][1]]
                                                      or ["2026-02-01"])))
        before = "申报"
        for after, day in steps:
            self.transition_rows.append({
                "consortium": c, "from": before, "to": after, "on": day, "document": f"示例函〔{day[:4]}〕1号（虚构）",
                "by": "示例主管部门甲某、乙某", "ground": "按程序办理"})
            before = after
        return before

    def transitions(self):
        return self.transition_rows

    def policies(self):
        rows, pick = [], self.random
        for place in sorted({code for pair in PLACES for code in pair}):
            for year in (2018, 2020, *YEARS):
                if self.chance(0.14):
                    rows.append({
                        "id": f"P{len(rows):04}", "level": "province" if place.endswith("0000") else "city",
                        "region": NAMES.get(place, place) if self.usual and self.chance(0.3) else place,
                        "title": f"关于支持产教联合体建设的若干措施{year}（虚构）", "number": f"〔{year}〕{len(rows)}号",
                        "issuer": "示例", "issuedOn": f"{year}-05-20",
                        "effective": pick.choice(["是", "是", "否", ""]), "evidence": "",
                        "validUntil": pick.choice(["", "", f"{year}-12-31", f"{year + 1}-05-19", f"{year + 6}-01-01"]),
                        "repealedOn": pick.choice(["", "", "", f"{year}-12-31", f"{year + 2}-01-01"])})
        if self.hostile and rows:
            for row in rows:
                if self.chance(0.1):
                    row[pick.choice(["validUntil", "repealedOn"])] = pick.choice(["长期", "另行通知", "2025年"])
            if self.chance(0.4):
                stray = dict(pick.choice(rows), id=f"P{len(rows):04}", number="", region=pick.choice(["", "某市", "99"]))
                rows.append(stray)
                if self.chance(0.5):
                    rows.append(dict(stray, region=pick.choice(rows)["region"] or "430000"))
        return rows

    def incidents(self):
        pick, rows = self.random, []
        domains = ["enrolment", "employment", "safety", "falsification"] * 2 + list(WORDS["domain"].values())[3:] * 2
        for c in self.ids:
            for _ in range(pick.choice((0, 0, 1, 1, 2, 3))):
                row = {
                    "id": f"I{len(rows):04}", "consortium": c,
                    "occurredOn": f"{pick.choice(OCCURRED)}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}",
                    "domain": pick.choice(domains), "severity": pick.choice(["minor", "serious", "major", "critical"]),
                    "adverseImpact": pick.choice(["是", "是", "否", ""]),
                    "status": pick.choice(["reported", "confirmed", "dismissed"]), "evidence": ""}
                if self.hostile and self.chance(0.15):
                    row[pick.choice(["occurredOn", "domain", "severity", "status"])] = ""
                rows.append(row)
        if self.received.get("incidents.csv") == EARLY_REGISTER:
            rows = [row for row in rows if row["occurredOn"] <= EARLY_REGISTER]
        if self.hostile and rows and self.chance(0.4):
            # Whose it is cannot be read, and a later row may say.
            stray = dict(pick.choice(rows), id=f"I{len(rows):04}", consortium=pick.choice(["", "某联合体", "X-999"]))
            rows.append(stray)
            if self.chance(0.5):
                rows.append(dict(stray, consortium=pick.choice(self.ids)))
        return rows

    # --- determinations ----------------------------------------------------------------------------------------------

    def decision(self, c, clause, year, decision, on=None, **more):
        return {"consortium": c, "clause": clause, "year": year, "decision": decision,
                "by": "示例甲某、示例乙某" if decision == "waive" else "评审组",
                "on": on or f"{year + 1}-01-{self.random.randint(10, 24):02}",
                "ground": "核查认定", "evidence": "", **more}

    def determinations(self):
        rows = []
        for c in self.ids:
            # At most one story for a clause and year, so that each shows what it does.
            asked = [(clause, year) for clause in f.CLAUSES for year in YEARS]
            for clause, year in self.random.sample(asked, self.random.choice((0, 1, 2, 4))):
                rows += self.story(c, clause, year)
            clause, year = self.random.choice(("16.3", "16.4")), self.random.choice((2024, 2025))
            told = {(d["consortium"], d["clause"], d["year"]) for d in rows}
            if self.chance(0.15) and (c, clause, year) not in told:
                rows.append(self.decision(c, clause, year, "waive"))
            if self.chance(0.15):
                rows.append(self.plan_change(c))
        for incident in self.incident_rows:
            if self.chance(0.2) and incident["occurredOn"]:
                rows.append(self.on_incident(incident))
        return rows

    def story(self, c, clause, year):
        pick = self.random
        one = pick.choice(["confirm", "dismiss"])
        other = "dismiss" if one == "confirm" else "confirm"
        kind = pick.choice(["one"] * 4 + ["waive"] * 2 + (["void", "changed", "contradictory", "withdrawn"]
                                                          if self.usual else []))
        if kind == "waive":
            return [self.decision(c, clause, year, "waive")]
        if kind == "changed":
            return [self.decision(c, clause, year, one, f"{year + 1}-01-05"), self.decision(c, clause, year, other)]
        if kind == "contradictory":
            return [self.decision(c, clause, year, d, f"{year + 1}-01-12") for d in (one, other)]
        if kind == "withdrawn":
            number = f"R{c}-{clause}-{year}"
            return [self.decision(c, clause, year, pick.choice([one, "waive"]), f"{year + 1}-01-05", id=number),
                    self.decision(c, clause, year, "withdraw", withdraws=number, id=number + "-W")]
        row = self.decision(c, clause, year, one)
        if kind == "void":
            row |= pick.choice([{"by": ""}, {"on": ""}, {"ground": ""}, {"on": "2099-01-01"}]
                               + ([{"on": f"{year}-11-30"}] if clause in f.FOR_PEOPLE else []))
        return [row]

    def plan_change(self, c):
        more = self.random.choice([{}, {"fund": "专项经费"}, {"fund": "专项经费", "amount": "60"},
                                   {"fund": "日常经费", "amount": "80.5"}])
        year = self.random.choice(YEARS)
        return self.decision(c, "16.3", year, "acceptPlanChange", "2026-01-25", **more)

    def on_incident(self, incident):
        """A determination whose subject is an incident; it settles that one for every year."""
        clauses = {"falsification": "16.2"} | dict.fromkeys(("enrolment", "employment", "safety", "other"), "16.1")
        clause = clauses.get(incident["domain"], f.REVOCATION)
        happened = datetime.date.fromisoformat(incident["occurredOn"])
        on = "2026-01-26"
        if self.usual and self.chance(0.15):
            on = (happened - datetime.timedelta(days=20)).isoformat()  # before the incident: void
        return self.decision(incident["consortium"], clause, happened.year, self.random.choice(["confirm", "dismiss"]),
                             on, subject=incident["id"])

    def late_determinations(self):
        """After the corrections: 不成立 closes the case that they left open; some come too early to close it."""
        return [self.decision(row["consortium"], "16.3", row["year"], "dismiss",
                              self.random.choice(["2026-08-20", "2026-06-10"]))
                for row in self.correction_rows if row["indicator"] == "6.1.2" and self.chance(0.5)]

    # --- files -------------------------------------------------------------------------------------------------------

    def write(self, name, form, rows, received=None):
        """One file, all in English or (from `usual` on) all in Chinese, headers and words."""
        columns = [c for c in FORMS[form] if c not in OPTIONAL.get(form, ()) or any(row.get(c) for row in rows)]
        chinese = self.usual and self.chance(0.5)
        back = {column: {english: word for word, english in words.items() if word} for column, words in WORDS.items()}

        def word(column, value):
            return back[column].get(value, value) if chinese and column in back else value

        out, delimiter = io.StringIO(), self.random.choice(",;\t") if self.hostile else ","
        writer = csv.writer(out, delimiter=delimiter, lineterminator=self.random.choice(["\n", "\r\n"]))
        writer.writerow([FORMS[form][c] if chinese else c for c in columns])
        writer.writerows([[word(c, row.get(c, "")) for c in columns] for row in rows])
        encoding = "utf-8"
        if self.usual:
            encoding = self.random.choice(["utf-8", "utf-8-sig"] + (["gb18030", "utf-16"] if self.hostile else []))
        self.files[name] = out.getvalue().encode(encoding)
        if received:
            self.received[name] = received

    def make(self):
        self.ids = [f"X{self.seed:02}-{n:05}" for n in range(self.count)]
        self.write("consortia.csv", "consortia", self.consortia(), "2024-12-01")
        if self.transition_rows:
            self.write("transitions.csv", "transitions", self.transition_rows, REGISTERED)
        self.make_reports()
        self.make_registers()
        self.write("workplans.csv", "workplans", self.workplans(), REGISTERED)
        if self.usual:
            self.correction_rows = self.corrections()
            self.write("corrections.csv", "observations", self.correction_rows, LATE)
            self.write("determinations-late.csv", "determinations", self.late_determinations(), LATER)
            # Older installations call the manifest submissions.csv.
            name = self.random.choice(["manifest.csv", "submissions.csv"])
            self.write(name, "manifest", [{"file": file, "receivedOn": day, "sender": "示例报送单位"}
                                          for file, day in self.received.items()])
        return self.files

    def workplans(self):
        """Plans of two years, some of them whole, some with what cannot be read, some never sent."""
        rows, pick = [], random.Random(f"plans/{self.seed}")
        for c in self.ids:
            for year in (2024, 2025):
                whole = pick.random() < 0.4
                for n in range(pick.choice((0, 1, 2, 3))):
                    point = pick.choice(("", "", "9.1.5", "14.1.3", "6.1.2", "7.1.1", "99.9"))
                    target = pick.choice(("建成", "≥40", "不少于1,000人", "不超过80", "是", "3万人", "2至3个")) if point else "建成"
                    said = "已完成" if whole else pick.choice(("已完成", "未完成", "部分完成", "进行中", "见附件", ""))
                    rows.append({"consortium": c, "year": year, "item": f"任务{n}", "indicator": point, "target": target,
                                 "due": pick.choice(("", f"{year}-11-30", f"{year}-12-31")), "completed": said})
        return rows

    def make_reports(self):
        for year, rows in self.observations().items():
            halves = [rows]
            if self.usual:
                cut = self.random.randint(0, len(rows))
                halves = [rows[:cut], rows[cut:]]
            for part, half in enumerate(halves):
                # The first half comes before the second.
                day = REPORTED[year] + str(1 + 4 * part + self.random.randint(0, 3))
                self.write(f"observations-{year}-{part}.csv", "observations", half, day)

    def make_registers(self):
        self.incident_rows = []
        for form in ("policies", "incidents", "determinations"):
            if self.chance(0.12):
                continue
            day = EARLY_REGISTER if self.usual and form == "incidents" and self.chance(0.25) else REGISTERED
            self.received[f"{form}.csv"] = day
            rows = [] if self.chance(0.12) else getattr(self, form)()
            if form == "incidents":
                self.incident_rows = rows
            self.write(f"{form}.csv", form, rows, day)


def write_inbox(folder, seed, count, level):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in Inbox(seed, count, level).make().items():
        (folder / name).write_bytes(data)


# --- coverage -------------------------------------------------------------------------------------------------------

BY_INCIDENT = {"triggered", "suspected", "suspected, pending triggered", "undetermined", "clear"}
BY_FIGURES = {"triggered", "undetermined", "warning", "clear", "clear, pending warning", "notApplicable"}
BY_PERSON = {"triggered", "suspected", "undetermined", "clear", "notApplicable"}

EXPECTED = {
    "16.1": BY_INCIDENT, "16.2": BY_INCIDENT, "16.3": BY_FIGURES, "16.4": BY_FIGURES,
    "16.5": BY_PERSON, "16.6": BY_PERSON, f.REVOCATION: BY_PERSON,
    work_plans.CLAUSE: BY_PERSON | {"warning"},
    "培育": {"disqualify", "hold", "incomplete", "pass", "rectify", "fail"},
    "通过验收": {"disqualify", "hold", "incomplete", "keep", "rectify"},
    "申报": {"listed"}, "取消资格": {"listed"},
    "case": {"triggered now", "of an earlier year", "of the close", "waived"},
    "acceptance": {"met", "notMet", "undetermined", "notApplicable"},
    "signal": {"evidence-shared strong", "restated strong", "restated weak", "figures-shared strong", "jump weak",
               "frozen weak", "cumulative-falls weak", "part-exceeds-whole weak", "plan-lowered finding",
               "plan-late finding", "fund-contradicts finding", "policy-unproven finding"},
}
# What takes a manifest, several reports or a void determination, which plain inboxes do not have.
NOT_PLAIN = {"case": {"of the close"}, "16.1": {"suspected, pending triggered"},
             "16.2": {"suspected, pending triggered"}, "signal": EXPECTED["signal"]}


def coverage(level, seeds=range(1, 21), count=24):
    seen = collections.defaultdict(collections.Counter)
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            write_inbox(folder, seed, count, level)
            world = worlds.prepare(read_inbox(folder), datetime.date(2026, 12, 31))
        assert not world["skipped"], world["skipped"]
        for c in world["municipal"]:
            for year in (2023, 2024, 2025):
                look(world, c, year, seen)
        seen["signal"].update(f"{s['kind']} {s['grade']}" for s in world["signals"])
    missing = []
    for what, wanted in EXPECTED.items():
        print(what, dict(seen[what].most_common()))
        wanted = wanted - NOT_PLAIN.get(what, set()) if level == "plain" else wanted
        missing += [f"{what}: {name}" for name in sorted(wanted - set(seen[what]))]
    if missing:
        sys.exit("never occurred: " + "; ".join(missing))


def look(world, c, year, seen):
    triggered = False
    for clause, rule in f.CLAUSES.items():
        found, pending = rule(world, c, year)
        seen[clause][found + (f", pending {pending}" if pending else "")] += 1
        triggered |= acceptance.unwaived_trigger(world, c, clause, year)
        if found == "triggered" and f.waived(world, c, clause, year):
            seen["case"]["waived"] += 1
    _, verdict, open_cases = cases.verdict(world, c, year)
    seen[f.standing(world, c, f.end_of(year))][verdict or "listed"] += 1
    for case in open_cases:
        clause, of_year = case.split("/")[-2:]
        now = acceptance.unwaived_trigger(world, c, clause, int(of_year))
        seen["case"]["of the close" if not now else "triggered now" if int(of_year) == year
                     else "of an earlier year"] += 1
    seen["acceptance"].update(acceptance.check_point(world, c, point, year) for point in POINTS)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--consortia", type=int, default=8)
    parser.add_argument("--out")
    parser.add_argument("--level", choices=LEVELS, default="usual")
    parser.add_argument("--coverage", action="store_true")
    options = parser.parse_args()
    if options.coverage:
        coverage(options.level)
    elif options.out:
        write_inbox(options.out, options.seed, options.consortia, options.level)
    else:
        parser.error("--out DIR or --coverage")


if __name__ == "__main__":
    main()
