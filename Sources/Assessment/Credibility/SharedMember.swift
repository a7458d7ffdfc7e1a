import Standards

/// One enterprise or school, by its 统一社会信用代码, that several consortia count among their members.
struct SharedMember: Sendable {
    let id: String
    /// In the order of their ids.
    let parties: [String]
    private let code: String
    private let name: String

    /// The enterprises that several of those count who list these members in `year`.
    static func all(in members: [RegisterEntry], year: ReportingYear) -> [SharedMember] {
        let counted = members.filter { entry in
            guard entry.form == .members, !(entry.values["creditCode"] ?? "").isEmpty else { return false }
            let (joined, left) = (Self.year("joinedOn", of: entry), Self.year("leftOn", of: entry))
            return (joined ?? year.value) <= year.value && (left ?? year.value) >= year.value
        }
        return Dictionary(grouping: counted) { $0.values["creditCode"] ?? "" }.compactMap(SharedMember.init)
    }

    private init?(_ code: String, _ entries: [RegisterEntry]) {
        parties = Set(entries.map(\.consortium)).sorted()
        guard parties.count > 1 else { return nil }
        self.code = code
        name = entries.compactMap { $0.values["name"] }.min() ?? code
        id = CredibilitySignal.id(.sharedMember, parties: parties, cells: [code])
    }

    /// The signal on the list of the party at `place`.
    func signal(at place: Int, year: ReportingYear) -> CredibilitySignal {
        let others = parties.indices.lazy.filter { $0 != place }.prefix(CredibilitySignal.othersNamed + 1)
            .map { parties[$0] }
        let told = Array(others.prefix(CredibilitySignal.othersNamed)).joined(separator: "、")
        let rest = others.count > CredibilitySignal.othersNamed ? " 等\(parties.count - 1)家" : " "
        return CredibilitySignal(
            id: id, kind: .sharedMember, grade: .weak, consortium: parties[place], parties: parties, year: year,
            text: "成员单位“\(name)”（\(code)）也是 \(told)\(rest)的成员", because: [])
    }

    private static func year(_ column: String, of entry: RegisterEntry) -> Int? {
        entry.values[column].flatMap { Int($0.prefix(4)) }
    }
}
