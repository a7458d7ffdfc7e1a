/// Everything that is wrong in files of ours (editions, pipelines, alerts): the whole list, so that one reading mends
/// them all.
package struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    /// In the order of the files, and within a file in the order they were met; never empty.
    package let issues: [ConfigurationIssue]

    package init(_ issues: [ConfigurationIssue]) {
        self.issues = issues
    }

    /// One line an issue.
    package var description: String {
        issues.map(\.description).joined(separator: "\n")
    }
}

/// One thing that is wrong in a file of ours: where, what should be there, what is, and what to do.
package struct ConfigurationIssue: Sendable, Hashable, CustomStringConvertible {
    /// The file's name, or its path where it could not be opened.
    package let file: String
    /// From 1; 0 where the whole file is meant.
    package let line: Int
    /// From 1, in characters; 0 where the whole file is meant.
    package let column: Int
    /// 应为数字
    package let expected: String
    /// 读到“约120”
    package let found: String
    /// 请只写阿拉伯数字
    package let remedy: String
    /// The known name nearest to what was found, where one is near.
    package let suggestion: String?

    package init(
        file: String, line: Int, column: Int, expected: String, found: String, remedy: String,
        suggestion: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.expected = expected
        self.found = found
        self.remedy = remedy
        self.suggestion = suggestion
    }

    /// `parameters.yml:12:14：应为数字，读到“约120”。请只写阿拉伯数字。`
    package var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        let hint = suggestion.map { "是不是“\($0)”？" } ?? ""
        return "\(place)：\(expected)，\(found)。\(hint)\(remedy)。"
    }
}
