/// A type of FEEL values.
public indirect enum FEELType: Sendable, Hashable {
    /// Any value.
    case any
    /// Only null.
    case null
    case boolean
    /// A number, in a unit where one is known; the unit is for checks, values do not carry it.
    case number(unit: String?)
    case string
    case date
    case time
    case dateTime
    case monthsDuration
    case secondsDuration
    case list(FEELType)
    /// A context with at least these entries; with none, any context.
    case context(ContextType)
    case range(FEELType)
    /// A function.
    case function([FEELType], result: FEELType)

    /// A number of no particular unit.
    public static let number = FEELType.number(unit: nil)
    /// Any context.
    public static let anyContext = FEELType.context(ContextType([]))

    /// The types with a name of their own.
    static let named: [String: FEELType] = [
        "Any": .any, "Null": .null, "boolean": .boolean, "number": .number, "string": .string, "date": .date,
        "time": .time, "date and time": .dateTime, "dateTime": .dateTime,
        "years and months duration": .monthsDuration, "yearMonthDuration": .monthsDuration,
        "days and time duration": .secondsDuration, "dayTimeDuration": .secondsDuration,
        "list": .list(.any), "context": .anyContext, "range": .range(.any), "function": .function([], result: .any),
    ]
}

/// The entries a context has, each with its type, and the shape its contexts share.
public struct ContextType: Sendable, Hashable {
    /// The shape that contexts of this type have, so that entries are found by slot. Contexts of other shapes serve
    /// as well, only slower.
    public let shape: ContextShape
    /// The entries' types, a slot each.
    public let types: [FEELType]

    /// A type with a shape of its own.
    public init(_ entries: [(name: String, type: FEELType)]) {
        self.init(shape: ContextShape(entries.map(\.name)), types: entries.map(\.type))
    }

    /// The type of contexts of `shape`; types that are missing are `any`.
    public init(shape: ContextShape, types: [FEELType]) {
        self.shape = shape
        let missing = max(0, shape.names.count - types.count)
        self.types = types + Array(repeating: .any, count: missing)
    }

    /// The entries' names and types in order.
    public var entries: [(name: String, type: FEELType)] { zip(shape.names, types).map { (name: $0, type: $1) } }

    /// The type of an entry; nil where there is none of this name.
    public subscript(name: String) -> FEELType? { shape.slot(of: name).map { types[$0] } }

    /// Whether both have the same entries.
    public static func == (left: ContextType, right: ContextType) -> Bool {
        left.shape.names == right.shape.names && left.types == right.types
    }

    /// Hashes the entries.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(shape.names)
        hasher.combine(types)
    }
}
