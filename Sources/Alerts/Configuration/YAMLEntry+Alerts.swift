package import Configuration
import FEEL
package import Foundation
import Standards

extension YAMLEntry {
    /// A condition such as `severity="critical"`.
    func matcher(knowing vocabulary: Vocabulary) -> Matcher? {
        let matcher: Matcher
        do throws(MatcherError) {
            matcher = try Matcher(text)
        } catch {
            report(expected: error.expected, found: error.found, remedy: error.remedy, suggestion: error.suggestion)
            return nil
        }
        if let values = vocabulary.values(of: matcher.label), matcher.comparesWhole, !values.contains(matcher.value) {
            report(
                expected: "\(matcher.label.rawValue) 的值应为 \(values.joined(separator: "、")) 之一",
                found: "读到“\(matcher.value)”", remedy: "请改为其中之一",
                suggestion: NameSuggestion.nearest(to: matcher.value, among: values))
        }
        if matcher.label == .province || matcher.label == .prefecture, matcher.comparesWhole,
            !RegionCode.isCode(matcher.value)
        {
            report(
                expected: "\(matcher.label.rawValue) 的值应为 GB/T 2260 六位代码", found: "读到“\(matcher.value)”",
                remedy: "请写代码，如湖南省写 430000")
        }
        return matcher
    }

    /// A list of at least one condition such as `severity="critical"`, each of which something can meet.
    func matchers(knowing vocabulary: Vocabulary) -> [Matcher] {
        if items.isEmpty {
            report(expected: "应至少有一个匹配条件", found: "一个也没有", remedy: "请补上，或删去这一项")
        }
        return items.compactMap { $0.matcher(knowing: vocabulary) }
    }

    /// A span of the day such as `09:00-17:30`, in minutes; the end may be 24:00.
    var minutesOfDay: Range<Int>? {
        func minutes(_ hour: Substring, _ minute: Substring) -> Int? {
            guard let hour = Int(hour), let minute = Int(minute), minute < 60 else { return nil }
            return hour * 60 + minute
        }
        if let match = rawText?.wholeMatch(of: /(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})/),
            let from = minutes(match.1, match.2), let to = minutes(match.3, match.4), from < to, to <= 1_440
        {
            return from..<to
        }
        report(expected: "应为一天之内的时段", remedy: "请写成 \"09:00-17:30\" 的样子；跨午夜的分成两段")
        return nil
    }

    /// A day such as `2026-02-15`, or `2026-02-15/2026-02-23`.
    var days: ClosedRange<CalendarDate>? {
        let ends = (rawText ?? "").split(separator: "/", omittingEmptySubsequences: false).map { CalendarDate($0) }
        if (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last {
            return first...last
        }
        report(expected: "应为日期，或起止两个日期", remedy: "请写成 2026-02-15 或 2026-02-15/2026-02-23 的样子")
        return nil
    }

    /// A share of a hundred such as `10%`.
    var percent: Int? {
        if let match = rawText?.wholeMatch(of: /(\d{1,2})%/), let value = Int(match.1) { return value }
        report(expected: "应为百分比", remedy: "请写成 10% 的样子")
        return nil
    }

    /// A list of labels.
    var labels: [LabelName] {
        items.compactMap { $0.word() }
    }

    /// A name among those of the receivers.
    func receiver(among names: [String]) -> String? {
        let name = text
        guard !names.contains(name) else { return name }
        report(
            expected: "应为 receivers 中的名称", remedy: "请改为 \(names.joined(separator: "、")) 之一，或在 receivers 中补上",
            suggestion: NameSuggestion.nearest(to: name, among: names))
        return nil
    }

    /// A time span such as `30m`, `24h`, `7d` or `1d12h`, in seconds.
    package var duration: TimeInterval? {
        if let seconds = rawText.flatMap(TimeInterval.init(span:)) { return seconds }
        report(expected: "应为时长", remedy: "请写成 30s、30m、24h、7d 或 2w 的样子")
        return nil
    }

    var dayOfYear: DayOfYear? {
        if let day = rawText.flatMap(DayOfYear.init) { return day }
        report(expected: "应为每年都有的一天", remedy: "请写成 12-31 的样子")
        return nil
    }
}

extension TimeInterval {
    /// Reads numbers with the units w, d, h, m and s, each at most once and the longer first; nil where the text is
    /// something else, or no time at all.
    package init?(span text: String) {
        guard
            let match = text.wholeMatch(
                of: /(?:(\d{1,3})w)?(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,8})s)?/)
        else {
            return nil
        }
        let (_, weeks, days, hours, minutes, rest) = match.output
        let parts: [(Substring?, Int)] = [
            (weeks, 7 * 86_400), (days, 86_400), (hours, 3_600), (minutes, 60), (rest, 1),
        ]
        let seconds = parts.reduce(0) { $0 + ($1.0.flatMap { Int($0) } ?? 0) * $1.1 }
        guard seconds > 0 else { return nil }
        self.init(seconds)
    }
}
