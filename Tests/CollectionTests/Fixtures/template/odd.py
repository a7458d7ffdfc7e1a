"""Writes odd.xlsx: tables of figures in a workbook that is none of ours, with what people do to workbooks.

    python3 odd.py        (needs openpyxl)
"""
import datetime
import pathlib

import openpyxl
from openpyxl.styles.numbers import FORMAT_PERCENTAGE

book = openpyxl.Workbook()
notes = book.active
notes.title = "说明"
notes["A1"] = "本表由示例单位填报"

sheet = book.create_sheet("数据")
sheet.append(["年度数据一览"])
sheet.append(["联合体编号", "观测点", "年度", "数值", "佐证材料"])
rows = [
    ["C1", "6.1.2", 2025, "=100+20", None],
    [None, "8.1.3", 2025, 0.3, None],
    [None, "2.3.1", 2025, 0.3, None],
    [None, "1.1.1", 2025, True, None],
    [None, "8.1.4", "２０２５年", " １２ ", None],
    ["C2", "8.2.2", 2025, datetime.date(2025, 3, 1), None],
    ["C2", "9.1.5", 2025, 40, None],
    ["C2", "9.1.6", 2025, None, None],
    ["C2", datetime.date(2006, 1, 2), 2025, 7, None],
]
for row in rows:
    sheet.append(row)
sheet.merge_cells("A3:A7")
sheet["D4"].number_format = FORMAT_PERCENTAGE
sheet["D5"].number_format = FORMAT_PERCENTAGE
sheet.merge_cells("D9:D10")
sheet.row_dimensions[9].hidden = True

hidden = book.create_sheet("旧表")
hidden.sheet_state = "hidden"
hidden.append(["联合体编号", "观测点", "2024年", "2025年承诺"])
hidden.append(["C2", "8.1.3", 11, 22])
book.save(pathlib.Path(__file__).parent / "odd.xlsx")
