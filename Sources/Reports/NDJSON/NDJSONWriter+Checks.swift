import Assessment
import FEEL
import Standards

extension NDJSONWriter {
    /// The checks of all lists in one order of codes; a code that two lists share comes from the acceptance first.
    func appendChecks(of assessment: ConsortiumAssessment, head: [UInt8], to output: inout [UInt8]) {
        let checks = assessment.acceptance.map(Line.init) + assessment.clauses.map(Line.init)
        let ranked = checks.map { (rank: checkCodes[$0.code]?.rank ?? .max, line: $0) }.sorted { $0.rank < $1.rank }
        for (_, line) in ranked { append(line, head: head, to: &output) }
    }

    /// What a line of type `check` says, whichever list it is from.
    struct Line {
        let list: StaticString
        let code: String
        let outcome: String
        let isWaived: Bool
        let text: String
        let because: [Evidence]
        let wouldDecide: [Evidence]
        let remedy: ClauseCheck.Remedy?

        init(_ check: AcceptanceCheck) {
            list = "acceptance"
            code = check.point.code
            outcome = check.outcome.rawValue
            isWaived = false
            text = check.text
            because = check.because
            wouldDecide = check.wouldDecide
            remedy = nil
        }

        init(_ check: ClauseCheck) {
            list =
                switch check.clause.list {
                case .negative: "negative"
                case .revocation: "revocation"
                }
            code = check.clause.code
            outcome = check.outcome.rawValue
            isWaived = check.waivedBy != nil
            text = check.text
            because = check.because
            wouldDecide = check.wouldDecide
            remedy = check.remedy
        }
    }

    func append(_ line: Line, head: [UInt8], to output: inout [UInt8]) {
        output.append(#"{"type":"check","list":""#)
        output.append(line.list)
        output.append(#"","#)
        output.append(contentsOf: head)
        output.append(#","clause":"#)
        if let code = checkCodes[line.code] {
            output.append(contentsOf: code.json)
        } else {
            output.append(json: line.code)
        }
        output.append(#","outcome":""#)
        output.append(raw: line.outcome)
        // Only where a waiver stands beside a trigger: it says why the verdict does not follow from the outcome.
        output.append(line.isWaived ? #"","waived":true,"text":"# : #"","text":"#)
        output.append(json: line.text)
        output.append(#","because":"#)
        append(line.because, to: &output)
        output.append(#","wouldDecide":"#)
        append(line.wouldDecide, to: &output)
        output.append(#","remedy":"#)
        append(line.remedy, to: &output)
        output.append("}\n")
    }

    private func append(_ remedy: ClauseCheck.Remedy?, to output: inout [UInt8]) {
        guard let remedy else { return output.append("null") }
        output.append(#"{"amount":"#)
        output.append(json: remedy.amount.description)
        output.append(#","unit":"#)
        output.append(json: remedy.unit)
        output.append("}")
    }

    // MARK: - Evidence

    private func append(_ evidence: [Evidence], to output: inout [UInt8]) {
        output.append("[")
        for (index, item) in evidence.enumerated() {
            if index > 0 { output.append(",") }
            append(item, to: &output)
        }
        output.append("]")
    }

    private func append(_ evidence: Evidence, to output: inout [UInt8]) {
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
