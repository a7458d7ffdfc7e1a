// DMN 1.5, 10.3.4.10: relations between points and ranges (Allen's algebra).

extension Builtin {
    static let ranges: [Builtin] =
        relation("before", "是否在另一个之前", ofPoints: { $0 < 0 }) { $0.ends(before: $1) }
        + relation("after", "是否在另一个之后", ofPoints: { $0 > 0 }) { $1.ends(before: $0) }
        + relationOfRanges("meets", "是否恰好止于另一个开始之处") { $0.meets($1) }
        + relationOfRanges("met by", "是否恰好始于另一个结束之处") { $1.meets($0) }
        + relationOfRanges("overlaps", "是否与另一个有公共部分") { one, other in
            not(one.ends(before: other)).and(not(other.ends(before: one)))
        }
        + relationOfRanges("overlaps before", "是否始于另一个之前并与其开头重叠") { $0.overlaps(before: $1) }
        + relationOfRanges("overlaps after", "是否止于另一个之后并与其末尾重叠") { $1.overlaps(before: $0) }
        + relationOfPoint("finishes", "是否在另一个结束之处结束", ("point", "range")) { $0.finishes($1) }
        + relationToPoint("finished by", "是否在另一个结束之处结束", ("range", "point")) { $1.finishes($0) }
        + relationToPoint("includes", "是否包含另一个", ("range", "point")) { $0.includes($1) }
        + relationOfPoint("during", "是否在另一个之内", ("point", "range")) { $1.includes($0) }
        + relationOfPoint("starts", "是否在另一个开始之处开始", ("point", "range")) { $0.starts($1) }
        + relationToPoint("started by", "是否在另一个开始之处开始", ("range", "point")) { $1.starts($0) }
        + coincidence

    private typealias Relation = @Sendable (Extent, Extent) -> Bool?

    private static let coincidence: [Builtin] = [("point1", "point2"), ("range1", "range2")].map { names in
        Builtin("coincides", names, .boolean, "是否与另一个相同") { (one: Value, other: Value, frame) in
            switch (one, other) {
            case (.range, .range): frame.equal(one, other).map(Value.boolean)
            case (.range, _), (_, .range): nil
            default: one.compared(to: other).map { .boolean($0 == 0) }
            }
        }
    }

    private static func relation(
        _ name: String, _ summary: String, ofPoints: @escaping @Sendable (Int) -> Bool,
        _ relation: @escaping Relation
    ) -> [Builtin] {
        [("point1", "point2"), ("point", "range"), ("range", "point"), ("range1", "range2")].map { names in
            Builtin(name, names, .boolean, summary) { (one: Value, other: Value, _) in
                if one.isPoint, other.isPoint { return one.compared(to: other).map { .boolean(ofPoints($0)) } }
                return holds(relation, one, other)
            }
        }
    }

    private static func relationOfRanges(
        _ name: String, _ summary: String, _ relation: @escaping Relation
    ) -> [Builtin] {
        [
            Builtin(name, ("range1", "range2"), .boolean, summary) { (one: Value, other: Value, _) in
                one.isPoint || other.isPoint ? nil : holds(relation, one, other)
            }
        ]
    }

    /// A relation of a point, or of a range, to a range.
    private static func relationOfPoint(
        _ name: String, _ summary: String, _ names: (String, String), _ relation: @escaping Relation
    ) -> [Builtin] {
        [names, ("range1", "range2")].map { names in
            Builtin(name, names, .boolean, summary) { (one: Value, other: Value, _) in
                other.isPoint ? nil : holds(relation, one, other)
            }
        }
    }

    /// A relation of a range to a point, or to a range.
    private static func relationToPoint(
        _ name: String, _ summary: String, _ names: (String, String), _ relation: @escaping Relation
    ) -> [Builtin] {
        [names, ("range1", "range2")].map { names in
            Builtin(name, names, .boolean, summary) { (one: Value, other: Value, _) in
                one.isPoint ? nil : holds(relation, one, other)
            }
        }
    }

    private static func holds(_ relation: Relation, _ one: Value, _ other: Value) -> Value? {
        guard let one = Extent(one), let other = Extent(other) else { return nil }
        return relation(one, other).map(Value.boolean)
    }

    private static func not(_ truth: Bool?) -> Bool? { truth.map { !$0 } }
}

extension Bool? {
    fileprivate func and(_ other: Bool?) -> Bool? {
        if self == false || other == false { return false }
        return self == nil || other == nil ? nil : true
    }
}

extension Value {
    fileprivate var isPoint: Bool {
        if case .range = self { false } else { true }
    }
}

/// What a range or a single point covers.
private struct Extent {
    let low: Value
    let lowIncluded: Bool
    let high: Value
    let highIncluded: Bool
    let isPoint: Bool

    init?(_ value: Value) {
        guard case .range(let range) = value else {
            (low, high, lowIncluded, highIncluded, isPoint) = (value, value, true, true, true)
            return
        }
        guard let low = range.low, let high = range.high else { return nil }
        (self.low, self.high) = (low, high)
        (lowIncluded, highIncluded, isPoint) = (range.lowIncluded, range.highIncluded, false)
    }

    func ends(before other: Extent) -> Bool? {
        high.compared(to: other.low).map { $0 < 0 || $0 == 0 && !(highIncluded && other.lowIncluded) }
    }

    func meets(_ other: Extent) -> Bool? {
        high.compared(to: other.low).map { $0 == 0 && highIncluded && other.lowIncluded }
    }

    /// Starts first, ends first, and ends within the other.
    func overlaps(before other: Extent) -> Bool? {
        let startsFirst = low.compared(to: other.low).map { $0 < 0 || $0 == 0 && lowIncluded && !other.lowIncluded }
        let endsWithin = other.low.compared(to: high).map { $0 < 0 || $0 == 0 && highIncluded && other.lowIncluded }
        let endsFirst = high.compared(to: other.high).map { $0 < 0 || $0 == 0 && (!highIncluded || other.highIncluded) }
        return startsFirst.and(endsWithin).and(endsFirst)
    }

    func finishes(_ other: Extent) -> Bool? {
        let endsTogether = high.compared(to: other.high).map { $0 == 0 && highIncluded == other.highIncluded }
        return isPoint ? endsTogether : endsTogether.and(other.startsNoLater(than: self))
    }

    func starts(_ other: Extent) -> Bool? {
        let startTogether = low.compared(to: other.low).map { $0 == 0 && lowIncluded == other.lowIncluded }
        return isPoint ? startTogether : startTogether.and(other.endsNoSooner(than: self))
    }

    func includes(_ other: Extent) -> Bool? {
        startsNoLater(than: other).and(endsNoSooner(than: other))
    }

    private func startsNoLater(than other: Extent) -> Bool? {
        low.compared(to: other.low).map { $0 < 0 || $0 == 0 && (lowIncluded || !other.lowIncluded) }
    }

    private func endsNoSooner(than other: Extent) -> Bool? {
        high.compared(to: other.high).map { $0 > 0 || $0 == 0 && (highIncluded || !other.highIncluded) }
    }
}
