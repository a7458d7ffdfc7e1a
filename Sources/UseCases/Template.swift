internal import Collection
internal import Foundation
internal import Safekeeping
internal import Spreadsheet
internal import Reports
internal import Standards
internal import Store
internal import Workbooks

extension Workspace {
    /// Which workbooks are wanted.
    package enum TemplateSubject: Sendable {
        /// A blank one, whose cover is to be filled in.
        case blank
        case consortium(String)
        /// One for each consortium that the edition is for.
        case all
    }

    /// Writes the yearly workbook of a consortium to `output`, or those of all into the folder `output`. What is stored of
    /// the year and those before it is filled in.
    /// - Returns: the paths written.
    package func template(
        for subject: TemplateSubject, year: String?, to output: String, progress: Progress
    ) throws -> [String] {
        let edition = try installation.edition(edition)
        let year = try self.year(year, of: edition)
        let regions = try installation.regionNames()
        switch subject {
        case .blank:
            let template = YearlyTemplate(
                edition: edition, year: year, threshold: edition.completenessThreshold(in: year))
            return [try Self.write(template, to: output)]
        case .consortium(let id):
            let store = try existingStore()
            let snapshot = try store.snapshot(edition: edition, on: ChinaTime.day(of: now))
            guard let consortium = snapshot.consortia.first(where: { $0.id == id }) else {
                throw Failure.unknownConsortium(id)
            }
            guard consortium.kind == edition.kind else { throw Failure.noEdition(for: consortium) }
            return [try Self.write(try filled(consortium, year, regions, snapshot, store), to: output)]
        case .all:
            let store = try existingStore()
            let snapshot = try store.snapshot(edition: edition, on: ChinaTime.day(of: now))
            let consortia = snapshot.consortia.filter { $0.kind == edition.kind }
            do {
                try DurableFile.makeFolder(output)
            } catch {
                throw Failure(.configuration, "无法创建文件夹 \(output)：\(error.reason)")
            }
            progress.begin("出表")
            var paths: [String] = []
            for (index, consortium) in consortia.enumerated() {
                progress.advance(index, of: consortia.count, consortium.name)
                let template = try filled(consortium, year, regions, snapshot, store)
                paths.append(try Self.write(template, to: "\(output)/\(template.fileName)"))
            }
            progress.end("\(paths.count) 份，\(output)")
            return paths
        }
    }

    private func filled(
        _ consortium: Consortium, _ year: ReportingYear, _ regions: RegionNames, _ snapshot: StoreSnapshot,
        _ store: Store
    ) throws -> YearlyTemplate {
        let prior = try store.priorValues(of: consortium.id, edition: snapshot.edition)
        let place = regions.names(of: [consortium.province, consortium.prefecture]).last
        return YearlyTemplate(
            edition: snapshot.edition, year: year, consortium: consortium, region: place ?? "",
            members: try snapshot.entries(.members, of: consortium.id),
            ledgers: try snapshot.workPlans(of: consortium.id).rows(of: consortium.id)
                + snapshot.entries(.tasks, of: consortium.id),
            threshold: snapshot.edition.completenessThreshold(in: year),
            logHead: try store.lastLogHead()?.printed.text
        ) {
            prior.last($0, $1, $2)?.value
        }
    }

    private static func write(_ template: YearlyTemplate, to path: String) throws(Failure) -> String {
        do {
            try template.write(to: path)
            return path
        } catch {
            throw Failure(.configuration, "无法写入 \(error)")
        }
    }
}
