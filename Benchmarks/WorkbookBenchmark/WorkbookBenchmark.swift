import Foundation
import Glibc
import Spreadsheet

/// Reads every cell of a workbook and prints how long that took and what there was:
///
///     workbook-benchmark FILE [--digest]
///
/// With --digest what the cells hold is summed up, to be held against what other readers find.
@main
enum WorkbookBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let path = arguments.first else {
            print("workbook-benchmark FILE [--digest]")
            exit(2)
        }
        var reading = Reading()
        let start = ContinuousClock.now
        let file = try SourceFile(path: path, name: path)
        for sheet in try Workbook(file.bytes).sheets {
            try sheet.forEachRow { row in
                if arguments.contains("--digest") { reading.sum(row) } else { reading.touch(row) }
            }
        }
        reading.seconds = (ContinuousClock.now - start) / .seconds(1)
        reading.megabytes = peakMegabytes()
        print(String(decoding: try JSONEncoder().encode(reading), as: UTF8.self))
    }

    private static func peakMegabytes() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}

/// What a reading came to.
struct Reading: Encodable {
    var seconds = 0.0
    /// The most memory that the process had.
    var megabytes = 0.0
    /// Cells with a value.
    var cells = 0
    /// The sum of all numbers, in thousandths.
    var thousandths = 0
    /// Unicode scalars of all texts; where they are not summed up, bytes of all cells.
    var characters = 0

    /// Looks at the bytes of each cell, as whoever reads a form does.
    mutating func touch(_ row: borrowing Row) {
        for position in 0..<row.count {
            let count = row.withText(at: position) { $0.count }
            characters += count
            if count > 0 { cells += 1 }
        }
    }

    mutating func sum(_ row: borrowing Row) {
        for cell in row.cells where !cell.text.isEmpty {
            cells += 1
            switch cell.type {
            case .number: thousandths += Int(((Double(cell.text) ?? .nan) * 1000).rounded())
            case .percent: thousandths += Int(((Double(cell.text) ?? .nan) * 10).rounded())
            default: characters += cell.text.unicodeScalars.count
            }
        }
    }
}
