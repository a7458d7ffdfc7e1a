import FEEL
import Foundation
internal import Safekeeping
import Standards

/// Whom a letter is from.
struct Mailbox {
    let name: String
    let address: String
}

/// A letter as it goes over the wire (RFC 5322, RFC 2045–2047, RFC 2231): the same bytes for the same parcel, so that a
/// letter that arrives twice is one letter to programs of mail.
struct Letter {
    let text: String

    init(_ parcel: Parcel, from sender: Mailbox, to recipients: [String]) {
        let boundary = "part-\(parcel.key)"
        let inner = "alternative-\(parcel.key)"
        var lines = [
            "From: \(EncodedWords.text(sender.name))\r\n <\(sender.address)>",
            "To: " + recipients.joined(separator: ",\r\n "),
            "Subject: " + EncodedWords.text(parcel.subject, after: 9),
            "Date: " + Self.date(parcel.at),
            "Message-ID: \(parcel.messageID)",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed;", " boundary=\"\(boundary)\"",
            "",
            "--\(boundary)",
            "Content-Type: multipart/alternative;", " boundary=\"\(inner)\"",
            "",
        ]
        lines += Self.part(inner, "text/plain; charset=utf-8", Data(parcel.body.utf8))
        if let html = parcel.html { lines += Self.part(inner, "text/html; charset=utf-8", Data(html.utf8)) }
        lines += ["--\(inner)--"]
        for attachment in parcel.attachments {
            let name = attachment.name.printable.percentEncoded
            lines += Self.part(
                boundary, attachment.type, attachment.bytes,
                ["Content-Disposition: attachment;", " filename*=UTF-8''\(name)"])
        }
        lines += ["--\(boundary)--", ""]
        text = lines.joined(separator: "\r\n")
    }

    private static func part(_ boundary: String, _ type: String, _ bytes: Data, _ headers: [String] = []) -> [String] {
        let options: Data.Base64EncodingOptions = [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ]
        return ["--\(boundary)", "Content-Type: \(type)", "Content-Transfer-Encoding: base64"] + headers
            + ["", bytes.base64EncodedString(options: options)]
    }

    /// `Mon, 05 Jan 2026 08:00:00 +0800`
    private static func date(_ instant: Date) -> String {
        let day = ChinaTime.day(of: instant)
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // The first day of 1970 was a Thursday.
        let weekday = weekdays[((day.epochDay + 4) % 7 + 7) % 7]
        let time = ChinaTime.timestamp(instant).dropFirst(11).prefix(8)
        return "\(weekday), \(day.day < 10 ? "0" : "")\(day.day) \(months[day.month - 1]) \(day.year) \(time) +0800"
    }
}

/// Text in the head of a letter that is not all ASCII (RFC 2047).
enum EncodedWords {
    /// Bytes in a word: Base64 makes 60 letters of them, and a word has room for 63.
    private static let room = 45

    /// `text` as words of Base64, one a line, cut between characters.
    /// - Parameter used: the columns of the first line that are taken.
    static func text(_ text: String, after used: Int = 6) -> String {
        let text = text.printable
        var words: [[UInt8]] = [[]]
        // The first line has the name of the field too.
        var limit = room - (used + 3) * 3 / 4
        for character in text {
            let bytes = Array(character.utf8)
            // A character that no word can hold is cut between its scalars.
            let pieces = bytes.count > room ? character.unicodeScalars.map { Array(String($0).utf8) } : [bytes]
            for piece in pieces {
                if let last = words.last, !last.isEmpty, last.count + piece.count > limit {
                    words.append([])
                    limit = room
                }
                words[words.count - 1] += piece
            }
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}
