internal import Safekeeping
import Standards

/// The file of a case's page, and the address that links to it.
struct CasePageName: Hashable {
    /// Without the directory: `C001-16.3-2025.html`.
    let file: String

    init(consortium: String, clause: String, year: ReportingYear) {
        file = "\(FileStem(consortium).text)-\(clause.replacing("/", with: "_"))-\(year).html"
    }

    init(_ line: CaseLine) { self.init(consortium: line.consortium.id, clause: line.clause, year: line.year) }

    /// Relative to the overview.
    var address: String { "\(HTMLReport.caseFolder)/" + PageName.percentEncoded(file) }
}
