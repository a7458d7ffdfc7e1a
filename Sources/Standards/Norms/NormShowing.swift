/// What shows on the sample data what has become of a sentence: a command, or a page of the report.
package struct NormShowing: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        let kind: NormCarrier.Kind
        /// Nil for every edition.
        let edition: String?
        /// What it is for; everything of the kind where there is none. `330000/*` is everything of a province.
        let codes: [String]
        /// `explain C001 {code} --year 2025`, or `page province-{province}.html`.
        package let text: String

        package init(kind: NormCarrier.Kind, edition: String?, codes: [String], text: String) {
            self.kind = kind
            self.edition = edition
            self.codes = codes
            self.text = text
        }

        func isMeant(_ target: NormCarrier.Target) -> Bool {
            guard kind == target.kind, edition == nil || edition == target.edition else { return false }
            return codes.isEmpty
                || codes.contains { code in
                    code.hasSuffix("*") ? target.code.hasPrefix(code.dropLast()) : code == target.code
                }
        }
    }

    /// The first that is meant counts.
    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    package static let none = NormShowing([])

    /// The command or page of a carrier; nil where nothing is said.
    package func text(of target: NormCarrier.Target) -> String? {
        entries.first { $0.isMeant(target) }.map { entry in
            let province = target.code.prefix { $0 != "/" }
            return entry.text.replacing("{code}", with: target.code).replacing("{province}", with: province)
        }
    }
}
