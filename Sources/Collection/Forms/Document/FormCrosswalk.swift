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
    let declarations: [Declaration]
    let statements: [FormStatement]
    /// Lines that the form prints among what is filled in.
    let printed: Set<FormLabel>

    /// A line of the cover: a label, then what was filled in.
    struct Line: Sendable {
        let id: String
        let label: FormLabel
        /// What the form calls the seal that belongs on the line; nil where none does.
        var seal: String?
        /// Whether a day is to be filled in.
        var isDate = false
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

    /// Where somebody signs: the applicant, the authority that recommends. The day stands there as 年 月 日.
    struct Declaration: Sendable, Identifiable {
        let id: String
        /// The heading of the part of the form that it stands in.
        let heading: FormLabel
        let title: FormLabel
        /// What leads to an opinion; nil where the form asks for none.
        let opinion: FormLabel?
        /// What leads to the name of who signs: as the form prints it, then as people write it instead.
        let signatures: [FormLabel]
        /// What marks the place of the seal; nil where none belongs there.
        let seal: FormLabel?
    }
}
