import Alerts
internal import Safekeeping
import Standards

extension Message {
    /// The message as a page for mail: tables and styles in place, as programs of mail show them.
    var html: String {
        let notices = notices.map(\.html).joined()
        return """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>\(Self.title)</title></head>
            <body style="font-family:'Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#1f2933;line-height:1.6">
            <h1 style="font-size:18px">\(Self.title)</h1>
            <p>\(summary.escapedForHTML)。通知时间：\(ChinaTime.minute(at))。</p>
            \(notices)<p style="color:#5b6b7c;font-size:13px">本邮件由系统发出，请勿直接回复。各项依据见档案页，认定以主管部门决定为准。</p>
            </body></html>

            """
    }
}

extension Notice {
    private static let colours: [Severity: String] = [.critical: "#b42318", .major: "#b54708", .warning: "#475467"]

    fileprivate var html: String {
        let colour = Self.colours[severity] ?? "#475467"
        let rows = lines.map { line in
            "<tr><th style=\"text-align:left;vertical-align:top;padding:2px 12px 2px 0;white-space:nowrap\">"
                + "\((line.label ?? "").escapedForHTML)</th><td>\(line.text.escapedForHTML)</td></tr>\n"
        }.joined()
        return "<h2 style=\"font-size:15px;border-left:4px solid \(colour);padding-left:8px\">"
            + "\(heading.escapedForHTML)</h2>\n<table>\n\(rows)</table>\n"
    }
}

extension String {
    /// The text as it stands between tags, or in an attribute.
    fileprivate var escapedForHTML: String {
        printable.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
