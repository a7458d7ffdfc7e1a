package import Assessment
package import Foundation
import Standards

/// The report as pages: `index.html`, and `consortium/<id>.html` for each consortium.
///
/// The pages need no script, no network and no other file; the same model gives the same bytes.
package struct HTMLReport {
    /// One file of the report.
    package struct Page: Sendable {
        /// Relative to the report's folder.
        package let path: String
        package let html: String
    }

    private let model: ReportModel
    private let shell = PageShell()

    package init(_ model: ReportModel) {
        self.model = model
    }

    package var overview: Page {
        let page = OverviewPage(model: model)
        return Page(path: "index.html", html: shell.page(page.head, body: page.body, colophon: colophon))
    }

    package func dossier(_ assessment: ConsortiumAssessment) -> Page {
        let page = DossierPage(model: model, assessment: assessment)
        return Page(
            path: Self.dossierPath(of: assessment.consortium.id),
            html: shell.page(page.head, body: page.body, colophon: colophon))
    }

    /// Where the dossier of a consortium is, relative to the report's folder.
    package static func dossierPath(of consortium: String) -> String {
        "consortium/" + PageName(consortium: consortium).file
    }

    /// Writes all pages below `folder`, which is made where it is not there, and returns the overview's address.
    ///
    /// Each file is replaced whole, the overview last: whoever reads while it is written sees the old page or the new
    /// one, and no link to a page that is not there yet.
    @discardableResult
    package func write(to folder: URL) throws -> URL {
        let dossiers = folder.appending(path: "consortium", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: dossiers, withIntermediateDirectories: true)
        for assessment in model.assessments { _ = try write(dossier(assessment), to: folder) }
        return try write(overview, to: folder)
    }

    private func write(_ page: Page, to folder: URL) throws -> URL {
        let url = folder.appending(path: page.path, directoryHint: .notDirectory)
        try Data(page.html.utf8).write(to: url, options: .atomic)
        return url
    }

    /// What identifies the report at the foot of every page.
    private var colophon: HTML {
        """
        <p>依据《\(model.edition.title)》，版本：\(model.edition.version)；标准文件摘要 \
        <code>\(String(model.edition.digest.prefix(16)))</code></p>
        <p>数据截至\(Dates.chinese(model.asOf))，\(model.dataState.title)；生成于\(model.generatedAt)</p>
        """
    }
}
