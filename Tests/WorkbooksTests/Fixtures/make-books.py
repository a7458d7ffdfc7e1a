"""The yearly workbook and its receipt as LibreOffice saves them, for tests of the formulas and lists in them.

    venv/bin/python make-books.py CONSORTIUM-MONITOR        (needs openpyxl, and soffice on the PATH)

Writes
    half-filled.xlsx   the workbook, every other figure filled in, two of them wrongly; calculated and saved by LibreOffice
    corrected.xlsx     the receipt of that, corrected where it says so; saved by LibreOffice
All figures are invented.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).parent
WRONG = {"8.1.3": "约26", "9.1.1": "一百多"}
RIGHT = {"8.1.3": 26, "9.1.1": 120}


def by_libreoffice(path, folder):
    folder.mkdir()
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(path)],
        check=True, capture_output=True)
    return folder / (path.stem + ".xlsx")


def figures(book):
    sheet = book["观测点"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        code = sheet.cell(row, columns["观测点编号"]).value
        if code:
            yield code, sheet.cell(row, columns["怎么填"]).value, sheet.cell(row, columns["2025年实际"])


def value_for(guide):
    if guide.startswith("选“是”"):
        return "是"
    if guide.startswith("选"):
        return guide[2:].split("”")[0]
    return 5 if guide.startswith("填") else "有"


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        blank = folder / "blank.xlsx"
        subprocess.run([program, "template", "--year", "2025", "-o", blank], check=True)
        book = openpyxl.load_workbook(blank)
        for row in book["封面"].iter_rows():
            if row[0].value == "联合体编号":
                row[1].value = "C901"
        for number, (code, guide, cell) in enumerate(figures(book)):
            if code in WRONG:
                cell.value = WRONG[code]
            elif number % 2 == 0:
                cell.value = value_for(guide)
        book["政策文件"].append(["省", "湖南省", "示例政策（虚构）", "示例〔2025〕1号", "示例厅", "2025-03-01", "是"])
        book.save(folder / "half-filled.xlsx")
        shutil.copy(by_libreoffice(folder / "half-filled.xlsx", folder / "one"), HERE / "half-filled.xlsx")

        subprocess.run(
            [program, "receipt", HERE / "half-filled.xlsx", "-o", folder / "receipts", "--database", folder / "none.sqlite"],
            check=True, cwd=pathlib.Path(program).resolve().parents[3])
        receipt = next((folder / "receipts").glob("*.xlsx"))
        book = openpyxl.load_workbook(receipt)
        for code, _, cell in figures(book):
            if code in RIGHT:
                cell.value = RIGHT[code]
        book.save(folder / "corrected.xlsx")
        shutil.copy(by_libreoffice(folder / "corrected.xlsx", folder / "two"), HERE / "corrected.xlsx")


main(sys.argv[1])
