import Foundation
package import Testing

/// Expects `actual` to be what `Golden/<name>` beside the test's file holds.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is written anew, and the test fails all the same: a recording
/// is to be read, justified and committed, never to pass by itself.
package func expectGolden(
    _ actual: String, _ name: String, testFile: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let golden = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(
            at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: golden)
        Issue.record("recorded \(name); read it, then run without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
        return
    }
    guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
        Issue.record("no Golden/\(name); record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
        return
    }
    if actual != expected {
        Issue.record("\(name) differs\n\(firstDifference(expected, actual))", sourceLocation: sourceLocation)
    }
}

/// The first line that differs, as it should be and as it is.
private func firstDifference(_ expected: String, _ actual: String) -> String {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(expected, actual).prefix { $0 == $1 }.count
    func text(_ lines: [Substring]) -> Substring { line < lines.count ? lines[line] : "(no such line)" }
    return "line \(line + 1)\n  expected: \(text(expected))\n  actual:   \(text(actual))"
}
