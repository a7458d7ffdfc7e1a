"""The industry communities: who they are, what they send and what an authority registers. They lie in a folder of their
own, `communities`, since their figures are of another edition. All invented but the places.

`registers_of(year)` and `sent(year)` give what `generate.py` writes for a year.
"""

from forms import chosen, credit_code, table
from roster import ROSTER, Consortium

YEARS = (2024, 2025, 2026)
FIRST, LAST_FIGURES = 2024, 2025

# id, province, prefecture, trade, the day of designation.
OTHERS = """
H001 江苏省 南京市 智能电网 2024-07-01|H002 山东省 青岛市 轨道装备 2024-07-01|H003 四川省 德阳市 发电装备 2024-07-01
H004 广东省 广州市 船舶海工 2024-07-01|H005 陕西省 西安市 增材制造 2024-07-01|H006 浙江省 杭州市 数字安防 2025-05-20
"""


class Community(Consortium):
    def __init__(self, line):
        *words, designated = line.split()
        super().__init__(" ".join(words + ["industry"]))
        self.designated = designated
        self.university = f"示例·{self.mark}理工大学（虚构）"


COMMUNITIES = [Community(f"{c.id} {c.province} {c.prefecture} {c.trade} {c.designated}")
               for c in ROSTER.values() if c.industry]
COMMUNITIES += [Community(line) for line in OTHERS.replace("\n", "|").strip("|").split("|")]
BY_ID = {c.id: c for c in COMMUNITIES}

# code: from … to … in the first year, growth a year.
FIGURES = {
    "1.2.1/行业组织": (1, 4, 1.0), "1.2.1/学校": (12, 60, 1.1), "1.2.1/科研机构": (2, 9, 1.1), "1.2.1/企业": (30, 160, 1.15),
    "1.2.2": (5, 22, 1.05), "3.1.1/委托培养": (60, 400, 1.1), "3.1.1/订单培养": (200, 1500, 1.12),
    "3.1.1/学徒制培养": (150, 1200, 1.15), "3.2.1": (40, 260, 1.1), "3.3.1": (300, 2600, 1.1), "3.3.2": (900, 6200, 1.08),
    "3.4.1/岗前培训": (400, 3200, 1.1), "3.4.1/岗位培训": (900, 8800, 1.1), "3.4.1/继续教育": (200, 1900, 1.05),
    "3.5.1/职业学校毕业生": (20, 160, 1.1), "3.5.1/企业员工": (5, 60, 1.1), "4.1.1": (300, 5200, 1.2), "4.1.2": (1, 6, 1.2),
    "4.2.1/技术改造": (3, 20, 1.1), "4.2.1/工艺改进": (4, 26, 1.1), "4.2.1/产品升级": (2, 14, 1.1), "4.3.1": (3, 30, 1.15),
    "4.4.1": (4, 36, 1.2), "5.1.1": (6, 40, 1.15), "5.2.1": (8, 60, 1.15), "5.3.1": (2, 18, 1.1), "5.3.2": (3, 40, 1.15),
    "6.1.1": (2, 20, 1.2), "6.1.2": (3, 26, 1.2), "6.2.1": (2, 18, 1.2),
}
LEADERS = {"1.1.1": "1", "1.1.2": "1", "1.1.3": "是", "1.1.4": "1", "1.1.5": "是"}
PUBLISHED = [f"2.1.{n}{part}" for n in range(1, 5) for part in ("", "/客观全面")]
# Two schools lead, and the university grants no degrees.
STORIES = {("H004", code): value for code, value in (("1.1.4", "2"), ("1.1.3", "否"))}
# What H005 reports: the sections before these are missing.
PARTIAL, SECTIONS_SENT = "H005", 3


def figures(c, year):
    cells = dict(LEADERS)
    for code, (low, high, growth) in FIGURES.items():
        value = chosen(c.id, code, "community").uniform(low, high) * growth ** (year - FIRST)
        cells[code] = f"{value:.2f}" if code == "4.1.1" else str(round(value))
    for code in PUBLISHED:
        cells[code] = "否" if (c.id, code) == ("C030", "2.1.4/客观全面") else "是"
    return cells | {code: value for (who, code), value in STORIES.items() if who == c.id}


def report(c, year):
    rows = []
    for code, value in sorted(figures(c, year).items(), key=lambda cell: cell[0].replace("/", "~")):
        if c.id == PARTIAL and year == LAST_FIGURES and int(code[0]) > SECTIONS_SENT:
            continue
        needed = value in ("是",) or code == "4.1.1"
        rows.append({"consortium": c.id, "indicator": code, "year": year, "basis": "实际", "value": value,
                     "evidence": f"{code.replace('/', '-')}-{c.id}-{year}.pdf" if needed else ""})
    return rows


# The last day on which figures can be sent is 15 December.
RECEIVED = {("C029", 2025): "2025-11-20", ("C030", 2025): "2025-12-15", ("H002", 2025): "2025-12-16",
            ("H006", 2025): "2025-12-02"}
SILENT = ("H003", 2025)

QUARTER = ("行业发展分析报告", "行业人才需求预测报告", "行业人才供需清单", "技术供需清单", "年度工作计划")
SUMMARY = "年度总结报告"
FOUNDING = ("申报书", "领导小组（理事会、董事会）", "建设方案", "共同体章程", "成立大会材料")
# (id, kind, year): the days on which it was sent, "" for one that is not told; none where nobody registered it.
SENT = {
    # On the last day, and on the day after it.
    ("C030", "行业发展分析报告", 2025): ["2025-03-31"], ("C030", "行业人才需求预测报告", 2025): ["2025-04-01"],
    ("C030", "行业人才供需清单", 2025): ["2025-04-18"], ("C030", "技术供需清单", 2025): ["2025-04-18"],
    ("H001", SUMMARY, 2025): ["2025-12-15"], ("H002", SUMMARY, 2025): ["2025-12-16"],
    # Sent anew after the last day, with corrections: the first sending counts.
    ("H004", "行业发展分析报告", 2025): ["2025-03-20", "2025-05-06"],
    # Registered later than it was due, and nobody says when it was sent.
    ("H005", "行业人才供需清单", 2025): [""], ("H005", "年度工作计划", 2025): ["2025-04-09"], ("H005", SUMMARY, 2025): [],
    ("H002", "技术供需清单", 2025): [], ("H001", "行业人才需求预测报告", 2026): [], ("H001", "年度工作计划", 2026): ["2026-04-02"],
    ("H004", "年度工作计划", 2026): [], ("C030", "技术供需清单", 2026): ["2026-04-01"],
}
# One nobody registered; one that applied after 31 October.
NO_CHARTER = "H004"
APPLIED_LATE = ("H006", "2025-11-05")


def sendings(c, kind, year):
    if (c.id, kind, year) in SENT:
        return SENT[c.id, kind, year]
    if c.id == "H003" and year > FIRST:
        return []
    last = f"{year}-12-31" if kind == SUMMARY else f"{year}-03-31"
    if c.designated > last or kind == SUMMARY and year == YEARS[-1]:
        return []
    if kind == SUMMARY:
        return [f"{year}-12-{chosen(c.id, kind, year).randint(1, 14):02}"]
    return [f"{year}-0{chosen(c.id, kind, year).randint(1, 3)}-{chosen(c.id, kind, year, 'day').randint(5, 28):02}"]


def documents(c, year):
    """The rows of the register of documents of one year."""
    rows = []

    def add(kind, day, period, n=0):
        rows.append({"consortium": c.id, "kind": kind, "period": period,
                     "title": f"示例·{c.mark}{c.trade}{kind}{f'（第{n + 1}次报送）' if n else ''}（虚构）", "sentOn": day,
                     "evidence": f"{kind}-{c.id}-{period or c.designated[:4]}.pdf"})

    for kind in QUARTER + (SUMMARY,):
        for n, day in enumerate(sendings(c, kind, year)):
            add(kind, day, year, n)
    if c.designated.startswith(str(year)):
        for kind in FOUNDING:
            if (c.id, kind) != (NO_CHARTER, "共同体章程"):
                late = APPLIED_LATE[1] if (c.id, kind) == (APPLIED_LATE[0], FOUNDING[0]) else c.designated
                add(kind, late, "")
    return rows


def members(c):
    number = 8000 + 100 * COMMUNITIES.index(c)
    units = [(c.enterprise, "企业", "牵头企业"), (c.university, "普通本科学校", "牵头高等学校"),
             (c.school, "高职院校（含职教本科）", "牵头职业学校"),
             (f"示例·{c.mark}行业协会（虚构）", "行业组织", "参与单位"), (f"示例·{c.mark}研究院（虚构）", "科研机构", "参与单位")]
    return [{"consortium": c.id, "name": name, "creditCode": credit_code("91" if category == "企业" else "12", number + n),
             "category": category, "role": role, "joinedOn": c.designated} for n, (name, category, role) in enumerate(units)]


def sent(year):
    """(file, bytes, day of receipt, community) of what secretariats send in a year."""
    for c in COMMUNITIES:
        name = f"{c.province}/{c.id}"
        if year <= LAST_FIGURES and (c.id, year) != SILENT and c.designated < f"{year}-11-01":
            day = RECEIVED.get((c.id, year), f"{year}-11-{chosen(c.id, year, 'figures').randint(3, 28):02}")
            yield f"{name}.csv", table("observations", report(c, year)).encode(), day, c
        rows = documents(c, year)
        quarter = [row for row in rows if row["kind"] in QUARTER]
        rest = [row for row in rows if row["kind"] not in QUARTER]
        if quarter:
            days = max((row["sentOn"] for row in quarter if row["sentOn"]), default=f"{year}-04-10")
            yield f"{name}-第一季度材料.csv", table("documents", quarter).encode(), max(days, f"{year}-04-10"), c
        if rest:
            yield f"{name}-材料.csv", table("documents", rest).encode(), f"{year}-12-18", c
        if c.designated.startswith(str(year)):
            yield f"{name}-成员单位.csv", table("members", members(c)).encode(), f"{year}-12-18", c


def registers_of(year):
    """(file, form, rows, day) of what an authority sends in a year."""
    listed = [c for c in COMMUNITIES if c.designated.startswith(str(year))]
    if listed:
        yield "名单/共同体.csv", "consortia", [
            {"id": c.id, "name": c.name, "kind": "行业产教融合共同体", "province": c.province, "prefecture": c.prefecture,
             "leadSchool": c.school, "leadEnterprise": c.enterprise, "designatedOn": c.designated} for c in listed
        ], max(c.designated for c in listed)
    if year == 2025:
        # An authority's word on the day stands before the community's own.
        yield "登记/公开发布.csv", "documents", [
            {"consortium": "H005", "kind": "年度工作计划", "period": 2025, "title": "示例·年度工作计划（平台收讫，虚构）",
             "sentOn": "2025-03-28", "evidence": "平台收讫记录-H005.pdf"}], "2025-12-20"
