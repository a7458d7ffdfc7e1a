extension FEELType {
    /// The type that a text names; types of the host's own by `declared`.
    /// - Throws: `FEELError` where the text is not a type or names an unknown one.
    public init(_ text: String, declared: [String: FEELType] = [:]) throws(FEELError) {
        try self.init(Parser.type(text, names: KnownNames(types: declared.keys)), declared: declared)
    }

    init(_ name: TypeName, declared: [String: FEELType]) throws(FEELError) {
        switch name {
        case .named(let text, let range):
            guard let type = Self.named[text] ?? declared[text] else {
                throw FEELError(
                    .unknownType, "没有名为“\(text)”的类型。", at: range, piece: text,
                    suggestion: NameSuggestion.nearest(
                        to: text, among: (Array(Self.named.keys) + declared.keys).sorted()))
            }
            self = type
        case .list(let element): self = .list(try FEELType(element, declared: declared))
        case .range(let element): self = .range(try FEELType(element, declared: declared))
        case .context(let entries):
            var types: [(name: String, type: FEELType)] = []
            for entry in entries { types.append((entry.name, try FEELType(entry.type, declared: declared))) }
            self = .context(ContextType(types))
        case .function(let parameters, let result):
            var types: [FEELType] = []
            for parameter in parameters { types.append(try FEELType(parameter, declared: declared)) }
            self = .function(types, result: try FEELType(result, declared: declared))
        }
    }
}

extension FEELType: CustomStringConvertible {
    /// The type as FEEL writes it.
    public var description: String {
        switch self {
        case .any: "Any"
        case .null: "Null"
        case .boolean: "boolean"
        case .number: "number"
        case .string: "string"
        case .date: "date"
        case .time: "time"
        case .dateTime: "date and time"
        case .monthsDuration: "years and months duration"
        case .secondsDuration: "days and time duration"
        case .list(let element): "list<\(element)>"
        case .context(let type) where type.types.isEmpty: "context"
        case .context(let type): "context<\(type.entries.map { "\($0.name): \($0.type)" }.joined(separator: ", "))>"
        case .range(let element): "range<\(element)>"
        case .function(let parameters, let result):
            "function<\(parameters.map(\.description).joined(separator: ", "))> -> \(result)"
        }
    }
}
