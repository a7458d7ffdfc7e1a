// What the check asks about types. `any` is a type that is not known.

extension FEELType {
    /// The type of a list's items and a range's values; of anything else the type itself, as FEEL reads single values.
    var item: FEELType {
        switch self {
        case .list(let element), .range(let element): element
        default: self
        }
    }

    /// The least type known to hold the values of both.
    func joined(with other: FEELType) -> FEELType {
        switch (self, other) {
        case (.null, let type), (let type, .null): return type
        case (.number(let left), .number(let right)): return .number(unit: left == right ? left : nil)
        case (.list(let left), .list(let right)): return .list(left.joined(with: right))
        case (.range(let left), .range(let right)): return .range(left.joined(with: right))
        default: return self == other ? self : .any
        }
    }

    /// Whether a value of this type may be one of `other`, as far as is known.
    func mayBe(_ other: FEELType) -> Bool {
        switch (self, other) {
        case (.any, _), (_, .any), (.null, _), (_, .null), (.number, .number): true
        case (.list(let left), .list(let right)), (.range(let left), .range(let right)): left.mayBe(right)
        case (.context(let left), .context(let right)):
            left.types.isEmpty
                || right.entries.allSatisfy { entry in left[entry.name].map { $0.mayBe(entry.type) } ?? false }
        case (.function, .function): true
        default: self == other
        }
    }

    /// Whether values of both types can be equal: of one kind, whatever their units, items and entries.
    func isSameKind(as other: FEELType) -> Bool {
        switch (self, other) {
        case (.number, .number), (.list, .list), (.context, .context), (.range, .range), (.function, .function): true
        default: self == other
        }
    }

    /// Whether values of both types have an order between them.
    func isComparable(to other: FEELType) -> Bool {
        switch (self, other) {
        case (.date, .dateTime), (.dateTime, .date): true
        default: isSameKind(as: other)
        }
    }

    /// Whether values of this type have an order.
    var isOrdered: Bool {
        switch self {
        case .any, .number, .string, .date, .time, .dateTime, .monthsDuration, .secondsDuration: true
        default: false
        }
    }

    /// The properties FEEL gives to values of this type (DMN 1.5, tables 63 to 65).
    var properties: [(name: String, type: FEELType)] {
        let date: [(name: String, type: FEELType)] = [
            ("year", .number), ("month", .number), ("day", .number), ("weekday", .number),
        ]
        let time: [(name: String, type: FEELType)] = [
            ("hour", .number), ("minute", .number), ("second", .number), ("time offset", .secondsDuration),
            ("timezone", .string),
        ]
        switch self {
        case .date: return date
        case .time: return time
        case .dateTime: return date + time
        case .monthsDuration: return [("years", .number), ("months", .number)]
        case .secondsDuration:
            return [("days", .number), ("hours", .number), ("minutes", .number), ("seconds", .number)]
        case .range(let element):
            return [
                ("start", element), ("end", element), ("start included", .boolean), ("end included", .boolean),
            ]
        default: return []
        }
    }

    /// The type's name in Chinese, with its unit.
    var inChinese: String {
        switch self {
        case .any: "任意值"
        case .null: "空值"
        case .boolean: "是否值"
        case .number(let unit): unit.map { "数字（\($0)）" } ?? "数字"
        case .string: "文本"
        case .date: "日期"
        case .time: "时间"
        case .dateTime: "日期时间"
        case .monthsDuration: "年月时长"
        case .secondsDuration: "日时时长"
        case .list(.any): "列表"
        case .list(let element): "\(element.inChinese)的列表"
        case .context: "记录"
        case .range: "范围"
        case .function: "函数"
        }
    }
}
