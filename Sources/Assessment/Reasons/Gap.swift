import Standards

/// Something that is not known and can be filled in: a cell, an entry of a register that leaves something blank, or a
/// register that does not reach far enough.
enum Gap: Hashable, Sendable {
    case cell(Subject.Place)
    case entry(RegisterKind, id: String)
    case register(RegisterKind)
}
