internal import FEEL
internal import Standards

/// Finds the indicator of a code in a cell without making a string of it where rows come in the order of the standard.
struct CodeTable {
    let indicators: [Indicator]
    /// The kinds of the indicators, by ordinal.
    let kinds: [IndicatorKind]
    private let codes: [[UInt8]]
    private let ordinals: [String: Int]
    private var last = 0

    init(_ indicators: [Indicator]) {
        self.indicators = indicators
        kinds = indicators.map(\.kind)
        codes = indicators.map { Array($0.code.text.utf8) }
        ordinals = Dictionary(indicators.map { ($0.code.text, $0.ordinal) }, uniquingKeysWith: { first, _ in first })
    }

    /// The ordinal of the indicator whose code `bytes` are; nil where there is none.
    @inline(__always)
    mutating func ordinal(of bytes: Span<UInt8>) -> Int? {
        guard !codes.isEmpty else { return nil }
        if bytes.equals(codes[last]) { return last }
        let next = last + 1 < codes.count ? last + 1 : 0
        if bytes.equals(codes[next]) {
            last = next
            return next
        }
        guard let ordinal = ordinals[bytes.string.identifier] else { return nil }
        last = ordinal
        return ordinal
    }
}

extension CodeTable {
    /// In bytes; a longer text is no code that was mistyped.
    private static let longestCode = 40

    /// A question about a code that is not there: `是否为6.1.5 是否安排日常经费？`, or nothing.
    func suggestion(for text: String) -> String {
        let nearest = nearest(to: text.narrowed).map { "\($0.code) \($0.title)" }
        return nearest.isEmpty ? "" : "是否为\(nearest.joined(separator: "，或"))？"
    }

    /// The indicator of that title; the components of that point; the indicator of the code that is nearest.
    private func nearest(to text: String) -> [Indicator] {
        if let titled = indicators.first(where: { text.hasSuffix($0.title) }) { return [titled] }
        guard text.utf8.count <= Self.longestCode else { return [] }
        let code = undated(text)
        let components = indicators.filter { $0.code.point == code }
        if !components.isEmpty { return components }
        if let ordinal = ordinals[code] { return [indicators[ordinal]] }
        let nearest = NameSuggestion.nearest(to: code, among: indicators.map(\.code.text), within: 2)
        return nearest.flatMap { ordinals[$0] }.map { [indicators[$0]] } ?? []
    }

    /// The code that a program took for a date: `2006/1/2`, `2006-01-02` were typed as 6.1.2. Other texts as they are.
    private func undated(_ text: String) -> String {
        let parts = text.split { $0 == "/" || $0 == "-" }
        guard parts.count == 3, parts[0].count == 4, parts[0].hasPrefix("20") else { return text }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return text }
        return "\(numbers[0] - 2000).\(numbers[1]).\(numbers[2])"
    }
}
