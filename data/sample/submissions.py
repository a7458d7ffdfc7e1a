"""What the secretariats send: yearly figures, corrections and supplements, lists of members, files that are broken.

`sent(year)` gives (file, bytes, day of receipt, consortium) of everything in a year's folder.
"""

import figures
import stories
from figures import BOOLEANS, BY_POINTS, FIGURES, FUNDS
from forms import chosen, digest, dress_up, table
from members import LISTED, members
from policies import of_consortium
from roster import LAST, MUNICIPAL

# Evidence by code: what the document is called. What recurs each year has a document of its own each year.
ONCE = {"5.1.1": "理事会成立文件", "5.3.1": "决策制度", "5.3.2": "议事规则", "5.4.1": "章程", "5.4.2": "运营管理制度", "8.5.6": "共建共享细则",
        "3.1.1": "称号证书", "4.1.1": "建设单位公布文件", "2.1.1": "园区批复"}
YEARLY = {"1.1.1": "会议纪要", "1.2.1": "会议纪要", "2.1.2/总产值": "统计报表", "2.3.1": "占比证明", "2.3.1/列入目录": "目录", "3.2.1": "投入明细",
          "3.3.1": "计提凭证", "6.1.2": "到账凭证", "6.1.6": "到账凭证", "6.2.2/金额": "抵免凭证", "8.4.3": "实践台账", "9.1.2": "学籍名册",
          "9.1.5": "学徒名册", "10.2.2": "需求报告", "11.2.4": "实习台账", "13.1.1": "增速公报", "13.1.2": "案例汇编", "13.2.3": "合同清单",
          "13.3.1": "专利证书", "14.1.3": "培训台账", "14.2.1": "证书清单"}
HASHED = ("5.4.1", "6.1.2", "14.1.3")
# Not worth a document: blanks, noughts and noes.
NOTHING = ("", "0", "否", "不适用", "撤回")


def sort_key(code):
    return [int(part) if part.isdigit() else 99 for part in code.replace("/", ".").split(".")], code


def evidence(c, code, year, value):
    if value in NOTHING:
        return ""
    if code in figures.POLICY_POINTS:
        return "、".join(row["evidence"] for row in of_consortium(c, year))
    if code in ("6.1.4", "6.1.8"):
        return f"{code}-{c.id}-三年滚动规划.pdf"
    label = code.replace("/", "-")
    if code in ONCE:
        name, hashed = f"{code}-{c.id}-{ONCE[code]}.pdf", digest(c.id, code)
    elif code in YEARLY:
        name, hashed = f"{label}-{c.id}-{year}-{YEARLY[code]}.pdf", digest(c.id, code, year)
        if c.id in ("C008", "C009") and (code, year) == ("14.1.3", 2025):
            # The same document, handed in by both.
            name, hashed = "14.1.3-2025-联合培训台账.pdf", digest("one ledger for two")
    elif code in BOOLEANS or chosen(c.id, code, year, "evidence").random() < 0.35:
        name, hashed = f"{label}-{c.id}-{year}.pdf", ""
    else:
        return ""
    return f"{name} sha256:{hashed}" if code in HASHED else name


def report(c, folder):
    """The rows of the main file of a year."""
    cells, ahead = stories.PANELS[c.id], stories.LOWERED.get(c.id, {})
    earlier = stories.before_restatement(c, cells) if folder < LAST else {}
    years, rows = c.years_in(folder), []

    def say(code, year, value, basis="实际", **more):
        rows.append({"consortium": c.id, "indicator": code, "year": year, "basis": basis, "value": value,
                     "evidence": evidence(c, code, year, value) if basis == "实际" else ""} | more)

    for code in sorted({code for code, _ in cells}, key=sort_key):
        if code in FUNDS:
            for line in plans(c, cells, ahead, code, folder):
                say(*line)
        else:
            for year in years:
                say(code, year, earlier.get((code, year), cells[code, year]))
    if folder == c.first_report:
        for code, value in stories.promises(c, cells).items():
            say(code, LAST, value, basis="承诺")
    if folder == LAST:
        for (code, year), (_, reason) in stories.RESTATED.get(c.id, {}).items():
            say(code, year, cells[code, year], **({"reason": reason} if reason else {}))
    if c.id == "C024":
        dress_up(rows, BY_POINTS - {"8.5.3"}, ("6.1.2", "6.1.4", "13.2.3"))
    return rows


def plans(c, cells, ahead, plan, folder):
    """(code, year, text, basis) of one fund: the three-year plan that begins with each year of the file. An application
    has no plan for the years before it, and tells that of the years to come."""
    if c.applies_in(folder):
        for year in c.years_in(folder):
            yield from ((code, year, "", "实际") for code in (plan, f"{plan}/三年总额", f"{plan}/文件"))
        yield from (line + ("计划",) for line in figures.rolling(cells, ahead, plan, folder + 1, folder))
        return
    told = {}
    for year in c.years_in(folder):
        for code, y, text in figures.rolling(cells, ahead, plan, year, folder):
            told[code, y] = (code, y, text, "实际" if y <= folder else "计划")
    yield from sorted(told.values(), key=lambda line: (sort_key(line[0]), line[1]))


def received_on(c, folder):
    if (c.id, folder) in (("C026", 2025), ("C013", 2024)):
        return {2025: "2026-04-07", 2024: "2025-04-08"}[folder]
    day = chosen(c.id, folder, "received").randint(1, 28)
    if c.applies_in(folder):
        # The application: May 2023, June 2024, May 2025.
        month = {"1": "2023-05", "2": "2024-06", "3": "2025-05"}[c.batch]
        return f"{month}-{10 + day % 17}"
    return f"{folder + 1}-{'02' if day % 2 else '03'}-{day:02}"


def encoding_of(c):
    return "gb18030" if c.id == "C013" else "utf-8-sig" if c.province in ("浙江省", "广东省") else "utf-8"


def sent(folder):
    # What communities report is of another edition: communities.py.
    for c in MUNICIPAL:
        if not c.first_report <= folder <= c.last_report:
            continue
        rows, day, name = report(c, folder), received_on(c, folder), f"{c.province}/{c.id}"
        if folder == LAST:
            rows = first_sending(c, rows)
        text = table("observations", rows, c.english)
        yield f"{name}.csv", text.encode(encoding_of(c)), day, c
        if folder == LAST:
            for suffix, form, more, later in further_sendings(c, rows, day):
                yield f"{name}-{suffix}.csv", table(form, more, c.english).encode(), later, c
        yield from broken(c, folder, name, text)


def first_sending(c, rows):
    """What of the report for 2025 came first."""
    if c.id == stories.UNTOUCHED:
        return [row | {"value": "", "evidence": ""} for row in rows]
    if c.id in (stories.PARTIAL, stories.PARTIAL_THEN_LATE):
        return [row for row in rows if int(row["indicator"].split(".")[0]) in stories.SECTIONS_SENT_IN_TIME]
    if c.id == "C006":
        return [row | {"value": "", "evidence": ""} if row["indicator"] == "8.3.2" else row for row in rows]
    return rows


def further_sendings(c, rows, day):
    """(suffix, form, rows, day) of what a secretariat sent beside the report for 2025, whose first sending held `rows`."""
    whole = report(c, LAST)
    if c.id in LISTED:
        yield "成员单位", "members", members(c), day
    if c.id == "C006":
        # A correction within the window, and a supplement whose blanks erase nothing.
        yield "更正", "observations", [row | {"value": str(int(row["value"]) + 12), "reason": "漏计第四季度"} for row in rows
                                     if row["indicator"] in ("11.2.1", "11.2.2", "13.2.4")], "2026-03-30"
        yield "补充", "observations", [row if row["indicator"] == "8.3.2" else row | {"value": "", "evidence": ""}
                                     for row in whole if row["indicator"].startswith("8.3")], "2026-03-31"
    if c.id == "C021":
        yield "撤回", "observations", [row | {"value": "撤回", "evidence": "", "reason": "到账凭证有误，重新核对"} for row in rows
                                     if row["indicator"] == "6.1.2"], "2026-03-29"
    if c.id == "C011":
        yield "政策文件", "policies", [
            {"id": "C011-1", "level": "市级", "region": c.prefecture, "title": "示例：园区产教融合扶持办法（自报，虚构）",
             "number": "示例园发〔2025〕8号", "issuer": "示例园区部门（虚构）", "issuedOn": "2025-06-18", "effective": "是",
             "evidence": "示例园发〔2025〕8号.pdf"}], day
    if c.id == stories.PARTIAL_THEN_LATE:
        yield "补报", "observations", [row | {"value": "", "evidence": ""} if row in rows else row for row in whole], "2026-04-06"


def broken(c, folder, name, text):
    """Files that cannot be read; the batch goes on without them."""
    if (c.id, folder) == ("C012", 2024):
        yield f"{name}-补充.csv", table("observations", []).encode() + b"C012,8.1.3,2024,\xff\xfe\xff,\xfa\xff\n", "2025-03-02", c
    if (c.id, folder) == ("C016", LAST):
        unknown = "序号,项目,本年完成,备注\n1,共建专业,12,虚构示例\n2,共建课程,30,虚构示例\n"
        yield f"{name}-工作台账.csv", unknown.encode(), "2026-03-12", c
    if (c.id, folder) == ("C023", LAST):
        # The same sending once more, cut off inside a quoted cell by a broken transfer.
        cut = "\n".join(text.splitlines()[:40])
        yield f"{name}-重报.csv", (cut + '\nC023,6.1.3,2025,实际,"用于实训').encode(), "2026-03-29", c
