"""A national collection: the yearly workbooks of so many consortia, made by the product's `template` and filled in
with openpyxl. Everything is synthetic.

    national.py PROGRAM CONSORTIA FOLDER

FOLDER/start.sqlite is a store that knows the consortia, FOLDER/inbox holds a workbook from each.
"""

import pathlib
import random
import subprocess
import sys

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Oracle"))
from catalogue import CHOICES, KIND  # noqa: E402  the 116 observation points, typed from the standard

YEAR = 2025
PLACES = [("110000", "110100"), ("320000", "320500"), ("330000", "330300"), ("430000", "430100"), ("510000", "510100")]
REGISTER = "编号,名称,类型,省份,市州,批次,阶段,认定日期\n"


def figure(code, rng):
    """What a clerk might fill in."""
    match KIND[code]:
        case "boolean":
            return rng.choice("是是是否")
        case "choice":
            return rng.choice(CHOICES[code])
        case "text":
            return "按方案执行（虚构）"
        case "percent":
            return rng.randint(0, 1000) / 10
        case "amount":
            return rng.randint(0, 1_000_000) / 100
        case _:
            return rng.randint(1, 500)


def fill(book, rng):
    sheet = book["观测点"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        code = sheet.cell(row, columns["观测点编号"]).value
        # One in twenty stays blank, and one in fifty does not apply.
        if code not in KIND or rng.random() < 0.05:
            continue
        sheet.cell(row, columns[f"{YEAR}年实际"]).value = "不适用" if rng.random() < 0.02 else figure(code, rng)
        if KIND[code] in ("count", "amount"):
            sheet.cell(row, columns[f"{YEAR + 1}年承诺"]).value = figure(code, rng)
        if rng.random() < 0.5:
            sheet.cell(row, columns["佐证材料"]).value = f"材料{rng.randint(1, 40)}.pdf"
    for row in (2, 3):
        book["政策文件"].cell(row, 1).value = "市级"
        for column, text in enumerate(["示例市", f"关于支持产教联合体的措施{row}（虚构）", f"〔{YEAR}〕{row}号", "示例"], 2):
            book["政策文件"].cell(row, column).value = text
    for row in range(2, 12):
        for column, text in enumerate([rng.choice(list(KIND)), "会议纪要（虚构）", f"纪要{row}.pdf"], 1):
            book["佐证材料"].cell(row, column).value = text


def main():
    program, count, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    rng = random.Random(20250101)
    folder.mkdir(parents=True)
    places = [PLACES[n % len(PLACES)] for n in range(count)]
    lines = [
        f"S{n:03},示例联合体{n}（虚构）,市域产教联合体,{province},{city},第一批,建设,2023-06-01\n"
        for n, (province, city) in enumerate(places, 1)]
    (folder / "consortia.csv").write_text(REGISTER + "".join(lines), encoding="utf-8")
    store = ["--database", folder / "start.sqlite"]
    for command in (
        ["collect", folder / "consortia.csv", "--as", "authority"],
        ["template", "--year", str(YEAR), "--all", "-o", folder / "inbox"],
    ):
        subprocess.run([program, *command, *store], check=True, stdout=subprocess.DEVNULL)
    for path in sorted((folder / "inbox").glob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        fill(book, rng)
        book.save(path)
    print(f"{count} workbooks: {folder}")


if __name__ == "__main__":
    main()
