"""A workbook of many cells, and what reads it beside the product.

    cells.py make FILE CELLS        as provinces put their figures together: codes, counts, amounts, percentages, 是/否
    cells.py calamine|openpyxl FILE [--digest]

A reading prints how long it took from opening the file to the last cell, imports left out; with --digest it says what
the cells hold instead, to be compared. What is printed is what `workbook-benchmark` prints.
"""

import json
import random
import resource
import sys
import time

COLUMNS = 20


def make(path, cells):
    import xlsxwriter

    rng = random.Random(20250101)
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("观测点")
    percent = book.add_format({"num_format": "0.0%"})
    names = [f"示例联合体{n:05}（虚构）" for n in range(5000)]
    for row in range(cells // COLUMNS):
        for column in range(0, COLUMNS, 5):
            sheet.write_string(row, column, rng.choice(names))
            sheet.write_number(row, column + 1, rng.randint(0, 99_999))
            sheet.write_number(row, column + 2, round(rng.random() * 1000, 2))
            sheet.write_number(row, column + 3, round(rng.random(), 3), percent)
            sheet.write_string(row, column + 4, rng.choice("是否"))
    book.close()


def calamine(path):
    from python_calamine import CalamineWorkbook

    yield  # The clock starts.
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        yield from book.get_sheet_by_name(name).iter_rows()


def openpyxl(path):
    from openpyxl import load_workbook

    yield
    for sheet in load_workbook(path, read_only=True, data_only=True):
        yield from sheet.iter_rows(values_only=True)


def read(rows, has_digest):
    next(rows)
    start, cells, thousandths, characters = time.perf_counter(), 0, 0, 0
    for row in rows:
        if not has_digest:
            cells += len(row)
            continue
        for value in row:
            if value is None or value == "":
                continue
            cells += 1
            if isinstance(value, str):
                characters += len(value)
            else:
                thousandths += round(value * 1000)
    return {
        "seconds": time.perf_counter() - start, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "cells": cells, "thousandths": thousandths, "characters": characters}


if __name__ == "__main__":
    task, path = sys.argv[1:3]
    if task == "make":
        make(path, int(sys.argv[3]))
    else:
        print(json.dumps(read({"calamine": calamine, "openpyxl": openpyxl}[task](path), "--digest" in sys.argv)))
