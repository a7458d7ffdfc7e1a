package import FEEL
package import Standards

/// The cases of one `*.test.yml` beside the rules: what is given, and what people should then read.
package struct RuleTestSuite: Sendable {
    /// `negative-list.test.yml`
    package let file: String
    package let cases: [RuleTestCase]
}

/// One case of a rule test.
package struct RuleTestCase: Sendable {
    package enum Subject: Sendable {
        case clause(ClauseTest)
        case acceptance(AcceptanceTest)
        case verdict(VerdictTest)
        case rating(RatingTest)
    }

    package let name: String
    package let file: String
    /// The line of the file where the case begins, from 1.
    package let line: Int
    package let subject: Subject
}

/// A clause judged on what one consortium reported.
package struct ClauseTest: Sendable {
    /// A data-credibility signal that is given rather than found.
    package struct Signal: Sendable, Hashable {
        package let id: String
        package let kind: String
        /// 重大 or 一般
        package let grade: String
        package let year: ReportingYear
        package let text: String
    }

    package struct ExpectedRemedy: Sendable, Hashable {
        package let amount: String
        package let unit: String
        package let text: String
    }

    package struct ExpectedProtection: Sendable, Hashable {
        package let by: String
        package let text: String
    }

    package let clause: String
    package let year: ReportingYear
    /// Synthetic, in province 430000 and prefecture 430100.
    package let consortium: Consortium
    /// In the order in which they were received.
    package let observations: [Observation]
    package let registers: Registers
    package let signals: [Signal]
    /// The day whose knowledge counts; nil where nobody asks.
    package let today: CalendarDate?
    package let outcome: ClauseOutcome
    package let pending: ClauseOutcome?
    /// The exact sentence.
    package let text: String
    /// Nil where there must be none.
    package let remedy: ExpectedRemedy?
    /// Nil where there must be none.
    package let protection: ExpectedProtection?
    package let isWaived: Bool
    /// Years of the cases that are open from earlier years.
    package let openYears: [ReportingYear]
}

/// An observation point judged by the acceptance conditions of its indicators.
package struct AcceptanceTest: Sendable {
    /// `2.3.1`
    package let point: String
    package let year: ReportingYear
    package let consortium: Consortium
    /// Of the point's indicators in the year and the base year, actual and committed.
    package let observations: [Observation]
    package let outcome: AcceptanceOutcome
}

/// The verdict table of a standing on given outcomes.
package struct VerdictTest: Sendable {
    package let year: ReportingYear
    package let standing: Standing
    /// Values of the names that the table's inputs are written in (已触发数, 完整率 …).
    package let summary: [String: ObservedValue]
    package let verdict: String
    /// From 1.
    package let row: Int
}
