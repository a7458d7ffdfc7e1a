/// The name of a file, without its suffix, that is made for something by its id, which a sender typed: an id may hold
/// anything and be of any length.
///
/// Different ids have different stems, also on a disk that does not tell case, width or composition apart: an id of
/// capitals, digits, hyphens and unified ideographs stands as it is where it is short and no device of Windows; of any
/// other what can be read of it, and a mark of its bytes.
package struct FileStem: Sendable, Hashable {
    package let text: String

    /// In bytes: of the 255 that a name can have, room is left for suffixes and marks.
    private static let limit = 96
    /// In hexadecimal digits.
    private static let markLength = 16

    package init(_ id: String) {
        if id.unicodeScalars.allSatisfy(\.isPlainInNames), !id.isEmpty, id.utf8.count <= Self.limit, !id.hasPrefix("-"),
            !Self.isDevice(id)
        {
            text = id
            return
        }
        let readable = String(
            String.UnicodeScalarView(
                id.unicodeScalars.map { scalar in
                    scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
                        ? scalar : "_"
                }))
        // `_` stands in no stem of the other sort.
        let mark = SHA256.digest(of: id.utf8).prefix(Self.markLength)
        text = Self.prefix(of: readable, utf8: Self.limit) + "_" + mark
    }

    private static func prefix(of text: String, utf8 limit: Int) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            count += String(scalar).utf8.count
            guard count <= limit else { break }
            result.unicodeScalars.append(scalar)
        }
        return result.hasPrefix("-") ? "_" + result.dropFirst() : result
    }

    /// Names that Windows keeps for devices, whatever their suffix.
    private static func isDevice(_ id: String) -> Bool {
        ["CON", "PRN", "AUX", "NUL"].contains(id)
            || (id.utf8.count == 4 && (id.hasPrefix("COM") || id.hasPrefix("LPT")) && id.last?.isNumber == true)
    }
}

extension Unicode.Scalar {
    /// Of one form only: no case, no width, no composition makes another of it.
    fileprivate var isPlainInNames: Bool {
        switch self {
        case "A"..."Z", "0"..."9", "-", "\u{3400}"..."\u{4DBF}", "\u{4E00}"..."\u{9FFF}": true
        default: false
        }
    }
}
