"""Fills in the yearly workbook as a clerk would, with real programs, and says what should come back.

    consortium-monitor template --year 2025 -o template.xlsx        (in this folder)
    python3 fill.py                                                 (needs openpyxl, and soffice on the PATH)

Writes
    openpyxl.xlsx     filled in and saved by openpyxl
    libreoffice.xlsx  converted by LibreOffice, filled in by openpyxl, saved by LibreOffice
    expected.tsv      code, year, basis, value and cell of every figure, and the entries of the registers
All figures are invented.
"""
import datetime
import pathlib
import re
import shutil
import subprocess
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).parent


def by_libreoffice(path, folder):
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(path)],
        check=True, capture_output=True)
    return folder / (path.stem + ".xlsx")


def value_for(guide, number):
    """A value that the guide asks for, as typed, and as it should be read."""
    if guide.startswith("选“是”"):
        return [("是", "是"), ("否", "否"), ("不适用", "不适用")][number % 3]
    if guide.startswith("选"):
        choice = re.match("选“(.+?)”", guide).group(1)
        return (choice, choice)
    if guide.startswith("填整数"):
        return [(number * 7, str(number * 7)), (f"{number},000", f"{number}000"), ("１２", "12")][number % 3]
    if guide.startswith("填名次"):
        return (number % 9 + 1, str(number % 9 + 1))
    if guide.startswith("填百分比"):
        return [(30.5, "30.5"), ("0.3%", "0.3"), ("percent", "45.25")][number % 3]
    if guide.startswith(("填数字", "填金额")):
        return [(number + 0.1, f"{number}.1"), (number, str(number)), (None, "")][number % 3]
    return [("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"), ("+86 示例\n第二行", "+86 示例\n第二行"), ("@示例", "@示例")][number % 3]


def fill(path):
    book = openpyxl.load_workbook(path)
    expected = []
    cover = book["封面"]
    for row in cover.iter_rows():
        if row[0].value == "联合体编号":
            row[1].value = "C901"
        if row[0].value == "联合体名称":
            row[1].value = "示例联合体（虚构）"
    sheet = book["观测点"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    number = 0
    for row in range(2, sheet.max_row + 1):
        code = sheet.cell(row, columns["观测点编号"]).value
        if not code:
            continue
        number += 1
        guide = sheet.cell(row, columns["怎么填"]).value
        typed, read = value_for(guide, number)
        cell = sheet.cell(row, columns["2025年实际"])
        if typed == "percent":
            cell.value, cell.number_format = 0.4525, "0.00%"
        elif isinstance(typed, str) and typed.startswith("="):
            cell.value, cell.data_type = typed, "s"
        else:
            cell.value = typed
        expected.append([code, "2025", "actual", read, f"观测点!{cell.coordinate}"])
        if number % 10 == 0 and guide.startswith("填整数"):
            promise = sheet.cell(row, columns["2026年承诺"])
            promise.value = number * 8
            expected.append([code, "2026", "committed", str(number * 8), f"观测点!{promise.coordinate}"])
        if number == 40:
            past = sheet.cell(row, columns["2024年实际"])
            past.value = "是" if guide.startswith("选“是”") else 5
            expected.append([code, "2024", "actual", str(past.value), f"观测点!{past.coordinate}"])
            sheet.cell(row, columns["更正理由"]).value = "示例理由"
        if number == 3:
            sheet.cell(row, columns["佐证材料"]).value = "示例附件.pdf"

    funds = book["经费"]
    heads = {cell.value: cell.column for cell in funds[1]}
    for row, amount in ((2, 100), (3, 20.5)):
        funds.cell(row, heads["2026年计划"]).value = amount
    cell = funds.cell(6, heads["2026年计划"])
    expected.append(["6.1.4", "2026", "actual", "120.5", f"经费!{cell.coordinate}"])

    policies = book["政策文件"]
    for column, value in enumerate(
            ["省", "湖南省", "示例政策（虚构）", "示例〔2025〕1号", "示例厅", datetime.date(2025, 3, 1), "是"], 1):
        policies.cell(2, column).value = value
    incidents = book["事件"]
    for column, value in enumerate([datetime.date(2025, 5, 6), "安全", "一般", "否", "线索"], 1):
        incidents.cell(2, column).value = value
    evidence = book["佐证材料"]
    for column, value in enumerate(["1.1.1、1.1.2", "示例材料", "示例材料.pdf"], 1):
        evidence.cell(2, column).value = value
    return book, expected


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        book, expected = fill(HERE / "template.xlsx")
        book.save(HERE / "openpyxl.xlsx")
        first = by_libreoffice(HERE / "template.xlsx", folder)
        book, again = fill(first)
        assert [line[:4] for line in again] == [line[:4] for line in expected]
        (folder / "in").mkdir()
        book.save(folder / "in" / "libreoffice.xlsx")
        shutil.copy(by_libreoffice(folder / "in" / "libreoffice.xlsx", folder), HERE / "libreoffice.xlsx")
    text = "".join("\t".join(x.replace("\n", "\\n") for x in line) + "\n" for line in expected)
    (HERE / "expected.tsv").write_text(text)


main()
