import Foundation

extension AlertState {
    /// The state that follows from `previous` and how the clause stands now; nil where there is nothing to keep.
    ///
    /// Only data end an alert. Where they leave open what the alert rests on, or no longer tell of it at all, it fires
    /// on as it was established, and says so.
    static func next(after previous: AlertState?, situation: Situation?, now: Date) -> AlertState? {
        guard let previous else {
            return situation?.alert.map { AlertState(alert: $0, startsAt: now, changedAt: now) }
        }
        switch previous.status {
        case .resolved:
            guard let alert = situation?.alert else { return previous }
            return AlertState(alert: alert, episode: previous.episode + 1, startsAt: now, changedAt: now)
        case .firing:
            var next = previous.firing(then: situation, now: now)
            if next.acknowledgement?.isOver(at: now) == true { next.acknowledgement = nil }
            return next
        }
    }

    private func firing(then situation: Situation?, now: Date) -> AlertState {
        guard let situation else { return held(because: "本次评估未涉及该事项。", missing: [], now: now) }
        if isLeftOpen(by: situation) { return held(because: situation.text, missing: situation.missing, now: now) }
        guard let alert = situation.alert else { return resolved(because: situation.text, now: now) }
        return updated(to: alert, now: now)
    }

    /// Whether `situation` takes away the ground of the alert without deciding that it is over, and puts no graver one
    /// in its place.
    private func isLeftOpen(by situation: Situation) -> Bool {
        let mayStillHold = situation.pending == alert.labels[.outcome]
        guard mayStillHold || !situation.undecided.isDisjoint(with: alert.restsOn) else { return false }
        guard let successor = situation.alert else { return true }
        return successor.labels[.outcome] != alert.labels[.outcome] && successor.severity <= alert.severity
    }

    private func held(because text: String, missing: [String], now: Date) -> AlertState {
        var next = self
        next.hold = Hold(since: hold?.since ?? now, text: text, missing: missing)
        return next.stamped(now, ifOtherThan: self)
    }

    private func resolved(because text: String, now: Date) -> AlertState {
        var next = self
        next.status = .resolved
        next.hold = nil
        next.endsAt = now
        next.changedAt = now
        next.resolution = text
        next.acknowledgement = nil
        return next
    }

    private func updated(to alert: Alert, now: Date) -> AlertState {
        var next = self
        next.alert = alert
        next.hold = nil
        // Who acknowledged has not seen what has come since.
        if next.content != content.withoutHold { next.acknowledgement = nil }
        return next.stamped(now, ifOtherThan: self)
    }

    private func stamped(_ now: Date, ifOtherThan previous: AlertState) -> AlertState {
        var next = self
        if next.content != previous.content { next.changedAt = now }
        return next
    }

    /// The state once `acknowledgement` is given; nil for an alert that is not firing.
    package func acknowledged(_ acknowledgement: Acknowledgement) -> AlertState? {
        guard status == .firing else { return nil }
        var next = self
        next.acknowledgement = acknowledgement
        return next
    }
}
