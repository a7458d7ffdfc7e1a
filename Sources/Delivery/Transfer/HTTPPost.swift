import Foundation

/// A JSON text posted to a service, and what it came to.
struct HTTPPost {
    let url: String
    var headers: [String] = []
    let body: String
    /// Certificates to trust in place of the system's.
    var trust: String?
    /// What must not be repeated of what the server said.
    var secrets: [String] = []

    /// - Parameter meaning: what an answer of status 200 to 299 means.
    func send(_ session: Session, meaning: (Transfer.Reply) -> Outcome) -> Outcome {
        let transfer = Transfer(
            url: url, headers: ["Content-Type: application/json; charset=utf-8"] + headers, body: Array(body.utf8),
            trust: trust, timeout: session.timeout)
        let reply = transfer.perform(session.willFinish)
        if let interruption = reply.interruption(hiding: secrets) { return interruption }
        let answer = "服务器应答 \(reply.status)\(reply.quoted(hiding: secrets))"
        switch reply.status {
        case 200...299: return meaning(reply)
        case 429: return .limited("\(answer)，发送过于频繁", for: reply.retryAfter ?? 60)
        case 408, 425, 500...599: return .failed(answer, after: reply.retryAfter)
        case 300...399: return .refused("\(answer)，要求转到别的网址；请改正 url")
        default: return .refused(answer)
        }
    }
}
