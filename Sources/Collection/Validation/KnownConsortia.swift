internal import FEEL
internal import Foundation
package import Standards

/// The registered consortia by their ids and names: whom a row, a folder or a document means, and where they lie.
package struct KnownConsortia: Sendable {
    private var byID: [String: Consortium] = [:]
    /// The same in whatever case an id is written; the last of those that differ in their case only.
    private var byKey: [String: Consortium] = [:]
    private var idsByName: [String: Set<String>] = [:]
    private var names: [String: String] = [:]

    package init(_ consortia: [Consortium] = []) {
        add(consortia)
    }

    /// Takes in entries of a register; the last entry of a consortium says where it lies.
    package mutating func add(_ consortia: [Consortium]) {
        for consortium in consortia {
            byID[consortium.id] = consortium
            byKey[consortium.id.consortiumKey] = consortium
            let key = Self.key(of: consortium.name)
            idsByName[key, default: []].insert(consortium.id)
            names[key] = consortium.name
        }
    }

    /// The consortium of an id; nil where none is registered under it.
    package subscript(id: String) -> Consortium? { byID[id.identifier] ?? byKey[id.consortiumKey] }

    package func contains(_ id: String) -> Bool { self[id] != nil }

    /// The id as the register spells it, for one that differs in the case of its letters only; as it is where none is
    /// registered under it.
    func spelling(of id: String) -> String { self[id]?.id ?? id.identifier }

    /// The id of the one consortium of that name; nil where there is none, or more than one.
    func id(ofName name: String) -> String? {
        guard let found = idsByName[Self.key(of: name)], found.count == 1 else { return nil }
        return found.first
    }

    /// The id of the consortium that one of `folders` is named by, the outermost first: whoever sent a folder cannot
    /// have named the one that it was put in.
    func id(ofFolders folders: [String]) -> String? {
        folders.lazy.compactMap { self[$0]?.id }.first
    }

    /// The registered name that is nearest to one that is not.
    func nearest(to name: String) -> String? {
        NameSuggestion.nearest(to: Self.key(of: name), among: names.keys.sorted()).flatMap { names[$0] }
    }

    /// The name in half-width letters, without white space and quotes.
    private static func key(of name: String) -> String {
        name.narrowed.filter { !$0.isWhitespace && !"“”\"‘’'".contains($0) }
    }
}

extension Consortium {
    /// Whether the consortium lies in `region`; one that does not say where it lies does so in the whole country only.
    func lies(in region: String) -> Bool {
        RegionCode.contains(region, prefecture.count == 6 ? prefecture : province)
    }
}

extension String {
    /// What the consortium of an id is looked up by, in whatever case it is written.
    fileprivate var consortiumKey: String { identifier.uppercased() }
}

extension StringProtocol {
    /// An id as ids are compared: in the letters and digits that it is written in whatever the keyboard (NFKC), one hyphen
    /// for all of them, without white space.
    var identifier: String {
        let text = narrowed
        if text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) { return text }
        let composed = text.precomposedStringWithCompatibilityMapping.unicodeScalars
        return String(
            String.UnicodeScalarView(
                composed.lazy.filter { !$0.properties.isWhitespace }.map { $0.isDash ? "-" : $0 }))
    }

    /// A name, or several words, as entries of registers are known by: like an id, with the spaces between its words.
    var nameKey: String {
        let text = narrowed
        return text.unicodeScalars.allSatisfy(\.isOfNoOtherForm) ? text : text.precomposedStringWithCompatibilityMapping
    }
}

extension Unicode.Scalar {
    /// Whether the character is a hyphen, a dash or a minus sign.
    var isDash: Bool {
        switch value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }
}
