import Foundation
import TestSupport
import Testing

@Suite("Golden files")
struct GoldenTests {
    /// A canary: were differences not recorded as issues, every golden test would pass.
    @Test(.disabled(if: ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1", "it would record the canary"))
    func `a golden that is not there fails`() {
        withKnownIssue { try expectGolden("甲", "not-there.txt") }
    }
}
