package import Assessment
internal import FEEL
package import Foundation
package import Standards

extension Workspace {
    /// Why a clause, or an observation point, came out as it did for a consortium.
    package func explain(
        _ code: String, of consortium: String, year: String?, asOf: Date? = nil
    ) async throws -> (consortium: Consortium, year: ReportingYear, explanation: Explanation) {
        let assessing = try await assessment(of: year, asOf: asOf)
        let (assessor, input) = (assessing.assessor, assessing.input)
        let edition = assessor.rules.edition
        let points = edition.points.map(\.code)
        let filings = edition.filings.map(\.id)
        let rated = assessor.rules.rated.map(\.edition).flatMap { other in
            (other.ratings?.points.map(\.code) ?? []) + other.clauses.map(\.code)
        }
        guard edition.clause(code) != nil || (points + filings + rated).contains(code) else {
            let codes = edition.clauses.map(\.code)
            let nearest =
                NameSuggestion.nearest(to: code, among: codes + points + filings + rated).map { "是不是“\($0)”？" } ?? ""
            let clauses =
                codes.isEmpty
                ? "《\(edition.title)》没有否定性指标等条款，只列监测情况。" : "条款有：\(codes.joined(separator: "、"))。"
            let documents = filings.isEmpty ? "" : "材料有：\(filings.joined(separator: "、"))。"
            throw Failure(.configuration, "标准里没有条款或观测点“\(code)”。\(nearest)\(clauses)\(documents)")
        }
        guard let subject = input.consortia.first(where: { $0.id == consortium }) else {
            throw Failure.unknownConsortium(consortium)
        }
        guard
            let explanation = try assessor.explanation(
                of: code, for: consortium, input, reading: assessing.panels)
        else {
            guard !rated.contains(code) else {
                throw Failure(
                    .configuration, "\(subject.id) 在 \(assessor.year) 年末不是申报阶段，没有评议，观测点“\(code)”无从说明。")
            }
            throw Failure.noEdition(for: subject)
        }
        return (subject, assessor.year, explanation)
    }

    /// The years of a consortium laid out for a rule author to try expressions on.
    package func workbench(of consortium: String, year: String?) async throws -> RuleWorkbench {
        let assessing = try await assessment(of: year)
        guard
            let workbench = try assessing.assessor.workbench(
                of: consortium, assessing.input, reading: assessing.panels)
        else {
            throw Failure.unknownConsortium(consortium)
        }
        return workbench
    }
}
