import FEEL
import Standards

/// Statements in signed documents that an incident contradicts which an authority has confirmed: that no violation had
/// happened, when one had. Whether the statement was false knowingly is for a person to say.
enum FalseStatements {
    /// It counts from the year of the signature on.
    static func signals(in entries: [RegisterEntry], incidents: [Incident], year: ReportingYear) -> [CredibilitySignal]
    {
        guard !entries.isEmpty else { return [] }
        let incidents = Dictionary(grouping: incidents, by: \.consortium)
        return entries.flatMap { entry -> [CredibilitySignal] in
            guard let statement = SignedStatement(entry), let day = statement.on, day.year <= year.value else {
                return []
            }
            return incidents[entry.consortium, default: []].filter(statement.isContradicted).map { incident in
                CredibilitySignal(
                    id: CredibilitySignal.id(
                        .falseStatement, parties: [entry.consortium], cells: [entry.key, incident.id]),
                    kind: .falseStatement, grade: .strong, consortium: entry.consortium, parties: [entry.consortium],
                    year: ReportingYear(day.year), text: text(statement, day, incident),
                    because: [evidence(statement, day, entry.source), Subject.evidence(incident)])
            }
        }
    }

    private static func text(_ statement: SignedStatement, _ day: CalendarDate, _ incident: Incident) -> String {
        let details = [incident.occurredOn?.inChinese, incident.domain?.title, incident.severity?.title]
            .compactMap(\.self).joined(separator: "，")
        let signatory = statement.by.isEmpty ? "" : "\(statement.by)"
        return "\(signatory)\(day.inChinese)签署的《\(statement.formTitle)》声明“\(statement.text)”，"
            + "主管部门登记的事件 \(incident.id)（\(details)）已查实，声明是否属实须由主管部门核实"
    }

    private static func evidence(
        _ statement: SignedStatement, _ day: CalendarDate, _ source: CellSource
    ) -> Evidence {
        Evidence(
            subject: .entry(register: .statements, id: statement.title, year: ReportingYear(day.year)),
            value: "“\(statement.text)”（\(statement.by)\(day.inChinese)签署）",
            status: .reported, source: source)
    }
}
