/// What a cell says its value is stored as.
enum StoredType {
    case number, sharedString, formulaText, inlineString, boolean, error, date
    /// Of a type that is not known.
    case text

    /// Whether white space around the value is part of it.
    var isText: Bool { self == .formulaText || self == .inlineString || self == .text }

    /// Of the attribute `t`. A type that is not known is text: what is there is shown as it is.
    @inline(__always)
    init(_ text: Span<UInt8>) {
        for (name, type) in Self.names where text.equals(name) {
            self = type
            return
        }
        self = .text
    }

    /// The most frequent first.
    private static let names: [(StaticString, StoredType)] = [
        ("s", .sharedString), ("str", .formulaText), ("n", .number), ("inlineStr", .inlineString), ("b", .boolean),
        ("e", .error), ("d", .date),
    ]
}

extension Span where Element == UInt8 {
    @inline(__always)
    fileprivate func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for index in indices where self[index] != text.utf8Start[index] { return false }
        return true
    }
}
