@testable import Spreadsheet
import Testing

struct XMLReaderTests {
    private static func problem(_ text: String, windowSize: Int = 1 << 16) -> (XMLProblem?, TextPosition?) {
        let error = #expect(throws: OfficeFileError.self) {
            _ = try XMLEvents(Array(text.utf8), windowSize: windowSize)
        }
        guard case .malformedXML(let problem) = error?.problem else { return (nil, nil) }
        return (problem, error?.position)
    }

    @Test(arguments: [
        ("<a/>", "<a></a>"),
        ("<?xml version=\"1.0\"?>\n<!-- x --><a b='1' c=\"2\">x</a>\n<?pi?>", "<a b=1 c=2>[x]</a>"),
        ("<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x4E2D;</a>", "<a>[<&>\"'A中]</a>"),
        ("<a>1\r\n2\r3\n</a>", "<a>[1\n2\n3\n]</a>"),
        ("<a><![CDATA[<b>&amp;]]]>x</a>", "<a>[<b>&amp;]x]</a>"),
        ("<a b=' x\t&#10;y\r\nz '/>", "<a b= x \ny z ></a>"),
        ("<a>x<b/>y</a>", "<a>[x]<b></b>[y]</a>"),
        ("<a>]] ></a>", "<a>[]] >]</a>"),
        ("\u{FEFF}<a>\u{4E2D}\u{1F600}</a>", "<a>[中😀]</a>"),
        (
            "<x:a xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' x:b='1'><c xmlns='u'/><x:d/></x:a>",
            "<spreadsheet|a spreadsheet|b=1><other|c></other|c><spreadsheet|d></spreadsheet|d></spreadsheet|a>"
        ),
        (
            "<a xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><b xmlns=''/><c/></a>",
            "<spreadsheet|a><b></b><spreadsheet|c></spreadsheet|c></spreadsheet|a>"
        ),
        ("<a xml:space='preserve'> </a>", "<a xml|space=preserve>[ ]</a>"),
    ])
    func `a document is read, through windows of any size`(text: String, events: String) throws {
        for size in [8, 9, 13, 1 << 16] {
            #expect(try XMLEvents(Array(text.utf8), windowSize: size).description == events)
        }
        for encoded in [XMLEvents.utf16(text, isBigEndian: true), XMLEvents.utf16(text, isBigEndian: false)] {
            #expect(try XMLEvents(encoded, windowSize: 16).description == events)
        }
    }

    private static let malformed: [(String, XMLProblem, Int, Int)] = [
        ("", .noElement, 1, 1),
        ("<a>", .endsTooSoon, 1, 4),
        ("<a>\n  <b></a>", .mismatchedTag(expected: "b", found: "a"), 2, 6),
        ("<a>\n中<b c=1/></a>", .syntax, 2, 9),
        ("<a/>x", .contentAfterEnd, 1, 5),
        ("<a/><b/>", .contentAfterEnd, 1, 5),
        ("x<a/>", .syntax, 1, 1),
        ("<a>&nbsp;</a>", .unknownEntity("nbsp"), 1, 4),
        ("<a>&#0;</a>", .invalidCharacter, 1, 4),
        ("<a>& b</a>", .syntax, 1, 4),
        ("<a>\u{1}</a>", .invalidCharacter, 1, 4),
        ("<a b='1' b='2'/>", .duplicateAttribute("b"), 1, 10),
        ("<a b='<'/>", .syntax, 1, 7),
        ("<a b='1'c='2'/>", .syntax, 1, 9),
        ("<x:a/>", .undeclaredPrefix("x"), 1, 2),
        ("<a x:b='1'/>", .undeclaredPrefix("x"), 1, 4),
        ("<a>]]></a>", .syntax, 1, 4),
        ("<!doctype a><a/>", .syntax, 1, 1),
        ("<a><!-- -- --></a>", .syntax, 1, 9),
        ("<?xml version='1.0' encoding='GBK'?><a/>", .unsupportedEncoding("GBK"), 1, 1),
        (" <?xml version='1.0'?><a/>", .syntax, 1, 2),
        ("<a:b:c xmlns:a='u'/>", .syntax, 1, 5),
        ("<1a/>", .syntax, 1, 2),
    ]

    @Test(arguments: malformed)
    func `what is not well-formed is refused with its place`(text: String, problem: XMLProblem, line: Int, column: Int)
    {
        for size in [8, 1 << 16] {
            let found = Self.problem(text, windowSize: size)
            #expect(found.0 == problem)
            #expect(found.1 == TextPosition(line: line, column: column))
        }
    }

    @Test func `bytes that are no characters are refused`() {
        let files: [[UInt8]] = [
            [0x3C, 0x61, 0x3E, 0xFF], [0x3C, 0x61, 0x3E, 0xE4, 0xB8], [0xFE, 0xFF, 0xD8, 0, 0, 0x41],
            [0xFF, 0xFE, 0x3C],
        ]
        for bytes in files {
            #expect(throws: OfficeFileError.self) { try XMLEvents(bytes) }
        }
    }

    @Test func `an element can be passed over, and its text taken`() throws {
        var xml = try XMLReader(Array("<a><b><c>x</c>y</b><d>z</d></a>".utf8), windowSize: 8)
        _ = try xml.next()
        _ = try xml.next()
        try xml.skip()
        #expect(xml.depth == 1)
        _ = try xml.next()
        let isAtLast = xml.isAt(.none, "d")
        #expect(isAtLast)
        var text: [UInt8] = []
        try xml.readText(into: &text, limit: 10)
        #expect(text == [UInt8(ascii: "z")])
        #expect(xml.depth == 1)
    }
}
