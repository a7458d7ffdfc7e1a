/// The names of a context's entries, in order. Many contexts share one shape, so a program finds an entry by its slot.
public final class ContextShape: Sendable {
    /// The names, a slot each.
    public let names: [String]
    private let slots: [String: Int]

    /// A shape with these entries; of a name given twice the first counts.
    public init(_ names: [String]) {
        self.names = names
        slots = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The shape of the empty context.
    static let empty = ContextShape([])

    /// The slot of an entry.
    public func slot(of name: String) -> Int? { slots[name] }
}
