internal import Spreadsheet
internal import Standards

/// The units that a table states beside its numbers: in the headers of its columns (数值（元）), in a line above it
/// (单位：元), in a column 单位. They hold for numbers that are written without one.
struct StatedUnits {
    /// What a number without a unit of its own is counted in.
    enum Statement {
        /// In the unit that its indicator asks for, as far as the table says.
        case asAsked
        case other(UnitConversion, unit: String)
        /// In a unit of which it is not certain how it becomes the one that is asked for.
        case unclear(unit: String)
    }

    /// Of the line above the table.
    private var ofTable: [String] = []
    /// By the positions of the columns.
    private var ofColumns: [Int: [String]] = [:]

    var isEmpty: Bool { ofTable.isEmpty && ofColumns.isEmpty }

    /// Takes in a row above the header.
    mutating func noteLine(_ row: borrowing Spreadsheet.Row) {
        for position in 0..<row.count where row.size(at: position) < Self.longestLine {
            guard let units = Self.unitsOfLine(row.text(at: position)), !units.isEmpty else { continue }
            ofTable = units
        }
    }

    /// Takes in the cells of the header.
    mutating func noteHeader(_ cells: [Cell]) {
        for (position, cell) in cells.enumerated() {
            let units = Self.unitsOfHeading(cell.text)
            if !units.isEmpty { ofColumns[position] = units }
        }
    }

    /// The one unit that the heading of a column states, or the line above the table; empty where neither does.
    func heading(at position: Int?) -> String {
        let units = position.flatMap { ofColumns[$0] } ?? ofTable
        return units.count == 1 ? units[0] : ""
    }

    /// - Parameter ofRow: what the column 单位 says; blank where there is none.
    func statement(at position: Int, ofRow: String, for indicator: Indicator) -> Statement {
        let unit = ofRow.narrowed
        if !unit.isEmpty, unit != indicator.unit.narrowed, UnitConversion.isUnit(unit) {
            guard let conversion = UnitConversion(from: unit, to: indicator.unit) else { return .unclear(unit: unit) }
            return .other(conversion, unit: unit)
        }
        guard unit.isEmpty else { return .asAsked }
        for unit in ofColumns[position] ?? ofTable {
            guard let conversion = UnitConversion(from: unit, to: indicator.unit) else { continue }
            if UnitConversion.isBareMultiple(unit), indicator.kind != .amount { return .unclear(unit: unit) }
            return conversion.exponent == 0 ? .asAsked : .other(conversion, unit: unit)
        }
        return .asAsked
    }
}

extension StatedUnits {
    /// In bytes; a cell that says more is somebody's remarks.
    private static let longestLine = 500

    /// The units in the brackets behind a heading: 元 of `数值（元）`.
    static func unitsOfHeading(_ heading: String) -> [String] {
        let heading = heading.narrowed
        guard let open = heading.firstIndex(of: "("), let close = heading[open...].firstIndex(of: ")") else {
            return []
        }
        let remark = heading[heading.index(after: open)..<close].trimmed
        return units(remark.hasPrefix("单位") ? String(remark.dropFirst(2).drop { ": ".contains($0) }) : remark)
    }

    /// The units that a line above a table states: 元 of `单位：元`, `2025年经费表（金额单位：元）`; nil where it states none.
    static func unitsOfLine(_ line: String) -> [String]? {
        let line = line.narrowed
        for start in line.ranges(of: "单位") {
            // 填报单位 is somebody who reports.
            let before = line[..<start.lowerBound].split { "(,;: ".contains($0) }.last.map(String.init) ?? ""
            let isOwnWord = line[..<start.lowerBound].last.map { "(,;: ".contains($0) } ?? true
            guard isOwnWord || ["金额", "计量", "货币", "数量", "计算"].contains(before) else { continue }
            let rest = line[start.upperBound...].drop { ": ".contains($0) }.prefix { !"() ".contains($0) }
            let units = units(String(rest))
            if !units.isEmpty { return units }
        }
        return nil
    }

    /// The units of a list; none where some of it is no unit.
    private static func units(_ list: String) -> [String] {
        if UnitConversion.isUnit(list) { return [list] }
        let parts = list.split { "、,;/".contains($0) }.map { $0.trimmed }
        return parts.allSatisfy(UnitConversion.isUnit) ? parts : []
    }
}
