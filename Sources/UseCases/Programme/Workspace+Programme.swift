internal import Assessment
internal import FEEL
internal import Foundation
internal import History
internal import Reports
internal import Standards
internal import Store

extension Workspace {
    /// What pages tell of an edition's programme; nil where the edition and its overlays ask nothing of it.
    func programmeReport(
        _ input: AssessmentInput, _ panels: PanelSource<any Error>, of edition: Edition, year: ReportingYear,
        asOf: Date? = nil
    ) throws -> ProgrammeReport? {
        let book = try installation.programmes(of: edition)
        guard !book.programme.isEmpty || !book.overlays.isEmpty else { return nil }
        let today = ChinaTime.day(of: asOf ?? now)
        let regions = try installation.regionNames()
        func register(_ panels: [String: Panel]) -> ProgrammeRegister {
            ProgrammeRegister(
                input, edition: edition, year: year, today: today, regions: regions, panels: panels)
        }
        let provinces = try book.overlays.compactMap { overlay -> ProgrammeReport.Province? in
            let own = input.consortia.filter {
                $0.kind == edition.kind && RegionCode.contains(overlay.province, $0.province)
            }
            guard !own.isEmpty else { return nil }
            let figures = try panels.read(own.map(\.id))
            return ProgrammeReport.Province(
                overlay: overlay, results: book.results(register(figures), in: overlay.province),
                consortia: own.sorted { $0.id < $1.id })
        }
        return ProgrammeReport(
            programme: book.programme, national: book.results(register([:])), provinces: provinces,
            policies: input.registers.policies.filter { $0.reportedBy == nil })
    }

    /// How the programme stands, of the country or of one province.
    func programmeResults(
        of edition: Edition, year: ReportingYear, province: String?, _ snapshot: StoreSnapshot, _ registers: Registers
    ) throws -> [ProgrammeResult] {
        let book = try installation.programmes(of: edition)
        guard !book.programme.isEmpty || province != nil else { return [] }
        var input = AssessmentInput(consortia: snapshot.consortia, panels: [:], registers: registers)
        input.entries = snapshot.consortiumEntries
        let own = snapshot.consortia.filter { $0.kind == edition.kind && $0.province == province }
        let panels = own.isEmpty ? [:] : try snapshot.panelReader.panels(of: own.map(\.id))
        let register = ProgrammeRegister(
            input, edition: edition, year: year, today: ChinaTime.day(of: now),
            regions: try installation.regionNames(), panels: panels)
        guard let province else { return book.results(register) }
        // What the country asks of each is told for the province's own; its goals are nobody's duty there.
        let national = book.results(register).filter { result in
            result.check.scope != .whole && result.consortia.contains { id in own.contains { $0.id == id } }
        }
        return national + book.results(register, in: province)
    }
}
