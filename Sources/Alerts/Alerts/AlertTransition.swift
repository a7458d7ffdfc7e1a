package import Foundation

/// What happened to an alert, and when. All of them are kept, so that an alert can be asked for its history.
package struct AlertTransition: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// It began, began anew after an end, or says something else.
        case fired, refired, changed
        /// Its data went, or came back.
        case held, released
        case resolved
        /// A person took it on; what that was given for changed, or its date passed.
        case acknowledged, acknowledgementEnded

        package var title: String {
            switch self {
            case .fired: "开始告警"
            case .refired: "再次告警"
            case .changed: "内容变化"
            case .held: "数据缺失，维持告警"
            case .released: "数据补齐"
            case .resolved: "解除"
            case .acknowledged: "已确认"
            case .acknowledgementEnded: "确认失效"
            }
        }
    }

    package let fingerprint: Fingerprint
    package let at: Date
    package let kind: Kind
    /// One sentence for people: what it says now, or why it ended.
    package let text: String
    /// The person whose doing it was; empty where it was a run.
    package let by: String
    /// Until when it is taken on; nil where nobody says.
    package let until: Date?
    /// What that person signed; nil where nobody signed.
    package let signature: String?

    package init(
        fingerprint: Fingerprint, at: Date, kind: Kind, text: String, by: String = "", until: Date? = nil,
        signature: String? = nil
    ) {
        self.fingerprint = fingerprint
        self.at = at
        self.kind = kind
        self.text = text
        self.by = by
        self.until = until
        self.signature = signature
    }

    /// What a run made of an alert; nil where nothing happened that people would ask for.
    init?(from before: AlertState?, to after: AlertState, at now: Date) {
        guard let kind = Self.kind(from: before, to: after) else { return nil }
        let text =
            switch kind {
            case .resolved: after.resolution ?? ""
            case .held: after.hold?.text ?? ""
            case .acknowledgementEnded: before?.acknowledgement?.isOver(at: now) == true ? "确认的期限已过。" : "告警的内容有变化。"
            default: "\(after.alert.annotations.outcomeTitle)：\(after.alert.annotations.summary)"
            }
        self.init(fingerprint: after.id, at: now, kind: kind, text: text)
    }

    private static func kind(from before: AlertState?, to after: AlertState) -> Kind? {
        guard let before else { return .fired }
        if after.status == .resolved { return before.status == .firing ? .resolved : nil }
        if after.episode > before.episode { return .refired }
        if after.hold != nil, before.hold == nil { return .held }
        if after.hold == nil, before.hold != nil { return .released }
        if after.content != before.content { return .changed }
        return before.acknowledgement != nil && after.acknowledgement == nil ? .acknowledgementEnded : nil
    }
}
