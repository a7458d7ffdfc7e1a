package import FEEL
package import Foundation

/// A calendar for other programs, as RFC 5545 has it: events of whole days with their alarms.
package struct ICalendar: Sendable {
    package struct Event: Sendable {
        /// The same for the same event in every export, so that importing again replaces it (§3.8.4.7).
        package let uid: String
        package let day: CalendarDate
        package let summary: String
        package let description: String
        package let categories: [String]
        /// When a program is to remind of it.
        package let alarms: [Date]

        package init(
            uid: String, day: CalendarDate, summary: String, description: String, categories: [String] = [],
            alarms: [Date] = []
        ) {
            self.uid = uid
            self.day = day
            self.summary = summary
            self.description = description
            self.categories = categories
            self.alarms = alarms
        }
    }

    package let name: String
    package let events: [Event]
    /// When it was made (DTSTAMP).
    package let madeAt: Date

    package init(name: String, events: [Event], madeAt: Date) {
        self.name = name
        self.events = events
        self.madeAt = madeAt
    }

    /// The whole file: UTF-8, lines of at most 75 octets that end with CR and LF (§3.1).
    package var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//consortium-monitor//calendar//ZH", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))",
        ]
        for event in events { lines += self.lines(of: event) }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func lines(of event: Event) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(Self.escaped(event.uid))", "DTSTAMP:\(Self.instant(madeAt))",
            // The end is the first day that no longer belongs to it (§3.6.1).
            "DTSTART;VALUE=DATE:\(Self.day(event.day))", "DTEND;VALUE=DATE:\(Self.day(event.day, plus: 1))",
            "SUMMARY:\(Self.escaped(event.summary))", "DESCRIPTION:\(Self.escaped(event.description))",
        ]
        if !event.categories.isEmpty {
            lines.append("CATEGORIES:\(event.categories.map(Self.escaped).joined(separator: ","))")
        }
        // Nobody is busy all day because something is due on it.
        lines.append("TRANSP:TRANSPARENT")
        for alarm in event.alarms {
            lines += [
                "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(Self.escaped(event.summary))",
                "TRIGGER;VALUE=DATE-TIME:\(Self.instant(alarm))", "END:VALARM",
            ]
        }
        lines.append("END:VEVENT")
        return lines
    }

    /// `20260331`
    private static func day(_ day: CalendarDate, plus days: Int = 0) -> String {
        (CalendarDate(epochDay: day.epochDay + days) ?? day).description.filter { $0 != "-" }
    }

    /// `20260410T010000Z`
    private static func instant(_ instant: Date) -> String {
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
        let (days, second) = (Int((Double(seconds) / 86400).rounded(.down)), ((seconds % 86400) + 86400) % 86400)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = CalendarDate(epochDay: days).map { Self.day($0) } ?? ""
        return "\(day)T\(two(second / 3600))\(two(second / 60 % 60))\(two(second % 60))Z"
    }

    /// A TEXT value (§3.3.11); characters that no line may hold become blanks.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n", "\r": result += "\\n"
            case _ where scalar.properties.generalCategory == .control: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Breaks a line before a character that would not fit into 75 octets; the next begins with a blank, which counts.
    static func folded(_ line: String) -> String {
        var result = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let length = scalar.utf8.count
            if octets + length > 75 {
                result += "\r\n "
                octets = 1
            }
            result.unicodeScalars.append(scalar)
            octets += length
        }
        return result
    }
}
