"""Annual work plans, tasks of member units and evaluations. All invented.

`sent(folder)` gives (file, bytes, day of receipt, consortium) of what secretariats send; a consortium sends its
self-assessment of a year and its plan for the next together, by the end of December. `COMPLETIONS`, `EVALUATIONS` are what
an authority registers.
"""

import stories
from forms import chosen, table
from roster import LAST, MUNICIPAL, REMOVED

FIRST = 2024
DONE, UNDONE, ONGOING = "已完成", "未完成", "进行中"

# What a plan is of: (task, point, how the target is written, share of the year's figure that it is).
POINTS = [("扩大现代学徒制培养规模", "9.1.5", "不少于{}人", 0.9), ("接收学生实习", "11.2.4", "≥{}", 0.92),
          ("开展技术服务", "13.2.3", "合同额≥{}万元", 0.9), ("培训企业职工", "14.1.3", "不少于{}人次", 0.95)]
WORDS = [("修订联合体章程和议事规则", "理事会审议通过"), ("建设供需信息平台", "平台上线运行"), ("召开理事会年会", "会议召开，纪要印发"),
         ("编制园区人才需求报告", "报告发布"), ("组建产业学院", "挂牌招生")]

# Never sent a plan; sent none from a year on; sent no self-assessment of a year, and no plan after it.
NEVER, STOPPED, UNASSESSED = ("C010",), {"C025": 2025}, {("C014", 2025), ("C044", 2025)}
# (id, year of the plan): the day on which it was sent, where that was not in time.
LATE = {("C012", 2025): "2025-02-06", ("C019", 2026): "2026-02-02", ("C021", 2026): "2026-01-31"}
# (id, year, number of the item): what the consortium says of it, where it is not 已完成.
SAID = {("C015", 2024, 3): UNDONE, ("C015", 2025, 4): UNDONE, ("C016", 2024, 3): UNDONE, ("C016", 2025, 3): "部分完成",
        ("C017", 2025, 4): UNDONE, ("C011", 2024, 3): UNDONE, ("C013", 2025, 3): ONGOING, ("C020", 2025, 4): "大体完成"}
# (id, year, number): the target where the figure falls short of it, though the consortium says that it is done.
MISSED = {("C042", 2025, 1): 1.2}


def owes(c, year):
    """Whether the consortium stands so that it has to send a plan for the year, and sends one."""
    if not c.designated or c.designated > f"{year}-01-31" or year < FIRST or c.id in NEVER or c.id == REMOVED and year > LAST:
        return False
    return year < STOPPED.get(c.id, 9999) and (c.id, year - 1) not in UNASSESSED


def items(c, year):
    """(task, point, target) of a plan."""
    cells, pick = stories.PANELS[c.id], chosen(c.id, year, "plan")
    found = []
    for n, (task, point, words, share) in enumerate(pick.sample(POINTS, 2), 1):
        value = cells.get((point, min(year, LAST)), "")
        figure = float(value) if value.replace(".", "", 1).isdigit() else 100.0
        share = MISSED.get((c.id, year, n), share)
        found.append((task, point, words.format(max(1, round(figure * share)))))
    return found + [(task, "", target) for task, target in pick.sample(WORDS, 2)]


def rows(c, year, assessed):
    for n, (task, point, target) in enumerate(items(c, year), 1):
        done = SAID.get((c.id, year, n), DONE) if assessed else ""
        yield {"consortium": c.id, "year": year, "item": task, "indicator": point, "target": target,
               "due": f"{year}-{'11-30' if n == 3 else '12-20'}", "completed": done,
               "evidence": f"{task}-{c.id}-{year}.pdf" if done == DONE else ""}


def sent(folder):
    for c in MUNICIPAL:
        name = f"{c.province}/{c.id}"
        own = [*rows(c, folder, True)] if owes(c, folder) and (c.id, folder) not in UNASSESSED else []
        planned = [*rows(c, folder + 1, False)] if owes(c, folder + 1) else []
        late = LATE.get((c.id, folder + 1))
        if late and planned:
            yield f"{name}-工作计划.csv", table("workplans", planned, c.english).encode(), late, c
            planned = []
        if own or planned:
            day = chosen(c.id, folder, "plan sent").randint(21, 30) if own else 0
            on = f"{folder}-12-{day}" if own else f"{folder + 1}-01-{chosen(c.id, folder, 'plan sent').randint(8, 26):02}"
            yield f"{name}-{'自评和计划' if own else '年度计划'}.csv", table("workplans", own + planned, c.english).encode(), on, c
        if folder == LAST and c.id in TASKS:
            yield f"{name}-任务.csv", table("tasks", tasks(c), c.english).encode(), "2026-03-02", c


# --- tasks of member units ------------------------------------------------------------------------------------------

# year, task, who, the last day, how it stands, when it was done.
TASKS = {
    "C004": [(2025, "共建学徒培训中心", "school", "2025-06-30", "已完成", "2025-06-18"),
             (2025, "开放企业实训工位200个", "enterprise", "2025-09-30", "已完成", "2025-10-21"),
             (2025, "出台学徒补贴办法", "park", "2025-11-30", "进行中", ""),
             (2026, "编制2026年人才需求目录", "park", "2026-03-31", "进行中", ""),
             (2026, "新建企业“学习岛”3个", "enterprise", "2026-10-31", "未开始", "")],
    "C006": [(2025, "组建专业群建设指导委员会", "school", "2025-05-31", "已完成", "2025-05-20"),
             (2025, "双元制课程开发", "enterprise", "2025-12-15", "办结", "2025-12-15")],
    "C009": [(2025, "发布岗位和技术服务需求", "enterprise", "2025-12-31", "说明见附件", ""),
             (2026, "召开联席会议", "park", "", "未开始", "")],
}


def tasks(c):
    return [{"consortium": c.id, "year": year, "task": task, "unit": {"school": c.school, "enterprise": c.enterprise}.get(
                who, f"{c.park}管委会".replace("（虚构）管委会", "管委会（虚构）")), "due": due, "state": state,
             "completedOn": done} for year, task, who, due, state, done in TASKS[c.id]]


# --- what an authority registers ------------------------------------------------------------------------------------

# (id, year, number of the item): what the authority found of it.
FOUND = {2025: {("C006", 2025, 1): DONE, ("C017", 2025, 3): DONE, ("C018", 2025, 4): UNDONE}}


def completions(folder):
    known = {c.id: c for c in MUNICIPAL}
    for (who, year, n), word in FOUND.get(folder, {}).items():
        row = list(rows(known[who], year, False))[n - 1]
        yield row | {"completed": word, "evidence": f"核查记录-{who}-{year}.pdf"}


WAYS = ("成效实评", "数据综评", "网络测评", "舆论社评", "第三方他评")


def documents(folder):
    """The self-assessments of 2023, of which there was no plan yet, as a ministry registers them."""
    for c in MUNICIPAL if folder == 2023 else ():
        if c.batch == "1" and c.designated and c.id not in NEVER:
            yield {"consortium": c.id, "kind": "年度自评报告", "period": folder, "title": f"示例·{c.mark}2023年度自评报告（虚构）",
                   "sentOn": f"2023-12-{chosen(c.id, folder, 'assessment').randint(18, 30)}",
                   "evidence": f"自评报告-{c.id}-2023.pdf"}


# Of whom no agreement of the province is registered; of whom it came after the plan.
UNAGREED, AFTERWARDS = ("C003", "C011", "C018", "C026"), {"C009": "2026-02-10"}


def agreements(folder):
    """That provinces agreed to plans for the year after the folder's and to self-assessments of it."""
    for c in MUNICIPAL if folder == LAST else ():
        for kind, year, is_sent in (("年度工作计划", folder + 1, owes(c, folder + 1)),
                                    ("年度自评报告", folder, owes(c, folder) and (c.id, folder) not in UNASSESSED)):
            if is_sent and c.id not in UNAGREED:
                on = AFTERWARDS.get(c.id, f"{folder}-12-{chosen(c.id, folder, 'agreed').randint(8, 20):02}")
                yield {"consortium": c.id, "kind": f"{kind}省级审核同意", "period": year,
                       "title": f"示例·{c.mark}{year}{kind}审核意见（虚构）", "sentOn": on, "evidence": f"审核意见-{c.id}-{year}.pdf"}


def evaluations(folder):
    for who in ("C004", "C005", "C006", "C008") if folder == LAST else ():
        for n, way in enumerate(WAYS):
            # One that nobody evaluated so.
            if (who, way) != ("C006", "网络测评"):
                yield {"consortium": who, "year": folder, "source": way,
                       "score": chosen(who, way).randint(720, 960) / 10, "by": f"示例评价组{'甲乙丙丁戊'[n]}（虚构）",
                       "on": "2026-02-25", "ground": "现场走访和材料核对" if n < 2 else "抽样调查"}
