#!/usr/bin/env python3
"""Writes the sample data beside this file: the folders 2022 … 2025, the same bytes every time.

    python3 data/sample/generate.py

Everything in it is invented. Cities are real so that regions match; parks, schools, enterprises, people, documents
and figures are not, and every name says so (示例 … 虚构). README.md tells what each consortium is there to show.
"""

import csv
import hashlib
import io
import pathlib
import random
import shutil

HERE = pathlib.Path(__file__).resolve().parent
YEARS = (2022, 2023, 2024, 2025)

FORMS = {
    "consortia": ["id=编号", "name=名称", "kind=类型", "province=省份", "prefecture=市州", "park=产业园区", "parkLevel=园区级别",
                  "leadSchool=牵头学校", "leadEnterprise=牵头企业", "cohort=批次", "stage=阶段", "designatedOn=认定日期"],
    "observations": ["consortium=联合体编号", "indicator=观测点", "year=年度", "basis=口径", "value=数值", "evidence=佐证材料"],
    "policies": ["id=编号", "level=层级", "region=地区", "title=标题", "number=文号", "issuer=发文单位", "issuedOn=发文日期",
                 "effective=是否有效", "evidence=佐证材料"],
    "incidents": ["id=编号", "consortium=联合体编号", "occurredOn=发生日期", "domain=领域", "severity=程度",
                  "adverseImpact=不良影响", "status=核查状态", "evidence=佐证材料"],
    "determinations": ["consortium=联合体编号", "clause=条款", "year=年度", "decision=认定", "by=认定人", "on=认定日期",
                       "ground=理由", "evidence=佐证材料"],
    "submissions": ["file=文件", "receivedOn=收到日期", "sender=报送单位"],
}

# id, province, prefecture, trade, designated on, cohort. The trades are those of any industrial city.
CONSORTIA = """
C001 湖南省 长沙市 工程机械 2023-09-20 1|C002 湖南省 株洲市 轨道交通 2023-09-20 1|C003 湖南省 岳阳市 现代石化 2024-10-15 2
C004 江苏省 苏州市 生物医药 2023-09-20 1|C005 江苏省 常州市 新能源 2023-09-20 1
C006 浙江省 宁波市 绿色石化 2023-09-20 1|C007 浙江省 温州市 电气 2024-10-15 2
C008 广东省 深圳市 电子信息 2023-09-20 1|C009 广东省 佛山市 装备制造 2023-09-20 1
C010 山东省 青岛市 智能家电 2023-09-20 1|C011 山东省 烟台市 化工新材料 2023-09-20 1
C012 四川省 成都市 航空航天 2023-09-20 1|C013 四川省 宜宾市 动力电池 2024-10-15 2
C014 湖北省 武汉市 光电子 2023-09-20 1|C015 湖北省 襄阳市 汽车 2024-10-15 2
C016 河南省 郑州市 现代物流 2023-09-20 1|C017 安徽省 合肥市 集成电路 2023-09-20 1
C018 安徽省 芜湖市 机器人 2024-10-15 2|C019 福建省 厦门市 平板显示 2023-09-20 1
C020 江西省 赣州市 有色金属 2024-10-15 2|C021 重庆市 市辖区 智能网联汽车 2023-09-20 1
C022 北京市 市辖区 数字产业 2023-09-20 1|C023 上海市 市辖区 高端装备 2023-09-20 1
C024 陕西省 西安市 航空 2023-09-20 1|C025 辽宁省 沈阳市 机床 2023-09-20 1
C026 贵州省 贵阳市 大数据 2024-10-15 2|C027 山东省 潍坊市 农业机械 2024-10-15 2
C028 广东省 东莞市 消费电子 2024-10-15 2|C029 天津市 市辖区 轻工 2024-07-01 2|C030 河北省 石家庄市 医药 2024-07-01 2
C031 河南省 洛阳市 轴承 2023-09-20 1|C032 湖北省 宜昌市 磷化工 - 3
C033 黑龙江省 哈尔滨市 发电设备 2023-09-20 1|C034 云南省 昆明市 现代农业 2023-09-20 1
"""
INDUSTRY = ("C029", "C030")
# These reported for the first time in 2024 and gave 2022 and 2023 along with it.
JOINED_2024 = ("C018", "C020", "C026", "C028")

# code: base of 2022 from … to …, growth a year. Percents and hours grow by points, the rest by a factor.
FIGURES = {
    "2.1.2/总产值": (300, 2600, 1.07), "2.3.1": (32, 52, 0.6), "3.2.1": (180, 900, 1.12), "3.3.1": (2.5, 3.2, 0.1),
    "3.3.2": (52, 75, 1), "3.3.3": (22, 55, 1.5), "4.2.1": (72, 92, 1), "7.1.1": (2, 8, 1.1), "7.1.2": (110, 760, 1.08),
    "7.2.1": (2, 7, 1.18), "7.2.2": (1, 4, 1.2), "8.1.3": (8, 28, 1.08), "8.1.4": (2, 8, 1.1), "8.2.1": (2, 8, 1.12),
    "8.2.2": (22, 76, 1.12), "8.3.1": (9, 38, 1.12), "8.3.2": (5, 19, 1.1), "8.4.1/人次": (120, 580, 1.08),
    "8.4.1/课时": (4800, 23000, 1.08), "8.4.2/人次": (42, 160, 1.06), "8.4.2/课时": (1700, 6400, 1.06),
    "8.4.3": (160, 780, 1.07), "8.5.1": (16, 58, 1.08), "8.5.2": (820, 4900, 1.09), "8.5.3": (22, 40, 1.2),
    "8.5.4": (2100, 14500, 1.08), "9.1.1": (320, 1480, 1.1), "9.1.2": (410, 1750, 1.12), "9.1.3": (80, 420, 1.1),
    "9.1.4": (260, 1320, 1.12), "9.1.5": (180, 960, 1.15), "9.1.6": (60, 380, 1.18), "9.1.7": (6, 28, 1.1),
    "9.1.8": (65, 290, 1.08), "9.2.1": (220, 1180, 1.1), "9.2.2": (55, 290, 1.12), "9.2.3": (24, 140, 1.1),
    "9.2.4": (42, 76, 1), "10.1.2": (76, 92, 1), "10.2.2": (1, 4, 1.1), "10.2.3": (1, 3, 1.1),
    "11.1.1": (3100, 28600, 1.15), "11.1.2": (110, 870, 1.1), "11.1.3": (4, 22, 1.08), "11.1.4": (1600, 11800, 1.08),
    "11.2.1": (2200, 14600, 1.06), "11.2.2": (62, 290, 1.08), "11.2.3": (21, 140, 1.05), "11.2.4": (1550, 8900, 1.07),
    "11.2.5": (3.2, 10, 0.4), "12.1.1": (92, 96.5, 0.5), "12.1.2": (66, 82, 1), "12.1.3": (46, 72, 0.8),
    "13.1.2": (2, 11, 1.15), "13.2.1": (2, 8, 1.1), "13.2.2": (3, 10, 1.1), "13.2.3": (210, 2900, 1.12),
    "13.2.4": (85, 480, 1.08), "13.3.1": (11, 78, 1.12), "13.3.2": (42, 240, 1.08), "13.3.3": (11, 78, 1.1),
    "13.3.4": (5, 38, 1.12), "13.3.5": (110, 1450, 1.12), "14.1.1": (1550, 8800, 1.07), "14.1.2": (3, 15, 1.08),
    "14.1.3": (5200, 38500, 1.08), "14.1.4": (2100, 14800, 1.06), "14.2.1": (1550, 8900, 1.08), "14.2.2": (22, 145, 1.1),
    "15.1.1": (1, 4, 1.1), "15.1.2": (15, 190, 1.08), "15.1.3": (30, 380, 1.1), "15.2.3": (1, 5, 1.08), "15.2.4": (1, 3, 1.05),
}
POINTS_GROW_BY_POINTS = {"2.3.1", "3.3.1", "3.3.2", "3.3.3", "4.2.1", "8.5.3", "9.2.4", "10.1.2", "11.2.5", "12.1.1",
                         "12.1.2", "12.1.3"}
TWO_DECIMALS = {"2.1.2/总产值", "3.2.1", "13.2.3", "13.3.5"}
NATIONAL = ("8.2.3", "8.3.3", "8.4.4", "15.2.1", "15.2.2")
TRAINING = ("9.1.1", "9.1.2", "9.1.3", "9.1.4", "9.1.5", "9.1.6", "9.2.1", "9.2.2", "9.2.3", "14.2.1", "14.2.2")
YES_NO = ("1.1.1 1.1.2 1.2.1 1.2.2 3.1.1 4.1.1 5.1.1 5.1.2 5.2.1 5.2.2 5.3.1 5.3.2 5.3.3 5.4.1 5.4.2 5.4.3 6.1.1 6.1.5 "
          "6.2.1 6.2.3 6.3.1 8.1.1 8.1.2 8.5.5 8.5.6 10.1.1 10.2.1 13.1.1").split()
POLICY_POINTS = ("1.1.2", "1.2.2", "6.2.1", "6.3.1")
TEXTS = {
    "6.1.3": "用于实训基地建设与课程开发，按预算执行", "6.1.7": "用于秘书处日常运行，按预算执行",
    "6.2.2": "符合条件的企业已按规定抵免", "8.4.5": "已建立校企互聘办法", "13.1.3": "省级及以上媒体报道若干篇",
}
# What cannot change from one year to the next keeps its document; what happens each year has a new one.
EVIDENCED_ONCE = ("5.1.1", "5.3.2", "5.4.1", "5.4.2", "8.5.6")
EVIDENCED_YEARLY = ("1.1.1", "1.2.1", "6.1.2", "6.1.6", "8.4.3", "11.2.4", "13.2.3", "14.1.3", "14.2.1")

# Rows of the standard in which a weak consortium falls short, from the first on.
WEAK_POINTS = ("5.2.1", "7.1.1", "8.1.1", "8.5.6", "10.1.1", "13.1.2", "6.2.3", "11.1.3", "13.3.1", "14.1.2", "10.2.1",
               "13.2.1", "5.3.2", "5.4.3", "12.1.1", "9.1.7")


def chosen(*parts):
    """A generator of its own for each purpose, so that a change in one place moves nothing elsewhere."""
    return random.Random("sample/" + "/".join(map(str, parts)))


def digest(*parts):
    return hashlib.sha256(("示例佐证/" + "/".join(map(str, parts))).encode()).hexdigest()


def rounded(code, value):
    return f"{value:.2f}" if code in TWO_DECIMALS else f"{value:.1f}" if code in POINTS_GROW_BY_POINTS else f"{value:.0f}"


def figures_of(c):
    """{(code, year): text} of a consortium that does well, before its story is told."""
    cells = {}
    for code, (low, high, pace) in FIGURES.items():
        pick = chosen(c, code)
        value = low * (high / low) ** pick.random() if code not in POINTS_GROW_BY_POINTS else pick.uniform(low, high)
        for year in YEARS:
            cells[code, year] = rounded(code, min(value, 99.2) if code in POINTS_GROW_BY_POINTS else value)
            if code in POINTS_GROW_BY_POINTS:
                value += pace * pick.uniform(0.4, 1.4)
            else:
                value *= 1 + (pace - 1) * pick.uniform(0.7, 1.3)
    pick = chosen(c, "rest")
    rank, national = pick.randint(2, 18), pick.choice(NATIONAL[:3])
    special, daily = pick.randrange(200, 640, 20), pick.randrange(40, 120, 10)
    level = pick.choice(["国家级", "国家级", "省级"])
    for n, year in enumerate(YEARS):
        cells["2.1.1", year] = level
        cells["2.1.2/省内排名", year] = str(max(1, rank - n // 2))
        cells["2.2.1", year] = f"{ROSTER[c]['trade']}（新兴产业壮大）"
        cells |= {(code, year): "是" for code in YES_NO}
        cells |= {(code, year): text for code, text in TEXTS.items()}
        cells |= {(code, year): "0" for code in NATIONAL}
        cells[national, year] = str(int(n >= 2))
        # The plan for a year, and what was paid of it: a little more.
        cells["6.1.4", year] = str(special + 40 * n)
        cells["6.1.2", year] = f"{special + 40 * n + pick.randint(0, 60) / 10:.1f}"
        cells["6.1.8", year] = str(daily + 5 * n)
        cells["6.1.6", year] = f"{daily + 5 * n + pick.randint(0, 30) / 10:.1f}"
    if pick.random() < 0.5:
        cells |= {(code, year): "0" for code in ("15.1.1", "15.1.2", "15.1.3") for year in YEARS}
    return cells


ROSTER = {}
for _entry in CONSORTIA.replace("\n", "|").strip("|").split("|"):
    _id, _province, _city, _trade, _designated, _cohort = _entry.split()
    ROSTER[_id] = {"province": _province, "city": _city, "trade": _trade, "cohort": _cohort,
                   "designated": "" if _designated == "-" else _designated}


# --- the stories ----------------------------------------------------------------------------------------------------

def set_all(cells, codes, years, text):
    cells |= {(code, year): text for code in codes for year in years}


def weaken(cells, count, years=(2024, 2025)):
    for code in WEAK_POINTS[:count]:
        set_all(cells, [code], years, "否" if code in YES_NO else "0")


def stand_still(cells):
    """No breakthrough of 16.5: every family within a few percent of 2022, nothing national."""
    for code in TRAINING:
        base = int(cells[code, 2022])
        for n, year in enumerate(YEARS):
            cells[code, year] = str(base + base * n // 50)
    set_all(cells, NATIONAL, YEARS, "0")


def story(c, cells):
    """What is particular about the consortium; README.md says it in a line each."""
    if c == "C002":
        for year, paid in ((2024, "260.0"), (2025, "255.5")):
            cells["6.1.4", year], cells["6.1.2", year] = "420", paid
    elif c == "C003":
        cells["6.1.4", 2025], cells["6.1.2", 2025] = "420", "340"
        cells["6.1.8", 2025], cells["6.1.6", 2025] = "60", "60"
    elif c == "C010":
        set_all(cells, POLICY_POINTS, (2024, 2025), "否")
    elif c == "C011":
        cells["6.1.4", 2025], cells["6.1.2", 2025] = "180", "200"
    elif c == "C012":
        set_all(cells, POLICY_POINTS, (2025,), "否")
        cells["13.2.3", 2025] = f"{float(cells['13.2.3', 2024]) * 10800:.2f}"
    elif c == "C013":
        set_all(cells, POLICY_POINTS, (2025,), "否")
    elif c in ("C014", "C015", "C016"):
        stand_still(cells)
    elif c == "C017":
        stand_still(cells)
        set_all(cells, TRAINING, (2022,), "")
        cells["9.1.7", 2025], cells["11.1.4", 2025], cells["8.5.3", 2025] = "约20场", "1.2万", "待统计"
    elif c in ("C018", "C019"):
        set_all(cells, ("7.2.1", "7.2.2"), (2025,), "0")
        weaken(cells, 2)
    elif c == "C020":
        set_all(cells, ("11.1.2", "11.2.4"), (2025,), "")
        cells["11.2.2", 2025] = "0"
    elif c == "C021":
        cells["6.1.2", 2025] = ""
    elif c == "C024":
        for year in (2024, 2025):
            cells["6.1.2", year] = f"{int(cells['6.1.4', year]) - 60}.5"
    elif c == "C026":
        weaken(cells, 5)
    elif c == "C028":
        weaken(cells, 16)
    elif c == "C029":
        set_all(cells, ("7.1.1", "7.1.2", "9.2.1", "6.2.3"), YEARS, "不适用")
    elif c == "C030":
        gone = [code for code in FIGURES if code.startswith(("8.2", "8.3", "8.5", "10.", "14.1.4", "15.1", "12."))]
        set_all(cells, gone, (2025,), "")
    elif c == "C031":
        cells["6.1.4", 2025], cells["6.1.2", 2025] = "200", "210"
    elif c == "C032":
        weaken(cells, 8)
        cells["3.3.1", 2025] = "2.1"


def leave_gaps(c, cells):
    """What offices forget. Only points that no clause of the negative list looks at."""
    pick = chosen(c, "gaps")
    forgotten = ["8.2.1", "8.3.2", "8.4.2/课时", "8.4.5", "15.2.3", "15.2.4", "15.1.2"]
    for year in YEARS:
        for code in pick.sample(forgotten, pick.choice((0, 0, 1, 1, 2, 3))):
            cells[code, year] = ""


def promises(c, cells):
    """The figures promised for 2025 in the submission for 2023: {code: text}."""
    share = {"C001": "0.97", "C006": "0.95", "C016": "0.98", "C026": "1.25", "C032": "1.30"}.get(c)
    wanted = ("8.1.3", "8.2.2", "8.5.2", "9.1.5", "11.2.4", "13.2.3", "14.1.3")
    return {code: rounded(code, float(cells[code, 2025]) * float(share)) for code in wanted} if share else {}


# --- submissions ----------------------------------------------------------------------------------------------------

def sort_key(code):
    parts = code.replace("/", ".").split(".")
    return [int(p) if p.isdigit() else 99 for p in parts], code


def evidence(c, code, year):
    """The document behind a figure, with its hash. C008 and C009 handed in the same one in 2025."""
    if code in EVIDENCED_ONCE:
        return f"{code}-{c}.pdf sha256:{digest(c, code)}"
    if code in EVIDENCED_YEARLY:
        if c in ("C008", "C009") and (code, year) == ("14.1.3", 2025):
            return f"14.1.3-培训台账.pdf sha256:{digest('one ledger for two')}"
        return f"{code}-{c}-{year}.pdf sha256:{digest(c, code, year)}"
    return ""


def submission(c, year, cells):
    years = (2022, 2023, 2024) if c in JOINED_2024 and year == 2024 else (year,)
    rows = []
    for code in sorted({code for code, _ in cells}, key=sort_key):
        for y in years:
            rows.append({"consortium": c, "indicator": code, "year": y, "basis": "实际", "value": cells[code, y],
                         "evidence": evidence(c, code, y) if cells[code, y] not in ("", "0", "否", "不适用") else ""})
    if year == 2023:
        rows += [{"consortium": c, "indicator": code, "year": 2025, "basis": "承诺", "value": text}
                 for code, text in promises(c, cells).items()]
    if year == 2024 and c in ("C011", "C031"):
        # The plan for 2025, made a year ahead; the submission for 2025 says less.
        rows.append({"consortium": c, "indicator": "6.1.4", "year": 2025, "basis": "实际", "value": "260"})
    if year == 2025 and c == "C027":
        rows.append({"consortium": c, "indicator": "11.1.4", "year": 2024, "basis": "实际",
                     "value": f"{int(cells['11.1.4', 2024]) * 13 // 10}"})
    if year == 2025 and c == "C001":
        rows.append({"consortium": c, "indicator": "14.1.4", "year": 2024, "basis": "实际",
                     "value": f"{int(cells['14.1.4', 2024]) * 12 // 10}", "reason": "补计退役军人专场培训"})
    return rows


def wide(text):
    return "".join(chr(ord(ch) + 0xFEE0) if ch in "0123456789.," else ch for ch in text)


def dress_up(rows):
    """Numbers as a hurried clerk types them: separators, full width, units, percent signs."""
    for n, row in enumerate(rows):
        try:
            float(row["value"])
        except ValueError:
            continue
        if float(row["value"]) >= 1000 and "." not in row["value"]:
            row["value"] = f"{int(row['value']):,}"
        elif row["indicator"] in POINTS_GROW_BY_POINTS - {"8.5.3"}:
            row["value"] += "%"
        elif row["indicator"] in ("6.1.2", "6.1.4", "13.2.3"):
            row["value"] += "万元"
        if n % 2 and "%" not in row["value"]:
            row["value"] = wide(row["value"])


def table(form, rows, english=False, extra=()):
    columns = [pair.split("=") for pair in FORMS[form]] + [list(pair) for pair in extra]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column if english else chinese for column, chinese in columns])
    for row in rows:
        cells = [row.get(column, "") for column, _ in columns]
        writer.writerow([{"实际": "actual", "承诺": "committed"}.get(x, x) if english else x for x in cells])
    return out.getvalue()


def received_on(c, year):
    if (c, year) == ("C026", 2025):
        return "2026-04-20"
    if (c, year) == ("C013", 2024):
        return "2025-04-08"
    pick = chosen(c, year, "received")
    return f"{year + 1}-{pick.choice(('02', '03'))}-{pick.randint(1, 28):02}"


class Folder:
    """One year's folder and its list of what came when."""

    def __init__(self, year):
        self.year, self.entries = year, []
        self.path = HERE / str(year)
        shutil.rmtree(self.path, ignore_errors=True)

    def add(self, name, data, received, sender):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.entries.append({"file": name, "receivedOn": received, "sender": sender})

    def close(self):
        text = table("submissions", sorted(self.entries, key=lambda entry: entry["file"]))
        (self.path / "submissions.csv").write_bytes(text.encode())


def write_submissions(folder, panels):
    year = folder.year
    for c, cells in panels.items():
        if (c, year) == ("C025", 2025) or (c in JOINED_2024 and year < 2024):
            continue
        rows = submission(c, year, cells)
        if c == "C024":
            dress_up(rows)
        extra = [("reason", "理由")] if any("reason" in row for row in rows) else []
        text = table("observations", rows, english=ROSTER[c]["province"] == "江苏省", extra=extra)
        encoding = ("gb18030" if c == "C013" else "utf-8-sig" if ROSTER[c]["province"] in ("浙江省", "广东省") else "utf-8")
        name = f"{ROSTER[c]['province']}/{c}.csv"
        folder.add(name, text.encode(encoding), received_on(c, year), f"示例报送单位{c}（虚构）")
        if (c, year) == ("C006", 2025):
            # A second, corrected sending within the window: three figures, the rest stands.
            fixed = [row | {"value": str(int(row["value"]) + 12)} for row in rows
                     if row["indicator"] in ("11.2.1", "11.2.2", "13.2.4")]
            folder.add("浙江省/C006-更正.csv", table("observations", fixed).encode(), "2026-03-30",
                       "示例报送单位C006（虚构）")
        if (c, year) == ("C023", 2025):
            # The same sending once more, cut off inside a quoted cell by a broken transfer.
            cut = text.splitlines()[:40]
            folder.add("上海市/C023-重报.csv", ("\n".join(cut) + '\nC023,6.1.3,2025,实际,"用于实训').encode(),
                       "2026-03-29", "示例报送单位C023（虚构）")


def write_broken(folder):
    if folder.year == 2025:
        unknown = "序号,项目,本年完成,备注\n1,共建专业,12,虚构示例\n2,共建课程,30,虚构示例\n"
        folder.add("河南省/C016-工作台账.csv", unknown.encode(), "2026-03-12", "示例报送单位C016（虚构）")
    if folder.year == 2024:
        head = table("observations", []).encode()
        folder.add("四川省/C012-补充.csv", head + b"C012,8.1.3,2024,\xff\xfe\xff,\xfa\xff\n", "2025-03-02",
                   "示例报送单位C012（虚构）")


def write_register_of_consortia(folder):
    rows = []
    for c, entry in ROSTER.items():
        if c in JOINED_2024 and folder.year < 2024:
            continue
        industry = c in INDUSTRY
        place = "" if entry["city"] == "市辖区" else entry["city"].removesuffix("市")
        place = place or entry["province"].removesuffix("市")
        letter = "甲乙丙丁戊己庚辛壬癸"[int(c[1:]) % 10]
        known = entry["designated"] and int(entry["designated"][:4]) <= folder.year
        rows.append({
            "id": c,
            "name": (f"示例·{letter}{entry['trade']}行业产教融合共同体（虚构）" if industry
                     else f"示例·{place}{letter}园区{entry['trade']}产教联合体（虚构）"),
            "kind": "行业产教融合共同体" if industry else "市域产教联合体",
            "province": entry["province"],
            "prefecture": entry["city"] if entry["city"] != "市辖区" else
            {"北京市": "110100", "天津市": "120100", "上海市": "310100", "重庆市": "500100"}[entry["province"]],
            "park": f"示例{letter}园区（虚构）", "parkLevel": "国家级" if int(c[1:]) % 3 else "省级",
            "leadSchool": f"示例{letter}职业技术学院（虚构）", "leadEnterprise": f"示例{letter}集团（虚构）",
            "cohort": entry["cohort"], "stage": "通过验收" if known and entry["cohort"] == "1" else "培育",
            "designatedOn": entry["designated"] if known else ""})
    folder.add("名单/联合体.csv", table("consortia", rows).encode(), f"{folder.year}-01-05", "示例汇总单位（虚构）")


def write_policies(folder):
    year, rows = folder.year, []

    def add(level, region, effective):
        n = len(rows) + 1
        rows.append({"id": f"P{year}{n:03}", "level": level, "region": region,
                     "title": f"示例：支持产教联合体建设的若干措施（{year}年，虚构）", "number": f"示例发〔{year}〕{n}号",
                     "issuer": "示例部门（虚构）", "issuedOn": f"{year}-{n % 9 + 1:02}-{n % 27 + 1:02}", "effective": effective})

    for province in dict.fromkeys(entry["province"] for entry in ROSTER.values()):
        silent = (province == "山东省" and year >= 2024) or (province == "四川省" and year == 2025)
        if not silent and chosen(province, year, "policy").random() < 0.7:
            add("省级", province, "是")
    for city in ("长沙市", "苏州", "宁波市", "深圳市", "西安市"):
        add("市级", city, "是")
    if year == 2025:
        add("市级", "宜宾市", "")
        add("市级", "青岛市", "否")
    folder.add("登记/政策文件.csv", table("policies", rows).encode(), f"{year + 1}-03-20", "示例汇总单位（虚构）")


def write_incidents(folder):
    rows = {
        2022: [],
        2023: [("E2023-01", "C033", "2023-05-18", "招生", "一般", "否", "查实"),
               ("E2023-02", "C019", "2023-11-02", "安全", "较大", "否", "查实")],
        2024: [("E2024-01", "C004", "2024-06-12", "安全", "重大", "是", "线索"),
               ("E2024-02", "C007", "2024-09-03", "造假", "重大", "", "线索")],
        2025: [("E2024-01", "C004", "2024-06-12", "安全", "重大", "是", "查实"),
               ("E2024-02", "C007", "2024-09-03", "造假", "重大", "是", "查实"),
               ("E2025-01", "C005", "2025-04-21", "就业", "重大", "", "线索"),
               ("E2025-02", "C006", "2025-05-09", "招生", "重大", "是", "线索"),
               ("E2025-03", "C022", "2025-09-10", "解散", "重大", "是", "查实"),
               ("E2025-04", "C023", "2025-10-17", "重大变动", "较大", "", "线索"),
               ("E2025-05", "C033", "2025-03-06", "安全", "", "是", "查实"),
               ("E2025-06", "C034", "2025-07-24", "造假", "", "是", "查实"),
               ("E2025-07", "C030", "2025-08-30", "重大违规", "重大", "", ""),
               ("E2025-08", "C001", "2025-11-11", "就业", "重大", "是", "不成立")],
    }[folder.year]
    columns = ("id", "consortium", "occurredOn", "domain", "severity", "adverseImpact", "status")
    text = table("incidents", [dict(zip(columns, row)) for row in rows])
    folder.add("登记/事件.csv", text.encode(), f"{folder.year + 1}-03-22", "示例汇总单位（虚构）")


def write_determinations(folder):
    rows = {
        2024: [("C014", "16.5", 2024, "不成立", "2025-05-12", "首个监测年度，数据仍在爬坡")],
        2025: [("C006", "16.1", 2025, "不成立", "2026-05-12", "经核查，所反映情况不属实"),
               ("C008", "16.2", 2025, "不成立", "2026-05-12", "台账为两家联合培训的同一份原件"),
               ("C015", "16.5", 2025, "成立", "2026-05-13", "三年培养规模和质量无明显提升"),
               ("C016", "16.5", 2025, "不成立", "2026-05-13", "转型期压减规模，质量指标提升"),
               ("C019", "16.6", 2025, "成立", "2026-05-13", "企业未参与共建产业学院和实践中心"),
               ("C024", "16.3", 2025, "豁免", "2026-05-14", "灾后资金统筹，省级已书面同意"),
               ("C031", "16.3", 2025, "同意调整", "2026-05-14", "规划调整经理事会审议并报备")],
    }.get(folder.year, [])
    columns = ("consortium", "clause", "year", "decision", "on", "ground")
    text = table("determinations", [dict(zip(columns, row)) | {"by": "示例评审组（虚构）"} for row in rows])
    folder.add("登记/认定.csv", text.encode(), f"{folder.year + 1}-05-20", "示例汇总单位（虚构）")


def main():
    panels = {}
    for c in ROSTER:
        panels[c] = figures_of(c)
        story(c, panels[c])
        leave_gaps(c, panels[c])
    for year in YEARS:
        folder = Folder(year)
        write_register_of_consortia(folder)
        write_submissions(folder, panels)
        write_policies(folder)
        write_incidents(folder)
        write_determinations(folder)
        write_broken(folder)
        folder.close()


if __name__ == "__main__":
    main()
