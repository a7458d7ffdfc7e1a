extension Migration {
    /// Codes mean something within their edition, and a figure may be of a quarter.
    static let observationsOfSecondEdition = """
        CREATE TABLE new_indicator (
          id INTEGER PRIMARY KEY,
          edition TEXT NOT NULL,
          code TEXT NOT NULL,
          UNIQUE (edition, code)
        ) STRICT;
        INSERT INTO new_indicator SELECT id, '\(firstEditionID)', code FROM indicator ORDER BY id;
        \(replace("indicator"))
        \(appendOnly("indicator"))

        -- period: 0 the year, 1 to 4 a quarter. basis: 0 actual, 1 committed.
        -- content: 0 missing, 1 not applicable, 2 rejected (text), 3 number (coefficient × 10^exponent, or text
        -- where 64 bits do not hold it exactly), 4 truth (coefficient 0 or 1), 5 text, 6 withdrawn.
        -- Part, row and column stand in the key, so a file that gives a figure twice has both kept.
        CREATE TABLE new_observation (
          consortium INTEGER NOT NULL REFERENCES consortium,
          indicator INTEGER NOT NULL REFERENCES indicator,
          year INTEGER NOT NULL,
          period INTEGER NOT NULL,
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
          PRIMARY KEY (consortium, indicator, year, period, basis, submission, part, row, column)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_observation
        SELECT consortium, indicator, year, 0, basis, submission, part, row, column, content, coefficient, exponent,
          text, evidence, reason
        FROM observation ORDER BY consortium, indicator, year, basis, submission, part, row, column;
        \(replace("observation"))
        \(appendOnly("observation"))

        CREATE TABLE new_document_use (
          hash TEXT NOT NULL,
          consortium INTEGER NOT NULL REFERENCES consortium,
          indicator INTEGER NOT NULL REFERENCES indicator,
          year INTEGER NOT NULL,
          period INTEGER NOT NULL,
          basis INTEGER NOT NULL,
          submission INTEGER NOT NULL REFERENCES submission,
          part INTEGER NOT NULL REFERENCES source_part,
          row INTEGER NOT NULL,
          column INTEGER NOT NULL,
          PRIMARY KEY (hash, consortium, indicator, year, period, basis, submission, part, row, column)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_document_use
        SELECT hash, consortium, indicator, year, 0, basis, submission, part, row, column FROM document_use
        ORDER BY hash, consortium, indicator, year, basis, submission, part, row, column;
        \(replace("document_use"))
        \(appendOnly("document_use"))

        -- The observations as people read them.
        CREATE VIEW observation_text AS
        SELECT consortium.code AS consortium, edition, indicator.code AS indicator, year, period,
          iif(basis = 0, 'actual', 'committed') AS basis,
          CASE content
            WHEN 0 THEN 'missing' WHEN 1 THEN 'notApplicable' WHEN 2 THEN 'rejected' WHEN 6 THEN 'withdrawn'
            ELSE 'reported'
          END AS status,
          CASE
            WHEN content = 3 AND coefficient IS NOT NULL
              THEN iif(exponent = 0, coefficient, coefficient || 'E' || exponent)
            WHEN content = 4 THEN iif(coefficient, '是', '否')
            ELSE text
          END AS value,
          evidence, observation.reason, file, sheet, row, column, authority, region, sender, submission.received_at,
          submission.id AS submission
        FROM observation
        JOIN consortium ON consortium.id = observation.consortium
        JOIN indicator ON indicator.id = observation.indicator
        JOIN source_part ON source_part.id = observation.part
        JOIN submission ON submission.id = observation.submission;

        """
}
