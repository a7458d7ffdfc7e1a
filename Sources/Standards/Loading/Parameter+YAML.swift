import Configuration
import FEEL

extension Parameter {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["name", "title", "unit", "settings"])
        let settings = fields.items("settings").map(Setting.init)
        if zip(settings, settings.dropFirst()).contains(where: { $0.validFrom >= $1.validFrom }) {
            entry.report(expected: "settings 应按 validFrom 从早到晚", found: "读到的次序不对", remedy: "请调整次序")
        }
        self.init(
            name: fields.text("name"), title: fields.text("title"), unit: fields.optionalText("unit"),
            settings: settings)
    }
}

extension Parameter.Setting {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["validFrom", "value", "basis", "reference"])
        self.init(
            validFrom: fields.required("validFrom")?.year ?? ReportingYear(0),
            value: fields.required("value")?.number ?? .zero, basis: fields.basis("basis"),
            reference: fields.text("reference"))
    }
}
