import Standards

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

    /// What it says: `120万元`, `未填报`, `“约120”无法识别`.
    package var valueText: String {
        if case .register = subject { return "主管部门尚未报送覆盖该年度的登记表" }
        switch status {
        case .missing: return "未填报"
        case .notApplicable: return "不适用"
        case .rejected: return "“\(value ?? "")”无法识别"
        case .reported:
            guard case .cell(let indicator, _, _) = subject, indicator.kind.isNumeric else { return value ?? "" }
            return (value ?? "") + indicator.unit
        }
    }

    /// Where it was read: `填报表-2025.xlsx 观测点!F31`; nil where it never was.
    package var place: String? {
        source.map { "\($0.file) \($0.address)" }
    }

    /// `6.1.2 专项经费实际到位资金（万元）（2024年）：120万元`
    package var sentence: String { "\(title)：\(valueText)" }
}

extension Determination {
    /// `评审组于2026-03-01认定不成立：核查认定`
    package var sentence: String {
        let day = on.map { "于\($0)" } ?? ""
        let reason = ground.isEmpty ? "" : "：\(ground)"
        let verb = decision == .waive || decision == .acceptPlanChange ? "决定" : "认定"
        return "\(by)\(day)\(verb)\(decision.title)\(reason)"
    }
}
