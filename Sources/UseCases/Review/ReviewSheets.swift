internal import Assessment
internal import FEEL
internal import Foundation
internal import Review
internal import Safekeeping
internal import Spreadsheet
internal import Standards
internal import Store
internal import Workbooks

/// Which cases a reviewer's workbook is to hold.
package struct ReviewSheetRequest: Sendable {
    /// Whose cases: those that the list of people lets him or her decide. Nil for those of a region, whoever decides.
    package var reviewer: String?
    package var province: String?
    package var clause: String?
    /// The list of people; nil for `pipelines/actors.yml`.
    package var actors: String?

    package init() {}

    var filter: CaseFilter {
        var filter = CaseFilter()
        (filter.province, filter.clause) = (province, clause)
        return filter
    }
}

/// What a reviewer's workbook came to hold.
package struct WrittenReviewSheet: Sendable {
    package let path: String
    package let consortia: Int
    package let cases: Int
    /// Incidents and signals that can be decided one by one.
    package let parts: Int
    /// Cases that the reviewer has to keep away from.
    package let recused: Int
    /// How it is sent back.
    package let command: String
}

extension Workspace {
    /// Writes the workbook in which a reviewer decides on every case that is open and his or hers.
    /// Nothing is written where there is none.
    /// - Throws: ``Failure`` where the reviewer is nobody of the list, or decides on nothing.
    package func reviewSheet(
        _ request: ReviewSheetRequest, year: String?, to output: String
    ) async throws -> WrittenReviewSheet {
        let regions = try installation.regionNames()
        let reviewer = try request.reviewer.map { try self.reviewer($0, actors: request.actors) }
        let assessing = try await assessment(of: year)
        let (assessor, input) = (assessing.assessor, assessing.input)
        let edition = assessor.rules.edition
        let filter = request.filter
        try checkClause(filter, assessor)
        var files: [OpenCaseFile] = []
        let (role, calendar, today) = (reviewer?.actor.role, try calendar(), ChinaTime.day(of: now))
        try assessor.assess(input, reading: assessing.panels) {
            OpenCaseFile($0, Case.cases(of: $0, by: calendar, on: today), filter, for: role)
        } take: {
            if let file = $0 { files.append(file) }
        }
        let snapshot = try existingStore().snapshot(edition: edition)
        var drafts = ReviewRowDrafts(
            edition: edition, reviewer: reviewer, consortia: input.consortia, incidents: input.registers.incidents,
            today: ChinaTime.day(of: now), signalClause: assessor.rules.signalClause,
            signers: DecisionSigners(try reviewer?.permission.actors ?? installation.actors()))
        let said = try snapshot.everyDetermination()
        // Nobody is tied to a member who has no unit.
        let asksMembers = !(reviewer?.actor.units.isEmpty ?? true)
        let members = Dictionary(
            grouping: asksMembers ? try snapshot.entries(.members) : [], by: \.consortium)
        for file in files {
            drafts.add(file, said: { said[$0] ?? [] }, members: { members[$0] ?? [] })
        }
        let digests = try assessor.caseDigests(
            of: drafts.drafts.map { ($0.consortium.id, $0.clause.code, $0.year) }, input, reading: assessing.panels)
        let rows = zip(drafts.drafts, digests).map { $0.row(digest: $1, by: request.reviewer ?? "") }
        let region = reviewer?.actor.region ?? request.province ?? ""
        let command =
            "consortium-monitor collect \(URL(filePath: output).lastPathComponent) --as authority"
            + (region.isEmpty ? "" : " --region \(region)")
        guard !rows.isEmpty else {
            return WrittenReviewSheet(
                path: output, consortia: 0, cases: 0, parts: 0, recused: drafts.recused, command: command)
        }
        let sheet = ReviewSheet(
            ReviewSheet.Head(
                year: assessor.year, edition: edition, reviewer: request.reviewer ?? "",
                role: reviewer?.actor.role.title ?? "", region: region.isEmpty ? "" : regions[region],
                day: ChinaTime.day(of: now), isSigned: reviewer?.actor.key != nil,
                logHead: try existingStore().lastLogHead()?.printed.text, command: command), rows: rows)
        do throws(WorkbookWritingError) {
            try sheet.write(to: output)
        } catch {
            throw Failure(.configuration, "无法写入 \(error)")
        }
        return WrittenReviewSheet(
            path: output, consortia: Set(rows.map(\.consortium.id)).count,
            cases: rows.count { $0.subject == nil }, parts: rows.count { $0.subject != nil },
            recused: drafts.recused, command: command)
    }

    /// Somebody who decides on cases, with the list that says so.
    private func reviewer(_ name: String, actors: String?) throws(Failure) -> Reviewer {
        let permission = try installation.permission(to: "认定", by: actors)
        guard let actor = permission.actors.actor(named: name) else {
            let known = permission.actors.actors.map(\.name).joined(separator: "、")
            throw Failure(.configuration, "人员名单里没有“\(name)”。名单上有：\(known)。")
        }
        let acts: [Act] = [.confirm, .dismiss(.suspicion), .dismiss(.weakSignal), .waive]
        guard acts.contains(where: actor.role.mayRecord) else {
            throw Failure(.configuration, "\(name)是\(actor.role.title)，不作认定。请写部级专家、部级审定或省级核查的姓名。")
        }
        return Reviewer(actor: actor, permission: permission)
    }
}

/// Somebody who decides, with the list of people that says what.
struct Reviewer {
    let actor: Actor
    let permission: Permission
}

/// The open cases of one consortium, with the checks that raised them and the doubts about its figures.
struct OpenCaseFile: Sendable {
    let consortium: Consortium
    let year: ReportingYear
    let cases: [(found: Case, check: ClauseCheck)]
    let signals: [CredibilitySignal]
    /// Of those who decide on nothing else.
    let weakSignals: [CredibilitySignal]

    /// Nil where there is nothing to decide for a role; nil for any.
    init?(_ assessment: ConsortiumAssessment, _ all: [Case], _ filter: CaseFilter, for role: Role?) {
        consortium = assessment.consortium
        year = assessment.year
        signals = assessment.signals
        let isIn = filter.province == nil || filter.province == consortium.province
        let looksAtWeak = isIn && role.map { !$0.mayRecord(.dismiss(.suspicion)) } ?? false
        weakSignals = looksAtWeak ? signals.filter { $0.grade == .weak && $0.year <= assessment.year } : []
        let checks = Dictionary(assessment.clauses.map { ($0.clause.code, $0) }) { first, _ in first }
        cases = all.filter(filter.holds).compactMap { found in
            checks[found.clause.code].map { (found, $0) }
        }
        guard !(cases.isEmpty && weakSignals.isEmpty) else { return nil }
    }
}
