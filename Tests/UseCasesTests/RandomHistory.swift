import FEEL
import Foundation
import Standards
import Store
import TestSupport
import UseCases

/// What is received of two consortia over some years, one thing after the other, at random but the same in every run.
struct RandomHistory {
    /// One thing that is received.
    struct Event {
        let day: CalendarDate
        var origin = Origin.ministry
        var forms: Set<SubmissionForm> = []
        var observations: [Observation] = []
        var consortia: [Consortium] = []
        var incidents: [Incident] = []
        var policies: [Policy] = []
        var determinations: [Determination] = []
        var transitions: [Transition] = []
        /// The place of the event that it takes back.
        var target: Int?
    }

    static let ids = ["C001", "C002"]
    private(set) var events: [Event] = []
    private var numbers: SeededNumbers

    init(seed: UInt64) {
        numbers = SeededNumbers(seed: seed &* 0x9E37_79B9_7F4A_7C15)
        events = [register(on: Self.day(0)), coverage(on: Self.day(0))]
        // Of one day only its end is remembered.
        let days = Set((0..<9).map { _ in number(in: 30...1000) }).sorted()
        for (place, day) in days.enumerated() { events.append(event(place + 2, Self.day(day))) }
    }

    /// The day of each event, from the first of 2024 on.
    var days: [Int] {
        events.map { event in
            Int(ChinaTime.start(of: event.day).timeIntervalSince(ChinaTime.start(of: Self.day(0))) / 86_400)
        }
    }

    /// Takes in the event at `place` as what was received on its day.
    /// - Parameter ids: the submissions of those taken in before, by their places.
    /// - Returns: its own; nil where it is no submission.
    func load(
        _ place: Int, into store: Store, _ ids: [Int: Int], edition: Edition, recordedAt: Date
    ) throws -> Int? {
        let event = events[place]
        let name = "\(1000 + place)"
        var load = SubmissionLoad(
            file: SubmissionFile(
                name: name, path: name, sha256: name, size: 1, origin: event.origin,
                receivedAt: ChinaTime.start(of: event.day)),
            forms: event.forms)
        load.consortia = event.consortia
        load.incidents = event.incidents
        load.policies = event.policies
        load.determinations = event.determinations
        load.transitions = event.transitions
        if let target = event.target.flatMap({ ids[$0] }) {
            load.withdrawals = [Withdrawal(target: .submission(target), ground: "误报")]
        }
        let outcome = try store.load(
            load, observations: event.observations, edition: edition, recordedAt: recordedAt)
        if case .accepted(let id, _, _) = outcome { return id }
        return nil
    }

    /// The days from the first of 2024 on.
    static func day(_ number: Int) -> CalendarDate {
        ChinaTime.day(of: Date(timeIntervalSince1970: 1_704_081_600 + Double(number) * 86_400))
    }

    // MARK: - Chance

    private mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(numbers.next() % UInt64(range.count))
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[number(in: 0...elements.count - 1)]
    }

    // MARK: - Events

    private mutating func event(_ place: Int, _ day: CalendarDate) -> Event {
        switch number(in: 0...19) {
        case 0...6: figures(on: day)
        case 7...9: incidents(on: day)
        case 10...11: policies(on: day)
        case 12...13: determinations(on: day)
        case 14: transitions(on: day)
        case 15: register(on: day)
        case 16: coverage(on: day)
        default: withdrawal(of: number(in: 1...place - 1), on: day)
        }
    }

    private mutating func figures(on day: CalendarDate) -> Event {
        let consortium = pick(Self.ids)
        let official = number(in: 0...3) == 0
        var event = Event(
            day: day, origin: official ? .ministry : Origin(authority: .secretariat, consortium: consortium),
            forms: [.observations])
        for year in [2023, 2024, 2025] where year < day.year && number(in: 0...2) > 0 {
            let reason = pick([nil, nil, "补充凭证"])
            func add(_ code: String, _ value: ObservedValue, evidence: String? = nil) {
                event.observations.append(
                    Observation(
                        consortium: consortium, indicator: IndicatorCode(code), year: ReportingYear(year),
                        basis: .actual, value: value, evidence: evidence, reason: reason, source: Self.source))
            }
            let amounts: [ObservedValue] = [.number(50), .number(50), .number(300), .missing, .withdrawn]
            add("6.1.1", .truth(true))
            add("6.1.2", pick(amounts), evidence: pick(Self.documents))
            add("6.1.4", .number(200))
            add("6.1.5", .truth(false))
            for code in ["1.1.2", "1.2.2", "6.2.1", "6.3.1"] {
                add(code, pick([.truth(false), .truth(false), .truth(false), .truth(true), .missing]))
            }
        }
        // Plans run ahead of what is reported.
        for year in day.year...day.year + 1 where number(in: 0...2) == 0 {
            event.observations.append(
                Observation(
                    consortium: consortium, indicator: IndicatorCode("6.1.4"), year: ReportingYear(year),
                    basis: pick([.actual, .committed]), value: pick([.number(200), .number(400), .withdrawn]),
                    evidence: nil, source: Self.source))
        }
        return event
    }

    private static let documents: [String?] =
        [nil, nil, nil] + ["a", "b"].map { "sha256:" + String(repeating: $0, count: 64) }

    private mutating func incidents(on day: CalendarDate) -> Event {
        var event = Event(
            day: day, origin: pick([.ministry, Origin(authority: .authority, region: "430000")]),
            forms: [.incidents])
        event.incidents = [
            Incident(
                id: pick(["I1", "I2"]), consortium: pick(Self.ids),
                occurredOn: CalendarDate(year: number(in: 2023...2025), month: 5, day: 6),
                domain: pick([.safety, .falsification]), severity: pick([.major, .major, .serious]),
                hasAdverseImpact: pick([true, true, nil]),
                status: pick([.confirmed, .confirmed, .reported, .dismissed]),
                evidence: nil, source: Self.source)
        ]
        return event
    }

    private mutating func policies(on day: CalendarDate) -> Event {
        var event = Event(day: day, forms: [.policies])
        event.policies = [
            Policy(
                id: pick(["P1", "P2"]), level: .city, region: pick(["430100", "430200"]), title: "措施", number: "",
                issuer: "", issuedOn: CalendarDate(year: number(in: 2023...2025), month: 2, day: 3),
                isEffective: pick([true, true, false, nil]), evidence: nil, source: Self.source)
        ]
        return event
    }

    private mutating func determinations(on day: CalendarDate) -> Event {
        var event = Event(day: day, forms: [.determinations])
        event.determinations = [
            Determination(
                consortium: pick(Self.ids), clause: pick(["16.1", "16.2", "16.3", "16.4", "16.5", "16.6"]),
                year: ReportingYear(number(in: 2023...2025)),
                decision: pick([.confirm, .confirm, .dismiss, .waive, .withdraw]),
                by: "部级审定", on: day, ground: "核查", evidence: nil, id: pick(["R1", "R2", "R3"]),
                withdraws: pick(["R1", "R2"]), source: Self.source)
        ]
        return event
    }

    private mutating func transitions(on day: CalendarDate) -> Event {
        var event = Event(day: day, forms: [.transitions])
        event.transitions = [
            Transition(
                consortium: pick(Self.ids), from: nil, to: pick([.accepted, .cultivation, .application, .revoked]),
                on: pick([day, Self.day(-300)]), document: "示例〔2025〕1号", by: "示例部门", ground: "核查",
                source: Self.source)
        ]
        return event
    }

    /// The register of consortia, as it is corrected now and then.
    private mutating func register(on day: CalendarDate) -> Event {
        var event = Event(day: day, forms: [.consortia])
        event.consortia = Self.ids.map { id in
            Consortium(
                id: id, name: pick(["示例联合体", "示例联合体新名"]), kind: .municipal, province: "430000",
                prefecture: pick(["430100", "430200"]), park: "", parkLevel: "", leadSchool: "", leadEnterprise: "",
                cohort: "", stage: "培育", designatedOn: pick([nil, nil, CalendarDate(year: 2023, month: 10, day: 12)]),
                validFrom: pick([nil, events.isEmpty ? nil : day]),
                predecessor: id == "C002" ? pick([nil, "C001"]) : nil)
        }
        return event
    }

    /// A register of policies that covers what has passed.
    private mutating func coverage(on day: CalendarDate) -> Event { Event(day: day, forms: [.policies, .incidents]) }

    private func withdrawal(of target: Int, on day: CalendarDate) -> Event {
        var event = Event(day: day, forms: [.withdrawals])
        event.target = target
        return event
    }

    private static let source = CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1)
}
