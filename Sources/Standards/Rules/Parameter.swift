package import FEEL

/// A number that rules use by name, such as the factor of a breakthrough, as it holds from a year on.
package struct Parameter: Sendable, Hashable {
    package struct Setting: Sendable, Hashable {
        package let validFrom: ReportingYear
        package let value: Decimal128
        package let basis: RuleBasis
        package let reference: String

        package init(validFrom: ReportingYear, value: Decimal128, basis: RuleBasis, reference: String) {
            self.validFrom = validFrom
            self.value = value
            self.basis = basis
            self.reference = reference
        }
    }

    package let name: String
    package let title: String
    package let unit: String
    /// In the order of ``Setting/validFrom``.
    package let settings: [Setting]

    package init(name: String, title: String, unit: String, settings: [Setting]) {
        self.name = name
        self.title = title
        self.unit = unit
        self.settings = settings
    }

    /// What holds in `year`; nil before the first setting.
    package func setting(in year: ReportingYear) -> Setting? {
        settings.last { $0.validFrom <= year }
    }
}
