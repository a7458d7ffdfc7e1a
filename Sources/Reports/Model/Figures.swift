/// Numbers as people read them in a report.
enum Figures {
    /// What stands where there is no figure.
    static let none = "—"

    /// The number of a heading below one with 一、: `（二）`.
    static func ordinal(_ number: Int) -> String {
        let numerals = Array("一二三四五六七八九十")
        return numerals.indices.contains(number - 1) ? "（\(numerals[number - 1])）" : "（\(number)）"
    }

    /// A share as a percentage of one decimal: 0.905 is `90.5%`. A share short of the whole never reads as `100.0%`.
    static func percent(_ share: Double) -> String {
        guard share.isFinite else { return none }
        let tenths = (share * 1000).rounded()
        return decimal(share < 1 && tenths == 1000 ? 99.9 : tenths / 10, places: 1) + "%"
    }

    /// `value` rounded to `places` decimals, none left out: `12.50`.
    static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return none }
        let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
        let scaled = Int64((value.magnitude * scale).rounded())
        let digits = String(scaled / Int64(scale))
        let sign = value < 0 && scaled != 0 ? "−" : ""
        guard places > 0 else { return sign + digits }
        let decimals = String(scaled % Int64(scale))
        return "\(sign)\(digits).\(String(repeating: "0", count: places - decimals.count))\(decimals)"
    }

    /// The same with a plus before what is above zero.
    static func signed(_ value: Double, places: Int) -> String {
        let text = decimal(value, places: places)
        return value > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
    }

    /// A change as a signed percentage: 0.25 is `+25.0%`.
    static func change(_ share: Double) -> String {
        share.isFinite ? signed(share * 100, places: 1) + "%" : none
    }

    /// A figure of about four significant digits: slopes come in any magnitude.
    static func compact(_ value: Double) -> String {
        let places =
            switch value.magnitude {
            case ..<0.1: 4
            case ..<10: 3
            case ..<100: 2
            case ..<1000: 1
            default: 0
            }
        let text = decimal(value, places: places)
        guard text.contains(".") else { return text }
        let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(trimmed.reversed())
    }
}
