import FEEL
package import Assessment
import Standards

extension NDJSONWriter {
    /// A line for each outcome that changed for a consortium, the verdict first:
    ///
    ///     {"type":"change","edition":"…","consortium":"C002","year":2025,"subject":"16.3","before":"clear","after":"triggered","because":[…],"evidence":[]}
    ///
    /// `subject` is `verdict` or the code of a clause; `before` or `after` is null where it was not judged. What each of
    /// `because` has: `kind` (`figure`, `entry`, `coverage`, `filing`, `ratings`, `ledgers`, `registration`, `signals`, `rules`, `time`), and
    /// by it `before` and `after` as evidence, as days or as titles, or the ids of signals. `evidence` is what the clause
    /// rests on where other rules made the difference.
    package func lines(of change: ConsortiumChange) -> [UInt8] {
        var output: [UInt8] = []
        for outcome in change.outcomes {
            output.append(#"{"type":"change","#)
            output.append(contentsOf: head)
            output.append(#","consortium":"#)
            output.append(json: change.consortium.id)
            output.append(#","year":"#)
            output.append(integer: change.year.value)
            output.append(#","subject":"#)
            if case .clause(let code) = outcome.subject {
                output.append(json: code)
            } else {
                output.append(#""verdict""#)
            }
            output.append(#","before":"#)
            output.append(json: outcome.before?.id)
            output.append(#","after":"#)
            output.append(json: outcome.after?.id)
            output.append(#","because":["#)
            for (place, cause) in outcome.causes.enumerated() {
                if place > 0 { output.append(",") }
                append(cause, to: &output)
            }
            output.append(#"],"evidence":"#)
            append(outcome.evidence, to: &output)
            output.append("}\n")
        }
        return output
    }

    private func append(_ cause: OutcomeCause, to output: inout [UInt8]) {
        output.append(#"{"kind":""#)
        output.append(raw: cause.kind)
        output.append("\"")
        switch cause {
        case .figure(let before, let after): append(before, after, to: &output)
        case .entry(let before, let after): append(before, after, to: &output)
        case .coverage(let register, let before, let after):
            output.append(#","register":"#)
            output.append(json: register.rawValue)
            appendTexts(before?.description, after?.description, to: &output)
        case .filing(let before, let after): appendTexts(before, after, to: &output)
        case .signals(let gone, let new):
            append("before", gone.map(\.id), to: &output)
            append("after", new.map(\.id), to: &output)
        case .ratings(let count):
            output.append(#","count":"#)
            output.append(integer: count)
        case .ledgers, .registration, .rules, .time: break
        }
        output.append("}")
    }

    private func append(_ before: Evidence?, _ after: Evidence?, to output: inout [UInt8]) {
        for (name, evidence) in [("before", before), ("after", after)] {
            output.append(raw: ",\"\(name)\":")
            if let evidence { append(evidence, to: &output) } else { output.append("null") }
        }
    }

    private func appendTexts(_ before: String?, _ after: String?, to output: inout [UInt8]) {
        for (name, text) in [("before", before), ("after", after)] {
            output.append(raw: ",\"\(name)\":")
            output.append(json: text)
        }
    }

    private func append(_ name: String, _ ids: [String], to output: inout [UInt8]) {
        output.append(raw: ",\"\(name)\":[")
        for (place, id) in ids.enumerated() {
            if place > 0 { output.append(",") }
            output.append(json: id)
        }
        output.append("]")
    }
}

extension OutcomeCause {
    /// As NDJSON names it.
    fileprivate var kind: String {
        switch self {
        case .figure: "figure"
        case .entry: "entry"
        case .coverage: "coverage"
        case .filing: "filing"
        case .ratings: "ratings"
        case .ledgers: "ledgers"
        case .registration: "registration"
        case .signals: "signals"
        case .rules: "rules"
        case .time: "time"
        }
    }
}
