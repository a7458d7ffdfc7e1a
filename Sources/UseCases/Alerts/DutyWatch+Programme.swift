internal import Alerts
internal import Assessment
internal import Reports
internal import Standards

// What a document puts on somebody beside the figures of a consortium: quotas of provinces, parks and prefectures.

extension DutyWatch {
    /// One situation a check and province, where somebody owes what is asked; goals of nobody in particular alert nobody.
    func programme(_ results: some Sequence<ProgrammeResult>) -> [Situation] {
        let owed = results.lazy.filter { $0.check.isDuty && $0.freshness == nil }
        let groups = Dictionary(grouping: owed) { result in
            // Of a batch the edition asks the province that recommends.
            [result.province.isEmpty ? String(result.subject.prefix { $0 != " " }) : result.province, result.check.id]
        }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, own in
            let open = own.filter { $0.outcome == .notMet }
            let check = own[0].check
            // What became of a place's target by its last day, nobody has registered.
            let unknown = own.filter { $0.outcome == .undetermined && $0.progress?.isOverdue == true }
            let told = open.isEmpty ? unknown : open
            let unmet = "请办理“\(check.title)”：\(open.count)项不符合。"
            let outdated = "请登记“\(check.title)”的完成值：已过完成时限，尚不知是否完成。"
            let standing = DutyStanding(
                .programme, part: check.id, outcome: !open.isEmpty ? .unmet : unknown.isEmpty ? nil : .outdated,
                text: told.isEmpty ? "“\(check.title)”已经符合。" : open.isEmpty ? outdated : unmet,
                details: told.map { "\($0.title)：\($0.text)" }, command: "status --province \(key[0])")
            let bearer = DutyBearer(
                edition: edition.id, year: nil, consortium: nil, region: key[0], provinceName: regions[key[0]],
                name: "项目要求", page: "")
            return rules.situation(of: standing, on: bearer)
        }
    }
}

extension ProgrammeReport {
    /// What the edition asks, and what each overlay.
    var results: [[ProgrammeResult]] { [national] + provinces.map(\.results) }
}
