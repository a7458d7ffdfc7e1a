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

    /// The whole page around `body`.
    func page(_ head: Head, body: HTML, colophon: HTML, style: String = Stylesheet.text) -> String {
        let facts: [HTML] = head.facts.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>\n" }
        let back: HTML = head.back.map { "<p class=\"back\"><a href=\"\($0.address)\">\($0.text)</a></p>" } ?? .empty
        // No script runs on these pages and nothing is fetched, whatever a name that slipped through might say.
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="robots" content="noindex">
            <title>\(head.title)</title>
            <style>
            \(HTML(markup: style))
            </style>
            </head>
            <body class="\(head.kind)">
            <a class="skip" href="#content">跳到正文</a>
            <header class="masthead">
            \(back)
            <p class="series">\(head.series)</p>
            <h1>\(head.heading)</h1>
            <dl class="colophon">
            \(facts)</dl>
            </header>
            <main id="content">
            \(body)
            </main>
            <footer class="footer">
            \(colophon)
            </footer>
            </body>
            </html>

            """
        return page.source
    }
}
