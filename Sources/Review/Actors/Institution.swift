internal import Foundation

/// A school, an enterprise or another body that somebody works for or that belongs to a consortium.
package struct Institution: Sendable, Hashable {
    package let name: String
    /// 统一社会信用代码; empty where nobody tells.
    package let creditCode: String

    package init(name: String, creditCode: String = "") {
        self.name = name
        self.creditCode = creditCode.uppercased()
    }

    /// Whether both are one body: by their codes where both tell theirs, else by their names, however they are typed.
    package func isSame(as other: Institution) -> Bool {
        if !creditCode.isEmpty, !other.creditCode.isEmpty { return creditCode == other.creditCode }
        return !key.isEmpty && key == other.key
    }

    private var key: String {
        name.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }
}
