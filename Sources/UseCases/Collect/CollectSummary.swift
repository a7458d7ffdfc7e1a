internal import Collection

extension CollectStage.Summary {
    /// What the run record counts.
    package var counts: [String: Int] {
        [
            "files": files, "loaded": loaded, "unchanged": unchanged, "quarantined": quarantined,
            "observations": observations, "errors": count(of: .error), "warnings": count(of: .warning),
        ]
    }

    /// `读 41 个文件：载入 38 个（15000 个数据），未变 0 个，隔离 3 个；错误 5 条，警告 12 条`
    package var sentence: String {
        "读 \(files) 个文件：载入 \(loaded) 个（\(observations) 个数据），未变 \(unchanged) 个，隔离 \(quarantined) 个；"
            + "错误 \(count(of: .error)) 条，警告 \(count(of: .warning)) 条"
    }
}
