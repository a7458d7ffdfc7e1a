import FEEL
import Standards
import TestSupport
import Testing

@testable import Assessment

/// Whose ratings count, and that neither of two is told before both are through.
@Suite("Ratings of one consortium")
struct RatingBookTests {
    private static let scheme = RatingScheme(
        standing: .application,
        groups: [
            RatingScheme.Group(
                code: "1", title: "甲项",
                points: [RatingScheme.Point(code: "1.1", text: "子"), RatingScheme.Point(code: "1.2", text: "丑")])
        ], leads: [], leadReference: Duty.Reference(document: "", place: ""), basis: .convention, reference: "")
    private static let year = ReportingYear(2025)

    private static func rating(
        _ by: String, _ point: String, _ grade: RatingGrade, _ round: RatingRound = .first, on: String = "2026-03-01"
    ) -> Rating {
        guard let day = CalendarDate(on) else { preconditionFailure("a day") }
        return Rating(
            consortium: "C1", point: point, round: round, grade: grade, by: by, on: day, ground: "理由",
            source: CellSource(file: "", sha256: "", sheet: nil, row: 0, column: 0))
    }

    private func book(_ ratings: some Sequence<Rating>, today: String? = nil) -> RatingBook {
        RatingBook(Self.scheme, Array(ratings), for: Self.year, today: today.flatMap { CalendarDate($0) })
    }

    private static let both = [
        rating("甲", "1.1", .met), rating("甲", "1.2", .met), rating("乙", "1.1", .met), rating("乙", "1.2", .notMet),
    ]

    @Test func `nothing of either is told before the last point of the second`() {
        for count in 0..<4 {
            let book = book(Array(Self.both.prefix(count)))
            #expect(!book.isDisclosed && book.agreement == nil)
            for point in book.points {
                #expect(point.ratings.isEmpty && point.grade == nil && point.state == .open)
                #expect(RatingGrade.allCases.allSatisfy { !point.text.contains($0.title) }, "\(point.text)")
            }
        }
        #expect(book(Array(Self.both.prefix(3))).progress == [2, 1])
        let whole = book(Self.both)
        #expect(whole.isDisclosed && whole.points.map(\.state) == [.agreed, .disputed])
        #expect(whole.points.map(\.grade) == [.met, nil] && whole.agreement?.agreed == 1)
    }

    @Test func `before the disclosure a person's latest holds, after it nothing changes`() {
        let changed = [Self.rating("甲", "1.1", .partlyMet)] + Self.both
        #expect(book(changed).points.first?.ratings.map(\.grade) == [.met, .met])
        let late = Self.both + [Self.rating("乙", "1.2", .met)]
        #expect(book(late).points.last?.ratings.map(\.grade) == [.met, .notMet])
        #expect(book(Self.both).objection(to: .first, of: "1.2", by: "乙") == "两人的评定已经公布，不能再改")
    }

    @Test func `a third does not rate in the first round`() {
        let mixed = [Self.rating("甲", "1.1", .met), Self.rating("乙", "1.1", .met), Self.rating("丙", "1.2", .notMet)]
        #expect(book(mixed).reviewers == ["甲", "乙"] && book(mixed).points.last?.received == 0)
        #expect(book(mixed).objection(to: .first, of: "1.2", by: "丙") == "已由甲、乙评定，每家由两人评定")
        #expect(book(mixed).objection(to: .first, of: "1.2", by: "乙") == nil)
    }

    @Test(arguments: [
        ("丙", "1.2", RatingGrade.partlyMet, PointRating.State.adjudicated), ("甲", "1.2", .met, .disputed),
        ("乙", "1.2", .met, .disputed), ("丙", "1.1", .notMet, .disputed),
    ])
    func `who adjudicates is neither of the two`(
        by: String, point: String, grade: RatingGrade, state: PointRating.State
    ) {
        let book = book(Self.both + [Self.rating(by, point, grade, .adjudication)])
        #expect(book.points.last?.state == state && book.points.first?.grade == .met)
        let isOwn = ["甲", "乙"].contains(by)
        let said = self.book(Self.both).objection(to: .adjudication, of: point, by: by)
        #expect(said == (isOwn ? "\(by)是评定人之一，不能裁定自己的评定" : point == "1.1" ? "两人评定一致，不须裁定" : nil))
    }

    @Test func `an adjudication counts from the disclosure on, whatever file is read first, and the latest holds`() {
        let early = [Self.rating("丙", "1.2", .met, .adjudication)] + Self.both
        #expect(!book(early.dropLast()).isDisclosed && book(early.dropLast()).points.last?.adjudication == nil)
        #expect(book(early) == book(Self.both + [Self.rating("丙", "1.2", .met, .adjudication)]))
        #expect(book(early).points.last?.state == .adjudicated)
        #expect(book([]).objection(to: .adjudication, of: "1.2", by: "丙") == "两人尚未评完，不能裁定")
        let twice =
            Self.both + [
                Self.rating("丙", "1.2", .met, .adjudication), Self.rating("丁", "1.2", .partlyMet, .adjudication),
            ]
        #expect(book(twice).points.last?.grade == .partlyMet)
    }

    @Test(arguments: [("2025-12-31", 0), ("2026-01-01", 1), ("2026-12-31", 1), ("2027-01-01", 0)])
    func `a year is rated in the next`(day: String, received: Int) {
        #expect(book([Self.rating("甲", "1.1", .met, on: day)]).points.first?.received == received)
    }

    @Test func `what is dated later than today is not known`() {
        let rating = [Self.rating("甲", "1.1", .met, on: "2026-03-02")]
        #expect(book(rating, today: "2026-03-01").reviewers.isEmpty)
        #expect(book(rating, today: "2026-03-02").reviewers == ["甲"])
    }
}
