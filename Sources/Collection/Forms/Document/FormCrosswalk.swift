internal import Standards

/// A form in a document that people fill in, as data: what is asked where, and which of it is an observation point of
/// a standard. Loaded from `data/forms/<id>/crosswalk.yml`.
package struct FormCrosswalk: Sendable, Identifiable {
    /// `hunan-recommendation-2024`
    package let id: String
    /// 市域产教联合体推荐书
    package let title: String
    /// Id of the standard whose observation points are meant.
    package let edition: String
    /// What the figures of a year are: what was, or what is promised.
    let years: [ReportingYear: Basis]
    /// Id of the field that names the consortium.
    let subject: String
    let cover: [Line]
    let tables: [Table]
    let sections: [Section]
    let declaration: Declaration
    /// Lines that the form prints among what is filled in.
    let printed: Set<FormLabel>

    /// A line of the cover: a label, then what was filled in.
    struct Line: Sendable {
        let id: String
        let label: FormLabel
    }

    /// A part of the form whose fields stand in a table, or in several where the part was split.
    struct Table: Sendable {
        let title: String
        /// Texts that group rows or head columns and ask for nothing themselves.
        let headings: [FormLabel]
        let fields: [Field]
    }

    /// What the form asks for in one cell, or in a cell a year.
    struct Field: Sendable, Identifiable {
        enum Place: Sendable {
            /// In the cell to the right of the row's label.
            case beside
            /// Under a heading of columns.
            case under(FormLabel)
            /// Under the heading of each year.
            case underYears
        }

        let id: String
        /// The texts that lead to the row, from the outermost; never empty.
        let row: [FormLabel]
        /// Which of the rows beside the label, from 1.
        let line: Int
        let place: Place
        /// The year that the field speaks of; nil where the columns say it, and where none is meant.
        let year: ReportingYear?
        let kind: IndicatorKind
        let unit: String
        /// Other ways to write the unit.
        let otherUnits: [String]
        /// How many characters are allowed, as office programs count them.
        let limit: Int?
        /// The observation point that asks for the same.
        let indicator: IndicatorCode?

        /// The label next to the cells.
        var label: FormLabel { row[row.count - 1] }
        /// The labels that lead to the field as people read them: `中职学校 › 单位名称`, `企业兼职教师 › 课时`.
        var title: String {
            var labels = row.map(\.text)
            if case .under(let column) = place { labels.append(column.text) }
            if line > 1 { labels.append(unit.isEmpty ? "第\(line)行" : unit) }
            return labels.joined(separator: " › ")
        }
    }

    /// A part of the form that is text under a heading.
    struct Section: Sendable {
        let id: String
        let heading: FormLabel
        let limit: Int
    }

    /// Where the sender signs.
    struct Declaration: Sendable {
        let heading: FormLabel
        let signature: FormLabel
        let date: FormLabel
    }
}
