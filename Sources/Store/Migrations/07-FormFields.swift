extension Migration {
    /// What documents that are forms were filled in with, cell by cell, whether or not it is an observation, too.
    static let formFields = Migration(
        name: "07-form-fields",
        sql: """
            CREATE TABLE form_field (
              id INTEGER PRIMARY KEY,
              submission INTEGER NOT NULL REFERENCES submission,
              part INTEGER NOT NULL REFERENCES source_part,
              row INTEGER NOT NULL,
              column INTEGER NOT NULL,
              form TEXT NOT NULL,
              -- Its id; its name as the document has it, where the submission was set aside since none is registered
              -- under that name.
              consortium TEXT NOT NULL,
              -- Id of the field in the form; none for a cell that the form does not have.
              field TEXT,
              label TEXT NOT NULL,
              unit TEXT NOT NULL,
              year INTEGER,
              value TEXT NOT NULL,
              -- The observation point that the value was taken for.
              indicator TEXT
            ) STRICT;
            CREATE INDEX form_field_by_consortium ON form_field (consortium);

            \(appendOnly("form_field"))
            """)
}
