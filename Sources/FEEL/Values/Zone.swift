internal import Foundation
internal import Synchronization

/// Where a time is told: nowhere in particular, at an offset from UTC, or in a region with its own rules.
public enum Zone: Sendable, Hashable {
    /// No zone was written.
    case local
    /// Seconds east of UTC, within 14 hours.
    case offset(Int32)
    /// A region of the IANA time zone database.
    case region(ZoneRegion)

    /// UTC.
    public static let utc = Zone.offset(0)

    /// The offset `duration`; nil beyond 14 hours, and where it has a fraction of a second.
    public init?(offset duration: SecondsDuration) {
        guard duration.nanosecond == 0, (-50_400...50_400).contains(duration.wholeSeconds) else { return nil }
        self = .offset(Int32(duration.wholeSeconds))
    }

    /// The name of the region, for `timezone`.
    public var name: String? {
        if case .region(let region) = self { region.name } else { nil }
    }
}

/// A region of the IANA time zone database, such as `Europe/Paris`.
public final class ZoneRegion: Sendable, Hashable {
    /// The name as it was written.
    public let name: String
    private let zone: TimeZone

    private init(name: String, zone: TimeZone) {
        self.name = name
        self.zone = zone
    }

    /// The regions met so far; there are only some hundreds.
    private static let known = Mutex<[String: ZoneRegion]>([:])

    /// The region of this name; nil where the database has none.
    public static func named(_ name: String) -> ZoneRegion? {
        known.withLock { known in
            if let region = known[name] { return region }
            guard name.first?.isLetter == true, let zone = TimeZone(identifier: name) else { return nil }
            let region = ZoneRegion(name: name, zone: zone)
            known[name] = region
            return region
        }
    }

    /// Regions are the same when they are written alike.
    public static func == (left: ZoneRegion, right: ZoneRegion) -> Bool { left.name == right.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// The seconds east of UTC at an instant, in seconds since 1970.
    func offset(at instant: Int) -> Int {
        // The rules of today go on for ever, and the calendar repeats every 400 years; local mean time came before.
        let cycle = 146_097 * SecondsDuration.secondsPerDay
        let nearby =
            instant > 2 * cycle
            ? instant.flooredQuotientAndRemainder(by: cycle).remainder + cycle : max(instant, -cycle)
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(nearby)))
    }

    /// The seconds east of UTC when clocks there show `local`, in seconds since 1970 as if it were UTC.
    /// A time that clocks show twice is the first of the two; one they skip is told by the offset before the gap.
    func offset(atLocal local: Int) -> Int {
        let before = offset(at: local - SecondsDuration.secondsPerDay)
        let after = offset(at: local + SecondsDuration.secondsPerDay)
        guard before != after, offset(at: local - before) != before else { return before }
        return offset(at: local - after) == after ? after : before
    }

    /// The seconds east of UTC outside summer time, which is what a time without a date can know.
    var standardOffset: Int {
        let reference = Date(timeIntervalSince1970: 1_704_067_200)  // 2024-01-01
        return zone.secondsFromGMT(for: reference) - Int(zone.daylightSavingTimeOffset(for: reference))
    }
}

// MARK: - Text

extension Zone: CustomStringConvertible {
    /// Reads what follows a time to the end of the text: nothing, `Z`, `+08:00`, `+08:00:30` or `@Asia/Shanghai`.
    init?(_ scanner: inout TemporalScanner) {
        if scanner.isAtEnd {
            self = .local
        } else if scanner.take("Z") || scanner.take("z") {
            self = .utc
        } else if scanner.take("@") {
            guard let region = ZoneRegion.named(scanner.remainder) else { return nil }
            self = .region(region)
            return
        } else {
            let isWest = scanner.take("-")
            guard isWest || scanner.take("+"), let hours = scanner.number(digits: 2...2), scanner.take(":"),
                let minutes = scanner.number(digits: 2...2), minutes < 60
            else { return nil }
            var seconds = 0
            if scanner.take(":") {
                guard let written = scanner.number(digits: 2...2), written < 60 else { return nil }
                seconds = written
            }
            let magnitude = hours * 3600 + minutes * 60 + seconds
            self.init(offset: SecondsDuration(seconds: isWest ? -magnitude : magnitude))
        }
        guard scanner.isAtEnd else { return nil }
    }

    /// `Z`, `+08:00`, `@Europe/Paris`, or nothing.
    public var description: String {
        switch self {
        case .local: return ""
        case .region(let region): return "@\(region.name)"
        case .offset(0): return "Z"
        case .offset(let offset):
            let seconds = Int(offset.magnitude)
            let text = "\((seconds / 3600).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
            let rest = seconds % 60 == 0 ? "" : ":\((seconds % 60).padded(to: 2))"
            return (offset < 0 ? "-" : "+") + text + rest
        }
    }
}
