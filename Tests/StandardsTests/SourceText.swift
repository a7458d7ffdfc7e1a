import Foundation

/// The trial standard as its text prints it, read line by line from the official document.
///
/// The text comes from a table whose cells break over lines and pages: a cell that a page cuts goes on after the next
/// page's header. Spaces are dropped throughout.
struct SourceText {
    struct Goal {
        var code: String
        var title: String
        var cooperation: String
        var aim = ""
    }

    struct Row {
        var code: String
        var sequence: Int
        /// Title and text, with the colon between them.
        var text: String
    }

    private(set) var categories: [String] = []
    private(set) var goals: [Goal] = []
    private(set) var rows: [Row] = []
    /// Codes with titles.
    private(set) var points: [(code: String, title: String)] = []

    private enum Cell { case category, cooperation, goal, aim, row, point }
    private var cell = Cell.category
    private var sequence = 0
    private var cooperation = ""
    /// Whether the current page begins with the rest of an aim.
    private var aimGoesOn = false

    init(contentsOf url: URL) throws {
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        // Above the first header stand the annex's number and the document's title.
        for line in lines.drop(while: { !$0.hasPrefix("序号") }) where !line.isEmpty { read(line) }
    }

    private mutating func read(_ line: String) {
        if line.hasPrefix("序号 一级指标") {
            aimGoesOn = goals.last.map { $0.aim.hasPrefix("【") && !$0.aim.hasSuffix("】") } ?? false
        } else if aimGoesOn {
            goals[goals.count - 1].aim += line.spaceless
            aimGoesOn = !line.hasSuffix("】")
        } else if let number = Int(line) {
            sequence = number
        } else if let match = line.firstMatch(of: /^(\d+) (\d+\.\d+ .+)$/) {
            sequence = Int(match.1) ?? 0
            read(String(match.2))
        } else if line.contains(/^[一二三]、/) {
            categories.append(line)
            cooperation = ""
            cell = .category
        } else if line.contains(/^合作.$/) {
            cooperation = line
            cell = .cooperation
        } else if let match = line.firstMatch(of: /^(\d+\.\d+\.\d+)(.+)$/) {
            points.append((String(match.1), String(match.2).spaceless))
            cell = .point
        } else if let match = line.firstMatch(of: /^(\d+\.\d+) (.+)$/) {
            rows.append(Row(code: String(match.1), sequence: sequence, text: String(match.2).spaceless))
            cell = .row
        } else if let match = line.firstMatch(of: /^(\d+)\.(\D.*)$/) {
            goals.append(Goal(code: String(match.1), title: String(match.2).spaceless, cooperation: cooperation))
            cell = .goal
        } else if line.hasPrefix("【") {
            cell = .aim
            append(line)
        } else if let match = line.firstMatch(of: /^(.+) (\d+\.\d+\.\d+ .+)$/) {
            // The rest of a row's text that a page cut, and a point beside it.
            rows[rows.count - 1].text += String(match.1).spaceless
            read(String(match.2))
        } else {
            append(line)
        }
    }

    /// Goes on with the cell that was begun last.
    private mutating func append(_ line: String) {
        switch cell {
        case .category: categories[categories.count - 1] += line
        case .cooperation: cooperation += line
        case .goal: goals[goals.count - 1].title += line.spaceless
        case .aim: goals[goals.count - 1].aim += line.spaceless
        case .row: rows[rows.count - 1].text += line.spaceless
        case .point: points[points.count - 1].title += line.spaceless
        }
    }
}

extension String {
    var spaceless: String { filter { !$0.isWhitespace } }
}
