/// How a cell or a word stands out on a terminal that shows colours.
package enum TerminalStyle: Sendable, Hashable {
    case plain, bold, dim, red, green, yellow, magenta, cyan

    /// `text` between the escape sequences of the style (ECMA-48 SGR); as it is where `colour` is false.
    func applied(to text: String, colour: Bool) -> String {
        guard colour, let code else { return text }
        return "\u{1b}[\(code)m\(text)\u{1b}[0m"
    }

    private var code: String? {
        switch self {
        case .plain: nil
        case .bold: "1"
        case .dim: "2"
        case .red: "1;31"
        case .green: "32"
        case .yellow: "33"
        case .magenta: "35"
        case .cyan: "36"
        }
    }
}
