"""The observation points of the trial standard, as far as the formulae need them.

Written from the text of the standard (建设标准（试行）), not from the product's data, so that a slip in either
shows. Each entry is `code unit`, with a kind in place of the unit where the point holds no number:
`?` yes/no, `~` text, `=` one of a list, `#` a rank. A point with components has an entry for each of them.
"""

_POINTS = """
1.1.1 ?|1.1.2 ?|1.2.1 ?|1.2.2 ?
2.1.1 =|2.1.2/总产值 亿元|2.1.2/省内排名 #|2.2.1 ~|2.3.1 %|2.3.1/列入目录 ?
3.1.1 ?|3.1.1/称号 =|3.2.1 万元|3.3.1 %|3.3.2 %|3.3.3 %
4.1.1 ?|4.1.1/称号 =|4.2.1 %
5.1.1 ?|5.1.2 ?|5.2.1 ?|5.2.2 ?|5.3.1 ?|5.3.2 ?|5.3.3 ?|5.4.1 ?|5.4.2 ?
5.4.3 ?|5.4.3/绩效考核体系 ?|5.4.3/质量保障体系 ?
6.1.1 ?|6.1.2 万元|6.1.3 ~|6.1.4 万元|6.1.4/三年总额 万元|6.1.4/文件 ~
6.1.5 ?|6.1.6 万元|6.1.7 ~|6.1.8 万元|6.1.8/三年总额 万元|6.1.8/文件 ~
6.2.1 ?|6.2.1/可操作 ?|6.2.1/享受补贴 ?|6.2.2 ~|6.2.2/金额 万元|6.2.3 ?|6.3.1 ?
7.1.1 个|7.1.2 人|7.2.1 个|7.2.2 个
8.1.1 ?|8.1.2 ?|8.1.3 个|8.1.4 个|8.2.1 个|8.2.2 门|8.2.3 门|8.3.1 本|8.3.2 本|8.3.3 本
8.4.1/人次 人次|8.4.1/课时 课时|8.4.2/人次 人次|8.4.2/课时 课时|8.4.3 人月|8.4.4 项|8.4.5 ~
8.5.1 个|8.5.2 个|8.5.3 小时/周|8.5.4 人|8.5.5 ?|8.5.6 ?
9.1.1 人|9.1.2 人|9.1.3 人|9.1.4 人|9.1.5 人|9.1.6 人|9.1.7 次|9.1.8 个
9.2.1 人|9.2.2 人|9.2.3 人|9.2.4 %
10.1.1 ?|10.1.2 %|10.2.1 ?|10.2.1/技术需求清单 ?|10.2.1/人才需求清单 ?|10.2.2 份|10.2.3 份
11.1.1 人|11.1.2 个|11.1.3 次|11.1.4 个
11.2.1 人次|11.2.2 个|11.2.3 人次|11.2.4 人月|11.2.5 %
12.1.1 %|12.1.2 %|12.1.3 %
13.1.1 ?|13.1.1/园区增速 %|13.1.1/全市增速 %|13.1.2 个|13.1.3 ~|13.2.1 次|13.2.2 次|13.2.3 万元|13.2.4 次
13.3.1 个|13.3.2 个|13.3.3 个|13.3.4 个|13.3.5 万元
14.1.1 人次|14.1.2 个|14.1.3 人日|14.1.4 人日|14.2.1 人次|14.2.2 人次
15.1.1 个|15.1.2 人|15.1.3 人|15.2.1 项|15.2.2 项|15.2.3 项|15.2.4 项
"""

_KINDS = {"?": "boolean", "~": "text", "=": "choice", "#": "rank", "%": "percent", "万元": "amount", "亿元": "amount"}

UNIT = dict(entry.split() for line in _POINTS.strip().splitlines() for entry in line.split("|"))
KIND = {code: _KINDS.get(unit, "count") for code, unit in UNIT.items()}
NUMERIC = [code for code in UNIT if KIND[code] in ("count", "amount", "percent", "rank")]

# What a choice may say. The text of 4.1.1 gives no closed list of names, so anything written there is an answer.
CHOICES = {
    "2.1.1": ("国家级", "省级"),
    "3.1.1/称号": ("行业龙头企业", "专精特新“小巨人”企业", "省级及以上产教融合型企业"),
    "4.1.1/称号": ("国家级高水平职业学校建设单位", "省级高水平职业学校建设单位", "国家级高水平专业群建设单位",
                 "省级高水平专业群建设单位", "本科层次职业学校"),
}
OPEN_CHOICES = {"3.1.1/称号", "4.1.1/称号"}

# Points of the standard (116), each with the codes of its figures.
POINTS = {}
for _code in UNIT:
    POINTS.setdefault(_code.split("/")[0], []).append(_code)

# The figures without which a point is not reported: the bare code, or all components where there is no bare code.
PRINCIPAL = {point: [point] if point in UNIT else codes for point, codes in POINTS.items()}

# 三级指标 of categories 一 and 二 (38), each with its points.
ROWS = {}
for _point in POINTS:
    ROWS.setdefault(_point.rsplit(".", 1)[0], []).append(_point)

BASIC_ROWS = [row for row in ROWS if int(row.split(".")[0]) <= 4]
SUBSTANTIVE_ROWS = [row for row in ROWS if int(row.split(".")[0]) >= 5]

# Awards and openings abroad: good to have, no floor.
HONOURS = {"8.2.3", "8.3.3", "8.4.4", "15.1.1", "15.1.2", "15.1.3", "15.2.1", "15.2.2", "15.2.3", "15.2.4"}

# Growth may be negative, and above a hundred per cent. No other figure may.
GROWTH = {"13.1.1/园区增速", "13.1.1/全市增速"}

# What happens anew each year, so that one document cannot prove it for two years: sums of money received or
# earned and doings counted in 人次, 课时, 人月, 人日, 次, 份. Not the plans, nor 3.2.1, which sums three years.
YEARLY = {
    code for code, unit in UNIT.items()
    if unit in ("万元", "人次", "课时", "人月", "人日", "次", "份") and code.split("/")[0] not in ("3.2.1", "6.1.4", "6.1.8")
}

# What is built up and kept, so that its count does not fall without a reason.
CUMULATIVE = {"7.2.1", "7.2.2", "8.1.3", "8.2.1", "8.2.2", "8.3.1", "8.3.2", "8.5.1", "8.5.2", "11.1.1", "11.1.2",
              "14.1.2"}

# Parts and the whole they cannot exceed, where the titles say so beyond doubt.
PARTS_OF_WHOLE = [("8.2.3", "8.2.2"), ("8.3.3", "8.3.1")]

assert len(POINTS) == 116 and len(ROWS) == 38 and len(NUMERIC) == 89
