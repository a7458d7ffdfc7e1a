@testable import Assessment

extension Series {
    /// Calls `body` with a series of `values` in successive years; nil is a year without one.
    static func with<Result>(_ values: [Double?], _ body: (Series) -> Result) -> Result {
        let reported = values.enumerated().compactMap { time, value in value.map { (time, $0) } }
        return reported.map(\.0).withUnsafeBufferPointer { times in
            reported.map(\.1).withUnsafeBufferPointer { values in body(Series(times: times, values: values)) }
        }
    }
}

/// Whether two statistics are the same: both NaN, or no further apart than rounding explains.
func isNear(_ left: Double, _ right: Double) -> Bool {
    left.isNaN && right.isNaN || abs(left - right) <= 1e-12 * max(1, abs(left), abs(right))
}
