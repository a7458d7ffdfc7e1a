internal import CCurl
import Foundation
internal import Safekeeping

extension Transfer.Reply {
    /// What an exchange that did not come to its end was: nil for one that did.
    /// - Parameter secrets: what must not be repeated of what the server said.
    func interruption(hiding secrets: [String]) -> Outcome? {
        guard !isComplete else { return nil }
        if let refusal { return .failed("发送前无法记账：\(refusal)", after: nil) }
        let reason = Self.reasons[code.rawValue] ?? "连接出错，编号 \(code.rawValue)"
        return isFinished ? .uncertain("\(reason)，是否送达不明") : .failed(reason, after: nil)
    }

    /// What the server said, as part of a sentence: one line, not long, without secrets. Empty where it said nothing.
    func quoted(hiding secrets: [String]) -> String {
        let hidden = secrets.filter { $0.count > 3 }.reduce(text) { $0.replacing($1, with: "（已隐去）") }
        let line = hidden.printable.trimmingCharacters(in: .whitespaces)
        return line.isEmpty ? "" : "，对方称“\(line.prefix(160))”"
    }

    /// libcurl's codes in words; its English reaches nobody.
    private static let reasons: [UInt32: String] = [
        CURLE_COULDNT_RESOLVE_HOST.rawValue: "查不到服务器的地址",
        CURLE_COULDNT_RESOLVE_PROXY.rawValue: "查不到代理服务器的地址",
        CURLE_COULDNT_CONNECT.rawValue: "连接不上服务器",
        CURLE_WEIRD_SERVER_REPLY.rawValue: "服务器的应答无法识别",
        CURLE_OPERATION_TIMEDOUT.rawValue: "服务器没有在时限内应答",
        CURLE_SSL_CONNECT_ERROR.rawValue: "TLS 握手失败",
        CURLE_PEER_FAILED_VERIFICATION.rawValue: "服务器的 TLS 证书未通过验证",
        CURLE_SSL_CACERT_BADFILE.rawValue: "读不出 ca_file 指明的证书文件",
        CURLE_USE_SSL_FAILED.rawValue: "服务器不支持 STARTTLS",
        CURLE_LOGIN_DENIED.rawValue: "登录被拒绝",
        CURLE_GOT_NOTHING.rawValue: "服务器没有应答就断开了连接",
        CURLE_SEND_ERROR.rawValue: "发送中连接中断",
        CURLE_RECV_ERROR.rawValue: "等待应答时连接中断",
        CURLE_PARTIAL_FILE.rawValue: "服务器的应答不完整",
        CURLE_URL_MALFORMAT.rawValue: "地址写错了",
        CURLE_UNSUPPORTED_PROTOCOL.rawValue: "地址的协议不受支持",
    ]
}
