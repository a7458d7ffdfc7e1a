import Standards

/// What people call the stages of a run and what each counts.
enum StageTitles {
    private static let stages = ["calendar": "日历", "collect": "收数", "assess": "评定", "alert": "告警"]
    private static let counts = [
        "files": "文件", "loaded": "载入", "unchanged": "未变", "quarantined": "隔离", "observations": "数据",
        "errors": "错误", "warnings": "警告", "answered": "已说明", "consortia": "联合体", "pages": "页面", "sent": "已发送",
        "failed": "未送达", "none": "不作结论", "messages": "消息", "receipts": "回执", "events": "事项", "reminders": "提醒",
        "final": "终稿",
    ]

    static func stage(_ name: String) -> String { stages[name] ?? name }

    /// A count is ours or that of a verdict, which the edition names, or one that rates applicants.
    static func count(_ name: String, _ verdicts: [VerdictTable.Row]) -> String {
        counts[name] ?? verdicts.first { $0.verdict == name }?.title ?? name
    }
}
