import Foundation
import TestSupport
import Testing

/// The picture of the rooms in the README is drawn from Package.swift, so that it cannot tell of a room or an arrow that
/// is not there. `RECORD_SNAPSHOTS=1 swift test --filter RoomsPictureTests` draws it anew.
@Suite("The picture of the rooms")
struct RoomsPictureTests {
    private static let picture = ".github/images/rooms.svg"

    private static func manifest() throws -> String {
        try String(contentsOf: Repository.root.appending(path: "Package.swift"), encoding: .utf8)
    }

    @Test func `the README shows the rooms of Package.swift`() throws {
        let place = Repository.root.appending(path: Self.picture)
        let drawn = RoomsPicture(rooms: try PackageRooms(manifest: Self.manifest()).rooms).svg
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(drawn.utf8).write(to: place)
            Issue.record("drew \(Self.picture); look at it, then run without RECORD_SNAPSHOTS")
            return
        }
        #expect(try String(contentsOf: place, encoding: .utf8) == drawn, "draw it anew with RECORD_SNAPSHOTS=1")
        let readme = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains(Self.picture))
    }

    @Test func `no room imports one above it, and the pure ones import no store`() throws {
        let rooms = try PackageRooms(manifest: Self.manifest()).rooms
        let reached = RoomsPicture(rooms: rooms).reached
        #expect(rooms.allSatisfy { !(reached[$0.name]?.contains($0.name) ?? false) }, "a circle")
        for pure in ["Assessment", "Review", "Alerts", "Delivery", "Reports", "Collection", "Workbooks", "History"] {
            #expect(reached[pure]?.contains("Store") == false, "\(pure)")
        }
        for above in ["Assessment", "Alerts", "Reports", "Collection"] {
            #expect(reached["Store"]?.contains(above) == false, "\(above)")
        }
        #expect(reached["FEEL"] == [])
    }

    /// What a target imports is what Package.swift lets it.
    @Test func `every import of a room is an arrow`() throws {
        let rooms = try PackageRooms(manifest: Self.manifest()).rooms
        let names = Set(rooms.map(\.name))
        for room in rooms {
            let folder = Repository.root.appending(path: "Sources/\(room.name)")
            for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift")
            {
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                for line in text.split(separator: "\n") where line.contains("import ") && !line.hasPrefix("/") {
                    guard let name = line.split(separator: " ").last.map(String.init), names.contains(name) else {
                        continue
                    }
                    #expect(room.imports.contains(name), "\(room.name)/\(file) imports \(name)")
                }
            }
        }
    }
}

/// A target of ours and those of ours that it may import.
private struct Room {
    let name: String
    let imports: [String]
}

/// The rooms as Package.swift declares them, and the command itself.
private struct PackageRooms {
    let rooms: [Room]

    init(manifest: String) throws {
        var declared: [(name: String, list: Substring)] = []
        for match in manifest.matches(of: /room\(\s*"(\w+)",\s*\[([^\]]*)\]/) {
            declared.append((String(match.1), match.2))
        }
        let command = try #require(
            manifest.firstMatch(of: /name: "(consortium-monitor)",\s*dependencies: \[([^\]]*)\]/))
        declared.append((String(command.1), command.2))
        let names = Set(declared.map(\.name))
        rooms = declared.map { name, list in
            let quoted = list.matches(of: /"(\w+)"/).map { String($0.1) }
            return Room(name: name, imports: quoted.filter { names.contains($0) })
        }
    }
}

/// Rooms in rows: each stands above all that it imports. An arrow that follows from others is left out.
private struct RoomsPicture {
    let rooms: [Room]
    /// By room, all that it reaches.
    let reached: [String: Set<String>]

    init(rooms: [Room]) {
        self.rooms = rooms
        var reached = Dictionary(uniqueKeysWithValues: rooms.map { ($0.name, Set($0.imports)) })
        for _ in rooms {
            for room in rooms {
                let further = (reached[room.name] ?? []).map { reached[$0] ?? [] }
                for names in further { reached[room.name]?.formUnion(names) }
            }
        }
        self.reached = reached
    }

    private static let width = 150
    private static let height = 38
    private static let gap = 26
    private static let rise = 54

    var svg: String {
        let rows = rows
        let widest = rows.map(\.count).max() ?? 1
        let total = widest * (Self.width + Self.gap) + Self.gap
        var places: [String: (x: Int, y: Int)] = [:]
        for (index, row) in rows.enumerated() {
            let start = (total - row.count * (Self.width + Self.gap) + Self.gap) / 2
            for (position, name) in row.enumerated() {
                places[name] = (start + position * (Self.width + Self.gap), 20 + index * (Self.height + Self.rise))
            }
        }
        let depth = 40 + rows.count * (Self.height + Self.rise) - Self.rise
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(total) \(depth)\" width=\"\(total)\" "
                + "height=\"\(depth)\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"14\">",
            "<title>The rooms of consortium-monitor and what each may import</title>",
            "<defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" "
                + "orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" fill=\"#5b6b7c\"/></marker></defs>",
            "<rect width=\"\(total)\" height=\"\(depth)\" fill=\"#ffffff\"/>",
        ]
        for room in rooms {
            guard let from = places[room.name] else { continue }
            for name in direct(room) {
                guard let to = places[name] else { continue }
                let start = (x: from.x + Self.width / 2, y: from.y + Self.height)
                let end = (x: to.x + Self.width / 2, y: to.y - 2)
                let bend = (end.y - start.y) / 2
                lines.append(
                    "<path d=\"M\(start.x) \(start.y) C\(start.x) \(start.y + bend) \(end.x) \(end.y - bend) "
                        + "\(end.x) \(end.y)\" fill=\"none\" stroke=\"#5b6b7c\" stroke-width=\"1.3\" "
                        + "marker-end=\"url(#head)\"/>")
            }
        }
        for room in rooms {
            guard let place = places[room.name] else { continue }
            lines.append(
                "<rect x=\"\(place.x)\" y=\"\(place.y)\" width=\"\(Self.width)\" height=\"\(Self.height)\" rx=\"4\" "
                    + "fill=\"#eef3f9\" stroke=\"#173f6b\"/>")
            lines.append(
                "<text x=\"\(place.x + Self.width / 2)\" y=\"\(place.y + 24)\" text-anchor=\"middle\" fill=\"#16191d\">"
                    + "\(room.name)</text>")
        }
        return (lines + ["</svg>", ""]).joined(separator: "\n")
    }

    /// What a room imports that nothing else it imports leads to.
    private func direct(_ room: Room) -> [String] {
        room.imports.filter { name in
            !room.imports.contains { $0 != name && (reached[$0]?.contains(name) ?? false) }
        }
    }

    /// The command first, and below it each room under all that import it.
    private var rows: [[String]] {
        var depth: [String: Int] = [:]
        for _ in rooms {
            for room in rooms {
                for name in room.imports { depth[name] = max(depth[name] ?? 0, (depth[room.name] ?? 0) + 1) }
            }
        }
        return Dictionary(grouping: rooms.map(\.name)) { depth[$0] ?? 0 }.sorted { $0.key < $1.key }.map(\.value)
    }
}
