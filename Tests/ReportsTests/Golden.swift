import Foundation
import Testing

/// Holds `text` against `Golden/<name>`; with `RECORD_SNAPSHOTS` set writes it there, and fails all the same.
func expectGolden(
    _ text: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let golden = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
        try Data(text.utf8).write(to: golden)
        Issue.record("recorded \(name)", sourceLocation: sourceLocation)
        return
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    guard text != expected else { return }
    let (lines, wanted) = (text.split(separator: "\n"), expected.split(separator: "\n"))
    let line = zip(lines, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, wanted.count)
    Issue.record(
        """
        \(name) differs from line \(line + 1) on:
        expected \(line < wanted.count ? wanted[line].prefix(400) : "nothing more")
             got \(line < lines.count ? lines[line].prefix(400) : "nothing more")
        """, sourceLocation: sourceLocation)
}
