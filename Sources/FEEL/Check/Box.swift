/// A set of inputs of a decision table: for each column the atoms its value may fall into.
struct Box {
    var sides: [Set<Int>]

    /// Whether there are no such inputs.
    var isEmpty: Bool { sides.contains(where: \.isEmpty) }

    /// The inputs in both.
    func intersection(_ other: Box) -> Box {
        Box(sides: zip(sides, other.sides).map { $0.intersection($1) })
    }

    /// Some of these inputs that none of `boxes` holds; nil where they hold them all.
    /// - Parameter budget: how many cuts may be tried; nil also when it is used up.
    func remainder(without boxes: ArraySlice<Box>, budget: inout Int) -> Box? {
        budget -= 1
        guard budget > 0 else { return nil }
        guard let box = boxes.first else { return self }
        let others = boxes.dropFirst()
        guard !intersection(box).isEmpty else { return remainder(without: others, budget: &budget) }
        // What sticks out on one side after the other, cut off so that the pieces do not overlap.
        var rest = self
        for side in sides.indices {
            var piece = rest
            piece.sides[side].subtract(box.sides[side])
            if !piece.isEmpty, let remainder = piece.remainder(without: others, budget: &budget) { return remainder }
            rest.sides[side].formIntersection(box.sides[side])
        }
        return nil
    }
}
