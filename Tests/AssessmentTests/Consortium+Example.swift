import Standards

extension Consortium {
    /// A synthetic consortium in Hunan unless another province is said, designated before all years.
    static func example(
        _ id: String, kind: ConsortiumKind = .municipal, province: String = "430000"
    ) -> Consortium {
        Consortium(
            id: id, name: "示例联合体\(id)（虚构）", kind: kind, province: province, prefecture: "",
            park: "示例园区", parkLevel: "国家级", leadSchool: "示例学院", leadEnterprise: "示例企业", cohort: "1", stage: "培育",
            designatedOn: nil)
    }
}
