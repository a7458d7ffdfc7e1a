"""A folder of CSV files in the forms of DESIGN §7 → plain dictionaries.

`read_inbox(folder)` returns

    consortia       {id: {column: text, "designated": year or None}}
    observations    [{consortium, code, year, basis, status, value, evidence, file, line}]  in order of receipt
    policies        [row] or None when no policy register was ever collected
    incidents       [row] or None
    determinations  [row]
    skipped         [(file, why)]

`status` is reported, missing, notApplicable or rejected; `value` is a Fraction, a bool or a text when reported,
else None. Register rows have `year` or `date` parsed, and words turned into the English ones.
"""

import csv
import datetime
import io
import pathlib
import re
from fractions import Fraction

from catalogue import CHOICES, KIND, UNIT

REGIONS = pathlib.Path(__file__).resolve().parents[2] / "data" / "reference" / "regions.csv"

FORMS = {
    "consortia": "id=编号 name=名称 kind=类型 province=省份 prefecture=市州 park=产业园区 parkLevel=园区级别 "
                 "leadSchool=牵头学校 leadEnterprise=牵头企业 cohort=批次 stage=阶段 designatedOn=认定日期",
    "observations": "consortium=联合体编号 indicator=观测点 year=年度 basis=口径 value=数值 evidence=佐证材料 reason=理由",
    "policies": "id=编号 level=层级 region=地区 title=标题 number=文号 issuer=发文单位 issuedOn=发文日期 "
                "effective=是否有效 evidence=佐证材料",
    "incidents": "id=编号 consortium=联合体编号 occurredOn=发生日期 domain=领域 severity=程度 adverseImpact=不良影响 "
                 "status=核查状态 evidence=佐证材料",
    "determinations": "consortium=联合体编号 clause=条款 year=年度 decision=认定 by=认定人 on=认定日期 ground=理由 "
                      "evidence=佐证材料",
    "submissions": "file=文件 receivedOn=收到日期 sender=报送单位",
}
FORMS = {form: dict(pair.split("=") for pair in text.split()) for form, text in FORMS.items()}

# The columns without which a form is not that form.
NEEDED = {
    "consortia": {"id", "name", "kind"},
    "observations": {"consortium", "indicator", "year", "value"},
    "policies": {"region", "title", "issuedOn", "effective"},
    "incidents": {"consortium", "occurredOn", "domain", "status"},
    "determinations": {"consortium", "clause", "year", "decision"},
    "submissions": {"file", "receivedOn"},
}

WORDS = {
    "kind": {"市域产教联合体": "municipal", "行业产教融合共同体": "industry"},
    "basis": {"实际": "actual", "承诺": "committed", "": "actual"},
    "domain": {"招生": "enrolment", "就业": "employment", "安全": "safety", "造假": "falsification",
               "解散": "dissolution", "撤销": "revocation", "重大变动": "majorChange", "重大违规": "majorViolation"},
    "severity": {"一般": "minor", "较大": "serious", "重大": "major"},
    "status": {"线索": "reported", "查实": "confirmed", "不成立": "dismissed"},
    "decision": {"成立": "confirm", "不成立": "dismiss", "豁免": "waive", "同意调整": "acceptPlanChange"},
}
YES = {"是", "true", "有", "√"}
NO = {"否", "false", "无", "×"}


class Unreadable(Exception):
    """The file as a whole cannot be read; the batch goes on without it."""


def narrow(text):
    """Full-width ASCII and the ideographic space to half width; ends trimmed. Nothing else is touched."""
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "　" else c for c in text).strip()


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


def date_of(text):
    match = re.fullmatch(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?", narrow(text))
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def number_of(text, unit):
    """The number a cell holds, exactly, or None: Arabic digits, thousands separators, its own unit behind."""
    text = narrow(text)
    if unit not in ("#", "") and text.endswith(unit):
        text = text[: -len(unit)].rstrip()
    if not re.fullmatch(r"[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?", text):
        return None
    return Fraction(text.replace(",", ""))


def value_of(code, text):
    """(status, value) of a cell of the point `code`."""
    plain = narrow(text)
    if plain == "":
        return "missing", None
    if plain == "不适用" or plain.upper() == "N/A":
        return "notApplicable", None
    kind = KIND[code]
    if kind == "text":
        value = text.strip()
    elif kind == "choice":
        value = plain if plain in CHOICES[code] else None
    elif kind == "boolean":
        value = yes_no(plain)
    else:
        value = number_of(plain, UNIT[code])
    return ("rejected", None) if value is None else ("reported", value)


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


def rows_of(path):
    """(form, [(line, row)]) of one file."""
    try:
        text = decode(path.read_bytes())
    except UnicodeDecodeError as error:
        raise Unreadable(str(error)) from None
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
    header = [narrow(cell) for cell in rows[0][1]]
    for form, columns in FORMS.items():
        chinese = {word: column for column, word in columns.items()}
        names = [chinese.get(cell, cell) for cell in header]
        if NEEDED[form] <= set(names):
            def as_row(cells):
                cells = cells + [""] * (len(names) - len(cells))
                return {column: cells[names.index(column)] if column in names else "" for column in columns}
            return form, [(line, as_row(cells)) for line, cells in rows[1:] if any(cell.strip() for cell in cells)]
    raise Unreadable("unknown header: " + ",".join(header)[:60])


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


def read_inbox(folder):
    folder = pathlib.Path(folder)
    inbox = {"consortia": {}, "observations": [], "policies": None, "incidents": None, "determinations": [],
             "skipped": []}
    files, received = [], {}
    for path in sorted(folder.rglob("*.csv")):
        name = path.relative_to(folder).as_posix()
        try:
            form, rows = rows_of(path)
        except Unreadable as error:
            inbox["skipped"].append((name, str(error)))
            continue
        if form == "submissions":
            for _, row in rows:
                sent = (path.parent / row["file"].strip()).relative_to(folder).as_posix()
                received[sent] = date_of(row["receivedOn"])
        else:
            files.append((name, form, rows))

    # In order of receipt; what came on the same day, or on no known day (which is last), in order of path.
    files.sort(key=lambda file: (received.get(file[0]) or datetime.date.max, file[0]))
    regions = region_codes()
    region = lambda text: regions.get(narrow(text), narrow(text))
    policies, incidents = {}, {}
    for name, form, rows in files:
        if form == "policies" and inbox["policies"] is None:
            inbox["policies"] = []
        if form == "incidents" and inbox["incidents"] is None:
            inbox["incidents"] = []
        for line, row in rows:
            row |= {"file": name, "line": line}
            if form == "consortia":
                designated = date_of(row["designatedOn"])
                inbox["consortia"][narrow(row["id"])] = row | {
                    "kind": english("kind", row["kind"]),
                    "province": region(row["province"]), "prefecture": region(row["prefecture"]),
                    "designatedOn": designated, "designated": designated and designated.year}
            elif form == "observations":
                code, year = narrow(row["indicator"]), year_of(row["year"])
                basis = english("basis", row["basis"])
                if code not in KIND or year is None or basis is None:
                    continue
                status, value = value_of(code, row["value"])
                inbox["observations"].append({
                    "consortium": narrow(row["consortium"]), "code": code, "year": year, "basis": basis,
                    "status": status, "value": value, "evidence": row["evidence"], "reason": row["reason"].strip(),
                    "file": name, "line": line})
            elif form == "policies":
                issued = date_of(row["issuedOn"])
                key = (narrow(row["id"]) or (name, line), region(row["region"]))
                policies[key] = row | {"region": region(row["region"]), "year": issued and issued.year,
                                       "effective": yes_no(row["effective"])}
            elif form == "incidents":
                key = (narrow(row["id"]) or (name, line), narrow(row["consortium"]))
                incidents[key] = row | {
                    "consortium": narrow(row["consortium"]), "date": date_of(row["occurredOn"]),
                    "domain": english("domain", row["domain"]), "severity": english("severity", row["severity"]),
                    "adverseImpact": yes_no(row["adverseImpact"]), "status": english("status", row["status"])}
            elif form == "determinations":
                inbox["determinations"].append(row | {
                    "consortium": narrow(row["consortium"]), "clause": narrow(row["clause"]),
                    "year": year_of(row["year"]), "decision": english("decision", row["decision"]),
                    "on": date_of(row["on"]) or datetime.date.min})
    if inbox["policies"] is not None:
        inbox["policies"] = list(policies.values())
    if inbox["incidents"] is not None:
        inbox["incidents"] = list(incidents.values())
    return inbox
