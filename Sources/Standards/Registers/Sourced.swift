/// An entry of a register with the place where it was read. Where it stands is no part of what it says: a register that is
/// sent again changes nothing.
package protocol Sourced: Hashable, Sendable {
    var source: CellSource { get set }
}

extension Sourced {
    /// The entry by what it says alone.
    package var withoutSource: Self {
        var entry = self
        entry.source = CellSource(file: "", sha256: "", sheet: nil, row: 0, column: 0)
        return entry
    }
}

extension Incident: Sourced {}
extension Policy: Sourced {}
extension Determination: Sourced {}
extension Transition: Sourced {}
extension Rating: Sourced {}
