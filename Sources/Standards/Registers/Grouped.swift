/// Things by a key of theirs, in their order: where each stands, and no copy of it.
package struct Grouped<Thing: Sendable>: Sendable {
    private let things: [Thing]
    private let places: [String: [Int32]]

    package init(_ things: [Thing], by key: (Thing) -> String) {
        self.things = things
        var places: [String: [Int32]] = [:]
        for (place, thing) in things.enumerated() { places[key(thing), default: []].append(Int32(place)) }
        self.places = places
    }

    /// Those of a key; none where it has none.
    package subscript(key: String) -> [Thing] { places[key]?.map { things[Int($0)] } ?? [] }
}
