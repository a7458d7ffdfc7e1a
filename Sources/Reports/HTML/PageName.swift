/// The file of a consortium's page, and the address that links to it.
///
/// An id is what a sender typed, so it may hold slashes, dots or spaces: letters, digits and hyphens stand in a file's
/// name as they are, any other character as an underscore and its number in hexadecimal.
struct PageName: Hashable {
    /// Without the directory: `C001.html`.
    let file: String

    init(consortium id: String) {
        file =
            id.unicodeScalars.map { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal || scalar == "-"
                    ? String(scalar) : "_" + String(scalar.value, radix: 16) + "_"
            }.joined() + ".html"
    }

    /// Relative to the overview, as an address: what is not ASCII in percent encoding.
    var address: String { "consortium/" + Self.percentEncoded(file) }

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            byte < 0x80
                ? String(Unicode.Scalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
