"""Writes the documents in the folder `docx` beside it: Hunan's 推荐书, filled in with invented figures.

    python3 -m venv venv && venv/bin/pip install python-docx
    venv/bin/python make-recommendation.py          # needs LibreOffice's `soffice` on the path

What it wrote is committed, so that the tests need none of these programs.
"""

import copy
import io
import shutil
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Mm

DOCX = Path(__file__).parent / "docx"
NAME = "示例市先进制造产教联合体"

# Labels and what was filled in for 2022 and for 2023. A row without a label belongs to the one above.
SHARED = [
    ("共建专业", "12个", "15个"), ("共建课程", "30个", "36个"), ("共建教材", "8个", "9个"),
    ("共建实训基地", "5个", "６ 个"), ("共建产业学院", "2个", "3个"),
]
TEACHERS = [
    ("企业兼职教师", "101人次", "120 人次"), ("", "课时数：2,020", "2400课时"),
    ("校际兼职教师", "11", "14"), ("", "220", "280课时数"),
]
TRAINING = [("中国特色学徒制培养", "310", "420人"), ("现场工程师培养", "60人", "80人"), ("其他联合培养", "90人", "95人")]
QUALITY = [
    ("发布人才需求报告 (个)", "1", "2个"),
    ("搭建人才供需信息平台,完善职业教育专业动态调整机制情况", "(不超过 200 字)", "已上线平台。(不超过 200 字)"),
    ("联合体各类主体深度合作,及时把新方法、新技术、新工艺、新标准引入教育教学实践情况", "引入新工艺。", "引入新标准。"),
    ("联合体内企业设立学徒岗位占岗位总量的比例 (%)", "3.5", "4.2%"),
    ("联合体内企业为学生提供实习实训量 (人月)", "1500", "1,800"),
    ("中高职贯通培养（人数）", "200", "240"), ("中高本衔接培养（人数）", "40", "50"),
    ("联合体内普通本科学校招收中高职毕业生和企业一线优秀员工就读本科和专业学位研究生（人数）", "25", "30"),
    ("通过“文化素质+职业技能”考试招生学生升学比例（%）", "18.5", "20"), ("联合体学校整体就业率（%）", "96.1", "97.2"),
]
SERVICE = [
    ("共性技术服务平台（个）", "1", "2"), ("校企合作开展技术研发的成果转化率（%）/到账经费（万元）", "50%/120", "55%/150"),
    ("研究成果数量（个）", "10", "13"), ("技能鉴定量（人次）", "900", "1100"), ("大师工作室数量（个）", "3", "4"),
    ("面向企业员工开展培训数（人日）", "5000", "6200"), ("面向农民工、退役军人、下岗职工等培训数（人日）", "800", "0"),
]
ENTERPRISES = [
    ("企业职工总数（人）", "12000"), ("企业资产总额（万元）", "560000"), ("2023 年企业销售总额（万元）", "780000"),
    ("2023 年校企合作产生的直接经济效益（万元）", "3200"), ("规模以上企业数（个） ¹", "45"), ("限额以上企业数（个） ²", "12"),
]

STATEMENT = "产教联合体各成员单位近 3 年内在招生、就业、安全等领域未发生过违法或重大违规事件。"
PROMISE = (
    "我承诺：前述所填报数据、内容均真实、准确、有效，并自愿接受有关方面核查。如有弄虚作假或其他违规行为，自愿退出认定，并接受处理。")


def ring(size=40):
    """A red ring as PNG: what stands for a seal."""
    middle = (size - 1) / 2
    rows = b""
    for y in range(size):
        distances = [((x - middle) ** 2 + (y - middle) ** 2) ** 0.5 for x in range(size)]
        rows += b"\0" + b"".join(
            b"\xc8\x10\x10" if size * 0.38 < distance < size / 2 else b"\xff\xff\xff" for distance in distances)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


RING = ring()


def picture(paragraph):
    """Puts a picture behind the text of a paragraph."""
    paragraph.add_run().add_picture(io.BytesIO(RING), width=Mm(20))
    return paragraph


def save(document, name):
    """Without the picture that the library puts in."""
    relationships = document.part.package.rels
    for key in [key for key, relationship in relationships.items() if relationship.reltype.endswith("thumbnail")]:
        del relationships[key]
    document.core_properties.author = ""
    document.save(DOCX / name)


class Form:
    """The document as it is being written. `promises` adds columns for 2024 and 2025; `changes` are written over labels
    and values, a text for another."""

    def __init__(self, changes=None, without=(), promises=False):
        self.changes = changes or {}
        self.without = without
        self.years = ["2022 年", "2023 年"] + (["2024年（承诺）", "2025年（承诺）"] if promises else [])
        self.document = docx.Document()

    def text(self, text):
        return self.changes.get(text, text)

    def table(self, rows, columns):
        table = self.document.add_table(rows, columns)
        table.style = "Table Grid"
        return table

    def put(self, table, row, first, last, text, down=None):
        """Writes into the cells from `first` to `last`, and down to the row `down`, merged."""
        cell = table.cell(row, first).merge(table.cell(down or row, last))
        cell.text = self.text(text)
        return cell

    def cover(self, sealed=True):
        self.document.add_paragraph("市域产教联合体推荐书")
        fields = [
            ("联合体名称", NAME), ("推荐市州", "示例市"), ("依托园区", "示例经济技术开发区 (公章)"),
            ("牵头学校", "示例职业技术学院 (公章)"), ("牵 头 企 业", "示例装备公司 (公章)"), ("填表日期", "2024年2月20日"),
        ]
        for label, value in fields:
            paragraph = self.document.add_paragraph(self.text(f"{label} _____{value}_____"))
            if sealed and "公章" in value:
                picture(paragraph)
        self.document.add_paragraph("说 明")
        self.document.add_paragraph(
            "三、年度数据截止时间为每年 12 月 31 日，2023 年数据为已组成或拟组成联合体成员单位的汇总数据，2024—2025 年数据为"
            "申报单位承诺的建成数据。")

    def overview(self):
        self.document.add_paragraph("1. 联合体概况")
        table = self.table(23, 8)
        put = self.put
        for row, (left, first, right, second) in enumerate([
            ("联合体名称", NAME, "(拟) 成立时间", "2023年6月"), ("联合体负责人 ¹", "甲某", "职务及联系方式", "主任 0000-0000000"),
        ]):
            put(table, row, 0, 1, left), put(table, row, 2, 4, first)
            put(table, row, 5, 5, right), put(table, row, 6, 7, second)
        put(table, 2, 0, 0, "秘书处(办公室)情况", down=5)
        for row, (left, first, right, second) in enumerate([
            ("秘书处所在单位", "示例职业技术学院", "秘书处负责人", "乙某"), ("固定办公面积", "120 m ²", "联系电话", "0000-1111111"),
        ], start=2):
            put(table, row, 1, 1, left), put(table, row, 2, 4, first)
            put(table, row, 5, 5, right), put(table, row, 6, 7, second)
        for column, text in enumerate(["人员总数", "9", "专职人数", "4", "兼职人数", "5人"], start=1):
            put(table, 4, column, column + (1 if column == 6 else 0), text)
        put(table, 5, 1, 1, "人员姓名"), put(table, 5, 2, 7, "乙某、丙某")
        put(table, 6, 0, 0, "联合体成员情况", down=12)
        members = [
            ("组成", "数量 (在校生数)", "单位名称"), ("中职学校", "3 (4200)", "示例一中专等"), ("高职院校(含职教本科)", "2 (21000)", "示例职业技术学院等"),
            ("普通本科学校", "1 (18000)", "示例学院"), ("政府部门", "4", "示例市教育局等"), ("企业", "26", "示例装备公司等"), ("科研机构", "2", "示例研究所等"),
        ]
        for row, (kind, count, names) in enumerate(members, start=6):
            put(table, row, 1, 1, kind), put(table, row, 2, 3, count), put(table, row, 4, 7, names)
        put(table, 13, 0, 1, "已投入或拟投入运行经费总额(万元)")
        for column, text in enumerate(["2023年 ²", "300", "2024年", "350万元", "2025年", "400"], start=2):
            put(table, 13, column, column, text)
        put(table, 14, 0, 1, "2024年拟投入运行经费来源(万元)", down=17)
        for row, (source, amount) in enumerate(
            [("牵头单位负担", "150"), ("政府核拨", "120"), ("其他成员负担", "60"), ("其他途径", "20")], start=14):
            put(table, row, 2, 4, source), put(table, row, 5, 7, amount)
        put(table, 18, 0, 2, "2023年产业园区总产值(亿元)"), put(table, 18, 3, 7, "1,250.6")
        put(table, 19, 0, 2, "产业园区主导产业情况"), put(table, 19, 3, 7, "先进制造业。(不超过200字)")
        put(table, 20, 0, 2, "联合体所在地制定支持职业教育政策及落实情况"), put(table, 20, 3, 7, "出台两份文件。(不超过500字)")
        for row in (table.rows[-1], table.rows[-2]):
            table._tbl.remove(row._tr)
        self.document.add_paragraph("¹ 联合体负责人指所在产业园区管委会负责同志。")

    def yearly(self, table, row, values):
        for column, value in enumerate(values, start=3):
            self.put(table, row, column, column, value)

    def with_promises(self, values):
        """The values of a row, with promises of half as much again where there are columns for them."""
        values = list(values)
        while len(values) < len(self.years):
            values.append("18" if values[1] == "15个" else "")
        return values

    def effect(self):
        self.document.add_paragraph("2.办学成效和服务能力")
        last = 2 + len(self.years)
        shared = [row for row in SHARED if row[0] not in self.without]
        quality = [row for row in QUALITY if row[0] not in self.without]
        count = 1 + len(shared) + len(TEACHERS) + 2 + 1 + len(TRAINING) + len(quality) + 1 + 1 + len(SERVICE)
        table = self.table(count + len(ENTERPRISES), last + 1)
        put = self.put
        put(table, 0, 0, 0, "资源 共建 共享", down=len(shared) + len(TEACHERS) + 2)
        put(table, 0, 1, 2, "项目名称"), self.yearly(table, 0, self.years)
        row = 1
        for label, *values in shared:
            put(table, row, 1, 2, label), self.yearly(table, row, self.with_promises(values))
            row += 1
        put(table, row, 1, 1, "师资 共建 共享", down=row + len(TEACHERS) - 1)
        for label, *values in TEACHERS:
            if label:
                put(table, row, 2, 2, label, down=row + 1)
            self.yearly(table, row, self.with_promises(values))
            row += 1
        put(table, row, 1, 2, "教师企业实践"), self.yearly(table, row, self.with_promises(["33人月", "40.5人月"]))
        put(table, row + 1, 1, 2, "教师教学团队获国家级奖励情况"), put(table, row + 1, 3, last, "(不超过 100 字)")
        row += 2
        start = row
        put(table, row, 1, 1, "联合培养情况", down=row + len(TRAINING))
        put(table, row, 2, 2, "类 型"), self.yearly(table, row, self.years)
        row += 1
        for label, *values in TRAINING:
            put(table, row, 2, 2, label), self.yearly(table, row, self.with_promises(values))
            row += 1
        for label, *values in quality:
            put(table, row, 1, 2, label), self.yearly(table, row, self.with_promises(values))
            row += 1
        put(table, row, 1, 2, "职业院校技能大赛获奖情况"), put(table, row, 3, last, "省级一等奖2项。")
        put(table, start, 0, 0, "人才 培 养 质 量", down=row)
        row += 1
        put(table, row, 0, 0, "服 务 发 展 能 力", down=row + len(SERVICE))
        put(table, row, 1, 2, "项目名称"), self.yearly(table, row, self.years)
        row += 1
        for label, *values in SERVICE:
            put(table, row, 1, 2, label), self.yearly(table, row, self.with_promises(values))
            row += 1
        put(table, row, 0, 0, "联 合 体 企 业 情 况", down=row + len(ENTERPRISES) - 1)
        for label, value in ENTERPRISES:
            put(table, row, 1, 2, label), put(table, row, 3, last, value)
            row += 1
        self.effects = table

    def close(self, signed=True, statement=STATEMENT, declarations=None):
        for heading, body in [("3.特色与创新", "建成共享实训中心。"), ("4.建设规划", "三年内覆盖全部骨干企业。")]:
            self.document.add_paragraph(heading)
            table = self.table(1, 1)
            table.cell(0, 0).text = self.text(body)
            table.cell(0, 0).add_paragraph("(2000 字以内)")
            if heading.startswith("3"):
                for line in statement.split("\n"):
                    table.cell(0, 0).add_paragraph(line)
        self.document.add_paragraph("5. 申报承诺")
        (declarations or self.declarations)(signed)

    def declarations(self, signed):
        table = self.table(2, 2)
        for row, (left, opening) in enumerate([
            ("申报单位承诺", PROMISE), ("地方教育行政部门意见", "推荐意见：" + ("同意推荐。" if signed else ""))]):
            table.cell(row, 0).text = left
            table.cell(row, 1).text = opening
            label = ["负责人签字", "地方教育行政部门负责人签字"][row]
            table.cell(row, 1).add_paragraph(label + (["：甲某", "：乙某"][row] if signed else ""))
            seal = table.cell(row, 1).add_paragraph("公章")
            if signed:
                picture(seal)
            table.cell(row, 1).add_paragraph(["2024 年 2 月 20 日", "2024年2月26日"][row] if signed else "年 月 日")

    def save(self, name):
        save(self.document, name)


def filled() -> None:
    form = Form()
    form.cover(), form.overview(), form.effect(), form.close()
    form.save("recommendation.docx")


def promises() -> None:
    """Columns for 2024 and 2025 beside those of the years before."""
    form = Form(promises=True)
    form.cover(), form.overview(), form.effect(), form.close()
    form.save("recommendation-promises.docx")


def faults() -> None:
    """What goes wrong when people fill it in: rows taken out and put in, cells merged, units changed, texts too long."""
    form = Form(
        changes={
            f"联合体名称 _____{NAME}_____": "联合体名称：示例市先进制造联合体", "共建实训基地": "共建实训基地与中心", "12个": "约12个",
            "企业资产总额（万元）": "企业资产总额（元）", "联合体内企业为学生提供实习实训量 (人月)": "联合体内企业为学生提供实习实训量（人日）",
            "先进制造业。(不超过200字)": "先进制造业" * 41, "4.2%": "142%",
        },
        without=("中高职贯通培养（人数）",))
    form.cover(sealed=False), form.overview(), form.effect(), form.close(signed=False)
    table = form.effects
    for row in table.rows:
        label = row.cells[1].text
        if label == "共建产业学院":
            row.cells[3].merge(row.cells[4]).text = "共3个"
        if label == "共建教材":
            for cell in (row.cells[3], row.cells[4]):
                cell.text = ""
    form.save("recommendation-faults.docx")


def labels() -> None:
    """Labels with line breaks, wide letters, marks of footnotes as superscript digits, and cells of a label left apart."""
    form = Form(
        changes={
            "大师工作室数量（个）": "大师工作室\n数量\n(个)", "通过“文化素质+职业技能”考试招生学生升学比例（%）": "通过\"文化素质＋职业技能\"考试招生学生升学比例（％）",
            "技能鉴定量（人次）": "技 能 鉴 定 量 （人次）：", "2023年产业园区总产值(亿元)": "２０２３年产业园区总产值（亿元）",
        })
    form.cover(), form.overview(), form.effect(), form.close()
    for table in form.document.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.text == "2023 年" and cell.paragraphs[0].runs:
                    run = cell.paragraphs[0].add_run("2")
                    run.font.superscript = True
                if cell.text == "共建专业":
                    cell.paragraphs[0].runs[0].text = "共建"
                    cell.paragraphs[0].runs[0].add_break(WD_BREAK.LINE)
                    cell.paragraphs[0].add_run("专业")
    form.save("recommendation-labels.docx")


def split() -> None:
    """The second table in two, without a header above the lower half; the cover a table."""
    form = Form()
    form.document.add_paragraph("市域产教联合体推荐书")
    cover = form.table(2, 2)
    for row, (label, value) in enumerate([("联合体名称", NAME), ("推荐市州", "示例市")]):
        cover.cell(row, 0).text, cover.cell(row, 1).text = label, value
    form.overview(), form.effect(), form.close()
    upper = form.effects._tbl
    lower = copy.deepcopy(upper)
    upper.addnext(lower)
    upper.addnext(form.document.add_paragraph("（续表）")._p)
    rows = len(SHARED) + len(TEACHERS) + 3 + 1
    for row in upper.tr_lst[rows + 1:]:
        upper.remove(row)
    for row in lower.tr_lst[:rows + 1]:
        lower.remove(row)
    form.save("recommendation-split.docx")


def without_figures() -> None:
    """The first part only."""
    form = Form()
    form.cover(), form.overview(), form.close()
    form.save("recommendation-without-part-2.docx")


def blank() -> None:
    """Nothing signed; the statement in other words."""
    form = Form()
    form.cover(sealed=False), form.overview(), form.effect()
    form.close(signed=False, statement="产教联合体各牵头单位近 3 年内在招生、就业等领域未发生过重大违规事件。")
    form.save("declarations-blank.docx")


def by_hand() -> None:
    """As offices sign: titles one sign a line, names on several lines, numerals of Chinese, days within an opinion, a
    signature that is a picture, a seal in a cell beside, the statement over two lines."""
    form = Form()

    def declarations(signed):
        table = form.table(6, 3)
        form.put(table, 0, 0, 0, "申报\n单位\n承诺", down=2), form.put(table, 0, 1, 2, PROMISE)
        form.put(table, 1, 1, 1, "负责人签字：\n甲某\n乙 某、丙某\n（公章）", down=2)
        picture(form.put(table, 1, 2, 2, "").paragraphs[0])
        form.put(table, 2, 2, 2, "二〇二四年二月二十日")
        form.put(table, 3, 0, 0, "地方教育行政\n部门意见", down=5)
        form.put(table, 3, 1, 2, "推荐意见：\n经2024年2月18日会议研究，\n同意推荐。")
        cell = form.put(table, 4, 1, 2, "地方教育行政部门\n负责人签字：")
        picture(cell.paragraphs[0])
        form.put(table, 5, 1, 2, "（盖章）　　二○二四年　二月　廿六日")

    form.cover(), form.overview(), form.effect()
    form.close(
        statement="产教联合体各成员单位近 3 年内在招生、就业、\n安全等领域未发生过违法或重大违规事件。", declarations=declarations)
    form.save("declarations-by-hand.docx")


def beside() -> None:
    """The declarations side by side, the second signed with a day that does not exist; pictures as older programs keep
    them; no statement."""
    form = Form()

    def declarations(signed):
        table = form.table(2, 2)
        for column, title in enumerate(["申报单位承诺", "地方教育行政部门意见"]):
            table.cell(0, column).text = title
        left, right = table.rows[1].cells
        left.text = PROMISE
        left.add_paragraph("负责人（签字）：甲某　　　　公章　　2024.2.20")
        older_picture(left.paragraphs[-1])
        right.text = "推荐意见："
        right.add_paragraph("负责人签字：乙某")
        right.add_paragraph("2024 年 2 月 30 日")

    form.cover(), form.overview(), form.effect()
    form.close(statement="", declarations=declarations)
    form.save("declarations-beside.docx")


def older_picture(paragraph):
    """A picture in VML, as Word kept them up to 2007 and WPS keeps seals."""
    key, _ = paragraph.part.get_or_add_image(io.BytesIO(RING))
    paragraph.add_run()._r.append(parse_xml(
        '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<v:shape style="width:57pt;height:57pt"><v:imagedata r:id="{key}"/></v:shape></w:pict>'))


def letter() -> None:
    document = docx.Document()
    document.add_paragraph("关于报送材料的函")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "联合体名称", NAME
    save(document, "letter.docx")


def resaved_by_libreoffice() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx",
             "--outdir", folder, DOCX / "recommendation.docx", DOCX / "declarations-by-hand.docx"],
            check=True, capture_output=True)
        for name in ("recommendation", "declarations-by-hand"):
            shutil.move(Path(folder) / f"{name}.docx", DOCX / f"{name}-libreoffice.docx")


if __name__ == "__main__":
    DOCX.mkdir(exist_ok=True)
    for write in (
        filled, promises, faults, labels, split, without_figures, blank, by_hand, beside, letter, resaved_by_libreoffice):
        write()
