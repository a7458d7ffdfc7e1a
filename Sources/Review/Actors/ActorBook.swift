package import Standards

/// Who may put what on record: the actors of an installation.
package struct ActorBook: Sendable, Hashable {
    /// In the order of the file.
    package let actors: [Actor]
    private let byName: [String: Actor]

    /// - Parameter actors: no two of one name.
    package init(_ actors: [Actor]) {
        self.actors = actors
        byName = Dictionary(actors.map { ($0.name, $0) }) { first, _ in first }
    }

    package func actor(named name: String) -> Actor? { byName[name] }

    /// The names in 认定人, two people standing as 甲、乙.
    package static func names(in by: String) -> [String] {
        by.split { "、,，;；".contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// The region that the people in 认定人 speak for together: that of the first, where all have the same.
    package func region(of by: String) -> String {
        let regions = Set(Self.names(in: by).compactMap { byName[$0]?.region })
        return regions.count == 1 ? regions.first ?? "" : ""
    }

    /// How far the word of each reaches, by name: what an assessment needs to know of decisions that were recorded.
    package var ranks: [String: DeciderRank] { byName.compactMapValues(\.role.deciderRank) }
}
