package import Standards

extension Submission {
    /// Takes out the determinations that `objection` stands against.
    /// - Parameter objection: why one is not taken in; nil where it is.
    /// - Returns: the objections, in the order of the rows.
    package mutating func withhold(_ objection: (Determination) throws -> Finding?) rethrows -> [Finding] {
        try withhold(from: \.determinations, objection)
    }

    /// Takes out the transitions that `objection` stands against.
    /// - Returns: the objections, in the order of the rows.
    package mutating func withholdTransitions(_ objection: (Transition) throws -> Finding?) rethrows -> [Finding] {
        try withhold(from: \.transitions, objection)
    }

    /// Takes out the entries of a form that `objection` stands against.
    /// - Returns: the objections, in the order of the rows.
    package mutating func withhold(
        entriesOf form: RegisterEntry.Form, _ objection: (RegisterEntry) throws -> Finding?
    ) rethrows -> [Finding] {
        try withhold(from: \.entries) { $0.form == form ? try objection($0) : nil }
    }

    private mutating func withhold<Row>(
        from rows: WritableKeyPath<Submission, [Row]>, _ objection: (Row) throws -> Finding?
    ) rethrows -> [Finding] {
        var findings: [Finding] = []
        self[keyPath: rows] = try self[keyPath: rows].filter { row in
            guard let finding = try objection(row) else { return true }
            findings.append(finding)
            return false
        }
        return findings
    }
}
