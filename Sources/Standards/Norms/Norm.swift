/// One sentence of an official text, with what of an edition carries it, or why nothing does.
package struct Norm: Sendable, Hashable, Identifiable {
    /// Where an entry stands in its file, so that what is wrong with it can be told there.
    package struct Position: Sendable, Hashable {
        package let file: String
        /// From 1.
        package let line: Int
        /// From 1, in characters.
        package let column: Int

        package init(file: String, line: Int, column: Int) {
            self.file = file
            self.line = line
            self.column = column
        }
    }

    /// Unique within its source: `三.2-2`, `8.4.1`.
    package let id: String
    /// Part, article and row of the table: `三、组织实施 2.省级推荐`.
    package let place: String
    /// The words of the source, or our own short description where the source is not quoted.
    package let text: String
    package let carriers: [NormCarrier]
    /// Why nothing carries the sentence; beside carriers, what of it they leave out. Nil where there is nothing to say.
    package let reason: String?
    package let position: Position

    package init(
        id: String, place: String, text: String, carriers: [NormCarrier], reason: String?, position: Position
    ) {
        self.id = id
        self.place = place
        self.text = text
        self.carriers = carriers
        self.reason = reason
        self.position = position
    }
}

/// What a sentence has become in the data: an observation point, a clause, a number, a day.
package struct NormCarrier: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case point, rule, parameter, deadline, quota, report, procedure, definition

        package var title: String {
            switch self {
            case .point: "观测点"
            case .rule: "条款"
            case .parameter: "参数"
            case .deadline: "期限"
            case .quota: "名额"
            case .report: "材料"
            case .procedure: "程序"
            case .definition: "定义"
            }
        }

        /// Whether rule tests can show it to be true and false.
        var isTestable: Bool { self == .point || self == .rule }
    }

    /// What is named, wherever it is named.
    package struct Target: Sendable, Hashable {
        package let kind: Kind
        /// Id of the edition.
        package let edition: String
        /// `6.1.2`, `16.3`, `突破倍数`, `closes`
        package let code: String

        package init(kind: Kind, edition: String, code: String) {
            self.kind = kind
            self.edition = edition
            self.code = code
        }

        /// The code, with the edition before it where that is another than `edition`.
        package func name(beside edition: String) -> String {
            self.edition == edition ? code : "\(self.edition)/\(code)"
        }
    }

    package let target: Target
    package let position: Norm.Position

    package init(target: Target, position: Norm.Position) {
        self.target = target
        self.position = position
    }
}
