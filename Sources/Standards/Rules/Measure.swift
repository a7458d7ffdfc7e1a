/// A figure computed for one year from that year's observations.
package struct Measure: Sendable, Hashable {
    package let name: String
    package let unit: String
    package let value: Formula
    package let reference: String

    package init(name: String, unit: String, value: Formula, reference: String) {
        self.name = name
        self.unit = unit
        self.value = value
        self.reference = reference
    }
}
