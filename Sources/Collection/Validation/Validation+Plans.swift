internal import FEEL
internal import Standards

/// The indicators of a fund, by their ordinals.
struct FundPoints {
    let received: Int
    let planned: Int
    let total: Int
    /// How many years the total is for.
    let years: Int

    init?(_ fund: CredibilityRules.Fund, _ edition: Edition) {
        guard let received = edition.indicator(fund.received)?.ordinal,
            let planned = edition.indicator(fund.planned)?.ordinal, let total = edition.indicator(fund.total)?.ordinal
        else { return nil }
        self.received = received
        self.planned = planned
        self.total = total
        years = fund.years
    }
}

extension Validation {
    /// What shows when the plans of funds are held against their totals and against what was received.
    func plans(in submission: Submission, _ prior: ((ObservationKey) -> ObservedValue?)?) -> [Finding] {
        guard !funds.isEmpty, var figure = Figure(in: submission.observations, prior: prior) else { return [] }
        let table = submission.observations
        var isOfFund = [Bool](repeating: false, count: table.indicators.count)
        for fund in funds { for point in [fund.received, fund.planned, fund.total] { isOfFund[point] = true } }
        // Of each consortium the figures of funds that the submission gives, the earlier years first.
        var given: [UInt32: [ObservationTable.Entry]] = [:]
        for place in table.entries.indices
        where isOfFund[Int(table.entries[place].indicator)] && table.entries[place].basis == .actual {
            let entry = table.entries[place]
            guard entry.value.status == .reported else { continue }
            given[entry.consortium, default: []].append(entry)
        }
        var findings: [Finding] = []
        for (_, entries) in given.sorted(by: { $0.key < $1.key }) {
            let entries = entries.sorted { $0.key < $1.key }
            guard findings.count < Draft.findingLimit else { break }
            for entry in entries {
                figure.entry = entry
                checkTotal(figure, &findings)
            }
            for fund in funds { checkLate(fund, entries, &figure, &findings) }
            checkReceipts(entries, &figure, &findings)
        }
        return findings
    }

    /// A year's plan that equals the total for several years; plans that do not add up to it.
    private func checkTotal(_ figure: borrowing Figure, _ findings: inout [Finding]) {
        let ordinal = Int(figure.entry.indicator)
        // Where both are given, the plan's own row is looked at.
        guard
            let fund = funds.first(where: {
                $0.planned == ordinal || $0.total == ordinal && figure.sibling($0.planned)?.status != .reported
            }), case .number(let planned)? = figure.plan(fund.planned),
            case .number(let total)? = figure.value(of: fund.total), planned > .zero, total > .zero
        else { return }
        let (plan, whole) = (edition.indicators[fund.planned], edition.indicators[fund.total])
        if planned == total, fund.years > 1 {
            return findings.append(
                figure.finding(
                    .planEqualsTotal,
                    ["found": planned.with(plan.unit), "total": whole.name, "years": String(fund.years)]))
        }
        // The total does not say from which year on it is: any run of years with this one among them may be meant.
        let runs = (0..<fund.years).compactMap { sum(of: fund, from: fund.years - 1 - $0, figure) }
        let span: (years: String, sum: Decimal128)
        if planned > total {
            span = ("\(figure.year)年", planned)
        } else if let last = runs.last, !runs.contains(where: { $0.sum == total }) {
            span = last
        } else {
            return
        }
        findings.append(
            figure.finding(
                .planTotalDiffers,
                [
                    "span": span.years, "found": span.sum.with(plan.unit), "total": whole.name,
                    "amount": total.with(whole.unit),
                ]))
    }

    /// The sum of the plans for a run of years that begins so many years before that of `figure`; nil where one of them
    /// is not known.
    private func sum(
        of fund: FundPoints, from yearsAgo: Int, _ figure: borrowing Figure
    ) -> (years: String, sum: Decimal128)? {
        var sum = Decimal128.zero
        for offset in 0..<fund.years {
            guard case .number(let planned)? = figure.plan(fund.planned, yearsAgo: yearsAgo - offset) else {
                return nil
            }
            sum = sum + planned
        }
        let first = figure.year.advanced(by: -yearsAgo)
        return ("\(first)至\(first.advanced(by: fund.years - 1))年", sum)
    }

    /// Plans that nobody told before what was received of them.
    private func checkLate(
        _ fund: FundPoints, _ entries: [ObservationTable.Entry], _ figure: inout Figure, _ findings: inout [Finding]
    ) {
        var late: [ObservationTable.Entry] = []
        for entry in entries where Int(entry.indicator) == fund.planned {
            figure.entry = entry
            guard case .number = entry.value, figure.known(fund.planned)?.status != .reported,
                case .number? = figure.value(of: fund.received)
            else { continue }
            late.append(entry)
        }
        guard let last = late.last else { return }
        figure.entry = last
        let span = late.map { "\($0.year)" }.joined(separator: "、") + "年"
        findings.append(figure.finding(.planLate, ["span": span]))
    }

    /// Receipts that are above the plan wherever both are known: columns may have been filled in the wrong way round.
    private func checkReceipts(
        _ entries: [ObservationTable.Entry], _ figure: inout Figure, _ findings: inout [Finding]
    ) {
        let rows = edition.credibility?.rowsAbovePlan ?? 0
        var above: [ObservationTable.Entry] = []
        for entry in entries {
            figure.entry = entry
            guard let fund = funds.first(where: { $0.received == Int(entry.indicator) }),
                case .number(let received) = entry.value, case .number(let planned)? = figure.plan(fund.planned)
            else { continue }
            guard received > planned else { return }
            above.append(entry)
        }
        guard rows > 0, above.count >= rows, let last = above.last else { return }
        figure.entry = last
        let points = above.map { "\(edition.indicators[Int($0.indicator)].code) \($0.year)年" }
        findings.append(
            figure.finding(
                .receiptsAbovePlan, ["count": String(above.count), "points": points.joined(separator: "、")]))
    }
}
