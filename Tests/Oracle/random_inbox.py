#!/usr/bin/env python3
"""Random inboxes in the forms of DESIGN §7, the same bytes for the same arguments.

    random_inbox.py --seed 7 --consortia 12 --out DIR [--level plain|usual|hostile]
    random_inbox.py --coverage [--level …]

plain    what the design spells out: gaps, 不适用, exact-decimal traps, late designation, empty and absent registers,
         commitments, incidents, policies and determinations of every kind
usual    (the default) and what the README's decisions settle: several submissions with lowered plans and restated
         figures, shared evidence and figures, full-width digits, separators, units, rejected texts, Chinese forms
hostile  and what ought never to be sent: blank fields in registers, a line twice, emptied cells, odd encodings

`--coverage` makes the inboxes of a few seeds, asks the oracle, and fails unless every outcome of every clause and
every verdict occurs.
"""

import argparse
import collections
import csv
import hashlib
import io
import pathlib
import random
import sys
import tempfile

import formulae
from catalogue import CHOICES, KIND, POINTS, UNIT
from formulae import PLANS
from reading import FORMS, WORDS, read_inbox

YEARS = (2022, 2023, 2024, 2025)
PLACES = [("110000", "110100"), ("320000", "320500"), ("330000", "330300"), ("430000", "430100"), ("430000", "430200"),
          ("510000", "510100")]
NAMES = {"110000": "北京市", "320000": "江苏省", "330000": "浙江省", "430000": "湖南省", "510000": "四川省",
         "320500": "苏州市", "330300": "温州市", "430100": "长沙", "430200": "株洲市", "510100": "成都市"}
FUNDS = ("0", "50", "100", "100.1", "200.2", "300.3", "300.30", "120.55", "99.9")
LEVELS = ("plain", "usual", "hostile")


def wide(text):
    """ASCII digits, point, comma and percent sign at full width."""
    return "".join(chr(ord(c) + 0xFEE0) if c in "0123456789.,%" else c for c in text)


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
        if draw < 0.065 and self.usual and KIND[code] != "text":
            odd = ["约120", "—", "1.2万", "待定", "无数据", "1,2,3"]
            if self.hostile:
                odd += ["1e3", "12 34", "①", "0x10", "１２０元人民币"]
            return self.random.choice(odd)
        return None

    def series(self, code, manner):
        """The four years of a point, before gaps."""
        kind, pick = KIND[code], self.random
        if kind == "text":
            return ["已按方案执行"] * 4
        if kind == "choice":
            return [pick.choice(CHOICES[code])] * 4
        if kind == "boolean":
            return [self.yes_or_no(pick.random() < manner["yes"]) for _ in YEARS]
        if code in ("6.1.2", "6.1.6", *PLANS):
            if manner["good"]:
                return [str(200 + 10 * n if code in ("6.1.2", "6.1.6") else 180 + 10 * n) for n in range(4)]
            return [pick.choice(FUNDS) for _ in YEARS]
        if kind == "rank":
            return [str(pick.randint(1, 60)) for _ in YEARS]
        if kind == "percent":
            low = 60 if manner["good"] else 0
            return [f"{pick.uniform(low, 100):.{pick.choice((0, 1, 2))}f}" for _ in YEARS]
        national = code in formulae.NATIONAL
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

    # --- rows --------------------------------------------------------------------------------------------------------

    def observations(self):
        pick = self.random
        sent = {year: [] for year in YEARS}
        shared = hashlib.sha256(str(self.seed).encode()).hexdigest()
        copied = None
        for n, c in enumerate(self.ids):
            good = self.chance(0.3)
            manner = {
                "good": good, "yes": 1 if good else pick.choice((0.1, 0.5, 0.9)), "grows": good or self.chance(0.4),
                "gaps": 0 if self.chance(0.3) else pick.choice((0.3, 1, 3)),
                "idle": () if good or self.chance(0.6) else pick.choice(formulae.COOPERATIONS),
            }
            if not good and self.chance(0.3):
                manner |= {"grows": False, "gaps": pick.choice((0, 0.2))}
            cells = {code: self.series(code, manner) for code in UNIT}
            if self.usual and copied and self.chance(0.04):
                cells |= {code: copied[code] for code in pick.sample(list(copied), 40)}
            copied = cells
            for code, values in cells.items():
                for year, value in zip(YEARS, values):
                    gap = self.gap(code) if self.chance(manner["gaps"]) else None
                    if gap is None and self.chance(0.02 * manner["gaps"]):
                        continue
                    numeric = KIND[code] in ("count", "amount", "percent", "rank")
                    evidence = ""
                    if self.usual and self.chance(0.1):
                        own = hashlib.sha256(f"{self.seed}{c}{code}{year}".encode()).hexdigest()
                        evidence = "材料.pdf" if self.chance(0.5) else f"sha256:{own}"
                        if self.chance(0.004):
                            evidence = f"材料{n}.pdf sha256:{shared}"
                    text = gap if gap is not None else self.dressed(code, value) if numeric else value
                    row = {"consortium": c, "indicator": code, "year": year, "basis": "actual", "value": text,
                           "evidence": evidence}
                    sent[year].append(row)
                    if self.hostile and self.chance(0.005):
                        sent[year].append(row | {"value": self.random.choice(["", "7", "不适用"])})
                    if numeric and code not in PLANS and gap is None and self.chance(0.05):
                        promise = f"{float(value) * pick.choice((0.5, 1, 1.3)):.2f}"
                        sent[year].append(row | {"basis": "committed", "value": promise, "evidence": ""})
                    if self.usual and year < 2025 and gap is None and numeric:
                        if code in PLANS and self.chance(0.15):
                            sent[year + 1].append(row | {"value": pick.choice(FUNDS)})
                        elif code not in PLANS and self.chance(0.002):
                            changed = f"{float(value) * pick.choice((1.05, 1.099, 1.2, 0.5)):.2f}"
                            reason = pick.choice(["", "统计口径调整"])
                            sent[year + 1].append(row | {"value": changed, "reason": reason})
                        if self.hostile and self.chance(0.002):
                            sent[year + 1].append(row | {"value": ""})
        return sent

    def consortia(self):
        rows = []
        for c in self.ids:
            province, prefecture = self.random.choice(PLACES)
            if self.usual and self.chance(0.3):
                province, prefecture = NAMES[province], NAMES.get(prefecture, prefecture)
            designated = self.random.choice(["", "", "2022-06-01", "2023-09-30", "2024-10-01", "2025-01-01"])
            rows.append({
                "id": c, "name": f"示例联合体{c}（虚构）", "kind": "industry" if self.chance(0.15) else "municipal",
                "province": province, "prefecture": prefecture, "park": "示例园区", "parkLevel": "国家级",
                "leadSchool": "示例学院", "leadEnterprise": "示例企业", "cohort": "1", "stage": "培育",
                "designatedOn": designated})
        return rows

    def policies(self):
        rows = []
        for place in sorted({code for pair in PLACES for code in pair}):
            for year in YEARS:
                if self.chance(0.25):
                    rows.append({
                        "id": f"P{len(rows):04}", "level": "province" if place.endswith("0000") else "city",
                        "region": NAMES.get(place, place) if self.usual and self.chance(0.3) else place,
                        "title": f"关于支持产教联合体建设的若干措施{year}（虚构）", "number": f"〔{year}〕{len(rows)}号",
                        "issuer": "示例", "issuedOn": f"{year}-05-20",
                        "effective": self.random.choice(["是", "是", "否", ""]), "evidence": ""})
        return rows

    def incidents(self):
        pick, rows = self.random, []
        for c in self.ids:
            for _ in range(pick.choice((0, 0, 0, 1, 1, 2))):
                domain = pick.choice(["enrolment", "employment", "safety"] * 3 + list(WORDS["domain"].values())[3:])
                row = {
                    "id": f"I{len(rows):04}", "consortium": c,
                    "occurredOn": f"{pick.randint(2020, 2025)}-{pick.randint(1, 12):02}-{pick.randint(1, 28):02}",
                    "domain": domain, "severity": pick.choice(["minor", "serious", "major", "major"]),
                    "adverseImpact": pick.choice(["是", "是", "否", ""]),
                    "status": pick.choice(["reported", "confirmed", "dismissed"]), "evidence": ""}
                if self.hostile and self.chance(0.15):
                    row[pick.choice(["occurredOn", "domain", "severity", "status"])] = ""
                rows.append(row)
        return rows

    def determinations(self):
        rows = []
        clauses = list(formulae.NEGATIVE) + ([formulae.REVOCATION] if self.usual else [])
        for c in self.ids:
            for _ in range(self.random.choice((0, 1, 1, 2, 3))):
                clause, year = self.random.choice(clauses), self.random.choice(YEARS)
                decision = self.random.choice(["confirm", "dismiss", "waive", "acceptPlanChange"])
                if not self.usual and decision == "confirm" and clause in ("16.1", "16.2"):
                    decision = "dismiss"
                if decision == "acceptPlanChange":
                    clause = "16.3"
                rows.append({"consortium": c, "clause": clause, "year": year, "decision": decision, "by": "评审组",
                             "on": f"{year + 1}-{self.random.randint(1, 3):02}-{self.random.randint(1, 28):02}",
                             "ground": "核查认定", "evidence": ""})
        return rows

    # --- files -------------------------------------------------------------------------------------------------------

    def write(self, name, form, rows, received=None):
        """One file, all in English or (from `usual` on) all in Chinese, headers and words."""
        columns = [c for c in FORMS[form] if c != "reason" or any(row.get(c) for row in rows)]
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
        self.write("consortia.csv", "consortia", self.consortia(), "2022-01-10")
        sent = self.observations()
        for year in YEARS:
            halves = [sent[year]]
            if self.usual:
                cut = self.random.randint(0, len(sent[year]))
                halves = [sent[year][:cut], sent[year][cut:]]
            for part, rows in enumerate(halves):
                day = f"{year + 1}-{3 + part + self.random.randint(0, 1):02}-0{self.random.randint(1, 9)}"
                self.write(f"observations-{year}-{part}.csv", "observations", rows, day)
        for form in ("policies", "incidents", "determinations"):
            if self.chance(0.12):
                continue
            rows = [] if self.chance(0.12) else getattr(self, form)()
            self.write(f"{form}.csv", form, rows, "2026-03-20")
        if self.usual:
            self.write("submissions.csv", "submissions",
                       [{"file": f, "receivedOn": day, "sender": "示例报送单位"} for f, day in self.received.items()])
        return self.files


def write_inbox(folder, seed, count, level):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in Inbox(seed, count, level).make().items():
        (folder / name).write_bytes(data)


EXPECTED = {
    "16.1": {"triggered", "suspected", "undetermined", "clear"},
    "16.2": {"triggered", "suspected", "undetermined", "clear"},
    "16.3": {"triggered", "undetermined", "warning", "clear"},
    "16.4": {"triggered", "undetermined", "warning", "clear"},
    "16.5": {"triggered", "suspected", "undetermined", "clear"},
    "16.6": {"triggered", "suspected", "undetermined", "clear"},
    formulae.REVOCATION: {"triggered", "suspected", "undetermined", "clear"},
    "verdict": {"disqualify", "hold", "incomplete", "pass", "rectify", "fail"},
    "acceptance": {"met", "notMet", "undetermined", "notApplicable"},
    "signal": {"evidence-shared", "restated", "figures-shared", "jump", "part-exceeds-whole"},
}


def coverage(level, seeds=range(1, 21), count=30):
    seen = collections.defaultdict(collections.Counter)
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            write_inbox(folder, seed, count, level)
            world = formulae.prepare(read_inbox(folder))
        assert not world["skipped"], world["skipped"]
        for c in world["consortia"]:
            for year in (2023, 2025):
                for clause, rule in formulae.NEGATIVE.items():
                    seen[clause][rule(world, c, year)] += 1
                seen[formulae.REVOCATION][formulae.revocation(world, c, year)] += 1
                seen["verdict"][formulae.verdict(world, c, year)[1]] += 1
                seen["acceptance"].update(formulae.check_point(world, c, point, year) for point in POINTS)
        seen["signal"].update(s["kind"] for s in world["signals"])
    missing = 0
    for what, wanted in EXPECTED.items():
        print(what, dict(seen[what].most_common()))
        if not (what == "signal" and level == "plain"):
            missing += len(wanted - set(seen[what]))
    if missing:
        sys.exit(f"{missing} outcomes never occurred")


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
