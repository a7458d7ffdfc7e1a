import Collection
import Standards
import Testing
import UseCases

@Suite("What a collection tells")
struct ToldFindingsTests {
    @Test func `findings come back as they were, in their order, and counted`() {
        func source(_ row: Int, sheet: String? = nil, file: String = "甲.csv") -> CellSource {
            CellSource(file: file, sha256: "3f2a9c01", sheet: sheet, row: row, column: row == 0 ? 0 : 300)
        }
        let first = [
            Finding(
                .notANumber, at: source(31), consortium: "C001", indicator: IndicatorCode("6.1.2"),
                year: ReportingYear(2025), ["found": "约120"]),
            Finding(.emptyExplanation, at: source(100_000, sheet: "观测点"), ["found": ""]),
            Finding(.badEncoding, at: source(0), ["encoding": "GBK", "offset": "7"]),
        ]
        let second = [
            Finding(.fractionInCount, at: source(2, file: "乙.csv"), consortium: "", ["found": "1.5"], answer: "属实"),
            Finding(.fractionInCount, at: source(3, file: "乙.csv"), consortium: "C002", ["found": "2.5"]),
        ]
        var told = ToldFindings()
        told.append(first)
        told.append([])
        told.append(second)
        #expect(Array(told) == first + second)
        #expect(told.count(of: .error) == 2 && told.count(of: .warning) == 2 && told.answeredCount == 1)
        #expect(told.map(\.message) == (first + second).map(\.message))
        #expect(Array(ToldFindings()).isEmpty)
    }
}
