import FEEL

/// A consortium by what had been received by the close of a year's window, or by the end of a later day.
struct Moment: Sendable {
    let subject: Subject
    /// The day on which something of it was next received; nil where that is not known.
    let correctedOn: CalendarDate?
}
