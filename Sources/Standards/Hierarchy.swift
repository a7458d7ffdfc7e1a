/// A first-level indicator (一级指标), one of three: 基础性、实质性、否定性指标.
package struct Category: Sendable, Hashable {
    package enum Role: String, Sendable, CaseIterable {
        case basic, substantive, negative
    }

    package let title: String
    package let role: Role
    package let goals: [Goal]

    package init(title: String, role: Role, goals: [Goal]) {
        self.title = title
        self.role = role
        self.goals = goals
    }
}

/// A second-level indicator (二级指标), one of 16, such as `5 主体责任`.
package struct Goal: Sendable, Hashable {
    /// `5`
    package let code: String
    package let title: String
    /// The cooperation it stands under in the source (合作办学 …), empty in the category 基础性.
    package let cooperation: String
    /// The aim that the source prints in brackets, empty where it prints none.
    package let aim: String
    package let criteria: [Criterion]

    package init(code: String, title: String, cooperation: String, aim: String, criteria: [Criterion]) {
        self.code = code
        self.title = title
        self.cooperation = cooperation
        self.aim = aim
        self.criteria = criteria
    }
}

/// A third-level indicator (三级指标): one numbered line of the standard, such as `6.1 经费保障`.
package struct Criterion: Sendable, Hashable {
    package let code: String
    package let title: String
    /// What the source says after the title.
    package let text: String
    /// The number in the source's first column, 1…44.
    package let sequence: Int
    package let points: [ObservationPoint]

    package init(code: String, title: String, text: String, sequence: Int, points: [ObservationPoint]) {
        self.code = code
        self.title = title
        self.text = text
        self.sequence = sequence
        self.points = points
    }
}

/// An observation point (观测点), with the ordinals of the indicators that report it.
package final class ObservationPoint: Sendable {
    package let code: String
    /// The title as the source prints it.
    package let title: String
    /// Positions in ``Edition/indicators``: one, or one a component; the principal first where the point has one.
    package let indicators: [Int]

    package init(code: String, title: String, indicators: [Int]) {
        self.code = code
        self.title = title
        self.indicators = indicators
    }
}

extension ObservationPoint: Hashable {
    package static func == (left: ObservationPoint, right: ObservationPoint) -> Bool {
        left === right
            || (left.code == right.code && left.title == right.title && left.indicators == right.indicators)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}
