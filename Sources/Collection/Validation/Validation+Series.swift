internal import FEEL
internal import Standards

// The checks of one figure against another.

extension Validation {
    /// What was reported before and is given differently now: a correction in its own year, a restatement later; a plan
    /// that is lower than what was first planned.
    func checkRevision(_ figure: borrowing Figure, _ findings: inout [Finding]) {
        let value = figure.entry.value
        let indicator = figure.indicator
        guard value != .missing, let previous = figure.known(Int(figure.entry.indicator)), previous != value,
            let before = previous.said(in: indicator), let now = value.said(in: indicator)
        else { return }
        var values = ["previous": before, "found": now]
        if indicator.revisionPolicy == .first {
            guard case .number(let number) = value, case .number(let first) = previous, number < first else { return }
            values["indicator"] = indicator.name
            findings.append(figure.finding(.planLowered, values))
        } else if !figure.isOfPastYear {
            findings.append(figure.finding(.corrected, values))
        } else if let reason = figure.table.note(figure.entry.reason) {
            values["reason"] = reason
            findings.append(figure.finding(.restatedWithReason, values))
        } else {
            findings.append(figure.finding(.restated, values))
        }
    }

    /// An amount so many times the one of the year before that it may be 元 written for 万元.
    func checkJump(_ figure: borrowing Figure, _ number: Decimal128, _ findings: inout [Finding]) {
        guard let jumpFactor = edition.credibility?.jumpFactor,
            case .number(let previous)? = figure.value(of: Int(figure.entry.indicator), yearsAgo: 1),
            previous > .zero, number >= jumpFactor * previous
        else { return }
        let indicator = figure.indicator
        findings.append(
            figure.finding(
                .jump,
                [
                    "previousYear": String(figure.year.value - 1), "previous": previous.with(indicator.unit),
                    "found": number.with(indicator.unit),
                    "ratio": (number / previous).rounded(.halfUp, scale: 1).description,
                    "question": indicator.unit.hasSuffix("元") && indicator.unit != "元" ? "是否误填为元？" : "请核对单位和位数。",
                ]))
    }

    /// A part that is larger than its whole.
    func checkPart(_ part: Int, of whole: Int, at figure: borrowing Figure, _ findings: inout [Finding]) {
        guard case .number(let share)? = figure.value(of: part), case .number(let total)? = figure.value(of: whole),
            share > total
        else { return }
        let (part, whole) = (edition.indicators[part], edition.indicators[whole])
        findings.append(
            figure.finding(
                .partLargerThanWhole,
                [
                    "part": part.name, "found": share.with(part.unit), "whole": whole.name,
                    "total": total.with(whole.unit),
                ]))
    }

    /// A point that is due and blank, or filled in though its condition is 否.
    func checkDue(
        _ dependent: Int, when isDue: Bool, _ condition: Int, at figure: borrowing Figure, _ findings: inout [Finding]
    ) {
        let value = figure.value(of: dependent) ?? .missing
        let (condition, dependent) = (edition.indicators[condition], edition.indicators[dependent])
        var values = ["condition": condition.name, "indicator": dependent.name]
        switch (isDue, value) {
        case (true, .missing) where dependent.isDue(in: figure.year):
            findings.append(figure.finding(.dueMissing, values))
        case (false, .number(let number)) where !number.isZero:
            values["found"] = number.with(dependent.unit)
            findings.append(figure.finding(.filledAgainstNo, values))
        case (false, .text(let text)):
            values["found"] = text
            findings.append(figure.finding(.filledAgainstNo, values))
        default:
            break
        }
    }
}

extension Indicator {
    /// `6.1.2 专项经费实际到位资金`
    var name: String { "\(code) \(title)" }
}

extension ObservedValue {
    /// The value as messages show it; nil where it says nothing that counts.
    func said(in indicator: Indicator) -> String? {
        switch self {
        case .number(let number): number.with(indicator.unit)
        case .truth, .text, .notApplicable: text
        case .missing, .rejected, .withdrawn: nil
        }
    }
}

extension Decimal128 {
    fileprivate func with(_ unit: String) -> String { description + unit }
}
