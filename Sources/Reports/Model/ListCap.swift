/// How long a list may be on a page or a terminal. Of a longer one the first are listed, their number and where the whole
/// list stands are told.
package enum ListCap {
    package static let rows = 1000

    /// `共15000家，此处列出1000家，全部见 consortia.csv。`; nil where all are listed.
    ///
    /// - Parameters:
    ///   - counted: what is counted: 家, 条.
    ///   - whole: where the whole list stands.
    package static func note(of total: Int, counted: String, whole: String) -> String? {
        total > rows ? "共\(total)\(counted)，此处列出\(rows)\(counted)，全部见\(whole)。" : nil
    }
}
