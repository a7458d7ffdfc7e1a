/// A FEEL expression with its place in the text: the one tree that is evaluated, checked, described and explained.
public struct Expression: Sendable, Hashable {
    /// What it is.
    public let kind: Kind
    /// Where it stands, brackets around it not included.
    public let range: SourceRange
    /// How many levels its tree has: 1 where nothing is within it.
    public let depth: Int
    /// How deep it nests, as people see it: a chain of operators (`a + b - c`) is one level, however long.
    public let nesting: Int
    /// How many expressions it is made of, itself included.
    public let size: Int

    /// An expression at a place.
    public init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
        let children = kind.children
        depth = 1 + (children.lazy.map(\.depth).max() ?? 0)
        let inner = children.lazy.map(\.nesting).max() ?? 0
        if case .binary(let operation, let left, let right) = kind, left.continues(operation) {
            nesting = max(left.nesting, right.nesting + 1)
        } else {
            nesting = 1 + inner
        }
        size = 1 + children.lazy.map(\.size).reduce(0, +)
    }

    /// The forms of expression.
    public indirect enum Kind: Sendable, Hashable {
        /// `null`
        case null
        /// `true`, `false`
        case boolean(Bool)
        /// `12.5`
        case number(Decimal128)
        /// `"text"`
        case string(String)
        /// `@"2025-12-31"`: the text within the quotes
        case temporal(String)
        /// A variable, a parameter or a function; spaces within it single. `?` is one.
        case name(String)
        /// `-a`
        case negation(Expression)
        /// `a + b`, `a < b`, `a and b`
        case binary(BinaryOperator, Expression, Expression)
        /// `a between low and high`
        case between(Expression, low: Expression, high: Expression)
        /// `a in test`, `a in (test, test)`
        case membership(Expression, tests: [Expression])
        /// `a instance of type`
        case instanceOf(Expression, TypeName)
        /// `if a then b else c`
        case conditional(Expression, then: Expression, otherwise: Expression)
        /// `for i in a, j in b return c`
        case iteration([Iterator], body: Expression)
        /// `some i in a satisfies b`, `every i in a satisfies b`
        case quantified(Quantifier, [Iterator], condition: Expression)
        /// `a.entry`
        case path(Expression, entry: Name)
        /// `a[b]`
        case filter(Expression, by: Expression)
        /// `f(a, b)`, `f(x: a, y: b)`
        case invocation(Expression, [Argument])
        /// `[a, b]`
        case list([Expression])
        /// `{a: 1, b: 2}`
        case context([Entry])
        /// `[a..b]`, `(a..b]`
        case range(low: Expression, lowIncluded: Bool, high: Expression, highIncluded: Bool)
        /// `< a`, `>= a`, `= a`, `!= a`: a test of the value at hand; in brackets also a range without a start or an end
        case comparison(BinaryOperator, Expression)
        /// `function(a, b: number) c`
        case function([Parameter], body: Expression)
        /// `function(a) external {…}`: parsed and refused at evaluation
        case externalFunction([Parameter], mapping: Expression)
        /// `-` as a unary test: anything
        case anything
        /// `a, b` as unary tests: any of them
        case alternatives([Expression])
        /// `not(a, b)` as unary tests: none of them
        case exclusion([Expression])
    }
}

extension Expression {
    /// An operator between two operands.
    public enum BinaryOperator: String, Sendable, CaseIterable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case power = "**"
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case and
        case or
    }

    /// `some` or `every`.
    public enum Quantifier: String, Sendable {
        case some
        case every
    }

    /// A name with its place.
    public struct Name: Sendable, Hashable {
        /// The name, spaces within it single.
        public let text: String
        /// Where it stands.
        public let range: SourceRange
    }

    /// `name in domain`, `name in domain..end`.
    public struct Iterator: Sendable, Hashable {
        /// The variable.
        public let name: Name
        /// A list or a range; before `..` the first of whole numbers or dates that run up or down to `end`.
        public let domain: Expression
        /// The last of the numbers or dates.
        public let end: Expression?

        var expressions: [Expression] { [domain] + (end.map { [$0] } ?? []) }
    }

    /// An argument of an invocation; positional where it has no name.
    public struct Argument: Sendable, Hashable {
        /// The parameter it is for.
        public let name: Name?
        /// Its value.
        public let value: Expression
    }

    /// `name: value` in a context.
    public struct Entry: Sendable, Hashable {
        /// The entry's name.
        public let name: Name
        /// Its value; it may refer to the entries before it.
        public let value: Expression
    }

    /// A parameter of a function.
    public struct Parameter: Sendable, Hashable {
        /// The parameter's name.
        public let name: Name
        /// Its declared type.
        public let type: TypeName?
    }
}

extension Expression.Kind {
    /// The expressions directly within, in the order of the text.
    var children: [Expression] {
        switch self {
        case .null, .boolean, .number, .string, .temporal, .name, .anything: []
        case .negation(let operand), .comparison(_, let operand), .path(let operand, _), .instanceOf(let operand, _):
            [operand]
        case .binary(_, let left, let right): [left, right]
        case .between(let value, let low, let high): [value, low, high]
        case .membership(let value, let tests): [value] + tests
        case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
        case .iteration(let iterators, let body): iterators.flatMap(\.expressions) + [body]
        case .quantified(_, let iterators, let condition): iterators.flatMap(\.expressions) + [condition]
        case .filter(let list, let condition): [list, condition]
        case .invocation(let function, let arguments): [function] + arguments.map(\.value)
        case .list(let items), .alternatives(let items), .exclusion(let items): items
        case .context(let entries): entries.map(\.value)
        case .range(let low, _, let high, _): [low, high]
        case .function(_, let body), .externalFunction(_, let body): [body]
        }
    }
}

extension Expression {
    /// The expressions directly within this one, in the order of the text.
    public var children: [Expression] { kind.children }

    /// The steps that evaluating it once costs, so that many rounds of much work are paid for as such.
    var cost: Int { 1 + size >> 4 }

    /// Whether this, or anything within it, satisfies `condition`.
    func contains(where condition: (Expression) -> Bool) -> Bool {
        condition(self) || children.contains { $0.contains(where: condition) }
    }
}

extension Expression {
    /// Whether `operation` after this goes on with a chain of operators that bind as tightly.
    fileprivate func continues(_ operation: BinaryOperator) -> Bool {
        guard case .binary(let own, _, _) = kind else { return false }
        switch (own, operation) {
        case (.or, .or), (.and, .and), (.power, .power): return true
        case (.add, .add), (.add, .subtract), (.subtract, .add), (.subtract, .subtract): return true
        case (.multiply, .multiply), (.multiply, .divide), (.divide, .multiply), (.divide, .divide): return true
        default: return false
        }
    }
}
