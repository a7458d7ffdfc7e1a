/// A fault in the rules, found before anything is judged by them: where it stands and what to do about it.
package struct RuleFault: Sendable, Hashable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let column: Int
    /// What the formula belongs to: `度量“到位经费”`, `条款 16.3 的 triggered`.
    package let place: String
    package let message: String
    /// Faults that make a rule wrong forbid a run; others are worth reading.
    package let isWarning: Bool

    package init(
        file: String, line: Int, column: Int, place: String, message: String, isWarning: Bool = false
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.place = place
        self.message = message
        self.isWarning = isWarning
    }

    package var description: String { "\(file):\(line):\(column): \(place)：\(message)" }
}

/// Every fault of a standard's rules.
package struct RuleBookError: Error, Sendable, CustomStringConvertible {
    package let faults: [RuleFault]

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
