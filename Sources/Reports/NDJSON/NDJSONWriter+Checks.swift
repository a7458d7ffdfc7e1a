import Assessment
import FEEL
import Standards

extension NDJSONWriter {
    /// The checks of all lists in one order of codes; a code that two lists share comes from the acceptance first.
    func appendChecks(of assessment: ConsortiumAssessment, head: [UInt8], to output: inout [UInt8]) {
        let points = assessment.acceptance.indices.map { place in
            (rank: checkCodes[assessment.acceptance[place].point.code]?.rank ?? .max, place: place)
        }
        let clauses = assessment.clauses.indices.map { place in
            (rank: checkCodes[assessment.clauses[place].clause.code]?.rank ?? .max, place: points.count + place)
        }
        for (_, place) in (points + clauses).sorted(by: <) {
            if place < points.count {
                append(assessment.acceptance[place], of: assessment, head: head, to: &output)
            } else {
                append(assessment.clauses[place - points.count], of: assessment, head: head, to: &output)
            }
        }
    }

    /// The documents of the edition, in its order.
    func appendFilings(of assessment: ConsortiumAssessment, head: [UInt8], to output: inout [UInt8]) {
        for check in assessment.filings {
            append("documents", check.kind.id, check.outcome.rawValue, head: head, to: &output)
            output.append(#","document":"#)
            output.append(json: check.kind.title)
            output.append(#","dueOn":"#)
            output.append(json: check.dueOn?.description)
            output.append(#","sentOn":"#)
            output.append(json: check.filing?.sentOn?.description)
            output.append(#","daysLate":"#)
            if let days = check.daysLate { output.append(integer: days) } else { output.append("null") }
            append(check.text, check.because, [], to: &output)
            output.append("}\n")
        }
    }

    private func append(
        _ check: AcceptanceCheck, of assessment: ConsortiumAssessment, head: [UInt8], to output: inout [UInt8]
    ) {
        append("acceptance", check.point.code, check.outcome.rawValue, head: head, to: &output)
        append(check.text, check.because, check.wouldDecide, to: &output)
        append(assessment.fragilities.map { $0.points[check.point.code] }, to: &output)
        output.append("}\n")
    }

    /// - Parameter assessment: nil where only the clause is told of.
    func append(
        _ check: ClauseCheck, of assessment: ConsortiumAssessment? = nil, head: [UInt8], to output: inout [UInt8]
    ) {
        let list: StaticString =
            switch check.clause.list {
            case .negative: "negative"
            case .revocation: "revocation"
            case .deduction: "deduction"
            case .workPlan: "workPlan"
            }
        append(list, check.clause.code, check.outcome.rawValue, head: head, to: &output)
        if let pending = check.pending {
            output.append(#","pending":""#)
            output.append(raw: pending.rawValue)
            output.append("\"")
        }
        // Only where a waiver stands beside a trigger: it says why the verdict does not follow from the outcome.
        if check.waivedBy != nil { output.append(#","waived":true"#) }
        append(check.text, check.because, check.wouldDecide, to: &output)
        output.append(#","remedy":"#)
        append(check.remedy, to: &output)
        output.append(#","protect":"#)
        append(check.protection, to: &output)
        output.append(#","case":"#)
        output.append(json: check.raised?.id)
        append(assessment?.fragilities.map { $0.clauses[check.clause.code] }, to: &output)
        output.append("}\n")
    }

    func append(
        _ list: StaticString, _ clause: String, _ outcome: String, head: [UInt8], to output: inout [UInt8]
    ) {
        output.append(#"{"type":"check","#)
        output.append(contentsOf: self.head)
        output.append(#","list":""#)
        output.append(list)
        output.append(#"","#)
        output.append(contentsOf: head)
        output.append(#","clause":"#)
        if let code = checkCodes[clause] {
            output.append(contentsOf: code.json)
        } else {
            output.append(json: clause)
        }
        output.append(#","outcome":""#)
        output.append(raw: outcome)
        output.append("\"")
    }

    func append(
        _ text: String, _ because: [Evidence], _ wouldDecide: [Evidence], to output: inout [UInt8]
    ) {
        output.append(#","text":"#)
        output.append(json: text)
        output.append(#","because":"#)
        append(because, to: &output)
        output.append(#","wouldDecide":"#)
        append(wouldDecide, to: &output)
    }

    private func append(_ remedy: ClauseCheck.Remedy?, to output: inout [UInt8]) {
        guard let remedy else { return output.append("null") }
        output.append(#"{"year":"#)
        output.append(integer: remedy.year.value)
        output.append(#","amount":"#)
        output.append(json: remedy.amount.description)
        output.append(#","unit":"#)
        output.append(json: remedy.unit)
        output.append(#","by":"#)
        output.append(json: remedy.by?.description)
        output.append("}")
    }

    private func append(_ protection: ClauseCheck.Protection?, to output: inout [UInt8]) {
        guard let protection else { return output.append("null") }
        output.append(#"{"year":"#)
        output.append(integer: protection.year.value)
        output.append(#","by":"#)
        output.append(json: protection.by.description)
        output.append(#","text":"#)
        output.append(json: protection.text)
        output.append("}")
    }

    // MARK: - Evidence

    func append(_ evidence: [Evidence], to output: inout [UInt8]) {
        output.append("[")
        for (index, item) in evidence.enumerated() {
            if index > 0 { output.append(",") }
            append(item, to: &output)
        }
        output.append("]")
    }

    func append(_ evidence: Evidence, to output: inout [UInt8]) {
        switch evidence.subject {
        case .cell(let indicator, let year, let basis):
            output.append(#"{"indicator":"#)
            if indicatorCodes.indices.contains(indicator.ordinal) {
                output.append(contentsOf: indicatorCodes[indicator.ordinal].json)
            } else {
                output.append(json: indicator.code.text)
            }
            output.append(#","year":"#)
            output.append(integer: year.value)
            if basis == .committed { output.append(#","basis":"committed""#) }
        case .entry(let register, let id, _):
            output.append(#"{"register":""#)
            output.append(raw: register.rawValue)
            output.append(#"","id":"#)
            output.append(json: id)
        case .register(let register):
            output.append(#"{"register":""#)
            output.append(raw: register.rawValue)
            output.append(#"","id":null"#)
        }
        output.append(#","value":"#)
        output.append(json: evidence.value)
        output.append(#","source":"#)
        output.append(evidence.source)
        output.append("}")
    }
}

extension [UInt8] {
    /// Appends what `CellSource.description` says, without making strings of it: there is one for every figure.
    fileprivate mutating func append(_ source: CellSource?) {
        guard let source else { return append("null") }
        append("\"")
        if let sheet = source.sheet {
            append(jsonBody: sheet)
            append("!")
            append(columnLetters: source.column)
            append(integer: source.row)
        } else {
            append(jsonBody: source.file)
            append(":")
            append(integer: source.row)
            append(":")
            append(integer: source.column)
        }
        append("@")
        append(jsonBody: source.sha256, upTo: 8)
        append("\"")
    }

    /// As `CellSource.letters`: 1 is A, 27 is AA.
    private mutating func append(columnLetters column: Int) {
        guard column > 0 else { return }
        append(columnLetters: (column - 1) / 26)
        append(UInt8(ascii: "A") + UInt8((column - 1) % 26))
    }
}
