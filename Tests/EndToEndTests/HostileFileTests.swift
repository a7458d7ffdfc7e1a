import Foundation
import TestSupport
import Testing

/// A folder of what nobody should send: bombs, broken archives, files under false names, pipes, names that are no text.
@Suite("Hostile files")
struct HostileFileTests {
    @Test(.needsPython, arguments: Campaign.seeds(2))
    func `each is read or refused with a reason, and the batch goes on`(seed: Int) throws {
        let work = try Workplace()
        let made = try Python.run(
            "Tests/Corpus/make-corpus.py",
            [work.path("inbox"), "--scale", "1000", "--sample", "6", "--seed", "\(seed)"])
        try #require(made.status == 0, "\(made.errors)")

        let outcome = try work.command("collect", "inbox", exits: 3)
        let reasons = outcome.output.split(separator: "\n").filter { $0.hasPrefix("未收取 ") }
        let chinese = try Regex("\\p{Han}{4}")
        for reason in reasons { #expect(reason.contains(chinese) && reason.contains("请"), "\(reason)") }
        #expect(outcome.complaint.split(separator: "\n").count == 1)

        // What must become of a file is what its name begins with.
        let names = try FileManager.default.contentsOfDirectory(atPath: work.path("inbox"))
        func count(_ prefix: String, in texts: [some StringProtocol]) -> Int {
            texts.count { $0.hasPrefix(prefix) }
        }
        #expect(count("refused-", in: names) > 150)
        #expect(count("未收取 refused-", in: reasons) == count("refused-", in: names))
        #expect(count("未收取 read-", in: reasons) == 0)
        // Two folders are gone through, and are empty or hold a file that is read.
        #expect(count("未收取 skipped-", in: reasons) == count("skipped-", in: names) - 2)
        #expect(count("未收取 .skipped-hidden.csv", in: reasons) == 1)
        // The lock file of an office program is nobody's submission.
        #expect(!outcome.output.contains("skipped-lock"))

        // Nothing that a file says or is called reaches the terminal as a command.
        let said = outcome.output + outcome.errors
        #expect(!said.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        #expect(!said.unicodeScalars.contains { $0.properties.generalCategory == .format })
        // Nothing was written where the archives' names point.
        #expect(!FileManager.default.fileExists(atPath: "/tmp/evil.xml"))
        try work.command("verify")
    }
}
