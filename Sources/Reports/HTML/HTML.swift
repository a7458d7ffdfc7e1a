internal import Safekeeping

/// A piece of a page. What is interpolated into it is escaped, unless it is ``HTML`` itself: so nothing that people
/// typed reaches a page as markup, and no caller has to remember to see to it.
///
///     let cell: HTML = "<td>\(consortium.name)</td>"
struct HTML: Sendable, Hashable {
    private(set) var source: String

    /// Markup of our own, as it stands.
    init(markup: String) {
        source = markup
    }

    static let empty = HTML(markup: "")

    var isEmpty: Bool { source.isEmpty }

    static func += (left: inout HTML, right: HTML) { left.source += right.source }

    static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.source + right.source) }

    /// `text` with the five characters that mean something in HTML as references, and no unprintable ones.
    static func escaped(_ text: String) -> String {
        let text = text.printable
        guard text.utf8.contains(where: { reference(for: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let reference = reference(for: byte) {
                bytes.append(reference)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func reference(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            source.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: String) { source += literal }
        mutating func appendInterpolation(_ html: HTML) { source += html.source }
        mutating func appendInterpolation(_ html: [HTML]) { for piece in html { source += piece.source } }
        mutating func appendInterpolation(_ text: String) { source += HTML.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { source += String(number) }
    }

    init(stringLiteral value: String) { source = value }
    init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }
}

extension Sequence<HTML> {
    func joined(separator: HTML = .empty) -> HTML {
        var result = HTML.empty
        for (index, piece) in enumerated() {
            if index > 0 { result += separator }
            result += piece
        }
        return result
    }
}
