internal import Safekeeping
internal import Spreadsheet
package import Standards

/// Something wrong with collected data, at its place: a kind, and what its sentences are filled in with. Sentences are
/// made when somebody reads them (``Finding/problem`` and the others), never before.
package struct Finding: Sendable, Hashable {
    package let kind: FindingKind
    /// Row 0 for the file as a whole, column 0 for a row as a whole.
    package let source: CellSource
    package internal(set) var consortium: String?
    package let indicator: IndicatorCode?
    package let year: ReportingYear?
    /// By the names in the braces of the kind's sentences; each in one line, and short enough for it.
    package let values: [String: String]
    /// What its sender answered to it, in one line; nil where nothing. Warnings alone are answered: errors are mended.
    package internal(set) var answer: String?

    package init(
        _ kind: FindingKind, at source: CellSource, consortium: String? = nil, indicator: IndicatorCode? = nil,
        year: ReportingYear? = nil, _ values: [String: String] = [:], answer: String? = nil
    ) {
        self.kind = kind
        self.source = source
        self.consortium = consortium
        self.indicator = indicator
        self.year = year
        let isFit = values.allSatisfy { Self.isFit($1, limit: Self.limit(of: $0)) }
        self.values =
            isFit
            ? values
            : Dictionary(uniqueKeysWithValues: values.map { ($0, Self.shortened($1, limit: Self.limit(of: $0))) })
        self.answer = answer.map { Self.shortened($0, limit: Self.answerLimit) }
    }

    /// The finding that was stored as data; nil where there is no such kind any more.
    package init?(
        restoring kind: String, at source: CellSource, consortium: String? = nil, indicator: String? = nil,
        year: Int? = nil, values: [String: String],
        answer: String? = nil
    ) {
        guard let kind = FindingKind.named(kind) else { return nil }
        self.init(
            kind, at: source, consortium: consortium, indicator: indicator.map { IndicatorCode($0) },
            year: year.map { ReportingYear($0) }, values, answer: answer)
    }

    /// In characters. Our own reasons and lists are longer than what a cell should hold.
    private static let limits = ["reason": 300, "points": 1_000, "remedy": 300, "detail": 300]

    private static func limit(of name: String) -> Int { limits[name] ?? 80 }

    private static let answerLimit = 300

    /// The finding with an answer to it, where it can have one.
    func answered(_ answer: String?) -> Finding {
        guard kind.severity == .warning, let answer else { return self }
        var finding = self
        finding.answer = Self.shortened(answer, limit: Self.answerLimit)
        return finding
    }

    /// Whether a value can stay as it is, as nearly all can: a text has no more characters than scalars, and no more
    /// scalars than bytes.
    private static func isFit(_ value: String, limit: Int) -> Bool {
        (value.utf8.count <= limit || value.unicodeScalars.count <= limit) && value.isPrintable
    }

    /// What was found, short enough for one line and without what would disturb it.
    private static func shortened(_ value: String, limit: Int) -> String {
        if isFit(value, limit: limit) { return value }
        let start = value.prefix(limit + 1)
        let line = String(start.map { $0.isNewline || $0 == "\t" ? " " : $0 }).printable
        return start.count > limit ? line.prefix(limit - 1) + "…" : line
    }
}
