import FEEL
import Standards

// Lists and reports that are to be published again and again, held against the register of documents.

extension ProgrammePart {
    /// From so many days before the last on which one is fresh people are reminded of it.
    static let notice = 30

    /// How one publication of one consortium stands.
    func result(
        _ entry: Entry, _ publication: Publication, _ member: ProgrammeRegister.Member, _ context: Value,
        _ register: ProgrammeRegister
    ) -> ProgrammeResult {
        let today = register.today
        let sent = member.filings.filter { publication.isMeant(by: $0.kind) && $0.day <= today }
        // Which is freshest, not which came last: an old one may be registered late.
        let freshest = sent.compactMap { filing in publication.freshUntil(filing).map { (filing: filing, until: $0) } }
            .max { $0.until < $1.until }
        let inputs: [Value] =
            [
                .string(member.consortium.name), .number(Decimal128(register.year.value)), .date(today),
                RuleVocabulary.date(freshest?.until), .list([context]), context,
            ] + tables + [.null, RuleVocabulary.date(freshest?.until)]
        func result(_ outcome: ProgrammeOutcome, _ text: String) -> ProgrammeResult {
            ProgrammeResult(
                asked: entry.asked, province: province, subject: member.consortium.id,
                title: member.consortium.name, consortia: [member.consortium.id], outcome: outcome, number: nil,
                shown: freshest.map { "\($0.filing.day.inChinese)发布" } ?? "", text: text,
                freshness: Freshness(published: freshest?.filing.day, until: freshest?.until))
        }
        let isAsked = entry.applies.map { $0.truth(inputs) } ?? member.hasTitle
        guard let isAsked else { return result(.undetermined, "登记不全，尚不能判断。") }
        guard isAsked else { return result(.notApplicable, "不适用") }
        guard let freshest, let isFresh = entry.demand?.evaluate(inputs).boolean else {
            return result(.undetermined, "没有登记。已发布的，请在材料登记表登记发布日期。")
        }
        let (day, until) = (freshest.filing.day.inChinese, freshest.until.inChinese)
        guard isFresh else {
            let days = today.epochDay - freshest.until.epochDay
            return result(
                entry.check.isAdvice ? .behind : .notMet, "请更新发布并登记。上次\(day)发布，应于\(until)前更新，已过\(days)天。")
        }
        guard freshest.until.epochDay - today.epochDay > Self.notice else {
            return result(.pending, "请于\(until)前更新发布并登记。上次\(day)发布。")
        }
        return result(.met, "\(day)发布，\(until)前更新。")
    }
}
