internal import Alerts
internal import FEEL
internal import Foundation
internal import Review
internal import Standards
internal import Store

/// Holds those who acknowledge alerts, or keep them quiet, against the list of people (DESIGN §9, §10): 省级核查 within
/// their regions, 部级 everywhere, 运维 what is the installation's own, 秘书处 nothing.
struct QuietRight {
    let permission: Permission
    private let consortia: [String: Consortium]
    private let members: (String) throws -> [RegisterEntry]
    private let today: CalendarDate

    /// - Parameter actors: the list of people; nil for `pipelines/actors.yml`.
    init(_ workspace: Workspace, _ store: Store, actors: String?) throws {
        permission = try workspace.installation.permission(to: "确认和静默告警", by: actors)
        today = ChinaTime.day(of: workspace.now)
        let snapshot = try store.snapshot(edition: workspace.installation.edition(workspace.edition), on: today)
        consortia = Dictionary(snapshot.consortia.map { ($0.id, $0) }) { _, later in later }
        members = { try snapshot.entries(.members, of: $0) }
    }

    /// That somebody may acknowledge an alert.
    func check(_ state: AlertState, by: String) throws {
        let labels = state.alert.labels
        let isSystem = labels[.list] == DutyStanding.systemList
        try check(
            isSystem ? .operations : .duties, by: by,
            about: subject(labels[.consortium], labels[.province], called: isSystem ? "运维告警" : "该告警"))
    }

    /// That somebody may keep quiet whatever matches: all of it has to be his or hers.
    func check(_ matchers: [Matcher], by: String) throws {
        func fixed(_ label: LabelName) -> String? {
            matchers.first { $0.label == label && $0.comparison == .equal }?.value
        }
        if fixed(.list) == DutyStanding.systemList {
            return try check(.operations, by: by, about: Subject(region: "", called: "运维告警"))
        }
        let systems = DutyStanding.Kind.allCases.filter(\.isSystem)
        // What has no place in the labels of the installation's own alerts cannot be told from here to match.
        let known: Set<LabelName> = [.consortium, .kind, .province, .prefecture, .list, .clause, .year]
        let mayMatchSystem = systems.contains { kind in
            let labels = LabelSet([.list: DutyStanding.systemList, .clause: kind.rawValue])
            return matchers.allSatisfy { !known.contains($0.label) || $0.matches(labels) }
        }
        let isOperator = names(by).contains { permission.actors.actor(named: $0)?.role == .operator }
        if mayMatchSystem {
            let remedy =
                isOperator
                ? "请加上 list=\"\(DutyStanding.systemList)\"，运维只静默运维告警。"
                : "请加上 list!=\"\(DutyStanding.systemList)\"，或写明 province 或 consortium。"
            throw Failure(.configuration, "所写条件也会静默运维告警，没有记录。\(remedy)")
        }
        let region = fixed(.prefecture).flatMap { $0.isEmpty ? nil : $0 } ?? fixed(.province) ?? ""
        let subject = try subject(fixed(.consortium) ?? "", region, called: "所写条件涉及的告警")
        try check(.duties, by: by, about: subject) { refusal in
            refusal.rule == .region ? "请加上本人所管地区的条件，如 province=\"430000\"。" : refusal.remedy
        }
    }

    private func names(_ by: String) -> [String] { ActorBook.names(in: by) }

    private func subject(_ consortium: String, _ region: String, called name: String) throws -> Subject {
        if let known = consortia[consortium] { return Subject(known, members: try members(consortium)) }
        return Subject(region: region, called: name)
    }

    private func check(
        _ matter: Act.AlertMatter, by: String, about subject: Subject, remedy: (Refusal) -> String = \.remedy
    ) throws(Failure) {
        let refusal =
            names(by).isEmpty
            ? nil : permission.refusal(of: .quiet(matter), by: by, on: today, about: subject)
        guard let refusal else { return }
        throw Failure(.configuration, "\(refusal.reason)，没有记录。\(remedy(refusal))")
    }
}
