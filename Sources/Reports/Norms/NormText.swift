import Assessment
import FEEL
import Standards

/// The official texts, sentence by sentence, each with what of an edition carries it, or why nothing does.
///
/// Of a text that belongs to others the page shows the places only.
struct NormText {
    let part: NormCoverage.Part
    /// What a case made of it; nil where the page is about no case.
    let marks: NormMarks?

    var html: HTML {
        """
        <section aria-labelledby="\(part.source.id)"><h2 id="\(part.source.id)">\(part.source.title)</h2>
        <p class="note">\(facts)</p>
        \(passages)</section>

        """
    }

    /// Where a sentence is on the page: `construction-standard-trial-16.3`.
    static func anchor(_ norm: Norm, of source: NormSource) -> String { "\(source.id)-\(norm.id)" }

    private var facts: String {
        let source = part.source
        let wording =
            switch source.wording {
            case .verbatim: "以下逐字照录原文"
            case .described: "以下为内容提要，不是原文"
            case .placed: "原文版权属他人，以下只列位置"
            }
        return [source.number, source.issuer, source.date.map(CalendarDate.inChinese), source.note].compactMap { $0 }
            .map { text in
                text.hasSuffix("。") ? String(text.dropLast()) : text
            }.joined(separator: "；") + (source.number == nil && source.note == nil ? "" : "。") + wording + "。"
    }

    private var passages: [HTML] {
        part.passages.map { passage in
            switch passage {
            case .heading(let text): "<p class=\"norm-heading\">\(text)</p>\n"
            case .sentence(let sentence): html(sentence)
            }
        }
    }

    private func html(_ sentence: NormCoverage.Sentence) -> HTML {
        let norm = sentence.norm
        let state = sentence.isPartial ? "\(sentence.state.rawValue) partial" : sentence.state.rawValue
        let decides = marks?.decides(sentence) == true
        return """
            <p class="norm \(state)\(decides ? " decides" : "")" id="\(Self.anchor(norm, of: part.source))">\
            <span>\(part.source.wording == .placed ? norm.place : norm.text)</span> \
            <small>\(Self.carriage(sentence, of: part.source.edition, marks: marks))</small></p>

            """
    }

    /// What carries the sentence and what is left out, or why nothing carries it.
    static func carriage(
        _ sentence: NormCoverage.Sentence, of edition: String, marks: NormMarks?
    ) -> HTML {
        let kinds: [HTML] = sentence.targetsByKind.map { kind, targets in
            let names: [HTML] = targets.map { target in
                let name =
                    kind == .deadline ? ReportingCalendar.title(of: target.code) : target.name(beside: edition)
                return marks?.chip(target).map { "\(name) \($0)" } ?? "\(name)"
            }
            return "\(kind.title) \(names.joined(separator: "、"))"
        }
        let carried = kinds.joined(separator: "；")
        let reason = sentence.norm.reason ?? ""
        switch sentence.state {
        case .tested, .carried: return reason.isEmpty ? carried : "\(carried)。未纳入核查的部分：\(reason)"
        case .reasoned: return "未纳入核查：\(reason)"
        case .missing: return "遗漏：没有纳入核查，也没有写明理由"
        }
    }
}
