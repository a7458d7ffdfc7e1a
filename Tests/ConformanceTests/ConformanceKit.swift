import Foundation
import TestSupport

/// The cases of the DMN Technology Compatibility Kit, one a line.
struct ConformanceKit {
    /// A line that holds no case that can be read.
    struct UnreadableLine: Equatable, CustomStringConvertible {
        /// From 1.
        let number: Int
        /// The name of the case, where the line has one.
        let name: String?
        let reason: String

        var description: String { "line \(number)\(name.map { " (\($0))" } ?? ""): \(reason)" }
    }

    let cases: [KitCase]
    let unreadable: [UnreadableLine]

    /// The kit beside the repository, in `../shared/feel-tck/cases.jsonl`; nil where there is none.
    static let shared: ConformanceKit? = {
        guard let file = Repository.shared?.appending(path: "feel-tck/cases.jsonl"),
            let data = try? Data(contentsOf: file)
        else { return nil }
        return ConformanceKit(data)
    }()

    /// Reads the lines; the newline at the end of the last begins no further one.
    init(_ data: Data) {
        var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        var cases: [KitCase] = []
        var unreadable: [UnreadableLine] = []
        for (index, line) in lines.enumerated() {
            do {
                cases.append(try KitCase(line: line))
            } catch {
                unreadable.append(UnreadableLine(number: index + 1, name: error.name, reason: error.reason))
            }
        }
        self.cases = cases
        self.unreadable = unreadable
    }

    var lineCount: Int { cases.count + unreadable.count }

    /// The share of all lines that hold a case which agrees; a line that cannot be read does not. 1 of no lines.
    var agreement: Double { lineCount == 0 ? 1 : Double(cases.count(where: \.agrees)) / Double(lineCount) }
}
