"""Writes covered.xlsx and hidden.xlsx: figures that a workbook holds and does not show.

    python3 -m venv venv && venv/bin/pip install XlsxWriter && venv/bin/python make.py
"""

from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent
HEADER = ["联合体编号", "观测点", "年度", "口径", "数值", "佐证材料"]


def write(sheet, rows: list[list]) -> None:
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value)


def covered() -> None:
    """Cells under a merged one keep what was written to them after merging, as some programs leave it."""
    book = xlsxwriter.Workbook(HERE / "covered.xlsx")
    percent = book.add_format({"num_format": "0%"})
    sheet = book.add_worksheet("观测数据")
    write(sheet, [
        ["市域产教联合体年度数据", "藏在标题下"],
        HEADER,
        ["C1", "6.1.2", 2025, "实际"],
        ["C1", "6.1.6", 2025, "实际", 120],
        ["C1", "9.1.5", 2025, "实际", None],
        ["C1", "9.1.6", 2025, "实际", 8],
        [None, "9.1.2", 2025, "实际", 9],
        ["C1", "9.1.3", 2025, "实际", 10],
        [None, "9.1.4", 2025, "实际", 11],
        ["C1", "2.3.1", 2025],
        ["C1", "8.4.1/人次", 2025, "实际", 12, "名单.pdf"],
    ])
    sheet.merge_range("A1:B1", "市域产教联合体年度数据")
    sheet.write("B1", "藏在标题下")
    sheet.merge_range("D3:E3", "实际")
    sheet.write("E3", 999)
    sheet.merge_range("E4:E5", 120)
    sheet.write("E5", 77)
    sheet.merge_range("A6:A7", "C1")
    sheet.write("A7", "C2")
    sheet.merge_range("A8:A9", "C1")
    sheet.write("A9", "C1")
    sheet.merge_range("D10:E10", "实际")
    sheet.write("E10", 0.3, percent)
    # A column of remarks that the form does not have is nobody's figure.
    sheet.merge_range("G3:H3", "备注")
    sheet.write("H3", "藏着的备注")
    book.close()


def hidden() -> None:
    book = xlsxwriter.Workbook(HERE / "hidden.xlsx")
    old = book.add_worksheet("旧数据")
    write(old, [
        HEADER,
        ["C1", "6.1.2", 2025, "实际", 999],
        ["C1", "6.1.4", 2025, "实际", 50],
        ["C1", "6.1.4", 2024, "实际", 10],
    ])
    sheet = book.add_worksheet("观测数据")
    write(sheet, [
        HEADER,
        ["C1", "6.1.2", 2025, "实际", 5],
        ["C1", "6.1.2", 2025, "实际", 888],
        ["C1", "6.1.6", 2025, "实际", 7],
        ["C1", "6.1.6", 2025, "实际", 7],
        ["C1", "6.1.4", 2025, "实际", None],
        ["C1", "6.1.8", 2025, "实际", 100],
        ["C1", "6.1.4", 2024, "实际", 20],
        ["C1", "9.1.5", 2025, "实际", "约30"],
    ])
    for row in [3, 5, 7]:
        sheet.set_row(row - 1, None, None, {"hidden": True})
    deep = book.add_worksheet("深藏")
    write(deep, [HEADER, ["C1", "6.1.6", 2025, "实际", 1], ["C1", "9.1.5", 2025, "实际", 31]])
    deep.very_hidden()
    years = book.add_worksheet("历年")
    write(years, [["联合体编号", "观测点编号", "2023年", "2024年", "2025年"], ["C1", "6.1.6", 2, 3, None]])
    years.set_column("C:D", None, None, {"hidden": True})
    more = book.add_worksheet("补充")
    write(more, [HEADER, ["C1", "6.1.6", 2024, "实际", 4]])
    policies = ["编号", "层级", "地区", "标题", "文号", "发文单位", "发文日期", "是否有效", "佐证材料"]
    write(book.add_worksheet("政策"), [policies, ["P1", "省", "湖南省", "示例政策", "", "", "2025-03-01", "是", "a.pdf"]])
    copy = book.add_worksheet("政策 (2)")
    write(copy, [policies, ["P1", "省", "湖南省", "示例政策", "", "", "2025-03-01", "否", "a.pdf"]])
    copy.hide()
    sheet.activate()
    sheet.set_first_sheet()
    old.hide()
    book.close()


covered()
hidden()
