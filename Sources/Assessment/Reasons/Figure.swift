import FEEL
import Standards

/// A figure that goes one way, step by step, as far as figures of its kind can go.
struct Figure {
    let value: Decimal128
    /// The smallest change that is told of, with its sign.
    private let step: Decimal128
    /// How many steps it can go.
    private let reach: Int

    /// - Parameter direction: −1 or 1.
    init(_ indicator: Indicator, _ value: Decimal128, _ direction: Int) {
        self.value = value
        let size = Self.step(of: indicator, value)
        step = size * Decimal128(direction)
        let least: Decimal128 = indicator.isGrowthRate ? -100 : indicator.kind == .rank ? 1 : .zero
        let isShare = indicator.kind == .percent && !indicator.isGrowthRate
        let most: Decimal128 = isShare ? 100 : Self.most
        let room = direction < 0 ? value - least : most - value
        reach = max(0, (room / size).rounded(.down).intValue ?? 0)
    }

    /// Farther than any figure is reported.
    private static let most = Decimal128(coefficient: 1, exponent: 9)

    private static func step(of indicator: Indicator, _ value: Decimal128) -> Decimal128 {
        guard indicator.kind == .amount || indicator.kind == .percent else { return 1 }
        var places = 2
        while places < 9, value.rounded(.down, scale: places) != value { places += 1 }
        return Decimal128(coefficient: 1, exponent: -places)
    }

    func value(after steps: Int) -> Decimal128 { value + Decimal128(steps) * step }

    /// Relative to the figure; 1 where that is 0.
    func change(after steps: Int) -> Decimal128 {
        value.isZero ? .one : (Decimal128(steps) * step / value).magnitude
    }

    /// The fewest steps after which `holds`, which goes on holding; nil where that is no change smaller than `bound`.
    func fewestSteps(below bound: Decimal128?, _ holds: (Decimal128) -> Bool) -> Int? {
        var most = reach
        if let bound {
            guard !value.isZero || bound > .one else { return nil }
            if !value.isZero {
                let limit = (bound * value.magnitude / step.magnitude).rounded(.up).intValue ?? reach
                most = min(most, limit)
                while most > 0, change(after: most) >= bound { most -= 1 }
            }
        }
        guard most > 0, holds(value(after: most)) else { return nil }
        // Near ones are the likely ones: by doubling, then by halving.
        var (low, high) = (0, 1)
        while high < most, !holds(value(after: high)) { (low, high) = (high, min(most, high * 2)) }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(value(after: middle)) { high = middle } else { low = middle }
        }
        return high
    }
}
