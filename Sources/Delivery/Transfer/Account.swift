import Foundation
internal import Safekeeping

/// What messages of one sender are counted by at a service.
enum Account {
    /// A name that tells nobody the secret that it is made of.
    static func name(_ kind: String, _ secret: String) -> String {
        "\(kind)-" + SHA256.digest(of: "consortium-monitor \(kind) \(secret)".utf8).prefix(24)
    }
}

extension String {
    /// As a value in the query of an address: everything but letters, digits and `-._~` by its bytes.
    var percentEncoded: String {
        let digits = Array("0123456789ABCDEF")
        return utf8.map { byte in
            switch Character(Unicode.Scalar(byte)) {
            case "a"..."z" where byte < 128, "A"..."Z" where byte < 128, "0"..."9" where byte < 128, "-", ".", "_", "~":
                String(UnicodeScalar(byte))
            default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }.joined()
    }
}
