import Alerts
package import Assessment
package import Collection
internal import Configuration
package import Delivery
package import Foundation
package import Review
internal import Spreadsheet
package import Standards

extension Installation {
    /// The names of regions by their codes, as reports print them.
    package func regionNames() throws(Failure) -> RegionNames {
        try regions().names
    }

    /// Reads an alerts configuration, its words checked against those of the edition and of every other that is installed:
    /// one configuration may speak of several.
    package func alerts(_ file: URL, for edition: Edition) throws(Failure) -> DeliveryConfiguration {
        let others = editionIDs.filter { $0 != edition.id }.compactMap { try? self.edition($0) }
        do {
            return try DeliveryConfiguration.load(from: file, knowing: Vocabulary([edition] + others))
        } catch {
            throw Failure(.configuration, "告警配置有误：\n\(error)")
        }
    }

    /// Who may decide what: `file`, its regions checked.
    package func permission(_ file: URL) throws(Failure) -> Permission {
        let regions = try regionNames()
        return Permission(try Self.actors(file, regions: regions), regions: regions)
    }

    /// Who may decide what, as `pipelines/actors.yml` says; nil where there is none.
    package func permission() throws(Failure) -> Permission? {
        guard let file = pipelinesFile("actors.yml") else { return nil }
        return try permission(file)
    }

    /// Who may do something, as a list of people says.
    /// - Parameters:
    ///   - verb: what is to be done, for people: 认定.
    ///   - actors: the list; nil for `pipelines/actors.yml`.
    /// - Throws: ``Failure`` where there is no list, or it is wrong.
    func permission(to verb: String, by actors: String?) throws(Failure) -> Permission {
        if let actors { return try permission(URL(filePath: actors)) }
        if let permission = try permission() { return permission }
        throw Failure(
            .configuration, "没有人员名单，不知道谁可以\(verb)。请照 pipelines/actors.yml 的样子建立，或用 --actors 指明。")
    }

    /// The people of `pipelines/actors.yml`; nil where there is none. Their regions are not looked up: an assessment asks
    /// for their ranks alone, and should not wait for the table of regions.
    package func actors() throws(Failure) -> ActorBook? {
        guard let file = pipelinesFile("actors.yml") else { return nil }
        return try Self.actors(file, regions: nil)
    }

    private static func actors(_ file: URL, regions: RegionNames?) throws(Failure) -> ActorBook {
        do {
            return try ActorBook.load(from: file, regions: regions)
        } catch {
            throw Failure(.configuration, "人员名单有误：\n\(error)")
        }
    }

    /// Reads a pipeline.
    package func pipeline(_ path: String) throws(Failure) -> PipelineDefinition {
        do {
            return try PipelineDefinition(file: URL(filePath: path))
        } catch {
            throw Failure(.configuration, "流水线有误：\n\(error)")
        }
    }
}

extension RuleBook {
    /// SHA-256 over every formula in order: two runs with the same digest judged by the same rules.
    package var digest: String {
        SourceFile(name: "", bytes: Array(formulas.joined(separator: "\n").utf8)).sha256
    }
}

extension Installation {
    /// The rule tests beside the rules of `edition`.
    package func ruleTests(of edition: Edition) throws(Failure) -> [RuleTestSuite] {
        let directory = try directory(ofEdition: edition.id)
        do {
            return try RuleTestSuite.load(from: directory, for: edition)
        } catch {
            throw Failure(.configuration, "规则用例有误：\n\(error)")
        }
    }
}

extension Installation {
    /// The forms in documents that map to `edition`, from `forms/` beside the standards; none where that is not there.
    package func crosswalks(for edition: Edition) throws(Failure) -> [FormCrosswalk] {
        let folder = data.appending(path: "forms")
        let names = try Self.listing(of: folder, AtHand.names(in:))
        do {
            return try names.filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
                try FormCrosswalk.load(from: folder.appending(path: name), for: edition)
            }
        } catch {
            throw Failure(.configuration, "表单对照有误：\n\(error)")
        }
    }
}
