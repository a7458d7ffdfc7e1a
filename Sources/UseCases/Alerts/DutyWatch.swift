internal import Alerts
internal import Assessment
internal import FEEL
internal import Foundation
internal import Reports
internal import Review
internal import Safekeeping
internal import Standards
internal import Store

/// What is to be said of duties beside the outcomes of clauses: reports that are due, files that nobody could read, cases
/// that nobody has decided on, and the installation's own.
struct DutyWatch {
    let rules: AlertRules
    let edition: Edition
    let year: ReportingYear
    let calendar: ReportingCalendar
    let workdays: Workdays
    let regions: RegionNames
    let now: Date

    var today: CalendarDate { ChinaTime.day(of: now) }

    // MARK: - Consortia

    /// How the reports of the year stand.
    func reports(_ records: [ReportRecord]) -> [Situation] {
        guard let occurrence = calendar.report?.occurrence(for: year) else { return [] }
        return records.map { record in
            let duty = record.duty(
                occurrence, supplementsUntil: calendar.supplementDeadline(for: year), today: today, workdays: workdays)
            return rules.situation(of: duty, on: bearer(record.consortium, year: year))
        }
    }

    /// The cases of a consortium that are not decided, answered or carried out by the day that each is due (``Case/due``).
    func cases(of assessment: ConsortiumAssessment) -> [Situation] {
        let overdue = Case.cases(of: assessment, by: calendar, on: today).filter { $0.isOverdue(on: today) }
        return assessment.clauses.map { check in
            let code = check.clause.code
            let own = overdue.filter { $0.clause.code == code }
            let duty = DutyStanding(
                .decision, part: code, outcome: own.isEmpty ? nil : .overdue,
                text: own.isEmpty ? "条款\(code)没有逾期的案件。" : "请主管部门办理条款\(code)的案件：期限已过。",
                details: own.map { "\($0.year)年度\($0.state.title)，期限\($0.due?.inChinese ?? "")" },
                command: "explain \(assessment.consortium.id.shellWord) \(code) --year \(year)")
            return rules.situation(of: duty, on: bearer(assessment.consortium, year: year))
        }
    }

    // MARK: - The calendar

    /// What else the calendar asks for. Nobody tells the program when it is done: it is called to mind until its day.
    func tasks() -> [Situation] {
        let years = [today.year - 1, today.year, today.year + 1].map(ReportingYear.init)
        return years.flatMap { year in
            calendar.duties.filter { $0 != calendar.report && !isFiledByEach($0) }.compactMap {
                $0.occurrence(for: year)
            }
        }.compactMap(task)
    }

    private func task(_ occurrence: DutyOccurrence) -> Situation? {
        let days = occurrence.reminders(workdays).filter { $0.workingDays > 0 }.map(\.day)
        guard let first = days.first, first <= today, today <= occurrence.dueOn else { return nil }
        let duty = occurrence.duty
        let receivers = duty.to.filter { $0 != .secretariat }.map(\.title).joined(separator: "、")
        let way = [
            "由\(duty.who.title)办理", duty.through.map { "经\($0.title)审核同意" },
            receivers.isEmpty ? nil : "报\(receivers)主管部门",
        ].compactMap(\.self).joined(separator: "，")
        let standing = DutyStanding(
            .task, part: "\(duty.id)-\(occurrence.year)", outcome: .due,
            text: "请于\(occurrence.dueOn.inChinese)前\(duty.title)（\(occurrence.year)年度），\(way)。",
            schedule: Alert.Schedule(days: days, thenByRoute: false, tellsEnd: false), command: "calendar")
        let region = duty.province ?? ""
        let bearer = DutyBearer(
            edition: edition.id, year: nil, consortium: nil, region: region,
            provinceName: region.isEmpty ? "全国" : regions[region], name: "年度事项", page: "")
        return rules.situation(of: standing, on: bearer)
    }

    // MARK: - Files

    /// The files that could not be read and were not sent anew, by whose they are.
    func files(_ submissions: [SubmissionRecord], consortia: [Consortium]) -> [Situation] {
        let known = Dictionary(consortia.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let bearers = Dictionary(grouping: submissions) { $0.file.bearer(among: known) }
        return bearers.sorted { $0.key < $1.key }.compactMap { bearer, own in
            // Of a consortium that another edition is for, its pipeline tells.
            if let consortium = known[bearer.consortium], consortium.kind != edition.kind { return nil }
            let readable = own.filter { $0.status == .accepted }
            let refused = own.filter { $0.status == .quarantined }
            guard !refused.isEmpty else { return nil }
            let open = refused.filter { file in
                !readable.contains { $0.recordedAt > file.recordedAt && $0.file.replaces(file.file, of: bearer) }
            }
            let names = open.map(\.file.name).once
            let duty = DutyStanding(
                .file, outcome: open.isEmpty ? nil : .unreadable,
                text: open.isEmpty
                    ? "此前无法读取的文件，已重新收到。"
                    : "请改正后重新报送\(names.prefix(3).joined(separator: "、"))"
                        + (names.count > 3 ? "等\(names.count)个文件" : "") + "。",
                details: open.map { "\($0.file.name)：\($0.reason ?? "")" }.once)
            return rules.situation(of: duty, on: self.bearer(bearer, known[bearer.consortium]))
        }
    }

    private func bearer(_ key: FileBearer, _ consortium: Consortium?) -> DutyBearer {
        consortium.map { bearer($0, year: nil) }
            ?? DutyBearer(
                edition: edition.id, year: nil, consortium: nil, region: key.region,
                provinceName: key.region.isEmpty ? "全国" : regions[key.region],
                name: key.region.isEmpty ? "未写明联合体的文件" : "主管部门的文件", page: "")
    }

    // MARK: - The installation

    /// How the installation itself stands.
    func operations(_ operations: Operations, runs: [RunRecord], database: String) -> [Situation] {
        let bearer = DutyBearer(
            edition: edition.id, year: nil, consortium: nil, region: "", provinceName: "本系统", name: "运行维护", page: "")
        var duties = [RunWatch(runs: runs, now: now).duty(maxGap: operations.maxRunGap)]
        if let folder = operations.backupFolder {
            duties.append(BackupWatch(folder: folder).duty(maxAge: operations.maxBackupAge, now: now))
        }
        if let least = operations.minDiskFree {
            duties.append(DiskWatch(path: database).duty(minFree: least))
        }
        return duties.map { rules.situation(of: $0, on: bearer) }
    }

    func bearer(_ consortium: Consortium, year: ReportingYear?) -> DutyBearer {
        DutyBearer(
            edition: edition.id, year: year, consortium: consortium, region: consortium.province,
            provinceName: regions[consortium.province], name: consortium.name,
            page: HTMLReport.dossierPath(of: consortium.id))
    }
}

extension ReportingCalendar {
    /// The duty whose days are those of the window: to report the figures of a year. Without one nobody is reminded.
    fileprivate var report: Duty? {
        duties.first { $0.who == .secretariat && $0.dayYear == windowYear && $0.due == closes && $0.filing == nil }
    }
}

/// Whose a file is, as far as its place and its sender tell.
struct FileBearer: Hashable, Comparable {
    /// Empty where the file is of no consortium in particular.
    let consortium: String
    let region: String

    static func < (left: FileBearer, right: FileBearer) -> Bool {
        (left.consortium, left.region) < (right.consortium, right.region)
    }
}

extension SubmissionFile {
    /// A file lies in the folder of a consortium or bears its id as its name; else it is of who sent it.
    fileprivate func bearer(among consortia: [String: Consortium]) -> FileBearer {
        let parts = path.split(separator: "/").flatMap { [String($0), String($0.prefix { $0 != "." })] }
        let id = origin.consortium ?? parts.first { consortia[$0] != nil } ?? ""
        return FileBearer(consortium: consortia[id] == nil ? "" : id, region: consortia[id] == nil ? origin.region : "")
    }

    /// Whether what could be read makes good for what could not: anything newer of a consortium's, else the same file.
    fileprivate func replaces(_ other: SubmissionFile, of bearer: FileBearer) -> Bool {
        !bearer.consortium.isEmpty || path == other.path
    }
}
