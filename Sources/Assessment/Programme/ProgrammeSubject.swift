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
                    consortia: consortia.filter { consortium in
                        consortium.homes.contains(code)
                            || consortium.parks(regions).contains { $0.region == code }
                    }.map(\.id))
            }
        case .park:
            // Of two provinces two parks; of a consortium with several each by itself.
            let parks = consortia.flatMap { consortium in
                consortium.parks(regions).map { (key: consortium.province + $0.key, name: $0.name, id: consortium.id) }
            }
            return Dictionary(grouping: parks, by: \.key).sorted { $0.key < $1.key }.map { key, own in
                ProgrammeSubject(key: key, title: own[0].name, consortia: own.map(\.id).once)
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

extension [String] {
    /// Each once, in the order in which it first comes.
    fileprivate var once: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
