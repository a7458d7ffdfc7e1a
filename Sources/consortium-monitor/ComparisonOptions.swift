import ArgumentParser
import Foundation
import Reports
import UseCases

/// How a comparison is told.
struct ComparisonOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, ndjson, html
    }

    @Option(
        help: Language.help(
            "text 供人看，ndjson 供程序读（一行一个对象），html 为一个网页。",
            "text for people, ndjson for programs, an object a line, html for a page."))
    var format = Format.text

    /// Writes what was compared, each part under its heading.
    func write(_ parts: [(year: ComparedYear, heading: String)], _ workspace: Workspace, title: String) throws {
        switch format {
        case .text:
            let regions = try workspace.installation.regionNames()
            for (place, part) in parts.enumerated() {
                if place > 0 { Console.write("\n") }
                let text = ComparisonText(edition: part.year.edition, regions: regions)
                Console.write(
                    text.rendered(
                        part.year.changes, heading: part.heading, count: part.year.count, colour: Console.hasColour))
            }
        case .ndjson:
            for part in parts {
                let writer = NDJSONWriter(edition: part.year.edition)
                for change in part.year.changes { Console.write(writer.lines(of: change)) }
            }
        case .html:
            let page = ComparisonPage(
                title: title, regions: try workspace.installation.regionNames(), asOf: workspace.now)
            Console.write(
                page.html(
                    parts.map {
                        .init(
                            edition: $0.year.edition, heading: $0.heading, changes: $0.year.changes,
                            count: $0.year.count)
                    }))
        }
    }
}
