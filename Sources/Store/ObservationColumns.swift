internal import FEEL
internal import Standards

/// What the column `content` of an observation says, and so where its value stands.
enum ObservationContent: Int64 {
    case missing, notApplicable, rejected, number, truth, text, withdrawn
}

/// A value as the columns content, coefficient, exponent and text hold it.
///
/// A number is `coefficient` × 10^`exponent` where that is exact with a coefficient below 2^53; one that is longer,
/// up to the 34 digits of a decimal, is its text.
struct ObservationColumns {
    var content: Int64
    var coefficient: Int64?
    var exponent: Int64?
    var text: String?
}

extension ObservationColumns {
    init(_ value: ObservedValue) {
        func columns(_ content: ObservationContent, _ coefficient: Int64? = nil, _ text: String? = nil) -> Self {
            Self(content: content.rawValue, coefficient: coefficient, text: text)
        }
        switch value {
        case .missing: self = columns(.missing)
        case .notApplicable: self = columns(.notApplicable)
        case .withdrawn: self = columns(.withdrawn)
        case .rejected(let text): self = columns(.rejected, nil, text)
        case .text(let text): self = columns(.text, nil, text)
        case .truth(let truth): self = columns(.truth, truth ? 1 : 0)
        case .number(let number):
            if let compact = number.compact {
                self = columns(.number, compact.coefficient)
                exponent = Int64(compact.exponent)
            } else {
                self = columns(.number, nil, number.description)
            }
        }
    }

    var value: ObservedValue {
        let text = text ?? ""
        switch ObservationContent(rawValue: content) {
        case .missing, nil: return .missing
        case .notApplicable: return .notApplicable
        case .withdrawn: return .withdrawn
        case .rejected: return .rejected(text)
        case .text: return .text(text)
        case .truth: return .truth(coefficient == 1)
        case .number:
            if let coefficient { return .number(Decimal128(coefficient: coefficient, exponent: Int(exponent ?? 0))) }
            return Decimal128(text).map(ObservedValue.number) ?? .rejected(text)
        }
    }
}

extension Basis {
    /// The column `basis`.
    var column: Int64 {
        switch self {
        case .actual: 0
        case .committed: 1
        }
    }

    init(column: Int64) {
        self = column == 0 ? .actual : .committed
    }
}
