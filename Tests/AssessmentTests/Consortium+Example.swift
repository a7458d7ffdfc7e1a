import Standards

extension Consortium {
    /// A synthetic consortium in Changsha, designated before all years.
    static func example(_ id: String) -> Consortium {
        Consortium(
            id: id, name: "示例联合体\(id)（虚构）", kind: .municipal, province: "430000", prefecture: "430100",
            park: "示例园区", parkLevel: "国家级", leadSchool: "示例学院", leadEnterprise: "示例企业", cohort: "1", stage: "培育",
            designatedOn: nil)
    }
}
