/// What the cells of all sheets of a workbook mean.
struct SheetContents: Sendable {
    let strings: SharedStrings
    let styles: CellStyles
    let startsIn1904: Bool
    let limits: SheetLimits
}
