package import Standards

extension ConsortiumHistory {
    /// The panel that these observations make.
    ///
    /// - Parameters:
    ///   - indicators: the edition's, in their order.
    ///   - ordinals: each indicator's place in the panel by its id in the store; others are left out.
    package func panel(layout: PanelLayout, indicators: [Indicator], ordinals: [Int64: Int]) -> Panel {
        var builder = PanelBuilder(layout: layout, indicators: indicators)
        var plans: [(ordinal: Int, entry: Entry)] = []
        var known: (indicator: Int64, ordinal: Int?, isPlan: Bool)?
        for entry in entries {
            if known?.indicator != entry.indicator {
                let ordinal = ordinals[entry.indicator]
                known = (entry.indicator, ordinal, ordinal.map { indicators[$0].revisionPolicy == .first } ?? false)
            }
            guard let known, let ordinal = known.ordinal else { continue }
            if known.isPlan {
                plans.append((ordinal, entry))
            } else {
                builder.observe(entry, ordinal)
            }
        }
        observe(plans, of: indicators, &builder)
        return builder.build()
    }

    /// Plans take both bases, and what was decided of them, in one order of receipt.
    private func observe(
        _ plans: [(ordinal: Int, entry: Entry)], of indicators: [Indicator], _ builder: inout PanelBuilder
    ) {
        var decisions = acceptedPlans[...]
        func decide(before receipt: Int, _ builder: inout PanelBuilder) {
            while let decision = decisions.first, decision.receipt < receipt {
                decisions.removeFirst()
                for indicator in indicators where decision.isAbout(indicator) {
                    builder.acceptPlan(
                        indicator: indicator.ordinal, year: decision.year, amount: decision.amount,
                        locator: decision.locator)
                }
            }
        }
        let inOrder = plans.enumerated().sorted { left, right in
            (left.element.entry.receipt, left.offset) < (right.element.entry.receipt, right.offset)
        }
        for (_, plan) in inOrder {
            decide(before: plan.entry.receipt, &builder)
            builder.observe(plan.entry, plan.ordinal)
        }
        decide(before: .max, &builder)
    }
}

extension PanelBuilder {
    fileprivate mutating func observe(_ entry: ConsortiumHistory.Entry, _ ordinal: Int) {
        observe(
            indicator: ordinal, year: ReportingYear(entry.year), basis: entry.basis, value: entry.value,
            locator: entry.locator, voice: entry.voice)
    }
}
