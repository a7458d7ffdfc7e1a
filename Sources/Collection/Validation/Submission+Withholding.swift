package import Standards

extension Submission {
    /// Takes out the determinations that `objection` stands against.
    /// - Parameter objection: why one is not taken in; nil where it is.
    /// - Returns: the objections, in the order of the rows.
    package mutating func withhold(_ objection: (Determination) throws -> Finding?) rethrows -> [Finding] {
        var findings: [Finding] = []
        determinations = try determinations.filter { determination in
            guard let finding = try objection(determination) else { return true }
            findings.append(finding)
            return false
        }
        return findings
    }

    /// Takes out the transitions that `objection` stands against.
    /// - Returns: the objections, in the order of the rows.
    package mutating func withholdTransitions(_ objection: (Transition) throws -> Finding?) rethrows -> [Finding] {
        var findings: [Finding] = []
        transitions = try transitions.filter { transition in
            guard let finding = try objection(transition) else { return true }
            findings.append(finding)
            return false
        }
        return findings
    }

    /// Takes out the entries of a form that `objection` stands against.
    /// - Returns: the objections, in the order of the rows.
    package mutating func withhold(
        entriesOf form: RegisterEntry.Form, _ objection: (RegisterEntry) throws -> Finding?
    ) rethrows -> [Finding] {
        var findings: [Finding] = []
        entries = try entries.filter { entry in
            guard entry.form == form, let finding = try objection(entry) else { return true }
            findings.append(finding)
            return false
        }
        return findings
    }
}
