/// A FEEL text with the place it was written, so that an error can name file, line and column.
///
/// Line and column are of the text's first character, from 1; further lines of the text begin in the same column.
package struct Formula: Sendable, Hashable {
    package let text: String
    package let file: String
    package let line: Int
    package let column: Int

    package init(text: String, file: String, line: Int, column: Int) {
        self.text = text
        self.file = file
        self.line = line
        self.column = column
    }
}
