/// How grave something wrong with collected data is: the same three words in receipts, ledger and reports.
package enum FindingSeverity: String, Sendable, CaseIterable, Comparable {
    case info, warning, error

    package var title: String {
        switch self {
        case .info: "提示"
        case .warning: "警告"
        case .error: "错误"
        }
    }

    /// Graver is greater.
    package static func < (left: FindingSeverity, right: FindingSeverity) -> Bool { left.gravity < right.gravity }

    private var gravity: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}
