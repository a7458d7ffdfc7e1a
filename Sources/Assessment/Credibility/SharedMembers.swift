import Standards

/// One enterprise or school, by its 统一社会信用代码, that several consortia count among their members.
enum SharedMembers {
    static func signals(in members: [RegisterEntry], year: ReportingYear) -> [CredibilitySignal] {
        let counted = members.filter { entry in
            guard entry.form == .members, !(entry.values["creditCode"] ?? "").isEmpty else { return false }
            let (joined, left) = (Self.year("joinedOn", of: entry), Self.year("leftOn", of: entry))
            return (joined ?? year.value) <= year.value && (left ?? year.value) >= year.value
        }
        return Dictionary(grouping: counted) { $0.values["creditCode"] ?? "" }.flatMap { code, entries in
            let parties = Set(entries.map(\.consortium)).sorted()
            guard parties.count > 1 else { return [CredibilitySignal]() }
            let id = CredibilitySignal.id(.sharedMember, parties: parties, cells: [code])
            let name = entries.compactMap { $0.values["name"] }.min() ?? code
            return parties.map { party in
                let others = parties.filter { $0 != party }.joined(separator: "、")
                return CredibilitySignal(
                    id: id, kind: .sharedMember, grade: .weak, consortium: party, parties: parties, year: year,
                    text: "成员单位“\(name)”（\(code)）也是 \(others) 的成员", because: [])
            }
        }
    }

    private static func year(_ column: String, of entry: RegisterEntry) -> Int? {
        entry.values[column].flatMap { Int($0.prefix(4)) }
    }
}
