"""How the files are written: header rows, encodings, numbers as clerks type them, credit codes."""

import csv
import hashlib
import io
import random

FORMS = {
    "consortia": "id=编号 name=名称 kind=类型 province=省份 prefecture=市州 park=产业园区 parkLevel=园区级别 "
                 "leadSchool=牵头学校 leadEnterprise=牵头企业 cohort=批次 stage=阶段 designatedOn=认定日期",
    "listed": "id=编号 name=名称 kind=类型 province=省份 prefecture=市州 park=产业园区 parkLevel=园区级别 "
              "leadSchool=牵头学校 leadEnterprise=牵头企业 cohort=批次 stage=阶段 designatedOn=认定日期 level=认定级别 "
              "levelOn=级别认定日期",
    "transitions": "consortium=联合体编号 from=原状态 to=新状态 on=日期 document=文号 by=决定机关 ground=理由",
    "observations": "consortium=联合体编号 indicator=观测点 year=年度 basis=口径 value=数值 evidence=佐证材料",
    "policies": "id=编号 level=层级 region=地区 title=标题 number=文号 issuer=发文单位 issuedOn=发文日期 "
                "effective=是否有效 evidence=佐证材料 validUntil=有效期至 repealedOn=废止日期",
    "members": "consortium=联合体编号 name=单位名称 creditCode=统一社会信用代码 category=单位类别 role=角色 "
               "joinedOn=加入日期 leftOn=退出日期",
    "incidents": "id=编号 consortium=联合体编号 occurredOn=发生日期 domain=领域 severity=程度 adverseImpact=不良影响 "
                 "status=核查状态 evidence=佐证材料 description=情况说明",
    "determinations": "consortium=联合体编号 clause=条款 year=年度 decision=认定 by=认定人 on=认定日期 ground=理由 "
                      "evidence=佐证材料 subject=事由 id=认定编号 withdraws=撤销认定编号 fund=经费类别 amount=调整后金额",
    "ratings": "consortium=联合体编号 point=观测点 round=轮次 rating=评定 by=评定人 on=日期 ground=理由 evidence=佐证材料",
    "documents": "consortium=联合体编号 kind=材料类别 period=期间 title=标题 sentOn=报送日期 evidence=佐证材料",
    "workplans": "consortium=联合体编号 year=年度 item=任务 indicator=观测点 target=目标 due=完成时限 completed=完成情况 evidence=佐证材料",
    "tasks": "consortium=联合体编号 year=年度 task=任务 unit=责任单位 due=完成时限 state=状态 completedOn=完成日期",
    "evaluations": "consortium=联合体编号 year=年度 source=评价渠道 score=得分 by=评价人 on=日期 ground=理由",
    "targets": "region=地区 target=目标编号 year=年度 value=完成值 on=日期 evidence=佐证材料",
    "manifest": "file=文件 receivedOn=收到日期 sender=报送单位 consortium=联合体编号",
}
FORMS = {form: [pair.split("=") for pair in text.split()] for form, text in FORMS.items()}

# Words that a file with English headers says in English; the rest stays as it is.
ENGLISH = {"实际": "actual", "计划": "committed", "承诺": "committed"}


def table(form, rows, english=False):
    """The CSV text of a form; with a column for reasons where a row gives one."""
    columns = FORMS[form] + ([["reason", "更正理由"]] if any("reason" in row for row in rows) else [])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column if english else chinese for column, chinese in columns])
    for row in rows:
        cells = [row.get(column, "") for column, _ in columns]
        writer.writerow([ENGLISH.get(cell, cell) if english else cell for cell in cells])
    return out.getvalue()


def chosen(*parts):
    """A generator of its own for each purpose, so that a change in one place moves nothing elsewhere."""
    return random.Random("sample/" + "/".join(map(str, parts)))


def digest(*parts):
    return hashlib.sha256(("示例佐证/" + "/".join(map(str, parts))).encode()).hexdigest()


# --- a hurried clerk ------------------------------------------------------------------------------------------------

def wide(text):
    return "".join(chr(ord(ch) + 0xFEE0) if ch in "0123456789.," else ch for ch in text)


def dress_up(rows, percents, amounts):
    """Numbers as a hurried clerk types them: separators, full width, units, percent signs."""
    for n, row in enumerate(rows):
        try:
            number = float(row["value"])
        except ValueError:
            continue
        if number >= 1000 and "." not in row["value"]:
            row["value"] = f"{int(row['value']):,}"
        elif row["indicator"] in percents:
            row["value"] += "%"
        elif row["indicator"] in amounts:
            row["value"] += "万元"
        if n % 2 and "%" not in row["value"]:
            row["value"] = wide(row["value"])


# --- 统一社会信用代码 (GB 32100-2015) -------------------------------------------------------------------------------------

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# No province has the code 99, and no organisation a code that begins with XX: nobody can hold one of these.
INVENTED_REGION, INVENTED_ORGANISATION = "990000", "XX"


def credit_code(kind, number):
    """A code with right check digits that nobody holds. `kind`: 91 an enterprise, 12 a public institution."""
    organisation = f"{INVENTED_ORGANISATION}{number:06}"
    # The organisation's own check digit, GB 11714-1997.
    rest = 11 - sum(int(ch, 36) * w for ch, w in zip(organisation, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    code = kind + INVENTED_REGION + organisation + {10: "X", 11: "0"}.get(rest, str(rest))
    total = sum(LETTERS.index(ch) * pow(3, place, 31) for place, ch in enumerate(code))
    return code + LETTERS[-total % 31]
