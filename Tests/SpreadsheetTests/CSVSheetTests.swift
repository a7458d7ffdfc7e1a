@testable import Spreadsheet
import Testing

struct CSVSheetTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,\n,b\n", [["a", ""], ["", "b"]]),
        ("\n\na\n\r\n\nb", [["a"], ["b"]]),
        ("\"\"\na", [[""], ["a"]]),
        ("\"a,b\",\"c\nd\"\n", [["a,b", "c\nd"]]),
        ("\"say \"\"yes\"\"\",\"\"\"\"\n", [["say \"yes\"", "\""]]),
        ("5\" pipe,x\n", [["5\" pipe", "x"]]),
        ("a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
        ("", []),
    ])
    func `rows are taken apart`(text: String, rows: [[String]]) throws {
        #expect(try CSVSheet(DecodedText(text)).texts() == rows)
    }

    @Test(arguments: [("semicolon.csv", ";"), ("tab.csv", "\t"), ("cr-only.csv", ","), ("utf8.csv", ",")])
    func `the separator is told from the first lines`(name: String, separator: String) throws {
        let sheet = CSVSheet(try DecodedText(fixture(name).bytes))
        #expect(sheet.separator == separator.utf8.first)
        #expect(try sheet.texts() == CSVSheet(try DecodedText(fixture("utf8.csv").bytes)).texts())
    }

    @Test func `a row is known by the line it starts on`() throws {
        var numbers: [Int] = []
        var last: Cell?
        try CSVSheet(DecodedText(fixture("embedded-newline.csv").bytes)).forEachRow { row in
            numbers.append(row.number)
            last = row.cell(at: 1)
        }
        #expect(numbers == [1, 2, 4, 5])
        #expect(last == Cell(address: CellAddress(row: 5, column: 2), type: .text, text: "x"))
    }

    @Test func `only as many rows are read as asked for`() throws {
        var count = 0
        try CSVSheet(DecodedText("a\nb\n\"c")).forEachRow(limit: 2) { _ in count += 1 }
        #expect(count == 2)
    }

    @Test(arguments: [
        ("unterminated-quote.csv", CSVError.Problem.unterminatedQuote, 3, 2),
        ("text-after-quote.csv", .textAfterQuote, 2, 2),
    ])
    func `a quote that does not close is refused at its place`(
        name: String, problem: CSVError.Problem, row: Int, column: Int
    ) throws {
        let sheet = CSVSheet(try DecodedText(fixture(name).bytes))
        #expect(throws: CSVError(problem: problem, address: CellAddress(row: row, column: column))) {
            try sheet.texts()
        }
    }

    @Test(arguments: [
        ("a,b\n1,\u{0}\n", CSVError.Problem.nul, 2, 2),
        ("a,\"\u{0}\"\n", .nul, 1, 2),
        ("a\n123456\n", .cellTooLong(limit: 5), 2, 1),
        ("a\n\"123456\"\n", .cellTooLong(limit: 5), 2, 1),
        ("a,b,c,d\n", .tooManyColumns(limit: 3), 1, 4),
        ("a\nb\nc\n", .tooManyRows(limit: 2), 3, 1),
    ])
    func `what goes beyond the limits is refused at its place`(
        text: String, problem: CSVError.Problem, row: Int, column: Int
    ) {
        let sheet = CSVSheet(
            DecodedText(text), separator: UInt8(ascii: ","), limits: SheetLimits(cellLength: 5, columns: 3, rows: 2))
        #expect(throws: CSVError(problem: problem, address: CellAddress(row: row, column: column))) {
            try sheet.texts()
        }
    }

    @Test func `a row that was kept keeps its cells`() throws {
        var rows: [Row] = []
        try CSVSheet(DecodedText("a,\"b\"\"\"\nc,d\n")).forEachRow { rows.append(copy $0) }
        #expect(rows.map { $0.cells.map(\.text) } == [["a", "b\""], ["c", "d"]])
    }
}
