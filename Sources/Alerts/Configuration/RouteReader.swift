import Configuration
import Foundation

/// Reads the routing tree of `alerts.yml`.
struct RouteReader {
    let vocabulary: Vocabulary
    /// The names that a route may tell.
    let receivers: [String]
    let windows: [TimeWindow]

    private static let keys = [
        "receiver", "group_by", "repeat_interval", "group_wait", "active_time_intervals", "mute_time_intervals",
        "escalate_after", "escalate_to", "routes",
    ]

    func root(_ entry: YAMLEntry?) -> Route {
        // What the root does not set: everything in one message, a reminder a week.
        let defaults = Route(receiver: "", groupBy: [], repeatInterval: 7 * 86_400)
        guard let entry else { return defaults }
        let fields = YAMLFields(entry, Self.keys)
        _ = fields.required("receiver")
        let root = route(fields, matchers: [], continues: false, parent: defaults)
        if !root.routes.isEmpty, let entries = entry["routes"] {
            RouteReach(vocabulary: vocabulary).report(root.routes, at: entries.items)
        }
        return root
    }

    private func route(_ entry: YAMLEntry, parent: Route) -> Route {
        let fields = YAMLFields(entry, ["matchers", "continue"] + Self.keys)
        return route(
            fields, matchers: fields.optional("matchers")?.matchers(knowing: vocabulary) ?? [],
            continues: fields.optional("continue")?.truth ?? false, parent: parent)
    }

    private func route(_ fields: YAMLFields, matchers: [Matcher], continues: Bool, parent: Route) -> Route {
        let own = Route(
            matchers: matchers, receiver: fields.optional("receiver")?.receiver(among: receivers) ?? parent.receiver,
            groupBy: fields.optional("group_by")?.labels ?? parent.groupBy,
            repeatInterval: fields.optional("repeat_interval")?.duration ?? parent.repeatInterval,
            groupWait: fields.optional("group_wait")?.duration ?? parent.groupWait,
            hours: hours(fields) ?? parent.hours, escalation: escalation(fields) ?? parent.escalation,
            continues: continues)
        let children = fields.optional("routes")?.items ?? []
        return own.with(routes: children.map { route($0, parent: own) })
    }

    private func hours(_ fields: YAMLFields) -> Hours? {
        let active = fields.optional("active_time_intervals")
        let mute = fields.optional("mute_time_intervals")
        guard active != nil || mute != nil else { return nil }
        return Hours(active: windows(active), mute: windows(mute))
    }

    private func windows(_ entry: YAMLEntry?) -> [TimeWindow] {
        (entry?.items ?? []).compactMap { item in
            item.word(among: windows.map { ($0.name, $0) })
        }
    }

    private func escalation(_ fields: YAMLFields) -> Escalation? {
        let after = fields.optional("escalate_after")
        let receiver = fields.optional("escalate_to")
        guard let after, let receiver else {
            (after ?? receiver)?.report(
                expected: "escalate_after 与 escalate_to 应同时写明", remedy: "请补上另一项，或两项都删去")
            return nil
        }
        guard let seconds = after.duration, let name = receiver.receiver(among: receivers) else { return nil }
        return Escalation(after: seconds, receiver: name)
    }
}
