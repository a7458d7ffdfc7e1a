internal import FEEL
internal import Standards

/// A statement of the form as a document has it.
struct FoundStatement {
    let statement: FormStatement
    /// As the document has it.
    let text: String
    let isChanged: Bool
    /// Who made it and when; nil where the form's place for that is not there.
    let declaration: FormDeclaration?
    let line: FormLine
}

extension FoundStatement {
    /// The statement as the register keeps it. One in other words than the form's denies nothing that the form has.
    func signed(form: FormCrosswalk) -> SignedStatement {
        let day = declaration?.isSigned == true ? declaration?.date : nil
        let denial = isChanged ? nil : statement.denial
        return SignedStatement(
            form: form.id, formTitle: form.title, id: statement.id, title: statement.title, text: text,
            isChanged: isChanged, by: declaration?.signatory ?? "", on: declaration?.date,
            isSealed: declaration?.isSealed ?? false,
            denial: denial.flatMap { denial in
                day.flatMap { $0.years(before: denial.years) }.map {
                    SignedStatement.Denial(since: $0, domains: denial.domains, severities: denial.severities)
                }
            })
    }
}

extension CalendarDate {
    /// The same day some years before; 28 February for the 29th.
    fileprivate func years(before count: Int) -> CalendarDate? {
        CalendarDate(year: year - count, month: month, day: day)
            ?? CalendarDate(year: year - count, month: month, day: day - 1)
    }
}
