internal import Standards

/// How a file came: what is known of it before it is read.
struct Arrival: Sendable {
    let root: InboxRoot
    /// The folders that it lies in, the outermost first, from the one that was named.
    var folders: [String] = []
    /// What a manifest says of it, and the region of the authority whose manifest that is.
    var line: ManifestLine?
    var lineRegion = ""
    /// Whose word it was, where the file was taken in before; nothing else tells then.
    var known: Origin?

    /// Whether the file is a secretariat's word: it lies in a secretariat's folder, or an authority passed it on in the
    /// name of one.
    var isOfSecretariat: Bool {
        (known?.authority ?? root.authority) == .secretariat || line?.consortium != nil
    }

    /// The consortium that the manifest names, or else a folder.
    func owner(among consortia: KnownConsortia) -> String? {
        guard isOfSecretariat else { return nil }
        if let known { return known.consortium }
        return line?.consortium.map { consortia[$0]?.id ?? $0 } ?? consortia.id(ofFolders: folders)
    }

    /// Without a line that names a consortium of which its author may not speak, and why.
    func checked(among consortia: KnownConsortia) -> (Arrival, Finding?) {
        guard let line, let id = line.consortium, !lineRegion.isEmpty, consortia[id]?.lies(in: lineRegion) != true
        else { return (self, nil) }
        return (withoutLine, Finding(refusing: line, consortia: [id], region: lineRegion))
    }

    var withoutLine: Arrival { Arrival(root: root, folders: folders) }
}

extension Finding {
    /// That an authority's manifest speaks of a file whose consortium lies elsewhere.
    init(refusing line: ManifestLine, consortia: [String], region: String) {
        let whose = consortia.isEmpty ? "" : "是\(consortia.prefix(3).joined(separator: "、"))的，"
        self.init(
            .notYours, at: line.source, consortium: consortia.first,
            [
                "what": "报送清单中关于“\(line.file)”的行", "count": "1",
                "reason": "该文件\(whose)不能确认属于地区\(region)，该地区的清单不能登记",
                "remedy": "请核对联合体是否已登记，或由其所在地区的主管部门登记收到日期。",
            ])
    }
}
