internal import Assessment
internal import Foundation
package import Standards

extension Installation {
    /// Which sentences of the official texts (`data/norms`) the editions at hand carry, and which the rule tests show to
    /// be true and false. What is wrong with single entries is in ``NormCoverage/issues``.
    ///
    /// - Throws: ``Failure`` where the texts, an edition or its rule tests cannot be read, with every place.
    package func coverage() throws(Failure) -> NormCoverage {
        var editions: [Edition] = []
        var tested: Set<NormCarrier.Target> = []
        for id in editionIDs {
            let edition = try edition(id)
            editions.append(edition)
            tested.formUnion(try ruleTests(of: edition).flatMap(\.cases).testedBothWays(under: id))
        }
        do {
            let sources = try NormSource.load(from: norms)
            var catalogue = NormCatalogue(editions)
            for edition in editions {
                catalogue.add(try programme(of: edition), of: edition.id)
                for overlay in try overlays(of: edition) {
                    catalogue.add(overlay.programme, of: edition.id, province: overlay.province)
                }
            }
            return NormCoverage(
                sources, knowing: catalogue, tested: tested, shownBy: try NormShowing.load(from: norms))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.configuration, "来文条目有误：\n\(error)")
        }
    }

    /// The same for the pages of a report; nil where the installation, made for other standards, has no official texts.
    func coverageAtHand() throws(Failure) -> NormCoverage? {
        FileManager.default.fileExists(atPath: norms.path) ? try coverage() : nil
    }

    private var norms: URL { data.appending(path: "norms", directoryHint: .isDirectory) }
}

extension Failure {
    static func noNorms(_ installation: Installation) -> Failure {
        Failure(.configuration, "数据目录 \(installation.data.path) 里没有来文（norms 文件夹）。请检查 --data。")
    }
}

extension [RuleTestCase] {
    /// The clauses that some case expects to be triggered and another to be clear, and the points that some case expects
    /// to be met and another not. Whether the cases hold is for `rules test` to say.
    fileprivate func testedBothWays(under edition: String) -> Set<NormCarrier.Target> {
        var positive: Set<NormCarrier.Target> = []
        var negative: Set<NormCarrier.Target> = []
        for test in self {
            switch test.subject {
            case .clause(let clause):
                let target = NormCarrier.Target(kind: .rule, edition: edition, code: clause.clause)
                if clause.outcome == .triggered { positive.insert(target) }
                if clause.outcome == .clear { negative.insert(target) }
            case .acceptance(let acceptance):
                let target = NormCarrier.Target(kind: .point, edition: edition, code: acceptance.point)
                if acceptance.outcome == .met { positive.insert(target) }
                if acceptance.outcome == .notMet { negative.insert(target) }
            case .verdict: break
            case .rating(let rating):
                for (code, grade) in rating.grades {
                    let target = NormCarrier.Target(kind: .point, edition: edition, code: code)
                    if grade == .met { positive.insert(target) }
                    if grade == .notMet { negative.insert(target) }
                }
            }
        }
        return positive.intersection(negative)
    }
}
