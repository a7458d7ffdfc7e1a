import Foundation
import TestSupport
import Testing

/// An installation of a test's own: a folder with pipelines to work in, the built command, a fixed now.
final class Workplace: Sendable {
    private let temporary: TemporaryFolder
    let program: Program

    static let sample = Repository.root.appending(path: "data/sample")
    /// After the window of 2025 has closed.
    static let now = "2026-04-10T09:00:00+08:00"

    init() throws {
        temporary = try TemporaryFolder()
        program = Program(in: temporary.url)
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "pipelines"), to: temporary.url.appending(path: "pipelines"))
    }

    var url: URL { temporary.url }

    func path(_ name: String) -> String { url.appending(path: name).path }

    // MARK: - Files

    func write(_ text: String, to name: String) throws {
        let place = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }

    func setPermissions(_ permissions: Int, of name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path(name))
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The two halves of the inbox, as the pipeline names them.
    static let submissions = "var/inbox/submissions"
    static let registers = "var/inbox/registers"

    /// Puts the sample into the inbox; or some consortia of it, with the registers cut down to them.
    /// - Parameter last: the last year whose folder comes; nil for all.
    func receiveSample(only consortia: Set<String>? = nil, until last: Int? = nil) throws {
        let files = FileManager.default
        for half in ["submissions", "registers"] {
            let source = Self.sample.appending(path: half)
            for name in try files.subpathsOfDirectory(atPath: source.path) where name.hasSuffix(".csv") {
                if let last, let year = Int(name.prefix(4)), year > last { continue }
                let file = name.split(separator: "/").last ?? ""
                let copy = url.appending(path: "var/inbox/\(half)/\(name)")
                if half == "submissions", consortia?.contains(String(file.prefix(4))) == false { continue }
                if half == "registers", let consortia {
                    let register = try String(contentsOf: source.appending(path: name), encoding: .utf8)
                    try write(Self.rows(of: register, about: consortia), to: "var/inbox/\(half)/\(name)")
                } else {
                    try files.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try files.copyItem(at: source.appending(path: name), to: copy)
                }
            }
        }
    }

    /// The header of a register, and those of its rows that name one of `consortia` or none at all.
    private static func rows(of register: String, about consortia: Set<String>) -> String {
        let lines = register.split(separator: "\n")
        let kept = lines.dropFirst().filter { line in
            let named = line.split(separator: ",").filter { $0.wholeMatch(of: /C[0-9]{3}/) != nil }
            return named.isEmpty || named.contains { consortia.contains(String($0)) }
        }
        return (lines.prefix(1) + kept).joined(separator: "\n") + "\n"
    }

    /// A copy of the standards and reference tables, with one place of the trial standard changed.
    /// - Returns: what `--data` is to be, and the line of the change.
    func data(changing file: String, _ text: String, to replacement: String) throws -> (path: String, line: Int) {
        let copy = url.appending(path: "data")
        if !FileManager.default.fileExists(atPath: copy.path) {
            for name in ["standards", "reference"] {
                try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
                try FileManager.default.copyItem(
                    at: Repository.root.appending(path: "data/\(name)"), to: copy.appending(path: name))
            }
        }
        let place = copy.appending(path: "standards/municipal-consortium-trial/\(file)")
        var contents = try String(contentsOf: place, encoding: .utf8)
        let range = try #require(contents.range(of: text), "no \(text) in \(file)")
        let line = contents[..<range.lowerBound].count { $0.isNewline } + 1
        contents.replaceSubrange(range, with: replacement)
        try Data(contents.utf8).write(to: place)
        return (copy.path, line)
    }

    // MARK: - Commands

    /// Runs a command and expects its exit status. Commands that take `--now` get it.
    @discardableResult
    func command(
        _ arguments: String..., exits status: Int32 = 0, input: String = "", now: String? = Workplace.now,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Outcome {
        try command(arguments, exits: status, input: input, now: now, sourceLocation: sourceLocation)
    }

    @discardableResult
    func command(
        _ arguments: [String], exits status: Int32 = 0, input: String = "", now: String? = Workplace.now,
        wrapper: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Outcome {
        let outcome = try Program(in: url, wrapper: wrapper).run(
            arguments, input: input, environment: now.map { ["CONSORTIUM_MONITOR_NOW": $0] } ?? [:])
        #expect(
            outcome.status == status, "\(arguments.joined(separator: " "))\n\(outcome.output)\(outcome.errors)",
            sourceLocation: sourceLocation)
        return outcome
    }

    /// Collects the whole inbox, as an authority that passes on what secretariats sent it: its manifests say whose each
    /// file is.
    @discardableResult
    func collectInbox(
        _ options: String..., exits status: Int32 = 0, now: String = Workplace.now,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Outcome {
        try command(
            ["collect", Self.submissions, Self.registers, "--as", "authority"] + options, exits: status, now: now,
            sourceLocation: sourceLocation)
    }

    /// Runs the annual pipeline of `var/inbox`.
    @discardableResult
    func run(
        exits status: Int32 = 0, now: String = Workplace.now, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Outcome {
        try command(
            ["run", "pipelines/municipal-annual.yml", "--year", "2025"], exits: status, now: now,
            sourceLocation: sourceLocation)
    }

    /// Every outcome of a year, as programs read it.
    func outcomes(
        year: Int = 2025, asOf: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        try command(
            ["assess", "--year", "\(year)", "--format", "ndjson"] + (asOf.map { ["--as-of", $0] } ?? []),
            sourceLocation: sourceLocation
        ).output
    }
}

extension Program.Outcome {
    /// What was complained of: the lines of standard error that begin with 错误, and those that belong to them.
    var complaint: String {
        errors.firstRange(of: "错误：").map { String(errors[$0.lowerBound...]) } ?? ""
    }
}
