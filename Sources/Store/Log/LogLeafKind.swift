/// What leaves of the log are of.
package enum LogLeafKind: String, Sendable, CaseIterable {
    /// A line of the ledger with the root of the tree over its rows. Subject: its id.
    case submission
    /// That a document was received as evidence of a row. Subject: `SUBMISSION/EVIDENCE/ROW/SHEET`.
    case evidence
    /// That a register came again. Subject: the id of the receipt.
    case receipt
    /// What somebody decided, in a register or at the keyboard. Subject: the id of the entry.
    case determination
    /// Another standing of a consortium. Subject: the id of the entry.
    case transition
    /// A list of people who may decide. Subject: its SHA-256.
    case actors
    /// That a run began, by which edition, rules and people. Subject: its id.
    case run
    /// How a run ended, and the roots of what it found. Subject: its id.
    case result
    /// A message that is to be sent. Subject: its id.
    case message
    /// That a message was sent. Subject: its id.
    case delivery
    /// What happened to alerts, what was told of them and what is silenced. Subject: `TABLE/FIRST-LAST`.
    case alerts
    /// That a silence was ended. Subject: the id of the silence.
    case expiry

    /// As messages name it.
    package var title: String {
        switch self {
        case .submission: "报送"
        case .evidence: "佐证材料"
        case .receipt: "再次收到的登记表"
        case .determination: "认定"
        case .transition: "状态变更"
        case .actors: "人员名单"
        case .run: "运行的开始"
        case .result: "运行的结果"
        case .message: "待发消息"
        case .delivery: "已发消息"
        case .alerts: "告警记录"
        case .expiry: "静默的结束"
        }
    }
}

/// A leaf by what it is of.
package struct LogLeafName: Sendable, Hashable {
    package let kind: LogLeafKind
    package let subject: String

    package init(_ kind: LogLeafKind, _ subject: String) {
        self.kind = kind
        self.subject = subject
    }

    init(_ kind: LogLeafKind, _ id: Int64) { self.init(kind, "\(id)") }

    /// `submission/12`, as people name it; nil where it is no name of a leaf.
    package init?(_ text: String) {
        guard let slash = text.firstIndex(of: "/"), let kind = LogLeafKind(rawValue: String(text[..<slash])) else {
            return nil
        }
        self.init(kind, String(text[text.index(after: slash)...]))
    }

    package var text: String { "\(kind.rawValue)/\(subject)" }
}
