/// A set of characters in a pattern: `[a-z-[aeiou]]`, `\d`, `\p{Lu}`.
indirect enum ScalarClass {
    case scalar(Unicode.Scalar)
    case scalars(ClosedRange<UInt32>)
    case category(Set<Unicode.GeneralCategory>)
    /// What an XML name may start with, or go on with.
    case nameStart
    case namePart
    case union([ScalarClass])
    case complement(ScalarClass)
    case difference(ScalarClass, ScalarClass)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .scalar(let own): scalar == own
        case .scalars(let range): range.contains(scalar.value)
        case .category(let categories): categories.contains(scalar.properties.generalCategory)
        case .nameStart: scalar == ":" || scalar.startsName && !"?".unicodeScalars.contains(scalar)
        case .namePart: scalar == ":" || scalar == "-" || scalar == "." || scalar.continuesName
        case .union(let parts): parts.contains { $0.contains(scalar) }
        case .complement(let excluded): !excluded.contains(scalar)
        case .difference(let base, let subtracted): base.contains(scalar) && !subtracted.contains(scalar)
        }
    }

    /// Membership of any of a letter's cases, decided for each part of the class by itself.
    func containsIgnoringCase(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .union(let parts): parts.contains { $0.containsIgnoringCase(scalar) }
        case .complement(let excluded): !excluded.containsIgnoringCase(scalar)
        case .difference(let base, let subtracted):
            base.containsIgnoringCase(scalar) && !subtracted.containsIgnoringCase(scalar)
        case .category: contains(scalar)
        default: scalar.cases.contains(where: contains)
        }
    }

    /// The class of a letter after a backslash: `\d`, `\S`.
    static func named(_ letter: Unicode.Scalar) -> ScalarClass? {
        switch letter {
        case "s": .union([" ", "\t", "\n", "\r"].map(ScalarClass.scalar))
        case "d": .category([.decimalNumber])
        case "w": .complement(.category(category("P") + category("Z") + category("C")))
        case "i": .nameStart
        case "c": .namePart
        case "S", "D", "W", "I", "C": letter.lowercase.flatMap(named).map(ScalarClass.complement)
        default: nil
        }
    }

    /// The class of `\p{name}`: a general category, or a block with `Is` before its name.
    static func property(_ name: String) -> ScalarClass? {
        if name.hasPrefix("Is") { return blocks[String(name.dropFirst(2))].map(ScalarClass.scalars) }
        let categories = category(name)
        return categories.isEmpty ? nil : .category(categories)
    }

    private static func category(_ name: String) -> Set<Unicode.GeneralCategory> {
        Set(categories.filter { $0.key == name || name.count == 1 && $0.key.hasPrefix(name) }.values)
    }

    private static let categories: [String: Unicode.GeneralCategory] = [
        "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter,
        "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark, "Nd": .decimalNumber,
        "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation, "Pd": .dashPunctuation,
        "Ps": .openPunctuation, "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
        "Po": .otherPunctuation, "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator,
        "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol, "So": .otherSymbol, "Cc": .control,
        "Cf": .format, "Cs": .surrogate, "Co": .privateUse, "Cn": .unassigned,
    ]

    private static let blocks: [String: ClosedRange<UInt32>] = [
        "BasicLatin": 0x0...0x7F, "Latin-1Supplement": 0x80...0xFF, "LatinExtended-A": 0x100...0x17F,
        "LatinExtended-B": 0x180...0x24F, "IPAExtensions": 0x250...0x2AF, "SpacingModifierLetters": 0x2B0...0x2FF,
        "CombiningDiacriticalMarks": 0x300...0x36F, "Greek": 0x370...0x3FF, "GreekandCoptic": 0x370...0x3FF,
        "Cyrillic": 0x400...0x4FF, "Armenian": 0x530...0x58F, "Hebrew": 0x590...0x5FF, "Arabic": 0x600...0x6FF,
        "Devanagari": 0x900...0x97F, "Thai": 0xE00...0xE7F, "HangulJamo": 0x1100...0x11FF,
        "LatinExtendedAdditional": 0x1E00...0x1EFF, "GreekExtended": 0x1F00...0x1FFF,
        "GeneralPunctuation": 0x2000...0x206F, "CurrencySymbols": 0x20A0...0x20CF, "LetterlikeSymbols": 0x2100...0x214F,
        "NumberForms": 0x2150...0x218F, "Arrows": 0x2190...0x21FF, "MathematicalOperators": 0x2200...0x22FF,
        "BoxDrawing": 0x2500...0x257F, "CJKSymbolsandPunctuation": 0x3000...0x303F, "Hiragana": 0x3040...0x309F,
        "Katakana": 0x30A0...0x30FF, "Bopomofo": 0x3100...0x312F, "CJKUnifiedIdeographsExtensionA": 0x3400...0x4DBF,
        "CJKUnifiedIdeographs": 0x4E00...0x9FFF, "HangulSyllables": 0xAC00...0xD7A3, "PrivateUse": 0xE000...0xF8FF,
        "CJKCompatibilityIdeographs": 0xF900...0xFAFF, "CJKCompatibilityForms": 0xFE30...0xFE4F,
        "HalfwidthandFullwidthForms": 0xFF00...0xFFEF,
    ]
}

extension Unicode.Scalar {
    /// This letter in each of its cases; of a mapping to several characters none.
    var cases: [Unicode.Scalar] {
        let mappings = [properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping]
        return [self] + mappings.compactMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
    }

    fileprivate var lowercase: Unicode.Scalar? { properties.lowercaseMapping.unicodeScalars.first }
}

private func + <Element>(left: Set<Element>, right: Set<Element>) -> Set<Element> { left.union(right) }
