internal import Foundation

/// The files of a batch that may be evidence, by the names that cells call them: which of them a text means.
///
/// A cell holds one name or several, between whatever signs people put there, with the ending or without it, with the
/// folder or without. A file is looked for where the naming file lies and below, then a folder further up, and so on to
/// the folder collected; what lies in the folder of another consortium is another's.
package struct NamedFiles: Sendable {
    private let files: [Batch.Item]
    private let folders: [String]
    /// Positions of files by the keys of their names, with their endings and without.
    private var positions: [String: [Int]] = [:]

    /// Of the pieces of a text between two signs, as many as a name with such signs in it may be made of.
    private static let longestRun = 6
    /// Nobody lists more in a cell.
    private static let mostPieces = 200
    /// In characters; more is no list of names.
    private static let longestText = 20_000

    package init(_ files: [Batch.Item]) {
        self.files = files
        folders = files.map { Self.folder(of: $0) }
        for (position, file) in files.enumerated() {
            let name = String(file.name.split(separator: "/").last ?? "")
            var keys = [Self.key(name)]
            if let dot = name.lastIndex(of: "."), name[..<dot].count > 1, name[..<dot].contains(where: \.isLetter) {
                keys.append(Self.key(name[..<dot]))
            }
            for key in Set(keys) { positions[key, default: []].append(position) }
        }
    }

    package var isEmpty: Bool { positions.isEmpty }

    /// The positions of the files that `text` names, a cell of `item`, which speaks for `consortium`.
    package func named(
        in text: String, of item: Batch.Item, for consortium: String?, among consortia: KnownConsortia
    ) -> [Int] {
        guard !isEmpty, !text.isEmpty, text.count <= Self.longestText else { return [] }
        let own = Self.folder(of: item)
        let root = Self.absolute(item.arrival.root.path)
        var found: [Int] = []
        for key in Self.keys(in: text) {
            let candidates = (positions[key] ?? []).filter { position in
                guard files[position].path != item.path else { return false }
                let owner = consortia.id(ofFolders: files[position].arrival.folders)
                return owner == nil || consortium == nil || owner == consortium
            }
            for position in nearest(candidates, to: own, within: root) where !found.contains(position) {
                found.append(position)
            }
        }
        return preferred(found, in: text)
    }

    /// Those of the folder that is nearest to `own`, itself or above it.
    private func nearest(_ candidates: [Int], to own: String, within root: String) -> [Int] {
        guard !candidates.isEmpty else { return [] }
        var folder = own
        while true {
            let below = candidates.filter { folders[$0] == folder || folders[$0].hasPrefix(folder + "/") }
            if !below.isEmpty { return below }
            guard folder != root, folder.hasPrefix(root), let slash = folder.lastIndex(of: "/") else { return [] }
            folder = String(folder[..<slash])
        }
    }

    /// Of files with the same name, those whose folder stands before it in the text, if any does.
    private func preferred(_ found: [Int], in text: String) -> [Int] {
        let text = Self.key(text).replacing("\\", with: "/")
        let byName = Dictionary(grouping: found) { Self.key(files[$0].name.split(separator: "/").last ?? "") }
        let told = found.filter { position in
            let path = files[position].name.split(separator: "/").suffix(2)
            return path.count == 2 && text.contains(Self.key(path.joined(separator: "/")))
        }
        return found.filter { position in
            let name = Self.key(files[position].name.split(separator: "/").last ?? "")
            let rivals = (byName[name] ?? []).filter(told.contains)
            return rivals.isEmpty || rivals.contains(position)
        }
    }

    // MARK: - Names in a text

    /// What may stand before a name and after it.
    private static let signs: Set<Character> = [
        ";", "；", "、", ",", "，", "。", "|", "｜", "/", "\\", ":", "：", "+", "＋", "&", "\"", "“", "”", "'", "‘", "’", "《",
        "》",
        "<", ">", "【", "】", "[", "]", "（", "）", "(", ")",
    ]

    /// The keys of everything in `text` that stands between two signs, which may have signs in it themselves.
    private static func keys(in text: String) -> [String] {
        var pieces: [Range<String.Index>] = []
        var start = text.startIndex
        func close(at end: String.Index) {
            if start < end { pieces.append(start..<end) }
        }
        for index in text.indices {
            let character = text[index]
            if character.isWhitespace || signs.contains(character) {
                close(at: index)
                start = text.index(after: index)
            } else if character == ".", text[start..<index].allSatisfy(\.isNumber),
                text.distance(from: start, to: index) < 3
            {
                // 1.合作协议.pdf: the number of a list, or the start of the name.
                close(at: text.index(after: index))
                start = text.index(after: index)
            }
        }
        close(at: text.endIndex)
        pieces = Array(pieces.prefix(mostPieces))
        var keys: [String] = []
        var seen: Set<String> = []
        for (number, first) in pieces.enumerated() {
            for last in pieces[number...].prefix(longestRun) {
                let key = key(text[first.lowerBound..<last.upperBound])
                if seen.insert(key).inserted { keys.append(key) }
            }
        }
        return keys
    }

    /// A name without what differs between systems and keyboards: width, composition, case, white space.
    private static func key(_ name: some StringProtocol) -> String {
        name.identifier.lowercased().filter { !$0.isWhitespace }
    }

    private static func folder(of item: Batch.Item) -> String {
        let path = absolute(item.path)
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private static func absolute(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.path
    }
}
