internal import FEEL
package import Foundation
package import Reports
internal import Standards

extension YearCalendar {
    /// A line a duty, for people and spreadsheets.
    package var table: TerminalTable {
        var table = TerminalTable(columns: [
            .init("截止"), .init("星期"), .init("开始"), .init("事项"), .init("年度"), .init(party == nil ? "办理" : "分工"),
            .init("依据"), .init("来文"), .init("提醒"),
        ])
        for entry in entries {
            let (occurrence, duty) = (entry.occurrence, entry.occurrence.duty)
            table.append([
                .init(occurrence.dueOn.description),
                .init(occurrence.dueOn.weekdayTitle + (entry.isWorkingDay ? "" : "，休息日")),
                .init(occurrence.opensOn?.description ?? "—"), .init(duty.title), .init(occurrence.year.description),
                .init(entry.part), .init(duty.basis == .clause ? "原文" : "暂定口径"),
                .init(reference(of: duty) ?? "—"),
                .init(entry.reminders.map { $0.day.description }.joined(separator: "、")),
            ])
        }
        return table
    }

    /// 教职成厅函〔2023〕23号，正文; nil where no source is named.
    private func reference(of duty: Duty) -> String? {
        duty.reference.map { reference in
            let document = edition.documents.first { $0.id == reference.document }
            return "\(document?.number ?? document?.title ?? reference.document) \(reference.place)"
        }
    }

    /// One JSON object, its keys in order.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = entries.map { entry in
            let (occurrence, duty) = (entry.occurrence, entry.occurrence.duty)
            return CalendarJSON.Entry(
                id: occurrence.id, title: duty.title, year: occurrence.year.value, who: duty.who.rawValue,
                through: duty.through?.rawValue, to: duty.to.map(\.rawValue), province: duty.province,
                opensOn: occurrence.opensOn?.description, dueOn: occurrence.dueOn.description,
                isWorkingDay: entry.isWorkingDay, basis: duty.basis.rawValue, reference: reference(of: duty),
                reminders: entry.reminders.map { .init(day: $0.day.description, workingDays: $0.workingDays) })
        }
        let calendar = CalendarJSON(year: year, edition: edition.id, entries: lines, warnings: warnings)
        return String(decoding: try encoder.encode(calendar), as: UTF8.self) + "\n"
    }

    /// An event for each first and each last day. Alarms ring at nine in China on the working days before.
    package func iCalendar(madeAt: Date) -> ICalendar {
        let events = entries.flatMap { entry -> [ICalendar.Event] in
            let (occurrence, duty) = (entry.occurrence, entry.occurrence.duty)
            let description = [
                "办理：\(duty.who.title)", duty.through.map { "审核同意：\($0.title)" },
                duty.to.isEmpty ? nil : "接收：\(duty.to.map(\.title).joined(separator: "、"))",
                "依据：\(reference(of: duty) ?? duty.basis.title)",
                entry.isWorkingDay ? nil : "当天是休息日，此前最后一个工作日是 \(workdays.day(1, before: occurrence.dueOn))",
            ].compactMap(\.self).joined(separator: "\n")
            func event(_ day: CalendarDate, _ what: String, _ suffix: String, _ alarms: [Date]) -> ICalendar.Event {
                ICalendar.Event(
                    uid: "\(edition.id).\(duty.id).\(occurrence.year)\(suffix)@consortium-monitor", day: day,
                    summary: "\(what)：\(occurrence.title)", description: description, categories: ["产教联合体"],
                    alarms: alarms)
            }
            let alarms = entry.reminders.filter { $0.workingDays > 0 }.map {
                ChinaTime.start(of: $0.day).addingTimeInterval(Self.alarmTime)
            }
            return (occurrence.opensOn.map { [event($0, "开始", ".opens", [])] } ?? [])
                + [event(occurrence.dueOn, "截止", "", alarms)]
        }
        return ICalendar(name: title, events: events, madeAt: madeAt)
    }

    /// Seconds after midnight: nine o'clock.
    private static let alarmTime: TimeInterval = 9 * 3600
}

private struct CalendarJSON: Encodable {
    struct Reminder: Encodable {
        let day: String
        /// Before the last day; negative after it.
        let workingDays: Int
    }

    struct Entry: Encodable {
        let id: String
        let title: String
        let year: Int
        let who: String
        let through: String?
        let to: [String]
        let province: String?
        let opensOn: String?
        let dueOn: String
        let isWorkingDay: Bool
        let basis: String
        let reference: String?
        let reminders: [Reminder]
    }

    let year: Int
    let edition: String
    let entries: [Entry]
    let warnings: [String]
}
