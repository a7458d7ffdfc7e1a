/// Dates, times and durations as Chinese writes them.
enum TemporalText {
    /// `2025-12-31` as 2025年12月31日, `P1Y2M` as 1年2个月; text that is none of these stays as it is.
    static func inChinese(_ text: String) -> String {
        if let date = CalendarDate(text) { return inChinese(date) }
        if let moment = DateAndTime(text) { return "\(inChinese(moment.date))\(moment.time)" }
        if let months = MonthsDuration(text) {
            return signed(
                months < MonthsDuration(months: 0),
                [(months.years, "年"), (months.monthsOfYear, "个月")].compactMap(part), or: "0个月")
        }
        if let duration = SecondsDuration(text) {
            let seconds = duration.seconds
            let parts = [(duration.days, "天"), (duration.hours, "小时"), (duration.minutes, "分钟")].compactMap(part)
            return signed(
                duration < .zero, parts + (seconds.isZero ? [] : ["\(seconds.magnitude)秒"]), or: "0秒")
        }
        return text
    }

    private static func inChinese(_ date: CalendarDate) -> String { "\(date.year)年\(date.month)月\(date.day)日" }

    private static func part(_ amount: Int, _ unit: String) -> String? {
        amount == 0 ? nil : "\(amount.magnitude)\(unit)"
    }

    private static func signed(_ isNegative: Bool, _ parts: [String], or nothing: String) -> String {
        parts.isEmpty ? nothing : (isNegative ? "负" : "") + parts.joined()
    }
}
