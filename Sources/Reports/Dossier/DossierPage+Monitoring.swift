import Assessment
import Standards

// The page of a consortium whose edition does not judge.

extension DossierPage {
    /// What there is of one that no clause is for: its documents and its figures.
    var monitoringBody: HTML {
        """
        <section class="conclusion other" aria-labelledby="conclusion">
        <h2 id="conclusion"><small>监测情况</small>\(assessment.verdict.title)</h2>
        <p>\(assessment.verdict.text)</p>
        </section>

        \(facts)
        <section aria-labelledby="documents"><h2 id="documents">一、应报材料</h2>
        \(FilingTable(assessment: assessment).html)\(freshness)</section>
        <section aria-labelledby="figures"><h2 id="figures">二、监测指标</h2>
        \(MonitoringTable(model: model, assessment: assessment).html)</section>
        <section class="wide" aria-labelledby="trends"><h2 id="trends">三、发展趋势</h2>
        \(TrendTable(model: model, assessment: assessment).html)</section>
        <section aria-labelledby="findings"><h2 id="findings">四、数据提示</h2>
        \(FindingTables(model: model).dossier(findings))</section>
        """
    }

    /// How fresh what it published is.
    private var freshness: HTML {
        let results = model.programme?.national.filter { $0.subject == assessment.consortium.id } ?? []
        return FreshnessTable(results: results).html
    }
}
