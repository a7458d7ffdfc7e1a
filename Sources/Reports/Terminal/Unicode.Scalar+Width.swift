extension Unicode.Scalar {
    /// How many columns of a terminal the scalar takes: 2 for East Asian wide and full-width ones (UAX #11 W and F),
    /// 0 for marks that stand on the one before, 1 for all else. Ambiguous ones count 1.
    var columnWidth: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        default: isWide ? 2 : 1
        }
    }

    private var isWide: Bool {
        switch value {
        case ..<0x1100: false
        case 0x1100...0x115f, 0x231a...0x231b, 0x2329...0x232a, 0x23e9...0x23ec, 0x23f0, 0x23f3, 0x2614...0x2615,
            0x2648...0x2653, 0x26a1, 0x26d4, 0x2705, 0x270a...0x270b, 0x2728, 0x274c, 0x2753...0x2755, 0x2757,
            0x2795...0x2797, 0x27b0, 0x2b1b...0x2b1c, 0x2b50, 0x2b55:
            true
        case 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0xa4cf, 0xa960...0xa97c, 0xac00...0xd7a3,
            0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6:
            true
        case 0x16fe0...0x18d08, 0x1b000...0x1b2fb, 0x1f004, 0x1f0cf, 0x1f18e, 0x1f191...0x1f19a, 0x1f200...0x1f320,
            0x1f32d...0x1f64f, 0x1f680...0x1f6c5, 0x1f6d0...0x1f6fc, 0x1f900...0x1f9ff, 0x1fa70...0x1faff,
            0x20000...0x3fffd:
            true
        default: false
        }
    }

    /// Whether the scalar could do something to a terminal or a page other than show itself: control characters, and
    /// those that turn the direction of what follows.
    var isUnprintable: Bool {
        switch value {
        case 0x00...0x1f, 0x7f...0x9f, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff, 0xfff9...0xfffb: true
        default: false
        }
    }
}

extension StringProtocol {
    /// The columns that the text takes on a terminal.
    package var columnWidth: Int {
        unicodeScalars.reduce(0) { $0 + $1.columnWidth }
    }
}

extension String {
    /// The text with blanks for line breaks and tabs, and a replacement character for anything else unprintable: what
    /// a sender typed must not move the cursor or colour the screen.
    var printable: String {
        guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
        var result = UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": result.append(" ")
            case let scalar where scalar.isUnprintable: result.append("\u{fffd}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text cut to `width` columns, its last one an ellipsis where something was cut.
    func truncated(toColumns width: Int) -> String {
        guard columnWidth > width else { return self }
        var result = ""
        var columns = 0
        for character in self {
            let next = String(character).columnWidth
            guard columns + next < width else { break }
            result.append(character)
            columns += next
        }
        return result + "…"
    }
}
