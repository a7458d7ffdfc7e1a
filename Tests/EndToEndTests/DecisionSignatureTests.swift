import Foundation
import TestSupport
import Testing

/// Decisions of people whose keys the list of people names.
@Suite("Signed decisions")
struct DecisionSignatureTests {
    private static let day = "2026-04-20T10:00:00+08:00"

    /// An installation in which 示例专家甲 and both 示例审定 sign, with a key of nobody's beside theirs.
    private static func signing(_ consortia: Set<String> = ["C002", "C014"]) throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: consortia)
        try work.collectInbox()
        var actors = try work.read("pipelines/actors.yml")
        for (name, key) in [
            ("示例专家甲（虚构）", "expert"), ("示例审定甲（虚构）", "first"), ("示例审定乙（虚构）", "second"),
            ("示例秘书甲（虚构）", "secretary"), ("", "stranger"),
        ] {
            let made = try Program(in: work.url, command: ["ssh-keygen"]).run([
                "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key,
            ])
            try #require(made.status == 0, "\(made.errors)")
            let text = try work.read("\(key).pub").trimmingCharacters(in: .whitespacesAndNewlines)
            guard !name.isEmpty else { continue }
            actors = actors.replacing("{name: \(name), ", with: "{name: \(name), key: \(text), ")
                .replacing("- name: \(name)\n", with: "- name: \(name)\n    key: \(text)\n")
        }
        try work.write(actors, to: "pipelines/actors.yml")
        return work
    }

    private static func confirm(
        _ work: Workplace, _ more: String..., exits status: Int32
    ) throws -> Program.Outcome {
        try work.command(
            ["review", "confirm", "C014/16.5/2025", "--by", "示例专家甲（虚构）", "--ground", "三年\\没有，突破"] + more,
            exits: status, now: day)
    }

    @Test func `an unsigned or wrongly signed decision is refused, a signed one kept and checked again`() throws {
        let work = try Self.signing()
        #expect(try Self.confirm(work, exits: 2).complaint.contains("没有签名"))
        #expect(try Self.confirm(work, "--identity", "stranger", exits: 2).complaint.contains("签名与认定的内容不符"))
        #expect(try Self.confirm(work, "--identity", "nowhere", exits: 2).complaint.contains("签名没有成功"))
        let shown = try work.command("review", "show", "C014/16.5/2025", now: Self.day).output
        #expect(shown.contains("还没有。"))
        #expect(try Self.confirm(work, "--identity", "expert", exits: 0).output.contains("变为已触发"))
        #expect(try work.command("review", "show", "C014/16.5/2025", now: Self.day).output.contains("已签名"))
        try work.command("verify", now: Self.day)
        // Another key in the list is not the one that has signed.
        let (own, other) = (try work.read("expert.pub"), try work.read("stranger.pub"))
        let actors = try work.read("pipelines/actors.yml")
        func word(_ key: String) -> String { String(key.split(separator: " ")[1]).trimmingCharacters(in: .newlines) }
        try work.write(actors.replacing(word(own), with: word(other)), to: "pipelines/actors.yml")
        let outcome = try work.command("verify", exits: 5, now: Self.day)
        #expect(outcome.output.contains("示例专家甲（虚构）的签名与认定的内容不符"), "\(outcome.output)")
    }

    @Test func `two people sign one decision, and one does not sign for the other`() throws {
        let work = try Self.signing()
        func waive(_ keys: [String], exits status: Int32) throws -> Program.Outcome {
            try work.command(
                ["review", "waive", "C002/16.3/2025", "--by", "示例审定甲（虚构）、示例审定乙（虚构）", "--ground", "灾后统筹"]
                    + keys.flatMap { ["--identity", $0] }, exits: status, now: Self.day)
        }
        #expect(try waive(["first"], exits: 2).complaint.contains("示例审定乙（虚构）的签名"))
        #expect(try waive(["first", "first"], exits: 2).complaint.contains("示例审定乙（虚构）的签名"))
        #expect(try waive(["first", "second"], exits: 0).output.contains("已记录"))
        try work.command("verify", now: Self.day)
    }

    @Test func `transitions, acknowledgements and silences are signed, too`() throws {
        let work = try Self.signing()
        try work.run(now: "2026-05-06T03:00:00+08:00")
        let day = "2026-05-07T10:00:00+08:00"
        let (one, two) = ("示例审定甲（虚构）", "示例审定甲（虚构）、示例审定乙（虚构）")
        for (line, keys, said) in [
            (
                ["review", "transition", "C002", "取消资格", "--by", two, "--ground", "示例", "--document", "1号"],
                ["first", "second"], "这项状态变更没有签名"
            ),
            (
                ["ack", "municipal-consortium-trial/C002/16.3/2025", "--by", one, "--comment", "在办"], ["first"],
                "这项确认没有签名"
            ),
            (
                ["silence", "add", "consortium=C014", "--until", "2026-06-30", "--by", one, "--comment", "汇总"],
                ["first"],
                "这项静默没有签名"
            ),
            (["silence", "expire", "S1", "--by", one], ["first"], "这项静默的结束没有签名"),
        ] {
            #expect(try work.command(line, exits: 2, now: day).complaint.contains(said), "\(line)")
            let wrong = line + keys.flatMap { _ in ["--identity", "stranger"] }
            #expect(try work.command(wrong, exits: 2, now: day).complaint.contains("不是用登记的密钥签的"), "\(line)")
            try work.command(line + keys.flatMap { ["--identity", $0] }, now: day)
        }
        try work.command("verify", now: day)
        let keys = try ["first", "stranger"].map {
            String(try work.read("\($0).pub").split(separator: " ")[1]).trimmingCharacters(in: .newlines)
        }
        try work.write(
            try work.read("pipelines/actors.yml").replacing(keys[0], with: keys[1]), to: "pipelines/actors.yml")
        let found = try work.command("verify", exits: 5, now: day).output
        for name in ["状态变更（C002自2026-05-07转为取消资格）", "确认（municipal", "静默（S1）", "静默的结束（S1）"] {
            #expect(found.contains("\(name)") && found.contains("签名与"), "\(name): \(found)")
        }
    }

    @Test func `appeals, executions, what withdraws them and ratings are signed, too`() throws {
        let work = try Self.signing(["C014", "C032"])
        try work.run(now: "2026-04-19T03:00:00+08:00")
        let (id, two) = ("C014/16.5/2025", "示例审定甲（虚构）、示例审定乙（虚构）")
        /// Refused without a signature and with a stranger's, and kept with the right ones.
        func decide(_ line: [String], _ keys: [String]) throws -> String {
            for wrong in [[], keys.map { _ in "stranger" }] {
                let refused = try work.command(
                    ["review"] + line + wrong.flatMap { ["--identity", $0] }, exits: 2, now: Self.day)
                #expect(refused.complaint.contains("签名"), "\(line): \(refused.complaint)")
            }
            return try work.command(["review"] + line + keys.flatMap { ["--identity", $0] }, now: Self.day).output
        }
        func state() throws -> String {
            let shown = try work.command("review", "show", id, now: Self.day).output
            return shown.split(separator: "\n").first { $0.hasPrefix("状态：") }.map(String.init) ?? shown
        }
        func number(_ told: String) throws -> String {
            String(try #require(told.firstMatch(of: /R[0-9a-f]{12}/), "\(told)").output)
        }
        let ground = ["--ground", "示例理由"]
        _ = try decide(["confirm", id, "--by", "示例专家甲（虚构）"] + ground, ["expert"])
        let appeal = ["appeal", id, "--by", "示例秘书甲（虚构）", "--evidence", "申诉书.pdf"] + ground
        let appealed = try number(decide(appeal, ["secretary"]))
        #expect(try state() == "状态：申诉")
        _ = try decide(["withdraw", appealed, "--by", "示例秘书甲（虚构）"] + ground, ["secretary"])
        #expect(try state() == "状态：已认定（成立）")
        _ = try decide(
            ["transition", "C014", "取消资格", "--by", two, "--document", "示例函〔2026〕9号"] + ground, ["first", "second"])
        #expect(try state() == "状态：结案（成立）")
        let execute = ["execute", id, "--by", two, "--document", "示例函〔2026〕9号"] + ground
        let executed = try number(decide(execute, ["first", "second"]))
        func canBeExecuted() throws -> Bool {
            try work.command("review", "show", id, now: Self.day).output.contains("（review execute）")
        }
        #expect(try !canBeExecuted())
        // What is taken back was not carried out, and can be put on record again.
        _ = try decide(["withdraw", executed, "--by", two] + ground, ["first", "second"])
        #expect(try canBeExecuted())
        _ = try decide(["rate", "C032", "3.4", "符合", "--by", "示例专家甲（虚构）"] + ground, ["expert"])
        try work.command("verify", now: Self.day)
    }

    @Test func `a signature that cannot be checked is nobody's fault, and stops what would rest on it`() throws {
        let work = try Self.signing()
        _ = try Self.confirm(work, "--identity", "expert", exits: 0)
        try work.write(
            "联合体编号,条款,年度,认定,认定人,认定日期,理由,佐证材料,签名\nC014,16.5,2025,不成立,示例专家甲（虚构）,2026-04-20,已核查,,AAAA\n",
            to: "\(Workplace.registers)/2026/认定.csv")
        let run = ["run", "pipelines/municipal-annual.yml", "--year", "2025"]
        for line in [["verify"], run] {
            // Nobody finds `ssh-keygen` here.
            let stopped = try work.command(line, exits: 2, now: Self.day, wrapper: ["env", "PATH=\(work.path(""))"])
            let said = stopped.output + stopped.errors
            #expect(said.contains("没有核对签名") && said.contains("openssh-client") && !said.contains("不符"), "\(said)")
        }
        #expect(try told(work).isEmpty)
        try work.command("verify", now: Self.day)
        try work.command(run, now: Self.day)
        #expect(try told(work).contains { $0.contains("签名与认定的内容不符") })
    }

    /// The receipts of the register of determinations of this year.
    private func told(_ work: Workplace) throws -> [String] {
        let folder = work.path("var/receipts")
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.contains("2026/认定") && $0.hasSuffix(".json") }.map { try work.read("var/receipts/\($0)") }
    }

    @Test func `more signatures are checked than files may be open`() throws {
        let work = try Self.signing()
        for day in 10..<30 {
            try work.command(
                [
                    "silence", "add", "consortium=C014", "--until", "2026-06-\(day)", "--by", "示例审定甲（虚构）",
                    "--comment", "汇总", "--identity", "first",
                ], now: Self.day)
        }
        // A file of another test that the shell has been given by chance would lie beyond the limit, where Foundation
        // starts no program.
        let limited = """
            for file in /proc/$$/fd/*; do file=${file##*/}; [ "$file" -gt 2 ] && eval "exec $file>&-"; done
            ulimit -n 48; exec "$@"
            """
        try work.command(["verify"], now: Self.day, wrapper: ["bash", "-c", limited, "bash"])
    }

    @Test func `what was decided before somebody had a key is noted and is no fault`() throws {
        let work = try Self.signing()
        let actors = try work.read("pipelines/actors.yml")
        try work.write(
            actors.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("    key: ") }
                .joined(separator: "\n"), to: "pipelines/actors.yml")
        _ = try Self.confirm(work, exits: 0)
        #expect(try !work.command("verify", now: Self.day).output.contains("提示"))
        try work.write(actors, to: "pipelines/actors.yml")
        let told = try work.command("verify", now: Self.day).output
        #expect(told.contains("提示：有效的认定、评定和状态变更中，1 项没有签名，作出的人现已登记公钥（示例专家甲（虚构）的认定（R"), "\(told)")
    }

    @Test func `a register cannot say what somebody who signs has not signed`() throws {
        let work = try Self.signing()
        try work.write(
            "联合体编号,条款,年度,认定,认定人,认定日期,理由,佐证材料\nC014,16.5,2025,不成立,示例专家甲（虚构）,2026-04-01,已核查,\n",
            to: "\(Workplace.registers)/2026/认定.csv")
        try work.run(now: Self.day)
        let shown = try work.command("review", "show", "C014/16.5/2025", now: Self.day).output
        #expect(!shown.contains("已核查"), "\(shown)")
        #expect(try told(work).contains { $0.contains("没有签名") })
    }

    @Test(arguments: ["ssh-ed25519 AAAA", "ssh-ed25519", "*", "-----BEGIN OPENSSH PRIVATE KEY-----"])
    func `what is no public key is told with its place`(key: String) throws {
        let work = try Workplace()
        let actors = try work.read("pipelines/actors.yml")
        try work.write(
            actors.replacing("- name: 示例专家甲（虚构）\n", with: "- name: 示例专家甲（虚构）\n    key: \"\(key)\"\n"),
            to: "pipelines/actors.yml")
        let outcome = try work.command("check", exits: 2)
        #expect((outcome.output + outcome.errors).contains("OpenSSH 公钥"))
    }
}
