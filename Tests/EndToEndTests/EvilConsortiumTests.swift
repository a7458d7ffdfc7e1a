import Foundation
import Safekeeping
import TestSupport
import Testing

/// What a sender typed into names, grounds and ids does nothing to a terminal, a shell, a file system or a log.
@Suite("An evil consortium", .serialized)
struct EvilConsortiumTests {
    private static let evil = "\u{1B}[2J\u{1B}]0;x\u{7}甲\u{202E}乙\u{9B}31m\u{2028}丙"
    private static let ids = ["C1; rm -rf ~", "C1;$(id)'", String(repeating: "长", count: 64), "c003", "CON"]

    private static func filled() throws -> Workplace {
        let work = try Workplace()
        var register = "编号,名称,类型,省份,市州,认定日期\nC003,\(evil),municipal,湖南省,长沙市,2023-01-01\n"
        for id in ids { register += "\"\(id)\",\"\(evil)\n错误：伪造\",municipal,湖南省,长沙市,2023-01-01\n" }
        try work.write(register, to: "登记/联合体.csv")
        var figures = "联合体编号,观测点,年度,口径,数值,佐证材料\n"
        for id in ids + ["C003"] {
            for year in [2024, 2025] {
                figures += "\"\(id)\",6.1.2,\(year),实际,1,\"\(evil)\"\n\"\(id)\",6.1.1,\(year),实际,100,\n"
                figures += "\"\(id)\",6.1.4,\(year),实际,\"\(evil)\",\n\"\(id)\",6.1.3,\(year),实际,100,\n"
            }
        }
        try work.write(figures, to: "登记/数据.csv")
        try work.write(
            "编号,联合体编号,发生日期,领域,程度,不良影响,核查状态,佐证材料\n\"\(evil)\",C003,2025-03-01,安全,重大,是,查实,\"\(evil)\"\n", to: "登记/事件.csv")
        return work
    }

    private func expectHarmless(_ outcome: Program.Outcome, _ what: String) {
        expectHarmless([outcome.output, outcome.errors], what)
    }

    private func expectHarmless(_ texts: [String], _ what: String) {
        for text in texts {
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                let scalar = line.unicodeScalars.first { !$0.isPrintable }
                #expect(
                    scalar == nil, "\(what): U+\(String(scalar?.value ?? 0, radix: 16)) in \(String(line).printable)")
                #expect(!line.hasPrefix("错误：伪造"), "\(what)")
            }
        }
    }

    @Test func `no command passes on what does something to a terminal`() throws {
        let work = try Self.filled()
        expectHarmless(try work.command("collect", "登记", "--as", "authority"), "collect")
        let commands: [[String]] = [
            ["assess", "--year", "2025"], ["assess", "--year", "2025", "--format", "ndjson"],
            ["explain", "C003", "16.1", "--year", "2025"], ["explain", "C003", "16.3", "--year", "2025"],
            ["status"], ["status", "--format", "json"], ["status", "--format", "prometheus"],
            ["alert", "--year", "2025"], ["report", "--year", "2025", "--out", "out"], ["verify"],
            ["template", "--year", "2025", "--all", "-o", "forms"], ["receipt", "登记", "--as", "authority", "-o", "r"],
            ["backup", "copy.sqlite"], ["alert", "--year", "2025", "--deliver"],
        ]
        for arguments in commands {
            expectHarmless(try work.command(arguments), arguments.joined(separator: " "))
        }
        expectHarmless(
            try work.command("explain", Self.evil, "16.1", "--year", "2025", exits: 2), "explain of an unknown id")
        // What was delivered to files is read on terminals, too.
        let alerts = try FileManager.default.subpathsOfDirectory(atPath: work.path("var/alerts"))
        #expect(!alerts.isEmpty)
        for name in alerts {
            let text = try work.read("var/alerts/\(name)")
            expectHarmless([text], name)
            for line in text.split(separator: "\n") where line.contains("查询命令：") && line.contains("rm -rf") {
                #expect(line.contains("'C1; rm -rf ~'"), "\(line)")
            }
        }
    }

    @Test func `every consortium has a page and a form of its own, whatever its id`() throws {
        let work = try Self.filled()
        try work.command("collect", "登记", "--as", "authority")
        try work.command("report", "--year", "2025", "--out", "out")
        let pages = try FileManager.default.contentsOfDirectory(atPath: work.path("out/consortium"))
        #expect(Set(pages.map { $0.uppercased() }).count == Self.ids.count + 1, "\(pages)")
        try work.command("template", "--year", "2025", "--all", "-o", "forms")
        let forms = try FileManager.default.contentsOfDirectory(atPath: work.path("forms"))
        #expect(forms.count == Self.ids.count + 1, "\(forms)")
    }

    @Test func `a page that cannot be written keeps no other from being written`() throws {
        let work = try Self.filled()
        try work.command("collect", "登记", "--as", "authority")
        try FileManager.default.createDirectory(
            atPath: work.path("out/consortium/C003.html"), withIntermediateDirectories: true)
        let outcome = try work.command("report", "--year", "2025", "--out", "out", exits: 2)
        #expect(outcome.complaint.contains("未写出 1 个页面：consortium/C003.html"), "\(outcome.errors)")
        let pages = try FileManager.default.contentsOfDirectory(atPath: work.path("out/consortium"))
        #expect(pages.count == Self.ids.count + 1 && work.exists("out/index.html"))
    }
}
