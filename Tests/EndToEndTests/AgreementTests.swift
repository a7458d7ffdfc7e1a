import Foundation
import TestSupport
import Testing

/// What the product prints, held against an independent implementation of DESIGN §5–6 (`Tests/Oracle`).
@Suite("Agreement with the oracle", .serialized, .needsPython)
struct AgreementTests {
    @Test(.needsSharedFolder, arguments: [2023, 2024, 2025])
    func `the worked example comes out as expected`(year: Int) throws {
        let examples = try #require(Repository.shared).appending(path: "examples-2")
        let work = try Workplace()
        try work.command("collect", "--as", "authority", examples.appending(path: "inbox").path)
        try work.write(try work.outcomes(year: year), to: "actual.ndjson")
        let compared = try Python.run(
            "Tests/Oracle/oracle.py",
            ["--compare", examples.appending(path: "expected-\(year).ndjson").path, work.path("actual.ndjson")])
        #expect(compared.status == 0, "\(compared.output)\(compared.errors)")
    }

    /// Every clause, acceptance check, trend and verdict of random data.
    @Test(arguments: [("plain", "1"), ("usual", "3-4"), ("hostile", "6-7")])
    func `random inboxes agree`(level: String, seeds: String) throws {
        let compared = try Python.run(
            "Tests/Oracle/agree.py",
            ["--binary", Program.url.path, "--level", level, "--seeds", seeds, "--consortia", "8", "--full"])
        #expect(compared.status == 0, "\(compared.output)\(compared.errors)")
    }

    @Test func `the sample agrees`() throws {
        let compared = try Python.run(
            "Tests/Oracle/agree.py", ["--binary", Program.url.path, "--sample", "--full"])
        #expect(compared.status == 0, "\(compared.output)\(compared.errors)")
    }

    /// A canary: were differences not seen, everything would agree.
    @Test func `a difference is seen`() throws {
        let work = try Workplace()
        let line =
            #"{"type":"check","list":"negative","consortium":"C001","year":2025,"clause":"16.3","outcome":"clear"}"#
        try work.write(line + "\n", to: "expected.ndjson")
        try work.write(line.replacing("clear", with: "warning") + "\n", to: "actual.ndjson")
        let compared = try Python.run(
            "Tests/Oracle/oracle.py", ["--compare", work.path("expected.ndjson"), work.path("actual.ndjson")])
        #expect(compared.status == 1)
    }
}
