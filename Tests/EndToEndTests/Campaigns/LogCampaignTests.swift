import Foundation
import TestSupport
import Testing

@testable import Store

/// Whoever has the whole machine can make everything fit again, but for a head that left it.
@Suite("A campaign against the log", .serialized)
struct LogCampaignTests {
    @Test func `every edit that was covered up is found against a head that left, or is without effect`() async throws {
        let work = try TamperingCampaignTests.filled()
        let sound = try TamperingCampaignTests.soundCopy(of: work)
        let untouched = try TamperedInstallation(of: work, sound)
        let head = try #require(try Store.openExisting(path: untouched.database).lastLogHead())
        let witness = LogWitness(heads: [.init(place: "离开本机的日志头", head: head.printed)])
        try untouched.forge()
        #expect(!untouched.isFound(by: witness))
        let outputs = try await untouched.outputs().merging(untouched.record()) { first, _ in first }
        var numbers = Campaign.numbers(seed: 20_261_202)
        var found = 0
        for _ in 0..<Campaign.count(25) {
            let copy = try TamperedInstallation(of: work, sound)
            let edit = try copy.edit(&numbers, withRuns: true)
            try copy.forge()
            if copy.isFound(by: witness) {
                found += 1
                continue
            }
            // What is added after a head left is what may be added any day: only a later head holds it.
            if edit.hasPrefix("INSERT") { continue }
            let shown = try await copy.outputs().merging(copy.record()) { first, _ in first }
            for (name, text) in outputs.sorted(by: { $0.key < $1.key }) where shown[name] != text {
                Issue.record("\(edit): \(name) is not what it was, and the head finds nothing")
            }
        }
        #expect(found > 12, "\(found)")
    }
}
