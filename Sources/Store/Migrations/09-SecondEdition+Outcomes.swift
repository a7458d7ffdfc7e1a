extension Migration {
    /// Panels, runs and what runs found, by edition.
    static let outcomesOfSecondEdition = """
        -- What a panel's cells stand for: the edition's indicators in their order, each with its revision policy, and
        -- the method by which it was decided what counts; method 0 marks panels that are to be made anew.
        CREATE TABLE new_panel_layout (
          id INTEGER PRIMARY KEY,
          edition TEXT NOT NULL,
          method INTEGER NOT NULL,
          first_year INTEGER NOT NULL,
          year_count INTEGER NOT NULL,
          catalogue TEXT NOT NULL,
          UNIQUE (edition, method, first_year, year_count, catalogue)
        ) STRICT;
        INSERT INTO new_panel_layout SELECT DISTINCT NULL, '\(firstEditionID)', 0, 0, 0, '' FROM panel_layout;
        \(replace("panel_layout"))

        CREATE TABLE new_panel (
          edition TEXT NOT NULL,
          consortium INTEGER NOT NULL REFERENCES consortium,
          layout INTEGER NOT NULL REFERENCES panel_layout,
          -- The submission that last changed it.
          revision INTEGER NOT NULL REFERENCES submission,
          -- How many figures a later year's report gives differently.
          restatement_count INTEGER NOT NULL,
          cells BLOB NOT NULL,
          sources BLOB NOT NULL,
          PRIMARY KEY (edition, consortium)
        ) STRICT;
        -- By the rules of the first edition a blank erased a figure, so its panels are not read again.
        INSERT INTO new_panel
        SELECT '\(firstEditionID)', consortium, (SELECT id FROM panel_layout), revision, 0, x'', x''
        FROM panel ORDER BY consortium;
        \(replace("panel"))
        CREATE INDEX panel_by_layout ON panel (layout);

        CREATE TABLE new_run (
          id INTEGER PRIMARY KEY,
          pipeline TEXT NOT NULL,
          edition TEXT NOT NULL,
          year INTEGER NOT NULL,
          status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'failed', 'aborted')),
          started_at TEXT NOT NULL,
          ended_at TEXT,
          owner_pid INTEGER NOT NULL,
          edition_digest TEXT NOT NULL,
          rules_digest TEXT NOT NULL,
          message TEXT
        ) STRICT;
        INSERT INTO new_run
        SELECT id, pipeline, '\(firstEditionID)', year, status, started_at, ended_at, owner_pid, standard_digest,
          rules_digest, message
        FROM run ORDER BY id;
        \(replace("run"))

        CREATE TABLE new_verdict (
          edition TEXT NOT NULL,
          consortium TEXT NOT NULL,
          year INTEGER NOT NULL,
          run INTEGER NOT NULL REFERENCES run,
          verdict TEXT NOT NULL,
          text TEXT NOT NULL,
          line TEXT NOT NULL,
          PRIMARY KEY (edition, consortium, year, run)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_verdict
        SELECT '\(firstEditionID)', consortium, year, run, verdict, text, line FROM verdict
        ORDER BY consortium, year, run;
        \(replace("verdict"))
        \(appendOnly("verdict"))

        CREATE TABLE new_check_result (
          edition TEXT NOT NULL,
          consortium TEXT NOT NULL,
          year INTEGER NOT NULL,
          list TEXT NOT NULL,
          clause TEXT NOT NULL,
          run INTEGER NOT NULL REFERENCES run,
          outcome TEXT NOT NULL,
          text TEXT NOT NULL,
          line TEXT NOT NULL,
          PRIMARY KEY (edition, consortium, year, list, clause, run)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_check_result
        SELECT '\(firstEditionID)', consortium, year, list, clause, run, outcome, text, line FROM check_result
        ORDER BY consortium, year, list, clause, run;
        \(replace("check_result"))
        \(appendOnly("check_result"))

        """

    /// Fingerprints that begin with the edition. They change everywhere at once, so that no alert fires a second time
    /// or is resolved for having another name.
    static let alertsOfSecondEdition = """
        CREATE TABLE new_alert (
          fingerprint TEXT PRIMARY KEY,
          edition TEXT NOT NULL,
          consortium TEXT NOT NULL,
          clause TEXT NOT NULL,
          -- None for what is of no year.
          year INTEGER,
          state TEXT NOT NULL,
          raised_at TEXT NOT NULL,
          changed_at TEXT NOT NULL,
          resolved_at TEXT,
          payload TEXT NOT NULL CHECK (json_valid(payload))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_alert
        SELECT second_edition_fingerprint(fingerprint), '\(firstEditionID)',
          ifnull(payload ->> '$.alert.labels.consortium', ''), ifnull(payload ->> '$.alert.labels.clause', ''),
          CAST(payload ->> '$.alert.labels.year' AS INTEGER), state, raised_at, changed_at, resolved_at,
          json_set(
            payload, '$.alert.fingerprint', second_edition_fingerprint(fingerprint),
            '$.alert.labels.edition', '\(firstEditionID)')
        FROM alert;
        \(replace("alert"))
        CREATE INDEX alert_by_year ON alert (edition, year);

        CREATE TABLE new_notification_log (
          id INTEGER PRIMARY KEY,
          fingerprint TEXT NOT NULL REFERENCES alert,
          receiver TEXT NOT NULL,
          reason TEXT NOT NULL CHECK (reason IN ('first', 'changed', 'reminder', 'resolved')),
          at TEXT NOT NULL,
          outcome TEXT NOT NULL,
          payload TEXT NOT NULL CHECK (json_valid(payload))
        ) STRICT;
        -- Why a notification was held back names the alert that stands above it.
        INSERT INTO new_notification_log
        SELECT id, second_edition_fingerprint(fingerprint), receiver, reason, at, outcome,
          json_replace(
            payload, '$.fingerprint', second_edition_fingerprint(fingerprint),
            '$.detail', second_edition_detail(payload ->> '$.detail'))
        FROM notification_log ORDER BY id;
        \(replace("notification_log"))
        CREATE INDEX notification_log_by_alert ON notification_log (fingerprint, receiver, at);
        \(appendOnly("notification_log"))

        """
}
