import FEEL
import Standards

// What places have set themselves, held against what an authority registered.

extension ProgrammePart {
    /// How one target stands.
    func result(_ entry: Entry, _ target: LocalTarget, _ register: ProgrammeRegister) -> ProgrammeResult {
        let check = entry.check
        let progress = TargetProgress(
            target, figures: register.targetFigures[target.id] ?? [], year: register.year, today: register.today)
        let inputs: [Value] =
            [
                .string(target.regionName), .number(Decimal128(register.year.value)), .date(register.today),
                RuleVocabulary.date(progress.due), .list([]), .null,
            ] + tables + [progress.figure?.value.map { .number($0) } ?? .null, .null]
        let number = entry.demand?.evaluate(inputs).number
        let holds = check.limit.flatMap { limit in number.map(limit.holds) }
        // One that was reached in time stays reached; a level is to be kept up.
        let outcome: ProgrammeOutcome =
            switch holds {
            case _ where progress.isOpenAfterDue: .undetermined
            case nil: .undetermined
            case true: .met
            default:
                !progress.isOverdue && target.rhythm != .level
                    ? .pending : check.isApproximate || check.isAdvice ? .behind : .notMet
            }
        return ProgrammeResult(
            asked: entry.asked, province: province, subject: target.region, title: target.regionName, consortia: [],
            outcome: outcome, number: number, shown: "",
            text: Self.text(
                progress, outcome, number, remedy: entry.remedy?.text(inputs + [number.map { .number($0) } ?? .null])),
            progress: progress)
    }

    /// What to do, where something is; then how far it is and what is asked.
    private static func text(
        _ progress: TargetProgress, _ outcome: ProgrammeOutcome, _ number: Decimal128?, remedy: String?
    ) -> String {
        let (target, check) = (progress.target, progress.target.check)
        guard let limit = check.limit, let unit = check.unit else { return "" }
        let due = progress.due.map { "，\($0.inChinese)前" } ?? ""
        let asked = check.limitText.map { "（目标\($0)\(due)）" } ?? ""
        guard let number, let figure = progress.figure else {
            let late = progress.isOverdue ? "，已过完成时限" : ""
            return "请在目标完成表登记“\(target.id)”的完成值。没有登记\(late)\(asked)。"
        }
        let asOf = figure.on.map { "截至\($0.inChinese)" } ?? "\(figure.year)年"
        var found = "\(asOf)\(number)\(unit)"
        if let share = progress.share { found += "，完成\(share)%" }
        if case .atLeast(let least) = limit, number < least { found += "，差\(least - number)\(unit)" }
        found += asked
        if let pace = progress.pace, let elapsed = progress.elapsed { found += "，时间过去\(elapsed)%，\(pace.title)" }
        if outcome == .met, let due = progress.due, let reached = progress.reachedOn, reached > due {
            found += "，\(reached.inChinese)的数才达到，逾期"
        }
        switch outcome {
        case .undetermined: return "请登记完成时限当天或以后的完成值。\(found)，已过完成时限，尚不知是否完成。"
        case .notMet, .behind:
            let state = progress.isOverdue ? "，逾期未达到" : "，低于目标"
            return (remedy.map { "\($0)。" } ?? "") + found + state + "。"
        case .pending: return (remedy.map { "\($0)。" } ?? "") + found + "。"
        case .met, .notApplicable: return found + "。"
        }
    }
}
