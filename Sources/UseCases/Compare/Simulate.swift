internal import Assessment
internal import Foundation
internal import Standards

extension Workspace {
    /// What would come out otherwise in each of some years, had the rules been others: everything that is known now, judged
    /// by the rules as they are and by those that `trial` makes of them.
    /// - Parameters:
    ///   - years: nil for all from the edition's first full year to the one that is due.
    /// - Returns: the years in their order.
    /// - Throws: ``Failure`` where a year is none, or the rules on trial do not compile.
    package func simulate(
        _ trial: RuleTrial, years: [String]?, only consortium: String? = nil, province: String? = nil
    ) async throws -> [ComparedYear] {
        let edition = try installation.edition(edition)
        let rules = try installation.rules(of: trial.edition(edition, of: installation))
        var wanted: [ReportingYear] = []
        if let years {
            for text in years { wanted.append(try year(text, of: edition)) }
        } else {
            wanted = Array(edition.baseYear...max(edition.baseYear, try calendar().yearDue(at: now)))
        }
        var compared: [ComparedYear] = []
        for year in Set(wanted).sorted() {
            let actual = try await assessment(of: year.description)
            try check(consortium, in: actual.input, actual.assessor)
            let other = Assessor(rules: rules, year: actual.assessor.year, dates: actual.assessor.dates)
            let comparison = Comparison(
                from: .init(actual.assessor, actual.input, reading: actual.panels),
                to: .init(other, actual.input, reading: actual.panels), hasOtherRules: true)
            compared.append(try comparison.all(only: consortium, province: province, other))
        }
        return compared
    }
}
