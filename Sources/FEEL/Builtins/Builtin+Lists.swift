// DMN 1.5, 10.3.4.4: list functions.

extension Builtin {
    static let lists: [Builtin] = [
        Builtin("list contains", ("list", "element"), .boolean, "列表是否含有某个值") {
            (list: [Value], element: Value, frame) in
            .boolean(list.contains { frame.equal($0, element) == true })
        },
        Builtin("count", "list", .number, "项数") { (list: [Value], _) in .number(Decimal128(list.count)) },
        Builtin("min", "list", .any, "最小的一项") { (list: [Value], _) in extreme(of: list) { $0 < 0 } },
        Builtin("min", "list", .any, "最小的一项", isVariadic: true) { (list: [Value], _) in extreme(of: list) { $0 < 0 } },
        Builtin("max", "list", .any, "最大的一项") { (list: [Value], _) in extreme(of: list) { $0 > 0 } },
        Builtin("max", "list", .any, "最大的一项", isVariadic: true) { (list: [Value], _) in extreme(of: list) { $0 > 0 } },
        Builtin("sublist", ("list", "start position", "length"), .list(.any), "从某个位置起取若干项；负数从末尾数") {
            (list: [Value], start: Int, length: Int?, _) in
            guard start != 0, abs(start) <= list.count else { return nil }
            let first = start > 0 ? start - 1 : list.count + start
            guard let length else { return .list(Array(list[first...])) }
            guard length >= 0, length <= list.count - first else { return nil }
            return .list(Array(list[first..<first + length]))
        },
        Builtin("append", ("list", "item"), .list(.any), "在列表末尾加上若干项", isVariadic: true) {
            (list: [Value], items: [Value], frame) in
            frame.list(list + items)
        },
        Builtin("concatenate", "list", .list(.any), "把几个列表接起来", isVariadic: true) { (lists: [Value], frame) in
            concatenation(of: lists, frame).map(frame.list)
        },
        Builtin("insert before", ("list", "position", "newItem"), .list(.any), "在某个位置之前插入一项") {
            (list: [Value], position: Int, item: Value, _) in
            guard let index = index(of: position, in: list) else { return nil }
            return .list(list[..<index] + [item] + list[index...])
        },
        Builtin("remove", ("list", "position"), .list(.any), "去掉某个位置的一项") { (list: [Value], position: Int, _) in
            guard let index = index(of: position, in: list) else { return nil }
            return .list(Array(list[..<index] + list[(index + 1)...]))
        },
        Builtin("list replace", ("list", "position", "newItem"), .list(.any), "换掉某个位置的一项") {
            (list: [Value], position: Int, item: Value, _) in
            guard let index = index(of: position, in: list) else { return nil }
            return .list(list[..<index] + [item] + list[(index + 1)...])
        },
        Builtin("list replace", ("list", "match", "newItem"), .list(.any), "换掉与条件相符的各项") {
            (list: [Value], match: FunctionValue, item: Value, frame) in
            replacing(match, in: list, with: item, frame)
        },
        Builtin("reverse", "list", .list(.any), "倒序") { (list: [Value], _) in .list(list.reversed()) },
        Builtin("index of", ("list", "match"), .list(.number), "某个值在列表中的各个位置") {
            (list: [Value], match: Value, frame) in
            .list(
                list.indices.filter { frame.equal(list[$0], match) == true }.map { .number(Decimal128($0 + 1)) })
        },
        Builtin("union", "list", .list(.any), "把几个列表接起来并去掉重复的项", isVariadic: true) { (lists: [Value], frame) in
            concatenation(of: lists, frame).flatMap { distinct($0, frame) }
        },
        Builtin("distinct values", "list", .list(.any), "去掉重复的项") { (list: [Value], frame) in
            distinct(list, frame)
        },
        Builtin("flatten", "list", .list(.any), "把嵌套的列表展开成一层") { (list: [Value], frame) in
            var flat: [Value] = []
            return flatten(list, into: &flat, frame) ? .list(flat) : nil
        },
        Builtin("product", "list", .number, "连乘") { (list: [Value], _) in product(of: list) },
        Builtin("product", "list", .number, "连乘", isVariadic: true) { (list: [Value], _) in product(of: list) },
        Builtin("sum", "list", .number, "求和") { (list: [Value], _) in sum(of: list) },
        Builtin("sum", "list", .number, "求和", isVariadic: true) { (list: [Value], _) in sum(of: list) },
        Builtin("mean", "list", .number, "算术平均") { (list: [Value], _) in mean(of: list) },
        Builtin("mean", "list", .number, "算术平均", isVariadic: true) { (list: [Value], _) in mean(of: list) },
        Builtin("median", "list", .number, "中位数") { (list: [Value], _) in median(of: list) },
        Builtin("median", "list", .number, "中位数", isVariadic: true) { (list: [Value], _) in median(of: list) },
        Builtin("stddev", "list", .number, "样本标准差") { (list: [Value], _) in deviation(of: list) },
        Builtin("stddev", "list", .number, "样本标准差", isVariadic: true) { (list: [Value], _) in deviation(of: list) },
        Builtin("mode", "list", .list(.number), "众数，由小到大") { (list: [Value], _) in mode(of: list) },
        Builtin("mode", "list", .list(.number), "众数，由小到大", isVariadic: true) { (list: [Value], _) in mode(of: list) },
    ]

    // MARK: Items

    private static func extreme(of list: [Value], _ precedes: (Int) -> Bool) -> Value? {
        guard var extreme = list.first else { return nil }
        for item in list {
            guard let order = item.compared(to: extreme) else { return nil }
            if precedes(order) { extreme = item }
        }
        return extreme
    }

    /// The index of a position that counts from 1, or from −1 backward.
    private static func index(of position: Int, in list: [Value]) -> Int? {
        guard position != 0, abs(position) <= list.count else { return nil }
        return position > 0 ? position - 1 : list.count + position
    }

    private static func concatenation(of lists: [Value], _ frame: Frame) -> [Value]? {
        var items: [Value] = []
        for list in lists {
            guard !list.isNull, frame.spend(on: list) else { return nil }
            items += list.items
            guard items.count <= frame.limits.size else { return nil }
        }
        return items
    }

    private static func replacing(
        _ match: FunctionValue, in list: [Value], with item: Value, _ frame: Frame
    ) -> Value? {
        guard match.accepts(2) else { return nil }
        var items = list
        for index in items.indices {
            guard frame.spend(), case .boolean(let matches) = frame.call(match, [list[index], item]) else { return nil }
            if matches { items[index] = item }
        }
        return .list(items)
    }

    private static func distinct(_ list: [Value], _ frame: Frame) -> Value? {
        var distinct: [Value] = []
        for item in list {
            guard frame.spend(1 + distinct.count >> 3) else { return nil }
            if !distinct.contains(where: { frame.equal($0, item) == true }) { distinct.append(item) }
        }
        return .list(distinct)
    }

    private static func flatten(_ list: [Value], into flat: inout [Value], _ frame: Frame) -> Bool {
        for item in list {
            guard frame.spend() else { return false }
            if case .list(let items) = item {
                guard flatten(items, into: &flat, frame) else { return false }
            } else {
                flat.append(item)
            }
        }
        return flat.count <= frame.limits.size
    }

    // MARK: Numbers

    private static func numbers(_ list: [Value]) -> [Decimal128]? {
        var numbers: [Decimal128] = []
        numbers.reserveCapacity(list.count)
        for item in list {
            guard case .number(let number) = item else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    private static func sum(of list: [Value]) -> Value? {
        guard let numbers = numbers(list), !numbers.isEmpty else { return nil }
        return .finite(numbers.reduce(.zero, +))
    }

    private static func product(of list: [Value]) -> Value? {
        guard let numbers = numbers(list), !numbers.isEmpty else { return nil }
        return .finite(numbers.reduce(.one, *))
    }

    private static func mean(of list: [Value]) -> Value? {
        guard let numbers = numbers(list), !numbers.isEmpty else { return nil }
        return .finite(numbers.reduce(.zero, +) / Decimal128(numbers.count))
    }

    private static func median(of list: [Value]) -> Value? {
        guard let numbers = numbers(list)?.sorted(), !numbers.isEmpty else { return nil }
        let middle = numbers.count / 2
        if !numbers.count.isMultiple(of: 2) { return .number(numbers[middle]) }
        return .finite((numbers[middle - 1] + numbers[middle]) / Decimal128(2))
    }

    private static func deviation(of list: [Value]) -> Value? {
        guard let numbers = numbers(list), numbers.count > 1 else { return nil }
        let mean = numbers.reduce(.zero, +) / Decimal128(numbers.count)
        let squares = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(.zero, +)
        return .finite((squares / Decimal128(numbers.count - 1)).squareRoot)
    }

    private static func mode(of list: [Value]) -> Value? {
        guard let numbers = numbers(list) else { return nil }
        let counts = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.values.max()
        return .list(counts.filter { $0.value == most }.keys.sorted().map(Value.number))
    }
}
