import Foundation

/// What a robot's service answers with status 200: a code that is 0 where it has taken the message, and words.
struct RobotReply {
    let code: Int
    let words: String

    /// Nil where the answer is no such thing.
    /// - Parameters: the names of the two, the first that is there counts.
    init?(_ text: String, code codes: [String], words names: [String]) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let code = codes.lazy.compactMap({ object[$0] as? Int }).first
        else { return nil }
        self.code = code
        words = names.lazy.compactMap { object[$0] as? String }.first ?? ""
    }
}

extension Transfer.Reply {
    /// What a robot's answer comes to.
    func outcome(by codes: Robot.Codes, hiding secrets: [String]) -> Outcome {
        guard let reply = RobotReply(text, code: codes.code, words: codes.words) else {
            return .uncertain("应答无法识别\(quoted(hiding: secrets))，是否送达不明")
        }
        if reply.code == 0 { return .sent }
        let said = "错误码 \(reply.code)\(quoted(hiding: secrets))"
        if let seconds = codes.limits[reply.code] { return .limited("\(said)，发送过于频繁", for: seconds) }
        return codes.passing.contains(reply.code) ? .failed(said, after: nil) : .refused(said)
    }
}
