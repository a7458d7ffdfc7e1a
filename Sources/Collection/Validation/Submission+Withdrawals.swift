internal import Standards

extension Submission {
    /// Looks up what is taken back, and takes out what the sender may not take back.
    /// - Returns: what is wrong with the others.
    mutating func resolveWithdrawals(_ speaker: Speaker, _ refusals: inout Refusals) -> [Finding] {
        var findings: [Finding] = []
        var resolved: [WithdrawalLine] = []
        for var line in withdrawals {
            if let receipt = line.receipt {
                switch Self.submission(receipt, speaker) {
                case .failure(.unknown):
                    findings.append(Finding(.unknownReceipt, at: line.source, ["found": receipt]))
                    continue
                case .failure(.refused(let reason)):
                    refusals.refuse("回执\(receipt)所列材料的撤回", of: nil, at: line.source, reason)
                    continue
                case .success(let sent):
                    line.submission = sent.id
                    if line.entry != nil, line.form == nil { line.form = sent.onlyRegister }
                }
            }
            if line.entry != nil {
                guard let form = line.form else {
                    findings.append(Finding(.missingKey, at: line.source, ["column": "登记表"]))
                    continue
                }
                if let objection = speaker.objection(toWithdrawing: line) {
                    refusals.refuse("\(form.title)中条目的撤回", of: line.consortium, at: line.source, objection)
                    continue
                }
            }
            resolved.append(line)
        }
        withdrawals = resolved
        return findings
    }

    private enum LookUpFault: Error {
        case unknown
        case refused(Refusals.Reason)
    }

    /// The one submission of a receipt that the sender may take back. The same bytes may have come from several.
    private static func submission(_ receipt: String, _ speaker: Speaker) -> Result<SentSubmission, LookUpFault> {
        let found = speaker.authorities.submissions(receipt)
        let allowed = found.filter { speaker.objection(toWithdrawing: $0) == nil }
        guard let first = found.first else { return .failure(.unknown) }
        guard let last = allowed.max(by: { $0.id < $1.id }) else {
            return .failure(speaker.objection(toWithdrawing: first).map { .refused($0) } ?? .unknown)
        }
        return Set(allowed.map(\.sha256)).count == 1 ? .success(last) : .failure(.unknown)
    }
}

extension SentSubmission {
    /// The register that the submission holds; nil where it holds several, or none.
    fileprivate var onlyRegister: FormKind? {
        let registers = forms.subtracting([.observations, .manifest, .withdrawals])
        return registers.count == 1 ? registers.first : nil
    }
}
