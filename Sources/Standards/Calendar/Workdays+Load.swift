package import Configuration
import FEEL
package import Foundation

extension Workdays {
    /// Reads `data/reference/workdays.csv`.
    /// - Throws: everything that is wrong, each with its line.
    package static func load(from file: URL) throws(ConfigurationError) -> Workdays {
        guard let data = try? Data(contentsOf: file) else {
            throw ConfigurationError([
                ConfigurationIssue(
                    file: file.path, line: 0, column: 0, expected: "应有放假和调休安排表", found: "打不开", remedy: "请检查路径和权限")
            ])
        }
        var reader = WorkdaysReader(name: file.lastPathComponent)
        reader.read(data)
        guard reader.issues.isEmpty else { throw ConfigurationError(reader.issues) }
        return Workdays(reader.stretches)
    }
}

/// Reads the lines of `workdays.csv`; none of its fields needs quotes.
private struct WorkdaysReader {
    static let header = "year,from,to,kind,occasion,document"
    /// No notice gives more days at a stretch: whoever types more has mistaken a month.
    static let longestStretch = 31

    let name: String
    var stretches: [Workdays.Stretch] = []
    var issues: [ConfigurationIssue] = []
    /// The line that says something of a day.
    private var lines: [CalendarDate: Int] = [:]

    init(name: String) {
        self.name = name
    }

    mutating func read(_ data: Data) {
        guard let text = String(data: data, encoding: .utf8) else {
            return report(0, 0, "应为 UTF-8 编码", "读到别的编码", "请另存为 UTF-8")
        }
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let head = rows.first.map { $0.hasPrefix("\u{FEFF}") ? $0.dropFirst() : $0 } ?? ""
        guard head == Self.header else {
            return report(1, 1, "表头应为 \(Self.header)", "读到“\(head.prefix(60))”", "请照此改正")
        }
        for (index, row) in rows.enumerated().dropFirst() where !row.allSatisfy(\.isWhitespace) {
            read(row, index + 1)
        }
    }

    private mutating func read(_ row: Substring, _ line: Int) {
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 6 else {
            return report(line, 1, "应有 6 列", "读到 \(fields.count) 列", "请照表头填写，每列之间一个半角逗号")
        }
        var column = 1
        var columns: [Int] = []
        for field in fields {
            columns.append(column)
            column += field.count + 1
        }
        let before = issues.count
        let year = ReportingYear(text: fields[0])?.value
        if year == nil { report(line, columns[0], "应为年份", "读到“\(fields[0])”", "请写四位数，如 2026") }
        let days = [1, 2].map { index in
            let day = CalendarDate(fields[index])
            if day == nil { report(line, columns[index], "应为日期", "读到“\(fields[index])”", "请写成 2026-01-01 的样子") }
            return day
        }
        if !["放假", "上班"].contains(fields[3]) {
            report(line, columns[3], "应为 放假 或 上班", "读到“\(fields[3])”", "请照此改正")
        }
        for (index, title) in [(4, "节日"), (5, "文号")] where fields[index].allSatisfy(\.isWhitespace) {
            report(line, columns[index], "应有\(title)", "读到空值", "请照国务院办公厅的通知填写")
        }
        guard let year, let first = days[0], let last = days[1], issues.count == before else { return }
        guard first <= last, last.epochDay - first.epochDay < Self.longestStretch else {
            return report(
                line, columns[2], "应不早于 from，且一段不超过 \(Self.longestStretch) 天", "读到 \(first) 至 \(last)", "请检查两个日期")
        }
        let stretch = Workdays.Stretch(
            year: year, days: first...last, isWorking: fields[3] == "上班", occasion: String(fields[4]),
            document: String(fields[5]))
        for day in stretch.days.each { check(day, stretch, line, columns[1]) }
        stretches.append(stretch)
    }

    /// A day lies in the year of its notice or in the December before, is listed once, and is worked in return only where
    /// it would be off.
    private mutating func check(_ day: CalendarDate, _ stretch: Workdays.Stretch, _ line: Int, _ column: Int) {
        if day.year != stretch.year, (day.year, day.month) != (stretch.year - 1, 12) {
            report(line, column, "应为 \(stretch.year) 年或上年 12 月的日期", "读到 \(day)", "请检查 year 和日期")
        }
        if stretch.isWorking, day.weekday <= 5 {
            report(line, column, "调休上班的应为周六或周日", "\(day) 是\(day.weekdayTitle)", "请检查日期；平日上班的不必列出")
        }
        if let other = lines[day] {
            report(line, column, "每天应只列一次", "\(day) 在第 \(other) 行已经列出", "请删去一处")
        }
        lines[day] = line
    }

    private mutating func report(_ line: Int, _ column: Int, _ expected: String, _ found: String, _ remedy: String) {
        issues.append(
            ConfigurationIssue(
                file: name, line: line, column: column, expected: expected, found: found, remedy: remedy))
    }
}
