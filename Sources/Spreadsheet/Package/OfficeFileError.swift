/// Why a workbook or a document could not be read.
package struct OfficeFileError: Error, Hashable {
    package enum Problem: Hashable, Sendable {
        // The file as a whole.
        /// Another format than the one that was to be read, which may be a document in place of a workbook.
        case otherFormat(FileFormat)
        /// The end of the archive is missing or is not where it should be.
        case truncated
        /// An archive that contradicts itself.
        case damagedArchive

        // What the archive holds against us.
        case tooManyParts(limit: Int)
        case tooLarge(limit: Int)
        case bomb(ratio: Int)
        case duplicatePart
        case overlappingParts
        case unsupportedCompression(method: Int)

        // A part.
        case missingPart
        case damagedPart
        case partTooLarge(limit: Int)
        case malformedXML(XMLProblem)

        // What the parts say.
        case noSheets
        case tooManySheets(limit: Int)
        case notAWorksheet
        case notADocument
        case tooManyBlocks(limit: Int)
        case missingRelationship(id: String)
        case tooManyStrings(limit: Int)
        case unknownString(index: String, cell: String)
        case badAddress(String)
        case outOfOrder(cell: String)
        case cellTooLong(cell: String, limit: Int)
        /// Of the strings that cells share, counted from 0.
        case stringTooLong(index: Int, limit: Int)
        case tooManyColumns(cell: String, limit: Int)
        case tooManyRows(limit: Int)
        case tooMuchText(limit: Int)
        case tooManyMergedRanges(limit: Int)
    }

    package let problem: Problem
    /// The name of the part within the archive, where one is at fault: `xl/worksheets/sheet1.xml`.
    package let part: String?
    /// Where in the part.
    package let position: TextPosition?

    init(_ problem: Problem, part: String? = nil, position: TextPosition? = nil) {
        self.problem = problem
        self.part = part
        self.position = position
    }
}

/// A line and a byte of it in UTF-8, both from 1.
package struct TextPosition: Hashable, Sendable {
    package let line: Int
    package let column: Int
}

/// The kinds of file that can be read.
package enum OfficeFileKind: Hashable, Sendable {
    /// .xlsx, .xlsm, .xltx, .xltm
    case workbook
    /// .docx, .docm, .dotx, .dotm
    case document
}
