import FEEL
import History
import Standards

extension Subject {
    /// Whether the edition asks for annual work plans, item by item.
    var asksForPlans: Bool { rules.edition.filings.contains { $0.carrier == .workplans } }

    private var planBook: WorkPlanBook {
        WorkPlanBook(
            national.workPlans[consortium.id], edition: rules.edition, panel: panel,
            today: assessor.dates.today
        ) { national.parts[$0.part]?.source(at: $0) }
    }

    /// The plans of every year from the edition's first through `year`, those that nobody sent too.
    func workPlans(through year: ReportingYear) -> [WorkPlanCheck] {
        let first = rules.edition.baseYear
        guard asksForPlans, first <= year else { return [] }
        return checks(of: Array(first...year))
    }

    /// The plans that there is something to show of, those of years to come too.
    var shownPlans: [WorkPlanCheck] {
        checks(of: Set(planBook.years + [year]).sorted()).filter { !$0.items.isEmpty || $0.isSent }
    }

    private func checks(of years: [ReportingYear]) -> [WorkPlanCheck] {
        let book = planBook
        let filings = filingBook
        func isSent(_ carrier: FilingKind.Carrier, _ year: ReportingYear) -> Bool {
            rules.edition.filings.contains { kind in
                kind.carrier == carrier && filings.check(kind, for: year, windows: []).filing != nil
            }
        }
        return years.map { year in
            WorkPlanCheck(
                year: year, isSent: isSent(.workplans, year), isAssessed: isSent(.completion, year),
                items: book.items(of: year))
        }
    }

    /// The plans that a clause looks at to judge `year`: its own and that of the year before.
    private func judgedPlans(for year: ReportingYear) -> [WorkPlanCheck] {
        workPlans(through: year).filter { $0.year >= max(tenure.firstYear, year.advanced(by: -1)) }
    }

    /// The items that a clause rests on to judge `year`.
    func planEvidence(for year: ReportingYear) -> [Evidence] { judgedPlans(for: year).flatMap(\.evidence) }

    /// What is not known of the plans by which `year` is judged: items, figures, or whole plans.
    func missingPlans(for year: ReportingYear) -> [Evidence] {
        judgedPlans(for: year).flatMap { plan in
            plan.items.isEmpty
                ? [
                    Evidence(
                        subject: .entry(register: .workplans, id: "\(plan.year)年度", year: plan.year), value: nil,
                        status: .missing, source: nil)
                ]
                : plan.items.filter { $0.outcome == .undetermined }.map { item in
                    item.figure.flatMap { $0.status == .reported ? nil : $0 } ?? item.evidence(plan.year)
                }
        }
    }

    func planExplanations(for year: ReportingYear) -> [Explanation] {
        judgedPlans(for: year).map { plan in
            Explanation(
                plan.isCompleted == nil ? .missing : .note, plan.text,
                children: plan.items.map { item in
                    Explanation(
                        item.outcome == .undetermined ? .missing : .note, "\(item.item)：\(item.text)",
                        detail: "目标：\(item.target)；\(item.due.inChinese)前完成", source: item.source,
                        children: [item.figure?.leaf].compactMap(\.self))
                })
        }
    }
}
