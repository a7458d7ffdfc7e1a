package import FEEL

/// Whether a figure tells what was (实际) or what was promised (承诺、计划).
package enum Basis: String, Sendable, CaseIterable {
    case actual, committed
}

/// What a cell of a submission says, once read. Missing is never zero and never 否.
package enum ObservedValue: Sendable, Hashable {
    case number(Decimal128)
    case truth(Bool)
    case text(String)
    /// The cell is blank.
    case missing
    /// The cell says 不适用.
    case notApplicable
    /// The cell holds something that its indicator cannot; the text is kept as it was.
    case rejected(String)
    /// The cell says 撤回: the figure given earlier is taken back, and nothing stands in its place.
    case withdrawn
}

/// The status of an observation (SDMX `OBS_STATUS`).
package enum ObservationStatus: String, Sendable, CaseIterable {
    case reported, missing, notApplicable, rejected
}

extension ObservedValue {
    package var status: ObservationStatus {
        switch self {
        case .number, .truth, .text: .reported
        case .missing, .withdrawn: .missing
        case .notApplicable: .notApplicable
        case .rejected: .rejected
        }
    }
}

/// One sheet of one submitted file, or the whole of a file that has no sheets.
///
/// A class, so that each of the thousands of cells read from it can point to it at the cost of one reference.
package final class SourcePart: Sendable {
    /// The file's name within what was collected, without directories above it.
    package let file: String
    /// The SHA-256 of the file's bytes, 64 hexadecimal digits.
    package let sha256: String
    /// The sheet's name; nil for a format that has none, such as CSV.
    package let sheet: String?

    package init(file: String, sha256: String, sheet: String?) {
        self.file = file
        self.sha256 = sha256
        self.sheet = sheet
    }
}

extension SourcePart: Hashable {
    package static func == (left: SourcePart, right: SourcePart) -> Bool {
        left === right || (left.file == right.file && left.sha256 == right.sha256 && left.sheet == right.sheet)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(sha256)
        hasher.combine(sheet)
    }
}

/// Where a value was read: a file by name and content, a sheet, a cell.
package struct CellSource: Sendable, Hashable, CustomStringConvertible {
    package let part: SourcePart
    /// 1-based row of the sheet, or line of the file.
    package let row: Int
    /// 1-based column.
    package let column: Int

    package var file: String { part.file }
    package var sha256: String { part.sha256 }
    package var sheet: String? { part.sheet }

    package init(part: SourcePart, row: Int, column: Int) {
        self.part = part
        self.row = row
        self.column = column
    }

    package init(file: String, sha256: String, sheet: String?, row: Int, column: Int) {
        self.init(part: SourcePart(file: file, sha256: sha256, sheet: sheet), row: row, column: column)
    }

    /// `观测点!F31` where there is a sheet, else `第31行第6列`.
    package var address: String {
        guard let sheet else { return "第\(row)行第\(column)列" }
        return "\(sheet)!\(Self.letters(column))\(row)"
    }

    /// `观测点!F31@3f2a9c01`, or `observations.csv:31:6@3f2a9c01` where there is no sheet.
    package var description: String {
        let hash = sha256.prefix(8)
        guard let sheet else { return "\(file):\(row):\(column)@\(hash)" }
        return "\(sheet)!\(Self.letters(column))\(row)@\(hash)"
    }

    /// The spreadsheet name of a 1-based column: 1 is A, 27 is AA.
    package static func letters(_ column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

/// The part of a year that a figure is of: the whole, or a quarter where a point is so marked.
package enum Period: Int, Sendable, CaseIterable {
    case year = 0
    case firstQuarter, secondQuarter, thirdQuarter, fourthQuarter
}

/// One figure as one submission gave it: consortium × indicator × year × period × basis.
package struct Observation: Sendable, Hashable {
    package let consortium: String
    package let indicator: IndicatorCode
    package let year: ReportingYear
    /// Panels hold what is of the whole year.
    package let period: Period
    package let basis: Basis
    package let value: ObservedValue
    /// What the submission names as evidence (a file name or a hash), if anything.
    package let evidence: String?
    /// Why a figure reported before is given differently now, where the sender says so.
    package let reason: String?
    /// What the sender answers to doubts about the figure: a word (``ExplanationCode``) and text; nil where nothing.
    package let explanation: String?
    package let source: CellSource

    package init(
        consortium: String, indicator: IndicatorCode, year: ReportingYear, period: Period = .year, basis: Basis,
        value: ObservedValue, evidence: String? = nil, reason: String? = nil, explanation: String? = nil,
        source: CellSource
    ) {
        self.consortium = consortium
        self.indicator = indicator
        self.year = year
        self.period = period
        self.basis = basis
        self.value = value
        self.evidence = evidence
        self.reason = reason
        self.explanation = explanation
        self.source = source
    }
}
