import Assessment
import FEEL
import Standards

extension NDJSONWriter {
    /// The items of the year's work plan, in the order in which they were told first.
    func appendPlans(of assessment: ConsortiumAssessment, head: [UInt8], to output: inout [UInt8]) {
        for plan in assessment.workPlans where plan.year == assessment.year {
            for item in plan.items {
                append(type: "plan", head: head, to: &output)
                output.append(#","item":"#)
                output.append(json: item.item)
                output.append(#","indicator":"#)
                output.append(json: item.indicator?.code.text)
                output.append(#","target":"#)
                output.append(json: item.target)
                output.append(#","due":"#)
                output.append(json: item.due.description)
                output.append(#","outcome":""#)
                output.append(raw: item.outcome.rawValue)
                output.append(#"","own":"#)
                output.append(json: item.own.isEmpty ? nil : item.own)
                output.append(#","official":"#)
                output.append(json: item.official.isEmpty ? nil : item.official)
                append(item.text, [item.figure].compactMap(\.self) + [item.evidence(plan.year)], [], to: &output)
                output.append("}\n")
            }
        }
    }

    /// The tasks of the year's members, and what it was given by each way of evaluation.
    func appendLedgers(of assessment: ConsortiumAssessment, head: [UInt8], to output: inout [UInt8]) {
        for check in assessment.tasks where check.task.year == assessment.year {
            append(type: "task", head: head, to: &output)
            for (key, value) in [
                ("task", check.task.title), ("unit", check.task.unit), ("due", check.task.due?.description),
                ("outcome", check.outcome.rawValue), ("completedOn", check.task.completedOn?.description),
            ] {
                append(key, value, to: &output)
            }
            append(check.text, [check.evidence], [], to: &output)
            output.append("}\n")
        }
        for check in assessment.evaluations {
            append(type: "evaluation", head: head, to: &output)
            append("source", check.way.title, to: &output)
            append("weight", check.way.weight.description, to: &output)
            append("score", check.score?.description, to: &output)
            output.append(#","because":"#)
            append(check.evidence, to: &output)
            output.append("}\n")
        }
    }

    private func append(_ key: String, _ value: String?, to output: inout [UInt8]) {
        output.append(",")
        output.append(json: key)
        output.append(":")
        output.append(json: value)
    }

    /// What a line of a consortium begins with, without its clause or indicator.
    func append(type: StaticString, head: [UInt8], to output: inout [UInt8]) {
        output.append(#"{"type":""#)
        output.append(type)
        output.append(#"","#)
        output.append(contentsOf: self.head)
        output.append(",")
        output.append(contentsOf: head)
    }
}
