/// A number format, section by section (ECMA-376 part 1, 18.8.31): what it makes of a number, and of a text.
struct NumberFormat: Sendable, Hashable {
    /// Those for numbers: for all; for those from zero on and the others; for positive ones, negative ones and zero; or
    /// as their conditions say.
    private var sections: [FormatSection] = []
    /// The one for texts, where there is one.
    private let textSection: FormatSection?

    private static let mostSections = 3
    /// In characters. Programs take no longer one.
    private static let longestCode = 255

    /// A format without a code of its own, by its number.
    init(builtIn id: Int) {
        switch id {
        // Amounts of money, in the currency of the country where they are shown.
        case 5...8, 42, 44: self.init(code: "\"¥\"0")
        case 9, 10: self.init(code: "0%")
        default: self.init(FormatSection(shape: NumberShape(builtIn: id)))
        }
    }

    private init(_ section: FormatSection) {
        sections = [section]
        textSection = nil
    }

    init(code: String) {
        var tokens = FormatTokens(String(code.prefix(Self.longestCode)))
        var all: [[FormatToken]] = [[]]
        while let token = tokens.next() {
            if token == .end { all.append([]) } else { all[all.count - 1].append(token) }
        }
        let sections = all.prefix(Self.mostSections + 1).enumerated().map { FormatSection($1, isFirst: $0 == 0) }
        textSection =
            sections.last.flatMap { $0.isOfText ? $0 : nil }
            ?? (sections.count > Self.mostSections ? sections[Self.mostSections] : nil)
        self.sections = Array(sections.prefix(Self.mostSections).filter { !$0.isOfText })
        if code.isEmpty { self.sections = [FormatSection(shape: .plain)] }
        // What is for texts only shows numbers as it shows texts.
        if self.sections.isEmpty { self.sections = sections }
    }

    /// What the format makes of a positive number.
    var shape: NumberShape { sections[0].shape }

    /// Whether the format shows every number as nothing but its digits.
    var isPlain: Bool {
        sections.enumerated().allSatisfy { position, section in
            section.isPlain || position == Self.mostSections - 1 && section.isDash
        }
    }

    /// Whether the format shows texts as they are.
    var keepsTexts: Bool { textSection.map { $0.isOfText && $0.unit.isEmpty } ?? true }

    /// A text as the format shows it, with what that puts before and behind it; empty where it shows no texts.
    func shown(_ text: String) -> (String, FormattedValue) {
        let section = textSection ?? FormatSection(shape: .plain)
        let value = FormattedValue(stored: text, unit: section.isOfText ? section.unit : "")
        return (section.isOfText ? section.prefix + text + section.suffix : section.prefix, value)
    }

    /// What is made of a number.
    enum Shown {
        case number
        /// With its value in percent.
        case percent(DecimalText)
        case date(String)
        case formatted(String, FormattedValue)
    }

    func shown(_ number: DecimalText, startsIn1904: Bool) -> Shown {
        let section = section(for: number)
        switch section.shape {
        case .percent:
            return .percent(number.shifted(by: section.scale))
        case .date, .dateTime, .time, .elapsed:
            return number.date(as: section.shape, startsIn1904: startsIn1904).map(Shown.date) ?? .number
        case .plain:
            if section.isPlain || section.isDash && number.isZero { return .number }
            let (text, stored) = (section.text(of: number), number.plain)
            if text == stored, section.scale == 0 { return .number }
            return .formatted(
                text,
                FormattedValue(
                    stored: stored, number: section.shownNumber(number), unit: section.unit, scale: section.scale))
        }
    }

    private func section(for number: DecimalText) -> FormatSection {
        if sections.prefix(2).contains(where: { $0.condition != nil }) {
            let met = sections.prefix(2).first { $0.condition?.holds(of: number.double) == true }
            let isOpen = sections.prefix(2).allSatisfy { $0.condition != nil }
            // What meets no condition is left to the section after them.
            return met ?? (isOpen ? sections.last : sections.prefix(2).first { $0.condition == nil }) ?? sections[0]
        }
        switch sections.count {
        case 2 where number.isBelowZero, 3 where number.isBelowZero: return sections[1]
        case 3 where number.isZero: return sections[2]
        default: return sections[0]
        }
    }
}
