import UseCases

extension ExitStatus {
    /// As `--help` says it.
    var title: String {
        switch self {
        case .done: Language.text("完成", "done")
        case .doneWithFindings:
            Language.text("完成，但有 --fail-on 所指程度的问题或结果", "done, with findings or triggers when --fail-on LEVEL asks")
        case .configuration:
            Language.text(
                "配置或用法有误；目录不可写、磁盘已满也属此类",
                "bad configuration or usage; a place that cannot be written (read-only, disk full)")
        case .input: Language.text("有文件未能收取", "a file could not be taken in")
        case .delivery: Language.text("告警没有送达", "delivery failed")
        case .check:
            Language.text(
                "核对不符（verify、rules test、rules coverage）", "a check failed (verify, rules test, rules coverage)")
        case .tooOld:
            Language.text("距最近一次成功的运行过久（status --max-age）", "the last good run is too old (status --max-age)")
        case .locked:
            Language.text("另一次运行或另一个程序正在使用数据库", "another run holds the lock, or another process the database")
        }
    }
}
