import Foundation
import TestSupport
import Testing

/// Whatever is done to the file of an installation's store is found by `verify`, or nobody is shown anything else for it.
@Suite("A campaign of tampering", .serialized)
struct TamperingCampaignTests {
    /// An installation with figures, registers, determinations, evidence, corrections, and a file set aside.
    static func filled() throws -> Workplace {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C003", "C012"])
        try work.write(
            "联合体编号,条款,年度,认定,认定人,认定日期,理由,佐证材料\nC002,16.5,2025,不成立,示例评审甲（虚构）,2026-04-01,已核查,核查记录.pdf\n",
            to: "\(Workplace.registers)/2025/认定.csv")
        try work.write("%PDF-1.4 示例核查记录（虚构）\n", to: "\(Workplace.registers)/2025/核查记录.pdf")
        try work.write("甲,乙\n1,2\n", to: "\(Workplace.submissions)/2025/说明.csv")
        try work.run()
        try work.write(
            "联合体编号,观测点,年度,口径,数值,更正理由\nC003,9.1.2,2025,实际,33,核对后更正\n",
            to: "\(Workplace.submissions)/2025/湖南省/C003-更正.csv")
        try work.run(now: "2026-04-11T02:30:00+08:00")
        try work.command("verify")
        return work
    }

    /// The store with its log in it, as a backup writes it.
    static func soundCopy(of work: Workplace) throws -> Data {
        try work.command("backup", "copy.sqlite")
        return try Data(contentsOf: work.url.appending(path: "copy.sqlite"))
    }

    @Test func `every edit by SQL, with the triggers dropped, is found or without effect`() async throws {
        let work = try Self.filled()
        let sound = try Self.soundCopy(of: work)
        let untouched = try TamperedInstallation(of: work, sound)
        #expect(!untouched.isFound())
        let outputs = try await untouched.outputs()
        #expect(outputs.count > 8)
        var numbers = Campaign.numbers(seed: 20_261_128)
        for _ in 0..<Campaign.count(30) {
            let copy = try TamperedInstallation(of: work, sound)
            let edit = try copy.edit(&numbers)
            guard !copy.isFound() else { continue }
            try await expect(copy, shows: outputs, after: edit)
        }
    }

    @Test func `every flipped bit is found or without effect`() async throws {
        let work = try Self.filled()
        let sound = try Self.soundCopy(of: work)
        let outputs = try await TamperedInstallation(of: work, sound).outputs()
        var numbers = Campaign.numbers(seed: 20_261_129)
        for _ in 0..<Campaign.count(12) {
            var bytes = sound
            let (place, bit) = (
                Int.random(in: 0..<bytes.count, using: &numbers), Int.random(in: 0..<8, using: &numbers)
            )
            bytes[place] ^= 1 << UInt8(bit)
            let copy = try TamperedInstallation(of: work, bytes)
            guard !copy.isFound() else { continue }
            try await expect(copy, shows: outputs, after: "bit \(bit) of byte \(place)")
        }
    }

    @Test func `a flipped bit of a file received or set aside is found`() throws {
        let work = try Self.filled()
        let sound = try TamperedInstallation(of: work, Self.soundCopy(of: work))
        var numbers = Campaign.numbers(seed: 20_261_130)
        let kept = try ["received", "quarantine"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: work.path("var/\(folder)"))
                .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".reason.txt") }.sorted().map { "var/\(folder)/\($0)" }
        }
        for _ in 0..<Campaign.count(4) {
            let file = work.url.appending(path: try #require(kept.randomElement(using: &numbers)))
            let before = try Data(contentsOf: file)
            guard !before.isEmpty else { continue }
            var bytes = before
            bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            try bytes.write(to: file)
            #expect(sound.isFound(), "\(file.lastPathComponent)")
            try before.write(to: file)
        }
        #expect(!sound.isFound())
    }

    private func expect(
        _ copy: TamperedInstallation, shows outputs: [String: String], after edit: String
    ) async throws {
        let shown = try await copy.outputs()
        for (name, text) in outputs.sorted(by: { $0.key < $1.key }) where shown[name] != text {
            Issue.record("\(edit): \(name) is not what it was, and verify finds nothing")
        }
    }
}
