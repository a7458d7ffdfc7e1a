extension Value {
    /// Negative, zero or positive as this comes before, with or after `other`; nil where FEEL orders them not: values
    /// of two kinds, null, lists, contexts, times of which only one has a zone.
    func compared(to other: Value) -> Int? {
        switch (self, other) {
        case (.number(let left), .number(let right)): left < right ? -1 : left == right ? 0 : 1
        case (.string(let left), .string(let right)): left.comparedByCodePoint(to: right)
        case (.date(let left), .date(let right)): left < right ? -1 : left == right ? 0 : 1
        case (.time(let left), .time(let right)): left.compared(to: right)
        case (.dateTime(let left), .dateTime(let right)): left.compared(to: right)
        case (.date(let left), .dateTime(let right)):
            DateAndTime(midnightOf: left).compared(to: right)
        case (.dateTime(let left), .date(let right)):
            left.compared(to: DateAndTime(midnightOf: right))
        case (.monthsDuration(let left), .monthsDuration(let right)): left < right ? -1 : left == right ? 0 : 1
        case (.secondsDuration(let left), .secondsDuration(let right)): left < right ? -1 : left == right ? 0 : 1
        default: nil
        }
    }
}

extension String {
    /// The order of code points, which that of UTF-8 is; Swift's own order makes canonical equivalents equal.
    func comparedByCodePoint(to other: String) -> Int {
        if utf8.elementsEqual(other.utf8) { return 0 }
        return utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
    }

    /// Whether both are the same code points.
    func hasSameCodePoints(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}

extension DateAndTime {
    /// The midnight in UTC that a date stands for where FEEL wants a date and time (DMN 1.5, 10.3.2.9.4).
    init(midnightOf date: CalendarDate) {
        self.init(date: date, time: .midnight(in: .utc))
    }
}
