/// What a province adds to an edition (`data/overlays/<GB/T 2260 code>/`): today its own numbers.
///
/// An overlay loosens nothing that the source says: only parameters whose basis is ``RuleBasis/convention`` may be set.
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

    package init(
        province: String, edition: String, title: String, document: SourceDocument,
        settings: [String: [Parameter.Setting]]
    ) {
        self.province = province
        self.edition = edition
        self.title = title
        self.document = document
        self.settings = settings
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
