internal import Collection
internal import FEEL
internal import Standards

extension SubmissionReceipt {
    /// A line at the head of the receipt.
    struct Fact {
        let label: String
        let text: String
        var isStrong = false
    }

    /// Whose figures of which year these are, what became of them, how far they go and what is next; then what the
    /// submission is known by.
    var facts: [Fact] {
        let counts = FindingSeverity.allCases.reversed().filter { count(of: $0) > 0 }
            .map { "\($0.title)\(count(of: $0))条" }.joined(separator: "，")
        let origin = submission.origin
        let consortium = stand.map { [$0.consortium, $0.name].filter { !$0.isEmpty }.joined(separator: " ") }
        let facts: [(String, String?, Bool)] = [
            ("联合体", consortium ?? origin.consortium, true), ("报告年度", stand.map { "\($0.year)年" }, true),
            ("结果", status.title, true), ("填报进度", progress, true), ("未采用", notTaken, false),
            ("对结论的影响", consequences.sentence, true), ("需要核对", counts.isEmpty ? "无" : counts, false),
            ("已说明", answeredCount > 0 ? "\(answeredCount)条" : nil, false),
            ("说明办法", count(of: .warning) > 0 ? howToAnswer : nil, false),
            ("沿用此前报送", revision(.kept), false), ("撤回此前报送", revision(.takenBack), false),
            ("截止日期", deadline, false), ("重新报送办法", wayBack, false),
            ("报送单位", origin.sender.isEmpty ? origin.authority.title : origin.sender, false),
            ("文件", submission.file, false), ("收到日期", submission.receivedOn?.inChinese, false),
            ("检查时间", ChinaTime.instant(time).map(ChinaTime.minute) ?? time, false),
            ("回执编号", submission.receiptNumber, false), ("SHA-256", submission.sha256, false),
            ("日志头", logHead, false),
        ]
        return facts.compactMap { label, text, isStrong in
            text.map { Fact(label: label, text: $0, isStrong: isStrong) }
        } + submission.declarations.map { Fact(label: $0.title, text: $0.sentence) }
    }

    /// `已填98/116个观测点（其中不适用2个），未填15个，无法识别3个`; nil where the file is a register.
    private var progress: String? {
        guard let stand else {
            return submission.observationCount == 0 ? nil : "本次\(submission.observationCount)个数据"
        }
        let count = stand.count(in: edition)
        var text = "已填\(count.filled)/\(count.all)个观测点"
        if count.notApplicable > 0 { text += "（其中不适用\(count.notApplicable)个）" }
        text += count.blank > 0 ? "，未填\(count.blank)个" : ""
        if count.unreadable > 0 { text += "，无法识别\(count.unreadable)个" }
        return text + "（含此前报送；本次\(submission.observations.count { $0.value != .missing })个数据）"
    }

    /// What the file says and nobody takes in: figures that cannot be read, rows and sheets with errors.
    private var notTaken: String? {
        let rejected = submission.observations.filter { $0.value.status == .rejected }.map(\.indicator.text)
        let others = count(of: .error) - rejected.count
        var parts: [String] = []
        if !rejected.isEmpty {
            let named = rejected.prefix(Self.codesNamed).joined(separator: "、")
            parts.append("\(rejected.count)个数无法识别：\(named)\(rejected.count > Self.codesNamed ? "等" : "")")
        }
        if others > 0 { parts.append("\(rejected.isEmpty ? "" : "另")有\(others)处错误，所在的格、行或表未采用") }
        return parts.isEmpty ? nil : parts.joined(separator: "；") + "。"
    }

    private static let codesNamed = 12

    private var deadline: String? {
        guard let stand else { return nil }
        let (closes, supplements) = (stand.deadline, stand.supplementDeadline)
        let today = ChinaTime.instant(time).map(ChinaTime.day)
        func isOver(_ day: CalendarDate) -> Bool { today.map { $0 > day } ?? false }
        let count = stand.count(in: edition)
        if isOver(closes), count.blank + count.unreadable == 0 { return "报送已于\(closes.inChinese)截止。" }
        if isOver(supplements) {
            return "报送（\(closes.inChinese)截止）和补报（\(supplements.inChinese)截止）的期限均已过；尚未报齐的，请尽快补报并报告主管部门。"
        }
        if isOver(closes) { return "报送已于\(closes.inChinese)截止；尚未报齐的，请在\(supplements.inChinese)前补报。" }
        return "\(closes.inChinese)前报齐为按时报送；逾期请在\(supplements.inChinese)前补报。"
    }

    private var wayBack: String? {
        guard !findings.isEmpty || stand.map({ $0.count(in: edition).blank > 0 }) ?? false else { return nil }
        if status == .quarantined { return "请按“修改办法”一列改正原文件，按原渠道重新报送；此前已报的数据不受影响。" }
        return "在本文件的数据表中直接改正标色的格、补填空格，存为.xlsx，按原渠道再报一次。不改的不必重填：空格不会抹去已报的数；"
            + "要撤回已报的数，请在该格填“撤回”。“\(Self.summarySheet)”和“\(Self.blanksSheet)”两表不必删。"
    }

    /// How warnings are answered that are no mistakes; nil where the edition has no words for it.
    private var howToAnswer: String? {
        let codes = (edition.credibility?.explanations ?? []).map { "“\($0.title)”" }.joined(separator: "、")
        return codes.isEmpty
            ? nil : "警告所指属实的，请在该行“说明”一列（没有这一列请加上）先写\(codes)之一，再写情况，重新报送后列为已说明。"
    }

    /// What the submission left as it was, or took back: `2 项：…`.
    private func revision(_ kind: FindingKind) -> String? {
        findings.first { $0.kind == kind }.map { "\($0.values["count"] ?? "")项：\($0.values["points"] ?? "")" }
    }
}
