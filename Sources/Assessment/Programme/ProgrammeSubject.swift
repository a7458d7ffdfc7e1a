import Standards

/// Whom a check is asked of, with the consortia that count for it.
struct ProgrammeSubject {
    /// A code of a region, a park's name, a consortium's id.
    let key: String
    let title: String
    let consortia: [String]

    /// The subjects of a scope, in the order of their keys. Prefectures are all of the province's, those without a
    /// consortium among them; of the whole country only those that have one.
    static func all(
        of scope: ProgrammeCheck.Scope, _ members: [ProgrammeRegister.Member], _ province: String,
        _ regions: RegionNames
    ) -> [ProgrammeSubject] {
        let consortia = members.map(\.consortium)
        switch scope {
        case .whole:
            let title = province.isEmpty ? "全国" : regions[province]
            return [ProgrammeSubject(key: province, title: title, consortia: consortia.map(\.id))]
        case .batch:
            let batches = Dictionary(grouping: consortia.filter { !$0.cohort.trimmingWhitespace.isEmpty }) {
                "\($0.province) \($0.cohort.trimmingWhitespace)"
            }
            return batches.sorted { $0.key < $1.key }.map { key, own in
                let batch = own[0].cohort.trimmingWhitespace
                let name = batch.allSatisfy(\.isNumber) ? "第\(batch)批" : batch
                return ProgrammeSubject(key: key, title: "\(regions[own[0].province])\(name)", consortia: own.map(\.id))
            }
        case .prefecture:
            let codes =
                province.isEmpty
                ? Set(consortia.flatMap(\.homes)) : regions.codes.filter { $0.isPrefecture(of: province) }
            return codes.sorted().map { code in
                ProgrammeSubject(
                    key: code, title: regions[code],
                    consortia: consortia.filter { $0.homes.contains(code) }.map(\.id))
            }
        case .park:
            let parks = Dictionary(grouping: consortia.filter { !$0.park.trimmingWhitespace.isEmpty }) { consortium in
                // The same park, however its name is spaced; and of two provinces two parks.
                consortium.province + consortium.park.filter { !$0.isWhitespace }
            }
            return parks.sorted { $0.key < $1.key }.map { key, own in
                ProgrammeSubject(key: key, title: own[0].park.trimmingWhitespace, consortia: own.map(\.id))
            }
        case .consortium:
            return consortia.map { ProgrammeSubject(key: $0.id, title: $0.name, consortia: [$0.id]) }
        // Targets name their places themselves.
        case .place: return []
        }
    }
}

extension String {
    /// Whether it is the code of a prefecture of `province`, and no grouping of counties under the province itself.
    fileprivate func isPrefecture(of province: String) -> Bool {
        count == 6 && prefix(2) == province.prefix(2) && hasSuffix("00") && !hasSuffix("0000") && !hasSuffix("9000")
    }
}
