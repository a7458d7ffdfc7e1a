// Unary tests and what follows `in`.

extension Checker {
    /// Notes what in a test of a value of type `input` cannot be right.
    mutating func checkTest(_ test: Expression, of input: FEELType) {
        switch test.kind {
        case .anything: break
        case .alternatives(let tests), .exclusion(let tests):
            for test in tests { checkTest(test, of: input) }
        case .comparison(let operation, let value):
            let type = type(of: value)
            if operation == .equal || operation == .notEqual {
                requireEquality(input, type, at: test.range)
            } else {
                requireOrder(input, type, at: test.range)
            }
        case .range(let low, _, let high, _):
            for end in [low, high] { requireOrder(input, type(of: end), at: test.range) }
        default:
            let type = type(of: test)
            // A condition over `?` or anything else, a list or a range to look into, or a value to equal.
            if type == .boolean, input != .boolean { return }
            switch type {
            case .list(let element): requireTested(input, against: element, at: test.range)
            case .range(let element): requireOrder(input, element, at: test.range)
            default: requireEquality(input, type, at: test.range)
            }
        }
    }

    /// An item of a list may be a value to equal, a range to be in, or a list to equal.
    private mutating func requireTested(_ input: FEELType, against element: FEELType, at range: SourceRange) {
        if case .list = input { return }
        if case .range(let inner) = element {
            requireOrder(input, inner, at: range)
        } else {
            requireEquality(input, element, at: range)
        }
    }
}
