/// The signals of a consortium that lie between three or more, of parts of which somebody determined before.
///
/// What was determined on a part holds for the part: on a pair for the two, on a group for those who were in it before
/// others joined. A dismissal settles the whole where, for the consortium, the parts that it is a party of leave nobody
/// out with whom it has it in common; and a part raises no suspicion beside the whole.
struct SignalGroups: Sendable {
    private var wholes: [CredibilitySignal] = []
    private let consortium: String

    init() { consortium = "" }

    init(_ signals: [CredibilitySignal], of consortium: String) {
        self.consortium = consortium
        wholes = signals.filter { !$0.parts.isEmpty }
    }

    /// The ids of signals that are settled by the dismissal of `dismissed`, those among them.
    func settled(by dismissed: Set<String>) -> Set<String> {
        var settled = dismissed
        for whole in wholes {
            settled.formUnion(whole.parts.map(\.id))
            let others = whole.parts.filter { dismissed.contains($0.id) && $0.parties.contains(consortium) }
                .reduce(into: Set<String>()) { $0.formUnion($1.parties) }
            let peers = whole.peers ?? whole.parties
            if peers.allSatisfy({ $0 == consortium || others.contains($0) }) { settled.insert(whole.id) }
        }
        return settled
    }
}
