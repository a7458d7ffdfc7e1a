import Foundation

/// The tags of a page, read just far enough to hold it to the rules that a browser would forgive.
struct Markup {
    struct Tag {
        let name: String
        let isClosing: Bool
        /// What stands between the angle brackets.
        let source: String
    }

    let tags: [Tag]

    init(_ html: String) {
        tags = html.split(separator: "<").dropFirst().compactMap { piece in
            guard let end = piece.firstIndex(of: ">") else { return nil }
            let source = String(piece[..<end])
            let isClosing = source.hasPrefix("/")
            let name = source.drop { $0 == "/" || $0 == "!" }.prefix { $0.isLetter || $0.isNumber }
            return Tag(name: name.lowercased(), isClosing: isClosing, source: source)
        }
    }

    private static let void: Set<String> = ["meta", "br", "input", "doctype"]

    /// The first tag that closes what is not open, or that is never closed; nil where all is well.
    var firstMistake: String? {
        var open: [Tag] = []
        for tag in tags where !Self.void.contains(tag.name) && !tag.source.hasSuffix("/") {
            if !tag.isClosing {
                open.append(tag)
            } else if open.popLast()?.name != tag.name {
                return "<\(tag.source)>"
            }
        }
        return open.last.map { "<\($0.source)>" }
    }

    /// The values of an attribute, in the order of the page.
    func values(of attribute: String) -> [String] {
        tags.flatMap { tag in
            tag.source.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        }
    }
}
