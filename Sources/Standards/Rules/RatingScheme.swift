/// The observation points of an edition that people rate in words, and of whom (`ratings.yml`).
package struct RatingScheme: Sendable, Hashable {
    /// One of the basic indicators (基本指标), with its points.
    package struct Group: Sendable, Hashable, Identifiable {
        /// `3`
        package let code: String
        package let title: String
        /// Empty where the indicator is not rated.
        package let points: [Point]
        /// The code of the clause by which it takes away from what the others give; nil where it is rated.
        package let deduction: String?

        package var id: String { code }

        package init(code: String, title: String, points: [Point], deduction: String? = nil) {
            self.code = code
            self.title = title
            self.points = points
            self.deduction = deduction
        }
    }

    package struct Point: Sendable, Hashable, Identifiable {
        /// `3.1`
        package let code: String
        /// In the words of the source.
        package let text: String

        package var id: String { code }

        package init(code: String, text: String) {
            self.code = code
            self.text = text
        }
    }

    /// A party that has to lead (牵头单位).
    package struct Lead: Sendable, Hashable, Identifiable {
        /// The column of the register of consortia that names it.
        package enum Field: String, Sendable, CaseIterable {
            case park, leadSchool, leadEnterprise
        }

        package let id: String
        package let title: String
        package let field: Field

        package init(id: String, title: String, field: Field) {
            self.id = id
            self.title = title
            self.field = field
        }

        /// Whether a consortium tells who it is.
        package func isNamed(by consortium: Consortium) -> Bool {
            let name =
                switch field {
                case .park: consortium.park
                case .leadSchool: consortium.leadSchool
                case .leadEnterprise: consortium.leadEnterprise
                }
            return name.contains { !$0.isWhitespace }
        }
    }

    /// Where a consortium stands that is rated.
    package let standing: Standing
    package let groups: [Group]
    package let leads: [Lead]
    /// Where the source asks for them.
    package let leadReference: Duty.Reference
    /// Of the way of rating.
    package let basis: RuleBasis
    package let reference: String

    package init(
        standing: Standing, groups: [Group], leads: [Lead], leadReference: Duty.Reference, basis: RuleBasis,
        reference: String
    ) {
        self.standing = standing
        self.groups = groups
        self.leads = leads
        self.leadReference = leadReference
        self.basis = basis
        self.reference = reference
    }

    /// Every point that is rated, in the order of the source.
    package var points: [Point] { groups.flatMap(\.points) }

    package func point(_ code: String) -> Point? { points.first { $0.code == code } }
}
