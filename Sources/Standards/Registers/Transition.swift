package import FEEL

/// Where a consortium stands (状态) in the procedure of designation.
package enum Standing: String, Sendable, CaseIterable {
    case application, cultivation, accepted, revoked

    /// As forms and reports write it.
    package var title: String {
        switch self {
        case .application: "申报"
        case .cultivation: "培育"
        case .accepted: "通过验收"
        case .revoked: "取消资格"
        }
    }

    /// Where one can stand next: designated, accepted and deprived of its title in this order; one without a title
    /// applies again.
    package var next: [Standing] {
        switch self {
        case .application: [.cultivation]
        case .cultivation: [.accepted, .revoked]
        case .accepted: [.revoked]
        case .revoked: [.application]
        }
    }
}

/// An entry of the register of transitions (状态变更): from a day on a consortium stands elsewhere.
package struct Transition: Sendable, Hashable {
    package let consortium: String
    /// Nil where the register leaves it blank.
    package let from: Standing?
    package let to: Standing
    package let on: CalendarDate
    /// The number of the document that says so.
    package let document: String
    package let by: String
    package let ground: String
    /// What the people named in `by` signed, as in ``Determination/signature``; nil where nobody signed.
    package var signature: String?
    package var source: CellSource

    package init(
        consortium: String, from: Standing?, to: Standing, on: CalendarDate, document: String, by: String,
        ground: String, signature: String? = nil, source: CellSource
    ) {
        self.consortium = consortium
        self.from = from
        self.to = to
        self.on = on
        self.document = document
        self.by = by
        self.ground = ground
        self.signature = signature
        self.source = source
    }
}
