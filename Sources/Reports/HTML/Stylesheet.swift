/// The one style sheet of all pages, embedded in each, so that a page mailed or printed alone is whole.
enum Stylesheet {
    static let text = base + parts + graphics + norms + narrow + print

    /// That of a page with one case, of which there may be many: what such a page has, and no more.
    static let caseText = base + caseParts

    private static let caseParts = """
        body.case { max-width: 900px; }
        table { border-collapse: collapse; width: 100%; font-size: 13.5px; line-height: 1.55; margin: 0 0 12px;
          border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink); }
        th, td { padding: 5px 8px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line);
          font-weight: 400; overflow-wrap: anywhere; }
        thead th { font-weight: 600; border-bottom: 1px solid var(--ink); }
        .particulars th { width: 7em; color: var(--soft); } .evidence td:nth-child(2) { min-width: 6em; }
        td.source { font-size: 12.5px; color: var(--faint); }
        .chip { display: inline-block; padding: 0 7px; border: 1px solid; border-radius: 2px; font-size: 12.5px; }
        .chip.triggered, .overdue { color: var(--triggered); } .chip.suspected { color: var(--suspected); }
        .chip.undetermined { color: var(--undetermined); } .chip.warning { color: var(--warning); }
        .basis { border: 1px solid var(--rule); font-size: 12px; padding: 0 5px; color: var(--soft); }
        .unsigned { color: var(--suspected); white-space: nowrap; }
        blockquote { margin: 0 0 10px; padding: 8px 16px; background: var(--tint); font: 16px/1.8 var(--serif); }
        h2 { margin-top: 28px; }
        .form { border: 1px solid var(--rule); padding: 12px 16px; }
        .form p { margin: 0 0 8px; } .form .blank { height: 84px; border-bottom: 1px dotted var(--rule); margin: 0 0 10px; }
        .form .sign { display: flex; flex-wrap: wrap; gap: 10px 40px; margin-top: 18px; }
        .form .sign span { white-space: nowrap; }
        @page { size: A4 portrait; margin: 18mm 16mm 20mm;
          @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; color: #4d545c; } }
        @media print {
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          html, body, body.case { font-size: 10.5pt; max-width: none; padding: 0; }
          .skip, .back { display: none; } a { color: inherit; text-decoration: none; }
          h1 { font-size: 20pt; text-align: center; } h2 { font-size: 13pt; margin-top: 14pt; break-after: avoid; }
          table { font-size: 9pt; } tr, blockquote, .form { break-inside: avoid; } thead { display: table-header-group; }
          cite, small, td.source, code { font-size: 8pt; } .form .blank { height: 60pt; }
        }
        """

    private static let base = """
        :root {
          --ink: #16191d; --soft: #4d545c; --faint: #6b727a; --line: #d5d9de; --rule: #8d959e; --paper: #fff;
          --tint: #f5f6f8; --accent: #173f6b;
          --triggered: #a31621; --suspected: #9a3d00; --warning: #735500; --undetermined: #3a4f66; --clear: #2d5f41;
          --serif: "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", SimSun, serif;
          --sans: "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC",
            "WenQuanYi Micro Hei", sans-serif;
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 0 28px 48px; max-width: 1320px; background: var(--paper); color: var(--ink);
          font: 15px/1.7 var(--sans); font-variant-numeric: tabular-nums; }
        body.dossier { max-width: 1120px; }
        a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
        a:focus-visible, summary:focus-visible, input:focus-visible + label { outline: 2px solid var(--accent);
          outline-offset: 2px; }
        .skip { position: absolute; left: -999px; }
        .skip:focus { left: 28px; top: 8px; background: var(--paper); padding: 4px 12px; }
        h1, h2, h3 { font-family: var(--serif); line-height: 1.35; overflow-wrap: anywhere; }
        h1 { font-size: 32px; margin: 2px 0 16px; letter-spacing: .02em; }
        h2 { font-size: 21px; margin: 40px 0 14px; padding-bottom: 7px; border-bottom: 1px solid var(--accent);
          color: var(--accent); }
        h3 { font-size: 17px; margin: 26px 0 10px; }
        h2 small, h3 small { font: 13px var(--sans); color: var(--soft); margin-left: 12px; }
        h4 { font-size: 13px; margin: 0; color: var(--soft); }
        p { margin: 0 0 10px; }
        ul { margin: 0; padding-left: 1.3em; }
        small { font-size: 12.5px; }
        code { font: 12.5px/1.6 ui-monospace, "DejaVu Sans Mono", Consolas, "Noto Sans Mono CJK SC", monospace;
          overflow-wrap: anywhere; }
        cite { font-style: normal; font-size: 12.5px; color: var(--faint); }
        .note { color: var(--soft); font-size: 13px; margin: 8px 0 12px; }
        .none { color: var(--faint); }

        .masthead { border-top: 6px solid var(--accent); padding-top: 18px; border-bottom: 3px double var(--rule); }
        .masthead p { margin: 0; }
        .back { float: right; font-size: 13.5px; }
        .series { color: var(--accent); font: 15px var(--serif); letter-spacing: .12em; }
        dl { margin: 0; }
        dt { color: var(--soft); }
        dd { margin: 0; }
        .colophon { display: flex; flex-wrap: wrap; gap: 2px 30px; padding-bottom: 14px; font-size: 13.5px; }
        .colophon div { display: flex; gap: 8px; }
        .footer { margin-top: 48px; padding-top: 12px; border-top: 3px double var(--rule); color: var(--soft);
          font-size: 12.5px; }
        .footer p { margin: 0; }

        """

    private static let parts = """
        .lead { margin: 22px 0 18px; font-family: var(--serif); font-size: 16px; line-height: 1.85; max-width: 68em; }
        .figures { display: grid; grid-template-columns: repeat(5, 1fr); list-style: none; padding: 0; margin: 0;
          border: 1px solid var(--line); }
        .figures li { padding: 14px 16px 12px; border-left: 1px solid var(--line); }
        .figures li:first-child { border-left: 0; }
        .figures strong { display: block; font: 600 30px/1.15 var(--serif); }
        .figures strong small { font-size: 14px; font-weight: 400; margin-left: 3px; }
        .figures span { color: var(--soft); font-size: 13px; }
        .pair { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 0 44px; align-items: start; }

        table { border-collapse: collapse; width: 100%; font-size: 13.5px; line-height: 1.55;
          border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); margin: 0 0 12px; }
        th, td { padding: 6px 9px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line);
          font-weight: 400; overflow-wrap: anywhere; }
        th:first-child, td:first-child { padding-left: 4px; }
        thead th { border-bottom: 1px solid var(--ink); font-weight: 600; vertical-align: bottom; white-space: nowrap; }
        tfoot th, tfoot td { border-top: 1px solid var(--ink); font-weight: 600; }
        th small { display: block; color: var(--soft); }
        .number { text-align: right; white-space: nowrap; }
        tr.group th, tr.group td { background: var(--tint); border-bottom-color: var(--rule); }
        tr.group th { font-weight: 600; }
        tr.group th span { font-weight: 400; color: var(--soft); margin-left: 10px; }
        .fit { width: 1%; white-space: nowrap; }
        .scroll { overflow-x: auto; }
        abbr { text-decoration: none; }

        .matrix th[scope=row] { min-width: 16em; }
        .count { font-weight: 700; }
        .count.triggered { color: var(--triggered); } .count.suspected { color: var(--suspected); }
        .count.warning { color: var(--warning); } .count.undetermined { color: var(--undetermined); }
        .count.clear, .count.notApplicable { font-weight: 400; }

        .consortia th[scope=row] { min-width: 11em; } .consortia td:nth-child(2) { min-width: 6em; }
        .consortia td:not(.clause) .chip { white-space: normal; }
        .requirements thead th { white-space: normal; } .requirements th[scope=row] { min-width: 12em; }
        .consortia .clause { text-align: center; padding-left: 3px; padding-right: 3px; }
        .consortia .remedies { min-width: 15em; font-size: 13px; }
        .remedies ul { list-style: none; padding: 0; }
        .views > input { position: absolute; opacity: 0; }
        .views > label { display: inline-block; padding: 3px 18px; margin: 0 -1px 12px 0; font-size: 13.5px;
          border: 1px solid var(--rule); cursor: pointer; }
        .views > input:checked + label { background: var(--accent); border-color: var(--accent); color: #fff; }
        #by-province:not(:checked) ~ .view-province, #by-gravity:not(:checked) ~ .view-gravity { display: none; }

        .chip { display: inline-block; padding: 0 7px; border: 1px solid; border-radius: 2px; font-size: 12.5px;
          line-height: 1.55; white-space: nowrap; background: var(--paper); }
        .chip.triggered, .chip.disqualify { background: var(--triggered); border-color: var(--triggered); color: #fff; }
        .chip.fail, .chip.missing, .chip.error, .chip.notMet { color: var(--triggered); background: #fdf1f1; }
        .chip.suspected, .chip.hold { color: var(--suspected); background: #fdeee2; }
        .chip.warning, .chip.rectify, .chip.late, .chip.partial { color: var(--warning); background: #fdf6dc; }
        .chip.undetermined, .chip.incomplete { color: var(--undetermined); background: #eef2f6;
          border-style: dashed; }
        .chip.pass, .chip.keep { color: var(--clear); background: #eff6f1; }
        .chip.clear, .chip.met, .chip.onTime { color: var(--clear); border-color: transparent;
          background: none; }
        .chip.notApplicable, .chip.info { color: var(--faint); border-color: transparent; background: none; }
        .chip.other { color: var(--soft); border-color: var(--rule); white-space: normal; }
        h3 .chip.clear, .strip .chip.clear { border-color: #a9c7b4; }
        .waived { font-size: 12px; color: var(--soft); margin-left: 4px; white-space: nowrap; }
        td.clause .waived { display: block; margin: 0; }
        .basis { display: inline-block; font-size: 12px; line-height: 1.45; padding: 0 5px; color: var(--soft);
          border: 1px solid var(--rule); white-space: nowrap; }
        .unsigned { font-size: 12.5px; color: var(--suspected); white-space: nowrap; }
        .pending th[scope=row] { min-width: 9.5em; } .pending td:nth-child(5) { white-space: nowrap; }
        .chip.overdue { color: var(--triggered); background: #fdf1f1; }
        .basis.convention { border-style: dotted; word-break: keep-all; }

        .conclusion { margin-top: 24px; padding: 18px 22px 14px; border: 1px solid var(--line);
          border-left: 6px solid var(--tone); }
        .conclusion h2 { margin: 0 0 8px; border: 0; padding: 0; color: var(--tone); font-size: 27px; }
        .conclusion h2 small { display: block; margin: 0; font-size: 13px; }
        .conclusion p { max-width: 62em; }
        .basis-line { font-size: 13px; color: var(--soft); }
        .conclusion { --tone: var(--rule); }
        .conclusion.disqualify, .conclusion.fail { --tone: var(--triggered); }
        .conclusion.hold { --tone: var(--suspected); } .conclusion.rectify { --tone: var(--warning); }
        .conclusion.incomplete { --tone: var(--undetermined); } .conclusion.pass, .conclusion.keep { --tone: var(--clear); }
        .strip { display: flex; flex-wrap: wrap; gap: 6px 22px; list-style: none; margin: 14px 0 0; padding: 12px 0 0;
          border-top: 1px solid var(--line); font-size: 13.5px; }
        .facts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 32px; margin-top: 22px;
          border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); font-size: 14px; }
        .facts div { display: flex; gap: 12px; padding: 6px 4px; border-bottom: 1px solid var(--line); }
        .facts div:nth-last-child(-n+3) { border-bottom: 0; }
        .facts dt { flex: 0 0 5em; }
        .facts dd { overflow-wrap: anywhere; min-width: 0; }

        .clause.triggered { --tone: var(--triggered); } .clause.suspected { --tone: var(--suspected); }
        .clause.warning { --tone: var(--warning); } .clause.undetermined { --tone: var(--undetermined); }
        .clause.notApplicable { --tone: var(--line); }
        article.clause { margin: 0 0 20px; padding: 2px 0 10px 18px; border-left: 3px solid var(--tone, #a9c7b4); }
        article.clause h3 { margin: 0 0 6px; }
        article.clause h3 .chip { font: 12.5px/1.55 var(--sans); vertical-align: 2px; margin-left: 4px; }
        article.clause h3 .waived { font-family: var(--sans); font-weight: 400; vertical-align: 2px; }
        .code { color: var(--accent); }
        .sentence { font-size: 15.5px; max-width: 58em; }
        .callout { margin: 0 0 8px; padding: 7px 14px; background: var(--tint); font-size: 14px; }
        .callout p { margin: 0; }
        .callout.remedy { background: #eff6f1; } .callout.missing { background: #eef2f6; }
        .callout.decision { background: #f6f1f8; }
        .sources { font-size: 13px; color: var(--soft); margin: 10px 0; }
        .sources div { display: grid; grid-template-columns: 2.4em 1fr; gap: 8px; }
        .sources dd { overflow-wrap: anywhere; }
        summary { cursor: pointer; font-size: 13.5px; font-weight: 600; }
        td.source { font-size: 12.5px; color: var(--faint); }
        .tree, .tree ul { list-style: none; padding-left: 0; font-size: 13.5px; }
        .tree ul { margin-left: 5px; padding-left: 17px; border-left: 1px solid var(--line); }
        .tree li { padding: 2px 0; position: relative; }
        .tree ul > li::before { content: ""; position: absolute; left: -17px; top: 14px; width: 11px;
          border-top: 1px solid var(--line); }
        .tree > li { margin-top: 4px; }
        .tree cite::before { content: "　"; }
        .tree code, .tree .detail { display: block; color: var(--faint); }
        .tree .formula summary { color: var(--faint); font-size: 12px; }
        .tree .year > .text { font-weight: 600; } .tree .missing > .text { color: var(--undetermined); }
        .tree .measure > .text { color: var(--accent); }

        .acceptance th[scope=row] { width: 27%; } .acceptance td.source { width: 20%; }
        .acceptance td:nth-child(3) { width: 10em; } .acceptance td:nth-child(4) { white-space: nowrap; }
        td .basis { white-space: normal; }
        tr.chosen th, tr.chosen td { background: #eef3f9; font-weight: 600; }
        .trends { font-size: 12.5px; }
        .trends th, .trends td { padding: 4px 6px; vertical-align: middle; }
        .trends th[scope=row] { min-width: 13em; }
        .trends small { display: inline; }
        .trends .direction { white-space: nowrap; }
        .powerless { color: var(--faint); }
        .notes dt { float: left; width: 4em; font-weight: 600; }
        .notes dd { margin: 0 0 8px 5em; line-height: 1.9; }

        """

    private static let graphics = """
        .bar { display: block; width: 100%; height: 22px; margin: 4px 0 14px; }
        .bar rect { stroke: #fff; stroke-width: 2; vector-effect: non-scaling-stroke; }
        .key { display: inline-block; width: 11px; height: 11px; margin-right: 8px; }
        .disqualify { fill: #a31621; } .fail { fill: #d4737a; } .hold { fill: #d9813f; } .rectify { fill: #e0b93a; }
        .incomplete { fill: #8fa3b8; } .pass { fill: #4d8a66; } .keep { fill: #7fae93; } .other { fill: #c4c8cd; }
        .key.disqualify { background: #a31621; } .key.fail { background: #d4737a; } .key.hold { background: #d9813f; }
        .key.rectify { background: #e0b93a; } .key.incomplete { background: #8fa3b8; }
        .key.pass { background: #4d8a66; } .key.keep { background: #7fae93; } .key.other { background: #c4c8cd; }
        .spark { display: block; }
        .spark polyline { fill: none; stroke: var(--accent); stroke-width: 1.4; }
        .spark circle { fill: var(--accent); } .spark .last { fill: var(--triggered); }

        """

    private static let norms = """
        body.norms { max-width: 1000px; }
        .norm { margin: 0 0 6px; padding: 3px 12px; border-left: 5px solid var(--rule); background: var(--paper); }
        .norm small { color: var(--soft); display: block; }
        .norm .chip { font-size: 11.5px; line-height: 1.35; padding: 0 4px; }
        .norm .chip.met, .norm .chip.clear { padding: 0; }
        .norm.tested { border-color: #2d5f41; background: #e3f0e7; }
        .norm.carried { border-color: #7fae93; background: #f2f8f4; }
        .norm.partial { border-left-style: dashed; }
        .norm.reasoned { border-color: #b4bac1; background: var(--tint); }
        .norm.missing { border-color: var(--triggered); background: #fdf1f1; }
        .norm.decides { outline: 2px solid var(--accent); outline-offset: -2px; }
        .norm-heading { margin: 16px 0 6px; font: 600 15px/1.6 var(--serif); }
        .norm-key .norm { display: inline-block; margin: 0 8px 6px 0; font-size: 13px; }

        """

    private static let narrow = """
        @media screen and (max-width: 900px) {
          body { padding: 0 16px 32px; }
          .pair { grid-template-columns: minmax(0, 1fr); }
          .figures { grid-template-columns: repeat(2, 1fr); }
          .figures li { border-left: 0; border-bottom: 1px solid var(--line); }
          .facts { grid-template-columns: minmax(0, 1fr); }
          .facts div:nth-last-child(-n+3) { border-bottom: 1px solid var(--line); }
          section { overflow-x: auto; }
          h1 { font-size: 25px; }
        }

        """

    private static let print = """
        @page { size: A4 portrait; margin: 16mm 14mm 18mm;
          @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; color: #4d545c; } }
        @page landscape { size: A4 landscape; margin: 11mm 14mm 14mm; }
        @media print {
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          html, body, body.dossier { font-size: 10pt; max-width: none; padding: 0; }
          body.overview, .wide { page: landscape; }
          .skip, .back, .views > label, .views > input { display: none; }
          a { color: inherit; text-decoration: none; }
          h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 20pt; } h3 { font-size: 11.5pt; }
          h2, h3, h4, summary, thead, tr.group { break-after: avoid; }
          tr, .callout, .conclusion, .figures, .facts div { break-inside: avoid; }
          thead { display: table-header-group; } tfoot { display: table-row-group; }
          .scroll, section { overflow: visible; }
          summary { list-style: none; } summary::-webkit-details-marker { display: none; }
          table, .facts, .tree, .tree ul { font-size: 8.5pt; } .consortia .remedies { font-size: 8pt; } .trends { font-size: 7.5pt; }
          .trends th, .trends td { padding: 2px 4px; } .trends th[scope=row] { min-width: 0; }
          .consortia th[scope=row], .consortia .remedies, .matrix th[scope=row] { min-width: 0; }
          .chip, .waived, small, cite, td.source, .basis, code { font-size: 7.5pt; }
          .lead, .sentence { font-size: 10.5pt; } .lead { margin: 10pt 0 8pt; } .pair h2 { margin-top: 12pt; }
          .figures strong { font-size: 18pt; }
          .wide { break-before: page; break-after: page; }
        }
        """
}
