"""Fills in a reviewer's workbook as a reviewer would, with real programs.

    consortium-monitor review sheet --by 示例专家甲（虚构） -o 认定表.xlsx      (over the sample, on 2026-04-19)
    python3 fill.py 认定表.xlsx                                             (needs openpyxl, and soffice on the PATH)

Writes
    openpyxl.xlsx     two rows filled in and saved by openpyxl
    libreoffice.xlsx  the same, opened and saved again by LibreOffice
All figures are invented.
"""
import datetime
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

here = pathlib.Path(__file__).parent
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["认定表"]
columns = {cell.value: cell.column for cell in sheet[1]}


def fill(row, **cells):
    for title, value in cells.items():
        sheet.cell(row, columns[title]).value = value


for row in range(2, sheet.max_row + 1):
    case = sheet.cell(row, columns["案件编号"]).value
    part = sheet.cell(row, columns["事由"]).value
    if case == "C014/16.5/2025":
        fill(row, 认定="成立", 认定日期=datetime.date(2026, 4, 20), 理由="三年没有突破")
    if case == "C027/16.2/2025" and part:
        fill(row, 认定="不成立", 认定日期="2026-04-20", 理由="已核实原始凭证，系更正", 佐证材料="核实记录.pdf")
book.save(here / "openpyxl.xlsx")
with tempfile.TemporaryDirectory() as folder:
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder,
         str(here / "openpyxl.xlsx")], check=True, stdout=subprocess.DEVNULL)
    shutil.copy(pathlib.Path(folder) / "openpyxl.xlsx", here / "libreoffice.xlsx")
