"""The figures of a consortium before its story is told: {(code, year): text}.

Most figures grow, some stay, some fall, and each has its good and bad years; a consortium that does well has
nevertheless its breakthrough in at least one family of clause 16.5.
"""

from forms import chosen
from policies import issued_in
from roster import LAST, YEARS

# code: 2022 from … to …, growth a year. Percents and hours grow by points, the rest by a factor.
FIGURES = {
    "2.1.2/总产值": (300, 2600, 1.07), "2.3.1": (33, 52, 0.6), "3.2.1": (180, 900, 1.12), "3.3.1": (2.6, 3.2, 0.1),
    "3.3.2": (52, 75, 1), "3.3.3": (22, 55, 1.5), "4.2.1": (72, 92, 1), "7.1.1": (2, 8, 1.1), "7.1.2": (110, 760, 1.08),
    "7.2.1": (2, 7, 1.18), "7.2.2": (1, 4, 1.2), "8.1.3": (8, 28, 1.08), "8.1.4": (2, 8, 1.1), "8.2.1": (2, 8, 1.12),
    "8.2.2": (22, 76, 1.12), "8.3.1": (9, 38, 1.12), "8.3.2": (5, 19, 1.1), "8.4.1/人次": (120, 580, 1.08),
    "8.4.1/课时": (4800, 23000, 1.08), "8.4.2/人次": (42, 160, 1.06), "8.4.2/课时": (1700, 6400, 1.06),
    "8.4.3": (160, 780, 1.07), "8.5.1": (16, 58, 1.08), "8.5.2": (820, 4900, 1.09), "8.5.3": (22, 40, 1.2),
    "8.5.4": (2100, 14500, 1.08), "9.1.1": (320, 1480, 1.1), "9.1.2": (410, 1750, 1.06), "9.1.3": (80, 420, 1.05),
    "9.1.4": (260, 1320, 1.06), "9.1.5": (180, 960, 1.07), "9.1.6": (60, 380, 1.08), "9.1.7": (6, 28, 1.1),
    "9.1.8": (65, 290, 1.08), "9.2.1": (220, 1180, 1.06), "9.2.2": (55, 290, 1.06), "9.2.3": (24, 140, 1.05),
    "9.2.4": (42, 76, 1), "10.1.2": (76, 92, 1), "10.2.2": (1, 4, 1.1), "10.2.3": (1, 3, 1.1),
    "11.1.1": (3100, 28600, 1.15), "11.1.2": (110, 870, 1.1), "11.1.3": (4, 22, 1.08), "11.1.4": (1600, 11800, 1.08),
    "11.2.1": (2200, 14600, 1.06), "11.2.2": (62, 290, 1.08), "11.2.3": (21, 140, 1.05), "11.2.4": (1550, 8900, 1.07),
    "11.2.5": (3.2, 10, 0.4), "12.1.1": (90, 95.5, 0.7), "12.1.2": (66, 82, 1), "12.1.3": (46, 72, 0.9),
    "13.1.2": (2, 11, 1.15), "13.2.1": (2, 8, 1.1), "13.2.2": (3, 10, 1.1), "13.2.3": (210, 2900, 1.12),
    "13.2.4": (85, 480, 1.08), "13.3.1": (11, 78, 1.12), "13.3.2": (42, 240, 1.08), "13.3.3": (11, 78, 1.1),
    "13.3.4": (5, 38, 1.12), "13.3.5": (110, 1450, 1.12), "14.1.1": (1550, 8800, 1.07), "14.1.2": (3, 15, 1.08),
    "14.1.3": (5200, 38500, 1.08), "14.1.4": (2100, 14800, 1.06), "14.2.1": (1550, 8900, 1.06), "14.2.2": (22, 145, 1.06),
    "15.1.1": (1, 4, 1.1), "15.1.2": (15, 190, 1.08), "15.1.3": (30, 380, 1.1), "15.2.3": (1, 5, 1.08), "15.2.4": (1, 3, 1.05),
    "6.2.2/金额": (12, 240, 1.1),
}
BY_POINTS = {"2.3.1", "3.3.1", "3.3.2", "3.3.3", "4.2.1", "8.5.3", "9.2.4", "10.1.2", "11.2.5", "12.1.1", "12.1.2", "12.1.3"}
TWO_DECIMALS = {"2.1.2/总产值", "3.2.1", "13.2.3", "13.3.5", "6.2.2/金额"}
# What is built up and kept: its count does not fall.
CUMULATIVE = {"7.2.1", "7.2.2", "8.1.3", "8.2.1", "8.2.2", "8.3.1", "8.3.2", "8.5.1", "8.5.2", "11.1.1", "11.1.2", "14.1.2"}
# Below these a basic row is not met; the consortia that do well stay above.
FLOORS = {"2.3.1": 30.6, "3.3.1": 2.5}

NATIONAL = ("8.2.3", "8.3.3", "8.4.4", "15.2.1", "15.2.2")
HONOURS = NATIONAL + ("15.1.1", "15.1.2", "15.1.3", "15.2.3", "15.2.4")
FAMILIES = (("9.1.2",), ("9.1.3", "9.1.4"), ("9.1.5", "9.1.6"), ("9.2.1", "9.2.2", "9.2.3"), ("14.2.1",), ("14.2.2",))
RATES = ("12.1.1", "12.1.2", "12.1.3")
POLICY_POINTS = ("1.1.2", "1.2.2", "6.2.1", "6.3.1")
# A consortium says yes to these from some year on, and goes on saying so.
YES_NO = ("1.1.1 1.2.1 2.3.1/列入目录 3.1.1 4.1.1 5.1.1 5.1.2 5.2.1 5.2.2 5.3.1 5.3.2 5.3.3 5.4.1 5.4.2 5.4.3 "
          "5.4.3/绩效考核体系 5.4.3/质量保障体系 6.1.1 6.1.5 6.2.1/可操作 6.2.1/享受补贴 6.2.3 8.1.1 8.1.2 8.5.5 8.5.6 10.1.1 "
          "10.2.1 10.2.1/技术需求清单 10.2.1/人才需求清单").split()
GRADUALLY = ("5.2.1 5.2.2 5.3.2 5.4.2 5.4.3 5.4.3/绩效考核体系 5.4.3/质量保障体系 6.2.1/可操作 6.2.1/享受补贴 6.2.3 8.1.1 "
             "8.5.6 10.1.1 10.2.1 10.2.1/技术需求清单 10.2.1/人才需求清单").split()
BOOLEANS = {*YES_NO, *POLICY_POINTS, "13.1.1"}
ENTERPRISE_TITLES = ("行业龙头企业", "专精特新“小巨人”企业", "省级及以上产教融合型企业")
SCHOOL_TITLES = ("国家级高水平专业群建设单位", "省级高水平职业学校建设单位", "省级高水平专业群建设单位")

# The fund's plan point: what is paid, whether it is arranged, its name.
FUNDS = {"6.1.4": ("6.1.2", "6.1.1", "专项"), "6.1.8": ("6.1.6", "6.1.5", "日常")}
# What is paid in 2025 beyond the plan, where it falls short by a hair: of the whole, or of one fund only.
HAIR_SHORT = {("C036", "6.1.4"): -0.04, ("C036", "6.1.8"): 0, ("C048", "6.1.4"): 2.4, ("C048", "6.1.8"): -0.5}
# Those whose 2024 has to be in order, for 2025 to show what it is there to show.
PAID_IN_2024 = ("C001", "C025", "C031", "C036", "C042", "C044")


def rounded(code, value):
    return f"{value:.2f}" if code in TWO_DECIMALS else f"{value:.1f}" if code in BY_POINTS else f"{value:.0f}"


def figures_of(c):
    cells = {}
    pick = chosen(c.id, "lead")
    lead = FAMILIES[pick.randrange(len(FAMILIES))]
    for code, (low, high, pace) in FIGURES.items():
        for year, value in zip(YEARS, series(c, code, low, high, pace, strong=code in lead)):
            cells[code, year] = rounded(code, value)
    for year in YEARS:
        cells |= {(code, year): "0" for code in NATIONAL}
    if pick.random() < 0.4:
        cells |= {(pick.choice(NATIONAL[:3]), year): "1" for year in YEARS[2:]}
    if pick.random() < 0.5:
        cells |= {(code, year): "0" for code in ("15.1.1", "15.1.2", "15.1.3") for year in YEARS}
    answers(c, cells)
    growth_of_park(c, cells)
    money(c, cells)
    return cells


def series(c, code, low, high, pace, strong):
    """The values of the years: a direction, and a year now and then that goes against it."""
    pick = chosen(c.id, code)
    odds = (0.95, 0.02, 0.03) if code in RATES else (0.9, 0.1, 0) if code in CUMULATIVE else (0.56, 0.2, 0.24)
    way = 1 if strong else pick.choices((1, 0, -1), odds)[0]
    value = pick.uniform(low, high) if code in BY_POINTS else low * (high / low) ** pick.random()
    for _ in YEARS:
        yield value
        step = way * pick.uniform(0.3, 1.3) if pick.random() > 0.15 or strong else -0.6 * way
        step += pick.uniform(-0.25, 0.25)
        if code in BY_POINTS:
            value = min(max(value + pace * step, FLOORS.get(code, 0.5)), 98.9 - pick.random())
        else:
            factor = pick.uniform(1.1, 1.17) if strong else 1 + (pace - 1) * step
            value *= max(factor, pick.uniform(1.003, 1.02)) if code in CUMULATIVE else factor


def answers(c, cells):
    pick = chosen(c.id, "answers")
    since = {code: pick.choice((2022, 2023, 2023, 2024)) for code in GRADUALLY}
    enterprise, school = pick.choice(ENTERPRISE_TITLES), pick.choice(SCHOOL_TITLES)
    category, rank = pick.choice(("传统产业升级", "新兴产业壮大", "未来产业培育")), pick.randint(2, 18)
    for year in YEARS:
        cells["2.1.1", year] = c.park_level
        rank = max(1, rank + pick.choice((-2, -1, -1, 0, 0, 1)))
        cells["2.1.2/省内排名", year] = str(rank)
        cells["2.2.1", year] = f"{c.trade}（{category}）"
        cells["3.1.1/称号", year], cells["4.1.1/称号", year] = enterprise, school
        for code in YES_NO:
            cells[code, year] = "是" if year >= since.get(code, 2022) else "否"
        # A consortium says that a policy was issued in the years in which one was.
        for code in POLICY_POINTS:
            cells[code, year] = "是" if issued_in(c, year) else "否"
        cells["6.1.3", year] = pick.choice(("用于实训基地建设与课程开发，按预算执行", "用于设备购置和师资培训，按预算执行"))
        cells["6.1.7", year] = "用于秘书处日常运行，按预算执行"
        cells["6.2.2", year] = f"{pick.randint(3, 28)}家企业已按规定抵免"
        cells["8.4.5", year] = pick.choice(("已建立校企互聘办法", "互聘办法已印发并执行"))
        cells["13.1.3", year] = f"省级及以上媒体报道{pick.randint(2, 19)}篇"


def growth_of_park(c, cells):
    pick = chosen(c.id, "growth")
    for year in YEARS:
        city = pick.uniform(2.5, 6.5)
        park = city + pick.uniform(0.3, 3.5) if pick.random() < 0.88 else city - pick.uniform(0.2, city - 1)
        cells["13.1.1/园区增速", year], cells["13.1.1/全市增速", year] = f"{park:.1f}", f"{city:.1f}"
        cells["13.1.1", year] = "是" if park > city else "否"


def money(c, cells):
    """The plans of the two funds for each year, told years ahead, and what was paid."""
    for plan, (paid, _, name) in FUNDS.items():
        pick = chosen(c.id, name)
        base, step = (pick.randrange(200, 640, 20), 40) if plan == "6.1.4" else (pick.randrange(40, 120, 10), 5)
        for n in range(LAST + 3 - 2022):
            year, planned = 2022 + n, base + step * n
            cells[plan, year] = str(planned)
            short = pick.random() < (0.5 if year < 2024 else 0.35 if year == 2024 and c.id not in PAID_IN_2024 else 0)
            over = pick.choice((0, 0, pick.randint(1, 300) / 100, pick.randint(1, 60) / 10))
            missing = pick.choice((0.01, 0.04, 0.3, pick.randint(1, 90) / 10))
            if year <= LAST:
                cells[paid, year] = f"{planned - missing if short else planned + over:.2f}"
        if (c.id, plan) in HAIR_SHORT:
            cells[paid, LAST] = f"{int(cells[plan, LAST]) + HAIR_SHORT[c.id, plan]:.2f}"


def told(cells, ahead, plan, year, folder):
    """The plan for a year as the file of another year tells it: what was told ahead may have been lowered since."""
    return ahead.get((plan, year), cells[plan, year]) if year > folder else cells[plan, year]


def rolling(cells, ahead, plan, year, folder):
    """[(code, year, text)] of the rolling plan that begins with the year: its three years, their sum, the document."""
    years, name = range(year, year + 3), FUNDS[plan][2]
    found = [(plan, y, told(cells, ahead, plan, y, folder)) for y in years]
    found.append((f"{plan}/三年总额", year, str(sum(int(text) for _, _, text in found))))
    found.append((f"{plan}/文件", year, f"《示例{name}经费三年滚动规划（{year}—{year + 2}年）》（虚构）"))
    return found
