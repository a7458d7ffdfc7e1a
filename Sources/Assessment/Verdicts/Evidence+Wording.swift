package import Standards

/// How a fact is put into words: the same in explanations, pages, alerts and letters.
extension Evidence {
    /// What is spoken of: `6.1.2 专项经费实际到位资金（万元）（2024年）`, `事件登记 I001`.
    package var title: String {
        let whose = party.map { "\($0) " } ?? ""
        return switch subject {
        case .cell(let indicator, let year, let basis):
            "\(whose)\(indicator.code) \(indicator.title)（\(year)年\(basis == .committed ? "承诺" : "")）"
        case .entry(let register, let id, _): "\(whose)\(register.title) \(id)"
        case .register(let register): "\(whose)\(register.title)"
        }
    }

    /// What it says: `120万元`, `第12名`, `未填报`, `“约120”无法识别`, `所附佐证材料（SHA-256 3f2a9c01…）`.
    package var valueText: String {
        if case .register = subject { return "主管部门尚未报送覆盖该年度的登记表" }
        switch status {
        case .missing: return "未填报"
        case .notApplicable: return "不适用"
        case .rejected: return "“\(value ?? "")”无法识别"
        case .reported:
            guard case .cell(let indicator, _, _) = subject, indicator.kind.isNumeric else { return value ?? "" }
            if isAttachment { return "所附佐证材料（SHA-256 \((value ?? "").prefix(8))…）" }
            return indicator.kind == .rank ? "第\(value ?? "")名" : (value ?? "") + indicator.unit
        }
    }

    /// Where it was read: `填报表-2025.xlsx › 观测点!F31`; nil where it never was.
    package var place: String? { source?.place }

    /// With where it was read: `6.1.2 专项经费实际到位资金（万元）（2024年）：120万元（填报表-2025.xlsx › 观测点!F31）`
    package var sentenceWithPlace: String { sentence + (place.map { "（\($0)）" } ?? "") }

    /// `6.1.2 专项经费实际到位资金（万元）（2024年）：120万元`
    package var sentence: String { "\(title)：\(valueText)" }
}

extension Evidence.Subject {
    /// `6.1.2（2025年）`, or the register's name.
    package var shortTitle: String {
        switch self {
        case .cell(let indicator, let year, _): "\(indicator.code)（\(year)年）"
        case .entry(let register, let id, _): "\(register.title) \(id)"
        case .register(let register): register.title
        }
    }
}

extension CellSource {
    /// `填报表-2025.xlsx › 观测点!F31`
    package var place: String { "\(file) › \(address)" }
}

extension Determination {
    /// `评审组于2026年3月1日认定不成立：核查认定`
    package var sentence: String {
        let day = on.map { "于\($0.inChinese)" } ?? ""
        let reason = ground.isEmpty ? "" : "：\(ground)"
        let verb = decision == .waive || decision == .acceptPlanChange ? "决定" : "认定"
        return "\(by)\(day)\(verb)\(decision.title)\(reason)"
    }
}
