/// A decision table of DMN: rules as rows, a unary test for each input, a value for each output.
///
/// A plain value, built by whoever reads the file it is written in. Compile it once with
/// ``DecisionTable/compiled(schema:limits:)`` and evaluate that.
public struct DecisionTable: Sendable, Hashable {
    /// A piece of FEEL with its place in the file it comes from.
    public struct Cell: Sendable, Hashable, ExpressibleByStringLiteral {
        /// The text.
        public let source: String
        /// The line of its first character in the file, from 1; 0 where there is no file.
        public let line: Int
        /// The column of its first character in the file, from 1; 0 where there is no file.
        public let column: Int

        /// A piece of FEEL at a place.
        public init(_ source: String, line: Int = 0, column: Int = 0) {
            self.source = source
            self.line = line
            self.column = column
        }

        /// A piece of FEEL written in source.
        public init(stringLiteral source: String) {
            self.init(source)
        }
    }

    /// What the rules test.
    public struct Input: Sendable, Hashable {
        /// What people call it.
        public let label: String
        /// The expression that gives the value to test.
        public let expression: Cell
        /// The type of the value.
        public let type: FEELType

        /// An input; labelled by its expression where no label is given.
        public init(_ expression: Cell, label: String? = nil, type: FEELType = .any) {
            self.label = label ?? expression.source
            self.expression = expression
            self.type = type
        }
    }

    /// What the rules decide.
    public struct Output: Sendable, Hashable {
        /// The name of the entry in the result; of no meaning where there is one output.
        public let name: String
        /// The type of the values.
        public let type: FEELType
        /// The values there are, best first: what PRIORITY and OUTPUT ORDER go by.
        public let values: [Cell]
        /// The value where no rule applies.
        public let fallback: Cell?

        /// An output.
        public init(_ name: String, type: FEELType = .any, values: [Cell] = [], fallback: Cell? = nil) {
            self.name = name
            self.type = type
            self.values = values
            self.fallback = fallback
        }
    }

    /// A row.
    public struct Rule: Sendable, Hashable {
        /// A unary test for each input.
        public let tests: [Cell]
        /// An expression for each output.
        public let outputs: [Cell]

        /// A row.
        public init(_ tests: [Cell], _ outputs: [Cell]) {
            self.tests = tests
            self.outputs = outputs
        }
    }

    /// Which of the rules that apply decide.
    public enum HitPolicy: Sendable, Hashable {
        /// At most one rule may apply.
        case unique
        /// The first in the order of the table.
        case first
        /// Any of them: all must decide the same.
        case any
        /// The one whose output comes first among the output's values.
        case priority
        /// All of them, in a list, or put together.
        case collect(Aggregator?)
        /// All of them, in a list in the order of the table.
        case ruleOrder
        /// All of them, in a list in the order of the output's values.
        case outputOrder
    }

    /// How COLLECT puts the outputs of rules together.
    public enum Aggregator: String, Sendable, CaseIterable {
        case sum = "+"
        case min = "<"
        case max = ">"
        case count = "#"
    }

    /// What people call the table.
    public let name: String
    /// Which of the rules that apply decide.
    public let hitPolicy: HitPolicy
    /// What the rules test.
    public let inputs: [Input]
    /// What the rules decide.
    public let outputs: [Output]
    /// The rows, in order.
    public let rules: [Rule]

    /// A table.
    public init(
        _ name: String, hitPolicy: HitPolicy = .unique, inputs: [Input], outputs: [Output], rules: [Rule]
    ) {
        self.name = name
        self.hitPolicy = hitPolicy
        self.inputs = inputs
        self.outputs = outputs
        self.rules = rules
    }
}

extension DecisionTable.HitPolicy {
    /// A policy by its name or its letter, as DMN writes them: `FIRST` or `F`, `COLLECT SUM` or `C+`; nil for others.
    public init?(_ text: String) {
        switch text.uppercased() {
        case "U", "UNIQUE": self = .unique
        case "F", "FIRST": self = .first
        case "A", "ANY": self = .any
        case "P", "PRIORITY": self = .priority
        case "R", "RULE ORDER": self = .ruleOrder
        case "O", "OUTPUT ORDER": self = .outputOrder
        case "C", "COLLECT": self = .collect(nil)
        case "C+", "COLLECT SUM", "COLLECT +": self = .collect(.sum)
        case "C<", "COLLECT MIN", "COLLECT <": self = .collect(.min)
        case "C>", "COLLECT MAX", "COLLECT >": self = .collect(.max)
        case "C#", "COLLECT COUNT", "COLLECT #": self = .collect(.count)
        default: return nil
        }
    }
}
