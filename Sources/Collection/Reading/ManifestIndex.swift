internal import FEEL
internal import Foundation
internal import Standards

/// Finds the files that the lines of manifests speak of. Paths are looked for where a manifest counts them from, then in
/// the same folder of the other roots, then from each root; what another system writes differently in a path is
/// forgiven.
struct ManifestIndex {
    private var positions: [String: Int] = [:]
    private let roots: [String]
    /// The last line of each file, and the position of its manifest.
    private var lines: [Int: (line: ManifestLine, manifest: Int)] = [:]
    /// Files about which lines contradict one another.
    private var contradicted: Set<Int> = []
    private let days: ClosedRange<CalendarDate>?

    /// - Parameters:
    ///   - first: the first year that anything can be received for.
    ///   - today: the last day on which it can have been.
    init(_ items: [Batch.Item], first: ReportingYear, today: CalendarDate) {
        var roots: [String] = []
        for (position, item) in items.enumerated() {
            let root = Self.root(of: item)
            if !roots.contains(root) { roots.append(root) }
            positions[Self.key(root, item.name)] = position
        }
        self.roots = roots
        let start = CalendarDate(year: first.value, month: 1, day: 1) ?? today
        days = start <= today ? start...today : nil
    }

    /// Gives each file the line that speaks of it, and each manifest the findings of its lines.
    mutating func apply(_ manifests: [(position: Int, lines: [ManifestLine])], to items: inout [Batch.Item]) {
        for (manifest, lines) in manifests {
            for line in lines {
                guard let finding = place(line, of: manifest, in: items) else { continue }
                if items[manifest].findings.count < Draft.findingLimit { items[manifest].findings.append(finding) }
            }
        }
        for (file, (line, manifest)) in lines where !contradicted.contains(file) {
            items[file].arrival.line = line
            items[file].arrival.lineRegion = items[manifest].arrival.root.region
        }
    }

    /// Returns what is wrong with a line, if anything is.
    private mutating func place(_ line: ManifestLine, of manifest: Int, in items: [Batch.Item]) -> Finding? {
        if let day = line.receivedOn, days?.contains(day) != true {
            return Finding(
                .listedDate, at: line.source,
                [
                    "found": day.inChinese, "first": days?.lowerBound.inChinese ?? "",
                    "last": days?.upperBound.inChinese ?? "",
                ])
        }
        guard let file = position(of: line.file, in: items[manifest]) else {
            return Finding(.listedFileMissing, at: line.source, ["found": line.file])
        }
        guard let earlier = lines[file] else {
            lines[file] = (line, manifest)
            return nil
        }
        guard !earlier.line.agrees(with: line) else { return nil }
        contradicted.insert(file)
        let source = earlier.line.source
        let place = manifest == earlier.manifest ? "第\(source.row)行" : "“\(source.file)”第\(source.row)行"
        return Finding(.listedTwice, at: line.source, ["found": line.file, "other": place])
    }

    private func position(of file: String, in manifest: Batch.Item) -> Int? {
        let folder = manifest.name.split(separator: "/").dropLast().joined(separator: "/")
        let own = Self.root(of: manifest)
        let others = roots.filter { $0 != own }
        let places = ([own] + others).map { ($0, "\(folder)/\(file)") } + ([own] + others).map { ($0, file) }
        return places.lazy.compactMap { positions[Self.key($0, $1)] }.first
    }

    /// The folder that the item's name counts from.
    private static func root(of item: Batch.Item) -> String {
        item.path.hasSuffix(item.name) ? String(item.path.dropLast(item.name.count)) : item.path
    }

    /// A path without what differs between systems: backslashes, dots for the folder itself, the composition of letters,
    /// the case of the suffix.
    private static func key(_ root: String, _ file: String) -> String {
        var steps = file.precomposedStringWithCanonicalMapping
            .split { $0 == "/" || $0 == "\\" }
            .filter { $0 != "." }.map(String.init)
        if let name = steps.popLast() {
            let stem = name.lastIndex(of: ".").map { String(name[..<$0]) + name[$0...].lowercased() }
            steps.append(stem ?? name)
        }
        return "\(root)\u{1F}\(steps.joined(separator: "/"))"
    }
}
