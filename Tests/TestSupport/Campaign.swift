internal import Foundation

/// How far trials at random go: a bounded part under `make test`, more of the same and other numbers under `make soak`.
package enum Campaign {
    /// How many times the trials of `make test`: `SOAK_COUNT`.
    package static let factor = max(1, number("SOAK_COUNT") ?? 1)
    /// What is added to every seed: `SOAK_SEED`.
    private static let offset = UInt64(max(0, number("SOAK_SEED") ?? 0))

    /// The trials where `make test` makes `count`.
    package static func count(_ count: Int) -> Int { count * factor }

    /// The numbers of a campaign whose seed is `seed` under `make test`.
    package static func numbers(seed: UInt64) -> SeededNumbers { SeededNumbers(seed: seed &+ offset) }

    /// The seeds of as many trials by other programs.
    package static func seeds(_ count: Int) -> [Int] { (1...Campaign.count(count)).map { $0 + Int(offset) } }

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }
}
