import Foundation
import Safekeeping
import TestSupport
import Testing

/// Nights one after the other, whatever has come: each ends well and in silence, the store stays as it was received, and a
/// backup brings all of it back.
@Suite("A campaign of nights", .serialized)
struct NightsCampaignTests {
    @Test func `nights with whatever inbox end well`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C003", "C012"])
        var numbers = Campaign.numbers(seed: 20_261_210)
        var inbox = RandomInbox(work, numbers: numbers)
        for night in 0..<Campaign.count(3) {
            try inbox.receive()
            let now = Self.instant(of: night)
            if Int.random(in: 0..<4, using: &numbers) == 0 { try kill(work, now, &numbers) }
            let run = try work.run(now: now)
            #expect(run.errors.isEmpty, "night \(night): \(run.errors)")
            expectHarmless(run, night)
            let verified = try work.command("verify", now: now)
            #expect(verified.output.contains("数据库完好"), "night \(night): \(verified.output)")
            #expect(leftovers(in: work).isEmpty, "night \(night): \(leftovers(in: work))")
            guard night % 3 == 2 else { continue }
            try expectRepeatable(work, now, night)
            try expectRestorable(work, now, night)
        }
    }

    private static func instant(of night: Int) -> String {
        let start = Date(timeIntervalSince1970: 1_775_759_400)
        return (start + 86_400 * Double(night)).formatted(.iso8601)
    }

    private func kill(_ work: Workplace, _ now: String, _ numbers: inout SeededNumbers) throws {
        let run = try work.program.start(
            ["run", "pipelines/municipal-annual.yml", "--year", "2025"], environment: ["CONSORTIUM_MONITOR_NOW": now])
        if !run.wait(timeout: Double.random(in: 0..<2, using: &numbers)) { run.kill() }
    }

    /// A run on the same inbox at the same time changes no outcome, and no page but for the head of the log, which has the
    /// run before in it.
    private func expectRepeatable(_ work: Workplace, _ now: String, _ night: Int) throws {
        let outcomes = try outcomes(work, now)
        let pages = try pages(work)
        let again = try work.run(now: now)
        #expect(again.output.contains("载入 0 个"), "night \(night): \(again.output)")
        #expect(try self.outcomes(work, now) == outcomes, "night \(night)")
        let changed = try self.pages(work).filter { pages[$0.key] != $0.value }.keys.sorted()
        #expect(changed.isEmpty, "night \(night): \(changed)")
    }

    private func expectRestorable(_ work: Workplace, _ now: String, _ night: Int) throws {
        try work.command("backup", "copy.sqlite", now: now)
        let place = "restored-\(night)/monitor.sqlite"
        try work.command("restore", "copy.sqlite", "--database", place, now: now)
        try work.command("verify", "--database", place, now: now)
        let restored = try work.command(
            ["assess", "--year", "2025", "--format", "ndjson", "--database", place], now: now)
        #expect(try restored.output == outcomes(work, now), "night \(night)")
        try FileManager.default.removeItem(atPath: work.path("restored-\(night)"))
    }

    private func outcomes(_ work: Workplace, _ now: String) throws -> String {
        try work.command(["assess", "--year", "2025", "--format", "ndjson"], now: now).output
    }

    private func pages(_ work: Workplace) throws -> [String: String] {
        let folder = work.url.appending(path: "var/reports/2025")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let page = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                return (name, page.replacing(/<p>日志头 .*/, with: ""))
            })
    }

    private func leftovers(in work: Workplace) -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: work.path("var"))) ?? []
        return names.filter { Leftovers.isLeftover(($0 as NSString).lastPathComponent) || $0.hasSuffix(".begun") }
    }

    private func expectHarmless(_ run: Program.Outcome, _ night: Int) {
        for line in run.output.split(separator: "\n") {
            let isHarmless = line.unicodeScalars.allSatisfy { $0.isPrintable }
            #expect(isHarmless, "night \(night): \(String(line).printable)")
        }
    }
}
