package import FEEL

/// All numbers from one to another, both included; nil is without end.
package struct NumberRange: Sendable, Equatable {
    package var least: Decimal128?
    package var most: Decimal128?

    package init(least: Decimal128? = nil, most: Decimal128? = nil) {
        self.least = least
        self.most = most
    }

    package static let all = NumberRange()

    package func contains(_ number: Decimal128) -> Bool {
        least.map { number >= $0 } ?? true && most.map { number <= $0 } ?? true
    }
}

extension Indicator {
    /// What a figure is accepted in: rates of growth alone may be negative, or above a hundred per cent.
    package var accepted: NumberRange {
        if isGrowthRate { return .all }
        return NumberRange(least: .zero, most: kind == .percent ? 100 : nil)
    }
}
