/// A smallest set of gaps that settles something whatever is filled in: none of fewer does, and of several of one size it
/// is the first in the order given.
///
/// What cannot be left out of all of them is found first; nearly always that is enough by itself. Among the others sets
/// are tried by size, as many as ``mostTrials`` allows; beyond that they are left out one by one from the last on, and
/// the set is then one of which none can be spared.
struct SmallestFilling {
    private let isSettled: (Set<Gap>) -> Bool

    private static let mostTrials = 4_096

    init(isSettled: @escaping (Set<Gap>) -> Bool) {
        self.isSettled = isSettled
    }

    /// - Parameters:
    ///   - gaps: in order, each once.
    ///   - gates: those that say whether others are asked for: filled in beside them they may contradict them, so they are
    ///     left out where nothing is settled with them.
    /// - Returns: in the order of `gaps`; nil where no set settles it.
    func among(_ gaps: [Gap], gates: Set<Gap> = []) -> [Gap]? {
        if let found = smallest(gaps) { return found }
        return gates.isEmpty ? nil : smallest(gaps.filter { !gates.contains($0) })
    }

    private func smallest(_ gaps: [Gap]) -> [Gap]? {
        let all = Set(gaps)
        guard isSettled(all) else { return nil }
        let needed = gaps.filter { !isSettled(all.subtracting([$0])) }
        if isSettled(Set(needed)) { return needed }
        let rest = gaps.filter { !needed.contains($0) }
        var trials = 0
        for size in 1...rest.count {
            for choice in Choices(of: size, from: rest.count) {
                trials += 1
                guard trials <= Self.mostTrials else { return thinned(gaps) }
                let chosen = Set(choice.map { rest[$0] }).union(needed)
                if isSettled(chosen) { return gaps.filter(chosen.contains) }
            }
        }
        return gaps
    }

    private func thinned(_ gaps: [Gap]) -> [Gap] {
        var kept = Set(gaps)
        for gap in gaps.reversed() where isSettled(kept.subtracting([gap])) { kept.remove(gap) }
        return gaps.filter(kept.contains)
    }
}

/// All choices of so many out of `0..<count`, in the order of their elements.
private struct Choices: Sequence, IteratorProtocol {
    private let count: Int
    private var upcoming: [Int]?

    init(of size: Int, from count: Int) {
        self.count = count
        upcoming = size <= count ? Array(0..<size) : nil
    }

    mutating func next() -> [Int]? {
        guard let current = upcoming else { return nil }
        var following = current
        var place = current.count - 1
        while place >= 0, following[place] == count - current.count + place { place -= 1 }
        if place < 0 {
            upcoming = nil
        } else {
            following[place] += 1
            for later in current.indices.dropFirst(place + 1) { following[later] = following[later - 1] + 1 }
            upcoming = following
        }
        return current
    }
}
