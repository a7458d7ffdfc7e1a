#!/usr/bin/env python3
"""Makes a folder of odd and hostile files, the same ones each time.

    make-corpus.py FOLDER [--scale N] [--sample N] [--workbook FILE] [--seed N]

The name of each file begins with what must become of it: `read` (taken in), `refused` (set aside, with the reason),
`skipped` (left alone, and named), `any` (read or refused). Large ones are divided by --scale; of truncated and damaged
files --sample are made of each kind. --workbook adds a real workbook to those that are damaged.
"""

import argparse
import io
import os
import pathlib
import random
import socket
import struct
import zipfile
import zlib

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HEADER = ("联合体编号", "观测点", "年度", "数值", "佐证材料")
CSV_HEADER = ",".join(HEADER) + "\n"
FIGURES = [HEADER, ("X001", "9.1.1", 2025, 12, "甲.pdf"), ("X001", "9.1.2", 2025, 30, "乙.pdf")]
LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha">' + "".join(
    f'<!ENTITY {n} "{f"&{b};" * 10}">' for b, n in zip("abcdefghi", "bcdefghij")) + "]>"
THEFT = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'


# Parts and archives

def cell(value):
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def row(values):
    return "<row>" + "".join(map(cell, values)) + "</row>"


def sheet(data="".join(map(row, FIGURES)), before="", after="", prolog=""):
    return f'{prolog}<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def shared(*texts, prolog=""):
    return f'{prolog}<sst xmlns="{MAIN}">' + "".join(f"<si><t>{t}</t></si>" for t in texts) + "</sst>"


def relationships(*targets, mode=""):
    links = "".join(
        f'<Relationship Id="r{n}" Type="{kind if "/" in kind else f"{DOCUMENT}/{kind}"}" Target="{target}"{mode}/>'
        for n, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def parts(sheets=None, changed=None):
    """The parts of a workbook; `changed` ones take their places, those that are None are left out."""
    sheets = sheets or [("观测点", sheet())]
    tabs = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, (name, _) in enumerate(sheets, 1))
    all = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}"/></Types>',
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>{tabs}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            *(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)),
            ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")),
        **{f"xl/worksheets/sheet{n}.xml": data for n, (_, data) in enumerate(sheets, 1)},
    }
    all.update(changed or {})
    return {name: data for name, data in all.items() if data is not None}


def document(body, prolog=""):
    return {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}"/></Types>',
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": f'{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }


def archive(parts, method=zipfile.ZIP_DEFLATED):
    """A zip archive of parts by name, or of pairs where names repeat."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as file:
        for name, data in parts.items() if isinstance(parts, dict) else parts:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            info.compress_type = method
            file.writestr(info, data if isinstance(data, bytes) else data.encode())
    return memory.getvalue()


def workbook(data=None, sheets=None, **changed):
    """A workbook of one sheet with `data`, or of several; parts are changed by nicknames."""
    names = {"strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml", "main": "xl/workbook.xml",
             "links": "xl/_rels/workbook.xml.rels", "root": "_rels/.rels", "types": "[Content_Types].xml",
             "first": "xl/worksheets/sheet1.xml"}
    sheets = sheets or [("观测点", data if data is not None else sheet())]
    return archive(parts(sheets, {names.get(name, name): data for name, data in changed.items()}))


class RawZip:
    """Writes an archive field by field, so that it can lie."""

    def __init__(self):
        self.bytes, self.directory, self.count = bytearray(), bytearray(), 0

    def add(self, name, deflated, size, checksum, *, at=None, flags=0, method=8):
        name = name.encode()
        offset = len(self.bytes) if at is None else at
        fields = struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 33, checksum, len(deflated), size, len(name), 0)
        if at is None:
            self.bytes += b"PK\3\4" + fields + name + deflated
        self.directory += b"PK\1\2\x14\0" + fields + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name
        self.count += 1
        return offset

    def add_parts(self, parts):
        for name, data in parts.items():
            self.add(name, deflate(data.encode()), len(data.encode()), zlib.crc32(data.encode()))

    def finish(self):
        count = min(self.count, 0xFFFF)
        end = struct.pack("<HHHHIIH", 0, 0, count, count, len(self.directory), len(self.bytes), 0)
        return bytes(self.bytes + self.directory + b"PK\5\6" + end)


def deflate(data, level=9):
    machine = zlib.compressobj(level, zlib.DEFLATED, -15)
    return machine.compress(data) + machine.flush()


def repeated(before, block, count, after):
    """before + block × count + after, deflated without holding it: flushed blocks can be copied."""
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = machine.compress(before) + machine.flush(zlib.Z_FULL_FLUSH)
    middle = machine.compress(block) + machine.flush(zlib.Z_FULL_FLUSH)
    end = machine.compress(after) + machine.flush()
    checksum = zlib.crc32(before)
    for _ in range(count):
        checksum = zlib.crc32(block, checksum)
    return start + middle * count + end, len(before) + len(block) * count + len(after), zlib.crc32(after, checksum)


def with_big_sheet(before, block, count, after, extra=None, name="xl/worksheets/sheet1.xml", size=None):
    """A workbook one part of which repeats a block; `size` is what the directory says of it instead."""
    raw = RawZip()
    raw.add_parts(parts(changed={name: None, **(extra or {})}))
    data, real, checksum = repeated(before.encode(), block.encode(), count, after.encode())
    raw.add(name, data, real if size is None else size, checksum)
    return raw.finish()


def compound(*streams):
    """The start of a compound file: its header and a directory that names streams."""
    header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) + bytes(62)
        for name in ("Root Entry", *streams))
    return header.ljust(512, b"\xFF") + entries.ljust(4096, b"\0")


# What is made

def archives(big):
    raw = RawZip()
    kernel = deflate(b"<x/>" * 1000)
    raw.add_parts(parts())
    place = raw.add("xl/a.xml", kernel, 4000, zlib.crc32(b"<x/>" * 1000))
    for n in range(1000):
        raw.add(f"xl/{n}.xml", kernel, 4000, zlib.crc32(b"<x/>" * 1000), at=place)
    yield "refused-overlapping-parts.xlsx", raw.finish()
    raw = RawZip()
    place = raw.add("[Content_Types].xml", kernel, 4000, 0)
    for n in range(65_000):
        raw.add("[Content_Types].xml", kernel, 4000, 0, at=place)
    yield "refused-one-part-under-65000-entries.xlsx", raw.finish()

    opening, closing = f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>"
    blank = " " * (1 << 20)
    yield "refused-bomb-1gb.xlsx", with_big_sheet(opening, blank, max(300, big // 1000), closing)
    yield "refused-bomb-ratio.xlsx", with_big_sheet(opening, blank, 100, closing)
    yield "refused-bomb-says-it-is-small.xlsx", with_big_sheet(opening, blank, 300, closing, size=4000)
    yield "refused-bomb-says-it-is-4gb.xlsx", with_big_sheet(opening, blank, 1, closing, size=0xFFFF_FFFE)
    strings = f'<sst xmlns="{MAIN}">'
    for nickname, name, before, after in [
            ("strings", "xl/sharedStrings.xml", strings, "</sst>"),
            ("styles", "xl/styles.xml", f'<styleSheet xmlns="{MAIN}">', "</styleSheet>"),
            ("links", "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">', "</Relationships>"),
            ("types", "[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">', "</Types>")]:
        yield f"refused-bomb-in-{nickname}.xlsx", with_big_sheet(before, blank, 300, after, name=name)
    # Random letters keep the ratio low: as much as can be had below it.
    noise = "".join(random.Random(1).choices("abcdefgh ", k=7000))
    spaces = noise + " " * ((1 << 20) - 7000)
    yield "any-spaces-250mb.xlsx", with_big_sheet(opening + "<!--", spaces, 250 * big // 1_000_000 + 1, "-->" + closing)
    comment = "<!--" + noise + " " * ((1 << 20) - 7007) + "-->"
    yield "any-comments-250mb.xlsx", with_big_sheet(opening, comment, 250 * big // 1_000_000 + 1, closing)

    inner = b"\0" * 1_000_000
    for _ in range(6):
        inner = archive([(f"{n}.zip", inner) for n in range(4)])
    yield "refused-nested-zips.xlsx", inner
    yield "read-nested-zip-as-a-part.xlsx", workbook(**{"xl/media/a.zip": inner})
    yield "read-large-picture.xlsx", workbook(**{"xl/media/a.bmp": bytes(30_000_000)})
    yield "refused-many-parts.xlsx", archive(
        list(parts().items()) + [(f"xl/{n}.xml", b"") for n in range(max(20_000, big // 20))])
    yield "read-stored.xlsx", archive(parts(), zipfile.ZIP_STORED)
    yield "refused-bzip2.xlsx", archive(parts(), zipfile.ZIP_BZIP2)
    yield "refused-lzma.xlsx", archive(parts(), zipfile.ZIP_LZMA)
    raw = RawZip()
    for name, data in parts().items():
        raw.add(name, deflate(data.encode()), len(data.encode()), zlib.crc32(data.encode()), flags=1)
    yield "refused-zip-password.xlsx", raw.finish()
    whole = archive(parts())
    yield "read-comment.xlsx", whole[:-2] + struct.pack("<H", 9) + b"PK\5\6 text"
    yield "any-something-in-front.xlsx", b"MZ" + bytes(510) + whole
    yield "any-something-behind.xlsx", whole + b"\0" * 100_000
    yield "any-two-archives.xlsx", whole + archive(parts([("其他", sheet())]))
    yield "refused-empty-archive.xlsx", b"PK\5\6" + bytes(18)
    for n, name in enumerate([
            "../../../../tmp/evil.xml", "/etc/cron.d/evil", "C:\\Windows\\evil.xml", "..\\..\\evil.xml", "xl/\x01.xml",
            "xl/" + "a" * 60_000, "xl/\u202Egnp.xml", "con", "", "%2e%2e/%2e%2e/evil", "xl/'; DROP TABLE x; --"]):
        yield f"any-part-name-{n}.xlsx", workbook(**{name: "<x/>"})
    link = zipfile.ZipInfo("xl/media/link")
    link.external_attr = 0o120777 << 16
    yield "read-link-as-a-part.xlsx", archive([*parts().items(), (link, "/etc/passwd")])
    yield "refused-part-twice.xlsx", archive([*parts().items(), ("xl/workbook.xml", "<x/>")])
    yield "refused-part-twice-by-case.xlsx", archive([*parts().items(), ("XL/Workbook.xml", "<x/>")])
    yield "any-backslashes.xlsx", archive({name.replace("/", "\\"): data for name, data in parts().items()})


def markup(big):
    for kind, prolog in (("laughs", LAUGHS), ("theft", THEFT), ("remote", REMOTE)):
        text = "&j;" if kind == "laughs" else "&a;" if kind == "theft" else "x"
        yield f"refused-{kind}-in-sheet.xlsx", workbook(sheet(row([text]), prolog=prolog))
        yield f"refused-{kind}-in-strings.xlsx", workbook(strings=shared(text, prolog=prolog))
        for part in ("main", "links", "root", "types"):
            plain = parts()[{"main": "xl/workbook.xml", "links": "xl/_rels/workbook.xml.rels",
                             "root": "_rels/.rels", "types": "[Content_Types].xml"}[part]]
            yield f"refused-{kind}-in-{part}.xlsx", workbook(**{part: prolog + plain})
        yield f"refused-{kind}-in-styles.xlsx", workbook(styles=prolog + f'<styleSheet xmlns="{MAIN}"/>')
        yield f"refused-{kind}-in-document.docx", archive(document(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>", prolog))
        wide = sheet(row([text]), prolog='<?xml version="1.0" encoding="UTF-16"?>' + prolog)
        yield f"refused-{kind}-in-utf16.xlsx", workbook(wide.encode("utf-16"))
    yield "refused-quadratic-entity.xlsx", workbook(
        sheet(row(["&a;" * 10_000]), prolog=f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]>'))
    yield "refused-parameter-entity.xlsx", workbook(
        sheet(prolog='<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>'))
    yield "any-xinclude.xlsx", workbook(sheet(
        before='<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'))
    yield "read-stylesheet-instruction.xlsx", workbook(
        sheet(prolog='<?xml version="1.0"?><?xml-stylesheet href="file:///etc/passwd"?>'))
    depth = big
    yield "refused-deep-sheet.xlsx", with_big_sheet(f'<worksheet xmlns="{MAIN}">', "<a>" * 1000, depth // 1000, "")
    yield "refused-deep-cell.xlsx", workbook(sheet("<row><c>" + "<a>" * depth + "</a>" * depth + "</c></row>"))
    yield "refused-deep-strings.xlsx", workbook(strings=f'<sst xmlns="{MAIN}"><si>' + "<r>" * depth)
    yield "refused-deep-links.xlsx", workbook(links="<a>" * depth)
    yield "refused-deep-document.docx", archive(document("<w:tbl><w:tr><w:tc>" * (depth // 3)))
    many = " ".join(f'a{n}="1"' for n in range(depth // 10))
    yield "refused-many-attributes.xlsx", workbook(sheet(f"<row {many}/>"))
    spaces = " ".join(f'xmlns:a{n}="urn:{n}"' for n in range(depth // 10))
    yield "refused-many-namespaces.xlsx", workbook(sheet(f"<row {spaces}/>"))
    nested = "".join(f'<a xmlns:p{n}="urn:{n}">' for n in range(200))
    yield "any-nested-namespaces.xlsx", workbook(sheet(nested * (depth // 10_000 + 1)))
    yield "any-long-attribute.xlsx", workbook(sheet(f'<row x="{"a" * 20 * big}"/>'))
    yield "any-long-name.xlsx", workbook(sheet(f'<{"a" * 20 * big}/>'))
    yield "any-long-comment.xlsx", workbook(sheet(before=f'<!--{"a" * 20 * big}-->'))
    yield "any-long-instruction.xlsx", workbook(sheet(before=f'<?x {"a" * 20 * big}?>'))
    yield "any-open-comment.xlsx", workbook(sheet(before="<!--" * big))
    yield "any-open-cdata.xlsx", workbook(sheet(row(["<![CDATA[" * (big // 10)])))
    yield "any-many-references.xlsx", workbook(sheet(row(["&#65;" * (big // 100)])))
    for n, text in enumerate([
            "&#0;", "&#xFFFFFFFF;", "&#x110000;", "&#xD800;", "&nosuch;", "&", "<", "]]>", "\x01", "\uFFFE"]):
        yield f"any-character-{n}.xlsx", workbook(sheet(row(list(HEADER)) + row(["X001", "9.1.1", 2025, text])))
    for n, (before, after) in enumerate([
            (b"\xEF\xBB\xBF", b""), (b"", b"\0"), (b"\0", b""), (b" ", b""), (b"", b"<x/>"), (b"", b"text"),
            (b'<?xml version="1.0" encoding="GBK"?>', b""), (b'<?xml version="1.0" encoding="UTF-7"?>', b""),
            (b'<?xml version="1.1"?>', b""), (b'<?xml version="1.0" encoding="UTF-16"?>', b"")]):
        yield f"any-around-{n}.xlsx", workbook(before + sheet().encode() + after)
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"):
        yield f"any-{encoding}.xlsx", workbook(sheet().encode(encoding))
    yield "any-broken-utf8.xlsx", workbook(sheet(row(["X"])).encode().replace(b"X", b"\xE4\xBD\xFF\xC0\x80"))


def sheets(big):
    yield "read-plain.xlsx", workbook()
    yield "refused-no-cells.xlsx", workbook(sheet(""))
    yield "refused-no-header.xlsx", workbook(sheet(row(["甲", "乙"]) * 50))
    head, cells = row(HEADER), "".join(map(row, FIGURES[1:]))
    # As WPS leaves them behind, and so alike that they may as well be a bomb.
    yield "read-million-empty-rows.xlsx", workbook(sheet(head + cells + "".join(
        f'<row r="{n}" spans="1:5" ht="14.25" customHeight="1"/>' for n in range(4, big))))
    yield "any-million-bare-rows.xlsx", workbook(sheet(head + "<row/>" * big + cells))
    yield "any-million-empty-cells.xlsx", workbook(sheet(head + cells + ("<row>" + '<c s="1"/>' * 16 + "</row>") * (big // 16)))
    yield "any-million-blank-texts.xlsx", workbook(sheet(head + (row([" "] * 5)) * (big // 5)))
    yield "read-dimension.xlsx", workbook(sheet(before='<dimension ref="A1:XFD1048576"/>'))
    yield "any-last-row.xlsx", workbook(sheet(head + '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))
    yield "any-last-column.xlsx", workbook(sheet(head + '<row r="2"><c r="XFD2"><v>1</v></c></row>'))
    yield "any-wide-rows.xlsx", workbook(sheet(head + '<row><c r="A{0}"/></row>' + "".join(
        f'<row r="{n}"><c r="ALL{n}"><v>1</v></c></row>' for n in range(3, big // 50))))
    for n, r in enumerate(["0", "-1", "1048577", "99999999999999999999", "x", "", "1.5"]):
        yield f"any-row-number-{n}.xlsx", workbook(sheet(head + f'<row r="{r}"><c><v>1</v></c></row>'))
    for n, r in enumerate(["A0", "A", "1", "AAAA1", "A99999999999", "XFE2", "a2", "$A$2", "A2:B3", "一2", "ZZZZZZZZZZ2"]):
        yield f"any-cell-address-{n}.xlsx", workbook(sheet(head + f'<row><c r="{r}"><v>1</v></c></row>'))
    values = ["1E+999999999", "-1e-999999999", "9" * 100_000, "0." + "0" * 100_000 + "1", "NaN", "INF", "-", "1,000",
              "0x10", "1e", "", " ", "१२", "１２", "4.9E-324", "1.7976931348623157E+308"]
    for n, value in enumerate(values):
        yield f"any-number-{n}.xlsx", workbook(sheet(
            head + f'<row>{cell("X001")}{cell("9.1.1")}{cell(2025)}<c><v>{value}</v></c></row>'))
    for n, value in enumerate(["99999", "-1", "4294967296", "1.5", "x", ""]):
        yield f"any-string-index-{n}.xlsx", workbook(sheet(head + f'<row><c t="s"><v>{value}</v></c></row>'), strings=shared("甲"))
        yield f"any-style-index-{n}.xlsx", workbook(sheet(head + f'<row><c s="{value}"><v>1</v></c></row>'))
    dates = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>'
    for n, value in enumerate(["-1", "0", "60", "2958466", "1e300", "45000.999999999"]):
        for style in (0, 1):
            yield f"any-date-{n}-{style}.xlsx", workbook(
                sheet(head + f'<row>{cell("X001")}{cell("9.1.1")}{cell(2025)}<c s="{style}"><v>{value}</v></c></row>'), styles=dates)
    for n, kind in enumerate(["s", "str", "inlineStr", "b", "e", "d", "n", "x", ""]):
        yield f"any-cell-type-{n}.xlsx", workbook(sheet(head + f'<row><c t="{kind}"><v>1</v><is><t>1</t></is><f>1+1</f></c></row>'))
    yield "read-formula-without-value.xlsx", workbook(
        sheet(head + f'<row>{cell("X001")}{cell("9.1.1")}{cell(2025)}<c><f>WEBSERVICE("http://127.0.0.1:9/")</f></c></row>'))
    yield "read-injection.xlsx", workbook(sheet(head + row(["X001", "9.1.1", 2025, "=cmd|' /C calc'!A0", "@SUM(1)"])))
    for size in (32_767, 131_073, 10 * big):
        yield f"any-text-of-{size}.xlsx", workbook(sheet(head + row(["X001", "1.1.1", 2025, "字" * size])))
        yield f"any-shared-text-of-{size}.xlsx", workbook(sheet(), strings=shared("字" * size))
    yield "any-many-strings.xlsx", with_big_sheet(
        f'<sst xmlns="{MAIN}">', "<si/>" * 1000 + "".join(random.Random(2).choices("\n\t ", k=300)), 9 * big // 1000, "</sst>",
        name="xl/sharedStrings.xml")
    yield "any-merged.xlsx", workbook(sheet(after="<mergeCells>" + '<mergeCell ref="A2:E1048576"/>' * (big // 10) + "</mergeCells>"))
    yield "any-bad-merge.xlsx", workbook(sheet(after='<mergeCells><mergeCell ref="E9:A1"/><mergeCell ref="x"/></mergeCells>'))
    tall = "".join(f'<mergeCell ref="A{n}:A{n + 1}"/>' for n in range(3, big // 10, 2))
    yield "any-many-merged-and-many-rows.xlsx", workbook(
        sheet(head + row(["X001", "9.1.1", 2025, 12, "甲"]) * (big // 10), after=f"<mergeCells>{tall}</mergeCells>"))
    yield "any-many-sheets.xlsx", workbook(sheets=[(f"表{n}", sheet()) for n in range(max(10, big // 1000))])
    yield "any-too-many-sheets.xlsx", workbook(sheets=[(f"表{n}", sheet()) for n in range(1100)])
    names = ["观测点", "观测点", "", "a" * 1000, "a\nb", "../../x", "[x]*?:/\\'", "&#x202E;x", "=1+1", "&lt;b&gt;"]
    yield "any-sheet-names.xlsx", workbook(sheets=[(name, sheet()) for name in names])


def amplified(big):
    """A little that refers many times to the same much, and much of what is looked up one by one."""
    text = "字" * 10_000
    count = big // 5
    strings = shared(*HEADER, "X001", "9.1.1", "2025", text + "甲", text + "乙")

    def rows(pattern):
        return "".join("<row>" + "".join(f'<c t="s"><v>{n}</v></c>' for n in numbers) + "</row>" for numbers in pattern)

    head = rows([range(5)])
    pairs = [(5, 6, 7, 8 + n % 2, 9 - n % 2) for n in range(2)]
    yield "any-long-text-everywhere.xlsx", workbook(sheet(head + rows(pairs) * (count // 2)), strings=strings)
    yield "any-long-text-in-headers.xlsx", workbook(
        sheets=[(f"表{n}", sheet(rows([[8] * 1000] * 19) + head)) for n in range(min(100, big // 10_000))], strings=strings)
    yield "any-long-text-beside.xlsx", workbook(
        sheet(head + rows([[5, 6, 7, 7, 7] + [8] * 500]) * (big // 1000)), strings=strings)
    columns = ("编号", "层级", "地区", "标题", "文号", "发文单位", "发文日期", "是否有效", "佐证材料")
    body = f'<row><c><v>{{}}</v></c>' + f'<c t="s"><v>0</v></c>' * 40 + "</row>"
    yield "any-long-text-in-register.xlsx", workbook(
        sheet(row(columns) + "".join(body.format(n) for n in range(big // 200))), strings=shared(text))
    long = "".join(row([f"X{n:07}", "9.1.1", 2025, 1, ""]) for n in range(big // 4))
    yield "any-many-consortia.xlsx", workbook(sheet(row(HEADER) + long))
    figures = ("联合体编号", "观测点编号", "2025年实际")
    yield "any-many-consortia-in-figures.xlsx", workbook(
        sheet(row(figures) + "".join(row([f"X{n:07}", "9.1.1", 1]) for n in range(big // 4))))
    funds = ("联合体编号", "经费", "经费来源", "2025年实际", "2025年计划")
    yield "any-many-consortia-in-funds.xlsx", workbook(
        sheet(row(funds) + "".join(row([f"X{n:07}", "专项经费", "政府核拨", 1, 2]) for n in range(big // 4))))
    # As CSV.
    rows = big
    yield "any-many-consortia.csv", CSV_HEADER + "".join(f"X{n:07},9.1.1,2025,1,\n" for n in range(rows))
    yield "any-unknown-codes.csv", CSV_HEADER + "".join(f"X001,9.{n}.77,2025,1,\n" for n in range(rows))
    yield "any-unknown-long-codes.csv", CSV_HEADER + f"X001,{'九' * 1000},2025,1,\n" * (rows // 20)
    yield "any-not-numbers.csv", CSV_HEADER + "X001,9.1.1,2025,约十二人,甲\n" * (rows // 2)
    yield "any-repeated-rows.csv", CSV_HEADER + "X001,9.1.1,2025,12,甲\n" * rows
    yield "any-many-evidence.csv", CSV_HEADER + "".join(f"X001,9.1.1,2025,12,材料{n}\n" for n in range(rows))
    yield "any-manifest.csv", "文件,收到日期,报送单位\n" + "".join(f"../../etc/{n}.csv,2025-03-01,甲\n" for n in range(rows // 2))
    yield "any-incidents.csv", "编号,联合体编号,发生日期,领域,程度,不良影响,核查状态,佐证材料\n" + "".join(
        f"I{n},X{n},2025-01-01,安全,一般,是,线索,\n" for n in range(rows // 4))
    yield "any-register.csv", "编号,名称,类型,省份,市州\n" + "".join(
        f"X{n:07},甲{n},市域产教联合体,430000,430100\n" for n in range(rows // 4))


def links(big):
    target = "worksheets/sheet1.xml"
    for n, path in enumerate([
            "../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/sheet.xml", "", "/", "..",
            ".", "workbook.xml", "sharedStrings.xml", "worksheets/SHEET1.XML", "/xl/worksheets/sheet1.xml",
            "./worksheets/../worksheets/sheet1.xml", "worksheets%2Fsheet1.xml", "worksheets\\sheet1.xml",
            "worksheets/sheet1.xml#a", "a/" * 10_000 + "x", "../" * 10_000 + "x"]):
        yield f"any-target-{n}.xlsx", workbook(links=relationships(("worksheet", path)))
    yield "refused-external-sheet.xlsx", workbook(links=relationships(("worksheet", target), mode=' TargetMode="External"'))
    yield "refused-no-links.xlsx", workbook(links=None)
    yield "refused-no-root.xlsx", workbook(root=None)
    yield "refused-no-types.xlsx", workbook(types=None)
    yield "refused-no-main.xlsx", workbook(main=None)
    yield "refused-no-sheet-part.xlsx", workbook(first=None)
    yield "refused-other-type.xlsx", workbook(links=relationships(("urn:x/y", target)))
    yield "refused-chart-only.xlsx", workbook(links=relationships(("chartsheet", target)))
    yield "refused-same-part-twice.xlsx", workbook(
        sheets=[("甲", sheet()), ("乙", sheet())], links=relationships(("worksheet", target), ("worksheet", target)))
    yield "refused-root-to-itself.xlsx", workbook(root=relationships(("officeDocument", "_rels/.rels")))
    yield "refused-many-links.xlsx", workbook(links=relationships(*[("worksheet", target)] * max(20_000, big // 10)))
    yield "any-links-without-attributes.xlsx", workbook(
        links=f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship/></Relationships>')
    tab = f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>{{}}</sheets></workbook>'
    for n, inner in enumerate(["", "<sheet/>", '<sheet name="甲" r:id=""/>', '<sheet r:id="r1"/>' * 2,
                               '<sheet name="甲" r:id="r1" state="none"/>']):
        yield f"any-tabs-{n}.xlsx", workbook(main=tab.format(inner))


def documents(big):
    paragraph = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
    table = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    yield "any-plain.docx", archive(document(paragraph))
    yield "any-empty.docx", archive(document(""))
    yield "any-many-paragraphs.docx", archive(document(paragraph * (big // 2)))
    yield "any-many-cells.docx", archive(document("<w:tbl>" + ("<w:tr>" + f"<w:tc>{paragraph}</w:tc>" * 50 + "</w:tr>") * (big // 50) + "</w:tbl>"))
    nested = paragraph
    for _ in range(200):
        nested = table.format(nested)
    yield "any-nested-tables.docx", archive(document(nested))
    for n, span in enumerate(["0", "-1", "1000000000", "99999999999999999999", "x"]):
        yield f"any-span-{n}.docx", archive(document(table.format(f'<w:tcPr><w:gridSpan w:val="{span}"/><w:vMerge/></w:tcPr>{paragraph}')))
    yield "any-long-text.docx", archive(document(paragraph.replace("甲", "甲" * 5 * big)))
    yield "refused-workbook-as.docx", archive({"a.txt": "甲"})
    yield "read-workbook.docx", workbook()
    yield "any-document.xlsx", archive(document(paragraph))


def disguises(big):
    html = "<html><head><meta charset='gbk'></head><body><table><tr><td>联合体编号</td></tr></table></body></html>"
    samples = {
        "html": html.encode("gbk"), "pdf": b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj<<>>endobj\n" + bytes(range(256)) * 20,
        "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "jpeg": b"\xFF\xD8\xFF\xE0\0\x10JFIF" + bytes(500),
        "gzip": b"\x1f\x8b\x08\0" + bytes(100), "rar": b"Rar!\x1a\x07\x01\0" + bytes(100), "7z": b"7z\xBC\xAF\x27\x1C" + bytes(100),
        "rtf": b"{\\rtf1\\ansi}", "json": b'{"a":1}', "xml2003": b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        "zeros": bytes(10_000), "noise": random.Random(3).randbytes(10_000), "byte": b"P", "signature": b"PK\3\4",
        "xls": compound("Workbook"), "old-xls": compound("Book"), "doc": compound("WordDocument"),
        "encrypted": compound("EncryptionInfo", "EncryptedPackage"), "cut-compound": compound("Workbook")[:600],
        "biff5": b"\x09\x08\x08\0\0\x05\x10\0" + bytes(200), "zip": archive({"a.csv": CSV_HEADER}),
        "ods": archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
        "empty": b"",
    }
    for name, data in samples.items():
        for suffix in ("xlsx", "docx", "xls", "csv", "et"):
            yield f"refused-{name}.{suffix}", data
    yield "read-csv-as.xlsx", CSV_HEADER + "X001,9.1.1,2025,12,甲\n"
    yield "read-csv-as.docx", (CSV_HEADER + "X001,9.1.1,2025,12,甲\n").encode("gbk")
    yield "read-workbook-as.csv", workbook()
    yield "read-workbook-as.xls", workbook()
    try:
        from msoffcrypto.format.ooxml import OOXMLFile
        locked = io.BytesIO()
        OOXMLFile(io.BytesIO(workbook())).encrypt("密码", locked)
        yield "refused-password.xlsx", locked.getvalue()
    except ImportError:
        pass  # The compound file of `encrypted` stands for it.


def texts(big):
    line = "X001,9.1.1,2025,12,甲\n"
    good = CSV_HEADER + line
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"):
        yield f"read-{encoding}.csv", good.encode(encoding)
    for encoding in ("utf-32", "utf-16-le", "big5", "shift_jis"):
        yield f"any-{encoding}.csv", good.replace("联", "連").encode(encoding, "replace")
    yield "refused-nul.csv", good.replace("12", "1\0")
    yield "refused-open-quote.csv", good + '"' + line * (big // 100)
    yield "any-quotes.csv", good + '""""' * (big // 4)
    yield "refused-after-quote.csv", good + '"X001"x,9.1.1,2025,12,甲\n'
    yield "refused-long-line.csv", CSV_HEADER + "x" * max(200_000, 20 * big)
    yield "refused-many-columns.csv", CSV_HEADER + "," * max(2_000, big)
    yield "read-million-empty-lines.csv", good + "\n" * big
    yield "any-million-blank-rows.csv", good + ",,,,\n" * big
    yield "read-header-only.csv", CSV_HEADER
    yield "refused-mark-only.csv", b"\xEF\xBB\xBF"
    yield "refused-lines-only.csv", "\r\n" * 1000
    yield "refused-mixed-encodings.csv", good.encode() + line.encode("gbk")
    yield "refused-half-character.csv", good.encode("gbk") + b"\x81"
    yield "refused-odd-utf16.csv", good.encode("utf-16") + b"x"
    yield "read-escapes.csv", CSV_HEADER + "X\x1b[31m001,9.1.1,2025,\x1b]0;x\x07,\x1b[2J\n"
    yield "read-injection.csv", CSV_HEADER + 'X001,9.1.1,2025,12,"=HYPERLINK(""http://127.0.0.1:9/"")"\n@SUM,+1,-1,=1,"\t=1"\n'
    for n, value in enumerate(["1e999999999", "9" * 100_000, "-0", "٣", "1/0", "Infinity", "0x1F", "1_000", "1,2,3", "½", "十二"]):
        yield f"any-value-{n}.csv", CSV_HEADER + f'X001,9.1.1,2025,"{value}",甲\n'
    for n, year in enumerate(["0", "-2025", "99999", "2025.5", "二〇二五", "2025年", "９９９９９９９９９９９９"]):
        yield f"any-year-{n}.csv", CSV_HEADER + f"X001,9.1.1,{year},12,甲\n"


def damaged(wholes, count, seed):
    """Wholes cut off and with a few bits the other way."""
    for name, whole in wholes.items():
        stem, suffix = name.rsplit(".", 1)
        rng = random.Random(f"{seed} {name}")
        for n in range(count):
            yield f"any-cut-{stem}-{n:03}.{suffix}", whole[:len(whole) * n // count + rng.randrange(max(1, len(whole) // count))]
            bits = bytearray(whole)
            for _ in range(rng.choice((1, 1, 2, 8, 64))):
                bits[rng.randrange(len(bits))] ^= 1 << rng.randrange(8)
            yield f"any-flipped-{stem}-{n:03}.{suffix}", bytes(bits)
            start = rng.randrange(len(whole))
            end = min(len(whole), start + rng.randrange(1, 200))
            yield f"any-dropped-{stem}-{n:03}.{suffix}", whole[:start] + whole[end:]
            bits = bytearray(whole)
            # The fields of the directory matter most.
            place = rng.randrange(len(bits) - min(len(bits), 2000), len(bits) - 4)
            bits[place:place + 4] = rng.choice((b"\xFF\xFF\xFF\xFF", b"\0\0\0\0", b"\xFF\xFF\xFF\x7F", b"\0\0\0\x80"))
            yield f"any-field-{stem}-{n:03}.{suffix}", bytes(bits)


def beside(folder, big):
    """What can lie in a folder that is no plain file of a plain name."""

    good = (CSV_HEADER + "X001,9.1.1,2025,12,甲\n").encode()

    def put(name, data=good):
        path = os.path.join(os.fsencode(folder), name if isinstance(name, bytes) else name.encode())
        with open(path, "wb") as file:
            file.write(data)
        return path
    os.symlink("/etc/passwd", folder / "skipped-link.csv")
    os.symlink("/nowhere", folder / "skipped-dangling-link.xlsx")
    os.symlink("skipped-link-to-itself.xlsx", folder / "skipped-link-to-itself.xlsx")
    os.symlink(".", folder / "skipped-link-to-folder")
    os.mkfifo(folder / "skipped-pipe.xlsx")
    os.mkfifo(folder / "skipped-pipe.csv")
    with socket.socket(socket.AF_UNIX) as listener:
        home = os.getcwd()
        os.chdir(folder)  # The path of a socket is short.
        listener.bind("skipped-socket.csv")
        os.chdir(home)
    os.truncate(put("refused-sparse.csv", b""), max(big, 1) * 1074)
    os.truncate(put("refused-sparse.xlsx", b""), max(big, 1) * 1074)
    os.truncate(put("refused-sparse-100mb.csv", b""), max(big, 1) * 100)
    for name in ["read-new\nline.csv", "read-quote'\".csv", "read-$(touch pwned).csv", "read-; rm -rf x.csv", "read-|x.csv",
                 "read-\x1b[31mred.csv", "read-\u202Evsc.csv", "read-emoji😀.csv", "read- blanks  .csv", "read-.csv.csv",
                 "read-%s%n%d.csv", "read-<b>&amp;.csv", "read-" + "长" * 81 + ".csv", "read-UPPER.CSV", "read-\\..\\x.csv"]:
        put(name)
    put("read-中文文件名.csv".encode("gbk"))
    put("refused-中文文件名.xlsx".encode("gbk"), b"")
    put(b"read-\xFF\xFE\x80.csv")
    put("refused-" + "长" * 80 + ".xlsx", b"")
    put(".skipped-hidden.csv")
    put("~$skipped-lock.xlsx")
    deep = folder / "skipped-deep"
    for n in range(60):
        deep = deep / f"层{n}"
    deep.mkdir(parents=True)
    (deep / "read-deep.csv").write_bytes(good)
    (folder / "skipped-folder.xlsx").mkdir()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workbook", type=pathlib.Path)
    options = parser.parse_args()
    big = 1_000_000 // options.scale
    options.folder.mkdir(parents=True)
    wholes = {"small.xlsx": workbook(strings=shared("甲")), "small.docx": archive(document("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")),
              "stored.xlsx": archive(parts(), zipfile.ZIP_STORED)}
    if options.workbook:
        wholes["real" + options.workbook.suffix] = options.workbook.read_bytes()
    count = 0
    for family in (archives, markup, sheets, amplified, links, documents, disguises, texts):
        for name, data in family(big):
            (options.folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
            count += 1
    for name, data in damaged(wholes, options.sample, options.seed):
        (options.folder / name).write_bytes(data)
        count += 1
    beside(options.folder, big)
    print(f"{count} files and what lies beside them: {options.folder}")


if __name__ == "__main__":
    main()
