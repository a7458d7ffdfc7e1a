internal import Standards

/// What revisions of a document are counted by: its sender and its subject, whatever the file is called.
struct DocumentKey {
    let origin: Origin
    let forms: Set<SubmissionForm>
    /// The ids of the consortia that the file says something of.
    let consortia: Set<String>
    /// The year that it reports for; nil where it reports no figures.
    let reportingYear: Int?

    /// `secretariat/C001/2025`, `secretariat/C001/workplans`, `authority/430000/示例省教育厅/incidents/C001,C002/`
    var text: String {
        let year = reportingYear.map { "\($0)" } ?? ""
        if origin.authority == .secretariat, let consortium = origin.consortium {
            let subject = forms.contains(.observations) ? year : formList
            return "\(origin.authority.rawValue)/\(consortium)/\(subject)"
        }
        return [origin.authority.rawValue, origin.region, origin.sender, formList, consortiumList, year]
            .joined(separator: "/")
    }

    private var formList: String { forms.map(\.rawValue).sorted().joined(separator: ",") }

    /// A register of thousands is named by its ends and a hash of all of it.
    private var consortiumList: String {
        let ids = consortia.sorted()
        guard ids.count > 20, let first = ids.first, let last = ids.last else { return ids.joined(separator: ",") }
        return "\(ids.count):\(first)…\(last):\(String(Self.hash(ids.joined(separator: ",")), radix: 16))"
    }

    /// FNV-1a: the same in every process.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
