"""Writes number-formats/: the same cells saved by several programs, their styles indented, and what the cells show.

    python3 -m venv venv && venv/bin/pip install openpyxl XlsxWriter
    venv/bin/python make-number-formats.py    # needs LibreOffice's `soffice` on the path

`expected.tsv` has a line a cell: file, cell, type, text, what is stored. Types and texts were written down here by hand.
Beside them stands what LibreOffice shows in the cell, by which this script checks every number that was written down:
digits and unit must be the same but for grouping and zeros at the end. What it prints are the few formats that Chinese
programs alone know: the escape `!`, the name G/通用格式, colours by their Chinese names, [DBNum1].
"""

import csv
import datetime as dt
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from xml.dom import minidom
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter

HERE = Path(__file__).parent / "number-formats"

# stored, format, type, text
CELLS = [
    ("甲", "@", "text", "甲"),
    (0.953, "0.0%", "percent", "95.3"),
    (0.3, "0%", "percent", "30"),
    (1, "0.00%", "percent", "100"),
    (35, '0.0"%"', "percent", "35"),
    (0.95, "0.00", "number", "0.95"),
    (dt.date(2024, 2, 12), "yyyy-mm-dd", "date", "2024-02-12"),
    (dt.date(2025, 3, 1), 'yyyy"年"m"月"d"日"', "date", "2025-03-01"),
    (dt.datetime(2025, 3, 1, 8, 30), "yyyy/m/d h:mm", "date", "2025-03-01T08:30:00"),
    (dt.time(9, 0), "h:mm", "date", "09:00:00"),
    (1.5, "[h]:mm", "date", "36:00:00"),
    (1200000, '0"."0,"万元"', "formatted", "120万元"),
    (1200000, '0\\.0,"万元"', "formatted", "120万元"),
    (1200000, '#,##0"元"', "formatted", "1200000元"),
    (120, '#,##0.00"万元"', "formatted", "120万元"),
    (1.2, '0.00"亿元"', "formatted", "1.2亿元"),
    (120000000, '#,##0.0,,"百万"', "formatted", "120百万"),
    (1200000, '#,##0,"千元"', "formatted", "1200千元"),
    (1200000, "#,##0,", "formatted", "1200"),
    (350, '0.0"‰"', "formatted", "350‰"),
    (120, "#,##0.00", "number", "120"),
    (-120.5, "#,##0.00;[Red]-#,##0.00", "number", "-120.5"),
    (-120.5, "#,##0.00_);[Red]\\(#,##0.00\\)", "number", "-120.5"),
    (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "number", "0"),
    (1200000, '"¥"#,##0.00', "formatted", "¥1200000"),
    (1200000, "[$¥-804]#,##0.00", "formatted", "¥1200000"),
    (7, "000", "formatted", "007"),
    (1, '"C"000', "formatted", "C001"),
    (120, '0"人次"', "formatted", "120人次"),
    (20250301, "0000-00-00", "formatted", "2025-03-01"),
    (1200000, '[>=10000]0\\.0,"万";0', "formatted", "120万"),
    (120, '[>=10000]0\\.0,"万";0', "number", "120"),
    (0, '0;-0;"无"', "formatted", "无"),
    ("120", '@"万元"', "formatted", "120万元"),
]

# What WPS offers under 特殊 and 自定义, and writes with the escapes and the padding of Chinese programs.
WPS = [
    (1200000, '0!.0,"万"', "formatted", "120万"),
    (1200000, '0!.0,"万元"', "formatted", "120万元"),
    (120000000, '0!.00,,"亿"', "formatted", "1.2亿"),
    (1200000, '0"."0,"万元"', "formatted", "120万元"),
    (1200000, '0.0,"千元"_ ', "formatted", "1200千元"),
    (1200000, "#,##0.00_ 元", "formatted", "1200000元"),
    (120, '0.00_ "万元"', "formatted", "120万元"),
    (120, "G/通用格式", "number", "120"),
    (120, 'G/通用格式"人次"', "formatted", "120人次"),
    (0.953, "0.00%_ ", "percent", "95.3"),
    (0.953, "0.0%;[红色]-0.0%", "percent", "95.3"),
    (120, "0.00_);[Red]\\(0.00\\)", "number", "120"),
    (-120, "0.00_);[Red]\\(0.00\\)", "number", "-120"),
    (1200000, '"￥"#,##0.00;[Red]"￥"\\-#,##0.00', "formatted", "￥1200000"),
    (-5, '"￥"#,##0.00;[Red]"￥"\\-#,##0.00', "formatted", "-￥5"),
    (120, "[DBNum2][$RMB]General;[Red][DBNum2][$RMB]General", "formatted", "RMB120"),
    (120, "[DBNum1][$-804]General", "number", "120"),
    (45717, "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "date", "2025-03-01"),
    (45717.375, "yyyy/m/d h:mm;@", "date", "2025-03-01T09:00:00"),
    (45717, '[$-F800]dddd, mmmm dd, yyyy', "date", "2025-03-01"),
    (0, '_ "￥"* #,##0.00_ ;_ "￥"* \\-#,##0.00_ ;_ "￥"* "-"??_ ;_ @_ ', "formatted", "￥0"),
    (999, ";;;", "formatted", ""),
    (0, "0;-0;;@", "formatted", ""),
]


def with_openpyxl(path: Path) -> None:
    book = openpyxl.Workbook()
    for number, (value, code, *_) in enumerate(CELLS, 1):
        cell = book.active.cell(number, 2, value)
        cell.number_format = code
    book.save(path)


def with_xlsxwriter(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("数据")
    for number, (value, code, *_) in enumerate(CELLS):
        sheet.write(number, 1, value, book.add_format({"num_format": code}))
    book.close()


def with_wps_formats(path: Path) -> None:
    """The parts as WPS lays them out, typed: nobody but WPS itself writes them so, and it runs on no server."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    cells = "".join(
        f'<row r="{n}" spans="1:2"><c r="B{n}" s="{n}"><v>{value}</v></c></row>' for n, (value, *_) in enumerate(WPS, 1))
    formats = "".join(
        f'<numFmt numFmtId="{175 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, (_, code, *_) in enumerate(WPS, 1))
    styles = "".join(
        f'<xf numFmtId="{175 + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><alignment vertical="center"/></xf>'
        for n, _ in enumerate(WPS, 1))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><workbookPr/><sheets><sheet name="Sheet1" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId2" '
        f'Type="{office}/styles" Target="styles.xml"/><Relationship Id="rId1" Type="{office}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts count="{len(WPS)}">{formats}</numFmts><fonts count="1"><font>'
        '<sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(WPS) + 1}"><xf numFmtId="0" xfId="0"/>{styles}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetPr/><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8"?>' + text)


def convert(source: Path, target: Path, kind: str) -> None:
    """Lets LibreOffice read `source` and write `target`."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, source],
            check=True, capture_output=True)
        shutil.move(Path(folder) / f"{source.stem}.{kind.split(':')[0]}", target)


def indent(path: Path) -> None:
    """Indents the styles and puts a comment behind the start of every element."""
    with zipfile.ZipFile(path) as book:
        parts = [(name, book.read(name)) for name in book.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts:
            if name == "xl/styles.xml":
                text = minidom.parseString(data).toprettyxml(indent="  ", encoding="UTF-8").decode()
                data = re.sub(r"(<(cellXfs|numFmts)[^>/]*>)", r"\1<!-- \2 -->", text).encode()
            book.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def shown(path: Path) -> list[str]:
    """What LibreOffice shows in the second column."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "shown.csv"
        convert(path, target, "csv:Text - txt - csv (StarCalc):44,34,76,1")
        with open(target, encoding="utf-8") as lines:
            return [(row + ["", ""])[1] for row in csv.reader(lines)]


def plain(text: str) -> str:
    """Digits and unit, without grouping, padding and the zeros that a fraction ends with; an accountant's dash is zero."""
    text = re.sub(r"[\s,]", "", text.replace("(", "-").replace(")", ""))
    if re.fullmatch("[¥￥]?-", text):
        return text[:-1] + "0"
    return re.sub(r"(\.\d*?)0+(?=\D|$)", r"\1", text).replace(".%", "%")


def stored(value) -> str:
    if isinstance(value, dt.time):
        return str((value.hour * 60 + value.minute) / 1440)
    return str(value)


def main() -> None:
    HERE.mkdir(exist_ok=True)
    files = ["openpyxl.xlsx", "libreoffice.xlsx", "xlsxwriter.xlsx", "wps.xlsx"]
    with_openpyxl(HERE / "openpyxl.xlsx")
    convert(HERE / "openpyxl.xlsx", HERE / "libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
    with_xlsxwriter(HERE / "xlsxwriter.xlsx")
    with_wps_formats(HERE / "wps.xlsx")
    lines = ["file\tcell\ttype\ttext\tstored\tshown by LibreOffice"]
    for name in files:
        indent(HERE / name)
        cells = WPS if name == "wps.xlsx" else CELLS
        for number, ((value, code, kind, text), seen) in enumerate(zip(cells, shown(HERE / name), strict=True), 1):
            lines.append("\t".join([name, f"B{number}", kind, text, stored(value), seen]))
            want = text + ("%" if kind == "percent" else "")
            have = re.sub(r"\.(?=\D|$)", "", plain(seen))
            if kind in ("number", "percent", "formatted") and have != want:
                print(f"{name} B{number} {code}: written down {want!r}, LibreOffice shows {seen!r}")
    (HERE / "expected.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
