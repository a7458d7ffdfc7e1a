/// `name in domain`, `name in first..last`: sets a slot to one value after the other.
struct IterationSource: Sendable {
    let name: String
    let slot: Int
    let domain: any Node
    /// The last value of `first..last`.
    let last: (any Node)?

    /// What is iterated over.
    enum Domain {
        case items([Value])
        /// From the first to the last number, up or down.
        case numbers(first: Int, count: Int, step: Int)
        /// From the first to the last day, by its distance from 1970-01-01.
        case days(first: Int, count: Int, step: Int)

        var count: Int {
            switch self {
            case .items(let items): items.count
            case .numbers(_, let count, _), .days(_, let count, _): count
            }
        }

        subscript(index: Int) -> Value {
            switch self {
            case .items(let items): items[index]
            case .numbers(let first, _, let step): .number(Decimal128(first + index * step))
            case .days(let first, _, let step):
                CalendarDate(epochDay: first + index * step).map(Value.date) ?? .null
            }
        }
    }

    /// The values to iterate over; nil where there are none to be had.
    func values(_ frame: Frame) -> Domain? {
        let first = domain.value(frame)
        if let last { return Self.run(from: first, to: last.value(frame)) }
        switch first {
        case .list(let items): return .items(items)
        case .range(let range): return Self.run(through: range)
        case .null: return nil
        default: return .items([first])
        }
    }

    private static func run(from first: Value, to last: Value) -> Domain? {
        switch (first, last) {
        case (.number(let first), .number(let last)):
            guard let first = first.intValue, let last = last.intValue,
                case let (distance, overflow) = last.subtractingReportingOverflow(first), !overflow,
                distance.magnitude < Int.max
            else { return nil }
            return .numbers(first: first, count: abs(distance) + 1, step: distance < 0 ? -1 : 1)
        case (.date(let first), .date(let last)):
            let distance = last.epochDay - first.epochDay
            return .days(first: first.epochDay, count: abs(distance) + 1, step: distance < 0 ? -1 : 1)
        default: return nil
        }
    }

    /// The whole numbers or days in a range, upward.
    private static func run(through range: ValueRange) -> Domain? {
        guard let low = range.low, let high = range.high, range.isOrdered, let run = run(from: low, to: high) else {
            return nil
        }
        let dropped = (range.lowIncluded ? 0 : 1) + (range.highIncluded ? 0 : 1)
        let skipped = range.lowIncluded ? 0 : 1
        return switch run {
        case .numbers(let first, let count, let step):
            .numbers(first: first + skipped, count: max(0, count - dropped), step: step)
        case .days(let first, let count, let step):
            .days(first: first + skipped, count: max(0, count - dropped), step: step)
        case .items: run
        }
    }
}

/// `for i in a, j in b return c`
final class IterationNode: ValueNode {
    private let sources: [IterationSource]
    private let body: any Node
    /// Where the body finds `partial`, the results so far; nil where it does not ask.
    private let partialSlot: Int?
    /// The steps a round costs.
    private let cost: Int

    init(_ sources: [IterationSource], body: any Node, partialSlot: Int?, cost: Int) {
        self.sources = sources
        self.body = body
        self.cost = cost
        self.partialSlot = partialSlot
    }

    func value(_ frame: Frame) -> Value {
        var results: [Value] = []
        guard collect(from: 0, into: &results, frame) else { return .null }
        return frame.list(results)
    }

    /// Runs the iterators from `index` on; false when there is no result.
    private func collect(from index: Int, into results: inout [Value], _ frame: Frame) -> Bool {
        guard index < sources.count else { return append(to: &results, frame) }
        let source = sources[index]
        guard let domain = source.values(frame) else { return false }
        for position in 0..<domain.count {
            guard frame.spend(cost) else { return false }
            let item = domain[position]
            frame.locals[source.slot] = item
            frame.recorder?.beginBinding(source.name, item)
            defer { frame.recorder?.endBinding() }
            guard collect(from: index + 1, into: &results, frame) else { return false }
        }
        return true
    }

    private func append(to results: inout [Value], _ frame: Frame) -> Bool {
        guard let partialSlot else {
            results.append(body.value(frame))
            return results.count <= frame.limits.size
        }
        frame.locals[partialSlot] = .list(results)
        let result = body.value(frame)
        frame.locals[partialSlot] = .null
        guard result.isShallow(depth: frame.limits.depth, budget: &frame.state.pointee.steps) else {
            frame.report(.limit, "partial 使结果嵌套过深或过大。")
            return false
        }
        results.append(result)
        return results.count <= frame.limits.size
    }
}

/// `some i in a satisfies b`, `every i in a satisfies b`
final class QuantifiedNode: TruthNode {
    /// The truth of one item that settles the whole.
    private let settles: Bool
    private let sources: [IterationSource]
    private let condition: any Node
    /// The steps a round costs.
    private let cost: Int

    init(_ quantifier: Expression.Quantifier, _ sources: [IterationSource], condition: any Node, cost: Int) {
        self.cost = cost
        settles = quantifier == .some
        self.sources = sources
        self.condition = condition
    }

    func truth(_ frame: Frame) -> Bool? { truth(from: 0, frame) }

    private func truth(from index: Int, _ frame: Frame) -> Bool? {
        guard index < sources.count else { return condition.truth(frame) }
        let source = sources[index]
        if source.last == nil, case .list(let items) = source.domain.value(frame) {
            return truth(over: items.count, source, frame, index) { items[$0] }
        }
        guard let domain = source.values(frame) else { return nil }
        return truth(over: domain.count, source, frame, index) { domain[$0] }
    }

    @inline(__always)
    private func truth(
        over count: Int, _ source: IterationSource, _ frame: Frame, _ index: Int, _ item: (Int) -> Value
    ) -> Bool? {
        var isUnknown = false
        for position in 0..<count {
            guard frame.spend(cost) else { return nil }
            frame.locals[source.slot] = item(position)
            frame.recorder?.beginBinding(source.name, frame.locals[source.slot])
            defer { frame.recorder?.endBinding() }
            let truth = truth(from: index + 1, frame)
            if truth == settles { return settles }
            if truth == nil { isUnknown = true }
        }
        return isUnknown ? nil : !settles
    }
}

extension Value {
    /// Whether this nests at most `depth` deep; false also when `budget` does not suffice to find out.
    func isShallow(depth: Int, budget: inout Int) -> Bool {
        budget -= 1
        guard depth > 0, budget > 0 else { return false }
        switch self {
        case .list(let items): return Self.areShallow(items, depth: depth - 1, budget: &budget)
        case .context(let context): return Self.areShallow(context.values, depth: depth - 1, budget: &budget)
        case .range(let range):
            return Self.areShallow([range.low ?? .null, range.high ?? .null], depth: depth - 1, budget: &budget)
        case .function(let function):
            guard case .defined(_, let captured) = function.kind else { return true }
            return Self.areShallow(captured.map(\.value), depth: depth - 1, budget: &budget)
        default: return true
        }
    }

    private static func areShallow(_ values: [Value], depth: Int, budget: inout Int) -> Bool {
        for value in values where !value.isShallow(depth: depth, budget: &budget) { return false }
        return true
    }
}
