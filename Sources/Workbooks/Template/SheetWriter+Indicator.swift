internal import Collection
internal import Spreadsheet
internal import Standards

extension SheetWriter {
    /// Lets the cells of an indicator hold what they can mean.
    func restrict(_ range: CellRange, to indicator: Indicator) {
        let first = range.first
        let other = "没有采集请留空；不适用请填“不适用”；要撤回此前报送的数请填“撤回”。"
        let words = [TemplateLayout.notApplicable, TemplateLayout.withdrawn]
        func condition(_ test: String) -> String {
            "=IF(ISNUMBER(\(first)),\(test),OR(\(words.map { "\(first)=\"\($0)\"" }.joined(separator: ","))))"
        }
        switch indicator.kind {
        case .boolean:
            let choices = [TemplateLayout.yes, TemplateLayout.no] + words
            restrict(range, to: choices, message: "请从列表中选择。没有采集请留空。")
        case .choice:
            restrict(range, to: indicator.choices + words, message: "请从列表中选择。没有采集请留空。")
        case .percent where indicator.isGrowthRate:
            restrict(range, where: condition("TRUE"), message: "应为数字，下降的填负数。\(other)")
        case .percent:
            restrict(
                range, where: condition("AND(\(first)>=0,\(first)<=100)"), message: "应为0到100之间的数。\(other)")
        case .rank:
            restrict(
                range, where: condition("AND(\(first)>=1,\(first)=INT(\(first)))"), message: "应为名次，如3。\(other)")
        case .count where !indicator.isDivisible:
            restrict(
                range, where: condition("AND(\(first)>=0,\(first)=INT(\(first)))"),
                message: "应为不小于0的整数，单位为\(indicator.unit)。\(other)")
        case .count, .amount:
            restrict(
                range, where: condition("\(first)>=0"), message: "应为不小于0的数，单位为\(indicator.unit)。\(other)")
        case .text:
            break
        }
    }

    /// Lets the cells of a fund hold amounts.
    func restrictToAmounts(_ range: CellRange) {
        restrict(
            range, where: "=AND(ISNUMBER(\(range.first)),\(range.first)>=0)", message: "应为不小于0的数，单位为万元。没有采集请留空。")
    }
}
