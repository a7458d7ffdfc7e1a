package import FEEL

/// A task of a consortium's year, broken down to the member unit that answers for it (任务表).
package struct MemberTask: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        case open, ongoing, done

        package var title: String {
            switch self {
            case .open: "未开始"
            case .ongoing: "进行中"
            case .done: "已完成"
            }
        }

        private var otherWords: [String] {
            switch self {
            case .open: ["未启动", "未开展", "待启动"]
            case .ongoing: ["推进中", "正在推进", "正在进行", "未完成", "延期"]
            case .done: ["完成", "办结", "已办结", "100%"]
            }
        }

        /// Nil where the text means none of them.
        package static func reading(_ text: String) -> State? {
            let word = text.filter { !$0.isWhitespace }
            return allCases.first {
                $0.title == word || $0.rawValue == word.lowercased() || $0.otherWords.contains(word)
            }
        }
    }

    package let consortium: String
    package let year: ReportingYear
    package let title: String
    /// The member unit that answers for it; empty where the entry names none.
    package let unit: String
    package let due: CalendarDate?
    /// As it is written.
    package let stateText: String
    package let completedOn: CalendarDate?
    package let source: CellSource

    package init(
        consortium: String, year: ReportingYear, title: String, unit: String = "", due: CalendarDate? = nil,
        stateText: String, completedOn: CalendarDate? = nil, source: CellSource
    ) {
        self.consortium = consortium
        self.year = year
        self.title = title
        self.unit = unit
        self.due = due
        self.stateText = stateText
        self.completedOn = completedOn
        self.source = source
    }

    /// What an entry of the form `tasks` says, whose cells are kept as they were read; nil where it names no year.
    package init?(_ entry: RegisterEntry) {
        guard let year = entry.values["year"].flatMap({ ReportingYear(text: $0) }) else { return nil }
        self.init(
            consortium: entry.consortium, year: year, title: entry.values["task"] ?? "",
            unit: entry.values["unit"] ?? "", due: entry.values["due"].flatMap { CalendarDate($0) },
            stateText: entry.values["state"] ?? "",
            completedOn: entry.values["completedOn"].flatMap { CalendarDate($0) }, source: entry.source)
    }

    package var state: State? { State.reading(stateText) }
}
