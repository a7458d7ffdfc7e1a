import Alerts
import Standards

/// Alerts cut into as many messages as a limit of bytes asks for: between alerts where that is possible, else between the
/// lines of one, else between its characters. Nothing is left out.
struct Digest {
    struct Part: Hashable {
        /// `产教联合体监测告警（第 2 条，共 3 条）`
        let title: String
        /// The first of an alert is its heading.
        var lines: [Notice.Line] = []
        /// The alerts that are told with this part.
        var alerts: [LoggedNotification] = []
    }

    let parts: [Part]
    /// Of a title, in bytes; it says what is common, and that is short.
    private static let longestSummary = 240

    /// - Parameters:
    ///   - limit: of bytes.
    ///   - cost: the bytes that a line adds to a message.
    ///   - frame: the bytes of a message without lines, its title included.
    init(
        _ message: Message, limit: Int, frame: (String) throws -> Int, cost: (Notice.Line) throws -> Int
    ) throws {
        let summary = message.summary.prefix(bytes: Self.longestSummary)
        // The numbers of the parts are known last, so the longest are reckoned with.
        let room = limit - (try frame(Self.title(summary, part: 999, of: 999)))
        var parts: [Part] = []
        var part = Part(title: "")
        var used = 0
        func close() {
            if !part.lines.isEmpty { parts.append(part) }
            part = Part(title: "")
            used = 0
        }
        for notice in message.notices {
            let whole = notice.everything
            let size = try whole.reduce(0) { try $0 + cost($1) }
            if used + size > room { close() }
            if size > room {
                for line in try whole.flatMap({ try Self.cut($0, to: room, cost) }) {
                    if used + (try cost(line)) > room { close() }
                    part.lines.append(line)
                    used += try cost(line)
                }
            } else {
                part.lines += whole
                used += size
            }
            if let entry = notice.entry { part.alerts.append(entry) }
        }
        close()
        self.parts = parts.enumerated().map { index, part in
            Part(title: Self.title(summary, part: index + 1, of: parts.count), lines: part.lines, alerts: part.alerts)
        }
    }

    private static func title(_ summary: String, part: Int, of count: Int) -> String {
        let head = "\(Message.title)：\(summary)"
        return count > 1 ? "\(head)（第 \(part)/\(count) 条消息）" : head
    }

    /// `line`, or the pieces of it that there is room for, each with its label.
    private static func cut(
        _ line: Notice.Line, to room: Int, _ cost: (Notice.Line) throws -> Int
    ) throws -> [Notice.Line] {
        guard try cost(line) > room else { return [line] }
        // A character may be longer than any room, by marks upon marks: then it is cut as well.
        let units = try line.text.flatMap { character -> [String] in
            let unit = String(character)
            guard try unit.utf8.count > 8 && cost(Notice.Line(label: line.label, text: unit)) > room else {
                return [unit]
            }
            return unit.unicodeScalars.map { String($0) }
        }
        var pieces: [Notice.Line] = []
        var rest = units[...]
        while !rest.isEmpty {
            func hasRoom(for count: Int) throws -> Bool {
                try cost(Notice.Line(label: line.label, text: rest.prefix(count).joined())) <= room
            }
            // Between a number that fits and the first power of two that does not.
            var (fits, fails) = (1, 2)
            while fails <= rest.count, try hasRoom(for: fails) { (fits, fails) = (fails, fails * 2) }
            fails = min(fails, rest.count + 1)
            while fails - fits > 1 {
                let middle = (fits + fails) / 2
                if try hasRoom(for: middle) {
                    fits = middle
                } else {
                    fails = middle
                }
            }
            pieces.append(Notice.Line(label: line.label, text: rest.prefix(fits).joined()))
            rest = rest.dropFirst(fits)
        }
        return pieces
    }
}

extension String {
    /// As many whole characters from the beginning as so many bytes hold.
    func prefix(bytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var room = limit
        return String(
            prefix { character in
                room -= character.utf8.count
                return room >= 0
            })
    }
}
