internal import Standards

extension Validation {
    /// Says of entries of the register of documents which of them cannot count: nobody knows what kind of document they
    /// are, or for which year.
    /// Documents of consortia that another edition is for are its own to look at.
    func filings(in submission: Submission, _ registered: (String) -> Consortium?) -> [Finding] {
        guard !edition.filings.isEmpty else { return [] }
        let own = submission.entries.filter { entry in
            entry.form == .documents && registered(entry.consortium)?.kind ?? edition.kind == edition.kind
        }
        // Tens of thousands of rows have the same few words.
        var meanings: [String: Meaning] = [:]
        return own.flatMap { entry -> [Finding] in
            let word = entry.values["kind"] ?? ""
            let meaning = meanings[word] ?? meaning(of: word)
            meanings[word] = meaning
            if meaning.isPublication, meaning.kind == nil { return [] }
            if meaning.isAgreement {
                let period = entry.values["period"] ?? ""
                guard Filing.period(period) == nil else { return [] }
                let kind: FindingKind = period.isEmpty ? .filingWithoutPeriod : .badFilingPeriod
                return [finding(kind, of: entry, ["kind": word, "found": period])]
            }
            guard let kind = meaning.kind else {
                let titles = (edition.filings.map(\.title) + publications.map(\.title)).map { "“\($0)”" }.joined()
                return [finding(.unknownFiling, of: entry, ["found": word, "choices": titles])]
            }
            let period = entry.values["period"] ?? ""
            guard kind.frequency == .year, Filing.period(period) == nil else { return [] }
            return [
                finding(
                    period.isEmpty ? .filingWithoutPeriod : .badFilingPeriod, of: entry,
                    [
                        "kind": kind.title, "found": period,
                    ])
            ]
        }
    }

    /// What people may mean by a kind of document as they write it.
    private struct Meaning {
        let kind: FilingKind?
        let isPublication: Bool
        let isAgreement: Bool
    }

    private func meaning(of word: String) -> Meaning {
        Meaning(
            kind: edition.filings.named(word), isPublication: publications.contains { $0.isMeant(by: word) },
            isAgreement: edition.filings.contains { $0.isAgreement(word) })
    }

    private func finding(_ kind: FindingKind, of entry: RegisterEntry, _ values: [String: String]) -> Finding {
        Finding(kind, at: entry.source, consortium: entry.consortium, values)
    }
}
