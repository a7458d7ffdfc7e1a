internal import Alerts
internal import Foundation
internal import Review
internal import Safekeeping
internal import Standards
internal import Store

/// Everything on record that people decide and may sign, held against the keys that the list of people names now.
struct KeptDecisions {
    /// Signed, and its signature does not hold.
    private(set) var wrong: [String] = []
    /// In force and unsigned, of people who have a key now: what they decided before they had one is none the worse.
    private var unsigned: [String] = []
    private let signatures: Signatures

    init(_ actors: ActorBook) {
        signatures = Signatures(actors)
    }

    /// Looks at one decision.
    /// - Parameter name: what it is, for people.
    /// - Throws: ``Failure`` where its signature could not be checked.
    mutating func look(
        at decision: SignedDecision, by: String, _ signature: String?, _ name: String
    ) throws(Failure) {
        guard let signature else {
            if !signatures.signers(of: by).isEmpty { unsigned.append("\(by)的\(name)") }
            return
        }
        guard let refusal = try signatures.refusal(of: decision, by: by, signature) else { return }
        wrong.append("\(name)：\(refusal.reason)")
    }

    /// As many as are named.
    private static let named = 5

    var notes: [String] {
        guard !unsigned.isEmpty else { return [] }
        let some = unsigned.prefix(Self.named).joined(separator: "；")
        let more = unsigned.count > Self.named ? "等" : ""
        return ["提示：有效的认定、评定和状态变更中，\(unsigned.count) 项没有签名，作出的人现已登记公钥（\(some)\(more)）。登记公钥以前作出的不须补签。"]
    }
}

extension Workspace {
    /// What is kept of decisions, alerts that were taken on and silences among them.
    func keptDecisions(_ store: Store) throws -> KeptDecisions {
        guard let actors = try installation.actors() else { return KeptDecisions(ActorBook([])) }
        var kept = KeptDecisions(actors)
        let registers = try store.snapshot(edition: try installation.edition(edition)).registers
        for made in registers.determinations {
            try kept.look(
                at: SignedDecision(made), by: made.by, made.signature,
                "认定（\(made.id ?? "无编号")，\(made.consortium) \(made.clause)，\(made.year)年）")
        }
        for made in registers.transitions {
            try kept.look(
                at: SignedDecision(made), by: made.by, made.signature,
                "状态变更（\(made.consortium)自\(made.on)转为\(made.to.title)）")
        }
        for made in registers.ratings {
            try kept.look(at: SignedDecision(made), by: made.by, made.signature, "评定（\(made.consortium) \(made.point)）")
        }
        try lookAtAlerts(store, &kept)
        return kept
    }

    /// What was acknowledged and kept quiet before anybody had a key is not told: it is long over.
    private func lookAtAlerts(_ store: Store, _ kept: inout KeptDecisions) throws {
        for record in try store.acknowledgements() {
            let made = try JSONDecoder().decode(AlertTransition.self, from: Data(record.payload.utf8))
            guard made.signature != nil else { continue }
            try kept.look(at: SignedDecision(made), by: made.by, made.signature, "确认（\(record.fingerprint)）")
        }
        for line in try store.silences().map(SilenceLine.init) {
            let made = line.silence
            if made.signature != nil {
                try kept.look(at: SignedDecision(made), by: made.by, made.signature, "静默（\(made.id)）")
            }
            if let expired = line.expired, let signature = expired.signature {
                try kept.look(
                    at: SignedDecision(endOf: made.id, by: expired.by, at: expired.at), by: expired.by, signature,
                    "静默的结束（\(made.id)）")
            }
        }
    }
}
