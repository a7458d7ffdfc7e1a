/// A piece of FEEL text: where it starts and ends.
public struct SourceRange: Sendable, Hashable {
    /// The first byte, counted in UTF-8 from 0.
    public let start: Int
    /// The byte after the last.
    public let end: Int
    /// The line of the first character, from 1.
    public let line: Int
    /// The column of the first character, from 1, counted in Unicode scalars.
    public let column: Int

    /// A range from its bytes and the place of its first character.
    public init(start: Int, end: Int, line: Int, column: Int) {
        self.start = start
        self.end = end
        self.line = line
        self.column = column
    }

    /// From the start of this range to the end of `other`.
    func extended(to other: SourceRange) -> SourceRange {
        SourceRange(start: start, end: max(end, other.end), line: line, column: column)
    }
}

extension String {
    /// The text of `range` in this source.
    public func piece(_ range: SourceRange) -> String {
        let bytes = utf8
        guard range.start <= range.end, range.end <= bytes.count else { return "" }
        let start = bytes.index(bytes.startIndex, offsetBy: range.start)
        let end = bytes.index(start, offsetBy: range.end - range.start)
        return String(self[start..<end])
    }
}
