import Foundation
import TestSupport
import Testing

/// A night on a disk that is too small stops with one sentence and loses nothing; with room, the next one ends as if there
/// had always been room.
@Suite("A campaign of full disks", .serialized)
struct FullDiskCampaignTests {
    @Test(.needsSmallDisk) func `a full disk is told at whatever it strikes, and made good`() throws {
        let undisturbed = try Workplace()
        try undisturbed.receiveSample(only: ["C003"])
        try undisturbed.run()
        let expected = try undisturbed.outcomes()

        var numbers = Campaign.numbers(seed: 20_261_201)
        for _ in 0..<Campaign.count(3) {
            // From less than an empty store to a little more than all.
            let kibibytes = Int.random(in: 16...2_600, using: &numbers)
            let work = try Workplace()
            try work.receiveSample(only: ["C003"])
            let inbox = "var/inbox"
            try FileManager.default.moveItem(atPath: work.path(inbox), toPath: work.path("inbox"))
            let outcome = try SmallDisk(kibibytes: kibibytes, folder: work.path("var")).run(
                """
                ln -s ../inbox var/inbox
                night() { "$PROGRAM" run pipelines/municipal-annual.yml --year 2025; }
                night > first.txt 2> first-errors.txt; echo "first $?"
                "$PROGRAM" verify > verify.txt 2>&1; echo "verify $?"
                mount -o remount,size=64m none var
                night > second.txt 2> second-errors.txt; echo "second $?"
                "$PROGRAM" verify >> verify.txt 2>&1; echo "verify $?"
                find var -name '*.part*' -o -name '.dat.nosync*'
                "$PROGRAM" assess --year 2025 --format ndjson > outcomes.ndjson
                """, in: work)
            let said = outcome.output.split(separator: "\n").map(String.init)
            let complaint = try work.read("first-errors.txt")
            let context: Comment = "\(kibibytes) KiB: \(outcome.output)\(outcome.errors)\(complaint)"
            #expect(said.count == 4 && said[0].hasPrefix("first ") && said[2] == "second 0", context)
            if said.first == "first 0" {
                #expect(complaint.isEmpty, context)
            } else {
                #expect(said.first == "first 2" && complaint.contains("磁盘已满"), context)
                #expect(complaint.split(separator: "\n").count == 1, context)
                #expect(complaint.firstMatch(of: /[Nn]o space|[Dd]evice|[Ee]rror|SQLite/) == nil, context)
            }
            // Before the file is there, or its tables, there is nothing to verify.
            let verified = try work.read("verify.txt")
            let isEmpty = verified.contains("不存在") || verified.contains("磁盘已满")
            #expect(said[1] == "verify 0" || said[1] == "verify 2" && isEmpty, context)
            #expect(said.last == "verify 0", context)
            #expect(try work.read("second-errors.txt").isEmpty, context)
            #expect(try work.read("outcomes.ndjson") == expected, context)
        }
    }
}
