"""Writes the workbooks and documents beside it, each by the program that people use or with the defect it is named for.

    python3 -m venv venv && venv/bin/pip install openpyxl XlsxWriter python-docx msoffcrypto-tool
    venv/bin/python make-fixtures.py          # needs LibreOffice's `soffice` on the path

What it wrote is committed, so that the tests need none of these programs.
"""

import datetime as dt
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx
import openpyxl
import xlsxwriter
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HERE = Path(__file__).parent
XLSX = HERE / "xlsx"
DOCX = HERE / "docx"
FORMATS = HERE / "formats"


def convert(source: Path, target: Path, kind: str) -> None:
    """Lets LibreOffice read `source` and write `target`."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, source],
            check=True, capture_output=True)
        shutil.move(Path(folder) / f"{source.stem}.{kind.split(':')[0]}", target)


def rewrite(source: Path, target: Path, change) -> None:
    """Copies a package, each part as `change(name, bytes)` has it; parts for which it has None are left out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def types_openpyxl() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "观测点"
    rows = [
        ("文本", "编号 0123", None),
        ("文本形式的数", "0123", "@"),
        ("整数", 120, None),
        ("小数", 12.5, None),
        ("和", 0.1 + 0.2, None),
        ("负数", -3.25, None),
        ("很小", 1.5e-7, None),
        ("百分比", 0.3, "0%"),
        ("百分比小数", 0.07, "0.00%"),
        ("日期", dt.date(2025, 3, 1), "yyyy-mm-dd"),
        ("中文日期", dt.date(2024, 12, 31), 'yyyy"年"m"月"d"日"'),
        ("日期时间", dt.datetime(2025, 3, 1, 8, 30), "yyyy/m/d h:mm"),
        ("时间", dt.time(8, 30), "h:mm"),
        ("是非", True, None),
        ("错误", "#N/A", None),
        ("公式", "=B3*2", None),
        ("空白", "  两端有空白  ", None),
        ("换行", "第一行\n第二行", None),
        ("通用格式", 42, 'G/通用格式"人次"'),
        ("红色负数", 7, '#,##0.00;[Red]-#,##0.00'),
        ("数量单位", 8, '0"个"'),
        ("科学记数", 1234.5, "0.00E+00"),
        ("文字标志", "_x0041_", None),
    ]
    for number, (label, value, number_format) in enumerate(rows, 1):
        sheet.cell(number, 1, label)
        cell = sheet.cell(number, 2, value)
        if number_format:
            cell.number_format = number_format
    sheet["A24"] = "富文本"
    sheet["B24"] = CellRichText("到位", TextBlock(InlineFont(b=True), "经费"), " 120")
    book.save(XLSX / "openpyxl.xlsx")


def types_xlsxwriter(name: str, **options) -> None:
    book = xlsxwriter.Workbook(XLSX / name, options)
    sheet = book.add_worksheet("数据")
    percent = book.add_format({"num_format": 10})
    date = book.add_format({"num_format": 14})
    sheet.write_string(0, 0, "甲")
    sheet.write_number(0, 1, 0.295, percent)
    sheet.write_datetime(0, 2, dt.datetime(2025, 3, 1), date)
    sheet.write_formula(0, 3, "=1+2", None, 3)
    sheet.write_formula(0, 4, '=""', None, "")
    sheet.write_boolean(0, 5, False)
    sheet.write_formula(0, 6, "=1/0", None, "#DIV/0!")
    sheet.write_rich_string(1, 0, "第一", book.add_format({"bold": True}), "第二", "第三")
    sheet.write_string(1, 3, "D2 之前有空格子")
    sheet.write_string(4, 1, "第 3、4 行没有")
    sheet.write_blank(5, 1, None, percent)
    book.close()


def layout() -> None:
    book = xlsxwriter.Workbook(XLSX / "hidden-and-merged.xlsx")
    sheet = book.add_worksheet("填报")
    sheet.merge_range("A1:C1", "合并的标题")
    sheet.write("A2", "可见")
    sheet.write("A3", "隐藏的行")
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column("E:F", None, None, {"hidden": True})
    sheet.merge_range("B4:B6", "三行合一")
    book.add_worksheet("隐藏").hide()
    book.add_worksheet("深藏").very_hidden()
    book.close()


def rewritten() -> None:
    source = XLSX / "xlsxwriter.xlsx"
    sheet = "xl/worksheets/sheet1.xml"

    def only(part, change):
        return lambda name, data: change(data.decode()).encode() if name == part else data

    strict = [
        ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
         "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ]

    def make_strict(name, data):
        text = data.decode()
        for old, new in strict:
            text = text.replace(old, new)
        if name == sheet:
            # Strict files keep dates as text.
            text = text.replace('<c r="C1" s="2"><v>45717</v></c>', '<c r="C1" s="2" t="d"><v>2025-03-01T00:00:00</v></c>')
        return text.encode()

    def prefix(text):
        text = re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", text)
        return text.replace(' xmlns="http://schemas.openxmlformats.org/spreadsheetml', ' xmlns:x="http://schemas.openxmlformats.org/spreadsheetml')

    rewrite(source, XLSX / "strict.xlsx", make_strict)
    rewrite(source, XLSX / "prefixed-namespace.xlsx", only(sheet, prefix))
    rewrite(source, XLSX / "no-cell-references.xlsx",
            only(sheet, lambda text: re.sub(r'<(row|c) r="[^"]*"', r"<\1", text)))
    rewrite(source, XLSX / "utf16.xlsx", lambda name, data: (
        data.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
        if name == sheet else data.decode().encode("utf-16-be") if name == "xl/workbook.xml" else data))
    rewrite(source, XLSX / "backslash-names.xlsx", lambda name, data: data)
    rename(XLSX / "backslash-names.xlsx", lambda name: name.replace("/", "\\"))
    rewrite(source, XLSX / "absolute-targets.xlsx", lambda name, data: (
        data.replace(b'Target="', b'Target="/xl/') if name == "xl/_rels/workbook.xml.rels" else data))
    rewrite(source, XLSX / "missing-sheet.xlsx", lambda name, data: None if name == sheet else data)
    rewrite(source, XLSX / "binary-workbook.xlsx", only("[Content_Types].xml", lambda text: text.replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main")))
    rewrite(source, XLSX / "unknown-shared-string.xlsx",
            only(sheet, lambda text: text.replace('t="s"><v>0</v>', 't="s"><v>99</v>')))
    rewrite(source, XLSX / "rows-out-of-order.xlsx", only(sheet, lambda text: text.replace('<row r="5"', '<row r="2"')))
    rewrite(source, XLSX / "document-type.xlsx", only(sheet, lambda text: text.replace(
        "<worksheet", '<!DOCTYPE worksheet [<!ENTITY a "b">]>\n<worksheet', 1)))
    rewrite(source, XLSX / "mismatched-tag.xlsx", only(sheet, lambda text: text.replace("</v></c>", "</c></v>", 1)))
    rewrite(source, XLSX / "double-digits.xlsx", only(
        sheet, lambda text: text.replace("<v>0.295</v>", "<v>0.29499999999999998</v>")))


def rename(path: Path, change) -> None:
    with zipfile.ZipFile(path) as old:
        parts = [(change(name), old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts:
            new.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def refused() -> None:
    convert(XLSX / "openpyxl.xlsx", XLSX / "old-format.xls", "xls")
    convert(XLSX / "openpyxl.xlsx", XLSX / "opendocument.xlsx", "ods")
    (XLSX / "web-page.xls").write_text("<html><body><table><tr><td>1</td></tr></table></body></html>")
    with open(XLSX / "xlsxwriter.xlsx", "rb") as plain, open(XLSX / "encrypted.xlsx", "wb") as target:
        OOXMLFile(plain).encrypt("secret", target)


def formats() -> None:
    """One small table in the formats that Calc writes, beside those of the other folders."""
    for name, kind in [
        ("template.xltx", "xltx:Calc MS Excel 2007 XML Template"), ("macros.xlsm", "xlsm:Calc MS Excel 2007 VBA XML"),
        ("opendocument.ods", "ods"), ("flat.fods", "fods"), ("spreadsheet-2003.xml", "xml:MS Excel 2003 XML"),
        ("page.html", "html:HTML (StarCalc)"), ("printed.pdf", "pdf:calc_pdf_Export"),
    ]:
        convert(FORMATS / "table.csv", FORMATS / name, kind)


def form():
    document = docx.Document()
    document.add_paragraph("市域产教联合体推荐书")
    document.add_paragraph("联系人：\t张三\t电话：")
    table = document.add_table(rows=4, cols=4)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "名称"
    table.cell(0, 2).merge(table.cell(0, 3)).text = "示例联合体"
    table.cell(1, 0).merge(table.cell(3, 0)).text = "建设基础"
    for row, (label, first, second) in enumerate([("年度", "2022", "2023"), ("经费", "100", "120"), ("备注", "", "")], 1):
        for column, text in enumerate([label, first, second], 1):
            table.cell(row, column).text = text
    nested = table.cell(3, 2).add_table(rows=1, cols=2)
    nested.cell(0, 0).text = "内层"
    nested.cell(0, 1).text = "表"
    paragraph = document.add_paragraph("第一行")
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run("第二行")
    return document


def documents() -> None:
    form().save(DOCX / "python-docx.docx")
    convert(DOCX / "python-docx.docx", DOCX / "libreoffice.docx", "docx")

    document = form()
    body = document.element.body
    for xml in [
        '<w:p><w:r><w:t xml:space="preserve">计划 </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>80</w:delText>'
        '</w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>100</w:t></w:r></w:ins><w:r><w:t> 万元</w:t></w:r></w:p>',
        '<w:tbl><w:tr><w:trPr><w:del w:id="3" w:author="a"/></w:trPr><w:tc><w:p><w:r><w:t>删去的行</w:t></w:r></w:p></w:tc></w:tr>'
        '<w:tr><w:trPr><w:ins w:id="4" w:author="a"/></w:trPr><w:tc><w:p><w:r><w:t>加上的行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ]:
        body.insert(len(body) - 1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
    document.save(DOCX / "tracked-changes.docx")

    document = form()
    body = document.element.body
    for xml in [
        '<w:sdt><w:sdtContent><w:p><w:r><w:t>控件里的字</w:t></w:r></w:p></w:sdtContent></w:sdt>',
        '<w:p><w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>是</w:t></w:r><w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/>'
        '<w:t>否</w:t><w:noBreakHyphen/><w:footnoteReference w:id="1"/><w:tab/></w:r></w:p>',
        '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">'
        '<w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>'
        '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>',
    ]:
        body.insert(len(body) - 1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
    document.save(DOCX / "controls-and-symbols.docx")


def main() -> None:
    XLSX.mkdir(exist_ok=True)
    DOCX.mkdir(exist_ok=True)
    types_openpyxl()
    convert(XLSX / "openpyxl.xlsx", XLSX / "libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
    types_xlsxwriter("xlsxwriter.xlsx")
    types_xlsxwriter("inline-strings.xlsx", constant_memory=True)
    types_xlsxwriter("date-1904.xlsx", date_1904=True)
    layout()
    rewritten()
    refused()
    formats()
    documents()


if __name__ == "__main__":
    main()
