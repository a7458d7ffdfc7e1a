@testable import Spreadsheet
import Testing

struct TextEncodingTests {
    @Test(arguments: [
        ("utf8.csv", TextEncoding.utf8), ("bom.csv", .utf8WithMark), ("utf16.csv", .utf16LittleEndian),
        ("utf16-big-endian.csv", .utf16BigEndian), ("gbk.csv", .gb18030),
    ])
    func `the same table comes out of every encoding`(name: String, encoding: TextEncoding) throws {
        let text = try DecodedText(fixture(name).bytes)
        #expect(text.encoding == encoding)
        #expect(
            try CSVSheet(text).texts() == [
                ["编号", "名称", "备注"], ["C001", "示例产教联合体", "含，全角逗号"], ["C002", "龙芯示范联合体", "“引号”"],
                ["C003", "鼎新联合体", ""],
            ])
    }

    @Test func `UTF-16 without a mark is told by its zeros`() throws {
        let text = try DecodedText(fixture("utf16-without-bom.csv").bytes)
        #expect(text.encoding == .utf16LittleEndian)
        #expect(try CSVSheet(text).texts().last == ["C002", "龙", "2"])
    }

    @Test func `characters of four bytes are read`() throws {
        let text = try DecodedText(fixture("gb18030-four-bytes.csv").bytes)
        #expect(text.encoding == .gb18030)
        #expect(try CSVSheet(text).texts().last == ["C004", "𠮷㐂联合体", "€"])
    }

    @Test(arguments: [
        ("truncated-gb18030.csv", TextDecodingError(encoding: .gb18030, problem: .truncated, offset: 85)),
        ("truncated-utf8.csv", TextDecodingError(encoding: .utf8, problem: .truncated, offset: 115)),
        ("damaged-utf8.csv", TextDecodingError(encoding: .utf8, problem: .invalid, offset: 74)),
        ("nul-byte.csv", TextDecodingError(encoding: .utf8, problem: .nul, offset: 15)),
    ])
    func `what is in no encoding is refused with the byte`(name: String, error: TextDecodingError) throws {
        let bytes = try fixture(name).bytes
        #expect(throws: error) { try DecodedText(bytes) }
    }

    @Test func `a lone surrogate is not UTF-16`() {
        #expect(throws: TextDecodingError(encoding: .utf16LittleEndian, problem: .invalid, offset: 4)) {
            try DecodedText([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xDC, 0x41, 0x00])
        }
    }

    @Test func `bytes that GB18030 lacks are refused`() {
        #expect(throws: TextDecodingError(encoding: .gb18030, problem: .invalid, offset: 2)) {
            try DecodedText([0x61, 0x2C, 0xFF, 0xFF, 0x0A])
        }
    }

    @Test func `a text longer than the converter's block is whole`() throws {
        let text = String(repeating: "市域产教联合体,", count: 20_000)
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try DecodedText(bytes).string == text)
    }
}
