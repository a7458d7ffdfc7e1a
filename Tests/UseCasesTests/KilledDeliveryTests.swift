import Alerts
import AlertsTestSupport
import Delivery
import Foundation
import Store
import TestSupport
import Testing

@testable import UseCases

/// The command is killed at random moments while it sends: what arrived is then held against the outbox. Twelve kills, or as
/// many as the variable KILLS says (`make soak`).
@Suite("Killed deliveries", .needsPythonEnvironment, .serialized)
struct KilledDeliveryTests {
    private static let messages = 24
    private static let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 12

    @Test func `nothing is lost, and what is doubled is known`() throws {
        var random = SeededNumbers(seed: 13)
        var kills = 0
        var doubled = 0
        var rounds = 0
        while kills < Self.kills {
            rounds += 1
            let round = try Round(Self.messages)
            var length = 1.5
            while kills < Self.kills, try round.office.store.outboxCounts()[.sent] != 3 * Self.messages {
                let run = try round.start()
                if run.wait(timeout: length * Double.random(in: 0..<1, using: &random)) {
                    length = max(length / 2, 0.2)
                } else {
                    run.kill()
                    kills += 1
                    length = 1.5
                }
            }
            let last = try round.start()
            #expect(last.wait(timeout: 120))
            let outcome = try last.outcome()
            #expect(outcome.status == 0, "\(outcome.errors)")
            doubled += try round.compare()
        }
        print("\(kills) kills in \(rounds) rounds of \(3 * Self.messages) messages, \(doubled) letters twice")
    }

    @Test func `of processes that are started together one sends, and the others say so`() throws {
        let round = try Round(4)
        let runs = try (0..<3).map { _ in try round.start() }
        for run in runs { #expect(run.wait(timeout: 120)) }
        let outcomes = try runs.map { try $0.outcome() }
        #expect(outcomes.allSatisfy { $0.status == 0 && $0.errors == "" }, "\(outcomes)")
        // Those that came when all was done had nothing to do.
        #expect(outcomes.contains { $0.output.contains("送达 12 条消息") }, "\(outcomes)")
        #expect(
            outcomes.allSatisfy { $0.output.contains("另一个进程正在发送") || $0.output.contains("发送：送达") })
        #expect(try round.compare() == 0)
        #expect(try round.office.store.outbox([.sent]).allSatisfy { $0.attempts == 1 })
    }

    /// An outbox with so many messages for a webhook, a mailbox and a file, and the services.
    private struct Round {
        let office: PostOffice
        private let services: TestServer
        private let mail: TestServer
        private let folder: TemporaryFolder
        private let program: Program

        init(_ count: Int) throws {
            folder = try TemporaryFolder()
            let certificate = try TestServer.Certificate(in: folder.url)
            services = try TestServer("services.py")
            mail = try TestServer("mail.py", ["starttls", certificate.certificate, certificate.key])
            // Slow enough for a kill to fall between the last byte and the answer.
            try services.behave(Array(repeating: "slow", count: 100 * count))
            try mail.behave(Array(repeating: "slow", count: 100 * count))
            let text = DeliveryConfiguration.text(
                [
                    "{name: hook, kind: webhook, url: 'http://127.0.0.1:\(services.port)/webhook', secret_env: SECRET}",
                    "{name: mail, kind: smtp, host: localhost, port: \(mail.port), user: monitor@example.gov.cn, "
                        + "password_env: PASSWORD, from: monitor@example.gov.cn, to: zcc@example.gov.cn, "
                        + "ca_file: \(certificate.certificate)}",
                    "{name: file, kind: file, path: \(folder.url.path)/told.ndjson, format: ndjson}",
                ], delivery: "{timeout: 10s, first_pause: 1s}", groupBy: "[consortium]")
            try Data(text.utf8).write(to: folder.url.appending(path: "alerts.yml"))
            office = try PostOffice(
                .read(
                    Data(text.utf8), name: "alerts.yml",
                    knowing: Vocabulary(editions: [trialEdition], clauses: ["16.3"], verdicts: ["disqualify"])))
            program = Program(in: folder.url)
            try office.plan(count)
        }

        func start() throws -> RunningProgram {
            try program.start(
                ["alert", "--retry", "--config", "alerts.yml", "--database", office.database],
                environment: [
                    "CONSORTIUM_MONITOR_NOW": "2026-01-05T08:00:00+08:00", "SECRET": "this is secret",
                    "PASSWORD": "p@ss w0rd",
                ])
        }

        /// - Returns: how many letters came twice.
        func compare() throws -> Int {
            let messages = try office.store.outbox(Set(OutboxRecord.State.allCases), includingReplaced: true)
            #expect(messages.allSatisfy { $0.state == .sent })
            let doubtful = Set(messages.filter(\.isInDoubt).flatMap { [$0.key, $0.messageID] })

            // The receiver takes each key once.
            let keys = try services.arrived().compactMap { $0["key"] as? String }
            #expect(Set(keys) == Set(messages.filter { $0.receiver == "hook" }.map(\.key)))
            #expect(keys.repeated.isSubset(of: doubtful))

            let letters = try mail.arrived().compactMap { $0["id"] as? String }
            #expect(Set(letters) == Set(messages.filter { $0.receiver == "mail" }.map(\.messageID)))
            #expect(letters.repeated.isSubset(of: doubtful), "a letter came twice of which that is not known")

            let told = try String(contentsOf: folder.url.appending(path: "told.ndjson"), encoding: .utf8)
            let bodies = try messages.filter { $0.receiver == "file" }.map {
                try JSONDecoder().decode(ParcelContent.self, from: Data($0.content.utf8)).body
            }
            #expect(told == bodies.joined())

            let log = try office.log()
            #expect(log.count { $0 == "queued" } == messages.count && log.count { $0 == "sent" } == messages.count)
            return letters.repeated.count
        }
    }
}

extension [String] {
    /// What is there more than once.
    fileprivate var repeated: Set<String> {
        Set(Dictionary(grouping: self) { $0 }.filter { $0.value.count > 1 }.keys)
    }
}
