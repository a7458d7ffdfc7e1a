extension Migration {
    /// Every figure as it was received, clustered so that a consortium is one stretch of the tree.
    static let observations = Migration(
        name: "02-observations",
        sql: """
            CREATE TABLE indicator (
              id INTEGER PRIMARY KEY,
              code TEXT NOT NULL UNIQUE
            ) STRICT;

            -- basis: 0 actual, 1 committed.
            -- content: 0 missing, 1 not applicable, 2 rejected (text), 3 number (coefficient × 10^exponent, or text
            -- where 64 bits do not hold it exactly), 4 truth (coefficient 0 or 1), 5 text.
            -- Part, row and column stand in the key, so a file that gives a figure twice has both kept.
            CREATE TABLE observation (
              consortium INTEGER NOT NULL REFERENCES consortium,
              indicator INTEGER NOT NULL REFERENCES indicator,
              year INTEGER NOT NULL,
              basis INTEGER NOT NULL,
              submission INTEGER NOT NULL REFERENCES submission,
              part INTEGER NOT NULL REFERENCES source_part,
              row INTEGER NOT NULL,
              column INTEGER NOT NULL,
              content INTEGER NOT NULL,
              coefficient INTEGER,
              exponent INTEGER,
              text TEXT,
              evidence TEXT,
              reason TEXT,
              PRIMARY KEY (consortium, indicator, year, basis, submission, part, row, column)
            ) STRICT, WITHOUT ROWID;

            -- The documents that figures name as evidence by the SHA-256 of their bytes, by document. A file name
            -- says nothing: equal names are not equal files.
            CREATE TABLE document_use (
              hash TEXT NOT NULL,
              consortium INTEGER NOT NULL REFERENCES consortium,
              indicator INTEGER NOT NULL REFERENCES indicator,
              year INTEGER NOT NULL,
              basis INTEGER NOT NULL,
              submission INTEGER NOT NULL REFERENCES submission,
              part INTEGER NOT NULL REFERENCES source_part,
              row INTEGER NOT NULL,
              column INTEGER NOT NULL,
              PRIMARY KEY (hash, consortium, indicator, year, basis, submission, part, row, column)
            ) STRICT, WITHOUT ROWID;

            -- The observations as people read them.
            CREATE VIEW observation_text AS
            SELECT consortium.code AS consortium, indicator.code AS indicator, year,
              iif(basis = 0, 'actual', 'committed') AS basis,
              CASE content
                WHEN 0 THEN 'missing' WHEN 1 THEN 'notApplicable' WHEN 2 THEN 'rejected' ELSE 'reported'
              END AS status,
              CASE
                WHEN content = 3 AND coefficient IS NOT NULL
                  THEN iif(exponent = 0, coefficient, coefficient || 'E' || exponent)
                WHEN content = 4 THEN iif(coefficient, '是', '否')
                ELSE text
              END AS value,
              evidence, observation.reason, file, sheet, row, column, submission.received_at, submission.id AS submission
            FROM observation
            JOIN consortium ON consortium.id = observation.consortium
            JOIN indicator ON indicator.id = observation.indicator
            JOIN source_part ON source_part.id = observation.part
            JOIN submission ON submission.id = observation.submission;

            \(["indicator", "observation", "document_use"].map(appendOnly).joined(separator: "\n"))
            """)
}
