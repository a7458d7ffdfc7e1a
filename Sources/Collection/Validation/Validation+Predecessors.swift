internal import Standards

extension KnownConsortia {
    /// What is wrong with the predecessors that a register of consortia names, which has been added to those known.
    package func predecessorFindings(in submission: Submission) -> [Finding] {
        submission.consortia.flatMap { consortium -> [Finding] in
            let unknown = consortium.predecessors.filter { !contains($0) }.map { predecessor in
                Finding(
                    .unknownPredecessor, at: submission.wholeFile, consortium: consortium.id, ["found": predecessor])
            }
            guard let circle = circle(from: consortium.id) else { return unknown }
            let found = circle.joined(separator: "的前身是")
            return unknown + [
                Finding(.predecessorCircle, at: submission.wholeFile, consortium: consortium.id, ["found": found])
            ]
        }
    }

    /// The way from a consortium over its predecessors back to itself, the shortest; nil where there is none.
    private func circle(from start: String) -> [String]? {
        var ways = [[start]]
        var seen: Set<String> = []
        while !ways.isEmpty {
            var longer: [[String]] = []
            for way in ways {
                for predecessor in way.last.flatMap({ self[$0] })?.predecessors ?? [] {
                    if predecessor == start { return way + [start] }
                    if seen.insert(predecessor).inserted { longer.append(way + [predecessor]) }
                }
            }
            ways = longer
        }
        return nil
    }
}
