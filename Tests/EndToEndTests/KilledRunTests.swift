import Foundation
import TestSupport
import Testing

/// DESIGN's promise to the operator: a run may be killed at any moment.
@Suite("Killed runs", .serialized)
struct KilledRunTests {
    static let kills = Campaign.count(50)
    static let rounds = Campaign.count(5)
    static let consortia: Set<String> = ["C002", "C012"]

    @Test func `kills leave a clean store and the same end`() throws {
        let undisturbed = try Workplace()
        try undisturbed.receiveSample(only: Self.consortia)
        let clock = ContinuousClock()
        let fresh = try clock.measure { try undisturbed.run() } / .seconds(1)
        let expected = try undisturbed.outcomes()
        let alerted = try Self.alerts(undisturbed)
        #expect(!alerted.isEmpty)
        let receipts = try Self.receipts(undisturbed)
        #expect(!receipts.isEmpty)

        var random = Campaign.numbers(seed: 20_251_231)
        var kills = 0
        // A new database now and then, so that kills fall in the load of files too, not only in what comes after.
        for round in 1...Self.rounds {
            let work = try Workplace()
            try work.receiveSample(only: Self.consortia)
            // How long a run takes that nobody kills, in seconds: less and less as its files come into the store.
            var length = fresh
            while kills < round * Self.kills / Self.rounds {
                let run = try work.program.start(
                    ["run", "pipelines/municipal-annual.yml", "--year", "2025"],
                    environment: ["CONSORTIUM_MONITOR_NOW": Workplace.now])
                let moment = length * random.fraction()
                if run.wait(timeout: moment) == false {
                    run.kill()
                    kills += 1
                } else {
                    length = moment
                }
                // Before the file is there, there is nothing to verify.
                guard work.exists("var/monitor.sqlite") else { continue }
                try work.command("verify")
            }
            try work.run()
            #expect(try work.outcomes() == expected)
            // Every sender gets a receipt, and the same ones.
            let differing = try Self.receipts(work).symmetricDifference(receipts)
            #expect(differing.isEmpty, "\(differing.sorted())")
            // Whatever the ledger says was taken in is in the archive, whole.
            #expect(try work.command("verify").output.contains("个核对无误。"))
            // Every alert is told, and once.
            #expect(try Self.alerts(work).sorted() == alerted.sorted())
        }
        #expect(kills == Self.kills)
    }

    /// A collection that was killed after it had stored a file and before the receipt: the next one, of whatever files,
    /// makes up for it.
    @Test func `receipts that a killed collection owes are written by the next`() throws {
        let undisturbed = try Self.sender()
        try undisturbed.command("collect", "C003")
        let owed = try Self.receipts(undisturbed)
        try #require(owed.count == 2)

        // Later and later, until a kill falls between the two.
        for delay in 0..<200 {
            let work = try Self.sender()
            let collection = try work.program.start(
                ["collect", "C003"], environment: ["CONSORTIUM_MONITOR_NOW": Workplace.now])
            while !work.exists("var/receipts/.owed"), !collection.wait(timeout: 0.001) {}
            _ = collection.wait(timeout: Double(delay) / 500)
            collection.kill()
            guard try work.command("status").output.contains("已收 2 个文件"), try Self.receipts(work).isEmpty,
                work.exists("var/receipts/.owed")
            else { continue }
            try work.write("联合体编号,观测点,年度,数值\nC003,9.1.2,2025,3\n", to: "B/另一份.csv")
            let next = try work.command("collect", "B")
            #expect(next.output.contains("读 1 个文件：载入 1 个"), "\(next.output)")
            let receipts = try Self.receipts(work)
            #expect(receipts.isSuperset(of: owed), "\(receipts.sorted())")
            #expect(receipts.count == 4 && !work.exists("var/receipts/.owed"))
            for name in owed where name.hasSuffix(".json") {
                #expect(try work.read("var/receipts/\(name)") == undisturbed.read("var/receipts/\(name)"))
            }
            return
        }
        Issue.record("no kill fell between the store and the receipt")
    }

    /// A workplace with a registered consortium and a file of it that is not collected yet.
    private static func sender() throws -> Workplace {
        let work = try Workplace()
        try work.write("编号,名称,类型,省份,市州\nC003,示例甲联合体（虚构）,municipal,湖南省,长沙市\n", to: "联合体.csv")
        try work.command("collect", "联合体.csv", "--as", "authority")
        try FileManager.default.removeItem(atPath: work.path("var/receipts"))
        try FileManager.default.createDirectory(atPath: work.path("C003"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Workplace.sample.appending(path: "submissions/2025/湖南省/C003.csv"),
            to: work.url.appending(path: "C003/C003.csv"))
        return work
    }

    /// The names of all receipts. What a killed process left half written is hidden or called so.
    private static func receipts(_ work: Workplace) throws -> Set<String> {
        try Set(
            FileManager.default.subpathsOfDirectory(atPath: work.path("var/receipts")).filter {
                $0.hasSuffix(".xlsx") || $0.hasSuffix(".json")
            })
    }

    /// Each alert that was sent to the file of all alerts, but for those of runs that did not come to their end: only a run
    /// after a kill has them to tell.
    private static func alerts(_ work: Workplace) throws -> [String] {
        let file = "var/alerts/alerts.ndjson"
        guard work.exists(file) else { return [] }
        return try work.read(file).split(separator: "\n").map(String.init).filter { !$0.contains(#""list":"system""#) }
    }
}

extension SeededNumbers {
    /// At least 0, below 1.
    fileprivate mutating func fraction() -> Double { Double.random(in: 0..<1, using: &self) }
}
