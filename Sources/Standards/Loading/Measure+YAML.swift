import Configuration

extension Measure {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["name", "unit", "value", "reference"])
        let name = fields.text("name")
        if name.words.count != 1, let written = fields.optional("name") {
            written.report(expected: "度量名应为一个词", remedy: "请去掉空格和标点")
        }
        self.init(
            name: name, unit: fields.optionalText("unit"), value: fields.formula("value"),
            reference: fields.text("reference"))
    }

    /// The measures in a circle, first and last the same; nil where there is none.
    package static func circle(among measures: [Measure]) -> [String]? {
        let byName = Dictionary(measures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var finished: Set<String> = []

        func circle(from name: String, path: [String]) -> [String]? {
            if let start = path.firstIndex(of: name) { return path[start...] + [name] }
            guard let measure = byName[name], !finished.contains(name) else { return nil }
            for other in measure.value.text.words where byName[other] != nil {
                if let found = circle(from: other, path: path + [name]) { return found }
            }
            finished.insert(name)
            return nil
        }

        for measure in measures {
            if let found = circle(from: measure.name, path: []) { return found }
        }
        return nil
    }
}

extension String {
    /// The runs of letters and digits outside FEEL's strings: where measures' names can stand.
    fileprivate var words: [String] {
        let outside = split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        return outside.flatMap { $0.split { !($0.isLetter || $0.isNumber || $0 == "_") } }.map(String.init)
    }
}
