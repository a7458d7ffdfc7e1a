"""Annual work plans (notice 教职成厅函〔2023〕23号, DESIGN §5): whether a year's plan was carried out, and who twice failed to.

A file that the manifest gives to a consortium is its own word, any other an authority's. Of an item a plain word of an
authority on how far it is counts before the figure of its year, and the figure before the consortium's word. Targets and
days are those told first, by the consortium where it told any; words are those told last.
"""

import datetime
import re
from fractions import Fraction

import formulae as f
from catalogue import KIND, UNIT
from reading import narrow

CLAUSE = "2023-23"
FIRST_PLAN = 2024

DONE = {"已完成", "完成", "是", "√", "100%", "按期完成", "全部完成", "已完成100%", "done"}
NOT_DONE = {"未完成", "否", "×", "没有完成", "部分完成", "基本完成", "未启动", "未开展", "取消", "推迟", "延期", "undone"}
ONGOING = {"进行中", "推进中", "正在推进", "正在进行", "在推进", "ongoing"}
AT_MOST = ("≤", "<=", "不超过", "不高于", "不多于", "以内", "以下", "至多", "最多", "降至", "降到", "控制在")


def plain_word(text):
    """True where it says done, False where it says not done, None where it says neither."""
    word = re.sub(r"[\s。]", "", text)
    return True if word in DONE else False if word in NOT_DONE else None


def last_said(rows):
    """The last row that says how far the item is; empty where none does."""
    return next((row for row in reversed(rows) if row["completed"].strip()), {})


def goal(code, text):
    """A test of the figure, or None where the words are no goal for it."""
    words, kind = re.sub(r"\s", "", narrow(text)), KIND.get(code)
    if kind == "boolean":
        wanted = {"是": True, "有": True, "√": True, "否": False, "无": False, "×": False}.get(words)
        return None if wanted is None else lambda value: value is wanted
    if kind not in ("count", "amount", "percent", "rank"):
        return None
    numbers = re.findall(r"[0-9]+(?:\.[0-9]+)?", words.replace(",", ""))
    if len(numbers) != 1 or re.search(r"[0-9][亿千百倍]", words):
        return None
    if re.search(r"[0-9]万", words) and not UNIT[code].startswith("万"):
        return None
    bound = Fraction(numbers[0])
    if kind == "rank" or any(word in words for word in AT_MOST):
        return lambda value: value <= bound
    return lambda value: value >= bound


def items(world, c, year):
    """{task: its rows, first to last}"""
    found = {}
    for row in world["workplans"]:
        if row["consortium"] == c and row["year"] == year and narrow(row["item"]):
            found.setdefault("".join(narrow(row["item"]).split()), []).append(row)
    return found


def item_done(world, c, year, rows):
    own = [row for row in rows if row["isOwn"]]
    official = [row for row in rows if not row["isOwn"]]
    promised = own or official
    due = next((row["due"] for row in promised if row["due"]), f.end_of(year))
    over = world["now"] > due
    not_yet = False if over else None
    word = plain_word(last_said(official).get("completed", ""))
    if word is not None:
        return True if word else not_yet
    code = next((narrow(row["indicator"]) for row in promised if narrow(row["indicator"])), "")
    target = next((row["target"] for row in promised if row["target"].strip()), "")
    met = goal(code, target)
    if met is not None:
        figure = f.actual(world, c, code, year)
        return None if figure is None else True if met(figure) else not_yet
    said = last_said(own)
    word = plain_word(said.get("completed", ""))
    if word is not None:
        return True if word else not_yet
    # Whoever still works on it after its day did not complete it.
    still = re.sub(r"[\s。]", "", said.get("completed", "")) in ONGOING
    return False if still and over and said["received"] > due else None


def assessed(world, c, year):
    """Whether on some day every item told by then had a word on it."""
    told, said = set(), set()
    rows = [(row["received"], task, row) for task, own in items(world, c, year).items() for row in own]
    for day in sorted({received for received, _, _ in rows}):
        told |= {task for received, task, _ in rows if received == day}
        said |= {task for received, task, row in rows if received == day and row["completed"].strip()}
        if told == said:
            return True
    return False


def carried_out(world, c, year):
    done = [item_done(world, c, year, rows) for rows in items(world, c, year).values()]
    if False in done:
        return False
    return True if done and None not in done and assessed(world, c, year) else None


def work_plan(world, c, y):
    if y < FIRST_PLAN or not f.applies(world, c, y, f.first_year(world, c)):
        return f.NOT_APPLICABLE
    ruling = f.decided(world, c, CLAUSE, y)
    if ruling:
        return f.outcome(ruling["decision"] == "confirm")
    failed = [f.negate(carried_out(world, c, year)) for year in (y - 1, y)]
    twice = f.all_of([y - 1 >= FIRST_PLAN and f.counts_before(world, c, CLAUSE, y - 1), *failed])
    # Where nobody sent a plan, or an assessment of it, nothing is said of the year.
    is_blank = failed[1] is None and not (items(world, c, y) and assessed(world, c, y))
    return f.outcome(False, f.any_of([twice, None if is_blank else False]), failed[1])


f.CLAUSES[CLAUSE] = work_plan
