extension Migration {
    /// Who sent what, when it was received and recorded, and what was taken back.
    static let ledgerOfSecondEdition = """
        CREATE TABLE new_submission (
          id INTEGER PRIMARY KEY,
          status TEXT NOT NULL CHECK (status IN ('accepted', 'quarantined')),
          file TEXT NOT NULL,
          path TEXT NOT NULL,
          sha256 TEXT,
          size INTEGER NOT NULL,
          -- Who says it: a secretariat or an authority, of which region, under which name; '' where nothing tells.
          authority TEXT NOT NULL CHECK (authority IN ('secretariat', 'authority')),
          region TEXT NOT NULL,
          sender TEXT NOT NULL,
          -- The one consortium that it may speak of; '' where it is not of one.
          consortium TEXT NOT NULL,
          received_at TEXT NOT NULL,
          recorded_at TEXT NOT NULL,
          -- Of two received at one moment the greater came later: the day of recording, then the path, so that the
          -- order in which the files of a day are collected decides nothing.
          sequence TEXT NOT NULL,
          -- Whether it was taken over from a store of the first edition.
          migrated INTEGER NOT NULL,
          -- What revisions are counted by: sender and subject. NULL only until the last row of a load is written.
          document TEXT,
          -- Which version of the document this is, from 1; none for what was not accepted.
          revision INTEGER,
          -- Why it was not accepted.
          reason TEXT,
          CHECK (status = 'quarantined' OR sha256 IS NOT NULL),
          CHECK (status = 'accepted' OR reason IS NOT NULL)
        ) STRICT;
        INSERT INTO new_submission
        WITH old AS (
          SELECT submission.*, ifnull(code, '') AS owner,
            CASE WHEN code IS NULL THEN 'path/' || path
              ELSE 'secretariat/' || code || '/' || ifnull((
                SELECT max(reporting_year) FROM submission_consortium WHERE submission = submission.id), '')
            END AS document
          FROM submission
          LEFT JOIN workbook ON workbook.submission = submission.id
          LEFT JOIN consortium ON consortium.id = workbook.consortium
        )
        SELECT id, status, file, path, sha256, size, 'authority', '', ifnull(sender, ''), owner, received_at, loaded_at,
          printf('%s %012d', date(loaded_at, '+8 hours'), id), 1, document,
          iif(status = 'accepted', row_number() OVER (PARTITION BY status, document ORDER BY id), NULL), reason
        FROM old ORDER BY id;
        \(replace("submission"))
        -- The same bytes from another authority, region or sender are another receipt; what was refused blocks nobody.
        CREATE UNIQUE INDEX submission_once ON submission (sha256, authority, region, sender, consortium)
          WHERE status = 'accepted';
        CREATE INDEX submission_by_document ON submission (document, revision);
        CREATE INDEX submission_by_receipt ON submission (received_at, sequence);
        CREATE TRIGGER submission_is_never_updated BEFORE UPDATE ON submission WHEN old.document IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'submission is append-only'); END;
        \(neverDeleted("submission"))

        CREATE TABLE new_submission_form (
          submission INTEGER NOT NULL REFERENCES submission,
          form TEXT NOT NULL,
          row_count INTEGER NOT NULL,
          PRIMARY KEY (submission, form)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_submission_form SELECT submission, form, row_count FROM submission_form ORDER BY 1, 2;
        \(replace("submission_form"))
        \(appendOnly("submission_form"))

        -- The year that a submission reports for is the latest with an actual figure that is there. The first edition
        -- counted blanks, so an untouched form of it was a report.
        CREATE TABLE new_submission_consortium (
          consortium INTEGER NOT NULL REFERENCES consortium,
          edition TEXT NOT NULL,
          submission INTEGER NOT NULL REFERENCES submission,
          reporting_year INTEGER,
          -- The earliest year that it says anything of: what it may have changed. NULL where all is blank.
          earliest_year INTEGER,
          observation_count INTEGER NOT NULL,
          PRIMARY KEY (consortium, edition, submission)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_submission_consortium
        SELECT consortium, '\(firstEditionID)', submission, (
            SELECT max(year) FROM observation
            WHERE observation.consortium = noted.consortium AND observation.submission = noted.submission
              AND basis = 0 AND content >= 3 AND indicator NOT IN (
                SELECT indicator.id FROM indicator JOIN panel_layout
                ON instr(char(10) || catalogue || char(10), char(10) || code || '=first' || char(10)))),
          (SELECT min(year) FROM observation
            WHERE observation.consortium = noted.consortium AND observation.submission = noted.submission
              AND content > 0),
          observation_count
        FROM submission_consortium AS noted ORDER BY consortium, submission;
        \(replace("submission_consortium"))
        CREATE INDEX submission_consortium_by_year ON submission_consortium (edition, reporting_year);
        \(appendOnly("submission_consortium"))

        -- Findings are data: the sentence is made of kind and values when somebody reads it. `text` is the sentence of
        -- those from before.
        CREATE TABLE new_finding (
          id INTEGER PRIMARY KEY,
          submission INTEGER NOT NULL REFERENCES submission,
          kind TEXT NOT NULL,
          severity TEXT NOT NULL,
          sheet TEXT,
          row INTEGER,
          column INTEGER,
          consortium TEXT,
          indicator TEXT,
          year INTEGER,
          "values" TEXT NOT NULL CHECK (json_valid("values")),
          text TEXT
        ) STRICT;
        INSERT INTO new_finding
        SELECT finding.id, submission, kind, severity, sheet, row, column, finding.consortium, indicator, year, '{}',
          first_edition_sentence(message, file, sheet, row, column)
        FROM finding CROSS JOIN submission ON submission.id = finding.submission ORDER BY finding.id;
        \(replace("finding"))
        CREATE INDEX finding_by_submission ON finding (submission);
        \(appendOnly("finding"))

        -- What a submission takes back: another one, or an entry of a register by what it is known by.
        CREATE TABLE withdrawal (
          id INTEGER PRIMARY KEY,
          submission INTEGER NOT NULL REFERENCES submission,
          target INTEGER REFERENCES submission,
          form TEXT,
          entry TEXT,
          consortium INTEGER REFERENCES consortium,
          ground TEXT NOT NULL,
          CHECK ((target IS NULL) = (form IS NOT NULL) AND (form IS NULL) = (entry IS NULL))
        ) STRICT;
        CREATE INDEX withdrawal_by_submission ON withdrawal (submission);
        \(appendOnly("withdrawal"))

        """
}
