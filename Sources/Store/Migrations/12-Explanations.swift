extension Migration {
    /// What senders answer to doubts about their figures: beside the figure as they wrote it, and with the finding that it
    /// answers.
    static let explanations = Migration(
        name: "12-explanations",
        sql: """
            ALTER TABLE observation ADD COLUMN explanation TEXT;
            ALTER TABLE finding ADD COLUMN answer TEXT;
            -- An answer holds for the same finding whenever it is made again.
            CREATE INDEX finding_by_answer ON finding (consortium, kind, indicator, year) WHERE answer IS NOT NULL;

            -- The observations as people read them.
            DROP VIEW observation_text;
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
              evidence, observation.reason, explanation, file, sheet, row, column, authority, region, sender,
              submission.received_at, submission.id AS submission
            FROM observation
            JOIN consortium ON consortium.id = observation.consortium
            JOIN indicator ON indicator.id = observation.indicator
            JOIN source_part ON source_part.id = observation.part
            JOIN submission ON submission.id = observation.submission;
            """)
}
