/// The official code of an observation point, with its component after a slash where a point asks for several figures:
/// `8.4.3`, `8.4.1/人次`. The principal one of them may be the bare code: `6.2.1` beside `6.2.1/可操作`.
///
/// Codes order as the standard prints them: by number, then by component (`2.1.1` < `2.1.2/总产值` < `10.1.1`).
package struct IndicatorCode: Hashable, Sendable, CustomStringConvertible {
    /// The code as the catalogue writes it.
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// The code of the observation point, without the component.
    package var point: String { String(text.prefix { $0 != "/" }) }

    /// What follows the slash, if anything does.
    package var component: String? {
        guard let slash = text.firstIndex(of: "/") else { return nil }
        return String(text[text.index(after: slash)...])
    }

    /// The code of the criterion (三级指标) that the point belongs to: `8.4` for `8.4.1/人次`.
    package var criterion: String {
        point.split(separator: ".").prefix(2).joined(separator: ".")
    }

    package var description: String { text }
}

extension IndicatorCode: Comparable {
    package static func < (left: IndicatorCode, right: IndicatorCode) -> Bool {
        let leftNumbers = left.point.split(separator: ".").map { Int($0) ?? 0 }
        let rightNumbers = right.point.split(separator: ".").map { Int($0) ?? 0 }
        if leftNumbers != rightNumbers { return leftNumbers.lexicographicallyPrecedes(rightNumbers) }
        return left.text < right.text
    }
}
