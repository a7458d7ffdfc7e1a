internal import CCurl
import Foundation

/// One exchange with a server by libcurl: a request by HTTP, or a letter by SMTP.
struct Transfer {
    /// The way of a letter.
    struct Envelope {
        let sender: String
        let recipients: [String]
        let user: String?
        let password: String?
        /// Whether the connection has to turn to TLS before anything is said.
        let needsTLS: Bool
    }

    let url: String
    var headers: [String] = []
    let body: [UInt8]
    var envelope: Envelope?
    /// Certificates to trust in place of the system's.
    var trust: String?
    let timeout: TimeInterval

    /// What was heard of the server.
    struct Reply {
        let code: CURLcode
        /// The last status of the server; 0 where it said none.
        let status: Int
        /// What the server said: the body of an answer by HTTP, the last line by SMTP.
        let text: String
        /// Seconds that the server asks to wait.
        let retryAfter: TimeInterval?
        /// Whether the last byte may have left.
        let isFinished: Bool
        /// Why the last byte was held back, where it was.
        let refusal: (any Error)?

        var isComplete: Bool { code == CURLE_OK }
    }

    /// Longer answers say nothing more to us.
    private static let longestReply = 65_536

    /// Makes the exchange; returns in time whatever the server does.
    /// - Parameter willFinish: called before the last byte leaves; where it throws, it does not.
    func perform(_ willFinish: @escaping () throws -> Void) -> Reply {
        guard Self.isReady, let handle = curl_easy_init() else {
            return Reply(
                code: CURLE_FAILED_INIT, status: 0, text: "", retryAfter: nil, isFinished: false, refusal: nil)
        }
        defer { curl_easy_cleanup(handle) }
        let exchange = Exchange(body: body, needsEnd: envelope != nil, longest: Self.longestReply, willFinish)
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        var lists: [UnsafeMutablePointer<curl_slist>?] = []
        defer { lists.forEach(curl_slist_free_all) }
        func set(_ option: CURLoption, _ text: String) { ccurl_set_text(handle, option, text) }
        func set(_ option: CURLoption, _ number: Int) { ccurl_set_long(handle, option, number) }
        func set(_ option: CURLoption, _ texts: [String]) {
            let list = texts.reduce(nil) { curl_slist_append($0, $1) }
            lists.append(list)
            ccurl_set_list(handle, option, list)
        }
        set(CURLOPT_URL, url)
        set(CURLOPT_TIMEOUT_MS, max(1, Int(timeout * 1000)))
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(timeout * 1000)))
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        set(CURLOPT_USERAGENT, "consortium-monitor")
        if let trust { set(CURLOPT_CAINFO, trust) }
        if let envelope {
            set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
            set(CURLOPT_USE_SSL, Int((envelope.needsTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE).rawValue))
            set(CURLOPT_MAIL_FROM, "<\(envelope.sender)>")
            set(CURLOPT_MAIL_RCPT, envelope.recipients.map { "<\($0)>" })
            if let user = envelope.user { set(CURLOPT_USERNAME, user) }
            if let password = envelope.password { set(CURLOPT_PASSWORD, password) }
            set(CURLOPT_UPLOAD, 1)
        } else {
            set(CURLOPT_PROTOCOLS_STR, "http,https")
            set(CURLOPT_POST, 1)
            ccurl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, body.count)
            // Nobody waits for leave to send a few kilobytes.
            set(CURLOPT_HTTPHEADER, headers + ["Expect:"])
        }
        ccurl_set_function(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
            Exchange.at(context).read(into: bytes, size * count)
        }
        ccurl_set_pointer(handle, CURLOPT_READDATA, context)
        ccurl_set_function(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            Exchange.at(context).take(bytes, size * count)
        }
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        ccurl_set_function(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            Exchange.at(context).takeHeader(bytes, size * count)
        }
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)

        let code = withExtendedLifetime(exchange) { curl_easy_perform(handle) }
        var status = 0
        ccurl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        return Reply(
            code: code, status: status,
            text: envelope == nil ? String(decoding: exchange.reply, as: UTF8.self) : exchange.lastLine,
            retryAfter: exchange.retryAfter, isFinished: exchange.isFinished, refusal: exchange.refusal)
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}

/// What libcurl's functions of ours work on.
private final class Exchange {
    private let body: [UInt8]
    /// Whether the end of the body is told by an empty read; else its length was told before.
    private let needsEnd: Bool
    private let longest: Int
    private let willFinish: () throws -> Void
    private var offset = 0
    private(set) var reply: [UInt8] = []
    private(set) var lastLine = ""
    private(set) var retryAfter: TimeInterval?
    private(set) var isFinished = false
    private(set) var refusal: (any Error)?

    init(body: [UInt8], needsEnd: Bool, longest: Int, _ willFinish: @escaping () throws -> Void) {
        self.body = body
        self.needsEnd = needsEnd
        self.longest = longest
        self.willFinish = willFinish
    }

    static func at(_ context: UnsafeMutableRawPointer?) -> Exchange {
        guard let context else { preconditionFailure("libcurl was given a context") }
        return Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    }

    func read(into target: UnsafeMutablePointer<CChar>?, _ room: Int) -> Int {
        let count = min(room, body.count - offset)
        let isLast = needsEnd ? count == 0 : offset + count == body.count
        if isLast, !isFinished {
            do {
                try willFinish()
            } catch {
                refusal = error
                return Int(CURL_READFUNC_ABORT)
            }
            isFinished = true
        }
        body.withUnsafeBytes { bytes in
            guard count > 0, let target, let source = bytes.baseAddress else { return }
            memcpy(target, source + offset, count)
        }
        offset += count
        return count
    }

    func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        append(bytes, count, to: &reply)
        return count
    }

    func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        var line: [UInt8] = []
        append(bytes, count, to: &line)
        lastLine = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        let parts = lastLine.split(separator: ":", maxSplits: 1)
        if parts.count == 2, parts[0].lowercased() == "retry-after" {
            retryAfter = TimeInterval(parts[1].trimmingCharacters(in: .whitespaces)).flatMap { $0 >= 0 ? $0 : nil }
        }
        return count
    }

    private func append(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, to target: inout [UInt8]) {
        let room = min(count, longest - target.count)
        guard let bytes, room > 0 else { return }
        target += UnsafeRawBufferPointer(start: bytes, count: room)
    }
}
