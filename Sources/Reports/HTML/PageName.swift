internal import Safekeeping

/// The file of a consortium's page, and the address that links to it.
struct PageName: Hashable {
    /// Without the directory: `C001.html`.
    let file: String

    init(consortium id: String) {
        file = FileStem(id).text + ".html"
    }

    /// Relative to the overview, as an address: what is not ASCII in percent encoding.
    var address: String { "consortium/" + Self.percentEncoded(file) }

    static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            byte < 0x80
                ? String(Unicode.Scalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
