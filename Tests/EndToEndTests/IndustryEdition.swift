import Foundation
import TestSupport

/// A small made-up standard for industry communities, as data of a test's own beside the trial standard.
struct IndustryEdition {
    static let id = "industry-community-test"
    /// What `--data` is to be.
    let data: String

    /// Copies the data folder into `work`, with the edition added, and writes a pipeline for it beside the municipal one.
    init(in work: Workplace) throws {
        let files = FileManager.default
        let copy = work.url.appending(path: "data")
        try files.createDirectory(at: copy, withIntermediateDirectories: true)
        for name in ["standards", "reference", "forms"] {
            try files.copyItem(
                at: Repository.root.appending(path: "data/\(name)"), to: copy.appending(path: name))
        }
        data = copy.path
        let folder = "data/standards/\(Self.id)"
        try work.write(Self.head, to: "\(folder)/edition.yml")
        try work.write(Self.indicators, to: "\(folder)/indicators.yml")
        try work.write(Self.measures, to: "\(folder)/measures.yml")
        try work.write(Self.negativeList, to: "\(folder)/negative-list.yml")
        let pipeline = try work.read("pipelines/municipal-annual.yml")
            .replacing("id: municipal-annual", with: "id: industry-test")
            .replacing("edition: municipal-consortium-trial", with: "edition: \(Self.id)")
            .replacing("reports: var/reports", with: "reports: var/industry-test-reports")
            .replacing("alerts: alerts.yml", with: "alerts: ../config/industry-alerts.yml")
        try work.write(pipeline, to: "pipelines/\(Self.pipeline)")
        try work.write(Self.alerts, to: "config/industry-alerts.yml")
    }

    /// Copies the data folder into `work` without one edition.
    /// - Returns: what `--data` is to be.
    static func dataWithout(_ edition: String, in work: Workplace) throws -> String {
        let files = FileManager.default
        let copy = work.url.appending(path: "data")
        try files.createDirectory(at: copy, withIntermediateDirectories: true)
        for name in ["standards", "reference", "forms"] {
            try files.copyItem(
                at: Repository.root.appending(path: "data/\(name)"), to: copy.appending(path: name))
        }
        try files.removeItem(at: copy.appending(path: "standards/\(edition)"))
        return copy.path
    }

    static let pipeline = "industry-test.yml"

    private static let head = """
        id: \(id)
        title: 行业产教融合共同体小标准（虚构）
        version: 测试
        kind: industry
        baseYear: 2022
        documents:
          - {id: made-up, title: 虚构的来文}
        """

    private static let indicators = """
        counts: {categories: 2, goals: 2, criteria: 2, points: 1, indicators: 1}
        evidenceDue: {boolean: true, amount: true, text: true, choice: true, rank: true, percent: false, count: false}
        categories:
          - title: 一、基础性指标
            role: basic
            goals:
              - code: "1"
                title: 组织
                criteria:
                  - code: "1.1"
                    number: 1
                    title: 成员
                    reporter: 秘书处
                    points:
                      - {code: 1.1.1, title: 是否有章程, kind: boolean}
          - title: 二、否定性指标
            role: negative
            goals:
              - code: "2"
                title: 负面清单
                criteria:
                  - {code: "2.1", number: 2, title: 没有章程}
        """

    private static let measures = """
        - {name: 有章程, unit: "", value: 'actual("1.1.1")', reference: 虚构的来文}
        """

    private static let negativeList = """
        - clause: "2.1"
          title: 没有章程
          document: made-up
          basis: clause
          numbers: clause
          rationale: 测试
          determination: automatic
          triggered: 本年.有章程 = false
          texts:
            triggered: 没有章程
            undetermined: 不知道有没有章程
            clear: 有章程
        """

    private static let alerts = """
        alerts:
          outcomes: {triggered: critical}
          remedy_deadline: 12-31
        receivers:
          - {name: 台账, kind: file, path: var/alerts/industry.ndjson, format: ndjson}
        route:
          receiver: 台账
          group_by: [province, year]
          repeat_interval: 14d
        """
}
