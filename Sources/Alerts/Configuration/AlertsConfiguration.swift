/// What `pipelines/alerts.yml` says: which outcomes alert, who is told, and when again.
package struct AlertsConfiguration: Sendable, Hashable {
    package let rules: AlertRules
    /// In the order of the file; no two of one name.
    package let receivers: [Receiver]
    /// The root of the routing tree. It matches every alert, and every receiver it names is one of ``receivers``.
    package let route: Route
    package let inhibitRules: [InhibitRule]
    package let operations: Operations
    /// The spans of time that have a name.
    package let windows: [TimeWindow]

    package init(
        rules: AlertRules, receivers: [Receiver], route: Route, inhibitRules: [InhibitRule] = [],
        operations: Operations = Operations(), windows: [TimeWindow] = []
    ) {
        self.rules = rules
        self.receivers = receivers
        self.route = route
        self.inhibitRules = inhibitRules
        self.operations = operations
        self.windows = windows
    }
}
