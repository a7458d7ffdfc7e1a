import FEEL
package import Standards

/// An observed value in eight bytes: what a panel is made of.
///
/// The low three bits say what the cell is, the next five hold an exponent of ten (−16…15), the high 56 a coefficient
/// (or the place of a text in the panel's pool). A number is packed when its coefficient is below 2^53, so both its
/// exact decimal and its nearest double come back without loss; any other number stands in the pool as text.
/// A cell of zero bits is a missing value, so a panel starts as zeroed memory.
package struct PackedCell: Hashable, Sendable {
    package let bits: UInt64

    @inlinable
    package init(bits: UInt64) {
        self.bits = bits
    }

    /// Nothing was reported.
    package static let missing = PackedCell(bits: 0)
    package static let notApplicable = PackedCell(tag: .notApplicable, coefficient: 0)

    package enum Tag: UInt64, Sendable {
        case missing = 0
        case number, truth, text, notApplicable, rejected, pooledNumber
    }

    @usableFromInline
    init(tag: Tag, coefficient: Int64, exponent: Int8 = 0) {
        bits = UInt64(bitPattern: coefficient) << 8 | UInt64(UInt8(bitPattern: exponent) & 0x1f) << 3 | tag.rawValue
    }

    /// Packs `value`, putting into `pool` what does not fit eight bytes.
    init(_ value: ObservedValue, pool: inout TextPool) {
        switch value {
        case .missing, .withdrawn: self = .missing
        case .notApplicable: self = .notApplicable
        case .truth(let truth): self.init(tag: .truth, coefficient: truth ? 1 : 0)
        case .text(let text): self.init(tag: .text, coefficient: pool.place(of: text))
        case .rejected(let text): self.init(tag: .rejected, coefficient: pool.place(of: text))
        case .number(let number):
            if let (coefficient, exponent) = number.compact, (-16...15).contains(exponent) {
                self.init(tag: .number, coefficient: coefficient, exponent: exponent)
            } else {
                self.init(tag: .pooledNumber, coefficient: pool.place(of: number.description))
            }
        }
    }

    @inlinable package var tagBits: UInt64 { bits & 7 }
    @inlinable package var coefficient: Int64 { Int64(bitPattern: bits) >> 8 }
    @inlinable package var exponent: Int { Int(Int8(bitPattern: UInt8(truncatingIfNeeded: bits)) >> 3) }

    /// The status of the observation, without unpacking its value.
    package var status: ObservationStatus {
        switch Tag(rawValue: tagBits) {
        case .number, .truth, .text, .pooledNumber: .reported
        case .notApplicable: .notApplicable
        case .rejected: .rejected
        case .missing, nil: .missing
        }
    }

    package var isReported: Bool { status == .reported }

    /// The number as the nearest double; NaN where the cell holds none.
    ///
    /// One rounding: coefficients below 2^53 and powers of ten up to 10^22 are exact doubles.
    @inlinable
    package func double(pool: TextPool) -> Double {
        if tagBits == Tag.number.rawValue {
            let whole = Double(coefficient)
            let exponent = exponent
            if exponent == 0 { return whole }
            return exponent < 0 ? whole / Self.power(of: -exponent) : whole * Self.power(of: exponent)
        }
        return pooledDouble(pool: pool)
    }

    @usableFromInline
    func pooledDouble(pool: TextPool) -> Double {
        guard tagBits == Tag.pooledNumber.rawValue else { return .nan }
        return Double(pool[coefficient]) ?? .nan
    }

    @inlinable
    static func power(of exponent: Int) -> Double {
        switch exponent {
        case 1: 10
        case 2: 100
        case 3: 1_000
        case 4: 10_000
        default: powersOfTen[exponent]
        }
    }

    @usableFromInline
    static let powersOfTen: [Double] = (0...16).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }

    /// The value as it was observed.
    package func value(pool: TextPool) -> ObservedValue {
        switch Tag(rawValue: tagBits) {
        case .number: .number(Decimal128(coefficient: coefficient, exponent: exponent))
        case .truth: .truth(coefficient != 0)
        case .text: .text(pool[coefficient])
        case .notApplicable: .notApplicable
        case .rejected: .rejected(pool[coefficient])
        case .pooledNumber: Decimal128(pool[coefficient]).map(ObservedValue.number) ?? .rejected(pool[coefficient])
        case .missing, nil: .missing
        }
    }
}
