/// An entry of an authority's register of which nobody knows whom it is about: a policy whose region, an incident whose
/// consortium cannot be read. What cannot be read is unknown and not no, so it may be about everyone in the region of the
/// authority, until a later entry of the same id says whom.
package struct Unplaced<Entry: Sendable & Hashable>: Sendable, Hashable {
    package let entry: Entry
    /// GB/T 2260 code of the region that the authority speaks for; empty for the whole country.
    package let region: String

    package init(_ entry: Entry, in region: String) {
        self.entry = entry
        self.region = region
    }

    /// Whether the entry may be about a consortium.
    package func mayConcern(_ consortium: Consortium) -> Bool {
        region.isEmpty || RegionCode.contains(region, consortium.province)
            || RegionCode.contains(region, consortium.prefecture)
    }

    /// Whether what the authority of `other` says of the same id tells whom this one is about.
    package func isSettled(by other: String) -> Bool {
        RegionCode.contains(region, other) || RegionCode.contains(other, region)
    }
}

extension Incident {
    /// Whether nobody knows whose it is.
    package var isUnassigned: Bool { consortium.isEmpty }
}

extension Policy {
    /// Whether its entry says where it is in force. A region in words that were not understood is none.
    package var isPlaced: Bool { RegionCode.isCode(region) }

    /// Whether it might count for a consortium if it were known where it is in force: one of the nation or of a county is no
    /// province's or prefecture's, and one without effect counts nowhere.
    package var mightCount: Bool { level != .national && level != .county && isEffective != false }
}
