import Assessment
import Standards

/// What ends with the title of one consortium, for the authority to settle item by item.
struct SupportTable {
    let model: ReportModel
    let programme: ProgrammeReport
    let assessment: ConsortiumAssessment

    /// Nothing where the title is not to be withdrawn.
    var html: HTML {
        let isRevoked = assessment.verdict.standing == .revoked
        let supports =
            programme.programme.supports
            + (programme.province(of: assessment.consortium)?.overlay.programme.supports ?? [])
        guard assessment.verdict.tone == .disqualify || isRevoked, !supports.isEmpty else { return .empty }
        let rows: [HTML] = supports.map { support in
            """
            <tr><th scope="row">\(support.title)\(support.rationale.isEmpty ? .empty : "<small>\(support.rationale)</small>" as HTML)\
            </th><td>\(items(of: support))</td><td>\(Chip.html(support.basis)) \(support.reference.place)</td></tr>

            """
        }
        return """
            <p>\(isRevoked ? "资格已经取消，请逐项核定并停止下列支持。" : "如决定取消资格，请逐项核定并停止下列支持；是否取消由有权部门决定。")</p>
            <table class="plain"><thead><tr><th scope="col">支持</th><th scope="col">内容</th><th scope="col">依据</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    private func items(of support: PolicySupport) -> HTML {
        switch support.listing {
        case nil: "\(Figures.none)"
        case .uses: list(programme.programme.uses.map(\.title), none: Figures.none)
        case .policies:
            list(
                programme.policies(for: assessment.consortium, on: model.asOf).map { policy in
                    let until = policy.validUntil.map { "有效期至\(Dates.chinese($0))" } ?? "有效期未写明"
                    let details = [policy.number, until].filter { !$0.isEmpty }
                    return "《\(policy.title)》（\(details.joined(separator: "，"))）"
                }, none: "登记表里没有该地区现行有效的政策文件")
        case .figures: list(figures(of: support), none: "没有填报")
        }
    }

    private func figures(of support: PolicySupport) -> [String] {
        support.points.compactMap { code in
            guard let indicator = model.edition.indicator(code),
                let told = assessment.acceptance.flatMap(\.because).first(where: { $0.isActual(code, model.year) })
            else { return nil }
            return "\(model.year)年\(indicator.title)\(told.valueText)"
        }
    }

    private func list(_ texts: [String], none: String) -> HTML {
        guard !texts.isEmpty else { return "\(none)" }
        let items: [HTML] = texts.map { "<li>\($0)</li>\n" }
        return "<ul>\(items)</ul>"
    }
}

extension Evidence {
    fileprivate func isActual(_ code: IndicatorCode, _ year: ReportingYear) -> Bool {
        guard status == .reported, case .cell(let indicator, let ownYear, .actual) = subject else { return false }
        return indicator.code == code && ownYear == year
    }
}
