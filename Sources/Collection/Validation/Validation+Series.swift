internal import FEEL
internal import Standards

// The checks of one figure against another.

extension Validation {
    /// What was reported before and is given differently now: a correction in its own year, a restatement later; a plan
    /// that is lower than what was first planned.
    func checkRevision(_ figure: borrowing Figure, _ findings: inout [Finding]) {
        let value = figure.entry.value
        guard value != .missing, let previous = figure.known(Int(figure.entry.indicator)), previous != value else {
            return
        }
        let indicator = figure.indicator
        guard let before = previous.said(in: indicator), let now = value.said(in: indicator) else { return }
        var values = ["previous": before, "found": now]
        switch figure.revisionEffect {
        case .replaces: break
        case .overtaken:
            // Of plans the first counts, and that is now this one.
            if indicator.revisionPolicy != .first { findings.append(figure.finding(.overtaken, values)) }
            return
        // That the authority says otherwise is told of all figures together.
        case .outranked where indicator.revisionPolicy != .first: return
        case .outranked: break
        }
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

    /// What is odd beside the year before. Whoever judges the figure is shown the same as a weak signal.
    func checkSeries(_ figure: borrowing Figure, _ number: Decimal128, _ findings: inout [Finding]) {
        guard mayBeOdd[Int(figure.entry.indicator)], let rules = edition.credibility else { return }
        let indicator = figure.indicator
        guard case .number(let previous)? = figure.value(of: Int(figure.entry.indicator), yearsAgo: 1),
            let doubt = rules.doubt(of: indicator, number, after: previous)
        else { return }
        var values = [
            "previousYear": String(figure.year.value - 1), "previous": previous.with(indicator.unit),
            "found": number.with(indicator.unit),
        ]
        let isInLargeUnit = indicator.unit.hasSuffix("元") && indicator.unit != "元"
        switch doubt {
        case .rise:
            values["ratio"] = (number / previous).rounded(.halfUp, scale: 1).description
            values["question"] = isInLargeUnit ? "是否误填为元？" : "请核对单位和位数；"
        case .fall:
            values["ratio"] = (previous / number).rounded(.halfUp, scale: 1).description
            values["question"] = "请核对单位和位数；"
        case .fraction, .fractionBefore, .lowerTotal: break
        }
        findings.append(figure.finding(doubt.finding, values))
    }

    /// A figure above what figures of its unit can be.
    func checkMost(_ figure: borrowing Figure, _ number: Decimal128, _ findings: inout [Finding]) {
        guard let most = most[Int(figure.entry.indicator)], number > most else { return }
        let indicator = figure.indicator
        findings.append(
            figure.finding(
                .aboveMost, ["most": most.with(indicator.unit), "found": number.with(indicator.unit)]))
    }

    /// A word that the register of consortia says otherwise. The register tells what holds now, so figures of earlier
    /// years are not held against it.
    func checkRegister(
        _ figure: borrowing Figure, _ text: String, _ consortium: Consortium?, _ findings: inout [Finding]
    ) {
        let indicator = figure.indicator
        guard let column = indicator.registerColumn, let consortium, !figure.isOfPastYear else { return }
        let registered =
            switch column {
            case .parkLevel: consortium.parkLevel
            }
        let said = indicator.choices.filter { registered.contains($0) }
        guard said.count == 1, said[0] != text else { return }
        findings.append(figure.finding(.differsFromRegister, ["found": text, "registered": registered]))
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

extension SeriesDoubt {
    fileprivate var finding: FindingKind {
        switch self {
        case .rise: .jump
        case .fall: .drop
        case .fraction: .fractionForPercent
        case .fractionBefore: .fractionBefore
        case .lowerTotal: .cumulativeFalls
        }
    }
}

extension Decimal128 {
    func with(_ unit: String) -> String { description + unit }
}
