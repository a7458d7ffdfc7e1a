import Configuration

extension RatingScheme {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(
            entry, ["standing", "counts", "basis", "reference", "leads", "leadReference", "indicators"])
        let groups = fields.items("indicators").map(Group.init)
        let reference = fields.required("leadReference").map { YAMLFields($0, ["document", "place"]) }
        self.init(
            standing: fields.required("standing")?.word() ?? .application, groups: groups,
            leads: fields.items("leads").map(Lead.init),
            leadReference: Duty.Reference(
                document: reference?.text("document") ?? "", place: reference?.text("place") ?? ""),
            basis: fields.basis("basis"), reference: fields.text("reference"))
        if let counts = fields.required("counts") {
            let counted = YAMLFields(counts, ["indicators", "points"])
            Self.check(counted.required("indicators"), groups.count)
            Self.check(counted.required("points"), points.count)
        }
        var seen: Set<String> = []
        for code in groups.map(\.code) + points.map(\.code) where !seen.insert(code).inserted {
            entry.report(expected: "编号应不重复", found: "“\(code)”有两处", remedy: "请改正其中一个")
        }
    }

    private static func check(_ entry: YAMLEntry?, _ count: Int) {
        guard let entry, entry.integer != count else { return }
        entry.report(expected: "应与下面列出的一致：\(count)", remedy: "请照原文补齐或改正")
    }
}

extension RatingScheme.Group {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["code", "title", "points", "deduction"])
        let points = fields.optional("points")?.items.map(RatingScheme.Point.init) ?? []
        let deduction = fields.optional("deduction")?.text
        if points.isEmpty == (deduction == nil) {
            entry.report(expected: "应有 points 或 deduction 之一", remedy: "请补上，或删去其中一个")
        }
        self.init(code: fields.text("code"), title: fields.text("title"), points: points, deduction: deduction)
    }
}

extension RatingScheme.Point {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["code", "text"])
        self.init(code: fields.text("code"), text: fields.text("text"))
    }
}

extension RatingScheme.Lead {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["id", "title", "field"])
        self.init(
            id: fields.text("id"), title: fields.text("title"), field: fields.required("field")?.word() ?? .park)
    }
}
