/// The government that designated a consortium, the higher first: a province designates before the ministry does.
package enum DesignationLevel: String, Sendable, CaseIterable, Comparable {
    case national, province

    /// As the register's Chinese form writes it.
    package var title: String {
        switch self {
        case .national: "国家级"
        case .province: "省级"
        }
    }

    /// The level below; nil below the lowest.
    package var next: DesignationLevel? { self == .national ? .province : nil }

    /// The lower is the less.
    package static func < (left: DesignationLevel, right: DesignationLevel) -> Bool {
        left == .province && right == .national
    }
}
