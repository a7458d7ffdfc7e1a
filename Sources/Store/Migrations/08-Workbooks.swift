extension Migration {
    /// The yearly workbooks: whose each is. What is listed in the register sheets of one speaks for its consortium and
    /// no other, so it does not make the register collected for all.
    static let workbooks = Migration(
        name: "08-workbooks",
        sql: """
            CREATE TABLE workbook (
              submission INTEGER PRIMARY KEY REFERENCES submission,
              consortium INTEGER NOT NULL REFERENCES consortium
            ) STRICT;

            \(appendOnly("workbook"))
            """)
}
