import Standards

/// What a panel does not show of the figures that it was made of: by it one knows whether others can be added to it.
package struct PanelReach: Hashable, Sendable {
    /// Who ever spoke, by ``Voice/bit``.
    package var voices: Int64
    /// How many figures there are of other years than its own.
    package var outsideCount: Int64

    package init(voices: Int64 = 0, outsideCount: Int64 = 0) {
        self.voices = voices
        self.outsideCount = outsideCount
    }

    package mutating func hear(_ voice: Voice) { voices |= voice.bit }

    package var isOfOneVoice: Bool { voices.nonzeroBitCount <= 1 }

    package func holds(_ voice: Voice) -> Bool { voices & voice.bit != 0 }
}

extension Voice {
    fileprivate var bit: Int64 {
        switch self {
        case .own: 1
        case .authority: 2
        }
    }
}

extension ConsortiumHistory {
    /// - Parameter ordinals: each indicator's place in a panel of `layout` by its id in the store.
    package func reach(beyond layout: PanelLayout, ordinals: [Int64: Int]) -> PanelReach {
        entries.reduce(into: PanelReach()) { reach, entry in
            reach.hear(entry.voice)
            let isOutside = layout.index(indicator: 0, year: ReportingYear(entry.year)) == nil
            if isOutside, ordinals[entry.indicator] != nil { reach.outsideCount += 1 }
        }
    }
}
