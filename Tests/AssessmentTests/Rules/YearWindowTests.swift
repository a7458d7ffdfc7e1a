import Standards
import Testing

@testable import Assessment

@Suite("Year windows")
struct YearWindowTests {
    struct Case: Sendable {
        let window: YearWindow
        let assessed: Int
        let designated: Int?
        let years: [Int]

        init(_ window: YearWindow, _ assessed: Int, designated: Int? = nil, _ years: [Int]) {
            self.window = window
            self.assessed = assessed
            self.designated = designated
            self.years = years
        }
    }

    @Test(arguments: [
        Case(.current, 2025, [2025]),
        Case(.previous, 2025, [2024]),
        Case(.base, 2025, [2022]),
        // Named years stand whether or not they count.
        Case(.current, 2023, designated: 2024, [2023]),
        Case(.previous, 2022, [2021]),
        Case(.base, 2025, designated: 2024, [2022]),
        Case(.lastTwo, 2025, [2024, 2025]),
        Case(.lastTwo, 2022, [2022]),
        // The year of designation counts, those before it do not.
        Case(.lastTwo, 2025, designated: 2024, [2024, 2025]),
        Case(.lastTwo, 2025, designated: 2025, [2025]),
        Case(.lastTwo, 2025, designated: 2026, []),
        Case(.lastTwo, 2025, designated: 2019, [2024, 2025]),
        Case(.lastThree, 2025, [2023, 2024, 2025]),
        Case(.lastThree, 2023, [2022, 2023]),
        Case(.lastThree, 2025, designated: 2024, [2024, 2025]),
        Case(.counted, 2025, [2022, 2023, 2024, 2025]),
        Case(.counted, 2025, designated: 2023, [2023, 2024, 2025]),
        Case(.counted, 2025, designated: 2026, []),
        Case(.sinceBase, 2025, designated: 2024, [2022, 2023, 2024, 2025]),
        Case(.sinceBase, 2022, [2022]),
    ])
    func `a window holds these years`(test: Case) {
        let years = test.window.years(
            assessed: ReportingYear(test.assessed), base: 2022, designated: test.designated.map { ReportingYear($0) })
        #expect(years.map(\.value) == test.years)
    }
}
