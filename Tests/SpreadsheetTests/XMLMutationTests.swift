@testable import Spreadsheet
import TestSupport
import Testing

/// Our reader held against expat on documents that are nearly right, by a seeded generator: what one reads the other
/// reads, and the same, but for what we refuse for its own sake.
struct XMLMutationTests {
    private static let mutation = Mutation(
        alphabet: Array("<>/=\"'&;:! ?-[]xmlnsab#1\r\n\t".utf8) + [0, 1, 0x7F, 0xE4, 0xB8, 0xAD, 0xFF])

    static let documents = [
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <!-- of all kinds --><x:a xmlns:x="u" xmlns="v" x:k='1&amp;2' k="&#65; "><b>甲\r\n&lt;乙&gt;</b><![CDATA[<c>]]]></x:a>
        """,
        """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="s"><sheetData>\
        <row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1&amp;"x"</f><v>1.5</v></c></row>\
        </sheetData><x r:id="rId1"/></worksheet>
        """,
        "<a><?pi some thing?><b c='d'><e xmlns='f'><g/></e></b> text <!-- comment - here --> more\r</a>\n",
    ]

    @Test(arguments: documents)
    func `a mutated document is read as expat reads it, through windows of any size`(document: String) throws {
        var random = SeededNumbers(seed: document.utf8.reduce(1) { $0 &* 31 &+ UInt64($1) })
        var outcomes = (read: 0, refused: 0)
        for _ in 0..<1_500 {
            let bytes = Self.mutation(Array(document.utf8), changes: 0...3, &random)
            let expected = XMLEvents(expat: bytes)?.description
            for windowSize in [8, 1 << 16] {
                do {
                    let events = try XMLEvents(bytes, windowSize: windowSize).description
                    if events != expected {
                        let document = String(decoding: bytes, as: UTF8.self)
                        Issue.record("\(document)\nours:  \(events)\nexpat: \(expected ?? "refused")")
                    }
                    outcomes.read += 1
                } catch {
                    if let expected, !Self.isOurs(error) {
                        Issue.record("\(String(decoding: bytes, as: UTF8.self))\nours:  \(error)\nexpat: \(expected)")
                    }
                    outcomes.refused += 1
                }
            }
        }
        // Both happen, or the mutations are no test.
        #expect(outcomes.read > 300 && outcomes.refused > 300)
    }

    /// What expat reads and we refuse: declarations of document types, and encodings that office files do not have.
    private static func isOurs(_ error: OfficeFileError) -> Bool {
        switch error.problem {
        case .malformedXML(.documentType), .malformedXML(.unsupportedEncoding): true
        default: false
        }
    }
}
