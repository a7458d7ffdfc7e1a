// DMN 1.5, 10.3.4.2: boolean functions, and the two over lists of truth values.

extension Builtin {
    static let boolean: [Builtin] = [
        Builtin("not", "negand", .boolean, "否定；未知仍为未知") { (negand: Bool, _) in .boolean(!negand) },
        Builtin("all", "list", .boolean, "是否全部为真") { (list: [Value], _) in conjunction(list) },
        Builtin("all", "list", .boolean, "是否全部为真", isVariadic: true) { (list: [Value], _) in conjunction(list) },
        Builtin("any", "list", .boolean, "是否至少一个为真") { (list: [Value], _) in disjunction(list) },
        Builtin("any", "list", .boolean, "是否至少一个为真", isVariadic: true) { (list: [Value], _) in disjunction(list) },
        Builtin("is", ("value1", "value2"), .boolean, "两个值的种类和写法是否都相同") {
            (one: Value?, other: Value?, frame) in
            .boolean((one ?? .null).isWritten(like: other ?? .null, frame))
        },
    ]

    private static func conjunction(_ list: [Value]) -> Value? {
        var isUnknown = false
        for item in list {
            guard let truth = item.boolean else {
                isUnknown = true
                continue
            }
            if !truth { return .boolean(false) }
        }
        return isUnknown ? nil : .boolean(true)
    }

    private static func disjunction(_ list: [Value]) -> Value? {
        var isUnknown = false
        for item in list {
            guard let truth = item.boolean else {
                isUnknown = true
                continue
            }
            if truth { return .boolean(true) }
        }
        return isUnknown ? nil : .boolean(false)
    }
}

extension Value {
    /// FEEL's `is`: equal, and of times also in their zones.
    fileprivate func isWritten(like other: Value, _ frame: Frame) -> Bool {
        switch (self, other) {
        case (.time(let one), .time(let another)): one == another
        case (.dateTime(let one), .dateTime(let another)): one == another
        default: frame.equal(self, other) == true
        }
    }
}
