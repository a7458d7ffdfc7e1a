/// Mutes the alerts that the target matchers match while another alert fires that the source matchers match and that
/// agrees with them on the labels of `equal`: a consortium that is proposed for disqualification gets no mere warnings.
///
/// An alert that the source matchers match is never muted, so that no two mute each other.
package struct InhibitRule: Sendable, Hashable {
    package let source: [Matcher]
    package let target: [Matcher]
    package let equal: [LabelName]

    package init(source: [Matcher], target: [Matcher], equal: [LabelName]) {
        self.source = source
        self.target = target
        self.equal = equal
    }
}

/// A rule together with the alerts that fire and bring it into force.
struct Inhibition {
    private let rule: InhibitRule
    /// By what they have in common with the alerts they mute.
    private let sources: [LabelSet: Fingerprint]

    init(_ rule: InhibitRule, firing: [Alert]) {
        self.rule = rule
        let sources = firing.filter { alert in rule.source.allSatisfy { $0.matches(alert.labels) } }
        self.sources = Dictionary(
            sources.map { ($0.labels.only(rule.equal), $0.fingerprint) }, uniquingKeysWith: { first, _ in first })
    }

    /// The alert that mutes `alert`; nil where none does.
    func inhibitor(of alert: Alert) -> Fingerprint? {
        guard let source = sources[alert.labels.only(rule.equal)],
            rule.target.allSatisfy({ $0.matches(alert.labels) }),
            !rule.source.allSatisfy({ $0.matches(alert.labels) })
        else { return nil }
        return source
    }
}
