import Standards

extension ReportingYear: ExpressibleByIntegerLiteral {
    /// The year of this number.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}
