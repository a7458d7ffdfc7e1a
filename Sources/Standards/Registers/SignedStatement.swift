package import FEEL

/// A statement that a form prints and its sender signed (声明), kept as it was made: what was said, by whom and when.
package struct SignedStatement: Sendable, Hashable {
    /// What a statement says has not happened, up to the day of its signature.
    package struct Denial: Sendable, Hashable {
        package let since: CalendarDate
        package let domains: [IncidentDomain]
        package let severities: [IncidentSeverity]

        package init(since: CalendarDate, domains: [IncidentDomain], severities: [IncidentSeverity]) {
            self.since = since
            self.domains = domains
            self.severities = severities
        }
    }

    /// Id and title of the form.
    package let form: String
    package let formTitle: String
    /// Id in the form.
    package let id: String
    package let title: String
    /// As the document has it.
    package let text: String
    /// Whether that is not what the form prints.
    package let isChanged: Bool
    /// Empty where no name is written.
    package let by: String
    /// The day beside the signature; nil where none is written.
    package let on: CalendarDate?
    package let isSealed: Bool
    /// Nil where it denies nothing, was not signed, or has no day.
    package let denial: Denial?

    package init(
        form: String, formTitle: String, id: String, title: String, text: String, isChanged: Bool, by: String,
        on: CalendarDate?, isSealed: Bool, denial: Denial?
    ) {
        self.form = form
        self.formTitle = formTitle
        self.id = id
        self.title = title
        self.text = text
        self.isChanged = isChanged
        self.by = by
        self.on = on
        self.isSealed = isSealed
        self.denial = denial
    }

    /// Whether an authority has found out that what the statement denies had happened when it was signed.
    package func isContradicted(by incident: Incident) -> Bool {
        guard let denial, let on, incident.reportedBy == nil, incident.status == .confirmed,
            let domain = incident.domain, denial.domains.contains(domain), let severity = incident.severity,
            denial.severities.contains(severity), let day = incident.occurredOn
        else { return false }
        return denial.since <= day && day < on
    }
}

// MARK: - As an entry of a register

extension SignedStatement {
    /// Every statement that was signed stands by itself: a later one takes nothing of an earlier back.
    package func entry(of consortium: String, source: CellSource) -> RegisterEntry {
        var values = ["form": form, "formTitle": formTitle, "id": id, "title": title, "text": text, "by": by]
        values["on"] = on?.description
        values["changed"] = isChanged ? "true" : nil
        values["sealed"] = isSealed ? "true" : nil
        if let denial {
            values["deniedSince"] = denial.since.description
            values["deniedDomains"] = denial.domains.map(\.rawValue).joined(separator: ",")
            values["deniedSeverities"] = denial.severities.map(\.rawValue).joined(separator: ",")
        }
        return RegisterEntry(
            form: .statements, consortium: consortium,
            key: [form, id, on?.description ?? ""].joined(separator: "\u{1F}"),
            values: values.filter { !$0.value.isEmpty },
            source: source)
    }

    /// The statement that an entry keeps; nil for an entry of another register.
    package init?(_ entry: RegisterEntry) {
        guard entry.form == .statements, let form = entry.values["form"], let id = entry.values["id"] else {
            return nil
        }
        func list<Word: RawRepresentable>(_ key: String, of type: Word.Type) -> [Word] where Word.RawValue == String {
            (entry.values[key] ?? "").split(separator: ",").compactMap { Word(rawValue: String($0)) }
        }
        self.init(
            form: form, formTitle: entry.values["formTitle"] ?? "", id: id, title: entry.values["title"] ?? "",
            text: entry.values["text"] ?? "", isChanged: entry.values["changed"] == "true",
            by: entry.values["by"] ?? "", on: entry.values["on"].flatMap { CalendarDate($0) },
            isSealed: entry.values["sealed"] == "true",
            denial: entry.values["deniedSince"].flatMap { CalendarDate($0) }.map { since in
                Denial(
                    since: since, domains: list("deniedDomains", of: IncidentDomain.self),
                    severities: list("deniedSeverities", of: IncidentSeverity.self))
            })
    }
}
