/// Named values in order: FEEL's context.
public final class Context: Sendable {
    /// The entries' names.
    public let shape: ContextShape
    /// The entries' values, a slot each.
    public let values: [Value]
    /// What explanations call this context, such as "2024年"; of no meaning to FEEL.
    public let label: String?

    /// A context of a shape; missing values are null, surplus ones dropped.
    public init(shape: ContextShape, values: [Value], label: String? = nil) {
        self.shape = shape
        let missing = shape.names.count - values.count
        self.values =
            missing == 0
            ? values : Array(values.prefix(shape.names.count)) + Array(repeating: .null, count: max(0, missing))
        self.label = label
    }

    /// A context with a shape of its own.
    public convenience init(_ entries: [(name: String, value: Value)], label: String? = nil) {
        self.init(shape: ContextShape(entries.map(\.name)), values: entries.map(\.value), label: label)
    }

    /// The value of an entry; nil where there is none of this name.
    public subscript(name: String) -> Value? {
        shape.slot(of: name).map { values[$0] }
    }

    /// The entries in order.
    public var entries: [(name: String, value: Value)] {
        zip(shape.names, values).map { (name: $0, value: $1) }
    }

    /// This context with an entry replaced, or added at the end.
    func setting(_ name: String, to value: Value) -> Context {
        var values = values
        guard let slot = shape.slot(of: name) else {
            return Context(shape: ContextShape(shape.names + [name]), values: values + [value], label: label)
        }
        values[slot] = value
        return Context(shape: shape, values: values, label: label)
    }
}
