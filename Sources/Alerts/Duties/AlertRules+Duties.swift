package import Standards

extension AlertRules {
    /// How the duties of one bearer stand.
    package func situation(of duty: DutyStanding, on bearer: DutyBearer) -> Situation {
        let fingerprint = bearer.fingerprint(duty.clause)
        let outcome = duty.outcome
        let alert = outcome.flatMap { duties[$0] }.map { severity in
            Alert(
                fingerprint: fingerprint, severity: severity,
                labels: bearer.labels(list: duty.kind.list, clause: duty.clause, outcome: outcome?.rawValue ?? ""),
                annotations: Alert.Annotations(
                    consortiumName: bearer.name, provinceName: bearer.provinceName, title: duty.kind.title,
                    outcomeTitle: outcome?.title ?? "", summary: duty.text, why: duty.details, missing: [], remedy: nil,
                    page: bearer.page, command: "consortium-monitor \(duty.command)"),
                restsOn: [duty.clause], schedule: duty.schedule)
        }
        return Situation(fingerprint: fingerprint, alert: alert, text: duty.text)
    }
}

/// Whose a duty is: a consortium's, or the installation's own, or that of an authority whose files are meant.
package struct DutyBearer: Sendable, Hashable {
    package let edition: String
    /// Nil for what is of no year: the installation itself, a file that nobody could read.
    package let year: ReportingYear?
    /// Nil for what is nobody's in particular.
    package let consortium: Consortium?
    /// GB/T 2260; of a consortium, its province.
    package let region: String
    package let provinceName: String
    package let name: String
    /// The dossier page, relative to the report's folder; empty where there is none.
    package let page: String

    package init(
        edition: String, year: ReportingYear?, consortium: Consortium?, region: String, provinceName: String,
        name: String, page: String
    ) {
        self.edition = edition
        self.year = year
        self.consortium = consortium
        self.region = region
        self.provinceName = provinceName
        self.name = name
        self.page = page
    }

    func fingerprint(_ clause: String) -> Fingerprint {
        Fingerprint(edition: edition, consortium: consortium?.id ?? "@\(region)", clause: clause, year: year)
    }

    func labels(list: String, clause: String, outcome: String) -> LabelSet {
        LabelSet([
            .edition: edition, .consortium: consortium?.id ?? "", .kind: consortium?.kind.rawValue ?? "",
            .province: region, .prefecture: consortium?.prefecture ?? "", .list: list, .clause: clause,
            .outcome: outcome, .year: year?.description ?? "",
        ])
    }
}
