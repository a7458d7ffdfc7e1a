import Foundation
import TestSupport
import Testing

@testable import Store

/// The log as the operator and those who hold its heads see it.
@Suite("The log at work", .serialized)
struct LogTests {
    static let origin = "example.gov.cn/log"

    /// An installation whose pipeline signs; with the key's public half.
    private static func signing(_ more: String = "") throws -> (work: Workplace, key: String) {
        let work = try Workplace()
        let made = try work.command("log", "init", "--key", "log-key.pem", "--origin", origin)
        let pipeline = "pipelines/municipal-annual.yml"
        try work.write(
            work.read(pipeline) + "\nlog: {origin: \(origin), key: log-key.pem\(more)}\n", to: pipeline)
        try work.receiveSample(only: ["C003"])
        return (work, made.output.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private static func verifier(_ work: Workplace, _ arguments: String...) throws -> Program.Outcome {
        try Python.run(
            "Tests/Log/verify_log.py", arguments.map { $0.hasPrefix("=") ? work.path(String($0.dropFirst())) : $0 })
    }

    @Test(.needsPython) func `another program verifies what a run signed, leaf by leaf and a cell`() throws {
        let (work, key) = try Self.signing()
        try work.run()
        try work.write(try work.command("log", "head").output, to: "head.txt")
        #expect(try Self.verifier(work, "head", "=head.txt", "--key", key).status == 0)
        let leaves = try OtherProcess.rows(
            "SELECT kind || '/' || min(subject) FROM log_leaf GROUP BY kind", of: work.path("var/monitor.sqlite"))
        #expect(leaves.count > 6)
        for leaf in leaves {
            try work.write(try work.command("log", "prove", leaf).output, to: "proof.json")
            let outcome = try Self.verifier(work, "proof", "=proof.json", "--key", key, "--head", "=head.txt")
            #expect(outcome.status == 0, "\(leaf) \(outcome.errors)")
        }
        let cell = try OtherProcess.rows(
            """
            SELECT observation.submission || ' E' || row FROM observation WHERE content = 3 AND column = 5 LIMIT 1
            """, of: work.path("var/monitor.sqlite"))
        let parts = try #require(cell.first).split(separator: " ").map(String.init)
        let proof = try work.command("log", "prove", "submission/\(parts[0])", "--cell", parts[1]).output
        try work.write(proof, to: "proof.json")
        let outcome = try Self.verifier(work, "proof", "=proof.json", "--key", key, "--head", "=head.txt")
        #expect(outcome.status == 0 && outcome.output.contains(#""table": "observation""#), "\(outcome.errors)")
        // Nothing of it can be changed.
        for (said, instead) in [(#"\"size\":"#, #"\"size\":1"#), ("\"index\" : ", "\"index\" : 1"), ("+", "/")] {
            guard let place = proof.range(of: said) else { continue }
            try work.write(proof.replacingCharacters(in: place, with: instead), to: "forged.json")
            #expect(try Self.verifier(work, "proof", "=forged.json", "--key", key).status == 1, "\(said)")
        }
        try work.command("log", "prove", "submission/99", exits: 5)
        try work.command("log", "prove", "报送/1", exits: 2)
        let verified = try work.command("verify", "--head", "head.txt", "--key", key)
        #expect(verified.output.contains("给出的 1 个日志头一致"))
        #expect(try work.command("verify").output.contains("不能证明"))
    }

    @Test func `a key that others may read, that is none or not there is refused, and none is told`() throws {
        let (work, key) = try Self.signing()
        try work.setPermissions(0o644, of: "log-key.pem")
        #expect(try work.run(exits: 2).complaint.contains("chmod 600"))
        let checked = try work.command("check", exits: 2)
        #expect((checked.output + checked.errors).contains("chmod 600"))
        try work.setPermissions(0o600, of: "log-key.pem")
        try work.command("log", "init", "--key", "log-key.pem", exits: 2)
        try work.write("x", to: "log-key.pem")
        #expect(try work.run(exits: 2).complaint.contains("Ed25519"))
        try FileManager.default.removeItem(atPath: work.path("log-key.pem"))
        #expect(try work.run(exits: 2).complaint.contains("log init"))
        #expect(key.hasPrefix(Self.origin + "+"))
        try work.command("log", "head", exits: 2)
        let unsigned = try Workplace()
        try unsigned.receiveSample(only: ["C003"])
        try unsigned.run()
        #expect(try unsigned.command("log", "head").errors.contains("没有签名"))
    }

    /// Heads leave in receipts, pages and workbooks, and come back with these.
    @Test func `heads leave and come back, and tell of a store that was put back`() throws {
        let (work, key) = try Self.signing()
        try work.run()
        try work.command("backup", "earlier.sqlite")
        try work.write(
            "联合体编号,观测点,年度,口径,数值,更正理由\nC003,9.1.2,2025,实际,33,核对后更正\n",
            to: "\(Workplace.submissions)/2025/湖南省/C003-更正.csv")
        let later = "2026-04-11T02:30:00+08:00"
        try work.run(now: later)
        let head = try work.command("log", "head").output.split(separator: "\n").map(String.init)
        let page = try work.read("var/reports/2025/consortium/C003.html")
        let printed = try #require(page.firstMatch(of: /日志头 <code>([0-9]+ [^<]+)<\/code>/)).1
        try work.write(String(printed) + "\n", to: "page-head.txt")
        try work.command("verify", "--head", "page-head.txt")
        let receipts = try FileManager.default.subpathsOfDirectory(atPath: work.path("var/receipts"))
        let receipt = try #require(receipts.first { $0.contains("C003-更正") && $0.hasSuffix(".json") })
        #expect(try work.read("var/receipts/\(receipt)").contains("\"logHead\" : \""))
        // The same bytes for the same data.
        try work.command("report", "--year", "2025", "--out", "one")
        try work.command("report", "--year", "2025", "--out", "two")
        #expect(try work.read("one/index.html") == work.read("two/index.html"))
        #expect(try work.read("one/index.html").contains("\(head[1]) \(head[2])"))

        try FileManager.default.createDirectory(atPath: work.path("C003"), withIntermediateDirectories: true)
        try work.command("template", "--consortium", "C003", "--year", "2026", "--output", "C003/表.xlsx", now: later)
        try work.command("collect", "C003", now: later)
        let database = work.path("var/monitor.sqlite")
        #expect(try OtherProcess.rows("SELECT is_known FROM returned_head", of: database) == ["1"])
        try work.command("verify", "--key", key, now: later)

        // The workbook was sent out after the backup: the store that is put back does not know its head.
        try work.command("restore", "earlier.sqlite", "--replace", now: later)
        try work.command("collect", "C003", now: later)
        #expect(try OtherProcess.rows("SELECT is_known FROM returned_head", of: database) == ["0"])
        let outcome = try work.command("verify", "--key", key, exits: 5, now: later)
        #expect(outcome.output.contains("封面上带回的日志头有 \(head[1]) 条"), "\(outcome.output)")
    }

    /// SM2 with SM3, by the example of docs/log.md.
    @Test func `others sign beside the log`() throws {
        let script = Repository.root.appending(path: "docs/cosign-sm2.sh").path
        let (work, _) = try Self.signing(", cosign: [bash, \(script), sm2.pem, example.gov.cn/sm2]")
        try #require(
            Program(in: work.url, command: ["openssl", "genpkey"]).run(
                ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2", "-out", "sm2.pem"]
            ).status == 0)
        try work.run()
        let note = try work.command("log", "head").output
        let lines = note.split(separator: "\n").filter { $0.hasPrefix("—") }
        #expect(lines.count == 2 && lines.last?.hasPrefix("— example.gov.cn/sm2 ") == true)
        let signature = try #require(lines.last?.split(separator: " ").last.flatMap { Data(base64Encoded: String($0)) })
        try signature.dropFirst(4).write(to: work.url.appending(path: "sm2.sig"))
        try work.write(String(note[...(try #require(note.firstRange(of: "\n\n")).lowerBound)]), to: "text")
        let verified = try Program(in: work.url, command: ["openssl", "pkeyutl", "-verify"]).run([
            "-inkey", "sm2.pem", "-in", "text", "-sigfile", "sm2.sig", "-rawin", "-digest", "sm3",
        ])
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
        try work.write("exit 3\n", to: "fails.sh")
        let pipeline = "pipelines/municipal-annual.yml"
        try work.write(work.read(pipeline).replacing("[bash, \(script), ", with: "[bash, fails.sh, "), to: pipeline)
        #expect(try work.run(now: "2026-04-11T02:30:00+08:00").output.contains("日志头没有联署"))
    }
}
