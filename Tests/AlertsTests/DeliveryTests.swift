import Alerts
import Assessment
import FEEL
import Foundation
import Standards
import Testing

struct DeliveryTests {
    /// A folder of its own for each test.
    private let folder = FileManager.default.temporaryDirectory.appending(path: "alerts-\(UUID().uuidString)")

    private func simulation(_ receivers: [(name: String, path: String, format: Receiver.Format)]) -> Simulation {
        let routes = receivers.map {
            Route(receiver: $0.name, groupBy: [.province], repeatInterval: 86_400, continues: true)
        }
        return Simulation(
            AlertsConfiguration(
                rules: .clausesOnly,
                receivers: receivers.map {
                    Receiver(
                        name: $0.name,
                        kind: .file(path: $0.path.hasPrefix("/") ? $0.path : folder.appending(path: $0.path).path),
                        format: $0.format)
                },
                route: Route(receiver: receivers[0].name, groupBy: [], repeatInterval: 86_400, routes: routes)))
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    private let triggered = [
        ConsortiumAssessment.synthetic([.synthetic(.triggered)]),
        .synthetic([.synthetic(.warning)], of: .synthetic("C002", province: "110000")),
    ]

    @Test func `A file a day, appended to, its folders made`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var simulation = simulation([("a", "x/y/{date}.ndjson", .ndjson)])
        for number in 0..<2 {
            let plan = simulation.plan(triggered, at: day(number))
            #expect(await plan.deliver(to: simulation.configuration.channels).allSatisfy { $0.failure == nil })
            simulation.states = plan.states
        }
        _ = await simulation.plan(triggered, at: day(1)).deliver(to: simulation.configuration.channels)
        #expect(try text("x/y/2026-01-05.ndjson").split(separator: "\n").count == 2)
        #expect(try text("x/y/2026-01-06.ndjson").split(separator: "\n").count == 4)
    }

    @Test func `A day of a file is a day in China`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let simulation = simulation([("a", "{date}", .ndjson)])
        _ = await simulation.plan(triggered, at: day(0).addingTimeInterval(16 * 3600))
            .deliver(to: simulation.configuration.channels)
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "2026-01-06").path))
    }

    @Test func `Each line is a JSON object with labels, annotations and the reason`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let simulation = simulation([("a", "log", .ndjson)])
        _ = await simulation.plan(triggered, at: day(0)).deliver(to: simulation.configuration.channels)
        let lines = try text("log").split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(
            lines.map { $0?["fingerprint"] as? String } == [
                "\(trialEdition)/C002/16.3/2025", "\(trialEdition)/C001/16.3/2025",
            ])
        #expect(lines.map { $0?["reason"] as? String } == ["first", "first"])
        #expect(lines[0]?["at"] as? String == "2026-01-05T00:00:00Z")
        let labels = lines[0]?["labels"] as? [String: String]
        #expect(
            labels == [
                "edition": trialEdition, "consortium": "C002", "kind": "municipal", "province": "110000",
                "prefecture": "", "list": "negative",
                "clause": "16.3", "outcome": "warning", "severity": "warning", "year": "2025",
            ])
        #expect((lines[1]?["annotations"] as? [String: Any])?["page"] as? String == "consortium/C001.html")
    }

    @Test func `A receiver that fails says why and stops no other`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "a folder"), withIntermediateDirectories: true)
        try Data().write(to: folder.appending(path: "a file"))
        let simulation = simulation([
            ("a", "a folder", .text), ("b", "a file/log", .text), ("c", "/dev/full", .text), ("d", "log", .text),
        ])
        let results = await simulation.plan([triggered[0]], at: day(0)).deliver(to: simulation.configuration.channels)
        #expect(results.map(\.entry.outcome) == [.failed, .failed, .failed, .sent])
        #expect(
            results.map(\.entry.detail) == [
                "无法写入 \(folder.path)/a folder：是一个文件夹",
                "无法写入 \(folder.path)/a file/log：无法创建文件夹 \(folder.path)/a file",
                "无法写入 /dev/full：磁盘已满", "",
            ])
        #expect(try text("log").contains("C001"))
    }
}
