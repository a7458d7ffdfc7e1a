package import Assessment
import FEEL
import Standards

/// What made an outcome another, a line a cause, as people read it.
package struct CauseText: Sendable {
    /// Of figures that came together in a file no more than these are told one by one.
    private static let mostFigures = 8

    package let lines: [String]

    package init(_ outcome: ChangedOutcome) {
        var lines: [String] = []
        var figures: [(before: Evidence, after: Evidence)] = []
        for cause in outcome.causes {
            if case .figure(let before, let after) = cause {
                figures.append((before, after))
            } else {
                lines.append(Self.line(cause))
            }
        }
        self.lines = Self.lines(figures) + lines + outcome.evidence.map(\.sentenceWithPlace)
    }

    private static func lines(_ figures: [(before: Evidence, after: Evidence)]) -> [String] {
        guard figures.count > mostFigures else { return figures.map { line($0.before, $0.after) } }
        let byFile = Dictionary(grouping: figures) { ($0.after.source ?? $0.before.source)?.file ?? "" }
        return byFile.sorted { $0.key < $1.key }.map { file, figures in
            let whence = file.isEmpty ? "没有出处的" : "\(file)报送的"
            let examples = figures.prefix(2).map(\.after.shortTitle).joined(separator: "、")
            return "\(whence)\(figures.count)项数据（\(examples)\(figures.count > 2 ? "等" : "")）"
        }
    }

    /// `6.1.2 专项经费实际到位资金（万元）（2025年）：未填报 → 80万元（2025年报.csv › 第7行第4列）`
    private static func line(_ before: Evidence, _ after: Evidence) -> String {
        let place = (after.place ?? before.place).map { "（\($0)）" } ?? ""
        return "\(after.title)：\(before.valueText) → \(after.valueText)\(place)"
    }

    private static func line(_ cause: OutcomeCause) -> String {
        switch cause {
        case .figure(let before, let after): return line(before, after)
        case .entry(let before, let after):
            if let before, let after {
                return "\(after.title)：\(before.valueText) → \(after.valueText)\(after.place.map { "（\($0)）" } ?? "")"
            }
            if let after { return "新登记：\(after.sentenceWithPlace)" }
            return "不再登记：\(before?.sentenceWithPlace ?? "")"
        case .coverage(let register, let before, let after):
            let until = { (day: CalendarDate?) in day.map { "登记至\($0.inChinese)" } ?? "未报送" }
            return before == after
                ? "\(register.title)：归属不明的条目有变化" : "\(register.title)：\(until(before)) → \(until(after))"
        case .filing(let before, let after):
            return after.map { "新登记材料：\($0)" } ?? "不再登记材料：\(before ?? "")"
        case .ratings(let count): return "评定表：\(count)条评定有变化"
        case .ledgers: return "年度工作计划、任务表或评价表：登记有变化"
        case .registration: return "联合体登记表：登记信息有变化"
        case .signals(let gone, let new):
            let titles = { (signals: [CredibilitySignal]) in signals.map(\.kind.title).joined(separator: "、") }
            return "数据疑点："
                + [new.isEmpty ? nil : "新发现\(titles(new))", gone.isEmpty ? nil : "\(titles(gone))已消除"]
                .compactMap(\.self).joined(separator: "；")
        case .rules: return "口径不同"
        case .time: return "期限已过，或报送窗口已关闭"
        }
    }
}

extension Evidence {
    /// `6.1.2（2025年）`
    fileprivate var shortTitle: String {
        guard case .cell(let indicator, let year, _) = subject else { return title }
        return "\(indicator.code)（\(year)年）"
    }
}
