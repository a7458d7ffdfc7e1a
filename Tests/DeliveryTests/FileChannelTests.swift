import Alerts
import AlertsTestSupport
import Delivery
import Foundation
import Standards
import TestSupport
import Testing

/// A file receives each message whole, and once.
struct FileChannelTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func way(_ path: String, format: String = "text") throws -> any Channel {
        let place = path.hasPrefix("/") ? path : folder.url.appending(path: path).path
        let ways = try DeliveryConfiguration.telling("{name: a, kind: file, path: '\(place)', format: \(format)}").ways
        return try #require(ways["a"])
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
    }

    /// Sends the message of `at` as the outbox would.
    @discardableResult
    private func send(
        _ message: Message, by way: any Channel, isInDoubt: Bool = false, willFinish: @escaping () throws -> Void = {}
    ) throws -> Outcome {
        let draft = try way.drafts(of: message)[0]
        let parcel = Parcel(
            key: "k", messageID: "<k@x>", receiver: "a", at: message.at, content: ParcelContent(draft), attachments: [],
            isInDoubt: isInDoubt)
        let vault = SecretVault(environment: [:])
        return way.send(parcel, Session(vault: vault, now: message.at, timeout: 1, willFinish: willFinish))
    }

    private func message(at now: Date) -> Message {
        Simulation().plan(
            [
                .synthetic([.synthetic(.triggered)]),
                .synthetic([.synthetic(.warning)], of: .synthetic("C002")),
            ], at: now
        ).messages[0]
    }

    @Test func `A file a day in China, appended to, its folders made`() throws {
        let way = try way("x/y/{date}.ndjson", format: "ndjson")
        try send(message(at: day(0)), by: way)
        try send(message(at: day(0).addingTimeInterval(16 * 3600)), by: way)
        try send(message(at: day(1)), by: way)
        #expect(try text("x/y/2026-01-05.ndjson").split(separator: "\n").count == 2)
        #expect(try text("x/y/2026-01-06.ndjson").split(separator: "\n").count == 4)
    }

    @Test func `A whole nation is told a thousand alerts at a time, and each part says which`() throws {
        let ids = (1...2500).map { "C\(10_000 + $0)" }
        let plan = Simulation().plan(
            ids.map { .synthetic([.synthetic(.triggered)], of: .synthetic($0)) }, at: day(0))
        let message = plan.messages[0]
        func parcels(_ format: String) throws -> [QueuedParcel] {
            let place = folder.url.appending(path: "log").path
            let ways = try DeliveryConfiguration.telling(
                "{name: \(message.receiver), kind: file, path: '\(place)', format: \(format)}"
            ).ways
            var parcels: [QueuedParcel] = []
            try plan.eachParcel(by: ways) { parcels.append($0) }
            #expect(parcels.map(\.alerts.count) == [1000, 1000, 500])
            #expect(Set(parcels.map(\.key)).count == 3)
            return parcels
        }
        #expect(try parcels("ndjson").map(\.content.body).joined() == message.ndjson())

        let texts = try parcels("text")
        #expect(
            texts.map { $0.content.body.prefix { $0 != "\n" }.split(separator: "  ").last } == [
                "共2500条，此为第1至1000条", "共2500条，此为第1001至2000条", "共2500条，此为第2001至2500条",
            ])
        #expect(texts.last?.content.subject.hasSuffix("共2500条，此为第2001至2500条（严重 500）") == true)
        func alerts(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { $0.hasPrefix("  编号：") }
        }
        #expect(texts.flatMap { alerts($0.content.body) } == alerts(message.text))
        #expect(message.text.prefix { $0 != "\n" }.hasSuffix("  共2500条"))
    }

    @Test func `Each line is a JSON object with labels, annotations and the reason`() throws {
        try send(message(at: day(0)), by: way("log", format: "ndjson"))
        let lines = try text("log").split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(
            lines.map { $0?["fingerprint"] as? String } == [
                "\(trialEdition)/C001/16.3/2025", "\(trialEdition)/C002/16.3/2025",
            ])
        #expect(lines.map { $0?["reason"] as? String } == ["first", "first"])
        #expect(lines[0]?["at"] as? String == "2026-01-05T00:00:00Z")
        let labels = lines[1]?["labels"] as? [String: String]
        #expect(
            labels == [
                "edition": trialEdition, "consortium": "C002", "kind": "municipal", "province": "430000",
                "prefecture": "", "list": "negative",
                "clause": "16.3", "outcome": "warning", "severity": "warning", "year": "2025",
            ])
        #expect((lines[0]?["annotations"] as? [String: Any])?["page"] as? String == "consortium/C001.html")
    }

    @Test func `A file that cannot be written says why`() throws {
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "a folder"), withIntermediateDirectories: true)
        try Data().write(to: folder.url.appending(path: "a file"))
        let place = folder.url.path
        for (path, reason) in [
            ("a folder", "无法写入 \(place)/a folder：是一个文件夹"),
            ("a file/log", "无法写入 \(place)/a file/log：无法创建文件夹 \(place)/a file"),
            ("/dev/full", "无法写入 /dev/full：磁盘已满"),
        ] {
            #expect(try send(message(at: day(0)), by: way(path)) == .failed(reason, after: nil))
        }
    }

    /// A kill falls before, within or after the writing: the message is there once, whatever was there of it.
    @Test func `What a killed process had written of a message is completed, not repeated`() throws {
        let way = try way("log")
        let earlier = message(at: day(0))
        let torn = message(at: day(1))
        let whole = Array(torn.text.utf8)
        for length in [0, 1, 2, whole.count / 2, whole.count - 1, whole.count] {
            let start = Data(earlier.text.utf8) + Data(whole.prefix(length))
            try start.write(to: folder.url.appending(path: "log"))
            #expect(try send(torn, by: way, isInDoubt: true) == .sent)
            #expect(try text("log") == earlier.text + torn.text, "\(length)")
        }
        try send(earlier, by: way)
        #expect(try send(torn, by: way, isInDoubt: true) == .sent)
        #expect(try text("log") == earlier.text + torn.text + earlier.text)
    }

    @Test func `Nothing is written where it cannot be noted that it will be`() throws {
        struct Full: Error {}
        let outcome = try send(message(at: day(0)), by: way("log"), willFinish: { throw Full() })
        #expect(outcome != .sent)
        #expect(try text("log") == "")
    }
}
