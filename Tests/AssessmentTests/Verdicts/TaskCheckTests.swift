import FEEL
import Standards
import Testing

@testable import Assessment

/// How tasks of members stand on both sides of their last day, and what evaluations come to.
@Suite("Tasks and evaluations")
struct TaskCheckTests {
    private let source = CellSource(file: "任务.csv", sha256: "", sheet: nil, row: 2, column: 1)

    @Test(arguments: [
        ("已完成", "2025-06-30", "2025-07-10", "已完成"), ("已完成", "2025-07-01", "2025-07-10", "逾期完成"),
        ("进行中", "", "2025-06-30", "进行中"), ("进行中", "", "2025-07-01", "逾期未完成"), ("未开始", "", "2025-07-01", "逾期未完成"),
        ("见附件", "", "2025-06-30", "状态不明"), ("见附件", "", "2025-07-01", "逾期未完成"), ("已完成", "", "2025-07-01", "已完成"),
    ])
    func `a task is overdue after its last day`(
        _ state: String, _ done: String, _ today: String, _ title: String
    ) {
        let task = MemberTask(
            consortium: "C001", year: ReportingYear(2025), title: "建基地", unit: "示例学院", due: CalendarDate("2025-06-30"),
            stateText: state, completedOn: CalendarDate(done), source: source)
        #expect(TaskCheck(task, today: CalendarDate(today)).title == title)
    }

    private func check(_ id: String, weight: Int, _ scores: [String]) -> EvaluationCheck {
        let way = EvaluationSource(
            id: id, title: id, words: [], weight: Decimal128(weight), basis: .convention,
            reference: Duty.Reference(document: "d", place: "p"))
        return EvaluationCheck(
            way: way,
            evaluations: scores.map {
                Evaluation(
                    consortium: "C001", year: ReportingYear(2025), way: id, score: Decimal128($0), source: source)
            })
    }

    @Test func `scores are weighted, several of one way by their mean`() {
        let checks = [check("a", weight: 60, ["80", "90"]), check("b", weight: 40, ["70"])]
        #expect(checks.weighted == Decimal128("79"))
    }

    @Test func `a way without a score is not 0`() {
        #expect([check("a", weight: 60, ["80"]), check("b", weight: 40, [])].weighted == nil)
        #expect(check("a", weight: 1, ["101"]).score == nil)
        #expect(check("a", weight: 1, ["0", "100"]).score == Decimal128(50))
    }
}
