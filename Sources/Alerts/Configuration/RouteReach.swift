import Configuration

/// Whether alerts can come to every branch of a routing tree. A branch that none can come to is a mistake that nobody
/// notices: its receiver is never told.
struct RouteReach {
    let vocabulary: Vocabulary

    /// Reports the branches of `routes` that no alert reaches, and those below them.
    /// - Parameters:
    ///   - entries: where the routes are written, in their order.
    ///   - above: the conditions of the branches that they hang on.
    func report(_ routes: [Route], at entries: [YAMLEntry], within above: [Matcher] = []) {
        for (index, (route, entry)) in zip(routes, entries).enumerated() {
            let conditions = above + route.matchers
            if let label = contradiction(in: conditions) {
                entry.report(
                    expected: "应有告警符合这一支的条件", found: "\(label.rawValue) 的各条件不能同时成立",
                    remedy: "请改正其中的条件，或删去这一支")
                continue
            }
            let earlier = zip(routes, entries).prefix(index)
            if let taker = earlier.first(where: { !$0.0.continues && doAll(conditions, meet: $0.0.matchers) }) {
                entry.report(
                    expected: "应有告警走到这一支", found: "第\(taker.1.line)行的一支先取走了符合条件的全部告警，且没有写 continue: true",
                    remedy: "请在那一支写 continue: true，或把这一支移到它的前面")
                continue
            }
            if !route.routes.isEmpty, let children = entry["routes"] {
                report(route.routes, at: children.items, within: conditions)
            }
        }
    }

    /// The label of which no value meets all `conditions`; nil where there is none, as far as the values are known.
    private func contradiction(in conditions: [Matcher]) -> LabelName? {
        LabelName.allCases.first { values(of: $0, meeting: conditions)?.isEmpty == true }
    }

    /// Whether whatever meets `conditions` is known to meet `others` too.
    private func doAll(_ conditions: [Matcher], meet others: [Matcher]) -> Bool {
        others.allSatisfy { other in
            conditions.contains(other)
                || values(of: other.label, meeting: conditions)?.allSatisfy { other.accepts($0) } == true
        }
    }

    /// The values of a label that meet all conditions on it; nil where its values are open and no condition names one.
    private func values(of label: LabelName, meeting conditions: [Matcher]) -> [String]? {
        let own = conditions.filter { $0.label == label }
        let named = own.filter { $0.comparison == .equal }.map(\.value)
        guard let known = vocabulary.values(of: label) ?? (named.isEmpty ? nil : named) else { return nil }
        return known.filter { value in own.allSatisfy { $0.accepts(value) } }
    }
}

extension Matcher {
    fileprivate func accepts(_ value: String) -> Bool { matches(LabelSet([label: value])) }
}
