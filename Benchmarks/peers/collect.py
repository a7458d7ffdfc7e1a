"""What `consortium-monitor collect` is measured against: yearly workbooks read with pandas and openpyxl and stored with
sqlite3, the way that somebody who knows them writes it in an afternoon.

    collect.py FOLDER DATABASE [--values-only]

It reads what the product reads: values, 30 where a cell shows 30 %, what merged cells say of each of their rows, and it
names hidden sheets and rows and formulas without a stored value. For the last a workbook has to be loaded twice, as
openpyxl gives either formulas or their values; with --values-only it is loaded once, by pandas.read_excel, and none of
this is seen. Values are stored with where they stand. Nothing is checked against other years, and no receipts are
written; the product does both.
"""

import hashlib
import io
import pathlib
import re
import sqlite3
import sys

import openpyxl
import pandas as pd

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Oracle"))
from catalogue import CHOICES, KIND  # noqa: E402  the 116 observation points, typed from the standard

SCHEMA = """
CREATE TABLE submission (id INTEGER PRIMARY KEY, file TEXT, sha256 TEXT UNIQUE, consortium TEXT, year INTEGER);
CREATE TABLE observation (submission INTEGER, consortium TEXT, indicator TEXT, year INTEGER, basis TEXT, status TEXT,
  value TEXT, evidence TEXT, sheet TEXT, row INTEGER, "column" INTEGER,
  PRIMARY KEY (consortium, indicator, year, basis, submission));
CREATE TABLE policy (submission INTEGER, level TEXT, region TEXT, title TEXT, number TEXT, issuer TEXT, issued_on TEXT,
  effective TEXT, evidence TEXT);
CREATE TABLE finding (submission INTEGER, sheet TEXT, row INTEGER, "column" INTEGER, message TEXT);
"""
FIGURE = re.compile(r"(\d{4})年(实际|承诺)")
FUNDS = {("专项", "到位"): "6.1.2", ("专项", "计划"): "6.1.4", ("日常", "到位"): "6.1.6", ("日常", "计划"): "6.1.8"}
TRUTHS = {"是": "是", "有": "是", "√": "是", "true": "是", "否": "否", "无": "否", "×": "否", "false": "否"}


def read_value(code, cell):
    """The status and the value of a cell."""
    if pd.isna(cell) or str(cell).strip() == "":
        return "missing", None
    text = str(cell).strip()
    if text in ("不适用", "N/A"):
        return "notApplicable", None
    match KIND[code]:
        case "text":
            return "reported", text
        case "choice":
            return ("reported" if text in CHOICES[code] else "rejected"), text
        case "boolean":
            truth = TRUTHS.get(text.lower())
            return ("reported", truth) if truth else ("rejected", text)
        case _:
            number = text.replace(",", "").rstrip("%")
            try:
                float(number)
            except ValueError:
                return "rejected", text
            return "reported", number


def cover(sheet):
    """The labels of the cover with the values beside them."""
    return {str(row[0]): row[1] for row in sheet.itertuples(index=False) if not pd.isna(row[0])}


def table(sheet):
    """The rows under the header, by its names."""
    rows = sheet.iloc[1:].copy()
    rows.columns = sheet.iloc[0]
    return rows.dropna(how="all")


def evidence(sheet):
    listed = table(sheet).dropna(subset=["观测点编号"])
    return listed.groupby("观测点编号")["文件名"].agg(lambda names: "；".join(names.dropna())).to_dict()


def funds(sheet):
    """Sums by indicator and year."""
    rows = table(sheet)
    rows = rows[rows["经费来源"] != "合计"]
    sums = {}
    for column in rows.columns[2:]:
        if not (match := re.match(r"(\d{4})年(计划|到位)", str(column))):
            continue
        for fund, amounts in rows.groupby("资金类别")[column]:
            if amounts.notna().any():
                sums[FUNDS[fund[:2], match[2]], int(match[1])] = amounts.sum()
    return sums


def load(data):
    """The sheets as tables of what their cells show, and what is hidden or missing in them."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    sheets, findings = {}, []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            findings.append((sheet.title, 0, 0, "工作表是隐藏的"))
        findings += [
            (sheet.title, row, 0, "行是隐藏的") for row, dimension in sheet.row_dimensions.items() if dimension.hidden]
        rows = [[shown(cell) for cell in row] for row in sheet.iter_rows()]
        for merged in sheet.merged_cells.ranges:
            for row in range(merged.min_row, merged.max_row):
                rows[row][merged.min_col - 1] = rows[merged.min_row - 1][merged.min_col - 1]
        for row, cells in enumerate(formulas[sheet.title].iter_rows()):
            findings += [
                (sheet.title, row + 1, cell.column, "公式没有结果") for cell in cells
                if cell.data_type == "f" and rows[row][cell.column - 1] is None]
        sheets[sheet.title] = pd.DataFrame(rows, dtype=object)
    return sheets, findings


def shown(cell):
    is_percent = isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool) and "%" in cell.number_format
    return cell.value * 100 if is_percent else cell.value


def read(path, values_only):
    data = path.read_bytes()
    if values_only:
        sheets = pd.read_excel(io.BytesIO(data), sheet_name=None, header=None, dtype=object, engine="openpyxl")
        findings = []
    else:
        sheets, findings = load(data)
    labels = cover(sheets["封面"])
    consortium, reported = str(labels["联合体编号"]), int(labels["报告年度"])
    backing, sums = evidence(sheets["佐证材料"]), funds(sheets["经费"])
    sheet, observations = sheets["观测点"], []
    head = sheet.iloc[0].tolist()
    years = [(n, int(m[1]), m[2]) for n, name in enumerate(head) if (m := FIGURE.match(str(name)))]
    note = head.index("佐证材料")
    for row, cells in enumerate(sheet.iloc[1:].itertuples(index=False), 2):
        code = cells[0]
        if pd.isna(code):
            continue
        if code not in KIND:
            findings.append(("观测点", row, 1, f"没有观测点 {code}"))
            continue
        for column, year, basis in years:
            is_reported = year == reported and basis == "实际"
            status, value = read_value(code, cells[column])
            if status == "missing":
                if not is_reported:
                    continue
                if (code, year) in sums:
                    status, value = "reported", str(sums[code, year])
            if status == "rejected":
                findings.append(("观测点", row, column + 1, f"读不出：{value}"))
            own = None if pd.isna(cells[note]) else cells[note]
            observations.append((
                consortium, code, year, "actual" if basis == "实际" else "committed", status, value,
                (own or backing.get(code)) if is_reported else None, "观测点", row, column + 1))
    policies = table(sheets["政策文件"]).astype(object).where(lambda rows: rows.notna(), None)
    # Level and region are filled in beforehand.
    policies = policies[policies["标题"].notna()]
    return (path.name, hashlib.sha256(data).hexdigest(), consortium, reported), observations, policies, findings


def main():
    folder, database, values_only = pathlib.Path(sys.argv[1]), sys.argv[2], "--values-only" in sys.argv
    with sqlite3.connect(database) as store:
        store.executescript(SCHEMA)
        for path in sorted(folder.glob("*.xlsx")):
            submission, observations, policies, findings = read(path, values_only)
            id = store.execute(
                "INSERT INTO submission (file, sha256, consortium, year) VALUES (?, ?, ?, ?)", submission).lastrowid
            store.executemany(
                "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", ((id, *row) for row in observations))
            store.executemany(
                "INSERT INTO policy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((id, *map(lambda cell: None if cell is None else str(cell), row)) for row in policies.itertuples(index=False)))
            store.executemany("INSERT INTO finding VALUES (?, ?, ?, ?, ?)", ((id, *row) for row in findings))
            store.commit()


if __name__ == "__main__":
    main()
