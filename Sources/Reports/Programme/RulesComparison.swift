package import Standards

/// What the country and a province ask, side by side, each with its source.
package struct RulesComparison: Sendable {
    package struct Side: Sendable, Hashable {
        package let text: String
        package let basis: RuleBasis
        /// Document and place.
        package let source: String
    }

    package struct Row: Sendable, Hashable {
        package let title: String
        /// Nil where the country, or the province, says nothing of its own.
        package let national: Side?
        package let provincial: Side?
    }

    package let rows: [Row]
    /// Parameters that the province leaves as they are.
    package let unchangedParameters: Int

    /// - Parameter overlay: nil for a province that asks for nothing of its own.
    package init(_ edition: Edition, _ programme: Programme, _ overlay: Overlay?) {
        let documents = edition.documents + [overlay?.document].compactMap(\.self)
        func side(_ check: ProgrammeCheck) -> Side {
            let document = documents.first { $0.id == check.reference.document }
            let name = document.map { $0.number ?? "《\($0.title)》" } ?? check.reference.document
            let due = check.due.map { "（\($0.inChinese)前）" } ?? ""
            return Side(
                text: (check.limitText ?? "逐家核查") + due, basis: check.basis, source: "\(name) \(check.reference.place)")
        }
        func side(_ settings: [Parameter.Setting], _ unit: String) -> Side? {
            settings.last.map { setting in
                Side(
                    text: "\(setting.value)\(unit)（\(setting.validFrom)年起）", basis: setting.basis,
                    source: setting.reference)
            }
        }
        let own = overlay?.programme.checks ?? []
        let parameters = edition.parameters.filter { overlay?.settings[$0.name] != nil }
        unchangedParameters = edition.parameters.count - parameters.count
        let numbers = parameters.map { parameter in
            Row(
                title: parameter.title, national: side(parameter.settings, parameter.unit),
                provincial: side(overlay?.settings[parameter.name] ?? [], parameter.unit))
        }
        let shared = programme.checks.map { check in
            Row(
                title: check.title, national: side(check),
                provincial: own.first { $0.id == check.id }.map(side(_:)))
        }
        let ids = programme.checks.map(\.id)
        let added = own.filter { !ids.contains($0.id) }.map { check in
            Row(title: check.title, national: nil, provincial: side(check))
        }
        let days = (overlay?.programme.checklists ?? []).map { list in
            let document = documents.first { $0.id == list.reference.document }
            let items = list.items.map { "\($0.title)\($0.copies)份\($0.seal.map { "（\($0)）" } ?? "")" }
            return Row(
                title: list.title, national: nil,
                provincial: Side(
                    text: "\(list.due.inChinese)前，" + items.joined(separator: "、"), basis: .clause,
                    source: "\(document?.number ?? "") \(list.reference.place)"))
        }
        func rows(_ programme: Programme?, _ make: (String, Side) -> Row) -> [Row] {
            guard let programme else { return [] }
            let targets = programme.targets.map { target in
                make("\(target.regionName)：\(target.check.title)", side(target.check))
            }
            return targets
                + programme.publications.map { publication in
                    let own = side(publication.check)
                    return make(
                        "定期发布：\(publication.title)",
                        Side(text: publication.renewal.text, basis: own.basis, source: own.source))
                }
        }
        let practice =
            rows(programme) { Row(title: $0, national: $1, provincial: nil) }
            + rows(overlay?.programme) { Row(title: $0, national: nil, provincial: $1) }
        self.rows = numbers + shared + added + days + practice
    }
}

extension Publication.Renewal {
    /// `每12个月更新`, `次年3月31日前更新`
    var text: String {
        switch self {
        case .months(let months): "每\(months)个月更新"
        case .day(let day): "次年\(day.month)月\(day.day)日前更新"
        }
    }
}
