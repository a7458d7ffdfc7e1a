package import FEEL
package import Standards

/// What has become of something asked of a programme.
package enum ProgrammeOutcome: String, Sendable, CaseIterable {
    case met, notMet
    /// Not reached, and its day has not come.
    case pending
    /// Not reached, where the document says 左右, or advises only.
    case behind
    case undetermined, notApplicable

    package var title: String {
        switch self {
        case .met: "符合"
        case .notMet: "不符合"
        case .pending: "推进中"
        case .behind: "有差距"
        case .undetermined: "数据不足"
        case .notApplicable: "不适用"
        }
    }
}

/// What a check of a programme comes to for one subject. A nation has hundreds of thousands of them: what is asked is held
/// once for all.
package struct ProgrammeResult: Sendable {
    private let asked: Shared<ProgrammeCheck>
    package var check: ProgrammeCheck { asked.value }
    /// The overlay's province that asks; empty for the edition.
    package let province: String
    /// What it is asked of: a code of a region, a park's name, a consortium's id.
    package let subject: String
    /// The subject as people call it.
    package let title: String
    /// The consortia that were looked at, by their ids.
    package let consortia: [String]
    package let outcome: ProgrammeOutcome
    /// The number that was counted; nil where it is none or unknown.
    package let number: Decimal128?
    /// What is shown of the subject; blank where nothing is.
    package let shown: String
    /// What to do first, then what was found.
    package let text: String
    /// Of a place's target.
    package var progress: TargetProgress? { target?.value }
    private let target: Shared<TargetProgress>?
    /// Of what is to be published again and again.
    package let freshness: Freshness?

    package init(
        asked: Shared<ProgrammeCheck>, province: String, subject: String, title: String, consortia: [String],
        outcome: ProgrammeOutcome, number: Decimal128?, shown: String, text: String, progress: TargetProgress? = nil,
        freshness: Freshness? = nil
    ) {
        self.asked = asked
        self.province = province
        self.subject = subject
        self.title = title
        self.consortia = consortia
        self.outcome = outcome
        self.number = number
        self.shown = shown
        self.text = text
        target = progress.map { Shared($0) }
        self.freshness = freshness
    }
}

/// A value that many hold and that is in memory once.
package final class Shared<Value: Sendable>: Sendable {
    package let value: Value

    package init(_ value: Value) {
        self.value = value
    }
}

extension Sequence<ProgrammeResult> {
    package func count(_ outcome: ProgrammeOutcome) -> Int { reduce(0) { $0 + ($1.outcome == outcome ? 1 : 0) } }
}
