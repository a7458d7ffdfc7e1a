import Assessment
import Foundation
import Platform
import UseCases
import Standards
import Store

/// The product's side of the benchmarks: `assessment-benchmark TASK FOLDER [OUT]`, where FOLDER holds an inbox and, once
/// loaded, `monitor.sqlite`. Tasks that are timed print a line of JSON; with OUT they also save what they found.
@main
struct AssessmentBenchmark {
    static let year = ReportingYear(2025)

    let edition: Edition
    let installation: Installation
    let folder: URL
    let output: URL?

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            print("usage: assessment-benchmark load|collect|statistics|rule|conditions FOLDER [OUT]")
            exit(2)
        }
        ProcessMemory.keepFreed()
        let installation = try Installation.locate(named: nil)
        let benchmark = AssessmentBenchmark(
            edition: try installation.edition(Installation.defaultEdition), installation: installation,
            folder: URL(filePath: arguments[2]), output: arguments.count > 3 ? URL(filePath: arguments[3]) : nil)
        switch arguments[1] {
        case "load": try benchmark.load()
        case "collect": try benchmark.collect()
        case "statistics": try benchmark.statistics()
        case "rule": try benchmark.fundingRule()
        case "conditions": try benchmark.conditions()
        case let task: fatalError("no task “\(task)”")
        }
    }

    var database: String { folder.appending(path: "monitor.sqlite").path }

    /// Compiles the rules, for the tasks that judge.
    func assessor() throws -> Assessor { Assessor(rules: try installation.rules(of: edition), year: Self.year) }
}

/// How long something took on the clock, and of all threads together.
struct Measurement: Encodable {
    let seconds: Double
    let cpuSeconds: Double

    /// Runs `work` once.
    static func of<Result>(_ work: () throws -> Result) rethrows -> (result: Result, measurement: Measurement) {
        let start = ContinuousClock.now
        let ticks = clock()
        let result = try work()
        let measurement = Measurement(
            seconds: start.duration(to: .now) / .seconds(1),
            cpuSeconds: Double(clock() - ticks) / Double(CLOCKS_PER_SEC))
        return (result, measurement)
    }

    func print() throws {
        Swift.print(String(decoding: try JSONEncoder().encode(self), as: UTF8.self))
    }
}
