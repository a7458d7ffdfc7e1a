import Alerts
import AlertsTestSupport
import Assessment
import Delivery
import Foundation
import Standards
import Store
import Testing

@testable import UseCases

/// The outbox: written with the plan, delivered at least once, given up after the last try.
@Suite("Dispatch")
struct DispatchTests {
    private let desk = ScriptedChannel()

    private func office(_ change: (inout DeliveryPolicy) -> Void = { _ in }) throws -> PostOffice {
        try PostOffice(.scripted(["desk": desk], change))
    }

    @Test func `What is planned is queued with the log, sent once, and planned no more`() async throws {
        let office = try office()
        try office.plan(3)
        #expect(try office.states() == ["1 queued", "2 queued", "3 queued"])
        #expect(try office.log() == ["queued", "queued", "queued"])
        // A run that is killed here has lost nothing: the next one plans nothing anew, and sends what is there.
        #expect(try office.plan(3).messages == [])
        let report = try await office.deliver()
        #expect(report.sent == 3 && report.alerts == 3 && report.isPlain && report.failures == [])
        #expect(try office.states() == ["1 sent", "2 sent", "3 sent"])
        #expect(try office.log().filter { $0 == "sent" }.count == 3)
        #expect(try await office.deliver().sent == 0)
        #expect(Set(desk.sent.map(\.parcel.key)).count == 3 && desk.sent.count == 3)
        #expect(desk.sent[0].parcel.messageID == "<\(desk.sent[0].parcel.key)@consortium-monitor.invalid>")
    }

    @Test func `What fails is tried again, with pauses that double, and given up after the last try`() async throws {
        let office = try office {
            ($0.tries, $0.firstPause, $0.longestPause, $0.patience) = (4, 60, 150, 3600)
        }
        desk.answer(
            .failed("无应答", after: nil), .failed("无应答", after: nil), .failed("无应答", after: nil),
            .failed("无应答", after: nil))
        try office.plan(1)
        let report = try await office.deliver()
        #expect(office.pauses == [60, 120, 150])
        #expect(report.dead == 1 && report.sent == 0 && report.failures.count == 4)
        #expect(report.failures[0] == "desk（消息 1）：无应答。2026年1月5日08:01起重试（第 1 次未成，共试 4 次）。")
        #expect(report.failures[3] == "desk（消息 1）：无应答。不再重试；处理后执行 alert --retry 1。")
        let dead = try office.store.outbox([.dead])
        #expect(dead.map(\.reason) == ["无应答"] && dead.map(\.attempts) == [4])
        #expect(try office.log() == ["queued", "failed"])
        #expect(Set(desk.sent.map(\.parcel.key)).count == 1)
    }

    @Test func `What another pipeline wrote is left to its own configuration`() async throws {
        let office = try office()
        try office.plan(2)
        let stranger = ScriptedChannel()
        for receivers in [["desk": stranger], ["elsewhere": stranger]] {
            let report = try await office.deliver(of: ["another"], by: .scripted(receivers))
            #expect(report.sent == 0 && report.dead == 0 && report.failures == [])
        }
        #expect(stranger.sent.isEmpty)
        #expect(try office.states() == ["1 queued", "2 queued"])
        #expect(try await office.deliver(of: [office.edition.id, "another"]).sent == 2)
        // Its own receiver is gone: that is told.
        try office.plan(2, outcome: .suspected)
        #expect(try await office.deliver(of: [office.edition.id], by: .scripted(["elsewhere": stranger])).dead == 2)
    }

    @Test func `A pause beyond the patience is left to the next delivery`() async throws {
        let office = try office { ($0.firstPause, $0.patience) = (600, 60) }
        desk.answer(.failed("无应答", after: nil))
        try office.plan(1)
        let report = try await office.deliver()
        #expect(office.pauses == [] && report.waiting == 1)
        #expect(report.sentence == "发送：送达 0 条消息，1 条待发（见 alert --outbox）")
        #expect(try await office.deliver().sent == 0)
        office.wait(600)
        #expect(try await office.deliver().sent == 1)
        #expect(desk.sent.map(\.parcel).allSatisfy { $0 == desk.sent[0].parcel })
    }

    @Test func `A service that asks for a longer pause gets it, but no endless one`() async throws {
        let office = try office { ($0.firstPause, $0.longestPause, $0.patience) = (60, 3600, 86_400) }
        desk.answer(.failed("忙", after: 900), .failed("忙", after: 1e9))
        try office.plan(1)
        try await office.deliver()
        #expect(office.pauses == [900, 3600])
    }

    @Test func `What is refused is given up at once, and told anew by the next plan`() async throws {
        let office = try office()
        desk.answer(.refused("没有这个邮箱"))
        try office.plan(1)
        #expect(try await office.deliver().dead == 1)
        office.wait(86_400)
        #expect(try office.plan(1).messages.count == 1)
        #expect(try office.store.outboxMessage(1)?.replacedBy == 2)
        #expect(try office.store.outbox([.dead]) == [])
        #expect(try await office.deliver().sent == 1)
        #expect(try office.states() == ["1 dead", "2 sent"])
        #expect(try office.plan(1).messages == [])
    }

    @Test func `Messages of one receiver stay in order, those of others do not wait for it`() async throws {
        let other = ScriptedChannel()
        let office = try PostOffice(.scripted(["desk": desk, "other": other]) { $0.patience = 0 })
        desk.answer(.failed("无应答", after: nil))
        try office.plan(2)
        #expect(try await office.deliver().sent == 2)
        #expect(desk.sent.count == 1 && other.sent.count == 2)
        try office.plan(2, outcome: .warning)
        office.wait(3600)
        #expect(try await office.deliver().failures == [])
        let told = desk.sent.dropFirst().map { $0.parcel.body.contains("【首次") }
        #expect(told == [true, true, false, false])
    }

    @Test func `A receiver that is gone, or has another way now, is told of by name`() async throws {
        let office = try office()
        try office.plan(1)
        let kept = office.configuration
        office.configuration = try .scripted(["other": ScriptedChannel()])
        #expect(try await office.deliver().failures == ["desk（消息 1）：告警配置里已没有这个接收者。"])
        office.configuration = kept
        // The same plan at the same moment: the message is taken up again, not doubled.
        try office.plan(1)
        office.configuration = try DeliveryConfiguration.telling("{name: desk, kind: stdout}")
        let failures = try await office.deliver().failures
        #expect(failures == ["desk（消息 1）：接收者已改用 stdout，按 scripted 写好的消息不再发送。"])
    }

    // MARK: - Processes that die

    private struct Killed: Error {}

    @Test func `A process that dies before the last byte leaves sends again, one that dies after it is in doubt`()
        async throws
    {
        let office = try office()
        try office.plan(1)
        // What a kill leaves in the store at the two moments.
        var states: [String] = []
        desk.meanwhile = { _ in states += try office.states() }
        let attempt = try office.store.beginAttempt(1, account: "", at: office.now)
        #expect(attempt == 1)
        #expect(try office.store.beginAttempt(1, account: "", at: office.now) == nil)
        try await office.deliver()
        #expect(states == ["1 attempting", "1 finishing"])
        #expect(try office.store.outboxMessage(1)?.isInDoubt == false)
        #expect(try office.store.outboxMessage(1)?.attempts == 2)

        try office.plan(2)
        _ = try office.store.beginAttempt(2, account: "", at: office.now)
        try office.store.willFinish(2)
        desk.meanwhile = { _ in }
        let report = try await office.deliver()
        #expect(report.doubtful == 1)
        #expect(report.sentence == "发送：送达 1 条消息（其中 1 条可能重复）")
        #expect(desk.sent.last?.parcel.isInDoubt == true)
        #expect(try office.store.outboxMessage(2)?.isInDoubt == true)
    }

    @Test func `An answer that says nothing leaves the message in doubt, and it goes again under its key`() async throws
    {
        let office = try office { ($0.firstPause, $0.patience) = (1, 60) }
        desk.answer(.uncertain("服务器没有在时限内应答，是否送达不明"), .failed("无应答", after: nil))
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.sent == 1 && report.doubtful == 1)
        #expect(desk.sent.map(\.parcel.isInDoubt) == [false, true, true])
        #expect(Set(desk.sent.map(\.parcel.messageID)).count == 1)
    }

    @Test func `One process delivers at a time, and the next may when it is gone`() throws {
        let office = try office()
        var lock = try DeliveryLock(database: office.database)
        #expect(lock != nil)
        #expect(try DeliveryLock(database: office.database) == nil)
        lock = nil
        #expect(try DeliveryLock(database: office.database) != nil)
    }

    // MARK: - Limits

    @Test func `Limits are counted in the store, for all receivers of an account and all processes`() async throws {
        let limits = [RateLimit(20, in: 60), RateLimit(5, in: 1)]
        let robots = (1...2).map { _ in ScriptedChannel(limits: limits, account: "robot") }
        let office = try PostOffice(.scripted(["a": robots[0], "b": robots[1]]) { $0.patience = 30 })
        try office.plan(40)
        var deliveries = 0
        while try await office.deliver().waiting > 0 {
            deliveries += 1
            office.wait(7)
        }
        #expect(deliveries > 3)
        let times = robots.flatMap { $0.sent.map(\.at) }.sorted()
        #expect(times.count == 80)
        for limit in limits {
            for (first, later) in zip(times, times.dropFirst(limit.count)) {
                #expect(later.timeIntervalSince(first) >= limit.seconds - 0.001)
            }
        }
        // No slower than the limit asks for, but for the pauses between deliveries.
        #expect(times[79].timeIntervalSince(times[0]) < 4 * 60)
    }

    @Test func `A service that takes no more is left alone as long as it says, by every receiver of the account`()
        async throws
    {
        let robots = (1...2).map { _ in ScriptedChannel(limits: [RateLimit(20, in: 60)], account: "robot") }
        let office = try PostOffice(.scripted(["a": robots[0], "b": robots[1]]) { $0.patience = 900 })
        robots[0].answer(.limited("发送过于频繁", for: 600))
        try office.plan(1)
        let report = try await office.deliver()
        #expect(report.sent == 2 && report.failures.count == 1)
        let times = robots.flatMap { $0.sent.map(\.at) }.map { $0.timeIntervalSince(day(0)) }.sorted()
        #expect(times[0] == 0 && times.dropFirst().allSatisfy { $0 >= 600 } && times.count == 3)
    }
}
