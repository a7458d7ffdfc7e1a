import Mustache

/// What all pages have around their body.
struct PageShell: Sendable {
    struct Head {
        /// The title of the window and of the printed page.
        let title: String
        /// Above the heading: what series of reports the page belongs to.
        let series: String
        let heading: String
        /// Below the heading: pairs of a name and what it is.
        let facts: [(name: String, value: String)]
        /// The class of the body: `overview` or `dossier`.
        let kind: String
        /// The link back, where there is one.
        let back: (address: String, text: String)?
    }

    private let template: MustacheTemplate

    /// Throws where the template is not one: never, but the type says so.
    init() throws {
        template = try MustacheTemplate(string: Self.source)
    }

    func page(_ head: Head, body: HTML, colophon: HTML) -> String {
        let values: [String: Any] = [
            "title": head.title.printable,
            "series": head.series.printable,
            "heading": head.heading.printable,
            "kind": head.kind,
            "facts": head.facts.map { ["name": $0.name.printable, "value": $0.value.printable] },
            "back": head.back.map { [["address": $0.address, "text": $0.text]] } ?? [],
            "stylesheet": Stylesheet.text,
            "body": body.source,
            "colophon": colophon.source,
        ]
        return template.render(values)
    }

    /// No script runs on these pages and nothing is fetched, whatever a name that slipped through might say.
    private static let source = """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="robots" content="noindex">
        <title>{{title}}</title>
        <style>
        {{{stylesheet}}}
        </style>
        </head>
        <body class="{{kind}}">
        <a class="skip" href="#content">跳到正文</a>
        <header class="masthead">
        {{#back}}<p class="back"><a href="{{address}}">{{text}}</a></p>{{/back}}
        <p class="series">{{series}}</p>
        <h1>{{heading}}</h1>
        <dl class="colophon">
        {{#facts}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>
        {{/facts}}</dl>
        </header>
        <main id="content">
        {{{body}}}
        </main>
        <footer class="footer">
        {{{colophon}}}
        </footer>
        </body>
        </html>

        """
}
