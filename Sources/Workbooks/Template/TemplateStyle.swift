internal import Collection
internal import Spreadsheet
internal import Standards

/// The looks of the yearly workbook. What is to be filled in is white, all else has a colour.
enum TemplateStyle {
    static let plain = CellFormat().with {
        $0.hasBorder = true
        $0.wraps = true
    }
    static let note = CellFormat().with {
        $0.wraps = true
        $0.isAtTop = true
    }
    static let title = CellFormat().with {
        $0.isBold = true
        $0.fontSize = 18
        $0.alignment = .center
    }
    static let header = plain.with {
        $0.isBold = true
        $0.alignment = .center
        $0.fontColour = 0xFFFFFF
        $0.fill = 0x1F4E79
    }
    /// The header of a column that is to be filled in.
    static let inputHeader = header.with { $0.fill = 0xC55A11 }
    static let goal = plain.with {
        $0.isBold = true
        $0.fontSize = 11
        $0.fill = 0xBDD7EE
    }
    static let row = plain.with {
        $0.fill = 0xDDEBF7
        $0.fontColour = 0x404040
        $0.fontSize = 9
    }
    static let label = plain.with {
        $0.isBold = true
        $0.fill = 0xDDEBF7
    }
    static let small = plain.with { $0.fontSize = 9 }
    static let code = plain.with { $0.alignment = .center }
    /// What was reported before.
    static let known = plain.with {
        $0.fill = 0xE7E6E6
        $0.fontColour = 0x595959
        $0.alignment = .right
    }
    static let input = plain.with { $0.isLocked = false }
    /// Where a promise can be given.
    static let promiseFill: UInt32 = 0xFFF2CC
    /// Where nothing is to be filled in.
    static let closed = plain.with { $0.fill = 0xD9D9D9 }
    /// Whether the workbook can be sent.
    static let state = plain.with {
        $0.isBold = true
        $0.fontSize = 14
        $0.alignment = .center
    }
    static let link = plain.with { $0.fontColour = 0x0563C1 }
    static let date = input.with {
        $0.numberFormat = "yyyy-mm-dd"
        $0.alignment = .center
    }
    static let amount = input.with {
        $0.numberFormat = "#,##0.00"
        $0.alignment = .right
    }
    static let total = known.with {
        $0.numberFormat = "#,##0.00"
        $0.isBold = true
    }

    /// The cell that a figure of `indicator` is to be filled in.
    static func input(for indicator: Indicator) -> CellFormat {
        switch indicator.kind {
        case .boolean, .choice: input.with { $0.alignment = .center }
        case .text: input
        case .amount: amount
        // In the general format 30% typed stays a percentage, and half an hour is not shown as a whole one.
        case .percent: input.with { $0.alignment = .right }
        case .count, .rank:
            input.with {
                $0.alignment = .right
                if !indicator.isDivisible { $0.numberFormat = "#,##0" }
            }
        }
    }
}
