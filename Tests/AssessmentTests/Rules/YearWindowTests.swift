import Standards
import Testing

@testable import Assessment

@Suite("Year windows")
struct YearWindowTests {
    struct Case: Sendable {
        let window: YearWindow
        let assessed: Int
        let first: Int
        let base: Int
        let waived: [Int]
        let years: [Int]

        init(
            _ window: YearWindow, _ assessed: Int, first: Int = 2022, base: Int = 2022, waived: [Int] = [],
            _ years: [Int]
        ) {
            self.window = window
            self.assessed = assessed
            self.first = first
            self.base = base
            self.waived = waived
            self.years = years
        }
    }

    @Test(arguments: [
        Case(.current, 2025, [2025]),
        Case(.previous, 2025, [2024]),
        Case(.base, 2025, [2022]),
        Case(.base, 2025, first: 2025, base: 2023, [2023]),
        // The assessed year stands whether or not it counts, the one before only where it does.
        Case(.current, 2023, first: 2025, [2023]),
        Case(.previous, 2025, first: 2025, []),
        Case(.previous, 2022, []),
        Case(.lastTwo, 2025, [2024, 2025]),
        Case(.lastTwo, 2022, [2022]),
        Case(.lastTwo, 2025, first: 2024, [2024, 2025]),
        Case(.lastTwo, 2025, first: 2025, [2025]),
        Case(.lastTwo, 2025, first: 2026, []),
        // A waived year is none of the last ones; the assessed one stays.
        Case(.lastTwo, 2025, waived: [2024], [2025]),
        Case(.lastTwo, 2025, waived: [2025, 2023], [2024, 2025]),
        Case(.lastThree, 2025, [2023, 2024, 2025]),
        Case(.lastThree, 2023, [2022, 2023]),
        Case(.lastThree, 2025, first: 2024, [2024, 2025]),
        Case(.counted, 2025, [2022, 2023, 2024, 2025]),
        Case(.counted, 2025, first: 2023, [2023, 2024, 2025]),
        Case(.counted, 2025, first: 2026, []),
        // Years after the base year, whether or not they count.
        Case(.sinceBase, 2025, first: 2025, base: 2023, [2024, 2025]),
        Case(.sinceBase, 2022, []),
    ])
    func `a window holds these years`(test: Case) {
        let years = test.window.years(
            assessed: ReportingYear(test.assessed), first: ReportingYear(test.first), base: ReportingYear(test.base),
            waived: Set(test.waived.map { ReportingYear($0) }))
        #expect(years.map(\.value) == test.years)
    }
}
