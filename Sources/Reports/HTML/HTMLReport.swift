package import Assessment
import Standards

/// The report as pages: `index.html`, `norms.html`, and `consortium/<id>.html` for each consortium.
///
/// The pages need no script, no network and no other file; the same model gives the same bytes.
package struct HTMLReport {
    /// One file of the report.
    package struct Page: Sendable {
        /// Relative to the report's folder.
        package let path: String
        /// What stands in it; of a table, CSV.
        package let html: String
    }

    /// The tables for spreadsheets that stand beside the overview.
    package func tables(of summaries: [AssessmentSummary]) -> [Page] {
        [
            Page(
                path: Self.consortiaPath,
                html: VerdictTableText(edition: model.edition, regions: model.regions).csv(summaries)),
            Page(path: Self.signalsPath, html: SharedSignalTable.csv(summaries)),
        ] + results(of: summaries)
    }

    /// The results of acceptance, a table a province, where others rest on them.
    private func results(of summaries: [AssessmentSummary]) -> [Page] {
        guard let programme = model.programme, !programme.programme.uses.isEmpty else { return [] }
        return ResultsTable.provinces(of: model).map { province in
            let table = ResultsTable(model: model, programme: programme, province: province)
            return Page(path: Self.resultsPath(of: province), html: table.csv(summaries))
        }
    }

    /// A page for each province that asks something beside the country.
    package func provinces(of summaries: [AssessmentSummary]) -> [Page] {
        guard let programme = model.programme else { return [] }
        return programme.provinces.map { province in
            let page = ProvincePage(model: model, programme: programme, province: province, summaries: summaries)
            return Page(
                path: Self.provincePath(of: province.overlay.province),
                html: shell.page(page.head, body: page.body, colophon: colophon))
        }
    }

    /// Where the page of a province is, relative to the report's folder.
    package static func provincePath(of province: String) -> String { "province-\(province).html" }

    /// Where the results of a province are, relative to the report's folder.
    package static func resultsPath(of province: String) -> String { "results-\(province).csv" }

    let model: ReportModel
    let shell = PageShell()

    package init(_ model: ReportModel) {
        self.model = model
    }

    /// The overview of all consortia.
    package func overview(of summaries: [AssessmentSummary]) -> Page {
        let page = OverviewPage(model: model, summaries: summaries)
        return Page(path: Self.overviewPath, html: shell.page(page.head, body: page.body, colophon: colophon))
    }

    /// What the overview says of a consortium.
    package func summary(of assessment: ConsortiumAssessment, cases: [CaseLine]) -> AssessmentSummary {
        AssessmentSummary(assessment, edition: model.edition, cases: cases, signers: model.signers)
    }

    /// - Parameter findings: those of the consortium, in the order they were made.
    package func dossier(_ assessment: ConsortiumAssessment, findings: [ReportFinding]) -> Page {
        let page = DossierPage(model: model, assessment: assessment, findings: findings)
        return Page(
            path: Self.dossierPath(of: assessment.consortium.id),
            html: shell.page(page.head, body: page.body, colophon: colophon))
    }

    /// What has become of every sentence of the official texts; nil where the model has none.
    ///
    /// - Parameter assessment: the case whose page it is, which then stands alone and marks what the verdict rests on; nil
    ///   for the page beside the overview.
    package func norms(of assessment: ConsortiumAssessment? = nil) -> Page? {
        model.norms.map { coverage in
            let page = NormPage(coverage: coverage, assessment: assessment)
            return Page(path: Self.normsPath, html: shell.page(page.head, body: page.body, colophon: colophon))
        }
    }

    /// Where the page of the official texts is, relative to the report's folder.
    package static let normsPath = "norms.html"
    /// Where the tables are that hold the whole of what pages list in part, relative to the report's folder.
    package static let consortiaPath = "consortia.csv"
    package static let signalsPath = "signals.csv"
    /// Where the overview is, relative to the report's folder.
    package static let overviewPath = "index.html"
    /// Where the dossiers are.
    package static let dossierFolder = "consortium"

    /// Where the dossier of a consortium is, relative to the report's folder.
    package static func dossierPath(of consortium: String) -> String {
        "\(dossierFolder)/" + PageName(consortium: consortium).file
    }

    /// What identifies the report at the foot of every page.
    var colophon: HTML {
        """
        <p>依据《\(model.edition.title)》，版本：\(model.edition.version)；标准文件校验值 \
        <code>\(String(model.edition.digest.prefix(16)))</code></p>
        <p>数据截至\(Dates.chinese(model.asOf))，\(model.dataState.title)；生成于\(model.generatedAt)</p>\(logHead)
        """
    }

    /// Whoever keeps the page keeps the head: `verify --head` holds the store against it.
    private var logHead: HTML {
        model.logHead.map { head in
            "\n<p>日志头 <code>\(head)</code>（条数与散列，供日后核对数据未被改动）</p>"
        } ?? .empty
    }
}
