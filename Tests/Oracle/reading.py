"""A folder of CSV files in the forms of DESIGN §7 → plain dictionaries.

`read_inbox(folder)` returns `{"entries": [...], "skipped": [(file, why)]}`: every row of every file in order of
receipt. `known(inbox, day)` makes of them what was known on a day:

    consortia       {id: row}
    observations    [row]
    policies        [row] or None when no policy register had been collected
    incidents       [row] or None
    incidentsUpTo   the last day that an incident register covers
    determinations, transitions, members, workplans   [row]

The `status` of an observation is reported, missing, notApplicable, rejected or retracted (撤回); its `value` is a
Fraction, a bool or a text when reported, else None. In register rows dates are parsed, and words turned into the
English ones.
"""

import csv
import datetime
import io
import pathlib
import re
import unicodedata
from fractions import Fraction

from catalogue import CHOICES, GROWTH, KIND, OPEN_CHOICES, UNIT

REGIONS = pathlib.Path(__file__).resolve().parents[2] / "data" / "reference" / "regions.csv"
FAR = datetime.date.max

FORMS = {
    "consortia": "id=编号 name=名称 kind=类型 province=省份 prefecture=市州 park=产业园区 parkLevel=园区级别 "
                 "leadSchool=牵头学校 leadEnterprise=牵头企业 cohort=批次 stage=阶段 designatedOn=认定日期 "
                 "validFrom=生效日期 predecessor=前身 otherRegions=其他地区 level=认定级别 levelOn=级别认定日期",
    "transitions": "consortium=联合体编号 from=原状态 to=新状态 on=日期 document=文号 by=决定机关 ground=理由",
    "observations": "consortium=联合体编号 indicator=观测点 year=年度 basis=口径 value=数值 evidence=佐证材料 "
                    "reason=更正理由",
    "policies": "id=编号 level=层级 region=地区 title=标题 number=文号 issuer=发文单位 issuedOn=发文日期 "
                "effective=是否有效 evidence=佐证材料 validUntil=有效期至 repealedOn=废止日期",
    "members": "consortium=联合体编号 name=单位名称 creditCode=统一社会信用代码 category=单位类别 role=角色 "
               "joinedOn=加入日期 leftOn=退出日期",
    "incidents": "id=编号 consortium=联合体编号 occurredOn=发生日期 domain=领域 severity=程度 adverseImpact=不良影响 "
                 "status=核查状态 evidence=佐证材料 description=情况说明",
    "determinations": "consortium=联合体编号 clause=条款 year=年度 decision=认定 by=认定人 on=认定日期 ground=理由 "
                      "evidence=佐证材料 subject=事由 id=认定编号 withdraws=撤销认定编号 fund=经费类别 amount=调整后金额",
    "workplans": "consortium=联合体编号 year=年度 item=任务 indicator=观测点 target=目标 due=完成时限 completed=完成情况 "
                 "evidence=佐证材料",
    "manifest": "file=文件 receivedOn=收到日期 sender=报送单位 consortium=联合体编号",
}
FORMS = {form: dict(pair.split("=") for pair in text.split()) for form, text in FORMS.items()}

# The columns without which a form is not that form.
NEEDED = {
    "consortia": {"id", "name", "kind"},
    "transitions": {"consortium", "from", "to", "on"},
    "observations": {"consortium", "indicator", "year", "value"},
    "policies": {"region", "title", "issuedOn", "effective"},
    "members": {"consortium", "creditCode"},
    "incidents": {"consortium", "occurredOn", "domain", "status"},
    "determinations": {"consortium", "clause", "year", "decision"},
    "workplans": {"consortium", "year", "item", "target"},
    "manifest": {"file", "receivedOn"},
}

WORDS = {
    "kind": {"市域产教联合体": "municipal", "行业产教融合共同体": "industry"},
    "basis": {"实际": "actual", "承诺": "committed", "计划": "committed", "": "actual"},
    "domain": {"招生": "enrolment", "就业": "employment", "安全": "safety", "其他": "other", "造假": "falsification",
               "解散": "dissolution", "撤销": "revocation", "重大变动": "majorChange", "重大违规": "majorViolation"},
    "severity": {"一般": "minor", "较大": "serious", "重大": "major", "特别重大": "critical"},
    "status": {"线索": "reported", "查实": "confirmed", "不成立": "dismissed"},
    "decision": {"成立": "confirm", "不成立": "dismiss", "豁免": "waive", "同意调整": "acceptPlanChange",
                 "撤销认定": "withdraw"},
}
STANDINGS = ("申报", "培育", "通过验收", "取消资格")
YES = {"是", "true", "有", "√"}
NO = {"否", "false", "无", "×"}


class Unreadable(Exception):
    """The file as a whole cannot be read; the batch goes on without it."""


# --- cells ----------------------------------------------------------------------------------------------------------

# Radicals of the supplement that look like a character but that no normal form turns into it, as far as the names of
# provinces and prefectures have them.
RADICALS = str.maketrans("⻓⻔⻄⻢⻘⻩⻰⻅⻨", "长门西马青黄龙见麦")


def narrow(text):
    """Full-width ASCII and wide or fixed spaces to half width, radicals to characters, composed; what nobody sees and
    blanks at the ends left out."""
    out = []
    for c in text.translate(RADICALS):
        if "！" <= c <= "～":
            out.append(chr(ord(c) - 0xFEE0))
        elif unicodedata.category(c) == "Zs":
            out.append(" ")
        elif "\u2F00" <= c <= "\u2FDF":
            out.append(unicodedata.normalize("NFKC", c))
        elif unicodedata.category(c) != "Cf" and not "\uFE00" <= c <= "\uFE0F":
            out.append(c)
    return unicodedata.normalize("NFC", "".join(out)).strip()


def identity(text):
    """An id as ids are compared: NFKC, one hyphen, no blanks."""
    text = unicodedata.normalize("NFKC", narrow(text))
    return "".join("-" if unicodedata.category(c) == "Pd" or c == "−" else c for c in text if not c.isspace())


def english(column, text):
    text = narrow(text)
    known = WORDS[column]
    return known[text] if text in known else text if text in known.values() else None


def yes_no(text):
    """True, False, or None where the cell is blank or says neither."""
    word = narrow(text).lower()
    return True if word in YES else False if word in NO else None


def year_of(text):
    match = re.fullmatch(r"([0-9]{4})\s*年?", narrow(text))
    return int(match[1]) if match else None


DAY = (r"([0-9]{4})\s*(?:年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*[日号]?|([-/.])\s*([0-9]{1,2})\s*\4\s*([0-9]{1,2})"
       r"|([0-9]{2})([0-9]{2}))(?:[T ]?\s*([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?")


def date_of(text):
    """The day in China that a cell tells, whatever time of day stands behind it, or None."""
    match = re.fullmatch(DAY, narrow(text))
    if not match:
        return None
    month, day = (match[2] or match[5] or match[7]), (match[3] or match[6] or match[8])
    try:
        found = datetime.date(int(match[1]), int(month), int(day))
    except ValueError:
        return None
    if match[11]:
        zone = 0 if match[11] == "Z" else int(match[11][:3]) * 60 + int(match[11][0] + match[11][-2:])
        found += datetime.timedelta(days=(int(match[9]) * 60 + int(match[10]) - zone + 480) // 1440)
    return found if 1949 <= found.year <= 2099 else None


def last_day_of(text):
    """The day up to which something holds: without an end, the last of the years told apart."""
    endless = narrow(text) in ("长期", "长期有效", "永久", "永久有效", "无固定期限")
    return datetime.date(2099, 12, 31) if endless else date_of(text)


MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
MONEY = ("人民币", "RMB", "¥", "￥")
ALIKE = {"名": "人", "位": "人", **dict.fromkeys("家所项件种间处座条支台套部篇类", "个")}


def factor(unit):
    """(how many, of what) of a unit as people write it."""
    if unit in ("%", "百分点", "个百分点"):
        return Fraction(1), "%"
    if unit == "‰":
        return Fraction(1, 10), "%"
    for word in MONEY:
        unit = unit.removeprefix(word).removesuffix(word)
    many = Fraction(1)
    while unit and unit[0] in MULTIPLES:
        many, unit = many * MULTIPLES[unit[0]], unit[1:]
    return many, {"圆": "元", "元整": "元"}.get(unit, ALIKE.get(unit, unit))


def number_of(text, unit):
    """The number a cell holds in `unit`, exactly, or None: Arabic digits, thousands separators, its own unit behind or
    another that certainly becomes it. A bare 万 or 亿 counts what is asked for."""
    text, asked = narrow(text), "" if unit == "#" else narrow(unit)
    money = next((word for word in MONEY if text.startswith(word)), "")
    match = re.fullmatch(r"([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)\s*(.*)", text.removeprefix(money).strip())
    if not match:
        return None
    number, typed = Fraction(match[1].replace(",", "")), match[2]
    if typed.startswith("(") and typed.endswith(")"):
        typed = typed[1:-1].strip()
    if money and "元" not in typed:
        typed += "元"
    if typed in ("", asked):
        return number
    (many, thing), (per, wanted) = factor(typed), factor(asked)
    if not wanted or (thing != wanted and (thing or wanted == "%")) or typed == thing == "":
        return None
    return number * many / per


def value_of(code, text):
    """(status, value) of a cell of the point `code`."""
    plain = narrow(text)
    if plain == "":
        return "missing", None
    if plain == "撤回":
        return "retracted", None
    if plain == "不适用" or plain.upper() == "N/A":
        return "notApplicable", None
    kind = KIND[code]
    if kind == "text" or code in OPEN_CHOICES:
        value = text.strip()
    elif kind == "choice":
        value = plain if plain in CHOICES[code] else None
    elif kind == "boolean":
        value = yes_no(plain)
    else:
        value = number_of(plain, UNIT[code])
        if value is not None and code not in GROWTH and (value < 0 or kind == "percent" and value > 100):
            value = None
    return ("rejected", None) if value is None else ("reported", value)


def fund_of(text):
    """The plan point of the fund that a determination names, or None where it names none."""
    word = narrow(text)
    return "6.1.4" if "专项" in word or word == "6.1.4" else "6.1.8" if "日常" in word or word == "6.1.8" else None


# --- files ----------------------------------------------------------------------------------------------------------

def decode(data):
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding)
    if b"\0" in data:
        raise Unreadable("not text")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    raise Unreadable("neither UTF-8 nor GB18030")


def table_of(text):
    """[(line, cells)] of a CSV text, whose delimiter is the commonest of three in the first line."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, line = [], 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(f"line {line}: {error}") from None
    if not rows:
        raise Unreadable("empty")
    return rows


def form_of(header):
    """(form, the English names of the columns) of a header row."""
    for form, columns in FORMS.items():
        chinese = {word: column for column, word in columns.items()}
        names = [chinese.get(cell, cell) for cell in header]
        if NEEDED[form] <= set(names):
            return form, names
    raise Unreadable("unknown header: " + ",".join(header)[:60])


def rows_of(path):
    """(form, [(line, row)]) of one file."""
    try:
        table = table_of(decode(path.read_bytes()))
    except UnicodeDecodeError as error:
        raise Unreadable(str(error)) from None
    form, names = form_of([narrow(cell) for cell in table[0][1]])
    place = {column: names.index(column) for column in FORMS[form] if column in names}

    def as_row(cells):
        cells = cells + [""] * (len(names) - len(cells))
        return {column: cells[place[column]] if column in place else "" for column in FORMS[form]}

    return form, [(line, as_row(cells)) for line, cells in table[1:] if any(cell.strip() for cell in cells)]


def region_codes():
    """{code or name: code}; a name without 省, 市 … at its end is known too."""
    known = {}
    if REGIONS.exists():
        with REGIONS.open(encoding="utf-8") as file:
            for row in csv.DictReader(line for line in file if not line.startswith("#")):
                known[row["code"]] = row["code"]
                if row["name"] in ("市辖区", "县") or "直辖县级" in row["name"]:
                    continue
                known[row["name"]] = row["code"]
                known.setdefault(re.sub(r"(省|市|地区|盟|特别行政区)$", "", row["name"]), row["code"])
    for code, name in (("150000", "内蒙古"), ("450000", "广西"), ("540000", "西藏"), ("640000", "宁夏"), ("650000", "新疆")):
        known[name] = code
    return known


def region_of(codes, text):
    """The code of a region by code (its zeros more or fewer), name, names of what it lies in and its own, with a remark in
    brackets behind; the text where none is meant."""
    name = re.sub(r"\([^()]*\)$", "", re.sub(r"\s", "", narrow(text)))
    if re.fullmatch(r"[0-9]{6}0*", name):
        name = name[:6]
    elif re.fullmatch(r"[0-9]{2}([0-9]{2})?", name):
        name = name.ljust(6, "0")
    if name in codes:
        return codes[name]
    for end in range(len(name) - 1, 0, -1):
        parent, rest = codes.get(name[:end]), name[end:].lstrip("-·/>—、,")
        child = codes.get(rest) if parent and rest and not rest.isdigit() else None
        if child and child.startswith(parent.rstrip("0")):
            return child
    return narrow(text)


# --- rows -----------------------------------------------------------------------------------------------------------

def consortium_row(row, region):
    places = several(row["province"]) + several(row["prefecture"]) + several(row["otherRegions"])
    stage, level = narrow(row["stage"]), narrow(row["level"])
    return row | {"id": identity(row["id"]), "kind": english("kind", row["kind"]),
                  "places": {region(place) for place in places},
                  "stage": stage if stage in STANDINGS else None, "designatedOn": date_of(row["designatedOn"]),
                  "validFrom": date_of(row["validFrom"]), "predecessors": several(row["predecessor"]),
                  "level": level if level in ("国家级", "省级") else None, "levelOn": date_of(row["levelOn"])}


def several(text):
    return [narrow(part) for part in re.split(r"[、,，;；\s]+", text) if part]


def transition_row(row, region):
    return row | {"consortium": identity(row["consortium"]), "from": narrow(row["from"]), "to": narrow(row["to"]),
                  "on": date_of(row["on"])}


def observation_row(row, region):
    code = narrow(row["indicator"])
    # A figure of a quarter is none of a year, and decides nothing.
    if code not in KIND or year_of(row["year"]) is None:
        return None
    status, value = value_of(code, row["value"])
    return {"consortium": identity(row["consortium"]), "code": code, "year": year_of(row["year"]),
            "basis": english("basis", row["basis"]), "status": status, "value": value, "evidence": row["evidence"],
            "reason": row["reason"].strip(), "file": row["file"], "line": row["line"], "received": row["received"]}


def policy_row(row, region):
    return row | {"id": identity(row["id"]), "region": region(row["region"]), "issuedOn": date_of(row["issuedOn"]),
                  "effective": yes_no(row["effective"]),
                  **{column: last_day_of(row[column]) if narrow(row[column]) else "blank"
                     for column in ("validUntil", "repealedOn")}}


def member_row(row, region):
    return row | {"consortium": identity(row["consortium"]), "creditCode": narrow(row["creditCode"]).upper()}


def incident_row(row, region):
    return row | {"id": identity(row["id"]), "consortium": identity(row["consortium"]), "date": date_of(row["occurredOn"]),
                  "domain": english("domain", row["domain"]), "severity": english("severity", row["severity"]),
                  "adverseImpact": yes_no(row["adverseImpact"]), "status": english("status", row["status"])}


def determination_row(row, region):
    return row | {"consortium": identity(row["consortium"]), "clause": narrow(row["clause"]),
                  "year": year_of(row["year"]), "decision": english("decision", row["decision"]),
                  "by": row["by"].strip(), "on": date_of(row["on"]), "ground": row["ground"].strip(),
                  "subject": identity(row["subject"]), "id": identity(row["id"]), "withdraws": identity(row["withdraws"]),
                  "fund": fund_of(row["fund"]), "amount": number_of(row["amount"], "万元")}


def plan_row(row, region):
    return row | {"consortium": identity(row["consortium"]), "year": year_of(row["year"]), "due": date_of(row["due"])}


PARSERS = {"consortia": consortium_row, "transitions": transition_row, "observations": observation_row,
           "policies": policy_row, "members": member_row, "incidents": incident_row,
           "determinations": determination_row, "workplans": plan_row}


def read_inbox(folder):
    folder = pathlib.Path(folder)
    files, received, senders, skipped = [], {}, set(), []
    for path in sorted(folder.rglob("*.csv")):
        name = path.relative_to(folder).as_posix()
        try:
            form, rows = rows_of(path)
        except Unreadable as error:
            skipped.append((name, str(error)))
            continue
        if form == "manifest":
            for _, row in rows:
                sent = (path.parent / row["file"].strip()).relative_to(folder).as_posix()
                received[sent] = date_of(row["receivedOn"]) or FAR
                if identity(row["consortium"]):
                    senders.add(sent)
        else:
            files.append((name, form, rows))

    # In order of receipt; what came on the same day, or on no known day (which is last), in order of path.
    files.sort(key=lambda file: (received.get(file[0], FAR), file[0]))
    codes = region_codes()
    region = lambda text: region_of(codes, text)
    entries = []
    for name, form, rows in files:
        day = received.get(name, FAR)
        about = {"file": name, "received": day, "isOwn": name in senders}
        parsed = [PARSERS[form](row | about | {"line": line}, region) for line, row in rows]
        entries.append({"form": form, "file": name, "received": day, "rows": [row for row in parsed if row]})
    return {"entries": entries, "skipped": skipped}


def last_words(rows, key):
    """One row a key, the last; rows without an id stand alone."""
    kept = {}
    for row in rows:
        kept[key(row) if row["id"] else (row["file"], row["line"])] = row
    return list(kept.values())


def open_entries(rows, names, placed):
    """The entries of which nobody knows whom they are about, in order: a later row of the same name that says settles
    one, one that does not takes its place."""
    waiting = []
    for row in rows:
        own = {name.upper() for name in names(row) if name}
        waiting = [other for other in waiting if not own & {name.upper() for name in names(other) if name}]
        if not placed(row):
            waiting.append(row)
    return waiting


def unplaced(policies):
    def names(p):
        return p["id"], p["number"].strip() and p["title"].strip() + "\x1f" + p["number"].strip()

    waiting = open_entries(policies, names, lambda p: re.fullmatch(r"[0-9]{6}", p["region"]))
    levels = ("国家", "国家级", "national", "县", "县级", "区县级", "county")
    return [p for p in waiting if narrow(p["level"]) not in levels and p["effective"] is not False]


def unassigned(incidents, registered):
    waiting = open_entries(incidents, lambda i: (i["id"],), lambda i: i["consortium"] in registered)
    return [i for i in waiting if i["status"] != "dismissed"]
def registered(rows):
    """{id: what its last entry says}, with all of its entries, first to last by the day they hold from, beside it."""
    entries = {}
    for row in rows:
        entries.setdefault(row["id"], {})[row["validFrom"]] = row
    return {c: one(found) for c, found in entries.items()}


def one(found):
    """A blank of a later entry is filled in with what the earlier one says; a place is told whole or not at all."""
    entries = []
    for day in sorted(found, key=lambda day: day or datetime.date.min):
        before = entries[-1] if entries else {}
        entry = {column: value or before.get(column, value) for column, value in found[day].items()}
        if found[day]["level"] and not found[day]["levelOn"]:
            entry["levelOn"] = None
        entries.append(entry | {"validFrom": day})
    return entries[-1] | {"entries": entries} | designation(entries)


def designation(entries):
    """When it was designated by the ministry, as far as the register tells levels apart; `below` where it was only by a
    province."""
    if not any(entry["level"] for entry in entries):
        return {"below": False}
    days = [entry["levelOn"] or entry["designatedOn"] for entry in entries if entry["level"] == "国家级"]
    return {"designatedOn": min((day for day in days if day), default=None), "below": not days}


def known(inbox, day=FAR):
    """What had been received by the end of `day`."""
    here = [entry for entry in inbox["entries"] if entry["received"] <= day]
    rows = {form: [row for entry in here if entry["form"] == form for row in entry["rows"]] for form in PARSERS}
    collected = {entry["form"] for entry in here}
    return {
        "consortia": registered(rows["consortia"]),
        "observations": [o for o in rows["observations"] if o["year"] is not None and o["basis"] is not None],
        "policies": last_words(rows["policies"], lambda p: (p["id"], p["region"]))
        if "policies" in collected else None,
        "incidents": last_words(rows["incidents"], lambda i: (i["id"], i["consortium"]))
        if "incidents" in collected else None,
        "unplaced": unplaced(rows["policies"]),
        "unassigned": unassigned(rows["incidents"], {row["id"] for row in rows["consortia"]}),
        "incidentsUpTo": max((e["received"] for e in here if e["form"] == "incidents"), default=None),
        "determinations": rows["determinations"], "transitions": rows["transitions"], "members": rows["members"],
        "workplans": rows["workplans"],
        "skipped": inbox["skipped"],
    }
