import Standards
import Testing

@Suite("Reporting years")
struct ReportingYearTests {
    @Test(arguments: ["2025", " 2025 ", "２０２５", "2025年", "2025 年度", "２０２５年"])
    func `a year as people type it`(text: String) {
        #expect(ReportingYear(text: text) == ReportingYear(2025))
    }

    @Test(arguments: ["", "25", "20255", "1999", "2100", "2025-2026", "二五年", "2025年底", "万二五年"])
    func `anything else is no year`(text: String) {
        #expect(ReportingYear(text: text) == nil)
    }
}
