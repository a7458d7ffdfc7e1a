// DMN 1.5, 10.3.4.5: numeric functions.

extension Builtin {
    static let numbers: [Builtin] = [
        Builtin("decimal", ("n", "scale"), .number, "四舍六入五成双，保留若干位小数") { (n: Decimal128, scale: Int, _) in
            rounded(n, .halfEven, scale)
        },
        Builtin("floor", "n", .number, "不大于它的最大整数") { (n: Decimal128, _) in rounded(n, .floor, 0) },
        Builtin("floor", ("n", "scale"), .number, "不大于它的最大值，保留若干位小数") { (n: Decimal128, scale: Int, _) in
            rounded(n, .floor, scale)
        },
        Builtin("ceiling", "n", .number, "不小于它的最小整数") { (n: Decimal128, _) in rounded(n, .ceiling, 0) },
        Builtin("ceiling", ("n", "scale"), .number, "不小于它的最小值，保留若干位小数") { (n: Decimal128, scale: Int, _) in
            rounded(n, .ceiling, scale)
        },
        Builtin("round up", ("n", "scale"), .number, "远离零进位") { (n: Decimal128, scale: Int, _) in
            rounded(n, .up, scale)
        },
        Builtin("round down", ("n", "scale"), .number, "向零舍去") { (n: Decimal128, scale: Int, _) in
            rounded(n, .down, scale)
        },
        Builtin("round half up", ("n", "scale"), .number, "四舍五入") { (n: Decimal128, scale: Int, _) in
            rounded(n, .halfUp, scale)
        },
        Builtin("round half down", ("n", "scale"), .number, "五舍六入") { (n: Decimal128, scale: Int, _) in
            rounded(n, .halfDown, scale)
        },
        Builtin("abs", "n", .any, "绝对值") { (n: Value, _) in
            switch n {
            case .number(let number): .number(number.magnitude)
            case .monthsDuration(let duration): .monthsDuration(duration.magnitude)
            case .secondsDuration(let duration): .secondsDuration(duration.magnitude)
            default: nil
            }
        },
        Builtin("modulo", ("dividend", "divisor"), .number, "余数，符号同除数") {
            (dividend: Decimal128, divisor: Decimal128, _) in
            .finite(dividend.modulo(divisor))
        },
        Builtin("sqrt", "number", .number, "平方根") { (n: Decimal128, _) in .finite(n.squareRoot) },
        Builtin("log", "number", .number, "自然对数") { (n: Decimal128, _) in .finite(n.naturalLogarithm) },
        Builtin("exp", "number", .number, "e 的幂") { (n: Decimal128, _) in .finite(n.exponential) },
        Builtin("odd", "number", .boolean, "是否奇数") { (n: Decimal128, _) in
            .boolean(n.modulo(Decimal128(2)) == .one)
        },
        Builtin("even", "number", .boolean, "是否偶数") { (n: Decimal128, _) in .boolean(n.modulo(Decimal128(2)).isZero) },
    ]

    private static func rounded(_ number: Decimal128, _ rounding: Decimal128.Rounding, _ scale: Int) -> Value? {
        guard Decimal128.scales.contains(scale) else { return nil }
        return .finite(number.rounded(rounding, scale: scale))
    }
}
