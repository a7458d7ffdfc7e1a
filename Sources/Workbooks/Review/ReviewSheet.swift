package import FEEL
internal import Safekeeping
package import Spreadsheet
package import Standards

/// The workbook that a reviewer fills in (认定表): every case that is his or hers to decide, a row each, with what it rests
/// on and cells for the decision. It comes back as a register of determinations (``Collection/FormKind``); a row that was
/// left blank says nothing.
package struct ReviewSheet {
    /// Whose workbook it is and what it was written from.
    package struct Head: Sendable {
        package let year: ReportingYear
        package let edition: Edition
        /// The name that stands in 认定人; empty for whoever fills it in.
        package let reviewer: String
        /// `部级专家`; empty where nobody is named.
        package let role: String
        package let region: String
        /// The day whose knowledge it shows.
        package let day: CalendarDate
        /// Whether what the reviewer decides has to be signed with a key.
        package let isSigned: Bool
        package let logHead: String?
        /// How the workbook is sent back, in one line.
        package let command: String

        package init(
            year: ReportingYear, edition: Edition, reviewer: String, role: String, region: String, day: CalendarDate,
            isSigned: Bool, logHead: String?, command: String
        ) {
            self.year = year
            self.edition = edition
            self.reviewer = reviewer
            self.role = role
            self.region = region
            self.day = day
            self.isSigned = isSigned
            self.logHead = logHead
            self.command = command
        }
    }

    let head: Head
    /// By consortium, those of one consortium side by side.
    let rows: [ReviewRow]

    package static let table = "认定表"
    package static let guide = "填写说明"

    package init(_ head: Head, rows: [ReviewRow]) {
        self.head = head
        self.rows = rows
    }

    package func write(to path: String) throws(WorkbookWritingError) {
        let workbook = try WorkbookWriter(path: path, title: title, created: head.day.epochDay * 86_400)
        let guide = try workbook.addSheet(Self.guide)
        let table = try workbook.addSheet(Self.table)
        writeGuide(guide)
        writeTable(table)
        try workbook.close()
    }

    var title: String { "\(head.edition.kind.title)案件认定表（\(head.year)年度）" }

    /// The row of the sheet that a case stands in.
    func line(of index: Int) -> Int { index + 2 }

    /// The consortia in the order of the rows, each with the indices of its rows.
    var consortia: [(consortium: Consortium, rows: Range<Int>)] {
        var groups: [(consortium: Consortium, rows: Range<Int>)] = []
        for (index, row) in rows.enumerated() {
            if let last = groups.last, last.consortium.id == row.consortium.id {
                groups[groups.count - 1].rows = last.rows.lowerBound..<(index + 1)
            } else {
                groups.append((row.consortium, index..<(index + 1)))
            }
        }
        return groups
    }
}
