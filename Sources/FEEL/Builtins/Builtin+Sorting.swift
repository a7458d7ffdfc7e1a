// DMN 1.5, 10.3.4.6: sort.

extension Builtin {
    static let sorting: [Builtin] = [
        Builtin("sort", ("list", "precedes"), .list(.any), "按给定的先后排序") {
            (list: [Value], precedes: FunctionValue, frame) in
            sorted(list, by: precedes, frame).map(Value.list)
        }
    ]

    /// A merge sort: stable, and at ease with a function that contradicts itself. Nil where a comparison has no answer.
    private static func sorted(_ list: [Value], by precedes: FunctionValue, _ frame: Frame) -> [Value]? {
        guard precedes.accepts(2) else { return nil }
        guard list.count > 1 else { return list }
        let middle = list.count / 2
        guard let left = sorted(Array(list[..<middle]), by: precedes, frame),
            let right = sorted(Array(list[middle...]), by: precedes, frame)
        else { return nil }
        var merged: [Value] = []
        merged.reserveCapacity(list.count)
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            guard frame.spend(), case .boolean(let isBefore) = frame.call(precedes, [right[j], left[i]]) else {
                return nil
            }
            if isBefore {
                merged.append(right[j])
                j += 1
            } else {
                merged.append(left[i])
                i += 1
            }
        }
        return merged + left[i...] + right[j...]
    }
}
