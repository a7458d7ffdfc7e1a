import Standards

/// Who has reported: figures a province, and by name those who are late or missing.
struct TimelinessTables {
    let model: ReportModel

    var html: HTML {
        guard !model.submissions.isEmpty else { return "<p>没有报送记录。</p>" }
        return """
            <div class="pair">\(provinces)<div>\(absentees)</div></div>
            <p class="note">按时率＝按时报送家数÷应报家数。填报的观测点达到规定比例的为报送，未达到的为部分报送。</p>

            """
    }

    private var provinces: HTML {
        let rows: [HTML] = Dictionary(grouping: model.submissions, by: \.consortium.province)
            .sorted { $0.key < $1.key }
            .map { row(model.regions[$0.key], Timeliness($0.value)) }
        return """
            <table class="plain"><thead><tr><th scope="col">省份</th><th scope="col" class="number">应报</th>\
            <th scope="col" class="number">按时</th><th scope="col" class="number">迟报</th>\
            <th scope="col" class="number">部分</th><th scope="col" class="number">未报</th>\
            <th scope="col" class="number">按时率</th></tr></thead>
            <tbody>\(rows)</tbody>
            <tfoot>\(row("全国", Timeliness(model.submissions)))</tfoot></table>

            """
    }

    private func row(_ name: String, _ figures: Timeliness) -> HTML {
        """
        <tr><th scope="row">\(name)</th>\(count(figures.expected))\(count(figures.onTime))\
        \(count(figures.late))\(count(figures.partial))\(count(figures.missing))\
        <td class="number">\(Figures.percent(figures.share))</td></tr>

        """
    }

    private func count(_ value: Int) -> HTML {
        "<td class=\"number\(value == 0 ? " none" : "")\">\(value)</td>"
    }

    private var absentees: HTML {
        let records = model.submissions.filter { $0.state != .onTime }.sorted { left, right in
            let leftKey = (left.state.order, left.consortium.province)
            let rightKey = (right.state.order, right.consortium.province)
            return leftKey != rightKey
                ? leftKey < rightKey : NaturalOrder.precedes(left.consortium.id, right.consortium.id)
        }
        guard !records.isEmpty else { return "<p>应报的\(model.edition.kind.shortTitle)均已按时报送。</p>" }
        let rows: [HTML] = records.prefix(ListCap.rows).map { record in
            """
            <tr><th scope="row">\(record.consortium.name)<small>\(record.consortium.id) · \
            \(model.regions[record.consortium.province])</small></th><td>\(Chip.html(record))</td>\
            <td>\(explanation(record))</td></tr>

            """
        }
        return """
            \(ListCap.paragraph(of: records.count, whole: " status --format csv"))\
            <table class="plain"><thead><tr><th scope="col">未按时报送的\(model.edition.kind.shortTitle)</th>\
            <th scope="col">状态</th>\
            <th scope="col">情况</th></tr></thead><tbody>\(rows)</tbody></table>

            """
    }

    private func explanation(_ record: ReportRecord) -> String {
        switch record.state {
        case .onTime: return ""
        case .missing: return record.dueOn.map { "应于\(Dates.chinese($0))前报送" } ?? "尚未收到"
        case .partial:
            let received = record.receivedOn.map { "，\(Dates.chinese($0))起收到" } ?? ""
            return "已报\(record.reportedPoints)个观测点，应报\(record.applicablePoints)个\(received)"
        case .late:
            let received = record.receivedOn.map { "\(Dates.chinese($0))收到" } ?? "已收到"
            return record.daysLate.map { "\(received)，迟报\($0)天" } ?? received
        }
    }
}

extension ReportRecord.State {
    /// The order in which those who are not on time are listed: who sent nothing first.
    fileprivate var order: Int {
        switch self {
        case .missing: 0
        case .partial: 1
        case .late: 2
        case .onTime: 3
        }
    }
}
