import Alerts
import ArgumentParser
import Assessment
import Collection
import Foundation
import UseCases
import Standards

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validate configuration, editions and rules; change nothing.")

    @Argument(help: "A pipeline file. Default: every pipeline of the folder pipelines, and every edition.")
    var pipeline: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let installation = try shared.installation()
        let files = pipeline.map { [$0] } ?? Self.pipelines()
        var failures: [String] = []
        var editions = pipeline == nil ? installation.editionIDs : []
        var definitions: [PipelineDefinition] = []
        for file in files {
            do throws(Failure) {
                let definition = try installation.pipeline(file)
                definitions.append(definition)
                if !editions.contains(definition.edition) { editions.append(definition.edition) }
            } catch {
                failures.append(error.message)
            }
        }

        var books: [String: RuleBook] = [:]
        for id in editions {
            do throws(Failure) {
                let rules = try installation.rules(id)
                books[id] = rules
                Console.write("标准 \(id)：\(rules.edition.summary)\n")
                for warning in rules.warnings { Console.write("  提醒 \(warning)\n") }
                for form in try installation.crosswalks(for: rules.edition) { Console.write("  表单 \(form.title)\n") }
            } catch {
                failures.append(error.message)
            }
        }
        for definition in definitions {
            guard let rules = books[definition.edition] else { continue }
            do throws(Failure) {
                let alerts = try installation.alerts(definition.alerts, for: rules.edition)
                Console.write("流水线 \(definition.id)：\(definition.title)，接收者 \(alerts.receivers.count) 个\n")
            } catch {
                failures.append(error.message)
            }
        }
        do throws(Failure) { _ = try installation.regions() } catch { failures.append(error.message) }

        guard failures.isEmpty else { throw Failure(.configuration, failures.joined(separator: "\n")) }
        Console.write("配置、标准和规则无误。\n")
    }

    /// Files of the folder `pipelines` that are pipelines; the alerts configuration is read with them.
    private static func pipelines() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "pipelines")) ?? []
        return names.filter { $0.hasSuffix(".yml") && $0 != "alerts.yml" }.sorted().map { "pipelines/\($0)" }
    }
}

extension Edition {
    /// `市域产教联合体建设标准（试行），观测点 116 个，填报项 119 个，度量 16 个，条款 7 条`
    var summary: String {
        "\(title)，观测点 \(points.count) 个，填报项 \(indicators.count) 个，度量 \(measures.count) 个，条款 \(clauses.count) 条"
    }
}
