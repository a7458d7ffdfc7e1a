package import FEEL

/// What a province adds to an edition (`data/overlays/<GB/T 2260 code>/`): its own numbers, and what it asks of its
/// programme.
///
/// An overlay loosens nothing that the source says: only parameters whose basis is ``RuleBasis/convention`` may be set, and
/// a check of the edition's programme that is ``RuleBasis/clause`` may only be made stricter.
package struct Overlay: Sendable, Hashable {
    /// GB/T 2260 code of the province, six digits: the name of the folder.
    package let province: String
    /// Id of the edition that it lies on.
    package let edition: String
    package let title: String
    /// The province's document that says so.
    package let document: SourceDocument
    /// By name of the parameter, in the order of ``Parameter/Setting/validFrom``.
    package let settings: [String: [Parameter.Setting]]
    /// What the province asks of its programme, beside what the edition asks; a check with the id of one of the edition's
    /// is the same one, asked more strictly.
    package let programme: Programme
    /// The day from which on it applies; nil for always.
    package let validFrom: CalendarDate?

    package init(
        province: String, edition: String, title: String, document: SourceDocument,
        settings: [String: [Parameter.Setting]], programme: Programme = .none, validFrom: CalendarDate? = nil
    ) {
        self.province = province
        self.edition = edition
        self.title = title
        self.document = document
        self.settings = settings
        self.programme = programme
        self.validFrom = validFrom
    }

    /// The parameters of the edition as they hold in the province: from the overlay's first setting on its settings
    /// hold, before it the edition's.
    package func applied(to parameters: [Parameter]) -> [Parameter] {
        parameters.map { parameter in
            guard let own = settings[parameter.name], let first = own.first else { return parameter }
            return Parameter(
                name: parameter.name, title: parameter.title, unit: parameter.unit,
                settings: parameter.settings.filter { $0.validFrom < first.validFrom } + own)
        }
    }
}
