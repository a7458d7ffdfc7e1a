extension CellAddress: CustomStringConvertible {
    /// The last row and column of a workbook's sheet.
    package static let last = CellAddress(row: 1_048_576, column: 16_384)

    /// The address as programs write it: `B3`, `XFD1048576`.
    package var description: String { Self.letters(of: column) + String(row) }

    /// The letters of a column, which counts from 1: `A`, `Z`, `AA`.
    package static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest /= 26
        }
        return letters
    }

    /// The address that `text` is, `$` signs allowed; nil where it is none of a workbook's sheet.
    package init?(_ text: some StringProtocol) {
        guard let address = Self(Array(text.utf8.filter { $0 != UInt8(ascii: "$") }).span) else { return nil }
        self = address
    }

    init?(_ text: Span<UInt8>) {
        var column = 0
        var row = 0
        for index in text.indices {
            let byte = text[index]
            if row == 0, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF), byte >= 0x41 {
                column = column * 26 + Int(byte & 0xDF) - 0x40
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), row > 0 || byte > UInt8(ascii: "0") {
                row = row * 10 + Int(byte) - 0x30
            } else {
                return nil
            }
            guard column <= Self.last.column, row <= Self.last.row else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row, column: column)
    }
}
